package plumbline.ledger;

import plumbline.Target;

/// A minimum standard on record, and who put it there.
public record RecordedTarget(Target target, Decided decided) {}
