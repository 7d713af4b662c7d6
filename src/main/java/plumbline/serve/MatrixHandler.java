package plumbline.serve;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Hierarchy;
import plumbline.Metric;
import plumbline.Period;
import plumbline.analyse.PeriodRange;
import plumbline.analyse.Series;
import plumbline.ledger.Ledger;
import plumbline.serve.Charts.SeriesQuestion;

/// One metric, departments by periods: a series for each department below another. Thread-safe.
final class MatrixHandler {
    private static final int MOST_CELLS = 20_000;

    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Charts charts;
    private final Standards standards;

    MatrixHandler(Catalog catalog, Ledger ledger, View.Views views, Charts charts, Standards standards) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.charts = charts;
        this.standards = standards;
    }

    void get(Exchange exchange) {
        View view = views.of(exchange.parameters()).reviewed(exchange.parameters());
        DepartmentTree tree = ledger.departments(view.vintage());
        SeriesQuestion question = parse(exchange.parameters(), tree, view);
        if (exchange.isKnown(catalog.version(), view.vintage().seal(), view.today())) {
            return;
        }
        List<Series> rows = question.departments().isEmpty() ? List.of() : charts.series(question, tree, view);
        Stream<Cell> cells = rows.stream().flatMap(each -> each.cells().stream());
        exchange.parameters()
                .text("parent")
                .flatMap(tree::withCode)
                .ifPresent(parent -> exchange.alternate(Twin.cells(
                        exchange,
                        List.of(question.metric().code()),
                        List.of(parent),
                        question.periods(),
                        question.asIs())));
        exchange.send(SeriesJson.answer(
                question,
                rows,
                each -> standards.beside(each, question, view.vintage()),
                charts.points(cells, view.vintage())));
    }

    private SeriesQuestion parse(Parameters parameters, DepartmentTree tree, View view) {
        Choices choices = new Choices(parameters, catalog, tree);
        Optional<Metric> metric = choices.metric();
        if (parameters.text("parent").isEmpty()) {
            parameters.fault("parent", "nothing", "one department code");
        }
        List<Department> parent = choices.departments("parent", 1);
        Optional<PeriodRange> range = choices.periods();
        Basis basis = choices.basis(metric);
        List<Optional<String>> category = choices.categories(metric, 1);
        boolean asIs = parameters.choice("view", "as_was", "as_is").equals("as_is");
        Below below = Below.read(parameters);
        Hierarchy.Over over = Charts.organisation(asIs, tree, view);
        List<Period> periods = range.map(PeriodRange::periods).orElse(List.of());
        List<Hierarchy> hierarchies =
                periods.stream().map(each -> over.span(each.span())).toList();
        List<Department> departments = parent.isEmpty()
                ? List.of()
                : below.of(parent.getFirst().code(), hierarchies).stream()
                        .filter(each -> periods.stream()
                                .anyMatch(period -> tree.life(each.code()).existsIn(period.span())))
                        .toList();
        if (departments.size() * periods.size() > MOST_CELLS) {
            parameters.fault(
                    "period",
                    departments.size() + " departments × " + periods.size() + " periods",
                    "at most " + MOST_CELLS + " values in one answer");
        }
        parameters.check();
        return new SeriesQuestion(metric.orElseThrow(), category, departments, periods, basis, asIs);
    }
}
