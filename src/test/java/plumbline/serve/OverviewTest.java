package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The page opened first says what the charts say, and nothing else.
class OverviewTest extends SampleServer {

    private static JsonObject get(String path) {
        return new JsonObject(running.get(path).body());
    }

    private static List<JsonObject> objects(JsonArray array) {
        return IntStream.range(0, array.size()).mapToObj(array::getJsonObject).toList();
    }

    private static List<String> reports(JsonObject overview) {
        return objects(overview.getJsonArray("reports")).stream()
                .map(each -> each.getString("department") + " " + each.getString("state"))
                .toList();
    }

    @Test
    void numbersAndDifferencesAreThoseOfTheCharts() {
        JsonObject overview = get("/api/v1/overview?department=B&period=2022-Q2");
        JsonObject row = objects(overview.getJsonArray("rows")).stream()
                .filter(each -> each.getString("metric").equals("talks"))
                .findFirst()
                .orElseThrow();
        JsonArray points = get("/api/v1/series?metric=talks&department=B&period=2020-Q3..2022-Q2")
                .getJsonArray("series")
                .getJsonObject(0)
                .getJsonArray("points");
        objects(points).forEach(point -> point.remove("balance"));
        assertEquals(points, row.getJsonArray("points"));
        String comparison = "/api/v1/comparison?metric=talks&departments=B&period=2022-Q2&against=";
        assertEquals(get(comparison + "previous").getJsonArray("rows").getJsonObject(0), row.getJsonObject("previous"));
        assertEquals(get(comparison + "year_ago").getJsonArray("rows").getJsonObject(0), row.getJsonObject("year_ago"));
    }

    @Test
    void aMetricOfWhichNothingWasSaidInThesePeriodsIsLeftOut() {
        assertEquals(
                List.of("talks"),
                objects(get("/api/v1/overview?department=D2&period=2022-Q1").getJsonArray("rows")).stream()
                        .map(row -> row.getString("metric"))
                        .toList());
        assertEquals(
                new JsonArray(),
                get("/api/v1/overview?department=D2&period=2010").getJsonArray("rows"));
    }

    @Test
    void withoutAPeriodItIsTheNewestOfWhichHalfTheDepartmentsReported() {
        JsonObject overview = get("/api/v1/overview?department=B");
        assertEquals("2023-Q1", overview.getString("period"));
        assertEquals(List.of("D1 received", "D2 received", "D3 not_reported"), reports(overview));
    }

    @Test
    void aReportThatIsNotDueIsNotMissing() {
        assertEquals(
                List.of("D1 not_due", "D2 received", "D3 not_due"),
                reports(get("/api/v1/overview?department=B&period=2023-Q2")));
    }
}
