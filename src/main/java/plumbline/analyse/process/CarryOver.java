package plumbline.analyse.process;

import java.util.Optional;
import java.util.OptionalLong;
import plumbline.Interval;

/// What a step hands on to the next period: open at the beginning + come in − closed.
///
/// @param open at the end; at least 0
public record CarryOver(Interval open) {
    /// What is open at the end of a period.
    ///
    /// @return empty where the numbers contradict each other: more closed than there can have been
    public static Optional<CarryOver> of(Interval openBefore, Interval cameIn, Interval closed) {
        Interval all = openBefore.plus(cameIn);
        if (all.endsBefore(closed)) {
            return Optional.empty();
        }
        long least = closed.upper().isPresent()
                ? Math.max(0, all.lower() - closed.upper().getAsLong())
                : 0;
        OptionalLong most = all.upper().isPresent()
                ? OptionalLong.of(all.upper().getAsLong() - closed.lower())
                : OptionalLong.empty();
        return Optional.of(new CarryOver(new Interval(least, most)));
    }
}
