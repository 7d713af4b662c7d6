package plumbline.consolidate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import plumbline.Aggregation;
import plumbline.Difference;
import plumbline.Interval;
import plumbline.Value;

/// A direct statement held against its parts: sub-periods, categories or departments (DOMAIN §3.3).
///
/// @param parts the interval the known parts make together; without an upper bound if a part is missing
/// @param missing position of the one part that is missing
/// @param derived what the missing part must be; only where one part is missing and parts add up
public record Reconciliation(Status status, Interval parts, OptionalInt missing, Optional<Interval> derived) {
    public enum Status {
        /// Points, and equal.
        AGREE,
        /// The intervals meet.
        CONSISTENT,
        /// The intervals are disjoint, or the known parts alone exceed the whole.
        CONFLICT,
        /// A part is missing; the others fit.
        PARTIAL,
        /// No direct statement, all parts known.
        DERIVED_FROM_PARTS,
        /// No direct statement, some parts known.
        LOWER_BOUND_ONLY,
        /// Neither a statement nor a part.
        NOTHING_KNOWN,
        /// The parts overlap: they exceed the whole by what stands in several of them.
        NOT_ADDITIVE
    }

    /// Half a unit of the last digit of a share printed with one decimal.
    private static final BigDecimal HALF_DIGIT = new BigDecimal("0.05");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Holds a statement against its parts.
    ///
    /// @param whole the direct statement, if it carries a number
    /// @param parts in order of time; empty = not known
    public static Reconciliation of(Aggregation how, Optional<Interval> whole, List<Optional<Interval>> parts) {
        long unknown = parts.stream().filter(Optional::isEmpty).count();
        Interval sum = together(how, parts, unknown > 0);
        OptionalInt missing = unknown == 1 ? OptionalInt.of(parts.indexOf(Optional.empty())) : OptionalInt.empty();
        Status status = status(whole, sum, unknown, parts.size());
        boolean derivable = how == Aggregation.SUM && status == Status.PARTIAL && missing.isPresent();
        return new Reconciliation(
                status, sum, missing, derivable ? whole.flatMap(all -> remainder(all, parts)) : Optional.empty());
    }

    private static Interval together(Aggregation how, List<Optional<Interval>> parts, boolean isOpen) {
        Optional<Interval> sum = Optional.empty();
        for (Optional<Interval> part : parts) {
            if (part.isPresent()) {
                sum = Optional.of(sum.isEmpty() ? part.get() : Parts.join(how, sum.get(), part.get()));
            }
        }
        if (how == Aggregation.LAST) {
            return parts.isEmpty() ? Interval.UNKNOWN : parts.getLast().orElse(Interval.UNKNOWN);
        }
        return sum.isEmpty()
                ? Interval.UNKNOWN
                : isOpen ? Interval.atLeast(sum.get().lower()) : sum.get();
    }

    private static Status status(Optional<Interval> whole, Interval sum, long unknown, int parts) {
        if (whole.isEmpty()) {
            return unknown == parts
                    ? Status.NOTHING_KNOWN
                    : unknown == 0 ? Status.DERIVED_FROM_PARTS : Status.LOWER_BOUND_ONLY;
        }
        if (unknown > 0) {
            return whole.get().endsBefore(sum) ? Status.CONFLICT : Status.PARTIAL;
        }
        if (whole.get().isDisjoint(sum)) {
            return Status.CONFLICT;
        }
        return whole.get().isPoint() && whole.get().equals(sum) ? Status.AGREE : Status.CONSISTENT;
    }

    private static Optional<Interval> remainder(Interval whole, List<Optional<Interval>> parts) {
        Interval known = parts.stream().flatMap(Optional::stream).reduce(Interval.of(0), Interval::plus);
        Difference left = Difference.between(whole, known);
        long lower = Math.max(0, left.lower().orElse(0));
        return left.upper().isPresent() && left.upper().getAsLong() < lower
                ? Optional.empty()
                : Optional.of(new Interval(lower, left.upper()));
    }

    /// Parts that may share members (党纪 and 政务 sanctions of one person) against their union: how many stand in both.
    /// NOT_ADDITIVE where some must.
    public static Reconciliation overlap(Interval union, List<Interval> parts) {
        Interval sum = parts.stream().reduce(Interval.of(0), Interval::plus);
        Difference both = Difference.between(sum, union);
        if (both.upper().isPresent() && both.upper().getAsLong() < 0) {
            return new Reconciliation(Status.CONFLICT, sum, OptionalInt.empty(), Optional.empty());
        }
        long least = Math.max(0, both.lower().orElse(0));
        return new Reconciliation(
                least > 0 ? Status.NOT_ADDITIVE : Status.CONSISTENT,
                sum,
                OptionalInt.empty(),
                Optional.of(new Interval(least, both.upper())));
    }

    /// A printed share in percent against the amounts: AGREE if the worded amounts give it to within half its last
    /// digit, CONSISTENT if amounts within the bounds can, CONFLICT otherwise. Printed shares are forced to add to
    /// 100.0, so a lone conflict of a tenth is no error (DOMAIN §1.3).
    ///
    /// @throws IllegalArgumentException if an amount lacks its worded number or the total is or may be zero
    public static Status share(Value.Amount part, Value.Amount total, BigDecimal printed) {
        if (part.stated().isEmpty()
                || total.stated().isEmpty()
                || total.interval().lower() <= 0
                || total.stated().getAsLong() <= 0) {
            throw new IllegalArgumentException("no share of " + part + " in " + total);
        }
        BigDecimal nominal = percent(part.stated().getAsLong(), total.stated().getAsLong());
        if (nominal.subtract(printed).abs().compareTo(HALF_DIGIT) <= 0) {
            return Status.AGREE;
        }
        boolean isAbove = total.interval().upper().isPresent()
                && percent(part.interval().lower(), total.interval().upper().getAsLong())
                                .compareTo(printed.add(HALF_DIGIT))
                        > 0;
        boolean isBelow = part.interval().upper().isPresent()
                && percent(part.interval().upper().getAsLong(), total.interval().lower())
                                .compareTo(printed.subtract(HALF_DIGIT))
                        < 0;
        return isAbove || isBelow ? Status.CONFLICT : Status.CONSISTENT;
    }

    private static BigDecimal percent(long part, long total) {
        return BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(total), 6, RoundingMode.HALF_UP);
    }
}
