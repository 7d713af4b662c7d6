package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.Mode;
import plumbline.extract.Column;
import plumbline.extract.Table;
import plumbline.extract.Tables;

/// Extracts as files: complete, in every format, the same for ever, proved, and never whole when they are not.
class ExtractFilesTest {
    private static final List<String> FILES = List.of(
            "figures.csv",
            "figures.json",
            "figures.xlsx",
            "figures.zip",
            "figures.parquet",
            "figures_wide.csv",
            "cells.csv",
            "cells.xlsx",
            "metrics.csv",
            "orgs.csv",
            "periods.csv",
            "codes.csv",
            "reports.csv");

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

    private HttpResponse<byte[]> bytes(String path) {
        try {
            HttpResponse<byte[]> answer = running.client.send(
                    HttpRequest.newBuilder(running.at(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode(), () -> path + new String(answer.body(), StandardCharsets.UTF_8));
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String text(String path) {
        return new String(bytes(path).body(), StandardCharsets.UTF_8);
    }

    private JsonObject json(String path) {
        return new JsonObject(text(path));
    }

    /// Department, period, state of the rows of one metric that no figure stands behind.
    private List<String> gaps(String query) {
        return text("/extracts/figures.csv" + query)
                .lines()
                .skip(1)
                .map(row -> row.split(",", -1))
                .filter(row -> row[25].isEmpty())
                .map(row -> row[0] + " " + row[2] + " " + row[4] + " " + row[14] + " " + row[15])
                .toList();
    }

    @Test
    void whatShouldHaveBeenStatedIsARowWithItsState() {
        running.take("calendar.csv", """
            metric,department,period,due
            ,D2,2022-Q3,2022-10-15
            ,D3,2023-Q2,2023-07-15
            talks,D1,2022-H1,2022-07-15
            talks,D1,2022-H2,2023-01-15
            """, Mode.ADD);
        List<String> gaps = gaps("?metric=talks");
        assertTrue(gaps.contains("D2 talks 2022Q3 not_reported L"), gaps::toString);
        assertTrue(gaps.contains("D3 talks 2023Q2 not_due O"), gaps::toString);
        assertTrue(gaps.contains("D1 talks 2022Q4 not_mentioned O"), gaps::toString);
        assertFalse(gaps.stream().anyMatch(each -> each.contains("2022Q1")), gaps::toString);
        assertFalse(gaps.stream().anyMatch(each -> each.contains("2022H1")), "both quarters are stated");
        assertTrue(gaps.contains("D1 talks 2022H2 not_reported L"), gaps::toString);
        assertEquals(List.of("D2 talks 2022Q3 not_reported L"), gaps("?metric=talks&department=D2&period=2022-Q3"));
    }

    @Test
    void theCountHasEveryStateOfTheRows() {
        for (String query : List.of("", "?metric=talks", "?department=D1&period=2022", "?review=all")) {
            Map<String, Long> states = new TreeMap<>();
            text("/extracts/figures.csv" + query)
                    .lines()
                    .skip(1)
                    .forEach(row -> states.merge(row.split(",", -1)[14], 1L, Long::sum));
            Map<String, Long> counted = new TreeMap<>();
            json("/extracts/count" + query)
                    .getJsonObject("states")
                    .forEach(each -> counted.put(each.getKey(), ((Number) each.getValue()).longValue()));
            assertEquals(states, counted, query);
        }
    }

    @Test
    void everyFormatHasTheSameRows() throws Exception {
        long rows = text("/extracts/figures.csv").lines().count() - 1;
        List<JsonObject> objects =
                text("/extracts/figures.json").lines().map(JsonObject::new).toList();
        assertEquals(rows, objects.size());
        JsonObject talks = objects.stream()
                .filter(each -> each.getString("org_code").equals("D2")
                        && each.getString("period").equals("2022Q1"))
                .findFirst()
                .orElseThrow();
        assertEquals(null, talks.getValue("value"));
        assertEquals(61, talks.getInteger("value_low"));
        assertEquals("60余", talks.getString("value_text"));
        Path parquet = Files.write(
                folder.resolve("f.parquet"), bytes("/extracts/figures.parquet").body());
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement()) {
            ResultSet row = statement.executeQuery("SELECT count(*), sum(value), min(period_start), max(typeof(value)),"
                    + " max(typeof(as_of)), max(CASE WHEN note LIKE '=%' THEN note END) FROM '" + parquet + "'");
            assertTrue(row.next());
            assertEquals(rows, row.getLong(1));
            assertEquals(
                    json("/extracts/figures.csv.manifest.json").getJsonObject("metrics").stream()
                            .mapToDouble(each -> ((JsonObject) each.getValue()).getDouble("sum"))
                            .sum(),
                    row.getDouble(2));
            assertEquals("2022-01-01", row.getString(3));
            assertEquals("DOUBLE", row.getString(4));
            assertEquals("TIMESTAMP WITH TIME ZONE", row.getString(5));
            assertEquals("=1+1", row.getString(6), "text is as it is");
        }
    }

    @Test
    void theWideShapeHasARowPerDepartmentAndPeriod() {
        String wide = text("/extracts/figures_wide.csv?metric=talks,risks");
        assertEquals(wide, text("/extracts/figures.csv?shape=wide&metric=talks,risks"));
        assertTrue(
                wide.startsWith(
                        "org_code,org_name,period,period_start,period_end,basis,scope,talks,talks_q,risks,risks_q\r\n"),
                wide);
        assertTrue(wide.contains("\r\nD1,办公室,2022Q1,2022-01-01,2022-03-31,disc,own,19,exact,,\r\n"), wide);
        assertTrue(wide.contains("\r\nD2,财务处,2022Q1,2022-01-01,2022-03-31,disc,own,,at_least,,\r\n"), wide);
        assertTrue(wide.contains("\r\nD1,办公室,2022Q4,2022-10-01,2022-12-31,stock,own,,,7,exact\r\n"), wide);
    }

    @Test
    void theHeaderMayBeChinese() {
        String csv = text("/extracts/figures.csv?header=zh");
        assertTrue(csv.startsWith("部门代码,部门名称,指标代码,指标名称,期间,"), csv.substring(0, 60));
        assertEquals(
                text("/extracts/figures.csv").lines().skip(1).toList(),
                csv.lines().skip(1).toList());
    }

    private static Map<String, byte[]> entries(byte[] zip) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                entries.put(each.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return entries;
    }

    @Test
    void thePackageHasAllThatExplainsAndProvesIt() {
        Map<String, byte[]> entries =
                entries(bytes("/extracts/figures.zip?metric=talks").body());
        assertArrayEquals(bytes("/extracts/figures.csv?metric=talks").body(), entries.get("figures.csv"));
        JsonObject manifest = new JsonObject(new String(entries.get("manifest.json"), StandardCharsets.UTF_8));
        assertEquals("metric=talks", manifest.getString("query"));
        List<String> proved = new ArrayList<>();
        for (Object each : manifest.getJsonArray("files")) {
            JsonObject file = (JsonObject) each;
            proved.add(file.getString("file"));
            assertEquals(sha256(Objects.requireNonNull(entries.get(file.getString("file")))), file.getString("sha256"));
        }
        assertEquals(
                List.of(
                        "figures.csv",
                        "metrics.csv",
                        "orgs.csv",
                        "periods.csv",
                        "codes.csv",
                        "reports.csv",
                        "dictionary.csv"),
                proved);
        String readme = new String(entries.get("README.txt"), StandardCharsets.UTF_8);
        assertTrue(readme.contains("metric=talks") && readme.contains("withheld 1"), readme);
        assertTrue(entries.containsKey("datapackage.json") && entries.containsKey("figures.csv-metadata.json"));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWasExtractedOnceIsTheSameForEver() {
        String then = running.ledger.newest().sealedAt().orElseThrow().toString();
        Map<String, byte[]> before = new LinkedHashMap<>();
        FILES.forEach(each ->
                before.put(each, bytes("/extracts/v/" + then + "/" + each).body()));
        byte[] current = bytes("/extracts/figures.csv").body();
        running.take("more.csv", """
            department,period,metric,value
            D1,2023-Q2,talks,5
            D3,2023-Q1,talks,6
            """, Mode.ADD);
        running.take("again.csv", """
            department,period,metric,value
            D2,2022-Q1,talks,66
            """, Mode.CORRECT);
        running.take("departments2.csv", """
            code,name_zh,name_en,parent
            D1,办公厅,General Office,B
            D4,新处,New office,B
            """, Mode.CORRECT);
        assertNotEquals(new String(current, StandardCharsets.UTF_8), text("/extracts/figures.csv"));
        FILES.forEach(each -> {
            HttpResponse<byte[]> again = bytes("/extracts/v/" + then + "/" + each);
            assertArrayEquals(before.get(each), again.body(), each);
            assertEquals(
                    "private, max-age=31536000, immutable",
                    again.headers().firstValue("cache-control").orElse(""));
        });
        assertArrayEquals(current, before.get("figures.csv"));
        JsonObject changes = json("/extracts/v/" + then + "/changes.json?metric=talks");
        assertEquals(3, changes.getInteger("figures"));
        assertEquals(new JsonObject("{\"new\":2,\"changed\":1,\"withdrawn\":0}"), changes.getJsonObject("changes"));
        String list = text("/extracts/v/" + then + "/changes.csv");
        assertTrue(list.contains("D2,财务处,talks,廉政谈话,,2022Q1,disc,own,changed,60余,at_least,66,exact,"), list);
        assertEquals(4, list.lines().count());
    }

    @Test
    void theListOfChangesIsAFileLikeAnyOther() throws IOException {
        HttpResponse<byte[]> answer =
                bytes("/extracts/v/2023-06-01T07:00:00.000001Z/changes.csv?bom=1&header=zh&metric=talks");
        String list = new String(answer.body(), StandardCharsets.UTF_8);
        assertTrue(list.startsWith("\uFEFF部门代码,"), list);
        assertEquals(
                "attachment; filename=\"plumbline_changes_filtered_20230601-0700.csv\"",
                answer.headers().firstValue("content-disposition").orElse(""));
        String wire = wire("/extracts/v/2023-06-01T07:00:00.000001Z/changes.csv?bom=1&header=zh&metric=talks");
        assertTrue(wire.contains("plumbline-rows: " + (list.lines().count() - 1) + "\r\n"), wire);
        assertTrue(wire.contains("plumbline-sha256: " + sha256(answer.body()) + "\r\n"), wire);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "figures.csv?shape=wide&lang=en",
                "figures.xlsx?metric=talks",
                "figures.zip",
                "cells.parquet?view=as_is",
                "v/2023-06-01T07:00:00Z/figures.csv?shape=wide"
            })
    void whatDescribesAndProvesAFileIsThere(String file) {
        String link = bytes("/extracts/" + file).headers().firstValue("link").orElse("");
        List<String> targets = Pattern.compile("<([^>]*)>")
                .matcher(link)
                .results()
                .map(each -> each.group(1))
                .toList();
        assertEquals(2, targets.size(), link);
        targets.forEach(each -> assertEquals(200, running.get(each).statusCode(), each));
    }

    @Test
    void descriptionsOfAMomentNameTheFileOfThatMoment() {
        String then = "?metric=talks&as_of=2023-06-01T07:00:00Z";
        String address = "figures.csv?metric=talks&as_of=2023-06-01T07%3A00%3A00Z";
        assertEquals(address, json("/extracts/figures.csv-metadata.json" + then).getString("url"));
        JsonObject first = json("/extracts/datapackage.json" + then)
                .getJsonArray("resources")
                .getJsonObject(0);
        assertEquals(address, first.getString("path"));
        assertEquals("figures", first.getString("name"), "a name has no question marks");
        assertEquals(
                "部门代码",
                json("/extracts/datapackage.json?header=zh")
                        .getJsonArray("resources")
                        .getJsonObject(0)
                        .getJsonObject("schema")
                        .getJsonArray("fields")
                        .getJsonObject(0)
                        .getString("name"));
    }

    @Test
    void anotherMomentIsAnsweredWithTheNearest() {
        String last = running.ledger.newest().sealedAt().orElseThrow().toString();
        HttpResponse<String> answer = running.get("/extracts/v/2023-06-01T07:30:00Z/figures.csv");
        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains(last), answer.body());
        assertTrue(running.get("/extracts/v/2020-01-01T00:00:00Z/figures.csv")
                .body()
                .contains("2023-06-01T07:00:00Z"));
        assertEquals(last, json("/extracts/vintages").getJsonArray("vintages").getString(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"figures.csv", "figures.csv?metric=talks&bom=1&header=zh", "cells.xlsx", "figures.zip"})
    void theManifestProvesTheBytes(String file) {
        String manifest = file.contains("?") ? file.replace("?", ".manifest.json?") : file + ".manifest.json";
        JsonObject proof = json("/extracts/" + manifest);
        byte[] sent = bytes("/extracts/" + file).body();
        assertEquals(sha256(sent), proof.getString("sha256"));
        assertEquals(sent.length, proof.getInteger("bytes"));
        assertEquals(proof, json("/extracts/" + manifest), "asked again it is the same");
        if (file.startsWith("figures.csv")) {
            assertEquals(
                    new String(sent, StandardCharsets.UTF_8).lines().count() - 1,
                    proof.getLong("rows").longValue());
            JsonObject talks = proof.getJsonObject("metrics").getJsonObject("talks");
            assertEquals(19 + 24 + 70 + 12, talks.getInteger("sum"));
        }
    }

    /// The answer as it comes over the wire, trailers and all.
    private String wire(String path) throws IOException {
        try (Socket socket = running.connect()) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// A spreadsheet makes a time of 4:4 and a day of 3-5, and nobody gets the text back.
    @Test
    void nothingButDaysAndMomentsLooksLikeOne() {
        for (String file : List.of("figures.csv", "cells.csv", "orgs.csv", "periods.csv", "codes.csv", "reports.csv")) {
            Table table = Tables.named(file.replace(".csv", "")).orElseThrow();
            for (NamedCsvRecord row : CsvReader.builder()
                    .ofNamedCsvRecord(running.get("/extracts/" + file).body())) {
                for (Column each : table.columns()) {
                    boolean isText = each.type() == Column.Type.CODE || each.type() == Column.Type.TEXT;
                    boolean isTheirs =
                            each.name().equals("value_text") || each.name().equals("sentence");
                    // Codes of periods are those of the API there, and told apart by their first column.
                    boolean isPeriod = each.name().startsWith("period");
                    String cell = row.getField(each.name());
                    assertFalse(
                            isText && !isTheirs && !isPeriod && cell.matches("[0-9]+([:/.-][0-9]+)+"),
                            file + " " + each.name() + " " + cell);
                }
            }
        }
    }

    /// HTTP wants two digits for the day (RFC 9110); a ledger without data was never changed.
    @Test
    void aFileSaysWhenItsDataChanged() {
        assertEquals(
                "Thu, 01 Jun 2023 07:00:00 GMT",
                running.get("/extracts/figures.csv")
                        .headers()
                        .firstValue("last-modified")
                        .orElse(""));
        HttpResponse<String> before = running.get("/extracts/figures.csv?as_of=2023-05-31T00:00:00Z");
        assertEquals(Optional.empty(), before.headers().firstValue("last-modified"));
        assertTrue(
                before.headers().firstValue("content-disposition").orElse("").endsWith("_full_empty.csv\""),
                before.headers().toString());
    }

    @Test
    void aWholeAnswerEndsWithItsRowsAndDigest() throws IOException {
        String answer = wire("/extracts/figures.csv");
        JsonObject proof = json("/extracts/figures.csv.manifest.json");
        String end = answer.substring(answer.lastIndexOf("\r\n0\r\n"));
        assertEquals(
                "\r\n0\r\nplumbline-rows: " + proof.getLong("rows") + "\r\nplumbline-sha256: "
                        + proof.getString("sha256") + "\r\n\r\n",
                end);
    }

    @Test
    void aFaultInTheMiddleNeverLooksLikeTheEnd() throws Exception {
        StringBuilder figures = new StringBuilder("department,period,metric,value\n");
        for (int i = 0; i < 3000; i++) {
            figures.append("D%d,%d-%02d,talks,%d\n".formatted(i % 3 + 1, 1960 + i / 36, i / 3 % 12 + 1, i));
        }
        running.take("long.csv", figures.toString(), Mode.ADD);
        assertTrue(bytes("/extracts/figures.csv").body().length > 1 << 18);
        spoilTheLastFigure();
        for (String file : List.of("figures.csv", "figures.json", "figures.xlsx", "figures.zip")) {
            String answer = wire("/extracts/" + file + "?safe=0");
            assertTrue(answer.startsWith("HTTP/1.1 200"), file + answer.substring(0, 200));
            assertFalse(answer.endsWith("\r\n\r\n") && answer.contains("\r\n0\r\n"), file + " has a proper end");
            assertFalse(answer.contains("plumbline-sha256: "), file);
        }
    }

    /// The sanctions come after the talks; one of them gets months that are no period.
    private void spoilTheLastFigure() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                Statement statement = connection.createStatement()) {
            List<String> triggers = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(
                    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'figure'")) {
                while (row.next()) {
                    triggers.add(row.getString(1));
                }
            }
            for (String each : triggers) {
                statement.execute("DROP TRIGGER " + each);
            }
            assertEquals(
                    1,
                    statement.executeUpdate("UPDATE figure SET span = 20220207 WHERE metric_id ="
                            + " (SELECT id FROM metric WHERE code = 'risks')"));
        }
    }
}
