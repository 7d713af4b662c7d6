package plumbline.analyse.rate;

import org.apache.commons.statistics.distribution.NormalDistribution;
import plumbline.Worded;

/// How sure an interval or a limit is.
public enum Level implements Worded {
    /// 95 %, 2.5 % on each side.
    P95(0.025),
    /// 99.8 %, 0.1 % on each side.
    P998(0.001);

    private final double tail;
    private final double z;

    Level(double tail) {
        this.tail = tail;
        this.z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    }

    /// The probability beyond the limit, on one side.
    public double tail() {
        return tail;
    }

    /// The quantile of the standard normal that leaves the tail.
    public double z() {
        return z;
    }
}
