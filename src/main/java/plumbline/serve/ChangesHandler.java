package plumbline.serve;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Department;
import plumbline.Metric;
import plumbline.Period;
import plumbline.ledger.Ledger;

/// Why one value changed between two instants. Thread-safe.
final class ChangesHandler {
    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Changes changes;

    ChangesHandler(Catalog catalog, Ledger ledger, View.Views views, Changes changes) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.changes = changes;
    }

    void get(Exchange exchange) {
        View until = views.of(exchange.parameters());
        Optional<View> since = views.since(exchange.parameters());
        Changes.Question question = parse(exchange.parameters(), until);
        if (exchange.isKnown(
                catalog.version(),
                until.vintage().seal(),
                until.today(),
                since.map(each -> each.vintage().seal()).orElse("the beginning"),
                since.map(each -> each.today().toString()).orElse(""))) {
            return;
        }
        Changes.Told told = changes.between(question, since, until);
        Stream<Cell> cells = Stream.concat(
                told.change().from().stream(),
                told.change().contributions().stream().flatMap(each -> each.step().after().stream()));
        PointJson point = PointJson.of(cells, ledger, until.vintage());
        exchange.alternate(Twin.cells(
                exchange,
                List.of(question.metric()),
                question.department(),
                List.of(question.period()),
                question.asIs()));
        exchange.send(new ChangesJson(question, told, point).answer(since, until));
    }

    private Changes.Question parse(Parameters parameters, View until) {
        Choices choices = new Choices(parameters, catalog, ledger.departments(until.vintage()));
        Optional<Metric> metric = choices.metric();
        if (parameters.text("department").isEmpty()) {
            parameters.fault("department", "nothing", "one department code");
        }
        List<Department> department = choices.departments("department", 1);
        Optional<Period> period = parameters.need("period", Period::read, Period.ACCEPTED);
        Optional<String> category =
                choices.categories(metric, 1).stream().findFirst().flatMap(each -> each);
        Basis basis = choices.basis(metric);
        boolean asIs = parameters.choice("view", "as_was", "as_is").equals("as_is");
        parameters.check();
        return new Changes.Question(
                metric.orElseThrow(), category, department.getFirst(), period.orElseThrow(), basis, asIs);
    }
}
