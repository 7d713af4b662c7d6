package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.IntStream;
import plumbline.Period;
import plumbline.analyse.Series;

/// Writes OverviewAnswer. Stateless.
final class OverviewJson {
    private OverviewJson() {}

    static JsonObject answer(Overview.Answer answer, PointJson point) {
        JsonArray rows = new JsonArray();
        answer.period().ifPresent(period -> answer.rows().forEach(row -> rows.add(row(row, period, point))));
        return new JsonObject()
                .put("department", answer.department().code())
                .put("period", answer.period().map(Period::toString).orElse(null))
                .put("periods", CatalogJson.array(answer.periods(), Period::toString))
                .put("reports", CatalogJson.array(answer.reports(), OverviewJson::reported))
                .put("rows", rows);
    }

    private static JsonObject reported(Overview.Reported each) {
        return new JsonObject()
                .put("department", each.department())
                .put("state", each.state().word());
    }

    private static JsonObject row(Overview.Row row, Period period, PointJson point) {
        Series series = row.series();
        JsonArray points = new JsonArray();
        IntStream.range(0, series.cells().size())
                .forEach(i -> points.add(
                        point.write(series.cells().get(i), series.periods().get(i))));
        return new JsonObject()
                .put("metric", row.metric().code())
                .put("unit", row.metric().unit())
                .put("basis", series.basis().word())
                .put("points", points)
                .put("breaks", CatalogJson.breaks(series, row.metric()))
                .put("previous", ComparisonJson.row(row.previous(), period, period.previous(), point))
                .put("year_ago", ComparisonJson.row(row.yearAgo(), period, period.yearAgo(), point))
                .put("signal", SignalJson.signal(row.metric(), row.chart()))
                .put(
                        "target",
                        row.standard()
                                .map(held -> TargetJson.held(held, period, point))
                                .orElse(null));
    }
}
