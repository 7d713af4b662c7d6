package plumbline.read.narrative;

import plumbline.Worded;

/// What became of a number of a text.
public enum Decision implements Worded {
    /// An achieved figure.
    ACCEPT,
    /// A plan, a target or a requirement.
    PLANNED,
    /// Another period's figure, quoted to compare with.
    COMPARATIVE,
    /// What stands, not what was done: staff, branches. It belongs to no activity, but rates need it.
    STOCK,
    /// Follows from another figure: all letters are said to be closed.
    DERIVED,
    /// A share of two figures, in tenths of a per cent; it is worked out again from them.
    RATIO,
    /// No figure of a metric.
    REJECT;

    /// Whether it is a figure the report claims as achieved.
    public boolean isAchieved() {
        return this == ACCEPT;
    }
}
