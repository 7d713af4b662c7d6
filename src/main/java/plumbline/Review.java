package plumbline;

/// Whether a person stands behind a figure.
public enum Review implements Worded {
    CONFIRMED,
    /// Read from a text and awaiting a person.
    UNCONFIRMED
}
