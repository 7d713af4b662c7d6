package plumbline.analyse;

import java.util.Optional;
import java.util.OptionalLong;
import plumbline.Cell;
import plumbline.Interval;

/// By how much the two bounds of a value moved. A bound that is no number before or after has no share: what became of
/// it is an [Effect], because 12 → withheld is not −12.
///
/// @param lower of the lower bound, absent where there is no number before or after
/// @param upper of the upper bound, absent also where it is open before or after
public record Share(OptionalLong lower, OptionalLong upper) {
    /// From one value to another; absent = there was no such cell.
    ///
    /// @throws ArithmeticException if a share leaves 64 bits
    public static Share between(Optional<Cell> before, Optional<Cell> after) {
        Optional<Interval> one = before.flatMap(Cell::interval);
        Optional<Interval> other = after.flatMap(Cell::interval);
        if (one.isEmpty() || other.isEmpty()) {
            return new Share(OptionalLong.empty(), OptionalLong.empty());
        }
        OptionalLong lower = OptionalLong.of(
                Math.subtractExact(other.get().lower(), one.get().lower()));
        OptionalLong from = one.get().upper();
        OptionalLong to = other.get().upper();
        return new Share(
                lower,
                from.isPresent() && to.isPresent()
                        ? OptionalLong.of(Math.subtractExact(to.getAsLong(), from.getAsLong()))
                        : OptionalLong.empty());
    }

    /// Whether a bound moved by a number other than 0.
    boolean moves() {
        return lower.orElse(0) != 0 || upper.orElse(0) != 0;
    }
}
