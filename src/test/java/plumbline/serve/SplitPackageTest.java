package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Mode;
import plumbline.extract.DigestStream;
import plumbline.extract.Manifest;

/// More rows than a spreadsheet holds come in a file per year, and none of them is lost on the way.
class SplitPackageTest {
    @TempDir
    Path folder;

    private static Map<String, String> entries(byte[] zip) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                entries.put(each.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static List<String> rows(String csv) {
        return csv.lines().skip(1).sorted().toList();
    }

    @Test
    void theFilesOfAllYearsAreTheWhole() throws IOException {
        try (Running running = new Running(folder).withSamples()) {
            // Due in a year of which nothing at all is stated.
            running.take("due.csv", "metric,department,period,due\ntalks,D1,2020-Q1,2020-05-01\n", Mode.ADD);
            View.Views views = new View.Views(running.ledger, () -> Running.NOW, ZoneId.of("UTC"));
            Extracts extracts = new Extracts(Samples.CATALOG, running.ledger, views, 3);
            for (Map<String, String> query : List.of(
                    Map.<String, String>of(),
                    Map.of("department", "D1"),
                    Map.of("period", "2020-Q1..2022-Q4"),
                    Map.of("review", "all"))) {
                ByteArrayOutputStream csv = new ByteArrayOutputStream();
                Manifest whole = extracts.write("figures", Format.CSV, query, Extracts.Style.PLAIN, csv);
                ByteArrayOutputStream zip = new ByteArrayOutputStream();
                Manifest packed = extracts.write("figures", Format.ZIP, query, Extracts.Style.PLAIN, zip);
                Map<String, String> entries = entries(zip.toByteArray());
                List<String> parts = entries.keySet().stream()
                        .filter(each -> each.matches("figures_[0-9]{4}[.]csv"))
                        .toList();
                assertTrue(parts.contains("figures_2020.csv") && parts.size() > 1, parts.toString());
                assertEquals(
                        rows(csv.toString(StandardCharsets.UTF_8)),
                        parts.stream()
                                .flatMap(each -> rows(entries.getOrDefault(each, "")).stream())
                                .sorted()
                                .toList());
                assertEquals(whole.rows(), packed.rows());
                assertEquals(whole.states(), packed.states());
                assertEquals(whole.metrics(), packed.metrics());
                assertFalse(entries.containsKey("figures.csv"));
                String readme = entries.getOrDefault("README.txt", "");
                assertTrue(readme.contains("按期间的年份分成各个文件") && readme.contains("a file per year"), readme);
            }
        }
    }

    @Test
    void theBytesAreTheSameHoweverManyYearsAreWrittenAtOnce() throws IOException {
        try (Running running = new Running(folder).withSamples()) {
            running.take("due.csv", "metric,department,period,due\ntalks,D1,2020-Q1,2020-05-01\n", Mode.ADD);
            byte[] oneByOne = split(running, 1);
            assertTrue(entries(oneByOne).keySet().stream()
                            .filter(each -> each.matches("figures_[0-9]{4}[.]csv"))
                            .count()
                    > 2);
            assertArrayEquals(oneByOne, split(running, 2));
            assertArrayEquals(oneByOne, split(running, 50));
        }
    }

    private static byte[] split(Running running, int yearsAtOnce) throws IOException {
        View.Views views = new View.Views(running.ledger, () -> Running.NOW, ZoneId.of("UTC"));
        Parameters none = new Parameters(Map.of());
        Extract extract = new Extracts(Samples.CATALOG, running.ledger, views)
                .file("figures", none, views.of(none), Extracts.Style.PLAIN);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        new Packages(running.ledger, new ExtractRows(Samples.CATALOG, running.ledger), 3, yearsAtOnce)
                .write(extract, extract.asked("figures.zip", "1"), List.of(), new DigestStream(zip));
        return zip.toByteArray();
    }

    @Test
    void whatFitsIntoOneFileIsOneFile() throws IOException {
        try (Running running = new Running(folder).withSamples()) {
            Map<String, String> entries = entries(zip(running));
            assertTrue(entries.containsKey("figures.csv"));
            assertFalse(entries.getOrDefault("README.txt", "").contains("a file per year"));
        }
    }

    private static byte[] zip(Running running) throws IOException {
        View.Views views = new View.Views(running.ledger, () -> Running.NOW, ZoneId.of("UTC"));
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        new Extracts(Samples.CATALOG, running.ledger, views)
                .write("figures", Format.ZIP, Map.of(), Extracts.Style.PLAIN, zip);
        return zip.toByteArray();
    }
}
