package plumbline.serve;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import plumbline.Basis;
import plumbline.Cell;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Place;
import plumbline.Span;
import plumbline.analyse.question.Question;
import plumbline.ledger.Decided;

/// Writes PlausibilityQuestion and Doubts. Stateless.
final class QuestionJson {
    private QuestionJson() {}

    static JsonObject raised(Raised raised) {
        return new JsonObject()
                .put("count", raised.count())
                .put("looked", raised.looked())
                .put("brought", raised.brought())
                .put(
                        "questions",
                        CatalogJson.array(
                                raised.asked(),
                                each -> question(each.question(), each.metric(), Optional.empty())
                                        .put(
                                                "place",
                                                each.place()
                                                        .map(Place::toString)
                                                        .orElse(null))));
    }

    static JsonObject question(Question question, Metric metric, Optional<Decided> dismissed) {
        Cell about = question.cells().getLast();
        return figures(question)
                .put("id", question.key())
                .put("kind", question.kind().word())
                .put("department", about.key().department())
                .put("metric", metric.code())
                .put("scope", about.key().scope().word())
                .put("basis", basis(metric, about.span()).word())
                .put("period", period(about.span()).toString())
                .putNull("place")
                .put(
                        "points",
                        CatalogJson.array(
                                question.cells(), each -> PointJson.WORDLESS.write(each, period(each.span()))))
                .put("dismissed", dismissed.map(SignalJson::decided).orElse(null));
    }

    /// The numbers behind it that are no values of reports; null where its kind has none.
    private static JsonObject figures(Question question) {
        JsonObject none = new JsonObject()
                .putNull("median")
                .putNull("spread")
                .putNull("history")
                .putNull("factor")
                .putNull("too_large")
                .putNull("round")
                .putNull("target");
        return switch (question) {
            case Question.OutsideHistory each ->
                none.put("median", SignalJson.rounded(each.median()))
                        .put("spread", SignalJson.rounded(each.spread()))
                        .put("history", each.history().size());
            case Question.UnitSlip each ->
                none.put("factor", each.factor())
                        .put("too_large", each.tooLarge())
                        .put("history", each.history().size());
            case Question.DigitHeaping each -> none.put("round", each.round());
            case Question.SumToTarget each -> none.put("target", each.target());
            case Question.IdenticalToLast _, Question.ToDateFalls _ -> none;
        };
    }

    private static Basis basis(Metric metric, Span span) {
        if (metric.kind() == Kind.STOCK) {
            return Basis.AT_END;
        }
        return Period.ofSpan(span).isPresent() ? Basis.IN_PERIOD : Basis.TO_DATE;
    }

    /// A span such as January to September is the first three quarters to date.
    static Period period(Span span) {
        return Period.ofSpan(span).orElseGet(() -> Quality.last(span));
    }
}
