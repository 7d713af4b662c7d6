package plumbline.ledger;

import java.util.Optional;
import java.util.Set;

/// What a cell rests on: the figures of a metric in one year, of a department and those below it.
///
/// @param metrics the metric, and of a ratio those above and below its line
/// @param category absent = the metric as a whole
public record Subject(Set<String> metrics, Optional<String> category, Set<String> departments, int year) {
    public Subject {
        metrics = Set.copyOf(metrics);
        departments = Set.copyOf(departments);
    }
}
