package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Mode;

/// What is not known, beside the same cells as the charts.
class QualityTest {
    @TempDir
    static Path folder;

    static Running running;

    @BeforeAll
    static void start() {
        AtomicReference<Instant> sealing = new AtomicReference<>(Instant.parse("2022-05-01T08:00:00Z"));
        running = new Running(folder, ServerSettings.of("127.0.0.1", 0), sealing::get, () -> Running.NOW).withSamples();
        running.take("calendar.csv", """
            metric,department,period,due
            ,D1,2023-Q1,2023-04-30
            ,D3,2023-Q1,2023-05-22
            ,D1,2023-Q2,2023-05-10
            ,D2,2023-05,2023-06-10
            ,D3,2023-Q2,2023-07-31
            """, Mode.ADD);
        sealing.set(Instant.parse("2023-05-20T08:00:00Z"));
        running.take("later.csv", """
            department,period,metric,value,unit
            D1,2023-Q2,talks,3,人次
            D2,2023-05,talks,4,人次
            """, Mode.ADD);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static JsonObject get(String path) {
        return new JsonObject(running.get(path).body());
    }

    private static List<JsonObject> objects(JsonArray array) {
        return IntStream.range(0, array.size()).mapToObj(array::getJsonObject).toList();
    }

    private static List<String> filings(String period) {
        return objects(get("/api/v1/quality?department=B&period=" + period).getJsonArray("rows")).stream()
                .map(row -> row.getString("department") + " "
                        + objects(row.getJsonArray("reports")).stream()
                                .map(each -> each.getString("state") + " " + each.getString("due") + " "
                                        + each.getString("received") + " " + each.getLong("days_late"))
                                .toList())
                .toList();
    }

    @Test
    void aReportIsLateByTheDaysAfterItsDay() {
        assertEquals(
                "D1 [received 2023-05-10 2023-05-20 10]", filings("2023-Q2").getFirst());
        assertEquals(
                "D2 [received 2023-06-10 2023-05-20 null]", filings("2023-05").get(1));
    }

    @Test
    void whatIsMissingIsLateByTheDaysSoFar() {
        assertEquals("D3 [not_reported 2023-05-22 null 10]", filings("2023-Q1").getLast());
    }

    @Test
    void ofWhatWasTakenOverOnTheFirstDayNobodyKnowsWhenItCame() {
        assertEquals("D1 [received 2023-04-30 null null]", filings("2023-Q1").getFirst());
    }

    @Test
    void whatIsNotDueIsNotLate() {
        assertEquals("D3 [not_due 2023-07-31 null null]", filings("2023-Q2").getLast());
    }

    @Test
    void theStatesOfAMetricAreThoseOfTheCharts() {
        String query = "metric=talks&period=2022-Q1..2022-Q4&department=";
        JsonArray points = get("/api/v1/series?" + query + "D3")
                .getJsonArray("series")
                .getJsonObject(0)
                .getJsonArray("points");
        objects(points).forEach(point -> point.remove("balance"));
        assertEquals(
                points,
                objects(get("/api/v1/quality?" + query + "B").getJsonArray("rows"))
                        .getLast()
                        .getJsonArray("points"));
    }

    @Test
    void contradictionsAreListedWithBothNumbers() {
        List<JsonObject> conflicts = objects(
                get("/api/v1/quality?department=B&period=2022-Q1..2022-Q2").getJsonArray("conflicts"));
        assertEquals(
                List.of("talks B 2022-Q2"),
                conflicts.stream()
                        .map(each -> each.getString("metric") + " " + each.getString("department") + " "
                                + each.getJsonObject("point").getString("period"))
                        .toList());
        assertEquals(
                new JsonObject().put("lower", 110).put("upper", 129),
                conflicts.getFirst().getJsonObject("point").getJsonObject("conflict"));
    }
}
