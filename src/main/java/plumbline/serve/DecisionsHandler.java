package plumbline.serve;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import plumbline.Catalog;
import plumbline.Classification;
import plumbline.Department;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Refusal;
import plumbline.Target;
import plumbline.ledger.Decisions;
import plumbline.ledger.Ledger;

/// Takes down what people decide: phases of control charts, minimum standards, questions set aside. Thread-safe.
final class DecisionsHandler {
    private final Catalog catalog;
    private final Ledger ledger;

    DecisionsHandler(Catalog catalog, Ledger ledger) {
        this.catalog = catalog;
        this.ledger = ledger;
    }

    /// A person says from when on a process has been another one, or that it has not.
    void phase(RoutingContext context) {
        decided(context, body -> {
            BodyFields said =
                    BodyFields.only(body, "metric", "department", "category", "first", "stands", "actor", "reason");
            Metric metric = metric(said);
            Optional<String> category = Optional.of(said.text("category")).filter(each -> !each.isEmpty());
            Set<String> categories = catalog.categoriesOf(metric).stream()
                    .map(Classification.Category::code)
                    .collect(Collectors.toSet());
            if (category.isPresent() && !categories.contains(category.get())) {
                throw Refusal.invalid("category", category.get(), "a category of " + metric.code());
            }
            ledger.decisions()
                    .phase(
                            metric.code(),
                            department(said).code(),
                            category,
                            period(said, "first"),
                            said.flag("stands", true),
                            by(said));
        });
    }

    /// A person sets a minimum standard or ends one.
    void target(RoutingContext context) {
        decided(context, body -> {
            BodyFields said =
                    BodyFields.only(body, "metric", "department", "period", "at_least", "source", "actor", "reason");
            Metric metric = metric(said);
            Department department = department(said);
            Period period = period(said, "period");
            Optional<Long> least = said.count("at_least");
            if (least.isEmpty()) {
                ledger.decisions().takeTargetBack(metric.code(), department.code(), period, by(said));
                return;
            }
            if (!Target.isPossible(metric)) {
                throw Refusal.invalid(
                        "metric",
                        metric.code(),
                        "an activity of which more is better; sanctions, leads and petitions have no targets");
            }
            String source = said.text("source");
            if (source.isEmpty()) {
                throw Refusal.invalid("source", "nothing", "the rule that sets the standard");
            }
            ledger.decisions().set(new Target(metric.code(), department.code(), period, least.get(), source), by(said));
        });
    }

    /// A person sets a question aside or asks it again.
    void dismissal(RoutingContext context) {
        decided(context, body -> {
            BodyFields said = BodyFields.only(body, "question", "stands", "actor", "reason");
            String question = said.text("question");
            if (question.isEmpty()) {
                throw Refusal.invalid("question", "nothing", "the id of a question");
            }
            ledger.decisions().dismiss(question, said.flag("stands", true), by(said));
        });
    }

    private Metric metric(BodyFields said) {
        return said.need("metric", ledger.catalog(ledger.newest())::metric, "a metric code");
    }

    private Department department(BodyFields said) {
        return said.need("department", ledger.departments(ledger.newest())::withCode, "a department code");
    }

    private static Period period(BodyFields said, String name) {
        return said.need(name, Period::read, Period.ACCEPTED);
    }

    private static Decisions.By by(BodyFields said) {
        return new Decisions.By(said.text("actor"), said.text("reason"));
    }

    /// Reads the body on the event loop and takes it down on a worker thread; the answer names the vintage it made.
    private void decided(RoutingContext context, Consumer<JsonObject> decision) {
        JsonBody.read(
                context,
                body -> context.vertx()
                        .executeBlocking(
                                () -> {
                                    decision.accept(body);
                                    return new JsonObject()
                                            .put(
                                                    "as_of",
                                                    ledger.newest()
                                                            .sealedAt()
                                                            .orElseThrow()
                                                            .toString())
                                            .toBuffer();
                                },
                                false)
                        .onSuccess(answer -> context.response()
                                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                                .end(answer))
                        .onFailure(context::fail));
    }
}
