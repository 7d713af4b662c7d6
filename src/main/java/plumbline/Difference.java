package plumbline;

import java.util.OptionalLong;

/// The interval of `a − b`, where `a` and `b` are known as intervals; it may be open below, above or both.
///
/// @param lower absent = no lower bound
/// @param upper absent = no upper bound
public record Difference(OptionalLong lower, OptionalLong upper) {
    public Difference {
        if (lower.isPresent() && upper.isPresent() && upper.getAsLong() < lower.getAsLong()) {
            throw new IllegalArgumentException("a difference from " + lower + " to " + upper);
        }
    }

    /// Every number `a − b` can be.
    ///
    /// @throws ArithmeticException if a bound leaves 64 bits
    public static Difference between(Interval a, Interval b) {
        return new Difference(
                b.upper().isPresent()
                        ? OptionalLong.of(
                                Math.subtractExact(a.lower(), b.upper().getAsLong()))
                        : OptionalLong.empty(),
                a.upper().isPresent()
                        ? OptionalLong.of(Math.subtractExact(a.upper().getAsLong(), b.lower()))
                        : OptionalLong.empty());
    }

    public boolean isPoint() {
        return lower.isPresent() && lower.equals(upper);
    }

    public boolean contains(long number) {
        return (lower.isEmpty() || lower.getAsLong() <= number) && (upper.isEmpty() || number <= upper.getAsLong());
    }
}
