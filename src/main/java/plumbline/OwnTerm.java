package plumbline;

import java.util.Optional;

/// The organisation's own word for a metric.
///
/// @param unit the measure word it was counted in; empty where there was none
/// @param metric code; absent where the word is forgotten again
/// @param category category code; absent = the metric as a whole
public record OwnTerm(String word, String unit, Optional<String> metric, Optional<String> category) {}
