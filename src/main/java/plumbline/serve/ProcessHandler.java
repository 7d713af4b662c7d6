package plumbline.serve;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Interval;
import plumbline.Metric;
import plumbline.Period;
import plumbline.analyse.process.CarryOver;
import plumbline.analyse.process.ProcessLadder;
import plumbline.ledger.Ledger;
import plumbline.serve.Charts.SeriesQuestion;

/// The way from a complaint to a sanction, each step in its own unit. Thread-safe.
final class ProcessHandler {
    /// The steps, two ways from the leads on: talks and letters, or a case and a sanction.
    private static final List<List<String>> WAYS = List.of(
            List.of("petitions_received", "leads_received", "talk_inquiry_letters"),
            List.of("petitions_received", "leads_received", "cases_filed", "discipline_persons_total"));

    /// What closes what came in.
    private static final Map<String, String> CLOSED = Map.of(
            "petitions_received", "petitions_closed", "leads_received", "leads_handled", "cases_filed", "cases_closed");

    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Charts charts;

    ProcessHandler(Catalog catalog, Ledger ledger, View.Views views, Charts charts) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.charts = charts;
    }

    void get(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        View view = views.of(parameters);
        DepartmentTree tree = ledger.departments(view.vintage());
        if (parameters.text("department").isEmpty()) {
            parameters.fault("department", "nothing", "one department code");
        }
        List<Department> department = new Choices(parameters, catalog, tree).departments("department", 1);
        Optional<Period> period = parameters.need("period", Period::read, Period.ACCEPTED);
        parameters.check();
        if (exchange.isKnown(catalog.version(), view.vintage().seal(), view.today())) {
            return;
        }
        List<Metric> metrics = Stream.concat(WAYS.stream().flatMap(List::stream), CLOSED.values().stream())
                .distinct()
                .flatMap(code -> metric(code).stream())
                .sorted(Comparator.comparingInt(catalog.metrics()::indexOf))
                .toList();
        if (!metrics.isEmpty()) {
            exchange.alternate(
                    Twin.cells(exchange, metrics, department.getFirst(), List.of(period.orElseThrow()), false));
        }
        exchange.send(answer(department.getFirst(), period.orElseThrow(), tree, view));
    }

    private JsonObject answer(Department department, Period period, DepartmentTree tree, View view) {
        Map<String, Cell> cells = new HashMap<>();
        List<JsonObject> steps = new ArrayList<>();
        for (List<String> way : WAYS) {
            for (String code : way) {
                metric(code)
                        .ifPresent(metric ->
                                cells.computeIfAbsent(code, _ -> cell(metric, department, period, tree, view)));
            }
        }
        CLOSED.values()
                .forEach(code -> metric(code)
                        .ifPresent(metric -> cells.put(code, cell(metric, department, period, tree, view))));
        PointJson point = charts.points(cells.values().stream(), view.vintage());
        for (List<String> way : WAYS) {
            for (ProcessLadder.Rung rung : ladder(way, cells).rungs()) {
                String code = rung.step().metric().code();
                if (steps.stream().noneMatch(each -> each.getString("metric").equals(code))) {
                    steps.add(json(rung, period, cells, point));
                }
            }
        }
        return new JsonObject()
                .put("department", department.code())
                .put("period", period.toString())
                .put("steps", CatalogJson.array(steps, each -> each));
    }

    private ProcessLadder ladder(List<String> way, Map<String, Cell> cells) {
        List<ProcessLadder.Step> steps = way.stream()
                .flatMap(code -> metric(code).stream())
                .map(metric -> new ProcessLadder.Step(metric, cell(cells, metric)))
                .toList();
        return ProcessLadder.of(steps, catalog.metrics());
    }

    private static Cell cell(Map<String, Cell> cells, Metric metric) {
        return Optional.ofNullable(cells.get(metric.code())).orElseThrow();
    }

    private Optional<Metric> metric(String code) {
        return catalog.metric(code);
    }

    private Cell cell(Metric metric, Department department, Period period, DepartmentTree tree, View view) {
        SeriesQuestion question = new SeriesQuestion(
                metric, List.of(Optional.empty()), List.of(department), List.of(period), metric.usualBasis(), false);
        return charts.series(question, tree, view).getFirst().cells().getFirst();
    }

    private JsonObject json(ProcessLadder.Rung rung, Period period, Map<String, Cell> cells, PointJson point) {
        Metric metric = rung.step().metric();
        Optional<Metric> closing =
                Optional.ofNullable(CLOSED.get(metric.code())).flatMap(this::metric);
        Optional<Cell> closed = closing.map(each -> cell(cells, each));
        return new JsonObject()
                .put("metric", metric.code())
                .put("unit", metric.unit())
                .put("point", point.write(rung.step().cell(), period))
                .put(
                        "share",
                        rung.share()
                                .flatMap(each -> each.share())
                                .map(FunnelJson::estimate)
                                .orElse(null))
                .put(
                        "reason",
                        rung.reason().isPresent()
                                ? SignalJson.word(rung.reason())
                                : rung.share()
                                        .map(each -> SignalJson.word(each.reason()))
                                        .orElse(null))
                .put(
                        "closed",
                        closed.map(each -> closed(rung.step().cell(), each, closing.orElseThrow(), period, point))
                                .orElse(null));
    }

    /// What was closed, and what is surely still open: how much was open before is not known, so that only the least
    /// is.
    private static JsonObject closed(Cell in, Cell out, Metric closing, Period period, PointJson point) {
        boolean contested = in.conflict().isPresent() || out.conflict().isPresent();
        Optional<Interval> open = in.interval()
                .filter(_ -> !contested)
                .flatMap(came -> out.interval()
                        .flatMap(went -> CarryOver.of(Interval.UNKNOWN, came, went))
                        .map(CarryOver::open));
        return new JsonObject()
                .put("metric", closing.code())
                .put("unit", closing.unit())
                .put("point", point.write(out, period))
                .put("open", open.map(PointJson::interval).orElse(null));
    }
}
