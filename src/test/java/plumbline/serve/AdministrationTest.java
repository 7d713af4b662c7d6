package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Mode;
import plumbline.consolidate.Consolidation;
import plumbline.ledger.Verification;

/// Administration by the API: what it shows, what a change would do and does, and what is refused.
class AdministrationTest {
    private static final Contract CONTRACT = new Contract();
    private static final String CHANGES = "/api/v1/administration/changes";
    private static final String MOVED = "date,kind,from,to\n2023-01-01,moved,D3,C\n";

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2023-06-01T08:00:00Z"));
    private Running running;

    @BeforeEach
    void start() {
        running = new Running(folder, ServerSettings.of("127.0.0.1", 0), this::tick, now::get).withSamples();
        running.take(
                "second.csv", "code,name_zh,name_en,parent\nC,另一局,Second bureau,\nC1,秘书处,Secretariat,C\n", Mode.ADD);
        running.take("moved.csv", MOVED, Mode.ADD);
    }

    private Instant tick() {
        return now.updateAndGet(time -> time.plusSeconds(60));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private JsonObject shown(String what) {
        HttpResponse<String> answer = running.get("/api/v1/administration/" + what);
        assertEquals(200, answer.statusCode(), answer.body());
        String path = "/api/v1/administration/" + what.replaceFirst("\\?.*", "");
        String type = answer.headers().firstValue("content-type").orElse("");
        assertEquals(List.of(), CONTRACT.faults(path, "get", 200, type, answer.body()), answer.body());
        return new JsonObject(answer.body());
    }

    private JsonObject sent(int status, boolean dryRun, JsonObject change) {
        HttpResponse<String> answer =
                running.send(HttpRequest.newBuilder(running.at(CHANGES + (dryRun ? "?dry_run=true" : "")))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(change.encode(), StandardCharsets.UTF_8)));
        assertEquals(status, answer.statusCode(), answer.body());
        String type = answer.headers().firstValue("content-type").orElse("");
        assertEquals(List.of(), CONTRACT.faults(CHANGES, "post", status, type, answer.body()), answer.body());
        return new JsonObject(answer.body());
    }

    private static JsonObject change(String mode, int base, String list, JsonObject... rows) {
        JsonArray all = new JsonArray();
        List.of(rows).forEach(all::add);
        return new JsonObject()
                .put("mode", mode)
                .put("actor", "王")
                .put("reason", "文件有误")
                .put("base", base)
                .put(list, all);
    }

    private static JsonObject step(String date, String kind, String from, String to) {
        return new JsonObject()
                .put("date", date)
                .put("kind", kind)
                .put("from", from)
                .put("to", to);
    }

    private int base() {
        return shown("departments").getInteger("base");
    }

    /// Previews, then stores what was previewed.
    private JsonObject stored(JsonObject change) {
        JsonObject preview = sent(200, true, change);
        JsonObject commit = change.copy().put("previewed", preview.getString("preview"));
        Optional.ofNullable(preview.getString("typed")).ifPresent(code -> commit.put("typed", code));
        return sent(200, false, commit);
    }

    private JsonObject point(String department, String asOf) {
        String address = "/api/v1/series?metric=talks&period=2023-Q1&department=" + department + asOf;
        return new JsonObject(running.get(address).body())
                .getJsonArray("series")
                .getJsonObject(0)
                .getJsonArray("points")
                .getJsonObject(0);
    }

    private void sound() {
        assertEquals(0, running.ledger.rebuild().different());
        assertEquals(
                Optional.empty(),
                Verification.of(folder.resolve("ledger.db").toString(), Samples.CATALOG, new Consolidation())
                        .broken());
    }

    @Test
    void aWrongReorganisationIsTakenBackAndThePastStaysAsItWas() {
        running.take("late.csv", "department,period,metric,value\nD3,2023-Q1,talks,6\n", Mode.ADD);
        assertEquals(94, point("B", "").getInteger("lower"));
        String before = "&as_of=" + running.ledger.newest().sealedAt().orElseThrow();
        JsonObject change = change("withdraw", base(), "reorganisations", step("2023-01-01", "moved", "D3", "C"));

        JsonObject preview = sent(200, true, change);
        JsonObject effect = preview.getJsonObject("effect");
        assertEquals("D3", preview.getString("typed"));
        assertTrue(effect.getInteger("figures") > 0 && effect.getInteger("charts") > 0, effect.encode());
        assertEquals(2, effect.getInteger("breaks"), "one at each bureau");
        assertEquals(94, point("B", "").getInteger("lower"), "a preview changes nothing");

        JsonObject untyped = change.copy().put("previewed", preview.getString("preview"));
        assertEquals(
                "typed",
                sent(400, false, untyped)
                        .getJsonArray("errors")
                        .getJsonObject(0)
                        .getString("parameter"));
        sent(200, false, untyped.copy().put("typed", "D3"));

        assertEquals(100, point("B", "").getInteger("lower"));
        assertEquals(94, point("B", before).getInteger("lower"), "as of before the withdrawal");
        sound();
        JsonObject told = shown("departments").getJsonArray("reorganisations").getJsonObject(0);
        assertEquals("王", told.getJsonObject("withdrawn").getString("actor"));
        assertEquals("文件有误", told.getJsonObject("withdrawn").getString("reason"));
        JsonArray why = new JsonObject(running.get("/api/v1/changes?metric=talks&department=B&period=2023-Q1")
                        .body())
                .getJsonArray("contributions");
        JsonObject last = why.getJsonObject(why.size() - 1);
        assertEquals("reorganisation", last.getString("kind"));
        assertEquals("文件有误", last.getString("reason"));
        assertEquals("王", last.getString("actor"));
        assertEquals(6, last.getJsonObject("share").getInteger("lower"));
    }

    @Test
    void thePreviewCountsJustWhatComesToDiffer() {
        running.take("late.csv", "department,period,metric,value\nD3,2023-Q1,talks,6\n", Mode.ADD);
        JsonObject change = change("withdraw", base(), "reorganisations", step("2023-01-01", "moved", "D3", "C"));
        JsonObject effect = sent(200, true, change).getJsonObject("effect");
        String asWas = "/api/v1/series?metric=talks&department=B,C,D3&period=2022-Q1..2023-Q4";
        JsonArray before = new JsonObject(running.get(asWas).body()).getJsonArray("series");
        stored(change);
        JsonArray after = new JsonObject(running.get(asWas).body()).getJsonArray("series");
        int points = 0;
        for (int department = 0; department < 3; department++) {
            JsonArray old = before.getJsonObject(department).getJsonArray("points");
            JsonArray fresh = after.getJsonObject(department).getJsonArray("points");
            for (int i = 0; i < old.size(); i++) {
                points += shown(old.getJsonObject(i)).equals(shown(fresh.getJsonObject(i))) ? 0 : 1;
            }
        }
        long listed = effect.getJsonArray("listed").stream()
                .map(each -> (JsonObject) each)
                .filter(each -> each.getString("metric").equals("talks")
                        && each.getString("period").contains("-Q"))
                .filter(each -> each.getString("view").equals("as_was"))
                .count();
        assertTrue(points > 0);
        assertEquals(points, listed);
    }

    /// What is drawn of a point; of a gap only its reason.
    private static String shown(JsonObject point) {
        if (point.getValue("lower") == null && point.getValue("conflict") == null) {
            return point.getString("state");
        }
        JsonObject shown = point.copy();
        shown.remove("figures");
        shown.remove("balance");
        return shown.encode();
    }

    @Test
    void aMovedDayIsCorrectedInOneAct() {
        JsonObject wrong = step("2023-01-01", "moved", "D3", "C").put("withdrawn", "yes");
        stored(change("correct", base(), "reorganisations", wrong, step("2023-04-01", "moved", "D3", "C")));
        JsonArray steps = shown("departments").getJsonArray("reorganisations");
        assertEquals(2, steps.size());
        assertNotEquals(null, steps.getJsonObject(0).getJsonObject("withdrawn"));
        assertEquals("2023-04-01", steps.getJsonObject(1).getString("date"));
        assertEquals(null, steps.getJsonObject(1).getJsonObject("withdrawn"));
        sound();
    }

    @Test
    void aRenamingIsOneImportWithTheNewDepartmentInIt() {
        long before = running.ledger.newest().importNumber();
        JsonObject renamed =
                step("2023-04-01", "renamed", "D3", "D9").put("name_zh", "监督室").put("name_en", "Supervision");
        JsonObject answer = stored(change("add", base(), "reorganisations", renamed));
        assertEquals(1, answer.getJsonArray("receipts").size());
        assertEquals(before + 1, running.ledger.newest().importNumber(), "one act, one import");
        assertEquals("监督室", department("D9").getJsonObject("name").getString("zh"));
        assertEquals("C", department("D9").getString("parent"), "where the one it continues stood");
        assertEquals("2023-04-01", department("D9").getString("opened"));
        assertEquals("2023-04-01", department("D3").getString("until"));
        JsonObject line = shown("log").getJsonArray("entries").getJsonObject(0);
        assertEquals("reorganisations", line.getString("act"));
        sound();

        stored(change("withdraw", base(), "reorganisations", renamed));
        assertEquals(before + 2, running.ledger.newest().importNumber());
        assertEquals(null, department("D3").getString("until"), "it goes on as if it had never been renamed");
        sound();
    }

    private JsonObject department(String code) {
        return shown("departments").getJsonArray("departments").stream()
                .map(each -> (JsonObject) each)
                .filter(each -> each.getString("code").equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSplitWithItsNewPartsAndTheEndOfTheOldIsOneImport() {
        long before = running.ledger.newest().importNumber();
        JsonObject[] parts = {
            step("2023-04-01", "split", "D3", "D8")
                    .put("weight", "0.4")
                    .put("name_zh", "信息处")
                    .put("closed", "2023-04-01"),
            step("2023-04-01", "split", "D3", "D2").put("weight", "0.6")
        };
        JsonArray errors =
                sent(400, true, change("add", base(), "reorganisations", parts)).getJsonArray("errors");
        assertEquals(1, errors.size(), errors.encode());
        assertEquals("reorganisations[0].closed", errors.getJsonObject(0).getString("parameter"));
        JsonObject change = change("correct", base(), "reorganisations", parts);
        assertEquals("D3", sent(200, true, change).getString("typed"), "it ends a department");
        int opened = base();
        stored(change);
        assertEquals(before + 1, running.ledger.newest().importNumber());
        assertEquals("2023-04-01", department("D3").getString("closed"));
        assertEquals("2023-04-01", department("D8").getString("opened"));
        sound();
        JsonObject[] later = {
            step("2023-04-01", "split", "D3", "D7").put("name_zh", "三处").put("closed", "2023-05-01")
        };
        JsonObject conflict = sent(409, true, change("correct", opened, "reorganisations", later))
                .getJsonArray("conflicts")
                .getJsonObject(0);
        assertEquals(
                new JsonObject()
                        .put("field", "closed")
                        .put("base", "")
                        .put("theirs", "2023-04-01")
                        .put("mine", "2023-05-01"),
                conflict.getJsonArray("fields").getJsonObject(0));
    }

    @Test
    void oneChangeIsAboutOneList() {
        JsonObject two = change("add", base(), "departments", new JsonObject().put("code", "D9"))
                .put("reorganisations", new JsonArray().add(step("2023-04-01", "renamed", "D3", "D9")));
        JsonObject error = sent(400, true, two).getJsonArray("errors").getJsonObject(0);
        assertEquals("departments, reorganisations", error.getString("found"));
    }

    @Test
    void everyFaultOfAChangeIsNamedWithItsMember() {
        JsonObject bad = change(
                "add",
                base(),
                "reorganisations",
                step("2023-04-01", "renamed", "D3", "9x").put("name_zh", "综合处"),
                step("2023-13-01", "renamed", "D3x", "D8").put("name_en", "Office"));
        JsonArray errors = sent(400, true, bad).getJsonArray("errors");
        List<String> members = errors.stream()
                .map(each -> ((JsonObject) each).getString("parameter"))
                .toList();
        assertEquals(
                List.of(
                        "reorganisations[0].to",
                        "reorganisations[1].date",
                        "reorganisations[1].from",
                        "reorganisations[1].name_zh"),
                members);
        assertTrue(
                errors.getJsonObject(0).getJsonObject("message").getString("zh").startsWith("“9x”"), errors.encode());
        JsonArray unsigned = sent(
                        400, true, new JsonObject().put("mode", "replace").put("nonsense", 1))
                .getJsonArray("errors");
        assertEquals(6, unsigned.size(), unsigned.encode());
    }

    @Test
    void whoeverEditsWhatAnotherHasChangedIsShownBoth() {
        int opened = base();
        JsonObject theirs =
                new JsonObject().put("code", "D2").put("name_zh", "财务与资产处").put("name_en", "Finance");
        stored(change("correct", opened, "departments", theirs).put("actor", "李"));
        JsonObject mine = new JsonObject().put("code", "D2").put("name_zh", "财务科");
        JsonObject problem = sent(409, true, change("correct", opened, "departments", mine));
        JsonObject conflict = problem.getJsonArray("conflicts").getJsonObject(0);
        assertEquals("李", conflict.getJsonObject("by").getString("actor"));
        JsonObject name = conflict.getJsonArray("fields").stream()
                .map(each -> (JsonObject) each)
                .filter(each -> each.getString("field").equals("name_zh"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                new JsonObject()
                        .put("field", "name_zh")
                        .put("base", "财务处")
                        .put("theirs", "财务与资产处")
                        .put("mine", "财务科"),
                name);
        stored(change("correct", problem.getInteger("base"), "departments", mine));
        assertEquals(
                "财务科",
                running.ledger.departments().withCode("D2").orElseThrow().name().zh());
        assertEquals(
                "B",
                running.ledger
                        .departments()
                        .withCode("D2")
                        .orElseThrow()
                        .parent()
                        .orElseThrow(),
                "what is not said stays");
    }

    @Test
    void aPreviewThatIsTrueNoMoreStoresNothing() {
        JsonObject change = change("withdraw", base(), "reorganisations", step("2023-01-01", "moved", "D3", "C"));
        JsonObject other = change("withdraw", base(), "reorganisations", step("2022-01-01", "moved", "D3", "C"));
        sent(400, true, other);
        String foreign = "0".repeat(64);
        JsonObject problem =
                sent(409, false, change.copy().put("previewed", foreign).put("typed", "D3"));
        assertEquals("urn:plumbline:preview_outdated", problem.getString("type"));
        assertEquals(1, running.ledger.departments().reorganisations().size());
    }

    @Test
    void aMetricIsCalledOtherwiseFromThenOnAndTheDirectionOfSanctionsIsLocked() {
        String before = running.ledger.newest().sealedAt().orElseThrow().toString();
        JsonObject talks = new JsonObject()
                .put("metric", "talks")
                .put("name_zh", "廉政约谈")
                .put("direction", "more")
                .put("aliases", "约谈；集体约谈")
                .put("changed", "2023-01-01");
        JsonObject answer = stored(change("correct", base(), "metrics", talks));
        assertEquals("accepted", answer.getString("outcome"));
        assertEquals("廉政约谈", name("/api/v1/catalog"));
        assertEquals("廉政谈话", name("/api/v1/catalog?as_of=" + before));
        JsonObject metric = shown("metrics").getJsonArray("metrics").getJsonObject(0);
        assertEquals(
                new JsonArray().add("约谈").add("集体约谈").add("廉政谈话"),
                metric.getJsonArray("aliases"),
                "the former name is still understood");
        assertEquals("organisation", metric.getString("source"));
        running.take("alias.csv", "department,period,metric,value\nD1,2023-Q2,集体约谈,5\n", Mode.ADD);
        assertEquals(
                5,
                new JsonObject(running.get("/api/v1/series?metric=talks&department=D1&period=2023-Q2")
                                .body())
                        .getJsonArray("series")
                        .getJsonObject(0)
                        .getJsonArray("points")
                        .getJsonObject(0)
                        .getInteger("value"));

        JsonObject series =
                new JsonObject(running.get("/api/v1/series?metric=talks&department=D1&period=2022-Q1..2023-Q2")
                        .body());
        assertEquals(
                "redefined",
                series.getJsonArray("series")
                        .getJsonObject(0)
                        .getJsonArray("breaks")
                        .getJsonObject(0)
                        .getString("kind"));
        JsonObject row = new JsonObject(running.get("/api/v1/comparison?metric=talks&departments=D1&period=2023-Q1")
                        .body())
                .getJsonArray("rows")
                .getJsonObject(0);
        assertEquals("redefined", row.getJsonObject("obstacle").getString("kind"));

        JsonObject sanctions = new JsonObject()
                .put("metric", "sanctions")
                .put("name_zh", "党纪处分")
                .put("direction", "more");
        JsonArray errors =
                sent(400, true, change("correct", base(), "metrics", sanctions)).getJsonArray("errors");
        assertEquals("metrics[0].direction", errors.getJsonObject(0).getString("parameter"));
        JsonObject taken =
                new JsonObject().put("metric", "risks").put("name_zh", "约谈").put("direction", "neutral");
        assertEquals(
                "metrics[0].name_zh",
                sent(400, true, change("correct", base(), "metrics", taken))
                        .getJsonArray("errors")
                        .getJsonObject(0)
                        .getString("parameter"));
        sound();
    }

    private String name(String address) {
        return new JsonObject(running.get(address).body())
                .getJsonArray("metrics")
                .getJsonObject(0)
                .getJsonObject("name")
                .getString("zh");
    }

    @Test
    void aLineOfTheCalendarIsAddedChangedAndTakenBack() {
        JsonObject line = new JsonObject()
                .put("metric", "")
                .put("department", "D1")
                .put("period", "2023-Q2")
                .put("due", "2023-07-15");
        stored(change("add", base(), "calendar", line));
        assertEquals(
                "2023-07-15",
                shown("calendar?department=D1")
                        .getJsonArray("lines")
                        .getJsonObject(0)
                        .getString("due"));
        stored(change("correct", base(), "calendar", line.copy().put("due", "2023-07-31")));
        assertEquals(
                "2023-07-31",
                shown("calendar?period=2023")
                        .getJsonArray("lines")
                        .getJsonObject(0)
                        .getString("due"));
        JsonObject wrongDay = change("withdraw", base(), "calendar", line);
        sent(400, true, wrongDay);
        stored(change("withdraw", base(), "calendar", line.copy().put("due", "2023-07-31")));
        assertEquals(0, shown("calendar").getInteger("count"));
        stored(change("add", base(), "calendar", line));
        assertEquals(1, shown("calendar").getInteger("count"), "the same words again are said anew");
        sound();
    }

    @Test
    void theLogKnowsWhoDidWhatWhenAndWhy() {
        stored(change("withdraw", base(), "reorganisations", step("2023-01-01", "moved", "D3", "C")));
        JsonObject log = shown("log");
        JsonObject newest = log.getJsonArray("entries").getJsonObject(0);
        assertEquals("王", newest.getString("actor"));
        assertEquals("文件有误", newest.getString("reason"));
        assertEquals("reorganisations", newest.getString("act"));
        assertEquals("withdraw", newest.getString("mode"));
        assertEquals(log.getInteger("count"), log.getJsonArray("entries").size());
        assertEquals(1, shown("log?actor=" + "%E7%8E%8B").getInteger("count"));
        assertEquals(2, shown("log?act=reorganisations").getInteger("count"));
        assertEquals(1, shown("log?mode=correct&q=correction.csv").getInteger("count"));
        assertEquals(0, shown("log?until=2023-05-31").getInteger("count"));
        assertEquals(
                newest.getInteger("number") - 1,
                shown("log?before=" + newest.getInteger("number")).getInteger("count"));
        String csv = running.get("/api/v1/administration/log.csv?act=reorganisations")
                .body();
        assertEquals(3, csv.lines().count(), csv);
        assertTrue(csv.lines().toList().get(1).contains(",王,reorganisations,withdraw,文件有误,"), csv);
        assertEquals(400, running.get("/api/v1/administration/log?act=nonsense").statusCode());
    }

    @Test
    void theListOfImportsTellsWhatBecameOfThem() {
        running.imported(
                "?mode=correct&reason=typo", "late.csv", "department,period,metric,value\nD1,2023-Q1,talks,25\n");
        HttpResponse<String> answer = running.get("/api/v1/imports");
        String type = answer.headers().firstValue("content-type").orElse("");
        assertEquals(List.of(), CONTRACT.faults("/api/v1/imports", "get", 200, type, answer.body()), answer.body());
        JsonObject job = new JsonObject(answer.body()).getJsonArray("imports").getJsonObject(0);
        assertEquals("done", job.getString("status"));
        assertEquals("typo", job.getString("reason"));
        assertEquals("accepted", job.getJsonArray("files").getJsonObject(0).getString("outcome"));
    }
}
