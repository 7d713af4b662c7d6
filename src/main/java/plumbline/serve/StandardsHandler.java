package plumbline.serve;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Target;
import plumbline.analyse.standard.Attainment;
import plumbline.analyse.standard.Pace;
import plumbline.ledger.Ledger;
import plumbline.ledger.RecordedTarget;
import plumbline.serve.Charts.SeriesQuestion;

/// Values beside the minimum standards of the rules. Thread-safe.
final class StandardsHandler {
    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Charts charts;

    StandardsHandler(Catalog catalog, Ledger ledger, View.Views views, Charts charts) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.charts = charts;
    }

    /// A standard beside what was done.
    ///
    /// @param soFar where the standard's period runs on behind the one asked about: what was done by then
    private record Held(RecordedTarget recorded, Cell cell, Optional<Cell> soFar) {
        Target target() {
            return recorded.target();
        }
    }

    void get(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        View view = views.of(parameters);
        DepartmentTree tree = ledger.departments(view.vintage());
        if (parameters.text("department").isEmpty()) {
            parameters.fault("department", "nothing", "one department code");
        }
        List<Department> department = new Choices(parameters, catalog, tree).departments("department", 1);
        Optional<Period> asked = parameters.need("period", Period::read, Period.ACCEPTED);
        parameters.check();
        if (exchange.isKnown(catalog.version(), view.vintage().seal(), view.today())) {
            return;
        }
        Period period = asked.orElseThrow();
        List<Held> held = held(tree.everBelow(department.getFirst().code()), period, tree, view);
        Stream<Cell> cells =
                held.stream().flatMap(each -> Stream.concat(Stream.of(each.cell()), each.soFar().stream()));
        PointJson point = PointJson.of(cells, ledger, view.vintage());
        if (!held.isEmpty()) {
            List<String> metrics =
                    held.stream().map(each -> each.target().metric()).toList();
            List<Period> periods = Stream.concat(
                            Stream.of(period),
                            held.stream().map(each -> each.target().period()))
                    .toList();
            exchange.alternate(Twin.cells(exchange, metrics, department, periods, false));
        }
        exchange.send(new JsonObject()
                .put("department", department.getFirst().code())
                .put("period", period.toString())
                .put("targets", CatalogJson.array(held, each -> json(each, period, point))));
    }

    /// In the order of catalogue and establishment.
    private List<Held> held(Set<String> below, Period period, DepartmentTree tree, View view) {
        Map<Metric, List<RecordedTarget>> byMetric = new LinkedHashMap<>();
        for (Metric metric : ledger.catalog(view.vintage()).metrics()) {
            List<RecordedTarget> of = ledger.decisions().targets(view.vintage()).stream()
                    .filter(each -> each.target().metric().equals(metric.code())
                            && below.contains(each.target().department())
                            && meets(each.target().period(), period))
                    .toList();
            if (!of.isEmpty()) {
                byMetric.put(metric, of);
            }
        }
        List<Held> all = new ArrayList<>();
        for (Department department : tree.all()) {
            byMetric.forEach((metric, of) -> of.stream()
                    .filter(each -> each.target().department().equals(department.code()))
                    .forEach(each -> all.add(new Held(
                            each,
                            cell(metric, department, each.target().period(), Basis.IN_PERIOD, tree, view),
                            soFar(metric, department, each.target().period(), period, tree, view)))));
        }
        return all;
    }

    /// Whether a standard's period and the one asked about share months.
    private static boolean meets(Period target, Period asked) {
        return !target.start().isAfter(asked.end()) && !target.end().isBefore(asked.start());
    }

    private Optional<Cell> soFar(
            Metric metric, Department department, Period target, Period asked, DepartmentTree tree, View view) {
        if (!target.end().isAfter(asked.end())) {
            return Optional.empty();
        }
        if (target.start().equals(asked.start())) {
            return Optional.of(cell(metric, department, asked, Basis.IN_PERIOD, tree, view));
        }
        return target.span().first() == 1
                ? Optional.of(cell(metric, department, asked, Basis.TO_DATE, tree, view))
                : Optional.empty();
    }

    private Cell cell(
            Metric metric, Department department, Period period, Basis basis, DepartmentTree tree, View view) {
        SeriesQuestion question = new SeriesQuestion(
                metric, List.of(Optional.empty()), List.of(department), List.of(period), basis, false);
        return charts.series(question, tree, view).getFirst().cells().getFirst();
    }

    private static JsonObject json(Held held, Period asked, PointJson point) {
        Target target = held.target();
        return new JsonObject()
                .put("metric", target.metric())
                .put("department", target.department())
                .put("period", target.period().toString())
                .put("at_least", target.least())
                .put("source", target.source())
                .put("decided", SignalJson.decided(held.recorded().decided()))
                .put("point", point.write(held.cell(), target.period()))
                .put("attainment", Attainment.of(held.cell(), target).word())
                .put(
                        "pace",
                        held.soFar()
                                .map(cell -> pace(Pace.of(cell, target), point.write(cell, asked)))
                                .orElse(null));
    }

    private static JsonObject pace(Pace pace, JsonObject soFar) {
        return new JsonObject()
                .put("standing", pace.standing().word())
                .put("so_far", soFar)
                .put("due", SignalJson.rounded(pace.due()))
                .put("remaining", pace.remaining().map(PointJson::interval).orElse(null))
                .put("months_left", pace.monthsLeft());
    }
}
