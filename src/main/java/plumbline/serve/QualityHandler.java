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
import plumbline.analyse.PeriodRange;
import plumbline.ledger.Ledger;

/// What is not known. Thread-safe.
final class QualityHandler {
    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Quality quality;

    QualityHandler(Catalog catalog, Ledger ledger, View.Views views, Quality quality) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.quality = quality;
    }

    void get(Exchange exchange) {
        View view = views.of(exchange.parameters());
        DepartmentTree tree = ledger.departments(view.vintage());
        Quality.Question question = parse(exchange.parameters(), tree);
        if (exchange.isKnown(catalog.version(), view.vintage().seal(), view.today())) {
            return;
        }
        Quality.Answer answer = quality.answer(question, tree, view);
        Stream<Cell> cells = Stream.concat(
                answer.series().stream().flatMap(each -> each.cells().stream()),
                answer.conflicts().stream().map(Quality.Conflict::cell));
        Quality.Question full = answer.question();
        List<String> metric = full.metric().stream().map(Metric::code).toList();
        exchange.alternate(
                Twin.figures(exchange, metric, List.of(full.department().code()), full.periods()));
        if (!answer.series().isEmpty()) {
            exchange.alternate(Twin.cells(exchange, metric, List.of(full.department()), full.periods(), false));
        }
        exchange.send(QualityJson.answer(answer, view.today(), PointJson.of(cells, ledger, view.vintage())));
    }

    private Quality.Question parse(Parameters parameters, DepartmentTree tree) {
        Choices choices = new Choices(parameters, catalog, tree);
        if (parameters.text("department").isEmpty()) {
            parameters.fault("department", "nothing", "one department code");
        }
        List<Department> department = choices.departments("department", 1);
        Optional<Metric> metric = parameters.text("metric").isPresent() ? choices.metric() : Optional.empty();
        List<Period> periods = parameters.text("period").isPresent()
                ? choices.periods().map(PeriodRange::periods).orElse(List.of())
                : List.of();
        parameters.check();
        return new Quality.Question(department.getFirst(), metric, periods);
    }
}
