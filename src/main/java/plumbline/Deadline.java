package plumbline;

import java.time.LocalDate;
import java.util.Optional;

/// A line of the reporting calendar: by `due` the department owes its report of the period.
///
/// @param metric code of the one metric owed; absent = the whole report
public record Deadline(Optional<String> metric, String department, Period period, LocalDate due) {}
