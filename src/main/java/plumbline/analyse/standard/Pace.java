package plumbline.analyse.standard;

import java.util.Optional;
import java.util.OptionalLong;
import plumbline.Cell;
import plumbline.Interval;
import plumbline.Span;
import plumbline.Target;
import plumbline.Worded;

/// How far a department is on its way to a target while the period still runs.
///
/// @param due what an even pace would have reached by now, in the metric's smallest unit
/// @param remaining what is still to be done; absent without a number
/// @param monthsLeft until the period ends
public record Pace(Standing standing, double due, Optional<Interval> remaining, int monthsLeft) {
    /// Where the value stands to an even pace.
    public enum Standing implements Worded {
        ON_PACE,
        BEHIND,
        CANNOT_BE_JUDGED
    }

    /// Sets what is done so far beside the target.
    ///
    /// @param soFar from the beginning of the target's period to some month of it
    /// @throws IllegalArgumentException if it is about other months
    public static Pace of(Cell soFar, Target target) {
        Span whole = target.period().span();
        Span past = soFar.span();
        if (past.first() != whole.first() || !whole.contains(past)) {
            throw new IllegalArgumentException("a value over " + past + " on the way to a target for " + target.period()
                    + "; accepted: from the period's first month on");
        }
        double due = target.least() * (double) past.months() / whole.months();
        return new Pace(
                soFar.conflict().isPresent() ? Standing.CANNOT_BE_JUDGED : standing(soFar.interval(), target, past),
                due,
                soFar.interval().map(value -> remaining(value, target.least())),
                whole.last() - past.last());
    }

    private static Standing standing(Optional<Interval> value, Target target, Span past) {
        if (value.isEmpty()) {
            return Standing.CANNOT_BE_JUDGED;
        }
        // In whole numbers: value ÷ months past against target ÷ months in all.
        long due = Math.multiplyExact(target.least(), past.months());
        int months = target.period().span().months();
        if (Math.multiplyExact(value.get().lower(), months) >= due) {
            return Standing.ON_PACE;
        }
        OptionalLong upper = value.get().upper();
        return upper.isPresent() && Math.multiplyExact(upper.getAsLong(), months) < due
                ? Standing.BEHIND
                : Standing.CANNOT_BE_JUDGED;
    }

    private static Interval remaining(Interval value, long least) {
        long most = Math.max(0, least - value.lower());
        long fewest =
                value.upper().isPresent() ? Math.max(0, least - value.upper().getAsLong()) : 0;
        return Interval.of(fewest, most);
    }
}
