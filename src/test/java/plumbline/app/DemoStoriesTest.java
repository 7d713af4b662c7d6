package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README of the demonstration data promises and no single point of a chart shows.
class DemoStoriesTest {
    @TempDir
    static Path folder;

    private static Program program;

    @BeforeAll
    static void fill() {
        program = new Program(folder, () -> DemoTest.TODAY);
        Demo.fill(program.house);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void anOfficeThatDidNotReportHasNoNumberOfAnything() {
        for (String each : List.of("D08 2023-Q2", "D15 2024-Q3", "D04 2026-Q3", "D20 2026-Q3")) {
            String department = each.substring(0, 3);
            String period = each.substring(4);
            for (JsonObject metric :
                    Program.objects(program.json("/api/v1/catalog").getJsonArray("metrics"))) {
                if (metric.getJsonArray("departments").contains(department)) {
                    String code = metric.getString("code");
                    assertEquals(
                            "not_reported missing 0/1",
                            Program.brief(
                                    program.points("metric=" + code + "&department=" + department + "&period=" + period)
                                            .getFirst()),
                            each + " " + code);
                }
            }
        }
    }

    @Test
    void aMergedOfficeIsNotComparedAcrossItsMerger() {
        JsonObject answer = program.json("/api/v1/comparison?metric=talk_integrity_persontimes&period=2024-Q4"
                + "&departments=D17,D18,D19,DG4,DG3");
        assertEquals(
                List.of(
                        "DG3 null",
                        "DG4 null",
                        "D17 not_comparable",
                        "D18 not_comparable",
                        "D19 coverage_differs"),
                Program.objects(answer.getJsonArray("rows")).stream()
                        .map(row -> row.getString("department") + " " + row.getString("reason"))
                        .toList());
        assertEquals(
                List.of("2024-07-01 D17 D19", "2024-07-01 D18 D19"),
                Program.objects(program.json("/api/v1/catalog").getJsonArray("reorganisations")).stream()
                        .map(step -> step.getString("date") + " " + step.getString("from") + " " + step.getString("to"))
                        .toList());
    }

    @Test
    void aCorrectedFigureStillShowsWhatWasSaidBefore() {
        assertEquals(
                List.of("100余 at_least", "206 exact"),
                Program.objects(sole("D08", "study_warning_education_persontimes", "2024-Q4")
                                .getJsonArray("revisions"))
                        .stream()
                        .map(each -> each.getString("value_text") + " " + each.getString("state"))
                        .toList());
    }

    @Test
    void whatCameLateSaysInWhichFileItCame() {
        assertEquals("late.csv", form("D12", "study_centre_group_sessions", "2023-Q3"));
        assertEquals("late.csv", form("D03", "talk_integrity_persontimes", "2026-Q3"));
        assertEquals("2026.csv", form("D01", "talk_integrity_persontimes", "2026-Q3"));
    }

    private static String form(String department, String metric, String period) {
        return sole(department, metric, period).getJsonObject("report").getString("name");
    }

    private static JsonObject sole(String department, String metric, String period) {
        JsonObject point = program.points("metric=" + metric + "&department=" + department + "&period=" + period)
                .getFirst();
        return program.json("/api/v1/figures/" + point.getJsonArray("figures").getString(0));
    }

    @Test
    void aFreeRangeIsKeptBesideTheYear() {
        List<String> rows = program.text("/extracts/figures.csv?department=R2&period=2022")
                .lines()
                .toList();
        Set<String> ranged = rows.stream()
                .filter(row -> row.contains(",2022-01-01,2022-11-30,"))
                .map(row -> row.split(",", 4)[2])
                .collect(Collectors.toSet());
        assertEquals(7, ranged.size(), ranged::toString);
        assertEquals(
                2,
                rows.stream()
                        .filter(row -> row.contains(",study_staff_sessions,"))
                        .count());
    }
}
