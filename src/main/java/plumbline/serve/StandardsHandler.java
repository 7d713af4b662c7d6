package plumbline.serve;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Period;
import plumbline.ledger.Ledger;

/// Values beside the minimum standards of the rules. Thread-safe.
final class StandardsHandler {
    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Standards standards;

    StandardsHandler(Catalog catalog, Ledger ledger, View.Views views, Standards standards) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.standards = standards;
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
        List<Standards.Held> held =
                standards.held(tree.everBelow(department.getFirst().code()), period, tree, view);
        Stream<Cell> cells = held.stream().flatMap(Standards.Held::cells);
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
                .put("targets", CatalogJson.array(held, each -> TargetJson.held(each, period, point))));
    }
}
