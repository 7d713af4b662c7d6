package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.intake.Delivery;

/// The whole program, from a file handed in to the chart, the sentence and the extract.
class PlumblineTest {
    private static final String ALL_YEAR = "metric=" + Samples.TALKS + "&department=D1&period=2022-Q1..2022-Q4";

    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void start() {
        program = new Program(folder);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private void takeAll() {
        program.take(
                Samples.FIGURES,
                Samples.TEXT,
                Samples.DEPARTMENTS); // in the wrong order: figures before what they speak of
    }

    private List<String> briefs(String query) {
        return program.points(query).stream().map(Program::brief).toList();
    }

    /// Everything a reader could see.
    private String everything() {
        return String.join(
                "\n",
                program.text("/api/v1/catalog"),
                program.text("/api/v1/reports"),
                program.text("/api/v1/series?metric=" + Samples.TALKS + "&department=B,D1,D2&period=2021-Q1..2023-Q4"),
                program.text("/extracts/figures.csv"));
    }

    @Test
    void oneReportIsWalkedFromUploadToChartAndExtract() {
        List<JsonObject> receipts = program.take(Samples.FIGURES, Samples.TEXT, Samples.DEPARTMENTS);
        assertEquals(
                List.of("figures.csv figures accepted 7", "一季度.txt text accepted 0", "部门.csv departments accepted 3"),
                receipts.stream()
                        .map(each -> each.getString("file") + " " + each.getString("kind") + " "
                                + each.getString("outcome") + " "
                                + each.getJsonObject("counts").getInteger("new"))
                        .toList());

        List<JsonObject> points = program.points(ALL_YEAR);
        assertEquals(
                List.of(
                        "at_least 60[61,69] stated 1/1",
                        "zero 0[0,0] stated 1/1",
                        "withheld stated 0/1",
                        "not_mentioned missing 0/1"),
                points.stream().map(Program::brief).toList());

        String id = points.getFirst().getJsonArray("figures").getString(0);
        JsonObject figure = program.json("/api/v1/figures/" + id);
        JsonObject place = figure.getJsonObject("place");
        assertEquals("集体、单独廉政谈话60余人次", place.getString("quote"));
        assertEquals("𠮷林某局一季度报告\n开展", place.getString("before"));
        assertEquals("，未发现违纪。\n", place.getString("after"));
        assertEquals(3, figure.getJsonObject("form_place").getInteger("line"));
        String report = place.getString("report");
        assertEquals(
                "D1",
                program.json("/api/v1/reports/" + report)
                        .getJsonObject("report")
                        .getString("department"));
        assertEquals(Samples.WORDS, program.json("/api/v1/reports/" + report).getString("text"));
        assertArrayEquals(
                Samples.WORDS.getBytes(StandardCharsets.UTF_8),
                program.bytes("/api/v1/reports/" + report + "/content"));

        JsonObject comparison = program.json("/api/v1/comparison?metric=" + Samples.TALKS + "&period=2022-Q1&parent=B");
        assertEquals(
                List.of("D1 {\"lower\":11,\"upper\":19} null not_exact", "D2 {\"lower\":5,\"upper\":5} 25.0 null"),
                Program.objects(comparison.getJsonArray("rows")).stream()
                        .map(row -> row.getString("department") + " " + row.getJsonObject("difference") + " "
                                + row.getValue("percent") + " " + row.getString("reason"))
                        .toList());

        String rows = program.text("/extracts/figures.csv?department=D1&period=2022")
                .lines()
                .skip(1)
                .map(row -> row.split(",", -1))
                .map(row -> String.join(",", row[4], row[10], row[11], row[12], row[14], row[20], row[21]))
                .collect(Collectors.joining("\n"));
        assertEquals("""
            2022Q1,,61,69,at_least,60余,集体、单独廉政谈话60余人次
            2022Q2,0,0,0,zero,0,
            2022Q3,,,,withheld,*,
            2022Q4,,,,not_mentioned,,\
            """, rows);
    }

    @Test
    void theSameBytesAgainAnswerWithTheFirstReceipt() {
        List<JsonObject> first = program.take(Samples.DEPARTMENTS, Samples.TEXT, Samples.FIGURES);
        String before = everything();
        List<JsonObject> second = program.take(Samples.DEPARTMENTS, Samples.TEXT, Samples.FIGURES);
        assertEquals(before, everything());
        for (int i = 0; i < first.size(); i++) {
            assertEquals("already_imported", second.get(i).getString("outcome"));
            assertEquals(
                    first.get(i).copy().put("outcome", ""), second.get(i).copy().put("outcome", ""));
        }
    }

    @Test
    void aRefusedFileStoresNothingAndSaysEverything() {
        takeAll();
        String before = everything();
        JsonObject job = program.upload("", Samples.FAULTY);
        assertEquals("refused", job.getString("status"));
        JsonObject receipt = job.getJsonArray("receipts").getJsonObject(0);
        assertEquals(2, receipt.getJsonObject("counts").getInteger("refused"));
        assertEquals(
                List.of("faulty.csv:3:1 D9", "faulty.csv:4:4 若干"),
                Program.objects(receipt.getJsonArray("findings")).stream()
                        .map(each -> each.getString("place") + " " + each.getString("found"))
                        .toList());
        assertEquals(before, everything());
    }

    @Test
    void aDryRunStoresNothingAndCountsWhatWouldHappen() {
        takeAll();
        String before = everything();
        Delivery mixed = Program.file(
                "mixed.csv",
                "department,period,metric,value\nD2,2022-Q1,%s,26\nD2,2021-Q1,%s,20\nD2,2023-Q1,%s,9\n"
                        .formatted(Samples.TALKS, Samples.TALKS, Samples.TALKS));
        JsonObject job = program.upload("?dry_run=true&mode=correct&reason=miscounted", mixed);
        JsonObject receipt = job.getJsonArray("receipts").getJsonObject(0);
        assertEquals("would_accept", receipt.getString("outcome"));
        assertEquals(
                new JsonObject("{\"new\":1,\"changed\":1,\"same\":1,\"refused\":0}"), receipt.getJsonObject("counts"));
        assertEquals(before, everything());
    }

    @Test
    void aContradictionIsRefusedUntilItIsCalledACorrection() {
        takeAll();
        assertEquals("refused", program.upload("", Samples.CORRECTION).getString("status"));
        JsonObject job = program.upload("?mode=correct&reason=" + Program.escaped("复核后更正"), Samples.CORRECTION);
        assertEquals("done", job.getString("status"), job::encodePrettily);
        assertEquals(
                List.of("exact 26[26,26] stated 1/1 revised r2"),
                briefs("metric=" + Samples.TALKS + "&department=D2&period=2022-Q1"));
    }

    @Test
    void anAnswerKeepsItsTagUntilTheNextImport() {
        takeAll();
        String path = "/api/v1/series?" + ALL_YEAR;
        String tag = program.get(path).headers().firstValue("etag").orElseThrow();
        program.upload("", Samples.FAULTY);
        program.upload("?dry_run=true", Samples.CORRECTION);
        program.take(Samples.DEPARTMENTS, Samples.TEXT, Samples.FIGURES);
        HttpResponse<String> same = program.get(path, "If-None-Match", tag);
        assertEquals(304, same.statusCode());
        assertEquals("", same.body());
        assertEquals(
                "done",
                program.upload("?mode=correct&reason=miscounted", Samples.CORRECTION)
                        .getString("status"));
        HttpResponse<String> changed = program.get(path, "If-None-Match", tag);
        assertEquals(200, changed.statusCode());
        assertNotEquals(tag, changed.headers().firstValue("etag").orElseThrow());
    }

    @Test
    void whatWasAnsweredBeforeACorrectionCanBeHadAgain() {
        takeAll();
        String moment = program.json("/api/v1/catalog").getString("as_of");
        String series = "/api/v1/series?metric=" + Samples.TALKS + "&department=B,D2&period=2022-Q1";
        List<String> paths =
                List.of(series, "/extracts/figures.csv?department=B", "/api/v1/reports?", "/api/v1/catalog?");
        List<String> before = paths.stream().map(program::text).toList();
        program.upload("?mode=correct&reason=miscounted", Samples.CORRECTION);
        for (int i = 0; i < paths.size(); i++) {
            assertNotEquals(before.get(i), program.text(paths.get(i)));
            assertEquals(before.get(i), program.text(paths.get(i) + "&as_of=" + moment));
        }
        assertTrue(program.text(series).contains("\"revised\""));
    }
}
