package plumbline.ledger;

import java.time.Instant;
import java.util.Optional;

/// Who decided something, when, and why.
///
/// @param at when it was sealed
public record Decided(String actor, Instant at, Optional<String> reason) {}
