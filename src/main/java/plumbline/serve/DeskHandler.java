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

    private static final String ACTOR = "the name of whoever decides, up to 80 characters";

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
            BodyFields said = new BodyFields(body, "department", "period", "actor");
            String department = said.text("department");
            String period = said.text("period");
            String actor = said.text("actor");
            said.check();
            desk.judging().attribute(report, department, period, actor);
            return report;
        });
    }

    /// A person judges a proposal.
    void judge(RoutingContext context) {
        long report = report(Optional.ofNullable(context.pathParam("id")).orElse(""));
        said(context, body -> {
            Judgement judgement = judgement(body);
            desk.judging().judge(report, judgement);
            return report;
        });
    }

    private static Judgement judgement(JsonObject body) {
        BodyFields said =
                new BodyFields(body, "proposal", "verdict", "fields", "remember", "instead", "actor", "reason", "seen");
        Optional<Long> proposal = said.need("proposal", Ids::readProposal, Ids.PROPOSAL);
        Optional<Verdict.Kind> kind = said.need(
                "verdict",
                text -> Worded.read(Verdict.Kind.class, text)
                        .filter(each -> each != Verdict.Kind.REPLACE && each != Verdict.Kind.VOUCH),
                "confirm, no_count, query or reopen");
        Map<Field, String> fields = fields(body, said);
        Optional<String> remember = said.given("remember");
        Optional<Long> instead =
                said.given("instead").isEmpty() ? Optional.empty() : said.need("instead", Ids::readFigure, Ids.FIGURE);
        String actor = said.said("actor", ACTOR);
        Optional<String> reason = said.given("reason");
        Optional<Integer> seen =
                body.getValue("seen") == null ? Optional.empty() : Optional.of(number(body, "seen", said));
        said.check();
        return new Judgement(
                proposal.orElseThrow(), kind.orElseThrow(), fields, remember, instead, actor, reason, seen);
    }

    /// A person marks a number that no reader saw.
    void mark(RoutingContext context) {
        long report = report(Optional.ofNullable(context.pathParam("id")).orElse(""));
        said(context, body -> {
            BodyFields said = new BodyFields(body, "start", "end", "actor");
            int start = number(body, "start", said);
            int end = number(body, "end", said);
            String actor = said.said("actor", ACTOR);
            said.check();
            desk.judging().mark(report, start, end, actor);
            return report;
        });
    }

    /// A person has the text read again.
    void reread(RoutingContext context) {
        long report = report(Optional.ofNullable(context.pathParam("id")).orElse(""));
        said(context, body -> {
            BodyFields said = new BodyFields(body, "actor");
            String actor = said.said("actor", "the name of whoever asks");
            said.check();
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
                    BodyFields said = new BodyFields(body, "figures", "actor", "reason");
                    List<Long> figures = figures(body, said);
                    String actor = said.said("actor", ACTOR);
                    Optional<String> reason = said.given("reason");
                    said.check();
                    desk.judging().confirm(report, figures, actor, reason);
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

    private static Map<Field, String> fields(JsonObject body, BodyFields said) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        Object given = body.getValue("fields");
        if (given != null && !(given instanceof JsonObject)) {
            said.fault("fields", BodyFields.shown(given), "an object");
        }
        if (given instanceof JsonObject written) {
            for (String name : written.fieldNames()) {
                Optional<Field> field = Worded.read(Field.class, name).filter(FIELDS::contains);
                if (field.isEmpty()) {
                    said.fault(
                            "fields." + name,
                            "an unknown field",
                            String.join(", ", FIELDS.stream().map(Field::word).toList()));
                } else if (written.getValue(name) instanceof String text) {
                    fields.put(field.get(), text.strip());
                } else {
                    said.fault("fields." + name, BodyFields.shown(written.getValue(name)), "a text");
                }
            }
        }
        return fields;
    }

    private static List<Long> figures(JsonObject body, BodyFields said) {
        List<Long> figures = new ArrayList<>();
        if (body.getValue("figures") instanceof JsonArray ids) {
            for (Object id : ids) {
                Ids.readFigure(String.valueOf(id))
                        .ifPresentOrElse(figures::add, () -> said.fault("figures", BodyFields.shown(id), Ids.FIGURE));
            }
        } else {
            said.fault("figures", BodyFields.shown(body.getValue("figures")), "a list of figures, each " + Ids.FIGURE);
        }
        return figures;
    }

    private static int number(JsonObject body, String name, BodyFields said) {
        if (body.getValue(name) instanceof Integer number) {
            return number;
        }
        said.fault(name, BodyFields.shown(body.getValue(name)), "a whole number");
        return 0;
    }

    private static long report(String id) {
        return Ids.readReport(id).orElseThrow(() -> Refusal.notFound("id", id, Ids.REPORT));
    }
}
