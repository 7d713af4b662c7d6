package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import plumbline.Metric;
import plumbline.analyse.Series;
import plumbline.serve.Charts.SeriesQuestion;

/// Writes SeriesAnswer. Stateless.
final class SeriesJson {
    private SeriesJson() {}

    /// @param beside the minimum standards of a series
    static JsonObject answer(
            SeriesQuestion question,
            List<Series> series,
            Function<Series, List<Standards.Beside>> beside,
            PointJson point) {
        JsonArray periods = new JsonArray();
        question.periods().forEach(period -> periods.add(period.toString()));
        JsonArray all = new JsonArray();
        series.forEach(each -> all.add(one(each, question.metric(), beside.apply(each), point)));
        return new JsonObject()
                .put("metric", question.metric().code())
                .put("unit", question.metric().unit())
                .put("basis", question.basis().word())
                .put("view", question.asIs() ? "as_is" : "as_was")
                .put("periods", periods)
                .put("series", all);
    }

    private static JsonObject one(Series series, Metric metric, List<Standards.Beside> beside, PointJson point) {
        JsonArray points = new JsonArray();
        for (int i = 0; i < series.cells().size(); i++) {
            points.add(point.write(series.cells().get(i), series.periods().get(i))
                    .put(
                            "balance",
                            series.balances().get(i).map(SeriesJson::balance).orElse(null)));
        }
        return new JsonObject()
                .put("department", series.key().department())
                .put("category", series.key().category().orElse(null))
                .put("points", points)
                .put("targets", CatalogJson.array(beside, TargetJson::beside))
                .put("breaks", CatalogJson.breaks(series, metric));
    }

    private static JsonObject balance(Series.Balance balance) {
        return new JsonObject()
                .put(
                        "statement",
                        balance.statement().interval().map(PointJson::interval).orElse(null))
                .put(
                        "children",
                        balance.children().interval().map(PointJson::interval).orElse(null))
                .put("gap", balance.gap().map(ComparisonJson::difference).orElse(null))
                .put("coverage", PointJson.coverage(balance.children().coverage()));
    }
}
