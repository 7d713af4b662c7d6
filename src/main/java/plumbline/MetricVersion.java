package plumbline;

import java.time.LocalDate;
import java.util.List;

/// What an organisation may say of a metric: how it is called and read. What it counts, in what unit, and how that adds
/// up, is the catalogue's; who counts something else needs another metric.
///
/// @param aliases names under which reports speak of it
/// @param changed the days from which on it counts something else than before, in their order
public record MetricVersion(
        String code, Name name, Direction direction, List<String> aliases, List<LocalDate> changed) {
    public MetricVersion {
        aliases = List.copyOf(aliases);
        changed = changed.stream().sorted().distinct().toList();
    }

    /// As a catalogue has it.
    public static MetricVersion of(Metric metric) {
        return new MetricVersion(
                metric.code(), metric.name(), metric.direction(), metric.surfaceForms(), metric.changed());
    }
}
