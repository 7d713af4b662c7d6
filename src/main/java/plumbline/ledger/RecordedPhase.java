package plumbline.ledger;

import java.util.Optional;
import plumbline.Period;

/// From which period on mean and limits of a series begin anew, as a person decided.
///
/// @param category absent = the metric as a whole
public record RecordedPhase(
        String metric, String department, Optional<String> category, Period first, Decided decided) {}
