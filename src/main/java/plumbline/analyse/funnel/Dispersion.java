package plumbline.analyse.funnel;

import java.util.List;
import plumbline.analyse.rate.Bounds;
import plumbline.analyse.rate.Level;

/// How much more proportions differ than chance makes them, on the scale of arcsine of the root.
///
/// @param departments how many there are
/// @param centre the angle of the pooled proportion
/// @param phi mean square of the winsorised z-scores; 1 where chance explains all
/// @param tauSquared variance between departments, 0 if there is no more than chance
public record Dispersion(int departments, double centre, double phi, double tauSquared) {
    /// With fewer departments dispersion cannot be judged.
    public static final int FEWEST_DEPARTMENTS = 10;

    /// The share of z-scores that is drawn in, on each side.
    private static final double WINSORISED = 0.1;

    /// A department's counts, `whole` above 0.
    public record Member(long part, long whole) {}

    /// Works the dispersion out of the counts of departments.
    ///
    /// @param members at least one, in any order
    /// @throws IllegalArgumentException if there is none
    public static Dispersion of(List<Member> members) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("no department to judge a dispersion by");
        }
        long parts = members.stream().mapToLong(Member::part).sum();
        long wholes = members.stream().mapToLong(Member::whole).sum();
        double centre = angle(parts / (double) wholes);
        double[] scores = members.stream()
                .mapToDouble(each ->
                        (angle(each.part() / (double) each.whole()) - centre) * 2 * Math.sqrt((double) each.whole()))
                .sorted()
                .toArray();
        double low = quantile(scores, WINSORISED);
        double high = quantile(scores, 1 - WINSORISED);
        double squares = 0;
        for (double score : scores) {
            double drawn = Math.clamp(score, low, high);
            squares += drawn * drawn;
        }
        // The weights are 4·whole, the inverse variances of the angles.
        double weights = 4.0 * wholes;
        double weightSquares =
                members.stream().mapToLong(each -> each.whole() * each.whole()).sum() * 16.0;
        int count = members.size();
        double excess = squares - (count - 1);
        double tauSquared = excess > 0 && count > 1 ? excess / (weights - weightSquares / weights) : 0;
        return new Dispersion(count, centre, squares / count, tauSquared);
    }

    /// Limits that allow for the variance between departments. The angle stays within 0 and π/2: beyond, its sine would
    /// fold the outer limit back inside the inner one.
    public Bounds limits(double size, Level level) {
        double reach = level.z() * Math.sqrt(1 / (4 * size) + tauSquared);
        return new Bounds(share(centre - reach), share(centre + reach));
    }

    /// Whether chance alone explains what is there.
    public boolean isChance() {
        return tauSquared == 0;
    }

    private static double angle(double share) {
        return Math.asin(Math.sqrt(share));
    }

    private static double share(double angle) {
        double sine = Math.sin(Math.clamp(angle, 0, Math.PI / 2));
        return sine * sine;
    }

    /// Linear between the two nearest, as R's default does it.
    private static double quantile(double[] sorted, double probability) {
        double place = (sorted.length - 1) * probability;
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
