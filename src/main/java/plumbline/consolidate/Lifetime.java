package plumbline.consolidate;

import java.util.Arrays;
import java.util.List;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Life;
import plumbline.Method;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;

/// The months of a year in which a department did not exist: they do not apply, so that a year is complete with the
/// months there were. They are marked before the arithmetic and no cells of their own afterwards.
final class Lifetime {
    private Lifetime() {}

    /// Marks every span outside the life about which nothing is said.
    static void mark(Timeline timeline, SeriesKey key, Life life) {
        if (life.equals(Life.ALWAYS)) {
            return;
        }
        List<int[]> outside = Arrays.stream(timeline.candidates())
                .filter(cuts -> !life.existsIn(timeline.span(cuts[0], cuts[1])))
                .toList();
        List<int[]> spoken = outside.stream()
                .filter(cuts -> timeline.at(cuts[0], cuts[1]) != null)
                .toList();
        for (int[] cuts : outside) {
            // What is said of a time without the department is a fault; until it is mended nothing is built upon it.
            if (spoken.stream().noneMatch(said -> said[0] < cuts[1] && cuts[0] < said[1])) {
                Span span = timeline.span(cuts[0], cuts[1]);
                timeline.put(cuts[0], cuts[1], Cell.missing(key, span, State.NOT_APPLICABLE, new Coverage(0, 0)));
            }
        }
    }

    static List<Cell> unmarked(List<Cell> cells) {
        return cells.stream().filter(each -> !isMark(each)).toList();
    }

    private static boolean isMark(Cell cell) {
        return cell.state() == State.NOT_APPLICABLE
                && cell.method() == Method.MISSING
                && cell.figures().isEmpty();
    }
}
