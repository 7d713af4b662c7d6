package plumbline.analyse.signal;

import java.math.BigDecimal;
import java.util.Optional;
import plumbline.Worded;

/// The icon of assurance: whether a process that stays as it is will reach its target.
public enum Assurance implements Worded {
    /// The target lies on the bad side of both limits: it will be reached.
    CONSISTENTLY_PASSES,
    CONSISTENTLY_FAILS,
    /// The target lies between the limits or on one of them: chance decides.
    HIT_OR_MISS;

    /// Empty where no direction is better.
    static Optional<Assurance> of(Limits limits, BigDecimal target, Wanted wanted) {
        if (wanted == Wanted.NEITHER) {
            return Optional.empty();
        }
        boolean above = limits.isAboveUpper(target);
        if (!above && !limits.isBelowLower(target)) {
            return Optional.of(HIT_OR_MISS);
        }
        return Optional.of(above == (wanted == Wanted.HIGHER) ? CONSISTENTLY_FAILS : CONSISTENTLY_PASSES);
    }
}
