package plumbline;

import java.time.Instant;
import java.util.Optional;

/// A state of the ledger: everything up to and including one import. Every read is of one vintage.
///
/// @param importNumber 0 for the empty ledger
/// @param sealedAt when that import was sealed
/// @param seal digest over everything up to it, so that two ledgers never share one; empty for the empty ledger
public record Vintage(long importNumber, Optional<Instant> sealedAt, String seal) {
    public static final Vintage EMPTY = new Vintage(0, Optional.empty(), "");
}
