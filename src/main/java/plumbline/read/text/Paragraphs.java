package plumbline.read.text;

import java.util.List;
import java.util.stream.Collectors;

/// Collects a document's text: one paragraph a line, the cells of a table row side by side with tabs between, text
/// boxes behind the paragraph they hang on. Not thread-safe.
final class Paragraphs {
    private final StringBuilder text = new StringBuilder();
    private final Limits.Budget budget;

    Paragraphs(Limits.Budget budget) {
        this.budget = budget;
    }

    void add(CharSequence words) {
        budget.write(text.length() + words.length());
        text.append(words);
    }

    /// Ends the paragraph; several ends in a row leave one empty line at most.
    void end() {
        int length = text.length();
        if (length > 0 && !(length > 1 && text.charAt(length - 1) == '\n' && text.charAt(length - 2) == '\n')) {
            text.append('\n');
        }
    }

    /// Where the next word will stand.
    int mark() {
        return text.length();
    }

    /// Takes back what was added since the mark.
    String cut(int mark) {
        String cut = text.substring(mark);
        text.setLength(mark);
        return cut;
    }

    /// The text so far, with one line feed at its end.
    @Override
    public String toString() {
        String whole = text.toString().stripTrailing();
        return whole.isEmpty() ? "" : whole + "\n";
    }

    /// The cells of a row as a line. A row of one cell is layout and keeps its paragraphs.
    static String row(List<String> cells) {
        if (cells.size() == 1) {
            return cells.getFirst().strip();
        }
        return cells.stream().map(Paragraphs::line).collect(Collectors.joining("\t"));
    }

    private static String line(String cell) {
        StringBuilder line = new StringBuilder();
        cell.lines().map(String::strip).forEach(next -> {
            if (Seams.needBlank(line, next)) {
                line.append(' ');
            }
            line.append(next);
        });
        return line.toString();
    }
}
