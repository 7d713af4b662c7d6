package plumbline.analyse;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import plumbline.Basis;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Difference;
import plumbline.Period;
import plumbline.Reorganisation;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;

/// What a line of a chart is drawn from: one cell per requested period, none left out, in the order asked.
///
/// @param periods as requested, all of one kind
/// @param balances of an inner department that states a number of its own: per period the statement and its parts
/// @param breaks the reorganisations across which the numbers are not about the same thing
public record Series(
        SeriesKey key,
        Basis basis,
        List<Period> periods,
        List<Cell> cells,
        List<Optional<Balance>> balances,
        List<Reorganisation> breaks) {
    /// A department's own statement about all below it beside what they state themselves.
    public record Balance(Cell statement, Cell children) {
        /// Statement − sum of the children; absent where the children give no number.
        public Optional<Difference> gap() {
            return statement
                    .interval()
                    .flatMap(stated -> children.interval().map(sum -> Difference.between(stated, sum)));
        }
    }

    public Series {
        periods = List.copyOf(periods);
        cells = List.copyOf(cells);
        balances = List.copyOf(balances);
        breaks = List.copyOf(breaks);
        if (periods.size() != cells.size() || periods.size() != balances.size()) {
            throw new IllegalArgumentException(
                    cells.size() + " cells and " + balances.size() + " balances for " + periods.size() + " periods");
        }
    }

    /// Looks up the cell of each period and fills what has none with its reason.
    ///
    /// @param basis `to_date` asks for January to each period's end
    /// @param found the cell over a span, if there is one
    /// @param gap the state of a span without a cell
    public static Series of(
            SeriesKey key,
            List<Period> periods,
            Basis basis,
            Function<Span, Optional<Cell>> found,
            Function<Span, State> gap) {
        List<Cell> cells = periods.stream()
                .map(period -> period.span(basis))
                .map(span -> found.apply(span).orElseGet(() -> missing(key, span, gap.apply(span))))
                .toList();
        return new Series(
                key,
                basis,
                periods,
                cells,
                cells.stream().map(_ -> Optional.<Balance>empty()).toList(),
                List.of());
    }

    private static Cell missing(SeriesKey key, Span span, State why) {
        return Cell.missing(key, span, why, new Coverage(0, why == State.NOT_APPLICABLE ? 0 : 1));
    }
}
