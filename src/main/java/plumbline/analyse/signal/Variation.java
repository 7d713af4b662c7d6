package plumbline.analyse.signal;

import java.util.Set;
import plumbline.Worded;

/// The icon of variation: what the last point of a series says, and nothing about the points before it.
public enum Variation implements Worded {
    COMMON_CAUSE,
    IMPROVEMENT_HIGH,
    IMPROVEMENT_LOW,
    CONCERN_HIGH,
    CONCERN_LOW,
    NEUTRAL_HIGH,
    NEUTRAL_LOW;

    /// By the signal of highest precedence.
    static Variation of(Set<Signal> last, Wanted wanted) {
        if (last.isEmpty()) {
            return COMMON_CAUSE;
        }
        boolean high = last.stream().min(Signal::compareTo).orElseThrow().isHigh();
        return switch (wanted) {
            case NEITHER -> high ? NEUTRAL_HIGH : NEUTRAL_LOW;
            case HIGHER -> high ? IMPROVEMENT_HIGH : CONCERN_LOW;
            case LOWER -> high ? CONCERN_HIGH : IMPROVEMENT_LOW;
        };
    }
}
