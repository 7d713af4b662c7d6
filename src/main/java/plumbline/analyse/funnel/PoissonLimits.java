package plumbline.analyse.funnel;

import plumbline.analyse.rate.Bounds;
import plumbline.analyse.rate.CountBounds;
import plumbline.analyse.rate.Level;

/// Limits for counts of events around an expectation, by inversion of the exact test: the upper line passes so many
/// events where just the tail's probability is left for so many or more. Between whole numbers lines are interpolated,
/// which takes the saw-teeth away and crosses no whole number, so class and line agree. Stateless.
public final class PoissonLimits {
    private PoissonLimits() {}

    /// Whether so many events or more have less than the tail's probability.
    public static boolean isHigh(long events, double expected, Level level) {
        return expected < CountBounds.leastExpected(events, level);
    }

    /// Whether so many events or fewer have less than the tail's probability.
    public static boolean isLow(long events, double expected, Level level) {
        return expected > CountBounds.mostExpected(events, level);
    }

    public static Outlier outlier(long events, double expected) {
        return Outlier.of(
                isLow(events, expected, Level.P998),
                isLow(events, expected, Level.P95),
                isHigh(events, expected, Level.P95),
                isHigh(events, expected, Level.P998));
    }

    /// The lines at an expectation, in events; the lower one is 0 where not even no event would be too few.
    public static Bounds at(double expected, Level level) {
        return new Bounds(lower(expected, level), upper(expected, level));
    }

    private static double upper(double expected, Level level) {
        long events = (long) (expected + level.z() * Math.sqrt(expected));
        while (CountBounds.leastExpected(events, level) > expected) {
            events--;
        }
        double here = CountBounds.leastExpected(events, level);
        double next = CountBounds.leastExpected(events + 1, level);
        while (next <= expected) {
            events++;
            here = next;
            next = CountBounds.leastExpected(events + 1, level);
        }
        return events + (expected - here) / (next - here);
    }

    private static double lower(double expected, Level level) {
        if (!isLow(0, expected, level)) {
            return 0;
        }
        long events = (long) Math.max(0, expected - level.z() * Math.sqrt(expected));
        while (CountBounds.mostExpected(events, level) > expected) {
            events--;
        }
        double here = CountBounds.mostExpected(events, level);
        double next = CountBounds.mostExpected(events + 1, level);
        while (next <= expected) {
            events++;
            here = next;
            next = CountBounds.mostExpected(events + 1, level);
        }
        return events + (expected - here) / (next - here);
    }
}
