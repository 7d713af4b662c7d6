package plumbline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The consolidated value of one series over one span.
///
/// @param value the number as worded or summed; absent where there is only an interval or nothing
/// @param interval the bounds; absent where the state carries no number
/// @param conflict the interval of the parts where they contradict the stated value, which stays; of a value that rests
///     on contested ones, what it would be by the other side
/// @param coverage how many of the expected parts carry a number; 1 of 1 for a stated number
/// @param revision highest revision among the figures behind it, 0 without figures
/// @param figures ids of the figures behind it, ascending
public record Cell(
        SeriesKey key,
        Span span,
        Method method,
        State state,
        OptionalLong value,
        Optional<Interval> interval,
        Review review,
        Optional<Interval> conflict,
        Coverage coverage,
        int revision,
        List<Long> figures) {
    public Cell {
        figures = List.copyOf(figures);
        if (state.hasNumber() != interval.isPresent()) {
            throw new IllegalArgumentException(state + " with the interval " + interval);
        }
    }

    /// A cell without a number and without a figure behind it.
    public static Cell missing(SeriesKey key, Span span, State why, Coverage coverage) {
        return new Cell(
                key,
                span,
                Method.MISSING,
                why,
                OptionalLong.empty(),
                Optional.empty(),
                Review.CONFIRMED,
                Optional.empty(),
                coverage,
                0,
                List.of());
    }
}
