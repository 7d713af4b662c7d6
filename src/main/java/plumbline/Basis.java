package plumbline;

/// Which time a figure counts (时间口径).
public enum Basis implements Worded {
    /// What happened inside the period (当期).
    IN_PERIOD,
    /// From 1 January to the end of the period, the way bulletins accumulate (累计).
    TO_DATE,
    /// What stood on the period's last day; the only basis of a stock (期末).
    AT_END
}
