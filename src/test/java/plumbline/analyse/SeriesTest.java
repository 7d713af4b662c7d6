package plumbline.analyse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.Basis;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;

class SeriesTest {
    private static final SeriesKey KEY = new SeriesKey("D01", "talks", Optional.empty(), Scope.OWN);
    private static final Span Q1 = new Span(2022, 1, 3);

    private static Series quarters(Basis basis, List<Span> asked) {
        Cell known = Cell.missing(KEY, Q1, State.WITHHELD, new Coverage(0, 1));
        return Series.of(
                KEY,
                PeriodRange.parse("2022-Q1..2022-Q3").periods(),
                basis,
                span -> {
                    asked.add(span);
                    return Optional.ofNullable(Map.of(Q1, known).get(span));
                },
                span -> span.last() == 9 ? State.NOT_DUE : State.NOT_APPLICABLE);
    }

    @Test
    void everyPeriodHasOneCellAndAGapHasItsReason() {
        Series series = quarters(Basis.IN_PERIOD, new ArrayList<>());
        assertEquals(
                List.of(State.WITHHELD, State.NOT_APPLICABLE, State.NOT_DUE),
                series.cells().stream().map(Cell::state).toList());
        assertEquals(
                List.of(new Coverage(0, 1), new Coverage(0, 0), new Coverage(0, 1)),
                series.cells().stream().map(Cell::coverage).toList());
    }

    @Test
    void toDateAsksFromJanuaryOn() {
        List<Span> asked = new ArrayList<>();
        quarters(Basis.TO_DATE, asked);
        assertEquals(List.of(Q1, new Span(2022, 1, 6), new Span(2022, 1, 9)), asked);
    }

    @Test
    void inPeriodAsksForThePeriodsOwnMonths() {
        List<Span> asked = new ArrayList<>();
        quarters(Basis.IN_PERIOD, asked);
        assertEquals(List.of(Q1, new Span(2022, 4, 6), new Span(2022, 7, 9)), asked);
    }
}
