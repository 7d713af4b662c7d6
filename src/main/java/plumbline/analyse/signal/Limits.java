package plumbline.analyse.signal;

import java.math.BigDecimal;

/// Mean and limits of a phase: mean ± 2.66 × average moving range, near limits at two thirds of that.
///
/// The sums are kept, so that comparisons are exact.
///
/// @param points how many values the mean rests on, at least one
/// @param sum of those values
/// @param ranges how many moving ranges there are, at least one
/// @param rangeSum of the moving ranges |xᵢ − xᵢ₋₁|
public record Limits(int points, BigDecimal sum, int ranges, BigDecimal rangeSum) {
    /// 2.66 and two thirds of it, in three-hundredths.
    private static final BigDecimal FAR = BigDecimal.valueOf(798);

    private static final BigDecimal NEAR = BigDecimal.valueOf(532);
    private static final double FACTOR = 2.66;

    public Limits {
        if (points < 1 || ranges < 1 || rangeSum.signum() < 0) {
            throw new IllegalArgumentException("limits of " + points + " points and " + ranges + " moving ranges");
        }
    }

    public double mean() {
        return sum.doubleValue() / points;
    }

    public double averageMovingRange() {
        return rangeSum.doubleValue() / ranges;
    }

    public double upper() {
        return mean() + FACTOR * averageMovingRange();
    }

    /// May be negative where no count can be; such a limit is no statement and is not to be shown.
    public double lower() {
        return mean() - FACTOR * averageMovingRange();
    }

    public double nearUpper() {
        return mean() + FACTOR * averageMovingRange() * 2 / 3;
    }

    public double nearLower() {
        return mean() - FACTOR * averageMovingRange() * 2 / 3;
    }

    /// 1 above the mean, −1 below it, 0 for a value that equals it.
    int side(BigDecimal value) {
        return deviation(value).signum();
    }

    boolean isAboveUpper(BigDecimal value) {
        return side(value) > 0 && isBeyond(value, FAR);
    }

    boolean isBelowLower(BigDecimal value) {
        return side(value) < 0 && isBeyond(value, FAR);
    }

    /// Farther from the mean than the near limit on its side; also where it is outside.
    boolean isBeyondNear(BigDecimal value) {
        return isBeyond(value, NEAR);
    }

    /// Whether the mean lies below a whole number.
    boolean isMeanBelow(long number) {
        return deviation(BigDecimal.valueOf(number)).signum() > 0;
    }

    private boolean isBeyond(BigDecimal value, BigDecimal factor) {
        BigDecimal distance = deviation(value).abs().multiply(BigDecimal.valueOf(300L * ranges));
        return distance.compareTo(rangeSum.multiply(factor).multiply(BigDecimal.valueOf(points))) > 0;
    }

    /// (value − mean) × points.
    private BigDecimal deviation(BigDecimal value) {
        return value.multiply(BigDecimal.valueOf(points)).subtract(sum);
    }
}
