package plumbline.analyse.rate;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// Intervals for the expectation behind a count of events (Poisson). A negative count throws an
/// IllegalArgumentException. Stateless.
public final class CountBounds {
    /// From here on Byar's approximation stands for the exact interval, as Public Health England has it.
    public static final long BYAR_FROM = 10;

    private CountBounds() {}

    /// Exact below 10 events, Byar's from there on.
    public static Bounds of(long events, Level level) {
        return events < BYAR_FROM ? exact(events, level) : byar(events, level);
    }

    /// By quantiles of χ²; from 0 for no event.
    public static Bounds exact(long events, Level level) {
        check(events);
        return new Bounds(leastExpected(events, level), mostExpected(events, level));
    }

    /// Byar's approximation; for a single event at 99.8 % it begins below zero, so it is meant for ten and more.
    public static Bounds byar(long events, Level level) {
        check(events - 1);
        return new Bounds(byar((double) events, -level.z()), byar(events + 1.0, level.z()));
    }

    /// The expectation at which so many events or more just have the tail's probability: with less expected, so many
    /// are too many.
    public static double leastExpected(long events, Level level) {
        return events == 0 ? 0 : ChiSquaredDistribution.of(2.0 * events).inverseCumulativeProbability(level.tail()) / 2;
    }

    /// The expectation at which so many events or fewer just have the tail's probability: with more expected, so many
    /// are too few.
    public static double mostExpected(long events, Level level) {
        return ChiSquaredDistribution.of(2.0 * events + 2).inverseSurvivalProbability(level.tail()) / 2;
    }

    private static double byar(double events, double z) {
        double root = 1 - 1 / (9 * events) + z / (3 * Math.sqrt(events));
        return events * root * root * root;
    }

    private static void check(long events) {
        if (events < 0) {
            throw new IllegalArgumentException("too few events for an interval");
        }
    }
}
