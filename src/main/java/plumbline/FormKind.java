package plumbline;

/// What a received file is; a form is known by its header.
public enum FormKind implements Worded {
    FIGURES,
    DEPARTMENTS,
    REORGANISATIONS,
    CALENDAR,
    /// How an organisation calls and reads the metrics of the catalogue.
    METRICS,
    /// Minimum standards.
    TARGETS,
    /// A narrative report, kept for the passages that figures point to.
    TEXT
}
