package plumbline;

import java.util.Optional;

/// What a reader believes it saw in one row of a figures form; names are not resolved and nothing is trusted yet.
///
/// @param passage the span of a narrative text the row points to
public record Reading(Row row, Wording value, Optional<Place.Passage> passage) {}
