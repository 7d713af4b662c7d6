package plumbline.analyse.rate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plumbline.Interval;
import plumbline.Span;

/// How much staff stood behind the events of some months, in person-months: half a year of 120 staff is 720 of them, 60
/// person-years.
///
/// @param months how many months it covers
/// @param personMonths as sure as the head-counts are
public record StaffTime(int months, Interval personMonths) {
    /// A head-count older than so many months says nothing any more.
    public static final int STALE_AFTER_MONTHS = 12;

    /// How many people there were on a day.
    public record HeadCount(LocalDate date, Interval staff) {}

    /// Month by month the latest head-count up to the month's end; where there is none of the last twelve months, the
    /// first one after it within the span.
    ///
    /// @param known in any order
    /// @return empty if a month has no head-count
    public static Optional<StaffTime> over(Span span, List<HeadCount> known) {
        Interval sum = Interval.of(0);
        for (int month = span.first(); month <= span.last(); month++) {
            LocalDate end = YearMonth.of(span.year(), month).atEndOfMonth();
            Optional<HeadCount> then = at(end, span.end(), known);
            if (then.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(then.get().staff());
        }
        return Optional.of(new StaffTime(span.months(), sum));
    }

    private static Optional<HeadCount> at(LocalDate day, LocalDate last, List<HeadCount> known) {
        Comparator<HeadCount> byDate = Comparator.comparing(HeadCount::date);
        return known.stream()
                .filter(count ->
                        !count.date().isAfter(day) && !count.date().isBefore(day.minusMonths(STALE_AFTER_MONTHS)))
                .max(byDate)
                .or(() -> known.stream()
                        .filter(count ->
                                count.date().isAfter(day) && !count.date().isAfter(last))
                        .min(byDate));
    }

    /// Whether fewer than so many people may have been there on average.
    boolean mayBeBelow(long staff) {
        return personMonths.lower() < staff * months;
    }

    double leastYears() {
        return personMonths.lower() / 12.0;
    }

    double mostYears() {
        return personMonths.upper().orElseThrow() / 12.0;
    }

    boolean isOpen() {
        return personMonths.upper().isEmpty();
    }
}
