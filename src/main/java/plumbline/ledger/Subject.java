package plumbline.ledger;

import java.util.Optional;
import java.util.Set;

/// What a cell rests on: the figures of a metric in one year, of a department and those below it.
///
/// @param category absent = the metric as a whole
public record Subject(String metric, Optional<String> category, Set<String> departments, int year) {
    public Subject {
        departments = Set.copyOf(departments);
    }
}
