package plumbline.analyse.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plumbline.Vectors;

/// The 32 series of `spc_cases.json`, as `spc_expected.json` has them under `mdc7`.
class XmrVectorsTest {
    @TestFactory
    Stream<DynamicTest> seriesHaveTheMeanLimitsLabelsAndIconsOfTheVectors() throws IOException {
        JsonNode expected = read("spc_expected.json");
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode each : read("spc_cases.json")) {
            String id = each.path("id").asText();
            JsonNode mdc7 = expected.path(id).path("mdc7");
            tests.add(DynamicTest.dynamicTest(id, () -> isAsExpected(each, mdc7)));
        }
        assertEquals(32, tests.size());
        return tests.stream();
    }

    private static void isAsExpected(JsonNode each, JsonNode expected) {
        List<Optional<BigDecimal>> values = values(each);
        Xmr found = Xmr.of(values, starts(each));
        assertEquals(expected.path("phases").size(), found.phases().size());
        for (int i = 0; i < found.phases().size(); i++) {
            isAsExpected(found.phases().get(i), expected.path("phases").get(i));
        }
        List<String> labels = new ArrayList<>();
        expected.path("labels").forEach(label -> labels.add(label.asText()));
        assertEquals(labels, labels(values, found.signals()));

        Wanted wanted = switch (each.path("direction").asText()) {
            case "increase" -> Wanted.HIGHER;
            case "decrease" -> Wanted.LOWER;
            default -> Wanted.NEITHER;
        };
        String icon = Variation.of(found.signals().getLast(), wanted).word();
        assertEquals(
                expected.path("icon_last").asText(),
                icon.equals("common_cause") ? icon : "special_cause_" + icon.substring(0, icon.indexOf('_')));
        Optional<Assurance> assurance = each.path("target").isNull()
                ? Optional.empty()
                : Assurance.of(
                        found.phases().getLast().limits().orElseThrow(),
                        each.path("target").decimalValue(),
                        wanted);
        assertEquals(
                expected.path("assurance").asText(),
                assurance.map(XmrVectorsTest::word).orElse("null"));
    }

    private static void isAsExpected(Phase found, JsonNode expected) {
        assertEquals(expected.path("n").asInt(), found.points());
        assertEquals(expected.path("start").asInt(), found.first());
        assertEquals(expected.path("n_phase").asInt(), found.last() - found.first() + 1);
        assertEquals(
                expected.path("short").asBoolean(),
                found.standing() != Phase.Standing.FULL && found.last() - found.first() + 1 < Phase.FULL);
        isNear(expected.path("mean"), found.mean());
        isNear(expected.path("amr"), limit(found, Limits::averageMovingRange));
        isNear(expected.path("upl"), limit(found, Limits::upper));
        isNear(expected.path("lpl"), limit(found, Limits::lower));
        isNear(expected.path("nupl"), limit(found, Limits::nearUpper));
        isNear(expected.path("nlpl"), limit(found, Limits::nearLower));
    }

    private static OptionalDouble limit(Phase phase, ToDoubleFunction<Limits> which) {
        return phase.limits().stream().mapToDouble(which).findFirst();
    }

    private static void isNear(JsonNode expected, OptionalDouble found) {
        assertEquals(expected.isNull(), found.isEmpty());
        found.ifPresent(number -> assertEquals(expected.asDouble(), number, 1e-9));
    }

    private static List<String> labels(List<Optional<BigDecimal>> values, List<Set<Signal>> signals) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String label = signals.get(i).stream().findFirst().map(Signal::word).orElse("common");
            labels.add(values.get(i).isEmpty() ? "missing" : label);
        }
        return labels;
    }

    private static String word(Assurance assurance) {
        return switch (assurance) {
            case CONSISTENTLY_PASSES -> "consistent_pass";
            case CONSISTENTLY_FAILS -> "consistent_fail";
            case HIT_OR_MISS -> "inconsistent";
        };
    }

    private static List<Optional<BigDecimal>> values(JsonNode each) {
        List<Optional<BigDecimal>> values = new ArrayList<>();
        each.path("values")
                .forEach(value -> values.add(value.isNull() ? Optional.empty() : Optional.of(value.decimalValue())));
        return values;
    }

    private static List<Xmr.Start> starts(JsonNode each) {
        List<Xmr.Start> starts = new ArrayList<>();
        if (!each.path("fix_after").isNull()) {
            starts.add(new Xmr.Start(0, OptionalInt.of(each.path("fix_after").asInt())));
        }
        each.path("rebase_at").forEach(index -> starts.add(new Xmr.Start(index.asInt(), OptionalInt.empty())));
        return starts;
    }

    private static JsonNode read(String name) throws IOException {
        return new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(Vectors.text(name));
    }
}
