package plumbline.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// What is printed on paper.
///
/// @param sheets width × height of each, in millimetres: `210×297`
/// @param words all that can be read, without spaces that only keep letters apart
/// @param smallest the smallest letters and digits, in points
record PdfText(List<String> sheets, String words, double smallest) {
    private static final double MILLIMETRES = 25.4 / 72;

    static PdfText of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Letters letters = new Letters();
            String words = Normalizer.normalize(letters.getText(document), Normalizer.Form.NFKC);
            List<String> sheets = new ArrayList<>();
            document.getPages().forEach(page -> sheets.add(size(page.getMediaBox())));
            return new PdfText(List.copyOf(sheets), words, letters.smallest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String size(PDRectangle box) {
        return Math.round(box.getWidth() * MILLIMETRES) + "×" + Math.round(box.getHeight() * MILLIMETRES);
    }

    int pages() {
        return sheets.size();
    }

    /// Whether it says this, however it is spaced and broken into lines.
    boolean says(String text) {
        return packed(words).contains(packed(Normalizer.normalize(text, Normalizer.Form.NFKC)));
    }

    private static String packed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static final class Letters extends PDFTextStripper {
        double smallest = Double.MAX_VALUE;

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            smallest = Stream.concat(
                            Stream.of(smallest),
                            positions.stream()
                                    .filter(each -> Character.isLetterOrDigit(
                                            each.getUnicode().codePointAt(0)))
                                    .map(each -> (double) each.getYScale()))
                    .min(Double::compare)
                    .orElse(smallest);
            super.writeString(text, positions);
        }
    }
}
