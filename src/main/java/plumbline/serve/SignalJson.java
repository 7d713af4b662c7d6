package plumbline.serve;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.Direction;
import plumbline.Metric;
import plumbline.Worded;
import plumbline.analyse.Series;
import plumbline.analyse.signal.ControlChart;
import plumbline.analyse.signal.Phase;
import plumbline.analyse.signal.Signal;
import plumbline.ledger.Decided;
import plumbline.ledger.RecordedPhase;

/// Writes Signal and ControlChart. Stateless.
final class SignalJson {
    private SignalJson() {}

    /// What the last point says, or why nothing is said.
    static JsonObject signal(Metric metric, ControlChart chart) {
        Set<Signal> last =
                chart.points().isEmpty() ? Set.of() : chart.points().getLast().signals();
        return new JsonObject()
                .put("variation", word(chart.variation()))
                .put("reasons", CatalogJson.array(chart.variation().isPresent() ? last : Set.of(), Signal::word))
                .put("directed", metric.direction() == Direction.MORE && !metric.personSensitive())
                .put("assurance", word(chart.assurance()))
                .put("without_icon", word(chart.withoutIcon()))
                .put("unfit", word(chart.unfit()))
                .put(
                        "points",
                        chart.phases().isEmpty() ? 0 : chart.phases().getLast().points());
    }

    /// @param decisions about the phases of the series
    static JsonObject chart(Metric metric, Series series, ControlChart chart, List<RecordedPhase> decisions) {
        return new JsonObject()
                .put("department", series.key().department())
                .put("category", series.key().category().orElse(null))
                .put("signal", signal(metric, chart))
                .put("points", CatalogJson.array(chart.points(), SignalJson::point))
                .put("phases", CatalogJson.array(chart.phases(), each -> phase(each, chart)))
                .put("decisions", CatalogJson.array(decisions, SignalJson::decision));
    }

    private static JsonObject point(ControlChart.Point point) {
        return new JsonObject()
                .put("period", point.period().toString())
                .put("exclusion", word(point.exclusion()))
                .put("signals", CatalogJson.array(point.signals(), Signal::word));
    }

    private static JsonObject phase(Phase phase, ControlChart chart) {
        return new JsonObject()
                .put("from", chart.points().get(phase.first()).period().toString())
                .put("to", chart.points().get(phase.last()).period().toString())
                .put("points", phase.points())
                .put("standing", phase.standing().word())
                .put("median", number(phase.median()))
                .put("mean", number(phase.mean()))
                .put("upper", phase.limits().map(each -> rounded(each.upper())).orElse(null))
                .put(
                        "lower",
                        phase.limits()
                                .flatMap(each -> notNegative(each.lower()))
                                .orElse(null));
    }

    private static JsonObject decision(RecordedPhase phase) {
        return decided(phase.decided()).put("first", phase.first().toString());
    }

    static JsonObject decided(Decided decided) {
        return new JsonObject()
                .put("actor", decided.actor())
                .put("at", at(decided.at()))
                .put("reason", decided.reason().orElse(null));
    }

    private static String at(Instant instant) {
        return instant.toString();
    }

    /// No count lies below zero, so such a limit says nothing.
    private static Optional<Double> notNegative(double limit) {
        return limit < 0 ? Optional.empty() : Optional.of(rounded(limit));
    }

    static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? (Double) rounded(number.getAsDouble()) : null;
    }

    /// Six digits behind the point, more than any chart shows.
    static double rounded(double number) {
        return Math.round(number * 1e6) / 1e6;
    }

    static @Nullable String word(Optional<? extends Worded> word) {
        return word.map(Worded::word).orElse(null);
    }
}
