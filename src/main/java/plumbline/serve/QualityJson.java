package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.stream.IntStream;
import plumbline.Metric;
import plumbline.Period;
import plumbline.analyse.Series;

/// Writes QualityAnswer. Stateless.
final class QualityJson {
    private QualityJson() {}

    static JsonObject answer(Quality.Answer answer, LocalDate today, PointJson point) {
        Quality.Question question = answer.question();
        JsonArray rows = new JsonArray();
        IntStream.range(0, answer.departments().size()).forEach(i -> rows.add(row(answer, i, point)));
        return new JsonObject()
                .put("department", question.department().code())
                .put("metric", question.metric().map(Metric::code).orElse(null))
                .put(
                        "basis",
                        question.metric().map(each -> each.usualBasis().word()).orElse(null))
                .put("today", today.toString())
                .put("periods", CatalogJson.array(question.periods(), Period::toString))
                .put("rows", rows)
                .put("conflicts", CatalogJson.array(answer.conflicts(), each -> conflict(each, point)))
                .put("silent", CatalogJson.array(answer.silent(), ReportJson::report));
    }

    private static JsonObject row(Quality.Answer answer, int i, PointJson point) {
        return new JsonObject()
                .put("department", answer.departments().get(i))
                .put("reports", CatalogJson.array(answer.filings().get(i), QualityJson::filing))
                .put(
                        "points",
                        answer.series().isEmpty()
                                ? null
                                : points(answer.series().get(i), point));
    }

    private static JsonArray points(Series series, PointJson point) {
        JsonArray points = new JsonArray();
        IntStream.range(0, series.cells().size())
                .forEach(i -> points.add(
                        point.write(series.cells().get(i), series.periods().get(i))));
        return points;
    }

    private static JsonObject filing(Quality.Filing filing) {
        return new JsonObject()
                .put("state", filing.state().word())
                .put("due", filing.due().map(LocalDate::toString).orElse(null))
                .put("received", filing.received().map(LocalDate::toString).orElse(null))
                .put("days_late", PointJson.number(filing.daysLate()));
    }

    private static JsonObject conflict(Quality.Conflict conflict, PointJson point) {
        return new JsonObject()
                .put("metric", conflict.metric().code())
                .put("department", conflict.cell().key().department())
                .put("basis", conflict.basis().word())
                .put("point", point.write(conflict.cell(), conflict.period()));
    }
}
