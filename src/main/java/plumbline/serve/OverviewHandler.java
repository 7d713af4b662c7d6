package plumbline.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Metric;
import plumbline.Period;
import plumbline.ledger.Ledger;

/// The page that is opened first: one department in one period. Thread-safe.
final class OverviewHandler {
    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Overview overview;

    OverviewHandler(Catalog catalog, Ledger ledger, View.Views views, Overview overview) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.overview = overview;
    }

    void get(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        View view = views.of(parameters);
        DepartmentTree tree = ledger.departments(view.vintage());
        if (parameters.text("department").isEmpty()) {
            parameters.fault("department", "nothing", "one department code");
        }
        List<Department> department = new Choices(parameters, catalog, tree).departments("department", 1);
        Optional<Period> period = parameters.read("period", Period::read, Period.ACCEPTED);
        parameters.check();
        if (exchange.isKnown(catalog.version(), view.vintage().seal(), view.today())) {
            return;
        }
        Overview.Answer answer = overview.answer(new Overview.Question(department.getFirst(), period), tree, view);
        Stream<Cell> cells = answer.rows().stream().flatMap(Overview.Row::cells);
        answer.period().ifPresent(shown -> exchange.alternate(twin(exchange, answer, shown)));
        exchange.send(OverviewJson.answer(answer, PointJson.of(cells, ledger, view.vintage())));
    }

    private static Twin twin(Exchange exchange, Overview.Answer answer, Period shown) {
        List<Period> periods = new ArrayList<>(answer.periods());
        periods.addAll(List.of(shown.previous(), shown.yearAgo()));
        List<Metric> metrics = answer.rows().stream().map(Overview.Row::metric).toList();
        return Twin.cells(exchange, metrics, answer.department(), periods, false);
    }
}
