package plumbline.serve;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.Period;
import plumbline.analyse.funnel.Dispersion;
import plumbline.analyse.funnel.Funnel;
import plumbline.analyse.rate.Bounds;
import plumbline.analyse.rate.Proportion;
import plumbline.analyse.rate.Rate;
import plumbline.analyse.rate.StaffTime;

/// Writes FunnelAnswer. Stateless.
final class FunnelJson {
    private FunnelJson() {}

    static JsonObject answer(Funnels.Answer answer, PointJson point) {
        Funnels.Question question = answer.question();
        return new JsonObject()
                .put("metric", question.metric().code())
                .put("unit", question.metric().unit())
                .put("category", question.category().orElse(null))
                .put("parent", question.parent().code())
                .put("period", question.period().toString())
                .put("size", answer.size().name().toLowerCase(Locale.ROOT))
                .put("part_metric", fraction(answer, question.metric().numerator()))
                .put("whole_metric", fraction(answer, question.metric().denominator()))
                .put("rows", CatalogJson.array(answer.rows(), row -> row(row, question.period(), point)))
                .put("funnel", funnel(answer.funnel()));
    }

    private static @Nullable String fraction(Funnels.Answer answer, Optional<String> metric) {
        return answer.size() == Funnels.Size.SHARE ? metric.orElse(null) : null;
    }

    private static JsonObject row(Funnels.Row row, Period period, PointJson point) {
        Optional<StaffTime> staff = row.rate().flatMap(Rate::staff);
        Optional<Rate.Estimate> estimate =
                row.rate().flatMap(Rate::per100).or(() -> row.share().flatMap(Proportion::share));
        return new JsonObject()
                .put("department", row.department())
                .put("events", point.write(row.events(), period))
                .put("whole", row.whole().map(each -> point.write(each, period)).orElse(null))
                .put(
                        "person_months",
                        staff.map(each -> PointJson.interval(each.personMonths()))
                                .orElse(null))
                .put("estimate", estimate.map(FunnelJson::estimate).orElse(null))
                .put("reason", reason(row))
                .put("few", row.rate().map(Rate::isOfFewEvents).orElse(false));
    }

    private static @Nullable String reason(Funnels.Row row) {
        return row.rate()
                .map(each -> SignalJson.word(each.reason()))
                .or(() -> row.share().map(each -> SignalJson.word(each.reason())))
                .orElse(null);
    }

    static JsonObject estimate(Rate.Estimate estimate) {
        return new JsonObject()
                .put("low", SignalJson.rounded(estimate.low()))
                .put("high", SignalJson.number(estimate.high()))
                .put("lower", SignalJson.rounded(estimate.lower()))
                .put("upper", SignalJson.number(estimate.upper()));
    }

    private static JsonObject funnel(Funnel funnel) {
        return new JsonObject()
                .put("reason", SignalJson.word(funnel.reason()))
                .put("centre", SignalJson.number(funnel.centre()))
                .put("points", CatalogJson.array(funnel.points(), FunnelJson::point))
                .put(
                        "left_out",
                        CatalogJson.array(
                                funnel.leftOut(),
                                each -> new JsonObject()
                                        .put("department", each.department())
                                        .put("why", each.why().word())))
                .put(
                        "lines",
                        CatalogJson.array(
                                funnel.lines(),
                                each -> new JsonObject()
                                        .put("size", SignalJson.rounded(each.size()))
                                        .put("inner", bounds(each.inner()))
                                        .put("outer", bounds(each.outer()))))
                .put(
                        "dispersion",
                        funnel.dispersion().map(FunnelJson::dispersion).orElse(null));
    }

    private static JsonObject point(Funnel.Point point) {
        return new JsonObject()
                .put("department", point.department())
                .put("events", point.events())
                .put("size", SignalJson.rounded(point.size()))
                .put("value", SignalJson.rounded(point.value()))
                .put("outlier", point.outlier().word());
    }

    private static JsonObject bounds(Bounds bounds) {
        return new JsonObject()
                .put("lower", SignalJson.rounded(bounds.lower()))
                .put("upper", SignalJson.rounded(bounds.upper()));
    }

    private static JsonObject dispersion(Dispersion dispersion) {
        return new JsonObject()
                .put("phi", SignalJson.rounded(dispersion.phi()))
                .put("tau_squared", SignalJson.rounded(dispersion.tauSquared()));
    }
}
