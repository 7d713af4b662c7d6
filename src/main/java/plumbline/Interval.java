package plumbline;

import java.util.OptionalLong;

/// An inclusive interval of whole units, [`lower`, `upper`]; `upper` may be open.
///
/// Amounts are exact 64-bit integers in the metric's smallest unit. Additions that leave 64 bits throw, they never
/// wrap.
public record Interval(long lower, OptionalLong upper) {
    /// Everything a count can be: [0, ∞).
    public static final Interval UNKNOWN = new Interval(0, OptionalLong.empty());

    public Interval {
        if (upper.isPresent() && upper.getAsLong() < lower) {
            throw new IllegalArgumentException("an interval from " + lower + " to " + upper.getAsLong());
        }
    }

    public static Interval of(long exact) {
        return new Interval(exact, OptionalLong.of(exact));
    }

    public static Interval of(long lower, long upper) {
        return new Interval(lower, OptionalLong.of(upper));
    }

    public static Interval atLeast(long lower) {
        return new Interval(lower, OptionalLong.empty());
    }

    /// Whether it holds exactly one number.
    public boolean isPoint() {
        return upper.isPresent() && upper.getAsLong() == lower;
    }

    /// The interval of the sum of one number of each.
    ///
    /// @throws ArithmeticException if a bound leaves 64 bits
    public Interval plus(Interval other) {
        OptionalLong sum = upper.isPresent() && other.upper.isPresent()
                ? OptionalLong.of(Math.addExact(upper.getAsLong(), other.upper.getAsLong()))
                : OptionalLong.empty();
        return new Interval(Math.addExact(lower, other.lower), sum);
    }

    /// Whether no number lies in both.
    public boolean isDisjoint(Interval other) {
        return endsBefore(other) || other.endsBefore(this);
    }

    /// Whether every number of this lies below every number of the other.
    public boolean endsBefore(Interval other) {
        return upper.isPresent() && upper.getAsLong() < other.lower;
    }
}
