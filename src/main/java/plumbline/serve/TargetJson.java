package plumbline.serve;

import io.vertx.core.json.JsonObject;
import plumbline.Period;
import plumbline.Target;
import plumbline.analyse.standard.Attainment;
import plumbline.analyse.standard.Pace;

/// Writes Target and TargetBeside. Stateless.
final class TargetJson {
    private TargetJson() {}

    /// @param asked the period asked about
    static JsonObject held(Standards.Held held, Period asked, PointJson point) {
        Target target = held.target();
        return new JsonObject()
                .put("metric", target.metric())
                .put("department", target.department())
                .put("period", target.period().toString())
                .put("at_least", target.least())
                .put("source", target.source())
                .put("decided", SignalJson.decided(held.recorded().decided()))
                .put("point", point.write(held.cell(), target.period()))
                .put("attainment", Attainment.of(held.cell(), target).word())
                .put(
                        "pace",
                        held.soFar()
                                .map(cell -> pace(Pace.of(cell, target), point.write(cell, asked)))
                                .orElse(null));
    }

    private static JsonObject pace(Pace pace, JsonObject soFar) {
        return new JsonObject()
                .put("standing", pace.standing().word())
                .put("so_far", soFar)
                .put("due", SignalJson.rounded(pace.due()))
                .put("remaining", pace.remaining().map(PointJson::interval).orElse(null))
                .put("months_left", pace.monthsLeft());
    }

    static JsonObject beside(Standards.Beside beside) {
        return new JsonObject()
                .put("period", beside.period().toString())
                .put("at_least", beside.target().least())
                .put("source", beside.target().source())
                .put("attainment", Attainment.of(beside.cell(), beside.target()).word());
    }
}
