package plumbline.analyse.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plumbline.Vectors;
import plumbline.analyse.rate.Bounds;
import plumbline.analyse.rate.CountBounds;
import plumbline.analyse.rate.Level;

/// Every row of `funnel_curve_exact_poisson.csv`, `funnel_rate_departments.csv`, `funnel_prop_rectified.csv`, and
/// `overdispersion_pr.json`.
class FunnelVectorsTest {
    private static final double CLOSE = 1e-6;

    private static String percent(Level level) {
        return level == Level.P95 ? "95" : "998";
    }

    @TestFactory
    Stream<DynamicTest> linesPassWhereTheVectorsSay() {
        List<Map<String, String>> rows = Vectors.table("funnel_curve_exact_poisson.csv");
        assertEquals(61, rows.size());
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.get("O"), () -> {
                    long events = (long) Vectors.number(row, "O");
                    for (Level level : Level.values()) {
                        double upper = Vectors.number(row, "E_on_upper" + percent(level));
                        double lower = Vectors.number(row, "E_on_lower" + percent(level));
                        assertEquals(upper, CountBounds.leastExpected(events, level), CLOSE);
                        assertEquals(lower, CountBounds.mostExpected(events, level), CLOSE);
                        assertEquals(
                                (double) events, PoissonLimits.at(upper, level).upper(), CLOSE);
                        assertEquals(
                                (double) events, PoissonLimits.at(lower, level).lower(), CLOSE);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> departmentsAreClassedAsTheVectorsSay() {
        List<Map<String, String>> rows = Vectors.table("funnel_rate_departments.csv");
        assertEquals(14, rows.size());
        double events = rows.stream()
                .mapToDouble(row -> Vectors.number(row, "disciplined"))
                .sum();
        double staff =
                rows.stream().mapToDouble(row -> Vectors.number(row, "staff")).sum();
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.get("dept"), () -> isClassed(row, events / staff)));
    }

    private static void isClassed(Map<String, String> row, double mean) {
        long events = (long) Vectors.number(row, "disciplined");
        double staff = Vectors.number(row, "staff");
        double expected = staff * mean;
        assertEquals(Vectors.number(row, "expected"), expected, CLOSE);
        assertEquals(Vectors.number(row, "rate100"), 100 * events / staff, CLOSE);
        PoissonDistribution chance = PoissonDistribution.of(expected);
        assertEquals(Vectors.number(row, "p_le"), chance.cumulativeProbability((int) events), CLOSE);
        assertEquals(Vectors.number(row, "p_ge"), chance.survivalProbability((int) events - 1), CLOSE);
        for (Level level : Level.values()) {
            long high = (long) Vectors.number(row, "min_high" + percent(level));
            assertTrue(PoissonLimits.isHigh(high, expected, level));
            assertTrue(!PoissonLimits.isHigh(high - 1, expected, level));
            long low = (long) Vectors.number(row, "max_low" + percent(level));
            assertTrue(low < 0 || PoissonLimits.isLow(low, expected, level));
            assertTrue(!PoissonLimits.isLow(low + 1, expected, level));
            Bounds sure = CountBounds.of(events, level);
            assertEquals(Vectors.number(row, "ci_lo" + percent(level)), 100 * sure.lower() / staff, CLOSE);
            assertEquals(Vectors.number(row, "ci_hi" + percent(level)), 100 * sure.upper() / staff, CLOSE);
        }
        String found = word(PoissonLimits.outlier(events, expected));
        assertEquals(row.get("class_exact"), found);
        assertEquals(row.get("class_phe"), found);
    }

    private static String word(Outlier outlier) {
        return switch (outlier) {
            case LOW_998 -> "Low (0.001)";
            case LOW_95 -> "Low (0.025)";
            case INSIDE -> "Not significant";
            case HIGH_95 -> "High (0.025)";
            case HIGH_998 -> "High (0.001)";
        };
    }

    /// The trap of DOMAIN.md: a line around the expectation would leave this department inside.
    @Test
    void aDepartmentThatIsHighLiesOutsideItsLine() {
        double expected = 210 * 40 / 1146.0;
        assertEquals(Outlier.HIGH_95, PoissonLimits.outlier(14, expected));
        assertTrue(14 > PoissonLimits.at(expected, Level.P95).upper());
    }

    @TestFactory
    Stream<DynamicTest> proportionsHaveTheLimitsOfTheVectors() {
        List<Map<String, String>> rows = Vectors.table("funnel_prop_rectified.csv");
        assertEquals(14, rows.size());
        double found =
                rows.stream().mapToDouble(row -> Vectors.number(row, "found")).sum();
        double rectified = rows.stream()
                .mapToDouble(row -> Vectors.number(row, "rectified"))
                .sum();
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.get("dept"), () -> hasLimits(row, rectified / found)));
    }

    private static void hasLimits(Map<String, String> row, double centre) {
        assertEquals(Vectors.number(row, "target"), centre, CLOSE);
        int size = (int) Vectors.number(row, "found");
        if (size == 0) {
            assertEquals("", row.get("ll95"));
            return;
        }
        for (Level level : Level.values()) {
            Bounds score = ShareLimits.score(centre, size, level);
            assertEquals(Vectors.number(row, "wilson_ll" + percent(level)), score.lower(), CLOSE);
            assertEquals(Vectors.number(row, "wilson_ul" + percent(level)), score.upper(), CLOSE);
            assertEquals(
                    Vectors.number(row, "ll" + percent(level)),
                    ShareLimits.exact(centre, size, level).lower(),
                    CLOSE);
        }
    }

    @Test
    void dispersionIsAsTheVectorsSay() throws IOException {
        JsonNode vector = new ObjectMapper().readTree(Vectors.text("overdispersion_pr.json"));
        List<Dispersion.Member> members = new ArrayList<>();
        for (int i = 0; i < vector.path("found").size(); i++) {
            members.add(new Dispersion.Member(
                    vector.path("rectified").get(i).asLong(),
                    vector.path("found").get(i).asLong()));
        }
        Dispersion found = Dispersion.of(members);
        assertEquals(13, found.departments());
        assertEquals(vector.path("target_transformed").asDouble(), found.centre(), 1e-9);
        assertEquals(vector.path("phi").asDouble(), found.phi(), 1e-9);
        assertEquals(vector.path("tau2").asDouble(), found.tauSquared(), 1e-9);
        assertEquals(4, vector.path("od_limits_at").size());
        vector.path("od_limits_at").properties().forEach(each -> {
            double size = Double.parseDouble(each.getKey());
            Bounds inner = found.limits(size, Level.P95);
            Bounds outer = found.limits(size, Level.P998);
            double[] limits = {inner.lower(), outer.lower(), inner.upper(), outer.upper()};
            for (int i = 0; i < limits.length; i++) {
                assertEquals(each.getValue().get(i).asDouble(), limits[i], CLOSE);
            }
        });
    }
}
