package plumbline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything that can be counted: metrics, the categories they may be broken down by, units and families.
///
/// Immutable and shared. Lookups accept codes and names; a name that two things share finds nothing.
public final class Catalog {
    private final String version;
    private final List<Family> families;
    private final Map<String, Metric> metrics = new LinkedHashMap<>();
    private final Map<String, Classification> classifications = new LinkedHashMap<>();
    private final Map<String, Classification.Category> categories = new LinkedHashMap<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Metric> metricsByName = new HashMap<>();
    private final Map<String, Unit> unitsByWord = new HashMap<>();

    /// @param version digest of the files the catalogue was read from
    public Catalog(
            String version,
            List<Family> families,
            List<Metric> metrics,
            List<Classification> classifications,
            List<Unit> units) {
        this.version = version;
        this.families = List.copyOf(families);
        metrics.forEach(metric -> this.metrics.put(metric.code(), metric));
        for (Classification each : classifications) {
            this.classifications.put(each.scheme(), each);
            each.categories().forEach(category -> categories.put(category.code(), category));
        }
        for (Unit unit : units) {
            this.units.put(unit.symbol(), unit);
            unitsByWord.putIfAbsent(unit.symbol(), unit);
            unit.words().forEach(word -> unitsByWord.putIfAbsent(word, unit));
        }
        indexMetricNames();
    }

    private void indexMetricNames() {
        Set<String> shared = new HashSet<>();
        for (Metric metric : metrics.values()) {
            List<String> names = new ArrayList<>(metric.surfaceForms());
            names.add(metric.name().zh());
            names.add(metric.name().en().toLowerCase(Locale.ROOT));
            for (String name : new HashSet<>(names)) {
                if (metricsByName.put(name, metric) != null) {
                    shared.add(name);
                }
            }
        }
        metricsByName.keySet().removeAll(shared);
        for (Metric metric : metrics.values()) {
            metricsByName.put(metric.name().zh(), metric);
        }
    }

    /// The same catalogue with its metrics called and read as the organisation says.
    ///
    /// @param versions by code; of metrics that the catalogue does not know nothing is said
    public Catalog with(Map<String, MetricVersion> versions) {
        return versions.isEmpty()
                ? this
                : new Catalog(
                        "%s.%08x"
                                .formatted(version, versions.values().toString().hashCode()),
                        families,
                        metrics.values().stream()
                                .map(each -> Optional.ofNullable(versions.get(each.code()))
                                        .map(each::as)
                                        .orElse(each))
                                .toList(),
                        classifications(),
                        List.copyOf(units.values()));
    }

    public String version() {
        return version;
    }

    public List<Family> families() {
        return families;
    }

    public List<Metric> metrics() {
        return List.copyOf(metrics.values());
    }

    public List<Classification> classifications() {
        return List.copyOf(classifications.values());
    }

    public Optional<Metric> metric(String code) {
        return Optional.ofNullable(metrics.get(code));
    }

    /// By code, Chinese or English name, or a surface form that no other metric has.
    public Optional<Metric> findMetric(String text) {
        Metric found = metrics.get(text);
        if (found == null) {
            found = metricsByName.get(text);
        }
        return Optional.ofNullable(found != null ? found : metricsByName.get(text.toLowerCase(Locale.ROOT)));
    }

    public Optional<Classification> classification(String scheme) {
        return Optional.ofNullable(classifications.get(scheme));
    }

    public Optional<Classification.Category> category(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    /// The categories a figure of the metric may have, in the order of its schemes.
    public List<Classification.Category> categoriesOf(Metric metric) {
        return metric.schemes().stream()
                .flatMap(scheme -> classification(scheme).stream())
                .flatMap(scheme -> scheme.categories().stream())
                .toList();
    }

    /// A category of the metric by full code, bare code or name; empty if none or several answer to it.
    public Optional<Classification.Category> findCategory(Metric metric, String text) {
        List<Classification.Category> found = categoriesOf(metric).stream()
                .filter(each -> each.code().equals(text)
                        || each.code().endsWith("." + text)
                        || each.name().zh().equals(text)
                        || each.name().en().equalsIgnoreCase(text))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// The unit a measure word stands for.
    public Optional<Unit> unit(String word) {
        return Optional.ofNullable(unitsByWord.get(word));
    }

    /// Whether a number in the measure word may stand for one in the metric's unit (DOMAIN: equivalence classes).
    public boolean isUnitOf(Metric metric, String word) {
        if (word.equals(metric.unit())) {
            return true;
        }
        Unit own = units.get(metric.unit());
        Optional<Unit> other = unit(word);
        return own != null
                && (own.words().contains(word)
                        || other.map(unit -> unit.group().equals(own.group())).orElse(false));
    }
}
