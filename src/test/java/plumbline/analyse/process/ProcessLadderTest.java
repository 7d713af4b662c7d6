package plumbline.analyse.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.Aggregation;
import plumbline.Cell;
import plumbline.Direction;
import plumbline.Interval;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.Name;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.analyse.Cells;
import plumbline.analyse.rate.Proportion;

class ProcessLadderTest {
    private static final Metric RECEIVED = metric("received", "件次", Kind.FLOW);
    private static final Metric CLOSED = metric("closed", "件次", Kind.FLOW);
    private static final Metric FILED = metric("filed", "件", Kind.FLOW);
    private static final Metric DECIDED = metric("decided", "件", Kind.FLOW);
    private static final Metric SANCTIONED = metric("sanctioned", "人", Kind.PERSONS);
    private static final Metric RATIO = metric("ratio", "%", Kind.RATIO);
    private static final List<Metric> CATALOG = List.of(RECEIVED, CLOSED, FILED, DECIDED, SANCTIONED, RATIO);

    private static Metric metric(String code, String unit, Kind kind) {
        boolean ratio = kind == Kind.RATIO;
        return new Metric(
                code,
                new Name(code, code),
                "cases",
                unit,
                0,
                kind,
                Direction.NEUTRAL,
                true,
                Aggregation.SUM,
                Aggregation.SUM,
                List.of(),
                ratio ? Optional.of("closed") : Optional.empty(),
                ratio ? Optional.of("received") : Optional.empty(),
                List.of(),
                new Name("", ""));
    }

    private static ProcessLadder.Rung rung(Metric whole, Cell wholeCell, Metric part, Cell partCell) {
        ProcessLadder ladder = ProcessLadder.of(
                List.of(new ProcessLadder.Step(whole, wholeCell), new ProcessLadder.Step(part, partCell)), CATALOG);
        assertEquals(Optional.empty(), ladder.rungs().getFirst().share());
        return ladder.rungs().getLast();
    }

    private static Optional<ProcessLadder.Incompatible> incompatible(
            Metric whole, Cell wholeCell, Metric part, Cell partCell) {
        ProcessLadder.Rung rung = rung(whole, wholeCell, part, partCell);
        assertTrue(rung.share().isEmpty());
        return rung.reason();
    }

    @Test
    void aDeclaredRatioOfOneUnitHasAShare() {
        ProcessLadder.Rung rung = rung(RECEIVED, Cells.of("40"), CLOSED, Cells.of("30"));
        assertEquals(Optional.empty(), rung.reason());
        assertEquals(0.75, rung.share().flatMap(Proportion::share).orElseThrow().low());
    }

    @Test
    void moreClosedThanReceivedIsNoShare() {
        ProcessLadder.Rung rung = rung(RECEIVED, Cells.of("298"), CLOSED, Cells.of("308"));
        assertEquals(
                Optional.of(Proportion.WithoutShare.PART_ABOVE_WHOLE),
                rung.share().flatMap(Proportion::reason));
    }

    @Test
    void stepsThatAreNotCompatibleHaveNoShareAndAReason() {
        Cell some = Cells.of("30");
        assertEquals(Optional.of(ProcessLadder.Incompatible.UNIT_DIFFERS), incompatible(FILED, some, SANCTIONED, some));
        assertEquals(Optional.of(ProcessLadder.Incompatible.NOT_DECLARED), incompatible(FILED, some, DECIDED, some));
        assertEquals(Optional.of(ProcessLadder.Incompatible.NOT_DECLARED), incompatible(CLOSED, some, RECEIVED, some));
        Metric forwarded = metric("forwarded", "件次", Kind.FLOW);
        assertEquals(
                Optional.of(ProcessLadder.Incompatible.NOT_DECLARED), incompatible(RECEIVED, some, forwarded, some));
        assertEquals(
                Optional.of(ProcessLadder.Incompatible.TIME_DIFFERS),
                incompatible(RECEIVED, some, CLOSED, Cells.of(new Span(2022, 1, 6), "20")));
        assertEquals(
                Optional.of(ProcessLadder.Incompatible.DEPARTMENT_DIFFERS),
                incompatible(RECEIVED, some, CLOSED, with("D02", Optional.empty(), Scope.OWN)));
        assertEquals(
                Optional.of(ProcessLadder.Incompatible.DEPARTMENT_DIFFERS),
                incompatible(RECEIVED, some, CLOSED, with("D01", Optional.empty(), Scope.CONSOLIDATED)));
        assertEquals(
                Optional.of(ProcessLadder.Incompatible.CATEGORY_DIFFERS),
                incompatible(RECEIVED, some, CLOSED, with("D01", Optional.of("letter"), Scope.OWN)));
    }

    private static Cell with(String department, Optional<String> category, Scope scope) {
        Cell cell = Cells.of("20");
        return new Cell(
                new SeriesKey(department, "talks", category, scope),
                cell.span(),
                cell.method(),
                cell.state(),
                cell.value(),
                cell.interval(),
                cell.review(),
                cell.conflict(),
                cell.coverage(),
                cell.revision(),
                cell.figures());
    }

    private static Optional<Interval> open(Interval before, Interval cameIn, Interval closed) {
        return CarryOver.of(before, cameIn, closed).map(CarryOver::open);
    }

    @Test
    void whatIsNotClosedIsCarriedOver() {
        Interval ten = Interval.of(10);
        assertEquals(Optional.of(Interval.of(32)), open(ten, Interval.of(40), Interval.of(18)));
        assertEquals(Optional.of(Interval.of(27, 39)), open(ten, Interval.of(35, 40), Interval.of(11, 18)));
        assertEquals(Optional.of(Interval.of(0, 5)), open(ten, Interval.of(3, 5), Interval.atLeast(10)));
        assertEquals(Optional.of(Interval.atLeast(2)), open(ten, Interval.atLeast(10), Interval.of(18)));
        assertEquals(Optional.empty(), open(ten, Interval.of(3), Interval.of(14)));
    }
}
