package plumbline.consolidate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.Aggregation;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Method;
import plumbline.Span;
import plumbline.State;

class RatiosTest {
    private static final Span H1 = new Span(2022, 1, 6);

    /// Numerator and denominator as one department states them for two quarters, and their share of the half.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Q1 1|Q2 9; Q1 2|Q2 10; derived exact 833 [833..833] 2/2 #1,2",
                "Q1 0|Q2 0; Q1 2|Q2 10; derived zero 0 [0..0] 2/2 #1,2",
                "Q1 1|Q2 2; Q1 0|Q2 0; missing not_applicable 0/0 #",
                "H1 61..69; H1 100; derived range [610..690] 1/1 #1",
                "H1 2; H1 3..7; derived range [285..667] 1/1 #1",
                "H1 2..; H1 4; derived at_least [500..] 1/1 #1",
                "Q1 5; H1 10; partial at_least [500..] 1/2 #1",
                "H1 *; H1 10; missing withheld 0/1 #",
                "H1 5; Q1 -; missing not_reported 0/1 #",
                "H1 8|Q1 4|Q2 3; H1 10; derived exact 800 [800..800] 1/1 #1,2,3 against [700..700]"
            })
    void theShareIsWorkedOutFromTheTotals(String above, String below, String expected) {
        assertEquals(expected, Stated.line(share(nothing(), cell(above), cell(below))));
    }

    @ParameterizedTest
    @CsvSource({"H1 900", "H1 *"})
    void whatTheReportStatesGoesBefore(String stated) {
        Cell own = cell(stated);
        assertEquals(own, share(own, cell("H1 1"), cell("H1 2")));
    }

    private static Cell share(Cell own, Cell above, Cell below) {
        return new Ratios((_, _, _) -> own, (_, _, _) -> above, (_, _, _) -> below, 1)
                .total("D01", Optional.empty(), H1);
    }

    private static Cell nothing() {
        return Cell.missing(Stated.KEY, H1, State.NOT_MENTIONED, new Coverage(0, 1));
    }

    private static Cell cell(String lines) {
        return Stated.cells(Aggregation.SUM, lines.trim().split("\\|")).stream()
                .filter(each -> each.span().equals(H1))
                .filter(each ->
                        each.method() != Method.MISSING || !each.figures().isEmpty())
                .findFirst()
                .orElseGet(() -> Cell.missing(Stated.KEY, H1, State.NOT_REPORTED, new Coverage(0, 1)));
    }
}
