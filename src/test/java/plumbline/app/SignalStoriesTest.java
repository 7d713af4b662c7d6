package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is more than chance in the demonstration data, what is enough, and what people decide of it.
class SignalStoriesTest {
    private static final String TALKS =
            "/api/v1/control-charts?metric=talk_integrity_persontimes&department=D12&period=";

    @TempDir
    static Path folder;

    private static Program program;

    @BeforeAll
    static void fill() {
        program = new Program(folder);
        Demo.fill(program.house);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static JsonObject chart(String query) {
        return program.json(query).getJsonArray("charts").getJsonObject(0);
    }

    private static JsonObject decided(String path, String body) {
        HttpResponse<String> answer = program.post(path, body);
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonObject(answer.body());
    }

    private static List<String> refused(String path, String body) {
        HttpResponse<String> answer = program.post(path, body);
        assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, answer.body());
        return Program.objects(new JsonObject(answer.body()).getJsonArray("errors")).stream()
                .map(each -> each.getString("parameter"))
                .toList();
    }

    @Test
    void theLastingShiftOfD12IsTheSignalOfItsLastSevenQuarters() {
        JsonObject chart = chart(TALKS + "2026-Q2");
        assertEquals("improvement_high", chart.getJsonObject("signal").getString("variation"));
        assertEquals(
                new JsonArray().add("shift_high"), chart.getJsonObject("signal").getJsonArray("reasons"));
        assertEquals(
                List.of("2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"),
                Program.objects(chart.getJsonArray("points")).stream()
                        .filter(point -> !point.getJsonArray("signals").isEmpty())
                        .map(point -> point.getString("period"))
                        .toList());
        // one quarter earlier there were six of them
        assertEquals(
                "common_cause", chart(TALKS + "2026-Q1").getJsonObject("signal").getString("variation"));
    }

    @Test
    void limitsRestOnAllThatIsKnownAndNeverOnTotalsToDateOrStocks() {
        JsonObject chart = chart(TALKS + "2026-Q2");
        JsonObject phase = chart.getJsonArray("phases").getJsonObject(0);
        assertEquals("2022-Q1", phase.getString("from"));
        assertEquals("full", phase.getString("standing"));
        assertEquals(16, phase.getInteger("points")); // 18 quarters, of which one is 20余 and one awaits a person
        assertEquals(
                "to_date",
                chart(TALKS + "2026-Q2&basis=to_date").getJsonObject("signal").getString("unfit"));
        assertEquals(
                "stock",
                chart("/api/v1/control-charts?metric=staff_headcount&department=D12&period=2026-Q2")
                        .getJsonObject("signal")
                        .getString("unfit"));
    }

    @Test
    void theGridHasNoSanctionsAndOnlyDeclaredDirections() {
        JsonObject grid = program.json("/api/v1/signals?department=D&period=2026-Q2");
        List<JsonObject> columns = Program.objects(grid.getJsonArray("metrics"));
        assertTrue(columns.stream().noneMatch(each -> each.getString("metric").startsWith("discipline")));
        for (JsonObject column : columns) {
            List<JsonObject> signals = Program.objects(column.getJsonArray("signals"));
            assertEquals(
                    Program.strings(grid.getJsonArray("departments")),
                    signals.stream().map(each -> each.getString("department")).toList());
            for (JsonObject signal : signals) {
                String variation = signal.getString("variation");
                boolean neutral =
                        variation == null || variation.equals("common_cause") || variation.startsWith("neutral");
                assertEquals(true, neutral || signal.getBoolean("directed"), column.getString("metric"));
            }
        }
    }

    @Test
    void theOverviewSaysOfEachKeyMetricWhatItsChartSays() {
        JsonObject overview = program.json("/api/v1/overview?department=D12&period=2026-Q2");
        for (JsonObject row : Program.objects(overview.getJsonArray("rows"))) {
            JsonObject chart =
                    chart("/api/v1/control-charts?department=D12&period=2026-Q2&metric=" + row.getString("metric"));
            assertEquals(chart.getJsonObject("signal"), row.getJsonObject("signal"), row.getString("metric"));
        }
    }

    @Test
    void aRecordedPhaseHasLimitsOfItsOwnAndYesterdayIsAnsweredAsBefore() {
        String query = "/api/v1/control-charts?metric=petitions_received&department=D01&period=2026-Q2";
        String before = decided(
                        "/api/v1/dismissals", "{\"question\":\"a mark in time\",\"actor\":\"a\",\"reason\":\"b\"}")
                .getString("as_of");
        JsonObject then = program.json(query);
        String phase =
                "{\"metric\":\"petitions_received\",\"department\":\"D01\",\"first\":\"2024-Q3\",\"actor\":\"处长\",\"reason\":\"网上信访开通\"";
        decided("/api/v1/phases", phase + "}");
        List<JsonObject> phases = Program.objects(chart(query).getJsonArray("phases"));
        assertEquals(
                List.of("2022-Q1 2024-Q2", "2024-Q3 2026-Q2"),
                phases.stream()
                        .map(each -> each.getString("from") + " " + each.getString("to"))
                        .toList());
        JsonObject decision = chart(query).getJsonArray("decisions").getJsonObject(0);
        assertEquals("网上信访开通", decision.getString("reason"));
        assertEquals("处长", decision.getString("actor"));
        assertEquals(then, program.json(query + "&as_of=" + before));
        assertEquals(List.of("first"), refused("/api/v1/phases", phase + "}"));
        decided("/api/v1/phases", phase + ",\"stands\":false}");
        assertEquals(then.getJsonArray("charts"), program.json(query).getJsonArray("charts"));
    }

    @Test
    void aFunnelRelatesPersonsToStaffAndNamesWhoIsLeftOut() {
        JsonObject answer = program.json("/api/v1/funnel?metric=discipline_persons_total&parent=D&period=2023-Q1");
        assertEquals("rate", answer.getString("size"));
        JsonObject funnel = answer.getJsonObject("funnel");
        assertNull(funnel.getString("reason"));
        assertTrue(Program.objects(funnel.getJsonArray("left_out")).stream()
                .anyMatch(each -> each.getString("department").equals("D15")
                        && each.getString("why").equals("no_number")));
        Set<String> drawn = Program.objects(funnel.getJsonArray("points")).stream()
                .map(each -> each.getString("department"))
                .collect(Collectors.toSet());
        for (JsonObject row : Program.objects(answer.getJsonArray("rows"))) {
            if (drawn.contains(row.getString("department"))) {
                assertTrue(row.getJsonObject("person_months").getLong("lower") > 0);
            }
            assertEquals(row.getJsonObject("estimate") == null, row.getString("reason") != null, row.encode());
        }
    }

    @Test
    void thereIsNoFunnelOfWhatIsScheduledNorOfFewDepartments() {
        assertEquals(
                "not_by_chance",
                program.json("/api/v1/funnel?metric=study_centre_group_sessions&parent=D&period=2025-Q4")
                        .getJsonObject("funnel")
                        .getString("reason"));
        assertEquals(
                "few_departments",
                program.json("/api/v1/funnel?metric=discipline_persons_total&parent=DG4&period=2025-Q4")
                        .getJsonObject("funnel")
                        .getString("reason"));
    }

    @Test
    void standardsAreJudgedByWhatIsSurelyDone() {
        List<JsonObject> targets = Program.objects(
                program.json("/api/v1/targets?department=D&period=2026-Q2").getJsonArray("targets"));
        assertEquals(
                Set.of("met", "not_met", "cannot_be_judged"),
                targets.stream().map(each -> each.getString("attainment")).collect(Collectors.toSet()));
        for (JsonObject each : targets) {
            Long lower = each.getJsonObject("point").getLong("lower");
            boolean met = lower != null && lower >= each.getLong("at_least");
            assertEquals(met, each.getString("attainment").equals("met"), each.encode());
            assertEquals(each.getString("period").equals("2026"), each.getJsonObject("pace") != null, each.encode());
        }
    }

    /// The standard of a quarter stands beside the quarter, that of the year beside what was done by then.
    @Test
    void standardsStandBesideTheValuesTheyAreAbout() {
        List<JsonObject> rows = Program.objects(
                program.json("/api/v1/overview?department=D01&period=2026-Q2").getJsonArray("rows"));
        JsonObject quarter = of(rows, "study_centre_group_sessions").getJsonObject("target");
        assertEquals("2026-Q2", quarter.getString("period"));
        assertEquals("not_met", quarter.getString("attainment"));
        assertNull(quarter.getJsonObject("pace"));
        JsonObject year = of(rows, "study_warning_education_sessions").getJsonObject("target");
        assertEquals("2026", year.getString("period"));
        assertEquals("on_pace", year.getJsonObject("pace").getString("standing"));
        assertNull(of(rows, "talk_integrity_persontimes").getJsonObject("target"));

        String series = "/api/v1/series?department=D01,D09&period=2025-Q4..2026-Q4&metric=";
        assertEquals(
                List.of("2026-Q1 3 not_met", "2026-Q2 3 not_met"),
                besides(program.json(series + "study_centre_group_sessions"), 0));
        assertEquals(
                List.of("2026-Q4 4 met"),
                besides(program.json(series + "study_warning_education_sessions&basis=to_date"), 0));
        assertEquals(List.of(), besides(program.json(series + "study_warning_education_sessions"), 0));
        assertEquals(List.of(), besides(program.json(series + "study_centre_group_sessions&view=as_is"), 0));
    }

    private static JsonObject of(List<JsonObject> rows, String metric) {
        return rows.stream()
                .filter(row -> row.getString("metric").equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> besides(JsonObject answer, int row) {
        return Program.objects(answer.getJsonArray("series").getJsonObject(row).getJsonArray("targets")).stream()
                .map(each -> each.getString("period") + " " + each.getInteger("at_least") + " "
                        + each.getString("attainment"))
                .toList();
    }

    @Test
    void aCellOfTheGridSaysHowManyOfItsPartsHaveANumber() {
        JsonObject grid = program.json("/api/v1/signals?department=D&period=2026-Q2");
        JsonObject sessions = Program.objects(grid.getJsonArray("metrics")).stream()
                .filter(each -> each.getString("metric").equals("study_staff_sessions"))
                .findFirst()
                .orElseThrow();
        Map<String, JsonObject> coverage = Program.objects(sessions.getJsonArray("signals")).stream()
                .collect(
                        Collectors.toMap(each -> each.getString("department"), each -> each.getJsonObject("coverage")));
        assertEquals(new JsonObject().put("reported", 17).put("expected", 18), coverage.get("D"));
        assertEquals(new JsonObject().put("reported", 1).put("expected", 1), coverage.get("D01"));
        assertTrue(
                coverage.values().contains(new JsonObject().put("reported", 0).put("expected", 1)));
    }

    @Test
    void aStandardNeedsASourceAndIsNeverOneOfSanctionsOrPetitions() {
        String who = "\"department\":\"D01\",\"period\":\"2026-Q4\",\"actor\":\"处长\",\"reason\":\"新规\"";
        assertEquals(
                List.of("source"),
                refused("/api/v1/targets", "{\"metric\":\"study_staff_sessions\",\"at_least\":3," + who + "}"));
        for (String metric : List.of("discipline_persons_total", "petitions_closed", "meeting_party_group")) {
            assertEquals(
                    List.of("metric"),
                    refused(
                            "/api/v1/targets",
                            "{\"metric\":\"" + metric + "\",\"at_least\":3,\"source\":\"规\"," + who + "}"));
        }
        decided("/api/v1/targets", "{\"metric\":\"study_staff_sessions\",\"at_least\":3,\"source\":\"规\"," + who + "}");
        JsonObject target =
                program.json("/api/v1/targets?department=D01&period=2026-Q4").getJsonArray("targets").stream()
                        .map(JsonObject.class::cast)
                        .filter(each -> each.getString("metric").equals("study_staff_sessions"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("cannot_be_judged", target.getString("attainment"));
        assertEquals("新规", target.getJsonObject("decided").getString("reason"));
        decided("/api/v1/targets", "{\"metric\":\"study_staff_sessions\",\"at_least\":null," + who + "}");
        assertFalse(
                program.text("/api/v1/targets?department=D01&period=2026-Q4").contains("study_staff_sessions"));
    }

    @Test
    void theProcessHasItsUnitsAndNoConversionRates() {
        List<JsonObject> steps = Program.objects(
                program.json("/api/v1/process?department=D&period=2026-Q2").getJsonArray("steps"));
        assertEquals(
                List.of(
                        "petitions_received",
                        "leads_received",
                        "talk_inquiry_letters",
                        "cases_filed",
                        "discipline_persons_total"),
                steps.stream().map(each -> each.getString("metric")).toList());
        assertTrue(steps.stream().allMatch(each -> each.getJsonObject("share") == null));
        JsonObject petitions = steps.getFirst();
        long open = petitions.getJsonObject("point").getLong("value")
                - petitions.getJsonObject("closed").getJsonObject("point").getLong("value");
        assertEquals(
                open, petitions.getJsonObject("closed").getJsonObject("open").getLong("lower"));
        assertNull(petitions.getJsonObject("closed").getJsonObject("open").getLong("upper"));
    }

    @Test
    void aQuestionThatIsAnsweredIsNotAskedAgainUntilSomebodyWantsTo() {
        String all = "/api/v1/questions?department=D&period=2024-Q1..2026-Q2";
        List<JsonObject> questions = Program.objects(program.json(all).getJsonArray("questions"));
        assertTrue(questions.stream()
                .anyMatch(each -> each.getString("kind").equals("to_date_falls")
                        && each.getString("department").equals("D13")));
        String id = questions.getFirst().getString("id");
        String dismissal = new JsonObject()
                .put("question", id)
                .put("actor", "科员")
                .put("reason", "已与原表核对")
                .encode();
        decided("/api/v1/dismissals", dismissal);
        assertFalse(program.text(all).contains("\"" + id + "\""));
        JsonObject answered = Program.objects(program.json(all + "&show=all").getJsonArray("questions"))
                .getFirst();
        assertEquals("已与原表核对", answered.getJsonObject("dismissed").getString("reason"));
        decided(
                "/api/v1/dismissals",
                new JsonObject(dismissal).put("stands", false).encode());
        assertEquals(questions, Program.objects(program.json(all).getJsonArray("questions")));
        assertEquals(List.of("reason"), refused("/api/v1/dismissals", "{\"question\":\"x\",\"actor\":\"a\"}"));
    }

    @Test
    void aPreviewAsksAboutWhatTheFileWouldBring() {
        JsonObject job = program.upload("?dry_run=true", Program.file("q4.csv", """
            department,period,metric,value,unit
            D12,2026-Q4,talk_integrity_persontimes,470,人次
            D12,2026-Q4,study_centre_group_sessions,4,次
            """));
        List<JsonObject> doubts = Program.objects(job.getJsonArray("receipts")
                .getJsonObject(0)
                .getJsonObject("doubts")
                .getJsonArray("questions"));
        assertEquals(
                List.of("unit_slip talk_integrity_persontimes 2026-Q4 10"),
                doubts.stream()
                        .map(each -> String.join(
                                " ",
                                each.getString("kind"),
                                each.getString("metric"),
                                each.getString("period"),
                                String.valueOf(each.getInteger("factor"))))
                        .toList());
    }

    @Test
    void aFormOfStandardsIsTakenInAndCorrectedWithAReason() {
        String form = "指标,部门,期间,不少于,依据\n干部职工集中（集体）学习次数,综合办公室,2027-Q1,";
        assertEquals(
                "targets",
                program.take(Program.file("t1.csv", form + "5,规\n")).getFirst().getString("kind"));
        assertEquals(
                "refused",
                program.upload("", Program.file("t2.csv", form + "6,规\n")).getString("status"));
        JsonObject corrected = program.upload(
                "?mode=correct&reason=" + Program.escaped("规定已改"), Program.file("t2.csv", form + "6,规\n"));
        assertEquals("done", corrected.getString("status"), corrected::encodePrettily);
        JsonObject target = program.json("/api/v1/targets?department=D01&period=2027-Q1")
                .getJsonArray("targets")
                .getJsonObject(0);
        assertEquals(6, target.getInteger("at_least"));
        assertEquals("规定已改", target.getJsonObject("decided").getString("reason"));
    }

    @Test
    void aDirectionThatWasEditedReachesTheGridAndEachMetricKeepsItsColumn() {
        String question = "/api/v1/signals?department=D&period=2026-Q1";
        List<JsonObject> before = Program.objects(program.json(question).getJsonArray("metrics"));
        List<String> codes =
                before.stream().map(each -> each.getString("metric")).toList();
        List<String> edited = List.of("study_centre_group_sessions", "study_warning_education_sessions");
        assertTrue(codes.containsAll(edited), codes::toString);
        JsonObject stored = program.upload(
                "?mode=correct&reason=" + Program.escaped("多少不分好坏"),
                Program.file(
                        "m.csv",
                        "metric,name_zh,name_en,direction,aliases,changed\n%s,理论学习中心组学习次数,Sessions,neutral,,\n%s,警示教育次数,Warnings,neutral,,\n"
                                .formatted(edited.toArray())));
        assertEquals("done", stored.getString("status"), stored::encodePrettily);
        List<JsonObject> after = Program.objects(program.json(question).getJsonArray("metrics"));
        assertEquals(codes, after.stream().map(each -> each.getString("metric")).toList());
        after.stream()
                .filter(each -> edited.contains(each.getString("metric")))
                .flatMap(each -> Program.objects(each.getJsonArray("signals")).stream())
                .forEach(each -> assertFalse(each.getBoolean("directed"), each::encode));
    }

    private static void direct(String direction, String reason) {
        JsonObject stored = program.upload(
                "?mode=correct&reason=" + Program.escaped(reason),
                Program.file(
                        "m-" + direction + ".csv",
                        "metric,name_zh,name_en,direction,aliases,changed\ntalk_integrity_persontimes,廉政谈话人次,Integrity talks (person-times),%s,,\n"
                                .formatted(direction)));
        assertEquals("done", stored.getString("status"), stored::encodePrettily);
    }

    /// All that is told of the last point of D12's talks, wherever it is told.
    private static Set<String> told(String pinned) {
        JsonObject overview = program.json("/api/v1/overview?department=D12&period=2026-Q2" + pinned);
        JsonObject row = Program.objects(overview.getJsonArray("rows")).stream()
                .filter(each -> each.getString("metric").equals("talk_integrity_persontimes"))
                .findFirst()
                .orElseThrow();
        JsonObject grid = program.json("/api/v1/signals?department=D&period=2026-Q2" + pinned);
        JsonObject cell = Program.objects(grid.getJsonArray("metrics")).stream()
                .filter(each -> each.getString("metric").equals("talk_integrity_persontimes"))
                .flatMap(each -> Program.objects(each.getJsonArray("signals")).stream())
                .filter(each -> each.getString("department").equals("D12"))
                .findFirst()
                .orElseThrow();
        return Stream.of(
                        row.getJsonObject("signal"),
                        cell,
                        chart(TALKS + "2026-Q2" + pinned).getJsonObject("signal"))
                .map(signal -> signal.getString("variation") + " " + signal.getBoolean("directed"))
                .collect(Collectors.toSet());
    }

    @Test
    void aDirectionThatWasTakenAwayLeavesNoPraiseAnywhereAndYesterdayIsAnsweredAsBefore() {
        String standard =
                "{\"metric\":\"talk_integrity_persontimes\",\"department\":\"D01\",\"period\":\"2027-Q3\",\"at_least\":3,\"source\":\"规\",\"actor\":\"处长\",\"reason\":\"新规\"";
        assertEquals(Set.of("improvement_high true"), told(""));
        String before = decided(
                        "/api/v1/dismissals", "{\"question\":\"before the edit\",\"actor\":\"a\",\"reason\":\"b\"}")
                .getString("as_of");
        direct("neutral", "多少不分好坏");
        try {
            assertEquals(Set.of("neutral_high false"), told(""));
            assertEquals(Set.of("improvement_high true"), told("&as_of=" + before));
            assertEquals(List.of("metric"), refused("/api/v1/targets", standard + "}"));
            String direction = program.text("/extracts/metrics.csv")
                    .lines()
                    .filter(line -> line.startsWith("talk_integrity_persontimes,"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(direction.contains(",neutral,") && !direction.contains(",more,"), direction);
        } finally {
            direct("more", "按规定，谈话越多越好");
        }
        assertEquals(Set.of("improvement_high true"), told(""));
        decided("/api/v1/targets", standard + "}");
        decided("/api/v1/targets", standard.replace(":3,", ":null,") + "}");
    }
}
