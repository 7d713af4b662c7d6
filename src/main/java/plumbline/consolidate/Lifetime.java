package plumbline.consolidate;

import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /// Marks every unit outside the life about which nothing is said.
    static void mark(Timeline timeline, SeriesKey key, Life life) {
        if (life.equals(Life.ALWAYS)) {
            return;
        }
        for (int cut = 0; cut < timeline.units; cut++) {
            Span unit = timeline.span(cut, cut + 1);
            if (!life.existsIn(unit) && !isSpokenOf(timeline, cut, life)) {
                timeline.put(cut, cut + 1, Cell.missing(key, unit, State.NOT_APPLICABLE, new Coverage(0, 0)));
            }
        }
    }

    /// Whether a report gives a number for this unit although there was no department: for it alone or for a stretch
    /// that lies outside the life as well.
    private static boolean isSpokenOf(Timeline timeline, int cut, Life life) {
        for (int from = 0; from <= cut; from++) {
            for (int to = cut + 1; to <= timeline.units; to++) {
                @Nullable Cell stated = timeline.at(from, to);
                if (stated != null && !life.existsIn(timeline.span(from, to))) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<Cell> unmarked(List<Cell> cells) {
        return cells.stream()
                .filter(each -> each.state() != State.NOT_APPLICABLE
                        || each.method() != Method.MISSING
                        || !each.figures().isEmpty())
                .toList();
    }
}
