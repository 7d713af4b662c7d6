package plumbline.read.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import plumbline.Finding;
import plumbline.read.Charsets;
import plumbline.read.Decoded;
import plumbline.read.ReportText;

/// Opens a narrative report of any format: plain text, HTML, DOCX, DOC or PDF. Stateless.
public final class DocumentText {
    /// The libraries remark on every oddity of a file that they then read all the same. What stops them is thrown.
    private static final List<Logger> REMARKS = List.of(
            Logger.getLogger("org.apache.pdfbox"),
            Logger.getLogger("org.apache.fontbox"),
            Logger.getLogger("org.apache.poi"));

    static {
        REMARKS.forEach(each -> each.setLevel(Level.OFF));
    }

    private DocumentText() {}

    /// The text of the document; empty, with a finding that says why, where it has none.
    public static Optional<ReportText> open(String name, byte[] bytes, Consumer<Finding> findings) {
        return open(name, bytes, Limits.USUAL, findings);
    }

    static Optional<ReportText> open(String name, byte[] bytes, Limits limits, Consumer<Finding> findings) {
        TextFormat format = TextFormat.of(bytes);
        Limits.Budget budget = limits.start();
        try {
            return switch (format) {
                case PLAIN -> ReportText.open(name, bytes, findings);
                case HTML ->
                    Charsets.decode(name, bytes, findings)
                            .map(decoded -> text(name, encoding(format, decoded), HtmlText.of(decoded.text(), budget)));
                case DOCX -> Optional.of(text(name, format.label(), DocxText.of(bytes, budget)));
                case DOC -> Optional.of(text(name, format.label(), DocText.of(bytes, budget)));
                case PDF -> Optional.of(text(name, format.label(), PdfText.of(bytes, budget)));
            };
        } catch (UnreadableDocument unreadable) {
            findings.accept(unreadable.in(name));
        } catch (StackOverflowError nested) {
            findings.accept(
                    UnreadableDocument.damaged(format, "nested too deeply").in(name));
        }
        return Optional.empty();
    }

    private static String encoding(TextFormat format, Decoded decoded) {
        return format.label() + ", " + decoded.encoding();
    }

    private static ReportText text(String name, String encoding, String text) {
        return new ReportText(name, encoding, text);
    }
}
