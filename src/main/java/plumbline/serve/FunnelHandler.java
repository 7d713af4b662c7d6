package plumbline.serve;

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

/// Departments in proportion to their size. Thread-safe.
final class FunnelHandler {
    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Charts charts;
    private final Funnels funnels;

    FunnelHandler(Catalog catalog, Ledger ledger, View.Views views, Charts charts) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.charts = charts;
        this.funnels = new Funnels(catalog, charts);
    }

    void get(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        View view = views.of(parameters).reviewed(parameters);
        DepartmentTree tree = ledger.departments(view.vintage());
        Choices choices = new Choices(parameters, ledger.catalog(view.vintage()), tree);
        Optional<Metric> metric = choices.metric();
        Optional<Period> period = parameters.need("period", Period::read, Period.ACCEPTED);
        if (parameters.text("parent").isEmpty()) {
            parameters.fault("parent", "nothing", "one department code");
        }
        List<Department> parent = choices.departments("parent", 1);
        Optional<String> category =
                choices.categories(metric, 1).stream().findFirst().flatMap(each -> each);
        parameters.check();
        if (exchange.isKnown(catalog.version(), view.vintage().seal(), view.today())) {
            return;
        }
        Funnels.Answer answer = funnels.answer(
                new Funnels.Question(metric.orElseThrow(), category, parent.getFirst(), period.orElseThrow()),
                tree,
                view);
        Stream<Cell> cells =
                answer.rows().stream().flatMap(row -> Stream.concat(Stream.of(row.events()), row.whole().stream()));
        exchange.alternate(
                Twin.cells(exchange, counted(answer), parent.getFirst(), List.of(period.orElseThrow()), false));
        exchange.send(FunnelJson.answer(answer, charts.points(cells, view.vintage())));
    }

    /// The metric, or the two that a share is of.
    private List<Metric> counted(Funnels.Answer answer) {
        Metric metric = answer.question().metric();
        return answer.size() == Funnels.Size.SHARE ? Known.fraction(catalog, metric) : List.of(metric);
    }
}
