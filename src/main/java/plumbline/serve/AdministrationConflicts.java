package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.Deadline;
import plumbline.Metric;
import plumbline.Reorganisation;
import plumbline.Vintage;
import plumbline.ledger.History;
import plumbline.ledger.Import;
import plumbline.ledger.Ledger;
import plumbline.serve.AdministrationForm.Sort;

/// Finds out whether somebody else has changed, since the form was opened, what it changes. Thread-safe.
final class AdministrationConflicts {
    private final Ledger ledger;

    AdministrationConflicts(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Something that was so when the form was opened, and is otherwise now.
    ///
    /// @param member of the body that says it otherwise
    /// @param by the newest import that did
    record Conflict(
            String member,
            Optional<Import> by,
            Map<String, String> base,
            Map<String, String> theirs,
            Map<String, String> mine) {
        JsonObject json() {
            JsonArray fields = new JsonArray();
            mine.forEach((field, value) -> fields.add(new JsonObject()
                    .put("field", field)
                    .put("base", base.getOrDefault(field, ""))
                    .put("theirs", theirs.getOrDefault(field, ""))
                    .put("mine", value)));
            return new JsonObject()
                    .put("member", member)
                    .put("by", by.map(AdministrationJson::who).orElse(null))
                    .put("fields", fields);
        }
    }

    /// All of them, in the order of the form.
    List<Conflict> of(AdministrationForm form) {
        Vintage now = ledger.newest();
        if (form.base() >= now.importNumber()) {
            return List.of();
        }
        Vintage base = new Vintage(form.base(), Optional.empty(), "");
        List<Conflict> found = new ArrayList<>();
        departments(form, base, now, found);
        reorganisations(form, base, now, found);
        calendar(form, base, now, found);
        metrics(form, base, now, found);
        return found;
    }

    private void departments(AdministrationForm form, Vintage base, Vintage now, List<Conflict> found) {
        Map<String, List<Long>> history = form.of(Sort.DEPARTMENTS).isEmpty()
                ? Map.of()
                : ledger.history().departments(now);
        each(form, Sort.DEPARTMENTS, (member, row) -> {
            String code = row.getOrDefault("code", "");
            add(
                    found,
                    member,
                    row,
                    ledger.departments(base).withCode(code).map(AdministrationForm::fields),
                    ledger.departments(now).withCode(code).map(AdministrationForm::fields),
                    last(history.get(code)));
        });
    }

    /// Only a step that is taken back or replaced can be another by now, and a department that is ended with it.
    private void reorganisations(AdministrationForm form, Vintage base, Vintage now, List<Conflict> found) {
        each(form, Sort.REORGANISATIONS, (member, row) -> {
            ended(member, row, base, now, found);
            Optional<Map<String, String>> then = step(base, row);
            if (then.isPresent()) {
                Optional<Long> taken = ledger.history().reorganisations(now).stream()
                        .filter(each -> isStep(each.what(), row))
                        .flatMap(each -> each.withdrawn().stream())
                        .reduce((_, later) -> later);
                add(found, member, row, then, step(now, row), taken);
            }
        });
    }

    private void ended(String member, Map<String, String> row, Vintage base, Vintage now, List<Conflict> found) {
        String closed = row.getOrDefault("closed", "");
        if (!closed.isEmpty()) {
            String code = row.getOrDefault("from", "");
            add(
                    found,
                    member,
                    Map.of("closed", closed),
                    ledger.departments(base).withCode(code).map(AdministrationForm::fields),
                    ledger.departments(now).withCode(code).map(AdministrationForm::fields),
                    last(ledger.history().departments(now).get(code)));
        }
    }

    private Optional<Map<String, String>> step(Vintage vintage, Map<String, String> row) {
        return ledger.departments(vintage).reorganisations().stream()
                .filter(each -> isStep(each, row))
                .findFirst()
                .map(each -> Map.of(
                        "date", each.date().toString(),
                        "kind", each.kind().word(),
                        "from", each.from(),
                        "to", each.to(),
                        "weight", each.weight().map(Object::toString).orElse("")));
    }

    private static boolean isStep(Reorganisation step, Map<String, String> row) {
        return step.date().toString().equals(row.get("date"))
                && step.from().equals(row.get("from"))
                && step.to().equals(row.get("to"));
    }

    private void calendar(AdministrationForm form, Vintage base, Vintage now, List<Conflict> found) {
        each(
                form,
                Sort.CALENDAR,
                (member, row) -> add(
                        found,
                        member,
                        row,
                        line(ledger.deadlines(base), row),
                        line(ledger.deadlines(now), row),
                        ledger.history().deadlines(now).stream()
                                .filter(each -> isLine(each.what(), row))
                                .map(History.Said::importNumber)
                                .findFirst()));
    }

    private static Optional<Map<String, String>> line(List<Deadline> lines, Map<String, String> row) {
        return lines.stream()
                .filter(each -> isLine(each, row))
                .findFirst()
                .map(each -> Map.of(
                        "metric", each.metric().orElse(""),
                        "department", each.department(),
                        "period", each.period().toString(),
                        "due", each.due().toString()));
    }

    private static boolean isLine(Deadline line, Map<String, String> row) {
        return line.department().equals(row.get("department"))
                && line.period().toString().equals(row.get("period"))
                && line.metric().orElse("").equals(row.getOrDefault("metric", ""));
    }

    private void metrics(AdministrationForm form, Vintage base, Vintage now, List<Conflict> found) {
        Map<String, List<Long>> history =
                form.of(Sort.METRICS).isEmpty() ? Map.of() : ledger.history().metrics(now);
        each(form, Sort.METRICS, (member, row) -> {
            String code = row.getOrDefault("metric", "");
            add(
                    found,
                    member,
                    row,
                    ledger.catalog(base).metric(code).map(AdministrationConflicts::fields),
                    ledger.catalog(now).metric(code).map(AdministrationConflicts::fields),
                    last(history.get(code)));
        });
    }

    private static Map<String, String> fields(Metric metric) {
        return Map.of(
                "metric", metric.code(),
                "name_zh", metric.name().zh(),
                "name_en", metric.name().en(),
                "direction", metric.direction().word(),
                "aliases", String.join("；", metric.surfaceForms()),
                "changed",
                        String.join(
                                "；",
                                metric.changed().stream()
                                        .map(LocalDate::toString)
                                        .toList()));
    }

    private static Optional<Long> last(@org.jspecify.annotations.Nullable List<Long> imports) {
        return imports == null || imports.isEmpty() ? Optional.empty() : Optional.of(imports.getLast());
    }

    @FunctionalInterface
    private interface Look {
        void at(String member, Map<String, String> row);
    }

    private static void each(AdministrationForm form, Sort sort, Look look) {
        List<Map<String, String>> rows = form.of(sort);
        for (int i = 0; i < rows.size(); i++) {
            look.at(sort.word() + "[" + i + "]", rows.get(i));
        }
    }

    private void add(
            List<Conflict> found,
            String member,
            Map<String, String> mine,
            Optional<Map<String, String>> base,
            Optional<Map<String, String>> theirs,
            Optional<Long> by) {
        if (!base.equals(theirs)) {
            Optional<Import> who = by.map(ledger::imported);
            found.add(new Conflict(member, who, base.orElse(Map.of()), theirs.orElse(Map.of()), mine));
        }
    }
}
