package plumbline.consolidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.Cell;
import plumbline.Method;
import plumbline.SeriesKey;
import plumbline.Span;

/// What is simple over time: stocks, and what has no arithmetic.
final class OverTime {
    private OverTime() {}

    /// Only what is stated.
    static List<Cell> stated(Timeline timeline) {
        List<Cell> cells = new ArrayList<>();
        for (int[] cuts : timeline.candidates()) {
            Optional.ofNullable(timeline.at(cuts[0], cuts[1])).ifPresent(cells::add);
        }
        return List.copyOf(cells);
    }

    /// A period takes what stood at the end of its last part; where that is not known, nothing.
    static List<Cell> last(SeriesKey key, Timeline timeline) {
        List<Cell> marked = new ArrayList<>();
        for (int[] cuts : timeline.candidates()) {
            Cell stated = timeline.at(cuts[0], cuts[1]);
            Cell part = lastPart(timeline, cuts[0], cuts[1]);
            if (stated != null && part != null && !Statements.isSilent(stated.state())) {
                marked.add(checked(stated, part));
            }
        }
        marked.forEach(timeline::put);
        List<Cell> cells = new ArrayList<>();
        for (int[] cuts : timeline.candidates()) {
            Cell stated = timeline.at(cuts[0], cuts[1]);
            Cell part = lastPart(timeline, cuts[0], cuts[1]);
            if (stated != null && (part == null || !Statements.isSilent(stated.state()))) {
                cells.add(stated);
            } else if (part != null && timeline.isPeriod(cuts[0], cuts[1])) {
                cells.add(taken(key, timeline.span(cuts[0], cuts[1]), part));
            }
        }
        return List.copyOf(cells);
    }

    private static @Nullable Cell lastPart(Timeline timeline, int from, int to) {
        for (int cut = from + 1; cut < to; cut++) {
            Cell part = timeline.at(cut, to);
            if (part != null && part.interval().isPresent()) {
                return part;
            }
        }
        return null;
    }

    private static Cell checked(Cell stated, Cell part) {
        boolean agree = stated.conflict().isPresent()
                || stated.interval().isEmpty()
                || part.interval().isEmpty()
                || !RoundingTolerance.contradict(
                        stated.state(),
                        stated.interval().get(),
                        part.state(),
                        part.interval().get());
        return agree ? stated : Statements.inConflict(stated, part.interval().get(), List.of(part));
    }

    private static Cell taken(SeriesKey key, Span span, Cell part) {
        return new Cell(
                key,
                span,
                Method.SUMMED,
                part.state(),
                part.value(),
                part.interval(),
                part.review(),
                part.conflict(),
                part.coverage(),
                part.revision(),
                part.figures());
    }
}
