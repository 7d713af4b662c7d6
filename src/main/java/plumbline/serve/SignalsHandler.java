package plumbline.serve;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.Period;
import plumbline.analyse.Series;
import plumbline.analyse.signal.ControlChart;
import plumbline.ledger.Ledger;
import plumbline.serve.Charts.SeriesQuestion;

/// What of the changes is more than chance: one metric in detail, or a grid of departments and metrics. Thread-safe.
final class SignalsHandler {
    private static final int MOST_DEPARTMENTS = 8;
    private static final int MOST_METRICS = 10;

    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Charts charts;
    private final Signals signals;
    private final Overview overview;

    SignalsHandler(
            Catalog catalog, Ledger ledger, View.Views views, Charts charts, Signals signals, Overview overview) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.charts = charts;
        this.signals = signals;
        this.overview = overview;
    }

    /// Limits, phases and marked points of one metric.
    void charts(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        View view = views.of(parameters).reviewed(parameters);
        DepartmentTree tree = ledger.departments(view.vintage());
        Choices choices = new Choices(parameters, ledger.catalog(view.vintage()), tree);
        Optional<Metric> metric = choices.metric();
        if (parameters.text("department").isEmpty()) {
            parameters.fault("department", "nothing", "1 to " + MOST_DEPARTMENTS + " department codes");
        }
        List<Department> departments = choices.departments("department", MOST_DEPARTMENTS);
        Optional<Period> until = parameters.need("period", Period::read, Period.ACCEPTED);
        List<Optional<String>> category = choices.categories(metric, 1);
        Basis basis = choices.basis(metric);
        boolean asIs = parameters.choice("view", "as_was", "as_is").equals("as_is");
        parameters.check();
        if (exchange.isKnown(catalog.version(), view.vintage().seal(), view.today())) {
            return;
        }
        Period last = until.orElseThrow();
        SeriesQuestion widest = new SeriesQuestion(
                metric.orElseThrow(), category, departments, signals.window(last, view), basis, asIs);
        Set<String> codes = Charts.reached(widest, tree, Charts.organisation(asIs, tree, view));
        Known known = charts.around(codes, widest.spans(), tree, view).of(widest.metric(), category);
        SeriesQuestion question = new SeriesQuestion(
                widest.metric(), category, departments, Signals.window(last, known.firstYear()), basis, asIs);
        List<Series> series = charts.series(question, known);
        exchange.alternate(Twin.cells(
                exchange, List.of(question.metric().code()), departments, question.periods(), question.asIs()));
        exchange.send(new JsonObject()
                .put("metric", question.metric().code())
                .put("basis", basis.word())
                .put("periods", CatalogJson.array(question.periods(), Period::toString))
                .put("charts", CatalogJson.array(series, each -> {
                    ControlChart chart = signals.chart(question.metric(), each, view);
                    return SignalJson.chart(question.metric(), each, chart, signals.phases(each.key(), view));
                })));
    }

    /// A department and all that report below it, in the key metrics of the overview.
    void grid(Exchange exchange) {
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
        grid(exchange, department.getFirst(), period.orElseThrow(), tree, view);
    }

    private void grid(Exchange exchange, Department department, Period period, DepartmentTree tree, View view) {
        List<Department> departments = departments(department, period, tree, view);
        List<Period> window = signals.window(period, view);
        List<Metric> order = ledger.catalog(view.vintage()).metrics();
        SeriesQuestion all = question(order.getFirst(), departments, window);
        Set<String> codes = Charts.reached(all, tree, tree.asWas());
        Known.Around around = charts.around(codes, all.spans(), tree, view);
        TreeMap<Integer, JsonObject> metrics = new TreeMap<>();
        List<Metric> shown = new ArrayList<>();
        Set<Period> reached = new LinkedHashSet<>();
        for (Metric metric : overview.keyMetrics(department, tree, view)) {
            if (metrics.size() == MOST_METRICS) {
                break;
            }
            if (metric.kind() == Kind.STOCK) {
                continue; // what stands at a date has no control chart
            }
            Known known = around.of(metric, List.of(Optional.empty()));
            if (!known.saysAnythingFrom(period.year() - 2)) {
                continue;
            }
            List<Period> periods = Signals.window(period, known.firstYear());
            shown.add(metric);
            reached.addAll(periods);
            List<Series> series = charts.series(question(metric, departments, periods), known);
            metrics.put(order.indexOf(metric), column(metric, series, view));
        }
        if (!shown.isEmpty()) {
            exchange.alternate(Twin.cells(exchange, shown, department, List.copyOf(reached), false));
        }
        exchange.send(new JsonObject()
                .put("department", department.code())
                .put("period", period.toString())
                .put("departments", CatalogJson.array(departments, Department::code))
                .put("metrics", CatalogJson.array(metrics.values(), each -> each)));
    }

    private JsonObject column(Metric metric, List<Series> series, View view) {
        return new JsonObject()
                .put("metric", metric.code())
                .put(
                        "signals",
                        CatalogJson.array(
                                series,
                                each -> SignalJson.signal(metric, signals.chart(metric, each, view))
                                        .put("department", each.key().department())
                                        .put(
                                                "coverage",
                                                PointJson.coverage(
                                                        each.cells().getLast().coverage()))));
    }

    /// The department, then whoever reports below it and existed in the period.
    private List<Department> departments(Department department, Period period, DepartmentTree tree, View view) {
        List<Department> all = new ArrayList<>(List.of(department));
        Overview.states(ledger, tree.everBelow(department.code()), tree, view).reporters(department.code()).stream()
                .filter(code -> !code.equals(department.code()))
                .filter(code -> tree.lived(code).existsIn(period.span()))
                .forEach(code -> all.add(tree.withCode(code).orElseThrow()));
        return List.copyOf(all);
    }

    private static SeriesQuestion question(Metric metric, List<Department> departments, List<Period> periods) {
        return new SeriesQuestion(metric, List.of(Optional.empty()), departments, periods, metric.usualBasis(), false);
    }
}
