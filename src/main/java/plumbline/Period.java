package plumbline;

import java.time.LocalDate;
import java.util.Optional;

/// A reporting period: [Month], [Quarter], [HalfYear] or [Year], written `2022-03`, `2022-Q1`, `2022-H1`, `2022`.
public sealed interface Period extends Comparable<Period> {
    /// One calendar month, 1 to 12.
    record Month(int year, int month) implements Period {
        public Month {
            Periods.check("month", month, 12);
        }

        @Override
        public Span span() {
            return new Span(year, month, month);
        }

        @Override
        public Period plus(int steps) {
            int index = year * 12 + month - 1 + steps;
            return new Month(Math.floorDiv(index, 12), Math.floorMod(index, 12) + 1);
        }

        @Override
        public String toString() {
            return Periods.year(year) + (month < 10 ? "-0" : "-") + month;
        }
    }

    /// One calendar quarter, 1 to 4.
    record Quarter(int year, int quarter) implements Period {
        public Quarter {
            Periods.check("quarter", quarter, 4);
        }

        @Override
        public Span span() {
            return new Span(year, quarter * 3 - 2, quarter * 3);
        }

        @Override
        public Period plus(int steps) {
            int index = year * 4 + quarter - 1 + steps;
            return new Quarter(Math.floorDiv(index, 4), Math.floorMod(index, 4) + 1);
        }

        @Override
        public String toString() {
            return Periods.year(year) + "-Q" + quarter;
        }
    }

    /// One half of a calendar year, 1 or 2.
    record HalfYear(int year, int half) implements Period {
        public HalfYear {
            Periods.check("half-year", half, 2);
        }

        @Override
        public Span span() {
            return new Span(year, half * 6 - 5, half * 6);
        }

        @Override
        public Period plus(int steps) {
            int index = year * 2 + half - 1 + steps;
            return new HalfYear(Math.floorDiv(index, 2), Math.floorMod(index, 2) + 1);
        }

        @Override
        public String toString() {
            return Periods.year(year) + "-H" + half;
        }
    }

    /// One calendar year.
    record Year(int year) implements Period {
        @Override
        public Span span() {
            return Span.ofYear(year);
        }

        @Override
        public Period plus(int steps) {
            return new Year(year + steps);
        }

        @Override
        public String toString() {
            return Periods.year(year);
        }
    }

    /// Nobody reports about earlier years, and the year before one still is a year.
    int EARLIEST = 1901;

    /// What a period may look like, for messages.
    String ACCEPTED = "2022, 2022-H1, 2022-Q1 or 2022-03";

    int year();

    /// The months of this period.
    Span span();

    /// The period of the same kind `steps` later (earlier if negative).
    Period plus(int steps);

    /// The period just before this one.
    default Period previous() {
        return plus(-1);
    }

    /// The same period one year earlier.
    default Period yearAgo() {
        return plus(-12 / span().months());
    }

    /// The months a figure of this period speaks of: for [Basis#TO_DATE] from January on, otherwise the period's own.
    default Span span(Basis basis) {
        Span own = span();
        return basis == Basis.TO_DATE ? new Span(own.year(), 1, own.last()) : own;
    }

    default LocalDate start() {
        return span().start();
    }

    default LocalDate end() {
        return span().end();
    }

    /// By start; of two that start together the longer first.
    @Override
    default int compareTo(Period other) {
        int byStart = start().compareTo(other.start());
        return byStart != 0 ? byStart : Integer.compare(other.span().months(), span().months());
    }

    /// Reads the written form (also `2022Q1`, `2022H1`, `2022M03` as the extracts write it); empty if it is none.
    static Optional<Period> read(String text) {
        String written = text.strip();
        int year = Periods.number(written, 0, 4);
        if (year < EARLIEST) {
            return Optional.empty();
        }
        if (written.length() == 4) {
            return Optional.of(new Year(year));
        }
        boolean dash = written.charAt(4) == '-';
        String part = written.substring(dash ? 5 : 4);
        char kind = part.isEmpty() ? ' ' : Character.toUpperCase(part.charAt(0));
        int number = Periods.number(part, 1, part.length());
        return switch (kind) {
            case 'Q' ->
                part.length() == 2 && number >= 1 && number <= 4
                        ? Optional.of(new Quarter(year, number))
                        : Optional.empty();
            case 'H' ->
                part.length() == 2 && (number == 1 || number == 2)
                        ? Optional.of(new HalfYear(year, number))
                        : Optional.empty();
            case 'M' -> month(year, part.substring(1));
            default -> dash ? month(year, part) : Optional.empty();
        };
    }

    private static Optional<Period> month(int year, String digits) {
        int month = digits.length() == 2 ? Periods.number(digits, 0, 2) : -1;
        return month >= 1 && month <= 12 ? Optional.of(new Month(year, month)) : Optional.empty();
    }

    /// As [#read], for text known to be a period.
    ///
    /// @throws IllegalArgumentException naming what was found and what would be accepted
    static Period parse(String text) {
        return read(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + text + "' is not a period; accepted: " + ACCEPTED));
    }

    /// The period that covers exactly these months; empty for a span such as January to September.
    static Optional<Period> ofSpan(Span span) {
        return switch (span.months()) {
            case 1 -> Optional.of(new Month(span.year(), span.first()));
            case 3 -> span.last() % 3 == 0 ? Optional.of(new Quarter(span.year(), span.last() / 3)) : Optional.empty();
            case 6 -> span.last() % 6 == 0 ? Optional.of(new HalfYear(span.year(), span.last() / 6)) : Optional.empty();
            case 12 -> Optional.of(new Year(span.year()));
            default -> Optional.empty();
        };
    }
}

/// What the cases of [Period] share.
final class Periods {
    private Periods() {}

    /// The digits of a text from one place to another as a number; -1 where there is something else.
    static int number(String text, int from, int to) {
        if (text.length() < to || from >= to) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9' || number > 9_999) {
                return -1;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    /// Four digits. Charts name thousands of periods, and a format string is slow.
    static String year(int year) {
        return year > 999 ? Integer.toString(year) : "%04d".formatted(year);
    }

    static void check(String what, int number, int most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("no such " + what + ": " + number);
        }
    }
}
