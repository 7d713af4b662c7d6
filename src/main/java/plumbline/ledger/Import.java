package plumbline.ledger;

import java.time.Instant;
import java.util.Optional;
import plumbline.Mode;
import plumbline.Receipt;

/// One sealed import.
///
/// @param counts what its rows did
public record Import(
        long number, Instant sealedAt, String actor, Mode mode, Optional<String> reason, Receipt.Counts counts) {}
