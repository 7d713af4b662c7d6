package plumbline.analyse.funnel;

import plumbline.Worded;

/// Where a department stands to the limits. Outside the inner ones is worth a look: of 14 departments 0.7 are there by
/// chance; only outside the outer ones is a mark.
public enum Outlier implements Worded {
    LOW_998,
    LOW_95,
    INSIDE,
    HIGH_95,
    HIGH_998;

    static Outlier of(boolean low998, boolean low95, boolean high95, boolean high998) {
        if (low998) {
            return LOW_998;
        }
        if (high998) {
            return HIGH_998;
        }
        if (low95) {
            return LOW_95;
        }
        return high95 ? HIGH_95 : INSIDE;
    }
}
