package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import plumbline.Cell;
import plumbline.Difference;
import plumbline.Period;
import plumbline.analyse.Compared;
import plumbline.analyse.Comparison;
import plumbline.analyse.Obstacle;
import plumbline.serve.Charts.ComparisonQuestion;

/// Writes ComparisonAnswer. Stateless.
final class ComparisonJson {
    private ComparisonJson() {}

    static JsonObject answer(ComparisonQuestion question, List<Compared> rows, PointJson point) {
        JsonArray all = new JsonArray();
        rows.forEach(row -> all.add(row(row, question.period(), question.basePeriod(), point)));
        return new JsonObject()
                .put("metric", question.metric().code())
                .put("unit", question.metric().unit())
                .put("category", question.category().orElse(null))
                .put("basis", question.basis().word())
                .put("view", question.asIs() ? "as_is" : "like_for_like")
                .put("period", question.period().toString())
                .put("base_period", question.basePeriod().toString())
                .put("rows", all);
    }

    /// One department with its base.
    static JsonObject row(Compared row, Period period, Period basePeriod, PointJson point) {
        JsonObject written = new JsonObject()
                .put("department", row.department())
                .put("current", point.write(row.current(), period))
                .put("base", point.write(row.base(), basePeriod));
        JsonArray leftOut = new JsonArray();
        row.leftOut().forEach(each -> leftOut.add(leftOut(each)));
        return compared(written, row.comparison())
                .put("matched", row.matched().map(ComparisonJson::union).orElse(null))
                .put("left_out", leftOut)
                .put("obstacle", row.obstacle().map(ComparisonJson::obstacle).orElse(null))
                .put("offered", row.offered().map(ComparisonJson::union).orElse(null));
    }

    private static JsonObject compared(JsonObject into, Comparison comparison) {
        return into.put(
                        "difference",
                        comparison.difference().map(ComparisonJson::difference).orElse(null))
                .put("percent", comparison.percent().orElse(null))
                .put("reason", comparison.reason().map(Comparison.Reason::word).orElse(null));
    }

    private static JsonObject union(Compared.Union union) {
        JsonObject written = new JsonObject()
                .put("departments", new JsonArray(union.current()))
                .put("base_departments", new JsonArray(union.base()))
                .put("current", interval(union.comparison().current()))
                .put("base", interval(union.comparison().base()));
        return compared(written, union.comparison());
    }

    private static @org.jspecify.annotations.Nullable JsonObject interval(Cell cell) {
        return cell.interval().map(PointJson::interval).orElse(null);
    }

    private static JsonObject leftOut(Compared.LeftOut each) {
        return new JsonObject()
                .put("department", each.department())
                .put("reason", each.reason().word())
                .put("obstacle", each.obstacle().map(ComparisonJson::obstacle).orElse(null));
    }

    private static JsonObject obstacle(Obstacle obstacle) {
        return new JsonObject()
                .put("kind", obstacle.kind().word())
                .put("date", obstacle.date().toString())
                .put("from", obstacle.from())
                .put("to", obstacle.to());
    }

    static JsonObject difference(Difference difference) {
        return new JsonObject()
                .put("lower", PointJson.number(difference.lower()))
                .put("upper", PointJson.number(difference.upper()));
    }
}
