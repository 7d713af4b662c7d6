package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Mode;

/// Why a value is another one than it was, asked of a ledger whose imports came a day apart.
class ChangesTest {
    private static final Instant START = Instant.parse("2022-10-01T01:00:00Z");
    private static final String Q3 = "metric=talks&period=2022-Q3&department=";

    @TempDir
    Path folder;

    private Instant now = START;
    private Running running;

    @BeforeEach
    void start() {
        running = new Running(folder, ServerSettings.of("127.0.0.1", 0), () -> now, () -> now);
        take("departments.csv", Samples.DEPARTMENTS, Mode.ADD);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    /// Takes a file in and answers when; a day goes by.
    private Instant take(String name, String content, Mode mode) {
        Instant when = now;
        running.take(name, content, mode);
        now = now.plus(Duration.ofDays(1));
        return when;
    }

    private Instant talks(String name, Mode mode, String... departmentsAndValues) {
        StringBuilder form = new StringBuilder("department,period,metric,value,note\n");
        for (String each : departmentsAndValues) {
            String[] parts = each.split(" ", 2);
            form.append(parts[0] + ",2022-Q3,talks," + parts[1] + "," + name + "\n");
        }
        return take(name + ".csv", form.toString(), mode);
    }

    private JsonObject json(String path) {
        return new JsonObject(running.get(path).body());
    }

    private JsonObject changes(String query) {
        return json("/api/v1/changes?" + query);
    }

    private static List<JsonObject> objects(JsonArray array) {
        return IntStream.range(0, array.size()).mapToObj(array::getJsonObject).toList();
    }

    private static List<JsonObject> contributions(JsonObject changes) {
        return objects(changes.getJsonArray("contributions"));
    }

    /// The point a chart shows as of the instant.
    /// The point of a series, without what only a series tells beside it.
    private JsonObject charted(String query, String asOf) {
        JsonObject point = json("/api/v1/series?" + query + "&as_of=" + asOf)
                .getJsonArray("series")
                .getJsonObject(0)
                .getJsonArray("points")
                .getJsonObject(0);
        point.remove("balance");
        return point;
    }

    private static String brief(JsonObject contribution) {
        JsonObject share = contribution.getJsonObject("share");
        JsonObject after = contribution.getJsonObject("after");
        JsonObject coverage = after.getJsonObject("coverage");
        return contribution.getString("kind") + " " + share.getLong("lower") + " " + share.getLong("upper") + " "
                + String.join(",", strings(contribution.getJsonArray("effects"))) + " → " + after.getString("state")
                + " " + coverage.getInteger("reported") + "/" + coverage.getInteger("expected");
    }

    private static List<String> strings(JsonArray array) {
        return IntStream.range(0, array.size()).mapToObj(array::getString).toList();
    }

    private static List<String> briefs(JsonObject changes) {
        return contributions(changes).stream().map(ChangesTest::brief).toList();
    }

    @Test
    void aCorrectionTellsItsShareWhoMadeItAndWhy() {
        Instant first = talks("first", Mode.ADD, "D1 至少60", "D2 5");
        Instant corrected = talks("corrected", Mode.CORRECT, "D1 75");
        JsonObject changes = changes(Q3 + "D1&since=" + first);
        assertEquals(60, changes.getJsonObject("from").getLong("lower"));
        assertEquals(75, changes.getJsonObject("to").getLong("lower"));
        assertEquals(15, changes.getJsonObject("difference").getLong("lower"));
        assertNull(changes.getJsonObject("difference").getLong("upper"));
        JsonObject only = contributions(changes).getFirst();
        assertEquals(List.of("correction 15 null closed,moved,state → exact 1/1"), briefs(changes));
        assertEquals(
                "tester miscounted " + corrected,
                only.getString("actor") + " " + only.getString("reason") + " " + only.getString("at"));
        assertEquals(
                "corrected.csv", only.getJsonArray("reports").getJsonObject(0).getString("name"));
        JsonObject figure = only.getJsonArray("figures").getJsonObject(0);
        assertEquals("至少60 1", words(figure.getJsonObject("before")));
        assertEquals("75 2", words(figure.getJsonObject("after")));
        assertEquals(1, only.getJsonArray("figures").size(), "D2 has nothing to do with it");
        assertEquals(List.of(), briefs(changes(Q3 + "D2&since=" + first)), "no effect on this value");
    }

    private static String words(JsonObject revision) {
        return revision.getString("value_text") + " " + revision.getInteger("revision");
    }

    @Test
    void aTotalIsToldByTheDepartmentsThatMovedIt() {
        take("calendar.csv", "metric,department,period,due\ntalks,D3,2022-Q3,2022-10-05\n", Mode.ADD);
        talks("one", Mode.ADD, "D1 60");
        talks("two", Mode.ADD, "D2 10");
        now = START.plus(Duration.ofDays(10));
        talks("late", Mode.ADD, "D3 3");
        talks("corrected", Mode.CORRECT, "D1 72");
        talks("back", Mode.WITHDRAW, "D2 10");
        JsonObject changes = changes(Q3 + "B");
        assertEquals(
                List.of(
                        "organisation null null state → not_applicable 0/0",
                        "calendar null null state,coverage → not_due 0/1",
                        "new_report null null gained,state,coverage → at_least 1/2",
                        "new_report 10 null moved,coverage → at_least 2/3",
                        "new_report 3 null closed,moved,state,coverage → exact 3/3",
                        "correction 12 12 moved → exact 3/3",
                        "withdrawal -10 null opened,moved,state,coverage → at_least 2/3"),
                briefs(changes));
        assertEquals(
                List.of("D1", "D2", "D3", "D1", "D2"),
                contributions(changes).stream()
                        .flatMap(each -> objects(each.getJsonArray("figures")).stream())
                        .map(each -> each.getString("department"))
                        .toList());
        assertEquals(
                "withdrawn",
                contributions(changes)
                        .getLast()
                        .getJsonArray("figures")
                        .getJsonObject(0)
                        .getJsonObject("after")
                        .getString("state"));
        take("more.csv", "department,period,metric,value\nD1,2022-Q4,risks,7\n", Mode.ADD);
        assertEquals(briefs(changes), briefs(changes(Q3 + "B")), "also when it is no longer the newest");
        JsonObject due = contributions(changes(Q3 + "D3")).get(2);
        assertEquals("due null null state → not_reported 0/1", brief(due));
        assertEquals("2022-10-05T16:00:00Z", due.getString("at"), "the day after, in Shanghai");
    }

    @Test
    void aMovedDepartmentTakesItsFiguresAlong() {
        Instant before = talks("one", Mode.ADD, "D1 60", "D2 10", "D3 3");
        take("more.csv", "code,name_zh,name_en,parent\nC,另一局,Other,\nD3,人事处,Personnel,C\n", Mode.CORRECT);
        JsonObject changes = changes(Q3 + "B&since=" + before);
        assertEquals(List.of("organisation -3 -3 moved,coverage → exact 2/2"), briefs(changes));
        assertNull(changes(Q3 + "C&since=" + before).getJsonObject("from"), "was not known then");
    }

    /// The promise itself: after each contribution the value is the one a chart shows as of its instant, and the shares
    /// add up.
    @Test
    void everyValueToldIsTheOneThatAChartShowedThen() {
        Random random = new Random(1);
        List<String> values = List.of("12", "60余", "至少7", "0", "*", "约35", "/", "3—5");
        Set<String> known = new HashSet<>();
        for (int i = 0; i < 24; i++) {
            String department = "D" + (1 + random.nextInt(3));
            String value = values.get(random.nextInt(values.size()));
            boolean back = known.contains(department) && random.nextInt(4) == 0;
            talks("report" + i, back ? Mode.WITHDRAW : Mode.CORRECT, department + " " + value);
            if (back) {
                known.remove(department);
            } else {
                known.add(department);
            }
        }
        int told = 0;
        for (String department : List.of("B", "D1", "D2", "D3")) {
            JsonObject changes = changes(Q3 + department);
            JsonObject last = null;
            for (JsonObject each : contributions(changes)) {
                assertEquals(last, each.getJsonObject("before"));
                last = each.getJsonObject("after");
                assertEquals(charted(Q3 + department, each.getString("at")), last, each::encodePrettily);
                told++;
            }
            assertEquals(charted(Q3 + department, now.toString()), changes.getJsonObject("to"));
            assertEquals(last, changes.getJsonObject("to"));
        }
        assertTrue(told > 40, told + " contributions");
    }

    @Test
    void aLongHistoryIsToldFromItsEndAndItsBeginningTogether() {
        for (int i = 0; i < Changes.MOST_STEPS + 9; i++) {
            talks("report" + i, i == 0 ? Mode.ADD : Mode.CORRECT, "D1 " + (i + 1));
        }
        List<JsonObject> all = contributions(changes(Q3 + "D1"));
        assertEquals(Changes.MOST_STEPS, all.size());
        assertEquals("several", all.getFirst().getString("kind"));
        assertEquals(11, all.getFirst().getInteger("imports"), "the departments and ten reports");
        assertEquals(10, all.getFirst().getJsonObject("after").getLong("value"));
        assertEquals("correction 1 1 moved → exact 1/1", brief(all.get(1)));
    }
}
