package plumbline.serve;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Metric;
import plumbline.Period;
import plumbline.analyse.Comparison;
import plumbline.ledger.Ledger;
import plumbline.serve.Charts.ComparisonQuestion;

/// Departments side by side, each with its base period. Thread-safe.
final class ComparisonHandler {
    private static final int MOST_DEPARTMENTS = 1000;

    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Charts charts;

    ComparisonHandler(Catalog catalog, Ledger ledger, View.Views views, Charts charts) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.charts = charts;
    }

    void get(Exchange exchange) {
        View view = views.of(exchange.parameters());
        DepartmentTree tree = ledger.departments(view.vintage());
        ComparisonQuestion question = parse(exchange.parameters(), tree);
        if (exchange.isKnown(catalog.version(), view.vintage().seal(), view.today())) {
            return;
        }
        List<Comparison> rows = charts.comparison(question, tree, view);
        List<Long> behind = rows.stream()
                .flatMap(row -> Stream.of(row.current(), row.base()))
                .flatMap(PointJson::wordedBy)
                .toList();
        exchange.send(ComparisonJson.answer(question, rows, new PointJson(ledger.figures(behind, view.vintage()))));
    }

    private ComparisonQuestion parse(Parameters parameters, DepartmentTree tree) {
        Choices choices = new Choices(parameters, catalog, tree);
        Optional<Metric> metric = choices.metric();
        Optional<Period> period = parameters.need("period", Period::read, Period.ACCEPTED);
        List<Department> departments = departments(parameters, choices, tree);
        String against = parameters.choice("against", "year_ago", "previous");
        Optional<String> category =
                choices.categories(metric, 1).stream().findFirst().flatMap(each -> each);
        Basis basis = choices.basis(metric);
        parameters.check();
        Period of = period.orElseThrow();
        return new ComparisonQuestion(
                metric.orElseThrow(),
                category,
                departments,
                of,
                against.equals("previous") ? of.previous() : of.yearAgo(),
                basis);
    }

    private static List<Department> departments(Parameters parameters, Choices choices, DepartmentTree tree) {
        List<Department> named = choices.departments("departments", MOST_DEPARTMENTS);
        List<Department> parent = choices.departments("parent", 1);
        boolean names = parameters.text("departments").isPresent();
        boolean parents = parameters.text("parent").isPresent();
        if (names == parents) {
            parameters.fault(
                    "departments", names ? "both departments and parent" : "nothing", "either departments or parent");
        }
        List<Department> asked = names
                ? named
                : parent.stream()
                        .flatMap(each -> tree.childrenOf(each.code()).stream())
                        .toList();
        // In establishment order, whatever the order asked.
        return tree.all().stream().filter(asked::contains).toList();
    }
}
