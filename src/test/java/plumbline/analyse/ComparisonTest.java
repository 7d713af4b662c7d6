package plumbline.analyse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Difference;
import plumbline.Interval;
import plumbline.Method;
import plumbline.Review;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;

class ComparisonTest {
    private static final Coverage ALL = new Coverage(1, 1);

    private static Cell cell(
            State state, long lower, OptionalLong upper, Scope scope, Method method, Coverage coverage) {
        return new Cell(
                new SeriesKey("D01", "talks", Optional.empty(), scope),
                Span.ofYear(2022),
                method,
                state,
                OptionalLong.empty(),
                state.hasNumber() ? Optional.of(new Interval(lower, upper)) : Optional.empty(),
                Review.CONFIRMED,
                Optional.empty(),
                coverage,
                1,
                List.of());
    }

    private static Cell exact(long number) {
        return cell(
                number == 0 ? State.ZERO : State.EXACT, number, OptionalLong.of(number), Scope.OWN, Method.STATED, ALL);
    }

    private static Cell range(long lower, long upper) {
        return cell(State.RANGE, lower, OptionalLong.of(upper), Scope.OWN, Method.STATED, ALL);
    }

    private static Cell atLeast(long lower) {
        return cell(State.AT_LEAST, lower, OptionalLong.empty(), Scope.OWN, Method.STATED, ALL);
    }

    private static Cell without(State state) {
        return cell(state, 0, OptionalLong.empty(), Scope.OWN, Method.STATED, ALL);
    }

    private static Cell total(long number, Method method, int reported, int expected) {
        Coverage coverage = new Coverage(reported, expected);
        return method == Method.PARTIAL
                ? cell(State.AT_LEAST, number, OptionalLong.empty(), Scope.CONSOLIDATED, method, coverage)
                : cell(State.EXACT, number, OptionalLong.of(number), Scope.CONSOLIDATED, method, coverage);
    }

    /// Difference, percent and reason in one line.
    private static String compared(Cell current, Cell base) {
        Comparison found = Comparison.of(current, base);
        return found.difference().map(ComparisonTest::bounds).orElse("none")
                + found.percent().map(each -> " " + each + "%").orElse("")
                + found.reason().map(each -> " " + each.word()).orElse("");
    }

    private static String bounds(Difference difference) {
        return bound(difference.lower()) + ".." + bound(difference.upper());
    }

    private static String bound(OptionalLong bound) {
        return bound.isPresent() ? String.valueOf(bound.getAsLong()) : "";
    }

    @Test
    void exactNumbersOverABaseOfTenGiveAPercentage() {
        assertEquals("6..6 14.3%", compared(exact(48), exact(42)));
        assertEquals("-6..-6 -12.5%", compared(exact(42), exact(48)));
        assertEquals("0..0 0.0%", compared(exact(10), exact(10)));
        assertEquals("-12..-12 -100.0%", compared(exact(0), exact(12)));
        assertEquals("1..1 6.3%", compared(exact(17), exact(16)));
    }

    @Test
    void aSmallBaseGivesNoPercentage() {
        assertEquals("3..3 base_small", compared(exact(12), exact(9)));
    }

    @Test
    void aBaseOfZeroGivesNoPercentage() {
        assertEquals("12..12 base_zero", compared(exact(12), exact(0)));
        assertEquals("5.. base_zero", compared(atLeast(5), exact(0)));
    }

    @Test
    void boundsGiveADifferenceWithBoundsAndNoPercentage() {
        assertEquals("5.. not_exact", compared(atLeast(65), exact(60)));
        assertEquals("..-5 not_exact", compared(exact(60), atLeast(65)));
        assertEquals("11..29 not_exact", compared(range(40, 49), range(20, 29)));
    }

    @Test
    void aDifferenceThatMayBeUpOrDownCannotBeJudged() {
        assertEquals("-9..9 cannot_be_judged", compared(range(61, 69), range(60, 70)));
        assertEquals(".. cannot_be_judged", compared(atLeast(5), atLeast(6)));
        assertEquals("0..9 cannot_be_judged", compared(range(60, 69), exact(60)));
    }

    @Test
    void whatIsMissingOrWithheldIsNamed() {
        assertEquals("none base_missing", compared(exact(5), without(State.NOT_REPORTED)));
        assertEquals("none current_missing", compared(without(State.NOT_MENTIONED), exact(5)));
        assertEquals("none base_withheld", compared(exact(5), without(State.WITHHELD)));
        assertEquals("none current_withheld", compared(without(State.SUPPRESSED), exact(5)));
        assertEquals("none base_missing", compared(without(State.WITHHELD), without(State.NOT_DUE)));
    }

    @Test
    void totalsOfDifferentDepartmentsDifferInCoverage() {
        assertEquals("6.. coverage_differs", compared(total(48, Method.PARTIAL, 7, 9), total(42, Method.SUMMED, 9, 9)));
        assertEquals("6..6 coverage_differs", compared(total(48, Method.SUMMED, 9, 9), total(42, Method.SUMMED, 7, 7)));
        assertEquals("6..6 14.3%", compared(total(48, Method.SUMMED, 9, 9), total(42, Method.SUMMED, 9, 9)));
        assertEquals("6..6 14.3%", compared(total(48, Method.SUMMED, 9, 9), total(42, Method.STATED, 1, 1)));
    }

    @Test
    void aYearOfFourQuartersMayBeComparedWithAStatedYear() {
        Cell summed = cell(State.EXACT, 48, OptionalLong.of(48), Scope.OWN, Method.SUMMED, new Coverage(4, 4));
        assertEquals("6..6 14.3%", compared(summed, exact(42)));
    }

    @Test
    void aContradictedNumberGivesNoPercentage() {
        assertEquals("6..6 conflict", compared(disputed(exact(48)), exact(42)));
        assertEquals("6..6 conflict", compared(exact(48), disputed(exact(42))));
        assertEquals("none base_missing", compared(disputed(exact(48)), without(State.NOT_REPORTED)));
    }

    private static Cell disputed(Cell cell) {
        return new Cell(
                cell.key(),
                cell.span(),
                cell.method(),
                cell.state(),
                cell.value(),
                cell.interval(),
                cell.review(),
                Optional.of(Interval.of(7)),
                cell.coverage(),
                cell.revision(),
                cell.figures());
    }
}
