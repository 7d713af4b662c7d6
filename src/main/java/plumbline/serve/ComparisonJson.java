package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import plumbline.Difference;
import plumbline.analyse.Comparison;
import plumbline.serve.Charts.ComparisonQuestion;

/// Writes ComparisonAnswer. Stateless.
final class ComparisonJson {
    private ComparisonJson() {}

    static JsonObject answer(ComparisonQuestion question, List<Comparison> rows, PointJson point) {
        JsonArray all = new JsonArray();
        for (Comparison row : rows) {
            all.add(new JsonObject()
                    .put("department", row.current().key().department())
                    .put("current", point.write(row.current(), question.period()))
                    .put("base", point.write(row.base(), question.basePeriod()))
                    .put(
                            "difference",
                            row.difference().map(ComparisonJson::difference).orElse(null))
                    .put("percent", row.percent().orElse(null))
                    .put("reason", row.reason().map(Comparison.Reason::word).orElse(null)));
        }
        return new JsonObject()
                .put("metric", question.metric().code())
                .put("unit", question.metric().unit())
                .put("category", question.category().orElse(null))
                .put("basis", question.basis().word())
                .put("period", question.period().toString())
                .put("base_period", question.basePeriod().toString())
                .put("rows", all);
    }

    private static JsonObject difference(Difference difference) {
        return new JsonObject()
                .put("lower", PointJson.number(difference.lower()))
                .put("upper", PointJson.number(difference.upper()));
    }
}
