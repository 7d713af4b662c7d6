package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.Mode;
import plumbline.Receipt;
import plumbline.Refusal;
import plumbline.intake.Delivery;
import plumbline.intake.Order;
import plumbline.intake.Progress;
import plumbline.ledger.Ledger;

/// The demonstration data shows every state there is, each where its README says, asked over HTTP.
class DemoTest {
    private static final Path README = Path.of("schema/demo/README.md");
    private static final Path ASKED = Path.of("src/test/resources/demo/where-to-find-what.csv");
    static final Instant TODAY = Instant.parse("2026-11-21T02:00:00Z");

    @TempDir
    static Path folder;

    private static Program program;

    @BeforeAll
    static void fill() {
        program = new Program(folder, () -> TODAY);
        Demo.fill(program.house);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    /// What one line of the file asks and expects; `row` is the first cell of the README's row.
    record Asked(
            String row,
            String department,
            String metric,
            String category,
            String period,
            String basis,
            String expected) {
        String query() {
            return "department=" + department + "&metric=" + metric + "&period=" + period
                    + (category.isEmpty() ? "" : "&category=" + category)
                    + (basis.isEmpty() ? "" : "&basis=" + basis)
                    // What nobody has confirmed is shown where it is asked for.
                    + (expected.contains(" unconfirmed") ? "&review=all" : "");
        }

        @Override
        public String toString() {
            return row + ": " + query();
        }
    }

    static List<Asked> asked() throws IOException {
        return Files.readAllLines(ASKED).stream()
                .skip(1)
                .map(line -> line.split("\\|", 7))
                .map(cells -> new Asked(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("asked")
    void everyStateIsWhereTheReadmeSays(Asked asked) {
        String points = program.points(asked.query()).stream()
                .map(point -> Program.brief(point) + wording(point))
                .collect(Collectors.joining("; "));
        assertEquals(asked.expected(), points);
    }

    private static String wording(JsonObject point) {
        String text = point.getString("value_text");
        return text == null ? "" : text.isEmpty() ? " (empty)" : " " + text;
    }

    @Test
    void noRowOfTheReadmeGoesUnasked() throws IOException {
        String readme = Files.readString(README);
        Set<String> promised = readme.substring(readme.indexOf("## Where to find what"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| state |"))
                .map(line -> line.substring(2, line.indexOf(" | ")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertTrue(promised.size() > 40, "too few rows in " + README);
        Set<String> rows = asked().stream().map(Asked::row).collect(Collectors.toCollection(LinkedHashSet::new));
        assertEquals(promised, rows);
    }

    @Test
    void everyFileIsAcceptedWithoutAnErrorAndTheSecondTimeNothingHappens() {
        List<JsonObject> reports =
                Program.objects(program.json("/api/v1/reports").getJsonArray("reports"));
        assertEquals(34 + 5, reports.size()); // the lines of the manifest, and the texts beside the forms
        long imports = program.house.ledger().newest().importNumber();
        Demo.fill(program.house);
        assertEquals(imports, program.house.ledger().newest().importNumber());
    }

    @Test
    void thePhaseThatSomebodyRecordedStandsBesideTheTrendWithItsReasonAndIsNotRecordedAgain() {
        String query = "/api/v1/control-charts?metric=pb_theme_party_days&department=DG4&period=2026-Q2";
        JsonObject chart = program.json(query).getJsonArray("charts").getJsonObject(0);
        JsonObject decision = chart.getJsonArray("decisions").getJsonObject(0);
        assertEquals("2024-Q3", decision.getString("first"));
        assertEquals("监管执法片负责人", decision.getString("actor"));
        assertTrue(decision.getString("reason").contains("合并为检验监测中心"), decision::encode);
        assertEquals(
                List.of("2022-Q1 2024-Q2 10", "2024-Q3 2026-Q2 8"),
                Program.objects(chart.getJsonArray("phases")).stream()
                        .map(each -> String.join(
                                " ",
                                each.getString("from"),
                                each.getString("to"),
                                String.valueOf(each.getInteger("points"))))
                        .toList());
        // What would be "unusually low" without it is not told of eight quarters.
        assertEquals(null, chart.getJsonObject("signal").getString("variation"));
        Demo.fill(program.house);
        assertEquals(
                1,
                program.house
                        .ledger()
                        .decisions()
                        .phases(program.house.ledger().newest())
                        .size());
    }

    @Test
    void everyRowOfEveryFormIsInTheLedger() throws IOException {
        long rows = 0;
        try (Stream<String> manifest = Files.lines(README.resolveSibling("manifest.csv"))) {
            for (String line : manifest.skip(1).toList()) {
                List<String> form = Files.readAllLines(README.resolveSibling(line.split(",", 4)[1]));
                boolean figures = form.getFirst().contains("value");
                rows += figures && line.endsWith(",add,") ? form.size() - 1 : 0;
            }
        }
        Ledger ledger = program.house.ledger();
        long figures = Samples.counted(ledger, ledger.newest(), true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        assertEquals(rows, figures, "corrections replace, all else adds");
    }

    @Test
    void whatNobodyHasConfirmedCountsOnlyWhereItIsAskedFor() throws IOException {
        Asked hollow = asked().stream()
                .filter(each -> each.row().startsWith("unconfirmed"))
                .findFirst()
                .orElseThrow();
        String plain = hollow.query().replace("&review=all", "");
        assertEquals(
                "unconfirmed missing 0/1", Program.brief(program.points(plain).getFirst()));
        String row = program.text("/extracts/figures.csv?review=all&" + plain)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertTrue(row.contains(",V,unconfirmed,"), row);
    }

    private static Order order(String actor) {
        return new Order(Mode.ADD, Optional.empty(), Optional.empty(), Optional.empty(), false, actor);
    }

    @Test
    void aLedgerWithOtherDataIsLeftAlone(@TempDir Path other) {
        try (House house = House.open(other.resolve("plumbline.db").toString())) {
            Receipt receipt = house.intake()
                    .accept(
                            List.of(Program.file("d.csv", "code,name_zh,name_en\nX,某局,Bureau\n")),
                            order("somebody"),
                            Progress.SILENT)
                    .getFirst();
            assertEquals(Receipt.Outcome.ACCEPTED, receipt.outcome());
            String message = assertThrows(Refusal.class, () -> Demo.fill(house)).toString();
            assertTrue(message.contains("holds other data"), message);
            assertEquals(1, house.ledger().newest().importNumber());
        }
    }

    @Test
    void aFillingThatWasBrokenOffIsFinished(@TempDir Path other) throws IOException {
        try (House house = House.open(other.resolve("plumbline.db").toString())) {
            Delivery first = Program.file(
                    "departments.csv", Files.readString(README.resolveSibling("organisation/departments.csv")));
            house.intake().accept(List.of(first), order(Demo.ACTOR), Progress.SILENT);
            Demo.fill(house);
            assertEquals(
                    program.house.ledger().newest().importNumber(),
                    house.ledger().newest().importNumber());
        }
    }
}
