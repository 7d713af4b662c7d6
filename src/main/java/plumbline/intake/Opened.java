package plumbline.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import plumbline.Field;
import plumbline.Finding;
import plumbline.FormKind;
import plumbline.Name;
import plumbline.Place;
import plumbline.Severity;
import plumbline.read.ReportText;
import plumbline.read.form.CsvForm;

/// A file that has been recognised as a form or a text; or neither, and then the findings say why.
record Opened(Delivery file, Optional<CsvForm> form, Optional<ReportText> text, Findings findings) {

    /// Recognises the file by its name and its header: `.csv` and `.tsv` are forms, `.txt` and `.md` are texts unless
    /// they start with a form's header (Excel saves tables as `.txt`).
    ///
    /// @param given fields every row gets from elsewhere
    static Opened open(Delivery file, Set<Field> given) {
        String name = file.name().toLowerCase(Locale.ROOT);
        Findings findings = new Findings(file.name());
        if (isBinary(file.bytes())) {
            findings.accept(unknownFormat(file));
            return new Opened(file, Optional.empty(), Optional.empty(), findings);
        }
        if (name.endsWith(".txt") || name.endsWith(".md")) {
            Findings asForm = new Findings(file.name());
            Optional<CsvForm> form = CsvForm.open(file.name(), file.bytes(), given, asForm);
            if (form.isPresent() || looksLikeAForm(file)) {
                return new Opened(file, form, Optional.empty(), asForm);
            }
            return new Opened(file, Optional.empty(), ReportText.open(file.name(), file.bytes(), findings), findings);
        }
        return new Opened(file, CsvForm.open(file.name(), file.bytes(), given, findings), Optional.empty(), findings);
    }

    /// Whether the first line names two columns at least: then it is a form, if perhaps a faulty one, and taking it for
    /// a text would lose its figures without a word.
    private static boolean looksLikeAForm(Delivery file) {
        return ReportText.open(file.name(), file.bytes(), _ -> {})
                .flatMap(text -> text.text().lines().findFirst())
                .map(line -> line.split("[,;\t]", -1))
                .filter(cells -> Arrays.stream(cells)
                                .filter(cell -> Field.named(cell).isPresent())
                                .count()
                        >= 2)
                .isPresent();
    }

    /// Spreadsheets, documents and archives start with marks of their own.
    private static boolean isBinary(byte[] bytes) {
        return startsWith(bytes, "PK\u0003\u0004")
                || startsWith(bytes, "%PDF")
                || startsWith(bytes, "\u00d0\u00cf\u0011\u00e0");
    }

    private static boolean startsWith(byte[] bytes, String mark) {
        if (bytes.length < mark.length()) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if ((bytes[i] & 0xff) != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static Finding unknownFormat(Delivery file) {
        int dot = file.name().lastIndexOf('.');
        String ending = dot < 0 ? file.name() : file.name().substring(dot);
        return new Finding(
                Severity.ERROR,
                "unknown_format",
                file.name(),
                new Place.Line(1, 1),
                ending,
                "a form saved as CSV, or a narrative report as text (.txt)",
                new Name(
                        "还不能读%s文件；请另存为CSV（表单）或TXT（文字报告）。".formatted(ending),
                        "%s files cannot be read yet; save the form as CSV or the report as text.".formatted(ending)));
    }

    boolean isReadable() {
        return form.isPresent() || text.isPresent();
    }

    Optional<FormKind> kind() {
        return form.map(CsvForm::kind).or(() -> text.map(_ -> FormKind.TEXT));
    }

    Optional<String> encoding() {
        return form.map(CsvForm::encoding).or(() -> text.map(ReportText::encoding));
    }

    /// Whether its figures point into texts.
    boolean hasDocuments() {
        return form.map(each -> each.has(Field.DOCUMENT)).orElse(false);
    }
}
