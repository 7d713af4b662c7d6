package plumbline.read.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts set lines together again: a line that reaches the right margin goes on in the next one, if that begins at the
/// left margin and in letters of the same size. Page numbers and running heads are no words of the report.
final class PdfParagraphs {
    /// `3`, `- 3 -`, `第3页`, `第3页 共10页`, `3/10`: no nested repetition, so that it is linear.
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("[—–\\-·\\s]*第?\\s?([0-9]{1,4})\\s?页?[\\s/，,]*共?\\s?[0-9]{0,4}\\s?页?[—–\\-·\\s]*");

    private static final int LONGEST_FURNITURE = 60;

    /// How many letters a full line may stop short of the margin: punctuation may not begin a line.
    private static final float SLACK = 2.2f;

    /// How many letters a paragraph's first line is set in at least (two, in the official layout).
    private static final float INDENT = 0.9f;

    /// How many letters a paragraph's first line is set in at most; what begins further right is a column or a
    /// signature.
    private static final float FIRST_LINE = 4.5f;

    private static final float SAME_SIZE = 0.6f;

    private PdfParagraphs() {}

    static void write(List<List<PdfLine>> pages, Paragraphs text) {
        Furniture furniture = Furniture.of(pages);
        List<PdfLine> lines = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            lines.addAll(furniture.without(pages.get(page), page));
        }
        Margins margins = Margins.of(lines);
        PdfLine before = null;
        for (PdfLine line : lines) {
            if (before != null) {
                if (margins.goesOn(before, line)) {
                    text.add(Seams.needBlank(before.text(), line.text()) ? " " : "");
                } else {
                    text.end();
                }
            }
            text.add(line.text());
            before = line;
        }
    }

    /// What stands at the edges of pages and is no text of the report: running heads, and page numbers.
    ///
    /// @param repeated how often each line stands first or last on a page
    /// @param offset what a page's number is ahead of its place; a lone figure of a table has another one
    /// @param pages how many there are
    private record Furniture(Map<String, Integer> repeated, int offset, int pages) {
        static Furniture of(List<List<PdfLine>> pages) {
            Map<String, Integer> repeated = new HashMap<>();
            Map<Integer, Integer> offsets = new HashMap<>();
            for (int page = 0; page < pages.size(); page++) {
                List<PdfLine> lines = pages.get(page);
                if (lines.size() > 1) {
                    for (PdfLine edge : List.of(lines.getFirst(), lines.getLast())) {
                        repeated.merge(edge.text(), 1, Integer::sum);
                        int at = page;
                        number(edge).ifPresent(number -> offsets.merge(number - at, 1, Integer::sum));
                    }
                }
            }
            return new Furniture(repeated, mostFrequent(offsets, 1), pages.size());
        }

        List<PdfLine> without(List<PdfLine> page, int index) {
            int from = 0;
            int to = page.size();
            while (from < to && isFurniture(page.get(from), index)) {
                from++;
            }
            while (to > from && isFurniture(page.get(to - 1), index)) {
                to--;
            }
            return page.subList(from, to);
        }

        private boolean isFurniture(PdfLine line, int page) {
            int times = repeated.getOrDefault(line.text(), 0);
            return number(line).equals(Optional.of(page + offset))
                    || (line.text().length() <= LONGEST_FURNITURE && times >= 3 && times * 2 > pages);
        }

        private static Optional<Integer> number(PdfLine line) {
            if (line.text().length() > LONGEST_FURNITURE) {
                return Optional.empty();
            }
            Matcher number = PAGE_NUMBER.matcher(line.text());
            return number.matches() ? Optional.of(Integer.parseInt(number.group(1))) : Optional.empty();
        }
    }

    /// The key counted most often; of several the smallest.
    private static int mostFrequent(Map<Integer, Integer> counts, int otherwise) {
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<Integer, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }

    /// Between what most lines are set.
    private record Margins(float left, float right) {
        static Margins of(List<PdfLine> lines) {
            Map<Integer, Integer> lefts = new HashMap<>();
            float right = 0;
            for (PdfLine line : lines) {
                lefts.merge(Math.round(line.left() / 2), 1, Integer::sum);
                right = Math.max(right, line.right());
            }
            float left = 2f * mostFrequent(lefts, 0);
            return new Margins(left, right);
        }

        boolean goesOn(PdfLine line, PdfLine next) {
            boolean full = line.right() > right - SLACK * line.size();
            boolean fromLeft = line.left() < left + FIRST_LINE * line.size();
            boolean flush = next.left() < left + INDENT * next.size();
            boolean alike = Math.abs(line.size() - next.size()) < SAME_SIZE;
            return full && fromLeft && flush && alike && !line.isRow() && !next.isRow();
        }
    }
}
