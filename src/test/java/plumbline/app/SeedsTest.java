package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.intake.Delivery;

/// Five real reports, which are not ours to keep in the project, with the figures people found in them: every figure
/// leads back to its words. Skipped, loudly, where the reports do not lie beside the project.
class SeedsTest {
    private static final Path TEXTS = Path.of("../shared/seeds");
    private static final Path GOLD = Path.of("../shared/corpus/seeds_gold.csv");
    private static final Path METRICS = Path.of("src/test/resources/seeds/metrics.csv");

    @TempDir
    static Path folder;

    private static final Map<String, Path> REPORTS = new TreeMap<>();
    private static final List<Gold> HELD = new ArrayList<>();
    private static Program program;

    /// A count people found: of which report, where, and what it says.
    private record Gold(List<String> cells, String metric, String category) {
        String report() {
            return cells.get(0);
        }

        int start() {
            return Integer.parseInt(cells.get(2));
        }

        /// The value as a form words it.
        String wording() {
            return switch (cells.get(5)) {
                case "exact" -> cells.get(4);
                case "at_least" -> cells.get(4) + "余";
                case "zero" -> "无";
                case "withheld" -> "*";
                default -> throw new IllegalStateException("no wording for " + cells.get(5));
            };
        }

        /// What "this year so far" means in the only report that says it, of November.
        String row() {
            boolean ranged = cells.get(10).endsWith("-YTD");
            return String.join(
                    ",",
                    "S" + report().substring(0, 3),
                    ranged ? cells.get(10).substring(0, 4) : cells.get(10),
                    metric,
                    category,
                    wording(),
                    ranged ? "2022-01-01,2022-11-30" : ",",
                    report(),
                    cells.get(2),
                    cells.get(3),
                    cells.get(1));
        }
    }

    @BeforeAll
    static void handThemIn() throws IOException {
        if (!Files.isDirectory(TEXTS) || !Files.exists(GOLD)) {
            System.err.println("SKIPPED: SeedsTest, because " + TEXTS + " or " + GOLD + " is absent");
            Assumptions.abort("the reports are absent");
        }
        try (Stream<Path> files = Files.list(TEXTS)) {
            files.forEach(file -> REPORTS.put(file.getFileName().toString(), file));
        }
        readGold();
        List<Delivery> deliveries = new ArrayList<>();
        StringBuilder departments = new StringBuilder("code,name_zh,name_en\n");
        for (Map.Entry<String, Path> each : REPORTS.entrySet()) {
            deliveries.add(new Delivery(each.getKey(), Files.readAllBytes(each.getValue())));
            String number = each.getKey().substring(0, 3);
            departments.append("S%s,某单位%s,Office %s\n".formatted(number, number, number));
        }
        StringBuilder form =
                new StringBuilder("department,period,metric,category,value,from,to,document,start,end,quote\n");
        HELD.forEach(each -> form.append(each.row()).append('\n'));
        deliveries.add(Program.file("figures.csv", form.toString()));
        deliveries.add(Program.file("departments.csv", departments.toString()));
        program = new Program(folder);
        program.take(deliveries.toArray(Delivery[]::new));
    }

    private static void readGold() throws IOException {
        Map<String, List<String>> metrics = new HashMap<>();
        for (String line : Files.readAllLines(METRICS)) {
            List<String> cells = List.of(line.split(",", -1));
            metrics.put(cells.get(0) + "," + cells.get(1), cells);
        }
        for (String line : Files.readAllLines(GOLD)) {
            List<String> cells = List.of(line.split(",", -1));
            if (cells.get(11).equals("yes")) {
                String key = cells.get(0).substring(0, 3) + "," + cells.get(2);
                List<String> metric = metrics.getOrDefault(key, List.of());
                assertEquals(4, metric.size(), () -> "no metric for " + line);
                if (!metric.get(2).isEmpty()) { // one report gives the same count twice; a ledger holds it once
                    HELD.add(new Gold(cells, metric.get(2), metric.get(3)));
                }
            }
        }
    }

    @AfterAll
    static void stop() {
        if (program != null) {
            program.close();
        }
    }

    private static List<JsonObject> reports() {
        return Program.objects(program.json("/api/v1/reports").getJsonArray("reports")).stream()
                .filter(each -> each.getString("kind").equals("text"))
                .toList();
    }

    @Test
    void everyReportIsKeptByteForByte() throws IOException {
        assertEquals(5, reports().size());
        for (JsonObject each : reports()) {
            assertArrayEquals(
                    Files.readAllBytes(REPORTS.get(each.getString("name"))),
                    program.bytes("/api/v1/reports/" + each.getString("id") + "/content"));
        }
    }

    @Test
    void everyFigureLeadsToItsWordsAndSaysWhatPeopleReadThere() throws IOException {
        Map<String, JsonObject> figures = new HashMap<>();
        for (JsonObject report : reports()) {
            String id = report.getString("id");
            String stored = new String(program.bytes("/api/v1/reports/" + id + "/content"), StandardCharsets.UTF_8);
            int[] characters = stored.codePoints().toArray();
            for (JsonObject mark :
                    Program.objects(program.json("/api/v1/reports/" + id).getJsonArray("marks"))) {
                JsonObject figure = program.json("/api/v1/figures/" + mark.getString("figure"));
                JsonObject place = figure.getJsonObject("place");
                int start = place.getInteger("start");
                int end = place.getInteger("end");
                assertEquals(id, place.getString("report"));
                assertEquals(new String(characters, start, end - start), place.getString("quote"));
                figures.put(report.getString("name") + " " + start, figure);
            }
        }
        assertEquals(HELD.size(), figures.size());
        for (Gold gold : HELD) {
            JsonObject figure = figures.getOrDefault(gold.report() + " " + gold.start(), new JsonObject());
            assertEquals(expected(gold), says(figure), gold.cells().get(1));
            assertEquals(gold.cells().get(1), figure.getJsonObject("place").getString("quote"));
        }
    }

    private static String expected(Gold gold) {
        String value = gold.cells().get(4);
        return gold.metric() + " "
                + switch (gold.cells().get(5)) {
                    case "exact" -> "exact " + value + " " + value + " " + value;
                    case "zero" -> "zero 0 0 0";
                    case "withheld" -> "withheld null null null";
                    case "at_least" -> "at_least 60 61 69"; // 60余人次, the only one
                    default -> throw new IllegalStateException(gold.cells().get(5));
                };
    }

    private static String says(JsonObject figure) {
        return figure.getString("metric") + " " + figure.getString("state") + " " + figure.getLong("value") + " "
                + figure.getLong("lower") + " " + figure.getLong("upper");
    }

    @Test
    void aReportWithoutAFigureHasNoMarks() {
        assertEquals(
                List.of("0", "15", "15", "14", "5"),
                reports().stream()
                        .sorted((one, other) -> one.getString("name").compareTo(other.getString("name")))
                        .map(each -> each.getInteger("figures").toString())
                        .toList());
    }
}
