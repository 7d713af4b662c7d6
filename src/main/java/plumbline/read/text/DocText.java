package plumbline.read.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// The text of a binary Word document (Word 97 to 2003 and WPS; Word 6 and 95 without their tracked changes): its body,
/// then its footnotes, endnotes and text boxes.
final class DocText {
    private static final char CELL_END = '\u0007';

    private final Paragraphs text;
    private final Limits.Budget budget;
    private List<String> row = new ArrayList<>();
    private int cell;

    private DocText(Limits.Budget budget) {
        this.text = new Paragraphs(budget);
        this.budget = budget;
    }

    /// @throws UnreadableDocument if it is damaged, protected, no Word document, or holds no text
    static String of(byte[] bytes, Limits.Budget budget) {
        DocText reader = new DocText(budget);
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw UnreadableDocument.encrypted(TextFormat.DOCX);
            }
            if (!container.getRoot().hasEntryCaseInsensitive("WordDocument")) {
                throw UnreadableDocument.damaged(TextFormat.DOC, "no Word document inside");
            }
            reader.read(container);
        } catch (EncryptedDocumentException locked) {
            throw UnreadableDocument.encrypted(TextFormat.DOC);
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException broken) {
            throw UnreadableDocument.damaged(TextFormat.DOC, String.valueOf(broken.getMessage()));
        }
        String whole = reader.text.toString();
        if (whole.isBlank()) {
            throw UnreadableDocument.withoutText(TextFormat.DOC, "no words");
        }
        return whole;
    }

    private void read(POIFSFileSystem container) throws IOException {
        try (HWPFDocument document = new HWPFDocument(container.getRoot())) {
            write(document.getRange());
            write(document.getFootnoteRange());
            write(document.getEndnoteRange());
            write(document.getMainTextboxRange());
        } catch (OldWordFileFormatException old) {
            try (HWPFOldDocument document = new HWPFOldDocument(container.getRoot());
                    Word6Extractor extractor = new Word6Extractor(document)) {
                for (String paragraph : extractor.getText().split("\r?\n", -1)) {
                    text.add(clean(paragraph));
                    text.end();
                }
            }
        }
    }

    private void write(Range range) {
        cell = text.mark();
        for (int i = 0; i < range.numParagraphs(); i++) {
            budget.time();
            Paragraph paragraph = range.getParagraph(i);
            String words = words(paragraph);
            text.add(clean(words));
            if (!paragraph.isInTable()) {
                text.end();
                cell = text.mark();
            } else if (paragraph.isTableRowEnd()) {
                text.cut(cell);
                text.add(Paragraphs.row(row));
                text.end();
                row = new ArrayList<>();
                cell = text.mark();
            } else if (words.indexOf(CELL_END) >= 0) {
                row.add(text.cut(cell));
            } else {
                text.end();
            }
        }
    }

    /// What stays of a paragraph when its tracked changes are accepted and its hidden words are left out.
    private static String words(Paragraph paragraph) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            if (!run.isMarkedDeleted() && !run.isVanished()) {
                words.append(run.text());
            }
        }
        return words.toString();
    }

    /// Without field codes and marks of the format: a line break stays one, a hyphen that must not break is a hyphen.
    private static String clean(String words) {
        StringBuilder clean = new StringBuilder();
        for (char c : WordExtractor.stripFields(words).toCharArray()) {
            switch (c) {
                case '\u000b', '\f' -> clean.append('\n');
                case '\u001e' -> clean.append('-');
                case '\t' -> clean.append('\t');
                default -> {
                    if (c >= ' ') {
                        clean.append(c);
                    }
                }
            }
        }
        return clean.toString();
    }
}
