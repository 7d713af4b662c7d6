package plumbline;

/// What an import does with keys that already have a value.
public enum Mode implements Worded {
    /// New keys only; a different value for an existing key is a finding.
    ADD,
    /// A different value becomes a new revision; needs a reason.
    CORRECT,
    /// The keys named lose their value; needs a reason.
    WITHDRAW;

    /// Whether an import in this mode must say why.
    public boolean needsReason() {
        return this != ADD;
    }
}
