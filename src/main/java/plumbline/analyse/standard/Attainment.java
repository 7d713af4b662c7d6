package plumbline.analyse.standard;

import java.util.Optional;
import plumbline.Cell;
import plumbline.Interval;
import plumbline.Target;
import plumbline.Worded;

/// Whether a target is reached (已达到, 未达到, 无法判断).
public enum Attainment implements Worded {
    /// It is reached whatever the exact number is: at least 60 reaches 50.
    MET,
    /// It is missed whatever the exact number is.
    NOT_MET,
    /// It may be either, or there is no number.
    CANNOT_BE_JUDGED;

    /// A contested value is judged only where both sides come to the same.
    ///
    /// @param cell of the target's metric, department and period
    public static Attainment of(Cell cell, Target target) {
        if (!cell.span().equals(target.period().span())) {
            throw new IllegalArgumentException(
                    "a value over " + cell.span() + " beside a target for " + target.period());
        }
        Attainment stated = of(cell.interval(), target.least());
        return cell.conflict().isEmpty() || of(cell.conflict(), target.least()) == stated ? stated : CANNOT_BE_JUDGED;
    }

    private static Attainment of(Optional<Interval> value, long least) {
        if (value.isEmpty()) {
            return CANNOT_BE_JUDGED;
        }
        if (value.get().lower() >= least) {
            return MET;
        }
        return value.get().endsBefore(Interval.of(least)) ? NOT_MET : CANNOT_BE_JUDGED;
    }
}
