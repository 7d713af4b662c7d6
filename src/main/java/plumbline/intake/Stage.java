package plumbline.intake;

import plumbline.Worded;

/// What an import goes through, in this order.
public enum Stage implements Worded {
    RECEIVED,
    READ,
    CHECK,
    RECORD,
    CONSOLIDATE
}
