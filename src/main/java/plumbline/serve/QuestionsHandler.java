package plumbline.serve;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Metric;
import plumbline.Period;
import plumbline.analyse.PeriodRange;
import plumbline.analyse.question.Question;
import plumbline.ledger.Decided;
import plumbline.ledger.Ledger;

/// What is worth a second look, as questions with their figures. Thread-safe.
final class QuestionsHandler {
    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Doubts doubts;

    QuestionsHandler(Catalog catalog, Ledger ledger, View.Views views, Doubts doubts) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.doubts = doubts;
    }

    void get(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        View view = views.of(parameters);
        DepartmentTree tree = ledger.departments(view.vintage());
        Choices choices = new Choices(parameters, catalog, tree);
        if (parameters.text("department").isEmpty()) {
            parameters.fault("department", "nothing", "one department code");
        }
        List<Department> department = choices.departments("department", 1);
        List<Period> periods = choices.periods().map(PeriodRange::periods).orElse(List.of());
        boolean dismissedToo = parameters.choice("show", "open", "all").equals("all");
        parameters.check();
        if (exchange.isKnown(catalog.version(), view.vintage().seal())) {
            return;
        }
        Map<String, Decided> dismissed = ledger.decisions().dismissals(view.vintage());
        List<Question> found = doubts.of(tree.everBelow(department.getFirst().code()), periods, view.vintage()).stream()
                .filter(each -> dismissedToo || !dismissed.containsKey(each.key()))
                .toList();
        if (!found.isEmpty()) {
            exchange.alternate(twin(exchange, department.getFirst(), found));
        }
        exchange.send(new JsonObject()
                .put("department", department.getFirst().code())
                .put("periods", CatalogJson.array(periods, Period::toString))
                .put(
                        "questions",
                        CatalogJson.array(
                                found,
                                each -> QuestionJson.question(
                                        each, metric(each), Optional.ofNullable(dismissed.get(each.key()))))));
    }

    /// What was stated, and is asked about.
    private static Twin twin(Exchange exchange, Department department, List<Question> found) {
        List<Cell> cells = found.stream().flatMap(each -> each.cells().stream()).toList();
        List<Period> periods = cells.stream()
                .map(each -> QuestionJson.period(each.span()))
                .distinct()
                .toList();
        List<String> metrics = cells.stream().map(each -> each.key().metric()).toList();
        return Twin.figures(exchange, metrics, List.of(department.code()), periods);
    }

    private Metric metric(Question question) {
        return catalog.metric(question.cells().getLast().key().metric()).orElseThrow();
    }
}
