package plumbline.analyse.signal;

import plumbline.Worded;

/// What marks a point of a control chart as special (rule set mdc7), in the order of precedence: of several on one
/// point the first is its label, and all are its reasons.
public enum Signal implements Worded {
    /// Above the upper limit.
    OUTSIDE_HIGH,
    OUTSIDE_LOW,
    /// One of seven or more successive points, each above the one before.
    TREND_UP,
    TREND_DOWN,
    /// One of two or three out of three successive points above the near limit, all three above the mean.
    TWO_OF_THREE_HIGH,
    TWO_OF_THREE_LOW,
    /// One of seven or more successive points above the mean.
    SHIFT_HIGH,
    SHIFT_LOW;

    /// Whether it speaks of high or rising values.
    public boolean isHigh() {
        return this == OUTSIDE_HIGH || this == TREND_UP || this == TWO_OF_THREE_HIGH || this == SHIFT_HIGH;
    }
}
