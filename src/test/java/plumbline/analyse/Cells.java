package plumbline.analyse;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Interval;
import plumbline.Method;
import plumbline.Review;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;

/// A short notation for cells: `14`, `14?` (unconfirmed), `14!` (contested), `14+` (at least), `14..18` (a range), `*`
/// (withheld), `-` (not mentioned).
public final class Cells {
    public static final SeriesKey KEY = new SeriesKey("D01", "talks", Optional.empty(), Scope.OWN);

    private Cells() {}

    public static Cell of(String word) {
        return of(Span.ofYear(2022), word);
    }

    public static Cell of(Span span, String word) {
        if (word.equals("*") || word.equals("-")) {
            State why = word.equals("*") ? State.WITHHELD : State.NOT_MENTIONED;
            return Cell.missing(KEY, span, why, new Coverage(0, 1));
        }
        List<String> ends = List.of(word.replaceAll("[?!+]", "").split("\\.\\."));
        long lower = Long.parseLong(ends.getFirst());
        Interval interval =
                word.endsWith("+") ? Interval.atLeast(lower) : Interval.of(lower, Long.parseLong(ends.getLast()));
        State state = interval.upper().isEmpty()
                ? State.AT_LEAST
                : !interval.isPoint() ? State.RANGE : lower == 0 ? State.ZERO : State.EXACT;
        return new Cell(
                KEY,
                span,
                Method.STATED,
                state,
                OptionalLong.empty(),
                Optional.of(interval),
                word.endsWith("?") ? Review.UNCONFIRMED : Review.CONFIRMED,
                word.endsWith("!") ? Optional.of(Interval.of(lower + 1)) : Optional.empty(),
                new Coverage(1, 1),
                1,
                List.of(1L));
    }
}
