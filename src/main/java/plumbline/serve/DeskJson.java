package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import plumbline.Attribution;
import plumbline.Catalog;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Place;
import plumbline.Proposal;
import plumbline.RecordedFigure;
import plumbline.RecordedProposal;
import plumbline.Verdict;
import plumbline.intake.Desk;
import plumbline.intake.DeskPage;

/// Writes DeskAnswer and QueuedReport.
record DeskJson(Catalog catalog) {
    JsonObject answer(DeskPage page) {
        return new JsonObject()
                .put("report", ReportJson.report(page.report()))
                .put("text", page.text())
                .put("stated", attribution(page.stated()))
                .put("proposed", attribution(page.proposed()).put("named", page.namedDepartment()))
                .put("proposals", CatalogJson.array(page.entries(), each -> entry(each, page.names())))
                .put(
                        "marks",
                        new JsonArray(
                                page.marks().stream().flatMap(ReportJson::mark).toList()))
                .put("differences", page.differences())
                .put("noise", CatalogJson.array(page.noise(), DeskJson::span))
                .put(
                        "asides",
                        CatalogJson.array(
                                page.asides(),
                                each -> span(each.passage())
                                        .put("decision", each.decision())
                                        .put("rule", each.rule())));
    }

    static JsonObject queued(Desk.Queued queued) {
        return new JsonObject()
                .put("report", ReportJson.report(queued.report()))
                .put("stated", attribution(queued.stated()))
                .put("proposals", queued.proposals())
                .put("open", queued.open())
                .put("queried", queued.queried())
                .put("vouched", queued.vouched());
    }

    private static JsonObject attribution(Attribution attribution) {
        return new JsonObject()
                .put("department", attribution.department().orElse(null))
                .put("period", attribution.period().map(Period::toString).orElse(null));
    }

    private static JsonObject span(Place.Passage passage) {
        return new JsonObject().put("start", passage.start()).put("end", passage.end());
    }

    private JsonObject entry(DeskPage.Entry entry, Map<Long, String> names) {
        RecordedProposal recorded = entry.proposal();
        Proposal proposal = recorded.proposal();
        JsonObject json = new JsonObject()
                .put("id", Ids.proposal(recorded.id()))
                .put("number", recorded.number())
                .put("start", proposal.passage().start())
                .put("end", proposal.passage().end())
                .put("quote", proposal.passage().quote())
                .put("status", recorded.status().word())
                .put("risk", entry.risk().word())
                .put("metric", proposal.metric().orElse(null))
                .put("noun", proposal.noun())
                .put("phrase", entry.phrase())
                .put("family", proposal.family())
                .put("category", proposal.category().orElse(null))
                .put("value_text", entry.wording());
        FigureJson.putValue(json, proposal.value());
        return json.put("unit", proposal.unit())
                .put("period", proposal.period())
                .put("basis", proposal.basis().word())
                .put("flags", new JsonArray(proposal.flags()))
                .put("rule", proposal.rule())
                .put("reader", proposal.reader())
                .put("person_sensitive", isSensitive(entry))
                .put("key", entry.key().map(DeskJson::key).orElse(null))
                .put("against", CatalogJson.array(entry.against(), each -> standing(each, names)))
                .put("others", CatalogJson.array(entry.others(), each -> Ids.proposal(each.id())))
                .put("earlier", recorded.earlier().map(Ids::proposal).orElse(null))
                .put("taken", entry.taken().map(Ids::figure).orElse(null))
                .put(
                        "standing",
                        entry.standing().map(each -> standing(each, names)).orElse(null))
                .put("verdicts", CatalogJson.array(recorded.verdicts(), DeskJson::verdict));
    }

    private boolean isSensitive(DeskPage.Entry entry) {
        return entry.key()
                .map(FigureKey::metric)
                .or(() -> entry.proposal().proposal().metric())
                .flatMap(catalog::metric)
                .map(Metric::personSensitive)
                .orElse(false);
    }

    private static JsonObject key(FigureKey key) {
        return new JsonObject()
                .put("department", key.department())
                .put("metric", key.metric())
                .put("category", key.category().orElse(null))
                .put("period", key.period().toString())
                .put("basis", key.basis().word())
                .put("scope", key.scope().word());
    }

    private static JsonObject standing(RecordedFigure recorded, Map<Long, String> names) {
        Figure figure = recorded.figure();
        JsonObject json = new JsonObject()
                .put("id", Ids.figure(recorded.id()))
                .put("revision", recorded.revision())
                .put("value_text", figure.wording());
        FigureJson.putValue(json, figure.value());
        return json.put("review", PointJson.review(figure.review(), recorded.revision()))
                .put("report", Ids.report(recorded.report()))
                .put("report_name", names.getOrDefault(recorded.report(), ""))
                .put("place", figure.formPlace().orElse(figure.place()).toString());
    }

    /// A figure of a form that awaits a person.
    static JsonObject waiting(RecordedFigure recorded) {
        JsonObject json = new JsonObject()
                .put("id", Ids.figure(recorded.id()))
                .put("key", key(recorded.figure().key()))
                .put("value_text", recorded.figure().wording());
        FigureJson.putValue(json, recorded.figure().value());
        return json.put("note", recorded.figure().note());
    }

    private static JsonObject verdict(Verdict verdict) {
        JsonObject json = new JsonObject()
                .put("kind", verdict.kind().word())
                .put("at", verdict.at().toString())
                .put("actor", verdict.actor())
                .put("reason", verdict.reason().orElse(null))
                .put("value_text", verdict.figure().map(Figure::wording).orElse(null))
                .put("figure", verdict.figureNumber().map(Ids::figure).orElse(null));
        Optional<Figure> figure = verdict.figure();
        return json.put("key", figure.map(Figure::key).map(DeskJson::key).orElse(null));
    }
}
