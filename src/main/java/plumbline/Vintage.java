package plumbline;

import java.time.Instant;
import java.util.Optional;

/// A state of the ledger: everything up to and including one import. Every read is of one vintage.
///
/// @param importNumber 0 for the empty ledger
/// @param sealedAt when that import was sealed
public record Vintage(long importNumber, Optional<Instant> sealedAt) {}
