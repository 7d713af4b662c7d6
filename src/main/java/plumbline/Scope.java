package plumbline;

/// Whose doings a department's figure counts.
public enum Scope implements Worded {
    /// The department itself.
    OWN,
    /// The department with everything below it, as it states itself; checked against the sum of its children.
    CONSOLIDATED
}
