package plumbline;

/// How the value of a cell came about; the first that applies wins, in this order.
public enum Method implements Worded {
    /// A report says it for exactly this period.
    STATED,
    /// All parts are known: the coarsest complete tiling.
    SUMMED,
    /// The one missing part, by subtraction.
    DERIVED,
    /// Some parts are known: a lower bound, no upper.
    PARTIAL,
    MISSING
}
