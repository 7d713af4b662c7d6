package plumbline.analyse;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import plumbline.Basis;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Period;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;

/// What a line of a chart is drawn from: one cell per requested period, none left out, in the order asked.
///
/// @param periods as requested, all of one kind
public record Series(SeriesKey key, Basis basis, List<Period> periods, List<Cell> cells) {
    public Series {
        periods = List.copyOf(periods);
        cells = List.copyOf(cells);
        if (periods.size() != cells.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + periods.size() + " periods");
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
        return new Series(key, basis, periods, cells);
    }

    private static Cell missing(SeriesKey key, Span span, State why) {
        return Cell.missing(key, span, why, new Coverage(0, why == State.NOT_APPLICABLE ? 0 : 1));
    }
}
