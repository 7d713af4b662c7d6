package plumbline.consolidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import plumbline.Basis;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Interval;
import plumbline.Method;
import plumbline.RecordedFigure;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;
import plumbline.Value;

/// What is said directly for a span; "to June, to date" and "first half, in period" say it of the same span.
///
/// A statement with a number goes before one without. Of two that can both be true the narrower stands (in_period if
/// they are equally narrow); of two that contradict each other the in_period one stands and carries the other's
/// interval as conflict. Figures are looked at in_period first and then the longer period first (the year before the
/// fourth quarter to date), so the order in which they came does not matter.
final class Statements {
    private Statements() {}

    /// Compares by the order in which statements of one span are looked at.
    static int order(RecordedFigure a, RecordedFigure b) {
        int byBasis = Boolean.compare(isToDate(a), isToDate(b));
        int byLength = Integer.compare(months(b), months(a));
        return byBasis != 0 ? byBasis : byLength != 0 ? byLength : Long.compare(a.id(), b.id());
    }

    private static int months(RecordedFigure figure) {
        return figure.figure().key().period().span().months();
    }

    /// The cell of one statement.
    static Cell cell(SeriesKey key, Span span, RecordedFigure figure) {
        Value value = figure.figure().value();
        OptionalLong number = OptionalLong.empty();
        Optional<Interval> interval = Optional.empty();
        if (value instanceof Value.Amount amount) {
            number = amount.stated();
            interval = Optional.of(amount.interval());
        }
        return new Cell(
                key,
                span,
                isSilent(value.state()) ? Method.MISSING : Method.STATED,
                value.state(),
                number,
                interval,
                figure.figure().review(),
                Optional.empty(),
                coverage(value.state()),
                figure.revision(),
                List.of(figure.id()));
    }

    /// Only a number stands behind a value; what does not apply is not even expected.
    private static Coverage coverage(State state) {
        return new Coverage(state.hasNumber() ? 1 : 0, state == State.NOT_APPLICABLE ? 0 : 1);
    }

    /// Which of two statements of the same span stands; `first` was looked at before.
    static Cell standing(Cell first, Cell second) {
        if (first.interval().isEmpty() || second.interval().isEmpty()) {
            return first.interval().isEmpty() && second.interval().isPresent() ? second : first;
        }
        Interval one = first.interval().get();
        Interval other = second.interval().get();
        if (RoundingTolerance.contradict(first.state(), one, second.state(), other)) {
            return first.conflict().isPresent() ? first : inConflict(first, other, List.of(second));
        }
        if (!isNarrower(other, one)) {
            return first;
        }
        return first.conflict().isPresent()
                ? inConflict(second, first.conflict().get(), List.of(first))
                : second;
    }

    /// The same cell, contradicted by the interval of other cells; the figures of both sides stand behind it, so that a
    /// reader finds either.
    static Cell inConflict(Cell cell, Interval by, List<Cell> others) {
        List<Cell> both = new ArrayList<>(others);
        both.add(cell);
        return new Cell(
                cell.key(),
                cell.span(),
                cell.method(),
                cell.state(),
                cell.value(),
                cell.interval(),
                cell.review(),
                Optional.of(by),
                cell.coverage(),
                cell.revision(),
                Parts.figures(both));
    }

    /// A report that does not speak of the metric states nothing, so its parts may; a masked number is a statement.
    static boolean isSilent(State stated) {
        return stated == State.NOT_MENTIONED || stated == State.NOT_REPORTED;
    }

    /// Whether a part of this state can be built upon: it carries a number, or adds nothing because it does not apply.
    static boolean isPart(State state) {
        return state.hasNumber() || state == State.NOT_APPLICABLE;
    }

    private static boolean isToDate(RecordedFigure each) {
        return each.figure().key().basis() == Basis.TO_DATE;
    }

    private static boolean isNarrower(Interval a, Interval b) {
        if (a.upper().isEmpty() || b.upper().isEmpty()) {
            return a.upper().isPresent() || (b.upper().isEmpty() && a.lower() > b.lower());
        }
        return a.upper().getAsLong() - a.lower() < b.upper().getAsLong() - b.lower();
    }
}
