package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Mode;
import plumbline.Receipt;
import plumbline.consolidate.Consolidation;
import plumbline.intake.Delivery;
import plumbline.intake.Intake;
import plumbline.intake.Order;
import plumbline.intake.Progress;
import plumbline.ledger.Ledger;
import plumbline.ledger.Verification;
import plumbline.read.CatalogReader;

/// What people say at the desk, over HTTP and with the shipped catalogue; every answer is held against the contract.
class ReviewTest {
    private static final Contract CONTRACT = new Contract();
    private static final String DEPARTMENTS =
            "code,name_zh,name_en,parent\nB,某县机关,County,\nA,水利站,Water,B\nC,农技站,Farming,B\n";
    private static final String TEXT = """
        水利站2024年上半年工作报告
        上半年，撰写心得体会43篇，开展诫勉谈话7人次。组织渠边讲堂9场，廉政谈话60余人次。
        ##paidbegin##
        下一步计划开展诫勉谈话5人次。
        """;
    private static final String SERIES = "/api/v1/series?department=A&period=2024-H1&metric=";

    @TempDir
    Path folder;

    private Ledger ledger;
    private Intake intake;
    private Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws IOException {
        var catalog = CatalogReader.read();
        ledger = Ledger.open(database(), catalog, new Consolidation(), InstantSource.system());
        intake = new Intake(catalog, ledger);
        server = Server.start(ServerSettings.of("127.0.0.1", 0), catalog, ledger, intake, InstantSource.system());
        take("departments.csv", DEPARTMENTS);
    }

    @AfterEach
    void everythingIsSealed() throws IOException {
        server.close();
        ledger.close();
        assertEquals(
                Optional.empty(),
                Verification.of(database(), CatalogReader.read(), new Consolidation())
                        .broken());
        client.close();
    }

    private String database() {
        return folder.resolve("ledger.db").toString();
    }

    private Receipt take(String name, String content) {
        return take(List.of(file(name, content))).getFirst();
    }

    private List<Receipt> take(List<Delivery> files) {
        Order order = new Order(Mode.ADD, Optional.empty(), Optional.empty(), Optional.empty(), false, "tester");
        return intake.accept(files, order, Progress.SILENT);
    }

    private static Delivery file(String name, String content) {
        return new Delivery(name, content.getBytes(StandardCharsets.UTF_8));
    }

    // The client

    private JsonObject get(String path) {
        return answer(HttpRequest.newBuilder(at(path)), 200);
    }

    private JsonObject post(int status, String path, JsonObject said) {
        JsonObject answer = answer(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(said.encode())),
                status);
        String template = path.replaceFirst("R[0-9]+", "{id}");
        String type = status == 200 ? "application/json" : "application/problem+json";
        assertEquals(List.of(), CONTRACT.faults(template, "post", status, type, answer.encode()), answer::encode);
        return answer;
    }

    private JsonObject answer(HttpRequest.Builder request, int status) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(status, answer.statusCode(), answer.body());
            Contract.hold(answer);
            return new JsonObject(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI at(String path) {
        return server.address().resolve(path);
    }

    private static JsonObject said(String actor) {
        return new JsonObject().put("actor", actor);
    }

    private JsonObject attributed(String report) {
        return post(
                200,
                "/api/v1/reports/" + report + "/attribution",
                said("王芳").put("department", "水利站").put("period", "2024-H1"));
    }

    private JsonObject judge(int status, String report, String quote, JsonObject said) {
        return post(
                status,
                "/api/v1/reports/" + report + "/verdicts",
                said.put("proposal", proposal(report, quote).getString("id")));
    }

    private JsonObject proposal(String report, String quote) {
        JsonArray all = get("/api/v1/reports/" + report + "/desk").getJsonArray("proposals");
        return IntStream.range(0, all.size())
                .mapToObj(all::getJsonObject)
                .filter(each -> each.getString("quote").contains(quote))
                .reduce((_, last) -> last)
                .orElseThrow(() -> new AssertionError(quote + " in " + all.encode()));
    }

    private JsonObject point(String metricAndMore) {
        return get(SERIES + metricAndMore)
                .getJsonArray("series")
                .getJsonObject(0)
                .getJsonArray("points")
                .getJsonObject(0);
    }

    private String brief(String metricAndMore) {
        JsonObject point = point(metricAndMore);
        return point.getString("state") + " " + point.getValue("value") + " " + point.getString("review");
    }

    // The tests

    @Test
    void whatIsOnlyProposedComesAfterThePagesOfFigures() {
        take("a.txt", TEXT);
        take("f.csv", "department,period,metric,value\nA,2023-H1,study_essays,5\nC,2023-H1,study_essays,6\n");
        List<String> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonObject page = get("/api/v1/figures?review=all&limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            all.add(page.getJsonArray("figures").getJsonObject(0).getString("id"));
            cursor = page.getString("next");
        }
        assertEquals(List.of("F000001", "F000002"), all.subList(0, 2));
        assertEquals(List.of("P000001", "P000002"), all.subList(2, 4));
        assertEquals(all.stream().distinct().toList(), all);
        assertEquals(
                text("/extracts/figures.csv?review=all")
                        .lines()
                        .filter(line -> line.matches(".*,[FP][0-9]{6},.*"))
                        .count(),
                all.size());
    }

    @Test
    void aNumberOfATextCountsOnceAPersonHasConfirmedIt() {
        Receipt receipt = take("a.txt", TEXT);
        assertEquals(4, receipt.proposed());
        assertEquals(0, receipt.counts().fresh());
        assertEquals("unconfirmed null confirmed", brief("study_essays"));
        JsonObject hollow = point("study_essays&review=all");
        assertEquals("exact 43 unconfirmed", brief("study_essays&review=all"));
        assertEquals("P000001", hollow.getJsonArray("figures").getString(0));
        assertEquals(
                "撰写心得体会43篇",
                get("/api/v1/figures/P000001").getJsonObject("place").getString("quote"));
        String csv = text("/extracts/figures.csv?review=all");
        assertTrue(csv.contains(",V,unconfirmed,"), csv);
        assertEquals(1, text("/extracts/figures.csv").lines().count(), "only the header");

        JsonObject refused = judge(400, "R0002", "心得体会", said("王芳").put("verdict", "confirm"));
        assertTrue(refused.getString("detail").contains("whose report it is"), refused.encode());
        attributed("R0002");
        Instant before = Instant.now();
        judge(200, "R0002", "心得体会", said("王芳").put("verdict", "confirm"));
        assertEquals("exact 43 confirmed", brief("study_essays"));
        assertEquals("unconfirmed null confirmed", brief("study_essays&as_of=" + before));
        JsonObject figure = get("/api/v1/figures/"
                + point("study_essays").getJsonArray("figures").getString(0));
        assertEquals("撰写心得体会43篇", figure.getJsonObject("place").getString("quote"));
        assertEquals(null, figure.getValue("form_place"));
        assertEquals("王芳", figure.getJsonArray("revisions").getJsonObject(0).getString("actor"));
        JsonObject changes = get("/api/v1/changes?metric=study_essays&department=A&period=2024-H1");
        assertEquals(43, changes.getJsonObject("to").getInteger("value"));
        assertEquals(
                "王芳",
                changes.getJsonArray("contributions")
                        .getJsonObject(changes.getJsonArray("contributions").size() - 1)
                        .getString("actor"));
    }

    private String text(String path) {
        try {
            return client.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCorrectionIsARevisionAndUndoRestoresWhatWasSaidBefore() {
        take("a.txt", TEXT);
        attributed("R0002");
        judge(200, "R0002", "心得体会", said("王芳").put("verdict", "confirm"));
        JsonObject change = said("王芳").put("verdict", "confirm").put("fields", new JsonObject().put("value", "34"));
        judge(400, "R0002", "心得体会", change.copy());
        judge(200, "R0002", "心得体会", change.copy().put("reason", "原文误写"));
        assertEquals("exact 34 revised", brief("study_essays"));
        judge(200, "R0002", "心得体会", said("王芳").put("verdict", "reopen"));
        assertEquals("exact 43 revised", brief("study_essays"));
        assertEquals("confirmed", proposal("R0002", "心得体会").getString("status"));
        judge(200, "R0002", "心得体会", said("李军").put("verdict", "no_count").put("reason", "是去年的数"));
        assertEquals("not_mentioned null confirmed", brief("study_essays"));
        judge(409, "R0002", "渠边讲堂", said("王芳").put("verdict", "reopen"));
    }

    @Test
    void nothingIsSaidOverAVerdictThatNobodyHasSeen() {
        take("a.txt", TEXT);
        attributed("R0002");
        JsonObject unseen =
                said("李军").put("verdict", "no_count").put("reason", "是去年的数").put("seen", 0);
        judge(200, "R0002", "心得体会", said("王芳").put("verdict", "confirm").put("seen", 0));
        JsonObject refused = judge(409, "R0002", "心得体会", unseen.copy());
        assertTrue(refused.getString("detail").startsWith("seen: found 'confirm by 王芳 at "), refused.encode());
        assertEquals("exact 43 confirmed", brief("study_essays"));
        judge(409, "R0002", "心得体会", said("李军").put("verdict", "reopen").put("seen", 0));
        judge(200, "R0002", "心得体会", unseen.copy().put("seen", 1));
        assertEquals("not_mentioned null confirmed", brief("study_essays"));
        judge(400, "R0002", "心得体会", unseen.copy().put("seen", "all"));
    }

    @Test
    void ofTwoWhoJudgeAtTheSameMomentOneIsToldOfTheOther() {
        take("a.txt", TEXT);
        attributed("R0002");
        for (String quote : List.of("心得体会", "渠边讲堂", "廉政谈话60")) {
            String id = proposal("R0002", quote).getString("id");
            List<Integer> statuses = IntStream.range(0, 6)
                    .mapToObj(each -> said("第" + each + "人")
                            .put("proposal", id)
                            .put("verdict", "query")
                            .put("reason", "要问")
                            .put("seen", 0))
                    .map(said -> HttpRequest.newBuilder(at("/api/v1/reports/R0002/verdicts"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(said.encode()))
                            .build())
                    .map(request -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                    .toList()
                    .stream()
                    .map(answer -> answer.join().statusCode())
                    .sorted()
                    .toList();
            assertEquals(List.of(200, 409, 409, 409, 409, 409), statuses, quote);
        }
    }

    @Test
    void aMetricAboutPersonsNeedsASecondPerson() {
        take("a.txt", TEXT);
        attributed("R0002");
        judge(200, "R0002", "诫勉谈话7", said("王芳").put("verdict", "confirm"));
        assertEquals("vouched", proposal("R0002", "诫勉谈话7").getString("status"));
        assertEquals("unconfirmed null confirmed", brief("talk_admonition_persontimes"));
        judge(409, "R0002", "诫勉谈话7", said(" 王芳").put("verdict", "confirm"));
        judge(200, "R0002", "诫勉谈话7", said("李军").put("verdict", "confirm"));
        assertEquals("exact 7 confirmed", brief("talk_admonition_persontimes"));
    }

    @Test
    void neitherTextNorFormCountsWhileTheyDisagree() {
        String form = "department,period,metric,value\nA,2024-H1,study_essays,34\nA,2024-H1,study_seminars,3\n";
        List<Receipt> receipts = take(List.of(file("form.csv", form), file("a.txt", TEXT)));
        assertEquals("text_differs", receipts.getFirst().findings().getFirst().rule());
        assertTrue(
                receipts.getFirst().findings().getFirst().message().zh().contains("表中“34”，文中“撰写心得体会43篇”（a.txt"),
                receipts.getFirst().findings()::toString);
        assertEquals("unconfirmed null confirmed", brief("study_essays"));
        assertEquals("exact 3 confirmed", brief("study_seminars"));
        JsonObject conflict = proposal("R0002", "心得体会");
        assertEquals("conflict", conflict.getString("risk"));
        attributed("R0002");
        JsonObject refused = judge(409, "R0002", "心得体会", said("王芳").put("verdict", "confirm"));
        assertTrue(refused.getString("detail").contains("34"), refused.encode());
        String right = conflict.getJsonArray("against").getJsonObject(0).getString("id");
        judge(
                200,
                "R0002",
                "心得体会",
                said("王芳").put("verdict", "no_count").put("instead", right).put("reason", "以表为准"));
        assertEquals("exact 34 revised", brief("study_essays"));
        // The other way round, a text that comes behind a form says so in its receipt.
        Receipt late = take("b.txt", TEXT.replace("43", "45"));
        assertEquals("record_differs", late.findings().getFirst().rule());
        assertEquals("exact 34 revised", brief("study_essays"));
    }

    @Test
    void aWordMappedOnceIsKnownToLaterReadings() {
        take("a.txt", TEXT);
        attributed("R0002");
        JsonObject unknown = proposal("R0002", "渠边讲堂");
        assertEquals(null, unknown.getValue("metric"));
        assertEquals("weak", unknown.getString("risk"));
        judge(400, "R0002", "渠边讲堂", said("王芳").put("verdict", "confirm"));
        judge(
                200,
                "R0002",
                "渠边讲堂",
                said("王芳")
                        .put("verdict", "confirm")
                        .put("reason", "即警示教育")
                        .put("remember", "渠边讲堂")
                        .put("fields", new JsonObject().put("metric", "study_seminars")));
        assertEquals("exact 9 confirmed", brief("study_seminars"));
        take("c.txt", "农技站2024年上半年工作报告\n上半年，组织渠边讲堂4次。\n");
        assertEquals("study_seminars", proposal("R0003", "渠边讲堂").getString("metric"));
    }

    @Test
    void aMaskedDepartmentIsNeverGuessed() {
        take("m.txt", "**局工作报告\n撰写心得体会43篇。\n");
        JsonObject desk = get("/api/v1/reports/R0002/desk");
        assertEquals(null, desk.getJsonObject("proposed").getValue("department"));
        assertEquals(null, desk.getJsonObject("proposed").getValue("period"));
        assertEquals("weak", proposal("R0002", "心得体会").getString("risk"));
        attributed("R0002");
        judge(200, "R0002", "心得体会", said("王芳").put("verdict", "confirm"));
        assertEquals("exact 43 confirmed", brief("study_essays"));
    }

    @Test
    void aNumberNoReaderSawIsMarkedAndConfirmed() {
        take("a.txt", TEXT);
        attributed("R0002");
        int start = TEXT.codePointCount(0, TEXT.indexOf("开展诫勉谈话5人次"));
        post(
                200,
                "/api/v1/reports/R0002/proposals",
                said("王芳").put("start", start).put("end", start + 9));
        JsonObject marked = proposal("R0002", "诫勉谈话5人次");
        assertEquals("person", marked.getString("reader"));
        assertEquals("5", marked.getString("value_text"));
        judge(
                200,
                "R0002",
                "诫勉谈话5人次",
                said("王芳")
                        .put("verdict", "confirm")
                        .put("reason", "是已做的事")
                        .put(
                                "fields",
                                new JsonObject().put("metric", "study_seminars").put("period", "2024-H1")));
        assertEquals("exact 5 confirmed", brief("study_seminars"));
        post(400, "/api/v1/reports/R0002/proposals", said("王芳").put("start", 5).put("end", 9999));
    }

    @Test
    void aRereadingProposesAndChangesNothingConfirmed() {
        take("a.txt", TEXT);
        attributed("R0002");
        judge(200, "R0002", "心得体会", said("王芳").put("verdict", "confirm"));
        // The organisation's words make a newer reader: what was confirmed is now read otherwise, too.
        take("c.txt", "农技站2024年上半年工作报告\n撰写心得体会5篇。\n");
        post(
                200,
                "/api/v1/reports/R0003/attribution",
                said("王芳").put("department", "C").put("period", "2024-H1"));
        judge(
                200,
                "R0003",
                "心得体会",
                said("王芳")
                        .put("verdict", "confirm")
                        .put("reason", "即研讨")
                        .put("remember", "撰写心得体会")
                        .put("fields", new JsonObject().put("metric", "study_seminars")));
        assertTrue(get("/api/v1/reports/R0002/desk").getInteger("differences") > 0);
        JsonObject reread = post(200, "/api/v1/reports/R0002/rereading", said("王芳"));
        assertEquals(0, reread.getInteger("differences"));
        JsonObject otherwise = proposal("R0002", "心得体会");
        assertEquals("study_seminars", otherwise.getString("metric"));
        assertEquals("P000001", otherwise.getString("earlier"));
        assertEquals("open", otherwise.getString("status"));
        assertEquals("exact 43 confirmed", brief("study_essays"));
    }

    @Test
    void plainNumbersOfAFormAreConfirmedTogetherTheOthersOneByOne() {
        take("form.csv", """
            department,period,metric,value,review
            A,2024-H1,study_essays,34,unconfirmed
            A,2024-H1,study_seminars,60余,unconfirmed
            A,2024-H1,talk_admonition_persontimes,7,unconfirmed
            """);
        assertEquals("unconfirmed null confirmed", brief("study_essays"));
        JsonObject waiting = get("/api/v1/reports/R0002/unconfirmed");
        assertEquals(3, waiting.getInteger("count"));
        post(
                400,
                "/api/v1/reports/R0002/confirmations",
                said("王芳").put("figures", new JsonArray(List.of("F000001", "F000002"))));
        post(
                400,
                "/api/v1/reports/R0002/confirmations",
                said("王芳").put("figures", new JsonArray(List.of("F000001", "F000003"))));
        post(200, "/api/v1/reports/R0002/confirmations", said("王芳").put("figures", new JsonArray(List.of("F000002"))));
        post(200, "/api/v1/reports/R0002/confirmations", said("王芳").put("figures", new JsonArray(List.of("F000001"))));
        assertEquals("exact 34 revised", brief("study_essays"));
        assertEquals(1, get("/api/v1/reports/R0002/unconfirmed").getInteger("count"));
    }

    @Test
    void whatAFormPointsAtIsNoLongerOpen() {
        int start = TEXT.codePointCount(0, TEXT.indexOf("撰写心得体会43篇"));
        String form =
                "department,period,metric,value,document,start,end,quote\nA,2024-H1,study_essays,43,a.txt,%d,%d,撰写心得体会43篇\n"
                        .formatted(start, start + 9);
        take(List.of(file("form.csv", form), file("a.txt", TEXT)));
        assertEquals("F000001", proposal("R0002", "心得体会").getString("taken"));
        assertEquals(
                3,
                get("/api/v1/review").getJsonArray("reports").getJsonObject(0).getInteger("open"));
    }

    @Test
    void everyVerdictHasANameAndAReasonWhereItDiffers() {
        take("a.txt", TEXT);
        attributed("R0002");
        judge(400, "R0002", "心得体会", said("  ").put("verdict", "confirm"));
        judge(400, "R0002", "心得体会", said("王芳").put("verdict", "no_count"));
        judge(400, "R0002", "心得体会", said("王芳").put("verdict", "vouch"));
        judge(400, "R0002", "心得体会", said("王芳").put("verdict", "confirm").put("nonsense", "1"));
        judge(
                400,
                "R0002",
                "心得体会",
                said("王芳")
                        .put("verdict", "confirm")
                        .put("reason", "改")
                        .put("fields", new JsonObject().put("value", "若干")));
        assertEquals("open", proposal("R0002", "心得体会").getString("status"));
    }
}
