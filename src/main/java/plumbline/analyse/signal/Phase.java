package plumbline.analyse.signal;

import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.Worded;

/// A stretch of a control chart with one mean and one pair of limits.
///
/// @param first index of its first point, gaps counted
/// @param last index of its last point, inclusive
/// @param points how many values its mean and limits rest on
/// @param mean of those values; absent without any
/// @param median of those values
/// @param limits absent where there is no moving range
public record Phase(
        int first, int last, int points, OptionalDouble mean, OptionalDouble median, Optional<Limits> limits) {
    /// Limits stand from so many points on; for quarters that is three years and a quarter.
    public static final int FULL = 13;

    /// From here on limits are drawn as a trial.
    public static final int TRIAL = 8;

    /// Limits do not stand on fewer moving ranges, however many points there are: gaps may leave hardly two side by
    /// side.
    public static final int FEWEST_RANGES = 7;

    /// How much may be said of a phase.
    public enum Standing implements Worded {
        /// Dots and their median: too few points, or no two of them next to each other.
        MEDIAN_ONLY,
        /// Limits may be drawn as a trial; no point is marked by them and there is no icon.
        TRIAL,
        FULL
    }

    public Standing standing() {
        if (points < TRIAL || limits.isEmpty()) {
            return Standing.MEDIAN_ONLY;
        }
        boolean full = points >= FULL && limits.get().ranges() >= FEWEST_RANGES;
        return full ? Standing.FULL : Standing.TRIAL;
    }

    /// The same without what its standing does not carry.
    Phase asShown() {
        return standing() == Standing.MEDIAN_ONLY
                ? new Phase(first, last, points, OptionalDouble.empty(), median, Optional.empty())
                : this;
    }
}
