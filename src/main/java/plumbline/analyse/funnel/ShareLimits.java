package plumbline.analyse.funnel;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import plumbline.analyse.rate.Bounds;
import plumbline.analyse.rate.Level;

/// Limits for a proportion around the pooled one: below [#SCORE_FROM] by the exact binomial tails, interpolated between
/// whole numbers; from there on θ ± z√(θ(1−θ)/n), the inversion of Wilson's score. Stateless.
///
/// The upper limit is the lower one of those that are left (1−θ), not the formula of the lower one with the other
/// probability: that would put 3 of 3 outside where 87 of 100 are usual, an event of probability 0.66.
public final class ShareLimits {
    /// The size from which the approximation stands.
    public static final long SCORE_FROM = 20;

    private ShareLimits() {}

    /// The limits at a size.
    ///
    /// @param centre the pooled proportion, 0 to 1
    /// @param size how many there are, at least one
    public static Bounds at(double centre, long size, Level level) {
        return size < SCORE_FROM ? exact(centre, (int) size, level) : score(centre, (double) size, level);
    }

    public static Outlier outlier(long part, long size, double centre) {
        return outlier(part / (double) size, at(centre, size, Level.P95), at(centre, size, Level.P998));
    }

    static Outlier outlier(double share, Bounds inner, Bounds outer) {
        return Outlier.of(share < outer.lower(), share < inner.lower(), share > inner.upper(), share > outer.upper());
    }

    /// The inversion of Wilson's score, cut at 0 and 1.
    public static Bounds score(double centre, double size, Level level) {
        double reach = level.z() * Math.sqrt(centre * (1 - centre) / size);
        return new Bounds(Math.max(0, centre - reach), Math.min(1, centre + reach));
    }

    static Bounds exact(double centre, int size, Level level) {
        return new Bounds(lower(centre, size, level), 1 - lower(1 - centre, size, level));
    }

    /// A part lies below it just if so many or fewer have less than the tail's probability.
    private static double lower(double centre, int size, Level level) {
        BinomialDistribution parts = BinomialDistribution.of(size, centre);
        double below = 0;
        double upTo = parts.cumulativeProbability(0);
        int part = 0;
        while (upTo < level.tail()) {
            part++;
            below = upTo;
            upTo = parts.cumulativeProbability(part);
        }
        return Math.max(0, (part - (upTo - level.tail()) / (upTo - below)) / size);
    }
}
