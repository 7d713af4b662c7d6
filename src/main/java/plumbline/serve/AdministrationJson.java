package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.Basis;
import plumbline.Cell;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Hierarchy;
import plumbline.Metric;
import plumbline.Reorganisation;
import plumbline.Vintage;
import plumbline.ledger.History.Said;
import plumbline.ledger.Import;
import plumbline.ledger.LogEntry;

/// Writes what the page 管理 shows. Stateless.
final class AdministrationJson {
    private AdministrationJson() {}

    /// Who did something, when and why.
    static JsonObject who(Import by) {
        return new JsonObject()
                .put("number", by.number())
                .put("at", by.sealedAt().toString())
                .put("actor", by.actor())
                .put("mode", by.mode().word())
                .put("reason", by.reason().orElse(null));
    }

    static JsonObject asOf(Vintage vintage) {
        return new JsonObject()
                .put("as_of", vintage.sealedAt().map(Object::toString).orElse(null))
                .put("base", vintage.importNumber());
    }

    static JsonArray who(@Nullable List<Long> numbers, Map<Long, Import> imports) {
        return CatalogJson.array(
                numbers == null
                        ? List.of()
                        : numbers.stream().filter(imports::containsKey).toList(),
                number -> who(known(imports, number)));
    }

    private static Import known(Map<Long, Import> imports, Long number) {
        return Optional.ofNullable(imports.get(number)).orElseThrow();
    }

    /// @param shipped as the program has it
    /// @param figures how many figures are on record of it
    static JsonObject metric(
            Metric metric,
            Metric shipped,
            Set<String> departments,
            Collection<Integer> lengths,
            int figures,
            JsonArray history) {
        return new JsonObject()
                .put("code", metric.code())
                .put("name", CatalogJson.name(metric.name()))
                .put("family", metric.family())
                .put("unit", metric.unit())
                .put("kind", metric.kind().word())
                .put("bases", bases(metric))
                .put("direction", metric.direction().word())
                .put("locked", shipped.isNeverJudged())
                .put("aliases", CatalogJson.array(metric.surfaceForms(), each -> each))
                .put("changed", CatalogJson.array(metric.changed(), LocalDate::toString))
                .put("caution", CatalogJson.name(metric.caution()))
                .put("source", history.isEmpty() ? "catalogue" : "organisation")
                .put("departments", departments.size())
                .put("lengths", CatalogJson.array(lengths.stream().sorted().toList(), each -> each))
                .put("figures", figures)
                .put("history", history);
    }

    private static JsonArray bases(Metric metric) {
        JsonArray bases = new JsonArray();
        for (Basis each : Basis.values()) {
            if (metric.accepts(each)) {
                bases.add(each.word());
            }
        }
        return bases;
    }

    /// @param on the tree as it was on the day asked for
    static JsonObject department(
            Department department, DepartmentTree tree, Hierarchy on, LocalDate day, JsonArray history) {
        Department lived = tree.lived(department.code());
        return new JsonObject()
                .put("code", department.code())
                .put("name", CatalogJson.name(department.name()))
                .put("placed", department.parent().orElse(null))
                .put(
                        "parent",
                        on.parentOf(department.code()).map(Department::code).orElse(null))
                .put("opened", department.opened().map(LocalDate::toString).orElse(null))
                .put("closed", department.closed().map(LocalDate::toString).orElse(null))
                .put("from", lived.opened().map(LocalDate::toString).orElse(null))
                .put("until", lived.closed().map(LocalDate::toString).orElse(null))
                .put("additive", department.additive())
                .put("exists", lived.life().existsOn(day))
                .put("history", history);
    }

    static JsonObject step(Said<Reorganisation> said, Map<Long, Import> imports) {
        Reorganisation step = said.what();
        return CatalogJson.reorganisation(step)
                .put("weight", step.weight().map(Object::toString).orElse(null))
                .put("recorded", who(known(imports, said.importNumber())))
                .put(
                        "withdrawn",
                        said.withdrawn()
                                .map(number -> who(known(imports, number)))
                                .orElse(null));
    }

    static JsonObject line(Said<Deadline> said, Map<Long, Import> imports, Optional<LocalDate> came) {
        Deadline line = said.what();
        return new JsonObject()
                .put("department", line.department())
                .put("period", line.period().toString())
                .put("metric", line.metric().orElse(null))
                .put("due", line.due().toString())
                .put("came", came.map(LocalDate::toString).orElse(null))
                .put("recorded", who(known(imports, said.importNumber())));
    }

    static JsonObject entry(LogEntry entry) {
        return who(entry.by())
                .put("act", entry.act())
                .put("seal", entry.seal())
                .put(
                        "report",
                        entry.report()
                                .map(each -> new JsonObject()
                                        .put("id", Ids.report(each.number()))
                                        .put("name", each.name()))
                                .orElse(null))
                .put(
                        "counts",
                        new JsonObject()
                                .put("new", entry.by().counts().fresh())
                                .put("changed", entry.by().counts().changed())
                                .put("same", entry.by().counts().same()))
                .put("verdicts", new JsonObject(Map.copyOf(entry.verdicts())));
    }

    static JsonObject effect(AdministrationEffect effect) {
        return new JsonObject()
                .put("charts", effect.charts())
                .put("figures", effect.figures())
                .put("breaks", effect.breaks())
                .put("listed", CatalogJson.array(effect.listed(), AdministrationJson::changed));
    }

    private static JsonObject changed(AdministrationEffect.Changed changed) {
        AdministrationEffect.Key key = changed.key();
        return new JsonObject()
                .put("department", key.department())
                .put("metric", key.metric())
                .put("category", key.category().orElse(null))
                .put("period", key.period().toString())
                .put("view", changed.asIs() ? "as_is" : "as_was")
                .put("before", point(changed.before(), key))
                .put("after", point(changed.after(), key));
    }

    private static @Nullable JsonObject point(Optional<Cell> cell, AdministrationEffect.Key key) {
        return cell.map(each -> PointJson.WORDLESS.write(each, key.period())).orElse(null);
    }
}
