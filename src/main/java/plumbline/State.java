package plumbline;

/// What is known of a value: six states carry a number, the others none. None of the latter is ever zero.
public enum State implements Worded {
    EXACT,
    /// A zero the report states in words or digits.
    ZERO,
    AT_LEAST,
    AT_MOST,
    ABOUT,
    RANGE,
    /// 原文“*”: stated, but masked in the source.
    WITHHELD,
    /// Hidden for disclosure control (`[c]`).
    SUPPRESSED,
    /// A report came, but does not speak of the metric.
    NOT_MENTIONED,
    /// No report came although one was due.
    NOT_REPORTED,
    /// The metric or the period does not concern the department.
    NOT_APPLICABLE,
    /// The report is not due yet.
    NOT_DUE,
    /// An earlier statement was taken back; the key has no value.
    WITHDRAWN,
    /// Something was stated, but nobody has confirmed it yet.
    UNCONFIRMED;

    /// Whether a number stands behind the state.
    public boolean hasNumber() {
        return switch (this) {
            case EXACT, ZERO, AT_LEAST, AT_MOST, ABOUT, RANGE -> true;
            case WITHHELD, SUPPRESSED, NOT_MENTIONED, NOT_REPORTED, NOT_APPLICABLE, NOT_DUE, WITHDRAWN, UNCONFIRMED ->
                false;
        };
    }
}
