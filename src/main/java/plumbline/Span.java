package plumbline;

import java.time.LocalDate;
import java.time.YearMonth;

/// Consecutive whole months inside one calendar year, `first` and `last` inclusive (1 to 12).
///
/// Periods and bases meet here: the figure "2022-Q3, to_date" speaks of the span January to September, "2022-H1,
/// in_period" of January to June, and "2022-Q2, to_date" of the very same months. All arithmetic over time is
/// arithmetic on spans. Months out of order or out of range throw an IllegalArgumentException.
public record Span(int year, int first, int last) implements Comparable<Span> {
    public Span {
        if (year < 1900 || year > 9999 || first < 1 || last < first || last > 12) {
            throw new IllegalArgumentException("no span of months: " + year + " " + first + "-" + last);
        }
    }

    /// The whole calendar year.
    public static Span ofYear(int year) {
        return new Span(year, 1, 12);
    }

    /// The span behind [#code()].
    public static Span ofCode(int code) {
        return new Span(code / 10_000, code / 100 % 100, code % 100);
    }

    /// Year, first and last month as one readable number: 20220106 is January to June 2022. Used as storage key.
    public int code() {
        return year * 10_000 + first * 100 + last;
    }

    public int months() {
        return last - first + 1;
    }

    public boolean contains(Span other) {
        return year == other.year && first <= other.first && other.last <= last;
    }

    public LocalDate start() {
        return LocalDate.of(year, first, 1);
    }

    /// The last day, inclusive.
    public LocalDate end() {
        return YearMonth.of(year, last).atEndOfMonth();
    }

    @Override
    public int compareTo(Span other) {
        return Integer.compare(code(), other.code());
    }
}
