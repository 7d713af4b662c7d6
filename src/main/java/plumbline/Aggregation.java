package plumbline;

/// How the parts of a metric make a whole.
public enum Aggregation implements Worded {
    SUM,
    /// Between the largest part and the sum (distinct persons over time).
    BOUND,
    /// The last part (stocks over time).
    LAST,
    NONE,
    /// From numerator and denominator.
    RATIO
}
