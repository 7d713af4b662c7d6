package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Previews and what becomes of a commit that names one.
class PreviewsTest {
    private static final Contract CONTRACT = new Contract();
    private static final String HEAD = "department,period,metric,value\n";

    @TempDir
    Path folder;

    private Running running;

    @BeforeEach
    void start() {
        running = new Running(folder).withSamples();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    /// The import when it is over, which is as the contract says.
    private JsonObject hand(String query, String content) {
        String job = running.imported(query, "form.csv", content);
        assertEquals(List.of(), CONTRACT.faults("ImportJob", job), job);
        return new JsonObject(job);
    }

    private static JsonObject receipt(JsonObject job) {
        return job.getJsonArray("receipts").getJsonObject(0);
    }

    @Test
    void aPreviewTellsRowsAndChartsAndItsDigestStoresThem() {
        long before = running.ledger.newest().importNumber();
        String form = HEAD + "D1,2023-Q3,talks,4\nD1,2022-Q1,sanctions,*\n";
        JsonObject tried = hand("?dry_run=true", form);
        assertEquals("done", tried.getString("status"), tried.encodePrettily());
        JsonObject preview = receipt(tried).getJsonObject("preview");
        assertEquals(2, preview.getJsonObject("counts").getInteger("new"), preview.encodePrettily());
        JsonObject cell = preview.getJsonArray("cells").stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("period").equals("2023-Q3"))
                .findFirst()
                .orElseThrow();
        assertEquals(4, cell.getJsonObject("after").getInteger("value"));
        assertEquals(before, running.ledger.newest().importNumber());
        JsonObject done = hand("?previewed=" + tried.getString("preview"), form);
        assertEquals("accepted", receipt(done).getString("outcome"), done.encodePrettily());
        assertNull(receipt(done).getJsonObject("problem"));
        JsonObject point = new JsonObject(running.get("/api/v1/series?metric=talks&department=D1&period=2023-Q3")
                        .body())
                .getJsonArray("series")
                .getJsonObject(0)
                .getJsonArray("points")
                .getJsonObject(0);
        for (String key : List.of("value", "lower", "upper", "state", "method", "coverage")) {
            assertEquals(cell.getJsonObject("after").getValue(key), point.getValue(key), key);
        }
    }

    @Test
    void theSecondOfTwoClerksSeesTheDifferenceAndLosesNothing() {
        String mine = HEAD + "D1,2023-Q3,talks,4\n";
        String yours = HEAD + "D1,2023-Q3,talks,5\n";
        String first = hand("?dry_run=true", mine).getString("preview");
        String second = hand("?dry_run=true", yours).getString("preview");
        assertEquals("done", hand("?previewed=" + second, yours).getString("status"));
        JsonObject refused = hand("?previewed=" + first, mine);
        assertEquals("refused", refused.getString("status"));
        assertEquals("preview_outdated", receipt(refused).getString("outcome"));
        assertEquals(409, refused.getJsonObject("problem").getInteger("status"));
        JsonObject row =
                receipt(refused).getJsonObject("preview").getJsonArray("rows").getJsonObject(0);
        assertEquals("refused", row.getString("effect"));
        assertEquals("5", row.getJsonObject("held").getString("wording"));
        assertEquals("4", row.getString("text"));
    }

    @Test
    void ofManyCommitsOfOnePreviewedPlaceOneIsStored() throws Exception {
        List<String> forms = Stream.of("4", "5", "6", "7", "8", "9")
                .map(value -> HEAD + "D1,2023-Q3,talks," + value + "\n")
                .toList();
        List<String> previews = forms.stream()
                .map(each -> hand("?dry_run=true&mode=correct&reason=x", each).getString("preview"))
                .toList();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonObject>> jobs = forms.stream()
                    .map(form -> clerks.submit(() -> {
                        start.await();
                        String named = previews.get(forms.indexOf(form));
                        return hand("?mode=correct&reason=x&previewed=" + named, form);
                    }))
                    .toList();
            start.countDown();
            int stored = 0;
            for (Future<JsonObject> each : jobs) {
                String outcome = receipt(each.get()).getString("outcome");
                stored += outcome.equals("accepted") ? 1 : 0;
                assertTrue(List.of("accepted", "preview_outdated").contains(outcome), outcome);
            }
            assertEquals(1, stored);
        }
    }

    @Test
    void whatTheHeaderLeavesOpenIsAskedAnsweredAndRememberedWithTheName() {
        String form = "部门,期间,谈话情况,党纪处分\nD1,2023-Q3,4,1\n";
        JsonObject asked = hand("?dry_run=true", form);
        JsonObject question = receipt(asked).getJsonArray("questions").getJsonObject(0);
        assertEquals("谈话情况", question.getString("header"), asked.encodePrettily());
        assertEquals("1:3", question.getString("place"));
        String map = "map=" + java.net.URLEncoder.encode("谈话情况=talks", java.nio.charset.StandardCharsets.UTF_8);
        JsonObject tried = hand("?dry_run=true&" + map, form);
        assertEquals("would_accept", receipt(tried).getString("outcome"), tried.encodePrettily());
        JsonObject done = hand("?" + map + "&previewed=" + tried.getString("preview"), form);
        assertEquals("accepted", receipt(done).getString("outcome"), done.encodePrettily());
        JsonObject next = hand("", form.replace("Q3", "Q4"));
        JsonObject answer = receipt(next).getJsonArray("answers").getJsonObject(0);
        assertEquals("talks", answer.getString("meaning"), next.encodePrettily());
        assertTrue(answer.getString("confirmed_by").startsWith("web 127.0.0.1"), answer.encode());
        assertEquals(400, running.post("?map=nothing", "form.csv", form).statusCode());
        assertEquals("refused", hand("?map=x%3Dtalks", form).getString("status"));
    }

    @Test
    void aReplacementIsPreviewedWithWhatItTakesAway() {
        hand("", HEAD + "D1,2023-Q3,talks,4\nD1,2023-Q3,risks,1\n");
        JsonObject tried = hand("?dry_run=true&mode=replace&reason=anew", HEAD + "D1,2023-Q3,talks,4\n");
        assertEquals("done", tried.getString("status"), tried.encodePrettily());
        JsonObject preview = receipt(tried).getJsonObject("preview");
        assertEquals(1, preview.getJsonObject("counts").getInteger("withdrawn"), preview.encodePrettily());
        JsonObject row = preview.getJsonArray("rows").stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("effect").equals("withdrawn"))
                .findFirst()
                .orElseThrow();
        assertEquals("risks", row.getString("metric"));
        assertEquals("1", row.getJsonObject("held").getString("wording"));
    }

    @Test
    void aDigestThatIsNoneIsRefused() {
        assertEquals(400, running.post("?previewed=yes", "form.csv", HEAD).statusCode());
    }
}
