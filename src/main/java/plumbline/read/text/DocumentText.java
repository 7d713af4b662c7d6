package plumbline.read.text;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import plumbline.Finding;
import plumbline.read.Charsets;
import plumbline.read.Decoded;
import plumbline.read.Encoding;
import plumbline.read.ReportText;

/// Opens a narrative report of any format: plain text, HTML, DOCX, DOC or PDF. Stateless.
public final class DocumentText {
    /// The libraries remark on every oddity of a file that they then read all the same. What stops them is thrown.
    private static final List<Logger> REMARKS = List.of(
            Logger.getLogger("org.apache.pdfbox"),
            Logger.getLogger("org.apache.fontbox"),
            Logger.getLogger("org.apache.poi"));

    private static final List<String> WORKBOOKS = List.of(".xls", ".xlsx", ".ods", ".et", ".csv");

    static {
        REMARKS.forEach(each -> each.setLevel(Level.OFF));
    }

    private DocumentText() {}

    /// Whether the bytes are a document of Word, a PDF or a page of HTML: neither a form nor a plain text.
    public static boolean isDocument(byte[] bytes) {
        return switch (TextFormat.of(bytes)) {
            case PLAIN -> false;
            case HTML, PDF -> true;
            case DOCX -> Containers.holdsWordZip(bytes);
            case DOC -> Containers.holdsWordOle(bytes);
        };
    }

    /// The text of a file on record, read the way it was read when it came, so that places in it still hold.
    ///
    /// @param encoding as [ReportText#encoding] said then
    /// @return empty where the file gives no text any more
    public static Optional<String> again(String encoding, byte[] bytes) {
        TextFormat format = TextFormat.recorded(encoding);
        Limits.Budget budget = Limits.USUAL.start();
        try {
            return Optional.of(
                    switch (format) {
                        case PLAIN -> decoded(encoding, bytes);
                        case HTML -> HtmlText.of(decoded(encoding.substring(encoding.indexOf(' ') + 1), bytes), budget);
                        case DOCX, DOC, PDF -> ofBinary(format, bytes, budget);
                    });
        } catch (UnreadableDocument | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }

    /// `UTF-8 (BOM)` is what came with a byte order mark.
    private static String decoded(String encoding, byte[] bytes) {
        String text = new String(bytes, Charset.forName(encoding.split(" ", 2)[0]));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// The text of the document; empty, with a finding that says why, where it has none.
    public static Optional<ReportText> open(String name, byte[] bytes, Consumer<Finding> findings) {
        return open(name, bytes, Encoding.DETECTED, findings);
    }

    /// As above; plain text and HTML in the encoding that a person named.
    public static Optional<ReportText> open(String name, byte[] bytes, Encoding encoding, Consumer<Finding> findings) {
        return open(name, bytes, encoding, Limits.USUAL, findings);
    }

    static Optional<ReportText> open(String name, byte[] bytes, Limits limits, Consumer<Finding> findings) {
        return open(name, bytes, Encoding.DETECTED, limits, findings);
    }

    private static Optional<ReportText> open(
            String name, byte[] bytes, Encoding encoding, Limits limits, Consumer<Finding> findings) {
        TextFormat format = TextFormat.of(bytes);
        Limits.Budget budget = limits.start();
        try {
            return switch (format) {
                case PLAIN -> ReportText.open(name, bytes, encoding, findings);
                case HTML ->
                    Charsets.decode(name, bytes, encoding, findings)
                            .map(decoded -> new ReportText(
                                    name, encoding(format, decoded), page(name, decoded.text(), budget)));
                case DOCX, DOC, PDF ->
                    Optional.of(new ReportText(name, format.label(), ofBinary(format, bytes, budget)));
            };
        } catch (UnreadableDocument unreadable) {
            findings.accept(unreadable.in(name));
        } catch (StackOverflowError nested) {
            findings.accept(
                    UnreadableDocument.damaged(format, "nested too deeply").in(name));
        }
        return Optional.empty();
    }

    private static String ofBinary(TextFormat format, byte[] bytes, Limits.Budget budget) {
        try {
            return switch (format) {
                case DOCX -> DocxText.of(bytes, budget);
                case DOC -> DocText.of(bytes, budget);
                case PDF -> PdfText.of(bytes, budget);
                case PLAIN, HTML -> throw new IllegalArgumentException(format.label());
            };
        } catch (UnreadableDocument unreadable) {
            throw unreadable;
        } catch (RuntimeException broken) { // the libraries meet damage in many ways
            throw UnreadableDocument.damaged(format, broken.getClass().getSimpleName());
        }
    }

    /// Some offices export tables as HTML and call them workbooks. Taken for a text, their figures would be lost
    /// without a word.
    private static String page(String name, String page, Limits.Budget budget) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (WORKBOOKS.stream().anyMatch(lower::endsWith) || page.contains("urn:schemas-microsoft-com:office:excel")) {
            throw UnreadableDocument.pageOfCells();
        }
        return HtmlText.of(page, budget);
    }

    private static String encoding(TextFormat format, Decoded decoded) {
        return format.label() + ", " + decoded.encoding();
    }
}
