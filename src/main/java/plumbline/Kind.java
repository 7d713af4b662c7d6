package plumbline;

/// What kind of count a metric is; decides its arithmetic (DOMAIN: "kind decides arithmetic").
public enum Kind implements Worded {
    /// Happenings (次, 人次, 件): add up over time and over departments.
    FLOW,
    /// Distinct persons: over time only bounded by the largest part and the sum, over departments they add up.
    PERSONS,
    /// What stands at a date: the last value counts over time, departments add up.
    STOCK,
    /// A per-person floor: never aggregated.
    PERCAP,
    /// A number of kinds of things: never aggregated.
    CATEGORIES,
    /// A share, recomputed from numerator and denominator, never averaged.
    RATIO
}
