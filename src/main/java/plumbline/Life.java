package plumbline;

import java.time.LocalDate;
import java.util.Optional;

/// The days on which a department existed.
///
/// @param from first day; absent = always
/// @param until first day it no longer existed; absent = still exists
public record Life(Optional<LocalDate> from, Optional<LocalDate> until) {
    /// A department without a beginning or an end.
    public static final Life ALWAYS = new Life(Optional.empty(), Optional.empty());

    public boolean existsOn(LocalDate day) {
        return hasBegunOn(day) && !hasEndedOn(day);
    }

    /// Whether it existed on at least one day of the span.
    public boolean existsIn(Span span) {
        return hasBegunOn(span.end()) && !hasEndedOn(span.start());
    }

    public boolean hasBegunOn(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true);
    }

    public boolean hasEndedOn(LocalDate day) {
        return until.map(end -> !day.isBefore(end)).orElse(false);
    }

    /// Whether a number over the span can be expected: of a happening from a department that existed on any of its
    /// days, of a stock from one that existed on the last.
    public boolean isExpected(Metric metric, Span span) {
        return metric.overTime() == Aggregation.LAST ? existsOn(span.end()) : existsIn(span);
    }

    /// The day, or the last day of the life where that is earlier.
    public LocalDate noLaterThan(LocalDate day) {
        return until.filter(end -> !end.isAfter(day))
                .map(end -> end.minusDays(1))
                .orElse(day);
    }
}
