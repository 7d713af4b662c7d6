package plumbline;

import java.time.LocalDate;
import java.util.Optional;

/// What a figure is about; two figures of one key are revisions of each other.
///
/// @param category category code `scheme.code`; absent = the metric as a whole
/// @param range a free range inside the period (今年来, 截至目前); such a figure takes part in no period sum
public record FigureKey(
        String department,
        String metric,
        Optional<String> category,
        Period period,
        Basis basis,
        Scope scope,
        Optional<Range> range) {

    /// From `from` to `to`, both inclusive.
    public record Range(LocalDate from, LocalDate to) {
        public Range {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("a range from " + from + " to " + to);
            }
        }
    }
}
