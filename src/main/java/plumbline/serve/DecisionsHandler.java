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
                    new BodyFields(body, "metric", "department", "category", "first", "stands", "actor", "reason");
            Optional<Metric> metric = metric(said);
            Optional<String> category = said.given("category");
            metric.ifPresent(each -> check(category, each, said));
            Optional<Department> department = department(said);
            Optional<Period> first = period(said, "first");
            boolean stands = said.flag("stands", true);
            Decisions.By by = by(said);
            ledger.decisions()
                    .phase(
                            metric.orElseThrow().code(),
                            department.orElseThrow().code(),
                            category,
                            first.orElseThrow(),
                            stands,
                            by);
        });
    }

    private void check(Optional<String> category, Metric metric, BodyFields said) {
        Set<String> categories = catalog.categoriesOf(metric).stream()
                .map(Classification.Category::code)
                .collect(Collectors.toSet());
        category.filter(each -> !categories.contains(each))
                .ifPresent(each -> said.fault("category", each, "a category of " + metric.code()));
    }

    /// A person sets a minimum standard or ends one.
    void target(RoutingContext context) {
        decided(context, body -> {
            BodyFields said =
                    new BodyFields(body, "metric", "department", "period", "at_least", "source", "actor", "reason");
            Optional<Metric> metric = metric(said);
            Optional<Department> department = department(said);
            Optional<Period> period = period(said, "period");
            Optional<Long> least = said.count("at_least");
            boolean ends = body.getValue("at_least") == null;
            String source = ends ? said.text("source") : said.said("source", "the rule that sets the standard");
            metric.filter(each -> !ends && !Target.isPossible(each))
                    .ifPresent(each -> said.fault(
                            "metric",
                            each.code(),
                            "an activity of which more is better; sanctions, leads and petitions have no targets"));
            Decisions.By by = by(said);
            String of = metric.orElseThrow().code();
            String whose = department.orElseThrow().code();
            if (ends) {
                ledger.decisions().takeTargetBack(of, whose, period.orElseThrow(), by);
            } else {
                ledger.decisions().set(new Target(of, whose, period.orElseThrow(), least.orElseThrow(), source), by);
            }
        });
    }

    /// A person sets a question aside or asks it again.
    void dismissal(RoutingContext context) {
        decided(context, body -> {
            BodyFields said = new BodyFields(body, "question", "stands", "actor", "reason");
            String question = said.said("question", "the id of a question");
            boolean stands = said.flag("stands", true);
            Decisions.By by = by(said);
            ledger.decisions().dismiss(question, stands, by);
        });
    }

    private Optional<Metric> metric(BodyFields said) {
        return said.need("metric", ledger.catalog(ledger.newest())::metric, "a metric code");
    }

    private Optional<Department> department(BodyFields said) {
        return said.need("department", ledger.departments(ledger.newest())::withCode, "a department code");
    }

    private static Optional<Period> period(BodyFields said, String name) {
        return said.need(name, Period::read, Period.ACCEPTED);
    }

    /// Who decides and why, the last that is read.
    ///
    /// @throws Refusal with all faults of the body
    private static Decisions.By by(BodyFields said) {
        String actor = said.said("actor", "the name of whoever decides");
        String reason = said.said("reason", "why, in a sentence");
        said.check();
        return new Decisions.By(actor, reason);
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
