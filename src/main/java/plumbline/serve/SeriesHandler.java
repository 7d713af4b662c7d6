package plumbline.serve;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Metric;
import plumbline.analyse.PeriodRange;
import plumbline.analyse.Series;
import plumbline.ledger.Ledger;
import plumbline.serve.Charts.SeriesQuestion;

/// One metric over time. Thread-safe.
final class SeriesHandler {
    private static final int MOST_DEPARTMENTS = 100;
    private static final int MOST_CATEGORIES = 40;
    private static final int MOST_POINTS = 20_000;

    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Charts charts;
    private final Standards standards;

    SeriesHandler(Catalog catalog, Ledger ledger, View.Views views, Charts charts, Standards standards) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.charts = charts;
        this.standards = standards;
    }

    void get(Exchange exchange) {
        View view = views.of(exchange.parameters()).reviewed(exchange.parameters());
        DepartmentTree tree = ledger.departments(view.vintage());
        SeriesQuestion question = parse(exchange.parameters(), ledger.catalog(view.vintage()), tree);
        if (exchange.isKnown(catalog.version(), view.vintage().seal(), view.today())) {
            return;
        }
        List<Series> series = charts.series(question, tree, view);
        Stream<Cell> cells = series.stream().flatMap(each -> each.cells().stream());
        exchange.alternate(Twin.cells(
                exchange,
                List.of(question.metric().code()),
                question.departments(),
                question.periods(),
                question.asIs()));
        exchange.send(SeriesJson.answer(
                question,
                series,
                each -> standards.beside(each, question, view.vintage()),
                charts.points(cells, view.vintage())));
    }

    private static SeriesQuestion parse(Parameters parameters, Catalog spoken, DepartmentTree tree) {
        Choices choices = new Choices(parameters, spoken, tree);
        Optional<Metric> metric = choices.metric();
        if (parameters.text("department").isEmpty()) {
            parameters.fault("department", "nothing", "1 to " + MOST_DEPARTMENTS + " department codes");
        }
        List<Department> departments = choices.departments("department", MOST_DEPARTMENTS);
        Optional<PeriodRange> periods = choices.periods();
        List<Optional<String>> categories = choices.categories(metric, MOST_CATEGORIES);
        Basis basis = choices.basis(metric);
        String organisation = parameters.choice("view", "as_was", "as_is");
        int points = departments.size()
                * categories.size()
                * periods.map(each -> each.periods().size()).orElse(0);
        if (points > MOST_POINTS) {
            parameters.fault("category", points + " points", "at most " + MOST_POINTS + " points in one answer");
        }
        parameters.check();
        return new SeriesQuestion(
                metric.orElseThrow(),
                categories,
                departments,
                periods.orElseThrow().periods(),
                basis,
                organisation.equals("as_is"));
    }
}
