package plumbline;

/// What an import does with keys that already have a value.
public enum Mode implements Worded {
    /// New keys only; a different value for an existing key is a finding.
    ADD,
    /// A different value becomes a new revision; needs a reason.
    CORRECT,
    /// The keys named lose their value; needs a reason.
    WITHDRAW,
    /// A file of one department and one period takes the place of all that is on record for these.
    /// What it does not state loses its value, what it states otherwise becomes a new revision; needs
    /// a reason. An empty value states nothing and takes nothing away.
    REPLACE;

    /// Whether an import in this mode must say why.
    public boolean needsReason() {
        return this != ADD;
    }
}
