package plumbline.read.text;

import plumbline.Finding;
import plumbline.Name;
import plumbline.Place;
import plumbline.Severity;

/// Why a document gives no text. Thrown inside this package, and turned into a finding by [DocumentText]; its origin in
/// the code says nothing to anybody, so it carries no stack trace.
final class UnreadableDocument extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String rule;
    private final String found;
    private final String accepted;
    private final transient Name sentence;

    UnreadableDocument(String rule, String found, String accepted, Name sentence) {
        super(found, null, false, false);
        this.rule = rule;
        this.found = found;
        this.accepted = accepted;
        this.sentence = sentence;
    }

    static UnreadableDocument damaged(TextFormat format, String detail) {
        return new UnreadableDocument(
                "damaged_document",
                "%s: %s".formatted(format.label(), detail),
                "a whole %s file".formatted(format.label()),
                new Name(
                        "%s文件已损坏，读不出来；请重新导出再报。".formatted(format.label()),
                        "the %s file is damaged and cannot be read; export it again.".formatted(format.label())));
    }

    static UnreadableDocument encrypted(TextFormat format) {
        return new UnreadableDocument(
                "encrypted_document",
                "%s with a password".formatted(format.label()),
                "the same file without a password",
                new Name("文件设有密码；请取消密码后再报。", "the file is protected by a password; save it without one."));
    }

    static UnreadableDocument withoutText(TextFormat format, String found) {
        return new UnreadableDocument(
                "no_text",
                found,
                "a document that holds text, not pictures of pages",
                new Name(
                        "%s里没有文字，可能是扫描件；请报送原始文档，或先做文字识别。".formatted(format.label()),
                        "the %s holds no text; it may be a scan. Send the original document, or recognise its text first."
                                .formatted(format.label())));
    }

    static UnreadableDocument pageOfCells() {
        return new UnreadableDocument(
                "html_workbook",
                "a page of HTML that serves as a workbook",
                "XLSX, XLS, ODS or CSV for a form",
                new Name(
                        "这个表格其实是网页（HTML）；请用表格软件打开，另存为XLSX再报。",
                        "this workbook is a page of HTML; open it with a spreadsheet program and save it as XLSX."));
    }

    Finding in(String file) {
        return Finding.at(Severity.ERROR, rule, file, new Place.Line(1, 1), found, accepted, sentence);
    }
}
