package plumbline;

import java.util.Optional;

/// A value as worded and what was understood of it.
///
/// @param value what it says; absent where it is no count, and then `problem` says what it is instead
/// @param unit the measure word behind the number (60余人次), empty without one
/// @param problem empty, or what was found instead of a count: `ordinal`, `share`, `year`, `vague`, `not_a_number` …
public record Wording(String text, Optional<Value> value, String unit, String problem) {}
