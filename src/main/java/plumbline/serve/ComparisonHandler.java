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
import plumbline.analyse.Compared;
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
        View view = views.of(exchange.parameters()).reviewed(exchange.parameters());
        DepartmentTree tree = ledger.departments(view.vintage());
        ComparisonQuestion question = parse(exchange.parameters(), tree, view);
        if (exchange.isKnown(catalog.version(), view.vintage().seal(), view.today())) {
            return;
        }
        List<Compared> rows = charts.comparison(question, tree, view);
        Stream<Cell> cells = rows.stream().flatMap(row -> Stream.of(row.current(), row.base()));
        exchange.alternate(twin(exchange, question, tree));
        exchange.send(ComparisonJson.answer(question, rows, charts.points(cells, view.vintage())));
    }

    /// The same values as a file, from the base period to the one compared.
    private static Twin twin(Exchange exchange, ComparisonQuestion question, DepartmentTree tree) {
        List<Department> departments = exchange.parameters()
                .text("parent")
                .flatMap(tree::withCode)
                .map(List::of)
                .orElse(question.departments());
        return Twin.cells(
                exchange,
                List.of(question.metric().code()),
                departments,
                List.of(question.basePeriod(), question.period()),
                question.asIs());
    }

    private ComparisonQuestion parse(Parameters parameters, DepartmentTree tree, View view) {
        Choices choices = new Choices(parameters, ledger.catalog(view.vintage()), tree);
        Optional<Metric> metric = choices.metric();
        Optional<Period> period = parameters.need("period", Period::read, Period.ACCEPTED);
        String organisation = parameters.choice("view", "like_for_like", "as_is");
        boolean asIs = organisation.equals("as_is");
        Hierarchy.Over over = Charts.organisation(asIs, tree, view);
        String against = parameters.choice("against", "year_ago", "previous");
        Optional<String> category =
                choices.categories(metric, 1).stream().findFirst().flatMap(each -> each);
        Basis basis = choices.basis(metric);
        List<Department> departments =
                departments(parameters, choices, tree, period.map(each -> over.span(each.span())));
        parameters.check();
        Period of = period.orElseThrow();
        return new ComparisonQuestion(
                metric.orElseThrow(),
                category,
                departments,
                of,
                against.equals("previous") ? of.previous() : of.yearAgo(),
                basis,
                asIs);
    }

    /// The departments named, or those below the parent in the period asked about.
    private static List<Department> departments(
            Parameters parameters, Choices choices, DepartmentTree tree, Optional<Hierarchy> hierarchy) {
        List<Department> named = choices.departments("departments", MOST_DEPARTMENTS);
        List<Department> parent = choices.departments("parent", 1);
        Below below = Below.read(parameters);
        boolean names = parameters.text("departments").isPresent();
        boolean parents = parameters.text("parent").isPresent();
        if (names == parents) {
            parameters.fault(
                    "departments", names ? "both departments and parent" : "nothing", "either departments or parent");
        }
        if (names) {
            // In establishment order, whatever the order asked.
            return tree.all().stream().filter(named::contains).toList();
        }
        return parent.isEmpty()
                ? List.of()
                : below.of(parent.getFirst().code(), hierarchy.stream().toList());
    }
}
