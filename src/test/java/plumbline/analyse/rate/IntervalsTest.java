package plumbline.analyse.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plumbline.Vectors;

/// Every row of `ci_counts.csv` and `ci_proportions.csv`, to a millionth.
class IntervalsTest {
    private static final double CLOSE = 1e-6;

    @TestFactory
    Stream<DynamicTest> countsHaveTheIntervalsOfTheVectors() {
        List<Map<String, String>> rows = Vectors.table("ci_counts.csv");
        assertEquals(40, rows.size());
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.get("count"), () -> {
                    long count = (long) Vectors.number(row, "count");
                    for (Level level : Level.values()) {
                        isNear(row, "exact", level, CountBounds.exact(count, level));
                        if (count > 0) {
                            isNear(row, "byar", level, CountBounds.byar(count, level));
                        }
                        boolean exact = "Exact".equals(row.get("phe_method"));
                        isNear(row, exact ? "exact" : "byar", level, CountBounds.of(count, level));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> proportionsHaveTheIntervalsOfTheVectors() {
        List<Map<String, String>> rows = Vectors.table("ci_proportions.csv");
        assertEquals(16, rows.size());
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.get("x") + " of " + row.get("n"), () -> {
                    for (Level level : Level.values()) {
                        long part = (long) Vectors.number(row, "x");
                        isNear(row, "wilson", level, ShareBounds.wilson(part, (long) Vectors.number(row, "n"), level));
                    }
                }));
    }

    private static void isNear(Map<String, String> row, String method, Level level, Bounds found) {
        String percent = level == Level.P95 ? "95" : "998";
        assertEquals(Vectors.number(row, method + "_lo" + percent), found.lower(), CLOSE);
        assertEquals(Vectors.number(row, method + "_hi" + percent), found.upper(), CLOSE);
    }

    @Test
    void thereIsNoIntervalOfWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> CountBounds.of(-1, Level.P95));
        assertThrows(IllegalArgumentException.class, () -> CountBounds.byar(0, Level.P95));
        assertThrows(IllegalArgumentException.class, () -> ShareBounds.wilson(3, 2, Level.P95));
        assertThrows(IllegalArgumentException.class, () -> ShareBounds.wilson(0, 0, Level.P95));
    }
}
