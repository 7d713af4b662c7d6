package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.read.sheet.Drawn;

class ImportsTest {
    private static final int LIMIT = 20_000;
    private static final String TYPE = "multipart/form-data; boundary=xyz";

    @TempDir
    Path folder;

    private Running running;

    @BeforeEach
    void start() {
        running = new Running(
                folder,
                new ServerSettings("127.0.0.1", 0, Set.of(), LIMIT, Duration.ofSeconds(5), ZoneOffset.UTC, "test"));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private static String part(String field, String file, String content) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + file
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n";
    }

    private HttpResponse<String> post(String query, String type, String body) {
        return running.send(HttpRequest.newBuilder(running.at("/api/v1/imports" + query))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    /// The import when it is over.
    private JsonObject imported(String query, String body) {
        HttpResponse<String> answer = post(query, TYPE, body + "--xyz--\r\n");
        assertEquals(202, answer.statusCode(), answer.body());
        String location = answer.headers().firstValue("location").orElseThrow();
        assertEquals(200, running.get(location + "/events").statusCode()); // ends when the import ends
        return new JsonObject(running.get(location).body());
    }

    private static JsonObject receipt(JsonObject job, int index) {
        return job.getJsonArray("receipts").getJsonObject(index);
    }

    @Test
    void aWorkbookIsReadAndItsFiguresShowSheetAndCell() {
        Drawn drawn = Drawn.parse(List.of("# 上半年", "2026年上半年|", "部门|廉政谈话", "W|41"));
        String bytes = new String(drawn.xls(), StandardCharsets.ISO_8859_1);
        String body = part("file", "wide.xls", bytes) + part("file", "departments.csv", "code,name_zh\nW,west\n");
        HttpResponse<String> answer = running.send(HttpRequest.newBuilder(running.at("/api/v1/imports"))
                .header("Content-Type", TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(body + "--xyz--\r\n", StandardCharsets.ISO_8859_1)));
        String location = answer.headers().firstValue("location").orElseThrow();
        assertEquals(200, running.get(location + "/events").statusCode());
        JsonObject receipt = receipt(new JsonObject(running.get(location).body()), 0);
        assertEquals("accepted", receipt.getString("outcome"), receipt.encodePrettily());
        assertEquals("XLS", receipt.getString("encoding"));
        JsonObject place = new JsonObject(running.get("/api/v1/figures/F000001").body()).getJsonObject("place");
        assertEquals("上半年!B3", place.getString("field"));
        assertEquals(200, running.get("/api/v1/reports/R0002").statusCode());
    }

    @Test
    void filesOfOneRequestAreReadTogether() {
        JsonObject job = imported(
                "",
                part("file", "figures.csv", Samples.FIGURES) + part("file", "departments.csv", Samples.DEPARTMENTS));
        assertEquals("done", job.getString("status"), job.encodePrettily());
        assertEquals("accepted", receipt(job, 0).getString("outcome"));
        assertEquals("figures.csv", receipt(job, 0).getString("file"));
        assertEquals("D1", new JsonObject(running.get("/api/v1/figures/F000001").body()).getString("department"));
        assertTrue(job.getJsonArray("stages").size() > 0);
    }

    @Test
    void theSameBytesAgainGetTheSameReceipt() {
        String body = part("file", "departments.csv", Samples.DEPARTMENTS);
        JsonObject first = receipt(imported("", body), 0);
        JsonObject second = receipt(imported("", body), 0);
        assertEquals("accepted", first.getString("outcome"));
        assertEquals("already_imported", second.getString("outcome"));
        assertEquals(first.getJsonObject("counts"), second.getJsonObject("counts"));
    }

    @Test
    void aDryRunStoresNothing() {
        JsonObject job = imported("?dry_run=true", part("file", "departments.csv", Samples.DEPARTMENTS));
        assertEquals("would_accept", receipt(job, 0).getString("outcome"));
        assertEquals(0, running.ledger.newest().importNumber());
    }

    /// What would be a path, a command to a terminal or too long for a line is shown as the plain words in it.
    @Test
    void aNameIsOnlyALabel() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("../../etc/部门\u202E.csv", "部门_.csv");
        shown.put("C:\\Users\\w\\部门.csv", "部门.csv");
        shown.put("/", "unnamed");
        shown.put("a\u001B[31mred\u0000.csv", "a_[31mred_.csv");
        shown.put("\u200B \u2066.csv", "_ _.csv");
        shown.put("部".repeat(300) + ".csv", "部".repeat(196) + ".csv");
        shown.put("\uD83D\uDE00".repeat(150) + ".csvx", "\uD83D\uDE00".repeat(97) + ".csvx");
        shown.forEach((sent, label) -> assertEquals(label, Upload.plainName(sent)));
        JsonObject job = imported("?dry_run=true", part("file", "../../etc/部门\u202E.csv", Samples.DEPARTMENTS));
        assertEquals("部门_.csv", receipt(job, 0).getString("file"));
    }

    @Test
    void anOrderThatCannotBeCarriedOutSaysWhy() {
        JsonObject job = imported("?department=D99", part("file", "departments.csv", Samples.DEPARTMENTS));
        assertEquals("refused", job.getString("status"), job.encode());
        assertTrue(job.getString("error").contains("D99"), job.encode());
    }

    @ParameterizedTest
    @CsvSource({
        "400, ?mode=correct, a correction without a reason",
        "400, ?mode=overwrite, an unknown mode",
        "400, ?mode=replace, a replacement without a reason",
        "400, ?dry_run=perhaps, no yes or no",
        "400, ?period=2022-Q9, no period",
        "400, ?x=1, an unknown parameter"
    })
    void aBadOrderIsRefused(int status, String query, String why) {
        HttpResponse<String> answer =
                post(query, TYPE, part("file", "departments.csv", Samples.DEPARTMENTS) + "--xyz--\r\n");
        assertEquals(status, answer.statusCode(), why);
        assertEquals(0, running.ledger.newest().importNumber());
    }

    @Test
    void whatIsNoUploadIsRefused() {
        assertEquals(400, post("", "text/csv", Samples.DEPARTMENTS).statusCode());
        assertEquals(400, post("", "multipart/form-data", "--xyz--\r\n").statusCode());
        assertEquals(400, post("", TYPE, "--xyz--\r\n").statusCode());
        assertEquals(
                400,
                post("", TYPE, part("other", "d.csv", Samples.DEPARTMENTS) + "--xyz--\r\n")
                        .statusCode());
        assertEquals(
                400,
                post("", TYPE, "--xyz\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--xyz--\r\n")
                        .statusCode());
        assertEquals(0, running.ledger.newest().importNumber());
    }

    @Test
    void moreThanTheLimitIsRefusedWithOrWithoutALength() throws Exception {
        String large = part("file", "large.csv", "x".repeat(LIMIT)) + "--xyz--\r\n";
        assertEquals(413, post("", TYPE, large).statusCode());
        HttpResponse<String> chunked = running.send(HttpRequest.newBuilder(running.at("/api/v1/imports"))
                .header("Content-Type", TYPE)
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))));
        assertEquals(413, chunked.statusCode());
    }

    /// Two hundred megabytes are announced and none sent: the answer does not wait for them.
    @Test
    void anUploadThatSaysItIsTooLargeIsRefusedBeforeItsBody() throws Exception {
        String head = "POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + TYPE;
        for (String more : List.of("", "\r\nExpect: 100-continue")) {
            try (Socket socket = running.connect()) {
                socket.setSoTimeout(20_000);
                String request = head + "\r\nContent-Length: 200000000" + more + "\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
                assertTrue(answer.contains("PLUMBLINE_UPLOAD_MB"), answer);
            }
        }
    }

    /// Chunk after chunk for ever: the server takes no more than the limit and hangs up.
    @Test
    void anEndlessUploadIsCutAtTheLimit() throws Exception {
        try (Socket socket = running.connect()) {
            socket.setSoTimeout(20_000);
            String head = "POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + TYPE
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n";
            socket.getOutputStream()
                    .write((head + chunk(part("file", "endless.csv", "x"))).getBytes(StandardCharsets.US_ASCII));
            byte[] more = chunk("x".repeat(8000)).getBytes(StandardCharsets.US_ASCII);
            int sent = 0;
            try {
                while (sent < 50_000_000) {
                    socket.getOutputStream().write(more);
                    sent += more.length;
                }
            } catch (SocketException hungUp) {
                // that is what is asked for
            }
            assertTrue(sent < 50_000_000, "the server went on reading");
        }
        assertEquals(0, running.ledger.newest().importNumber());
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    /// More than waits in memory, to disk and back.
    @Test
    void aLargeUploadArrivesAsItWasSent(@TempDir Path other) {
        StringBuilder rows = new StringBuilder(Samples.DEPARTMENTS);
        for (int i = 0; i < 40_000; i++) {
            rows.append("X%06d,办公室%d,An office with a rather long name so that it takes some room %d,B\n"
                    .formatted(i, i, i));
        }
        try (Running roomy = new Running(other)) {
            HttpResponse<String> answer = roomy.send(HttpRequest.newBuilder(roomy.at("/api/v1/imports?dry_run=true"))
                    .header("Content-Type", TYPE)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            part("file", "large.csv", rows + "oops,,,") + "--xyz--\r\n")));
            assertEquals(202, answer.statusCode(), answer.body());
            String location = answer.headers().firstValue("location").orElseThrow();
            assertEquals(200, roomy.get(location + "/events").statusCode());
            JsonObject receipt = receipt(new JsonObject(roomy.get(location).body()), 0);
            JsonObject finding = receipt.getJsonArray("findings").getJsonObject(0);
            long lines = rows.chars().filter(c -> c == '\n').count() + 1;
            assertTrue(finding.getString("place").startsWith("large.csv:" + lines + ":"), receipt.encodePrettily());
        }
    }

    /// Files of uploads in the folder for temporary files, by name.
    private static List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(each -> each.getFileName().toString().startsWith("plumbline-upload-"))
                    .toList();
        }
    }

    /// Not even while it is under way does an upload have a file that a crash could leave behind.
    @Test
    void anUploadUnderWayHasNoFileOnDisk() throws Exception {
        List<Path> before = leftovers();
        try (Socket socket = running.connect()) {
            String body = part("file", "half.csv", "x".repeat(LIMIT / 2));
            socket.getOutputStream()
                    .write(("POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + TYPE
                                    + "\r\nContent-Length: " + (LIMIT - 10) + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(300);
            assertEquals(before, leftovers());
        }
    }

    /// Cut anywhere, closed or declared too short: never a 2xx, never an import.
    @Test
    void aTornUploadLeavesNothing() throws Exception {
        List<Path> before = leftovers();
        String body = part("file", "departments.csv", Samples.DEPARTMENTS) + "--xyz--\r\n";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + TYPE + "\r\nContent-Length: ";
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            int cut = random.nextInt(bytes.length - 12);
            boolean declared = random.nextBoolean();
            try (Socket socket = running.connect()) {
                socket.setSoTimeout(2000);
                int length = declared ? cut : bytes.length;
                socket.getOutputStream().write((head + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(bytes, 0, cut);
                socket.shutdownOutput();
                byte[] answer = socket.getInputStream().readAllBytes();
                String text = new String(answer, StandardCharsets.UTF_8);
                assertTrue(!text.startsWith("HTTP/1.1 2"), "seed " + seed + ", cut " + cut + ": " + text);
            }
        }
        assertEquals(0, running.ledger.newest().importNumber());
        assertEquals(before, leftovers());
        assertEquals(
                "done", imported("", part("file", "d.csv", Samples.DEPARTMENTS)).getString("status"));
    }

    @Test
    void aBadChunkIsRefused() throws Exception {
        try (Socket socket = running.connect()) {
            String request = "POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + TYPE
                    + "\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        }
    }

    private HttpResponse<String> cancel(String location) {
        return running.send(HttpRequest.newBuilder(running.at(location)).DELETE());
    }

    /// The first is long under way when it is stopped, the second waits behind it, the third is over.
    @Test
    void aStoppedImportStoresNothingOfTheFileUnderWay(@TempDir Path other) {
        StringBuilder rows = new StringBuilder("department,period,metric,value\n");
        for (int i = 0; i < 400_000; i++) {
            rows.append("D1,%d-%02d,talks,%d\n".formatted(1901 + i % 199, i / 199 % 12 + 1, i));
        }
        running.close();
        running = new Running(other);
        String first = location(
                part("file", "departments.csv", Samples.DEPARTMENTS) + part("file", "rows.csv", rows.toString()));
        String second = location(part("file", "figures.csv", Samples.FIGURES));
        assertEquals(200, cancel(second).statusCode());
        Pattern amid = Pattern.compile("\"name\":\"check\",\"done\":[0-9]{4}");
        while (!amid.matcher(running.get(first).body()).find()) {
            Thread.onSpinWait();
        }
        assertEquals(200, cancel(first).statusCode());
        assertEquals(200, running.get(first + "/events").statusCode()); // it ends
        JsonObject stopped = new JsonObject(running.get(first).body());
        assertEquals("cancelled", stopped.getString("status"), stopped::encode);
        assertEquals("accepted", receipt(stopped, 0).getString("outcome"));
        assertEquals("cancelled", receipt(stopped, 1).getString("outcome"));
        JsonObject never = new JsonObject(running.get(second).body());
        assertEquals("cancelled", never.getString("status"), never::encode);
        assertEquals(0, never.getJsonArray("receipts").size());
        assertEquals(1, running.ledger.newest().importNumber());
        JsonObject last = imported("", part("file", "figures.csv", Samples.FIGURES));
        assertEquals("done", last.getString("status"), last::encode);
        String over = running.get("/api/v1/imports/" + last.getString("id")).body();
        assertEquals(over, cancel("/api/v1/imports/" + last.getString("id")).body());
        assertEquals(404, cancel("/api/v1/imports/none").statusCode());
    }

    /// Eleven imports with twenty thousand findings each: the oldest are let go, the newest can be read.
    @Test
    void importsThatAreOverDoNotFillTheMemory(@TempDir Path other) throws Exception {
        String rows = "department,period,metric,value\n" + "D1,2022-Q1,talks,third\n".repeat(21_000);
        running.close();
        running = new Running(other);
        List<String> locations = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            locations.add(location(part("file", "faults-" + i + ".csv", rows + "# " + i + ",,,\n")));
            while (!running.get("/metrics").body().contains("{outcome=\"refused\"} " + (i + 1) + "\n")) {
                Thread.sleep(20);
            }
        }
        assertEquals(404, running.get(locations.getFirst()).statusCode());
        assertEquals(200, running.get(locations.getLast()).statusCode());
    }

    private String location(String body) {
        HttpResponse<String> answer = post("", TYPE, body + "--xyz--\r\n");
        assertEquals(202, answer.statusCode(), answer.body());
        return answer.headers().firstValue("location").orElseThrow();
    }

    @Test
    void anImportMakesOldAnswersStale() {
        String address = "/api/v1/catalog";
        String before = running.get(address).headers().firstValue("etag").orElseThrow();
        assertEquals(304, running.get(address, "If-None-Match", before).statusCode());
        imported("", part("file", "departments.csv", Samples.DEPARTMENTS));
        HttpResponse<String> after = running.get(address, "If-None-Match", before);
        assertEquals(200, after.statusCode());
        assertNotEquals(before, after.headers().firstValue("etag").orElseThrow());
    }

    @Test
    void theCountersCount() {
        imported("", part("file", "departments.csv", Samples.DEPARTMENTS));
        String metrics = running.get("/metrics").body();
        assertTrue(metrics.contains("plumbline_imported_files_total{outcome=\"accepted\"} 1\n"), metrics);
        assertTrue(metrics.contains("plumbline_ledger_vintage 1\n"), metrics);
        assertTrue(
                metrics.contains(
                        "plumbline_requests_total{method=\"POST\",route=\"/api/v1/imports\",status=\"202\"} 1\n"),
                metrics);
    }
}
