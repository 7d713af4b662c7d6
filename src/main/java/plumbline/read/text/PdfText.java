package plumbline.read.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// The text of a PDF: its lines put together to the paragraphs they were before they were set.
final class PdfText {
    private PdfText() {}

    /// @throws UnreadableDocument if it is damaged, protected, holds no text (a scan), or goes beyond the budget
    static String of(byte[] bytes, Limits.Budget budget) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            int pages = document.getNumberOfPages();
            if (pages > budget.limits().pages()) {
                throw UnreadableDocument.damaged(TextFormat.PDF, "%d pages".formatted(pages));
            }
            Lines lines = new Lines(budget);
            lines.getText(document);
            Paragraphs text = new Paragraphs(budget);
            PdfParagraphs.write(lines.pages, text);
            String whole = text.toString();
            if (whole.isBlank()) {
                throw UnreadableDocument.withoutText(TextFormat.PDF, "%d pages without a word".formatted(pages));
            }
            return whole;
        } catch (InvalidPasswordException locked) {
            throw UnreadableDocument.encrypted(TextFormat.PDF);
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException broken) {
            throw UnreadableDocument.damaged(TextFormat.PDF, String.valueOf(broken.getMessage()));
        }
    }

    /// Collects the lines of each page with where they stand.
    private static final class Lines extends PDFTextStripper {
        /// Empty spaces in letters' widths: from here on it parts words, and columns.
        private static final float WORD = 0.35f;

        private static final float COLUMN = 1.5f;

        final List<List<PdfLine>> pages = new ArrayList<>();
        private final Limits.Budget budget;
        private final StringBuilder words = new StringBuilder();
        private float left;
        private float right;
        private float size;
        private int length;

        Lines(Limits.Budget budget) {
            this.budget = budget;
            setSortByPosition(true);
            setSuppressDuplicateOverlappingText(true);
        }

        @Override
        protected void startPage(PDPage page) {
            pages.add(new ArrayList<>());
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            budget.time();
            super.processTextPosition(text);
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            if (positions.isEmpty()) {
                return;
            }
            TextPosition first = positions.getFirst();
            TextPosition last = positions.getLast();
            if (words.isEmpty()) {
                left = first.getXDirAdj();
                size = first.getFontSizeInPt();
            } else {
                words.append(gap(text, (first.getXDirAdj() - right) / Math.max(size, 1)));
            }
            right = last.getXDirAdj() + last.getWidthDirAdj();
            size = Math.max(size, first.getFontSizeInPt());
            length += text.length();
            budget.write(length);
            words.append(text);
        }

        /// What stands for the empty space before a word: a tab for a column's, nothing for the little that typesetters
        /// put between Chinese and figures.
        private String gap(String next, float letters) {
            if (letters > COLUMN) {
                return "\t";
            }
            return letters > WORD || Seams.needBlank(words, next) ? " " : "";
        }

        @Override
        protected void writeWordSeparator() {
            // told from where the words stand, in gap
        }

        @Override
        protected void writeLineSeparator() {
            endLine();
        }

        @Override
        protected void writePageEnd() {
            endLine();
        }

        private void endLine() {
            String text = words.toString().strip();
            if (!text.isEmpty()) {
                pages.getLast().add(new PdfLine(text, left, right, size));
            }
            words.setLength(0);
        }
    }
}
