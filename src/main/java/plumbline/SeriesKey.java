package plumbline;

import java.util.Optional;

/// What a row of cells over time is about: everything of a [FigureKey] but the time.
///
/// @param category category code; absent = the metric as a whole
public record SeriesKey(String department, String metric, Optional<String> category, Scope scope) {}
