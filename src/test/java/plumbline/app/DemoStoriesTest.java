package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        period=2024-Q4&departments=D19 | D19 ..14 coverage_differs [D19 / D17 D18] without D17 base_withheld
        period=2024-Q4&departments=D17 | D17 not_comparable merged offers [D19 / D17 D18]
        period=2024-Q4&departments=DG4 | DG4 -2..-2 -3.7% [D16 / D16] without D19 base_withheld
        period=2024-Q4&departments=DG3 | DG3 11..11 6.8%
        period=2024&departments=E01    | E01 not_comparable renamed offers [E02 / E01]
        period=2024&departments=E02    | E02 10..10 12.0% [E02 / E01]
        period=2025&departments=E04    | E04 not_comparable split offers [E04 E05 / E04 E05]
        period=2025&departments=E07    | E07 2..3 estimated split offers [E07 E08 / E06] [E07 / E06]
        period=2025&departments=E12    | E12 -3..-3 -2.7% [E12 / E10 E11]
        period=2025&departments=E03    | E03 8..8 13.1%
        period=2025&departments=E09    | E09 not_comparable opened
        period=2025&departments=E1     | E1 -3..-3 -1.5% [E02 E12 / E02 E10 E11] without E03 not_comparable without E08 not_comparable without E09 not_comparable
        period=2025&departments=E04&view=as_is | E04 not_comparable split offers [E04 E05 / E04 E05]
        period=2025&departments=E12&view=as_is | E12 -3..-3 -2.7% [E12 / E10 E11]
        period=2025&departments=E1&view=as_is  | E1 -3..-3 -1.5% [E02 E12 / E02 E10 E11] without E08 not_comparable without E09 not_comparable
        """)
    void likeIsComparedWithLike(String question, String expected) {
        JsonObject row = program.json("/api/v1/comparison?metric=talk_integrity_persontimes&" + question)
                .getJsonArray("rows")
                .getJsonObject(0);
        JsonObject difference = row.getJsonObject("difference");
        StringBuilder said = new StringBuilder(row.getString("department"));
        if (difference != null) {
            said.append(" ").append(bound(difference, "lower")).append("..").append(bound(difference, "upper"));
        }
        said.append(row.getValue("percent") == null ? "" : " " + row.getValue("percent") + "%");
        said.append(row.getString("reason") == null ? "" : " " + row.getString("reason"));
        if (row.getJsonObject("obstacle") != null) {
            said.append(" ").append(row.getJsonObject("obstacle").getString("kind"));
        }
        said.append(union(" offers ", row.getJsonObject("offered"))).append(union(" ", row.getJsonObject("matched")));
        Program.objects(row.getJsonArray("left_out"))
                .forEach(each -> said.append(" without ")
                        .append(each.getString("department"))
                        .append(" ")
                        .append(each.getString("reason")));
        assertEquals(expected, said.toString());
    }

    private static String bound(JsonObject difference, String which) {
        return difference.getValue(which) == null
                ? ""
                : difference.getValue(which).toString();
    }

    private static String union(String word, @org.jspecify.annotations.Nullable JsonObject union) {
        return union == null
                ? ""
                : word + "[" + words(union, "departments") + " / " + words(union, "base_departments") + "]";
    }

    private static String words(JsonObject union, String key) {
        return union.getJsonArray(key).stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    @Test
    void theOrganisationAsItIsAndAsItWas() {
        String question = "metric=talk_integrity_persontimes&department=E1,E02&period=2024-Q4..2025-Q1";
        assertEquals("83 77 moved split; 27 25", told(question + "&view=as_was"));
        assertEquals("65 77 split; 27 25", told(question + "&view=as_is"));
    }

    private static String told(String question) {
        return Program.objects(program.json("/api/v1/series?" + question).getJsonArray("series")).stream()
                .map(series -> Stream.concat(
                                Program.objects(series.getJsonArray("points")).stream()
                                        .map(point -> String.valueOf(point.getLong("lower"))),
                                Program.objects(series.getJsonArray("breaks")).stream()
                                        .map(step -> step.getString("kind")))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    @Test
    void aStatementShowsItsGapToTheSumOfItsOffices() {
        JsonObject balance = program.points("metric=petitions_received&department=DG1&period=2024")
                .getFirst()
                .getJsonObject("balance");
        assertEquals(new JsonObject("""
            {"statement": {"lower": 96, "upper": 96}, "children": {"lower": 87, "upper": 87},
             "gap": {"lower": 9, "upper": 9}, "coverage": {"reported": 6, "expected": 6}}\
            """), balance);
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
    void aTotalSaysWhichCorrectionChangedItAndWhose() {
        JsonObject changes =
                program.json("/api/v1/changes?metric=talk_integrity_persontimes&department=DG1&period=2024-Q1");
        List<JsonObject> contributions = Program.objects(changes.getJsonArray("contributions"));
        JsonObject first = contributions.stream()
                .filter(each -> each.getJsonArray("effects").contains("gained"))
                .findFirst()
                .orElseThrow();
        assertEquals("new_report 81", first.getString("kind") + " " + number(first));
        JsonObject last = contributions.getLast();
        assertEquals("correction 86", last.getString("kind") + " " + number(last));
        assertEquals("{\"lower\":5,\"upper\":5}", last.getJsonObject("share").encode());
        assertEquals("各单位自查发现原报数字有误", last.getString("reason"));
        JsonObject figure = last.getJsonArray("figures").getJsonObject(0);
        assertEquals(
                "D03 11 16",
                figure.getString("department") + " "
                        + figure.getJsonObject("before").getString("value_text") + " "
                        + figure.getJsonObject("after").getString("value_text"));
    }

    private static long number(JsonObject contribution) {
        return contribution.getJsonObject("after").getLong("value");
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
