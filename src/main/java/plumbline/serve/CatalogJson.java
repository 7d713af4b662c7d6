package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import plumbline.Catalog;
import plumbline.Classification;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Family;
import plumbline.Metric;
import plumbline.Name;
import plumbline.Period;
import plumbline.Reorganisation;
import plumbline.Span;
import plumbline.Vintage;
import plumbline.analyse.Obstacle;
import plumbline.analyse.Series;

/// Writes Catalog. Stateless.
final class CatalogJson {
    private static final Map<String, Integer> MONTHS = Map.of("Q", 3, "H", 6, "Y", 12, "M", 1);

    private CatalogJson() {}

    static JsonObject answer(
            Catalog catalog,
            Vintage vintage,
            boolean demo,
            DepartmentTree tree,
            Map<String, Set<String>> holders,
            Map<String, Set<Integer>> lengths,
            Collection<Period> periods) {
        return new JsonObject()
                .put("version", catalog.version())
                .put("as_of", vintage.sealedAt().map(Instant::toString).orElse(null))
                .put("demo", demo)
                .put("departments", array(tree.all(), CatalogJson::department))
                .put("families", array(catalog.families(), CatalogJson::family))
                .put(
                        "metrics",
                        array(
                                catalog.metrics(),
                                metric -> metric(metric, tree, holders)
                                        .put("lengths", lengths(lengths.getOrDefault(metric.code(), Set.of())))))
                .put("classifications", array(catalog.classifications(), CatalogJson::classification))
                .put("periods", array(periods, Period::toString))
                .put("reorganisations", array(tree.reorganisations(), CatalogJson::reorganisation));
    }

    static <T> JsonArray array(Collection<T> items, Function<T, Object> write) {
        JsonArray array = new JsonArray();
        items.forEach(item -> array.add(write.apply(item)));
        return array;
    }

    static JsonObject name(Name name) {
        return new JsonObject().put("zh", name.zh()).put("en", name.en());
    }

    private static JsonObject department(Department department) {
        return new JsonObject()
                .put("code", department.code())
                .put("name", name(department.name()))
                .put("parent", department.parent().orElse(null))
                .put("opened", department.opened().map(LocalDate::toString).orElse(null))
                .put("closed", department.closed().map(LocalDate::toString).orElse(null))
                .put("additive", department.additive());
    }

    private static JsonObject family(Family family) {
        return new JsonObject().put("family", family.code()).put("name", name(family.name()));
    }

    private static JsonObject metric(Metric metric, DepartmentTree tree, Map<String, Set<String>> holders) {
        Set<String> holding = holders.getOrDefault(metric.code(), Set.of());
        return new JsonObject()
                .put("code", metric.code())
                .put("name", name(metric.name()))
                .put("family", metric.family())
                .put("unit", metric.unit())
                .put("decimals", metric.decimals())
                .put("kind", metric.kind().word())
                .put("direction", metric.direction().word())
                .put("person_sensitive", metric.personSensitive())
                .put("schemes", array(metric.schemes(), scheme -> scheme))
                .put("caution", name(metric.caution()))
                .put(
                        "departments",
                        array(
                                tree.all().stream()
                                        .map(Department::code)
                                        .filter(holding::contains)
                                        .toList(),
                                code -> code));
    }

    /// Months as the letters of addresses: quarters, halves, years, months.
    private static JsonArray lengths(Set<Integer> months) {
        return array(
                Stream.of("Q", "H", "Y", "M")
                        .filter(letter -> months.contains(MONTHS.get(letter)))
                        .toList(),
                letter -> letter);
    }

    private static JsonObject classification(Classification classification) {
        return new JsonObject()
                .put("scheme", classification.scheme())
                .put("name", name(classification.name()))
                .put("ordered", classification.ordered())
                .put(
                        "categories",
                        array(
                                classification.categories(),
                                each -> new JsonObject()
                                        .put("code", each.code())
                                        .put("name", name(each.name()))
                                        .put("parent", each.parent().orElse(null))));
    }

    /// Where a series stops speaking of the same thing: reorganisations, and days from which the metric counts
    /// something else.
    static JsonArray breaks(Series series, Metric metric) {
        JsonArray breaks = array(series.breaks(), CatalogJson::reorganisation);
        if (!series.periods().isEmpty()) {
            Span first = series.periods().getFirst().span(series.basis());
            Span last = series.periods().getLast().span(series.basis());
            metric.changedBetween(first, last)
                    .forEach(day -> breaks.add(new JsonObject()
                            .put("date", day.toString())
                            .put("kind", Obstacle.Kind.REDEFINED.word())
                            .put("from", metric.code())
                            .put("to", metric.code())));
        }
        return breaks;
    }

    static JsonObject reorganisation(Reorganisation step) {
        return new JsonObject()
                .put("date", step.date().toString())
                .put("kind", step.kind().word())
                .put("from", step.from())
                .put("to", step.to());
    }
}
