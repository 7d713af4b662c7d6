package plumbline.check;

import java.time.LocalDate;
import java.util.Optional;
import plumbline.Basis;
import plumbline.Field;
import plumbline.FigureKey;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Span;

/// Checks what a row says about when: period, basis, a free range.
final class Times {
    private Times() {}

    /// The period in the field or the default; empty, with an error, without either or where it is none.
    static Optional<Period> period(Faults row, Optional<Period> usual) {
        String text = row.field(Field.PERIOD);
        if (text.isEmpty()) {
            if (usual.isEmpty()) {
                row.missing(Field.PERIOD, Period.ACCEPTED, "期间", "period");
            }
            return usual;
        }
        Optional<Period> read = Period.read(text);
        if (read.isEmpty()) {
            row.error(
                    Field.PERIOD,
                    "bad_period",
                    Period.ACCEPTED,
                    "“%s”不是期间；可填%s。".formatted(row.quoted(Field.PERIOD), Period.ACCEPTED.replace(" or ", "或")),
                    "“%s” is no period; accepted: %s.".formatted(row.quoted(Field.PERIOD), Period.ACCEPTED));
        }
        return read;
    }

    /// The basis in the field or the metric's usual one; empty, with an error, where it does not suit the metric.
    static Optional<Basis> basis(Faults row, Optional<Metric> metric) {
        Basis usual = metric.map(Metric::usualBasis).orElse(Basis.IN_PERIOD);
        Optional<Basis> read = row.worded(Field.BASIS, Basis.class, usual, "时间口径");
        if (read.isEmpty() || metric.isEmpty() || metric.get().accepts(read.get())) {
            return read;
        }
        String name = metric.get().name().zh();
        boolean stock = metric.get().accepts(Basis.AT_END);
        row.error(
                Field.BASIS,
                "wrong_basis",
                stock ? "at_end" : "in_period, to_date",
                stock
                        ? "“%s”是期末数，口径只能是at_end，不能是%s。"
                                .formatted(name, read.get().word())
                        : "“%s”是期间数，口径只能是in_period或to_date，不能是at_end。".formatted(name),
                stock
                        ? "“%s” is a stock; its basis is at_end, never %s."
                                .formatted(metric.get().code(), read.get().word())
                        : "“%s” is counted over a period; its basis is in_period or to_date, never at_end."
                                .formatted(metric.get().code()));
        return Optional.empty();
    }

    /// The free range of the row; absent without one and where it covers all that the period and basis speak of.
    static Optional<FigureKey.Range> range(Faults row, Optional<Period> period, Optional<Basis> basis) {
        Optional<LocalDate> from = Dates.optional(row, Field.FROM);
        Optional<LocalDate> to = Dates.optional(row, Field.TO);
        half(row, Field.FROM, Field.TO);
        half(row, Field.TO, Field.FROM);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get())) {
            row.error(
                    Field.TO,
                    "reversed_range",
                    "%s or later".formatted(from.get()),
                    "截止日期%s早于起始日期%s。".formatted(to.get(), from.get()),
                    "the range ends on %s, before it begins on %s.".formatted(to.get(), from.get()));
            return Optional.empty();
        }
        if (period.isEmpty() || basis.isEmpty()) {
            return Optional.empty();
        }
        Span span = period.get().span(basis.get());
        outside(row, Field.FROM, from.get(), span, period.get());
        outside(row, Field.TO, to.get(), span, period.get());
        boolean whole = from.get().equals(span.start()) && to.get().equals(span.end());
        return whole ? Optional.empty() : Optional.of(new FigureKey.Range(from.get(), to.get()));
    }

    private static void half(Faults row, Field there, Field lacking) {
        if (!row.field(there).isEmpty() && row.field(lacking).isEmpty()) {
            row.missing(lacking, Dates.ACCEPTED, "日期（from与to应同时填写或同时留空）", lacking.word() + " day of the range");
        }
    }

    private static void outside(Faults row, Field at, LocalDate day, Span span, Period period) {
        if (day.isBefore(span.start()) || day.isAfter(span.end())) {
            row.error(
                    at,
                    "range_outside_period",
                    "%s to %s".formatted(span.start(), span.end()),
                    "%s不在期间%s之内；应在%s至%s之间。".formatted(day, period, span.start(), span.end()),
                    "%s lies outside %s; accepted: %s to %s.".formatted(day, period, span.start(), span.end()));
        }
    }
}
