package plumbline.serve;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import plumbline.Catalog;
import plumbline.Field;
import plumbline.RecordedFigure;
import plumbline.Refusal;
import plumbline.Verdict;
import plumbline.Vintage;
import plumbline.Worded;
import plumbline.intake.Desk;
import plumbline.intake.DeskPage;
import plumbline.intake.Judgement;
import plumbline.ledger.Ledger;

/// The desk: what was read from a text, and what people say of it. Thread-safe.
final class DeskHandler {
    private static final List<Field> FIELDS = List.of(
            Field.DEPARTMENT,
            Field.PERIOD,
            Field.METRIC,
            Field.CATEGORY,
            Field.VALUE,
            Field.BASIS,
            Field.SCOPE,
            Field.NOTE);

    private static final int MOST_FIGURES = 500;

    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Desk desk;

    DeskHandler(Catalog catalog, Ledger ledger, View.Views views, Desk desk) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.desk = desk;
    }

    /// What awaits a person, report by report.
    void queue(Exchange exchange) {
        View view = views.of(exchange.parameters());
        exchange.parameters().check();
        if (exchange.isKnown(catalog.version(), view.vintage().seal())) {
            return;
        }
        exchange.send(new JsonObject().put("reports", CatalogJson.array(desk.queue(view.vintage()), DeskJson::queued)));
    }

    void get(Exchange exchange) {
        View view = views.of(exchange.parameters());
        exchange.parameters().check();
        long report = report(exchange.pathPart("id"));
        if (exchange.isKnown(catalog.version(), view.vintage().seal())) {
            return;
        }
        exchange.send(answer(desk.page(report, view.vintage())));
    }

    private JsonObject answer(DeskPage page) {
        return new DeskJson(catalog).answer(page);
    }

    /// A person says whose report it is and for which period.
    void attribute(RoutingContext context) {
        long report = report(Optional.ofNullable(context.pathParam("id")).orElse(""));
        said(context, body -> {
            only(body, "department", "period", "actor");
            desk.judging().attribute(report, text(body, "department"), text(body, "period"), text(body, "actor"));
            return report;
        });
    }

    /// A person judges a proposal.
    void judge(RoutingContext context) {
        long report = report(Optional.ofNullable(context.pathParam("id")).orElse(""));
        said(context, body -> {
            only(body, "proposal", "verdict", "fields", "remember", "instead", "actor", "reason");
            String id = text(body, "proposal");
            long proposal = Ids.readProposal(id).orElseThrow(() -> Refusal.invalid("proposal", id, Ids.PROPOSAL));
            String verdict = text(body, "verdict");
            Verdict.Kind kind = Worded.read(Verdict.Kind.class, verdict)
                    .filter(each -> each != Verdict.Kind.REPLACE && each != Verdict.Kind.VOUCH)
                    .orElseThrow(() -> Refusal.invalid("verdict", verdict, "confirm, no_count, query or reopen"));
            desk.judging()
                    .judge(
                            report,
                            new Judgement(
                                    proposal,
                                    kind,
                                    fields(body),
                                    given(body, "remember"),
                                    given(body, "instead").flatMap(Ids::readFigure),
                                    text(body, "actor"),
                                    given(body, "reason")));
            return report;
        });
    }

    /// A person marks a number that no reader saw.
    void mark(RoutingContext context) {
        long report = report(Optional.ofNullable(context.pathParam("id")).orElse(""));
        said(context, body -> {
            only(body, "start", "end", "actor");
            desk.judging().mark(report, number(body, "start"), number(body, "end"), text(body, "actor"));
            return report;
        });
    }

    /// A person has the text read again.
    void reread(RoutingContext context) {
        long report = report(Optional.ofNullable(context.pathParam("id")).orElse(""));
        said(context, body -> {
            only(body, "actor");
            String actor = text(body, "actor");
            if (actor.isBlank()) {
                throw Refusal.invalid("actor", actor, "the name of whoever asks");
            }
            desk.reread(report, actor);
            return report;
        });
    }

    /// The figures of a form that nobody has confirmed.
    void unconfirmed(Exchange exchange) {
        View view = views.of(exchange.parameters());
        exchange.parameters().check();
        long report = report(exchange.pathPart("id"));
        if (exchange.isKnown(catalog.version(), view.vintage().seal())) {
            return;
        }
        exchange.send(waiting(report, view.vintage()));
    }

    private JsonObject waiting(long report, Vintage vintage) {
        List<RecordedFigure> figures = ledger.figures().unconfirmed(report, vintage);
        return new JsonObject()
                .put("count", figures.size())
                .put(
                        "figures",
                        CatalogJson.array(
                                figures.subList(0, Math.min(figures.size(), MOST_FIGURES)), DeskJson::waiting));
    }

    /// A person confirms figures of a form.
    void confirm(RoutingContext context) {
        long report = report(Optional.ofNullable(context.pathParam("id")).orElse(""));
        JsonBody.read(
                context,
                body -> answered(context, () -> {
                    only(body, "figures", "actor", "reason");
                    List<Long> figures = new ArrayList<>();
                    if (body.getValue("figures") instanceof JsonArray ids) {
                        ids.forEach(id -> figures.add(Ids.readFigure(String.valueOf(id))
                                .orElseThrow(() -> Refusal.invalid("figures", String.valueOf(id), Ids.FIGURE))));
                    }
                    desk.judging().confirm(report, figures, text(body, "actor"), given(body, "reason"));
                    return waiting(report, ledger.newest());
                }));
    }

    /// Something is said of a report.
    @FunctionalInterface
    private interface Saying {
        /// Takes it down; answers whose desk has changed.
        long take(JsonObject body);
    }

    /// Reads the body on the event loop, takes it down on a worker thread and answers the desk as it is then.
    private void said(RoutingContext context, Saying saying) {
        JsonBody.read(context, body -> answered(context, () -> answer(desk.page(saying.take(body), ledger.newest()))));
    }

    private static void answered(RoutingContext context, Supplier<JsonObject> work) {
        context.vertx()
                .executeBlocking(() -> work.get().toBuffer(), false)
                .onSuccess(answer -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .end(answer))
                .onFailure(context::fail);
    }

    private static Map<Field, String> fields(JsonObject body) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        if (body.getValue("fields") instanceof JsonObject written) {
            for (String name : written.fieldNames()) {
                Field field = Worded.read(Field.class, name)
                        .filter(FIELDS::contains)
                        .orElseThrow(() -> Refusal.invalid(
                                "fields." + name,
                                "an unknown field",
                                String.join(
                                        ", ", FIELDS.stream().map(Field::word).toList())));
                fields.put(field, text(written, name).strip());
            }
        }
        return fields;
    }

    private static void only(JsonObject body, String... known) {
        for (String name : body.fieldNames()) {
            if (!List.of(known).contains(name)) {
                throw Refusal.invalid(name, "an unknown member", String.join(", ", known));
            }
        }
    }

    private static String text(JsonObject body, String name) {
        Object value = body.getValue(name, "");
        if (!(value instanceof String text)) {
            throw Refusal.invalid(name, String.valueOf(value), "a text");
        }
        return text;
    }

    private static Optional<String> given(JsonObject body, String name) {
        return Optional.of(text(body, name).strip()).filter(each -> !each.isEmpty());
    }

    private static int number(JsonObject body, String name) {
        if (!(body.getValue(name) instanceof Integer number)) {
            throw Refusal.invalid(name, String.valueOf(body.getValue(name)), "a whole number");
        }
        return number;
    }

    private static long report(String id) {
        return Ids.readReport(id).orElseThrow(() -> Refusal.notFound("id", id, Ids.REPORT));
    }
}
