package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.Mode;

class ExtractTest {
    @TempDir
    static Path folder;

    static Running running;

    @BeforeAll
    static void start() {
        running = new Running(folder).withSamples();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    /// The row of a department, metric, period and category.
    private static List<String> row(String query, String department, String metric, String period, String category) {
        return running.get("/extracts/figures.csv" + query)
                .body()
                .lines()
                .map(line -> List.of(line.split(",", -1)))
                .filter(row -> row.get(0).equals(department)
                        && row.get(2).equals(metric)
                        && row.get(4).equals(period)
                        && row.get(32).equals(category))
                .findFirst()
                .orElseThrow();
    }

    /// Value, low, high, qualifier, state, observation status: the six that must never be mixed up.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        D1 | talks     | 2022Q1 | 19,19,19,eq,exact,A
        D2 | talks     | 2022Q1 | ,61,69,ge,at_least,A
        D3 | talks     | 2022Q1 | ,,,,withheld,Q
        D1 | talks     | 2022Q2 | 0,0,0,eq,zero,A
        D2 | talks     | 2022Q2 | ,30,40,ap,about,A
        D3 | talks     | 2022Q2 | ,80,89,le,at_most,A
        D1 | talks     | 2022Q3 | ,3,5,rg,range,A
        D2 | talks     | 2022Q4 | ,,,,suppressed,Q
        D3 | talks     | 2022Q4 | ,,,,not_applicable,M
        """)
    void everyStateHasItsOwnCells(String department, String metric, String period, String cells) {
        assertEquals(
                cells, String.join(",", row("", department, metric, period, "").subList(10, 16)));
    }

    @Test
    void periodsAndBasesAreSpelledOut() {
        assertEquals(
                List.of("2022Q1", "2022-01-01", "2022-03-31", "Q", "disc", "人次"),
                row("", "D1", "talks", "2022Q1", "").subList(4, 10));
        assertEquals(
                List.of("2022Q4", "2022-10-01", "2022-12-31", "Q", "stock", "个"),
                row("", "D1", "risks", "2022Q4", "").subList(4, 10));
        List<String> category = row("?lang=en", "D1", "sanctions", "2022", "party.warning");
        assertEquals(List.of("party.warning", "Warning", "own"), category.subList(32, 35));
        assertEquals("Office", category.get(1));
    }

    @Test
    void aCorrectedFigureShowsItsRevision() {
        List<String> row = row("", "D1", "talks", "2022Q1", "");
        assertEquals("revised", row.get(16));
        assertEquals("2", row.get(26));
    }

    @Test
    void placesPointIntoTheTextOrTheForm() {
        List<String> passage = row("", "D2", "talks", "2023Q2", "");
        assertEquals("廉政谈话60余人次", passage.get(21));
        assertTrue(passage.get(24).matches("text:[0-9]+-[0-9]+"), passage.get(24));
        assertEquals("report.txt", passage.get(23));
        List<String> line = row("", "D2", "talks", "2022Q1", "");
        assertEquals("figures.csv", line.get(23));
        assertEquals("form:3:5", line.get(24));
    }

    @Test
    void formulasAreDefusedUnlessAskedNotTo() {
        assertEquals("'=1+1; escaped", row("", "D2", "talks", "2022Q2", "").get(30));
        assertEquals("=1+1", row("?safe=0", "D2", "talks", "2022Q2", "").get(30));
    }

    @Test
    void theCountIsTheNumberOfRows() {
        for (String query : List.of("", "?department=B&period=2022", "?metric=talks&period=2022-Q1..2022-H1")) {
            long rows =
                    running.get("/extracts/figures.csv" + query).body().lines().count() - 1;
            JsonObject count =
                    new JsonObject(running.get("/extracts/count" + query).body());
            assertEquals(rows, count.getLong("rows"), query);
            assertTrue(rows > 0, query);
        }
    }

    @Test
    void aParentStandsForItsSubtree() {
        List<String> codes = running.get("/extracts/figures.csv?department=B&metric=talks&period=2022-Q2")
                .body()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertEquals(List.of("B", "D1", "D2", "D3"), codes);
    }

    @Test
    void theMarkIsThereOnlyWhenAskedFor() throws Exception {
        for (String query : List.of("?bom=1", "")) {
            byte[] bytes = running.client
                    .send(
                            HttpRequest.newBuilder(running.at("/extracts/figures.csv" + query))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            assertEquals(!query.isEmpty(), bytes[0] == (byte) 0xEF);
            assertEquals('\n', bytes[bytes.length - 1]);
        }
    }

    @Test
    void theCompressedExtractIsTheSame() throws Exception {
        byte[] plain = running.get("/extracts/figures.csv").body().getBytes(StandardCharsets.UTF_8);
        HttpResponse<byte[]> packed = running.client.send(
                HttpRequest.newBuilder(running.at("/extracts/figures.csv"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals("gzip", packed.headers().firstValue("content-encoding").orElse(""));
        assertTrue(packed.headers().firstValue("etag").orElse("").endsWith("-gzip\""));
        assertArrayEquals(plain, new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
    }

    @Test
    void aLongExtractIsWhole(@TempDir Path other) {
        try (Running many = new Running(other)) {
            StringBuilder departments = new StringBuilder("code,name_zh,name_en\n");
            StringBuilder figures = new StringBuilder("department,period,metric,value\n");
            for (int i = 0; i < 100; i++) {
                departments.append("X%03d,某%d,Some %d\n".formatted(i, i, i));
                for (int month = 0; month < 120; month++) {
                    figures.append("X%03d,%d-%02d,talks,%d\n".formatted(i, 2010 + month / 12, month % 12 + 1, month));
                }
            }
            many.take("departments.csv", departments.toString(), Mode.ADD);
            many.take("figures.csv", figures.toString(), Mode.ADD);
            List<String> lines =
                    many.get("/extracts/figures.csv").body().lines().skip(1).toList();
            assertEquals(12_000, lines.size());
            assertEquals(
                    12_000,
                    lines.stream()
                            .map(line -> line.split(",", -1)[25])
                            .distinct()
                            .count());
        }
    }
}
