package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Chromium;
import plumbline.app.RunningDemo;

/// An organisation in which every state occurs, taken in from forms, a calendar and corrections like anybody's: each
/// state is the same in line, dots, bars, matrix, table, tooltip, sentence, CSV and print, and nothing missing is
/// bridged, filled or zero.
class StatesTest {
    private static final Path FOLDER = Path.of("src/test/resources/states");
    private static final String METRIC = "talk_integrity_persontimes";
    private static final String LINE = "/trends?m=" + METRIC + "&o=L&g=Q&f=2020-Q1&t=2024-Q3";
    private static final String DOTS = "/compare?m=" + METRIC + "&p=2024-Q1&parent=S";
    private static final String MATRIX = "/quality?m=" + METRIC + "&o=S&f=2024-Q1&t=2024-Q1";

    static Chromium chromium;
    static RunningDemo states;

    /// A line of `expected.txt`.
    private record State(
            String name,
            String quarter,
            String mark,
            String strip,
            String department,
            String dot,
            String cell,
            String said,
            String sign,
            String row) {
        static State of(String[] at) {
            return new State(at[0], at[1], at[2], at[3], at[4], at[5], at[6], at[7], at[8], at[9]);
        }
    }

    @BeforeAll
    static void start(@TempDir Path folder) {
        chromium = Chromium.open();
        states = RunningDemo.of(FOLDER, folder);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            states.close();
        }
    }

    private static List<String[]> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toArray(String[]::new))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<State> expected() {
        return lines("expected.txt").stream().map(State::of).toList();
    }

    /// Compares what was found of every state with what is expected, all at once.
    private static void same(String what, Function<State, String> wanted, Map<String, String> found) {
        assertEquals(new TreeMap<>(byState(wanted)), new TreeMap<>(found), what);
    }

    private static Map<String, String> byState(Function<State, String> found) {
        return expected().stream().collect(Collectors.toMap(State::name, found));
    }

    private static Map<?, ?> part(Object drawn, String name) {
        return (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) drawn).get(name));
    }

    private static String text(Map<?, ?> map, String key) {
        return Objects.toString(map.get(key), "");
    }

    /// The words of a table cell with one space between them.
    private static String cell(Visit visit, String ref) {
        return visit.cell(ref).first().innerText().replaceAll("\\s+", " ").strip();
    }

    @Test
    void alongALine() {
        try (Visit visit = new Visit(chromium, states)) {
            visit.open(LINE);
            Object drawn = visit.ask("drawn.js");
            same("mark", s -> s.mark(), byState(s -> text(part(drawn, "marks"), "0." + s.quarter())));
            same("strip", s -> s.strip(), byState(s -> text(part(drawn, "strip"), "0." + s.quarter())));
            same(
                    "tooltip",
                    s -> s.said(),
                    byState(s -> text(part(drawn, "tips"), "0." + s.quarter()).replaceFirst("(?s).*\n", "")));
            same("cell", s -> s.cell(), byState(s -> cell(visit, "0." + s.quarter())));
            assertEquals(
                    List.of(
                            "2020-Q1—2020-Q2",
                            "2020-Q2—2020-Q3",
                            "2020-Q3—2020-Q4",
                            "2020-Q4—2021-Q1",
                            "2021-Q1—2021-Q2",
                            "2023-Q2—2023-Q3",
                            "2023-Q3—2023-Q4",
                            "2023-Q4—2024-Q1"),
                    ((List<?>) Objects.requireNonNull(((Map<?, ?>) drawn).get("joined")))
                            .stream()
                                    .map(each -> each.toString().replace("0.", ""))
                                    .toList());
            String sentence = Objects.requireNonNull(visit.at("#chart").getAttribute("aria-label"));
            assertAll(List.of(
                            "共19期，有数字11期",
                            "确切数中最高2023年第2季度31人次",
                            "只有部分上报2处、未公开1处、本系统屏蔽1处、未提及1处、未报送1处、待核1处、待裁定1处、不适用1处、未到期1处")
                    .stream()
                    .map(words -> () -> assertTrue(sentence.contains(words), sentence)));
            visit.assertQuiet();
        }
    }

    @Test
    void whatNobodyConfirmedIsDrawnHollowWhereItIsAskedFor() {
        try (Visit visit = new Visit(chromium, states)) {
            visit.open(LINE + "&s=all");
            Object drawn = visit.ask("drawn.js");
            assertEquals("○\"12\"", text(part(drawn, "marks"), "0.2023-Q1"));
            assertEquals("┄\"◌\"", text(part(drawn, "strip"), "0.2023-Q1"));
            assertEquals("12 ◌", cell(visit, "0.2023-Q1"));
        }
    }

    @Test
    void amongDots() {
        try (Visit visit = new Visit(chromium, states)) {
            visit.open(DOTS);
            Object drawn = visit.ask("drawn.js");
            same("dot", s -> s.dot(), byState(s -> text(part(drawn, "marks"), s.department())));
            same(
                    "tooltip",
                    s -> s.said(),
                    byState(s -> text(part(drawn, "tips"), s.department()).replaceFirst("(?s).*\n", "")));
            same("cell", s -> s.cell(), byState(s -> cell(visit, s.department())));
            assertTrue(Objects.requireNonNull(visit.at("#chart").getAttribute("aria-label"))
                    .contains("20个部门中11个有数字"));
        }
    }

    @Test
    void amongBars() {
        try (Visit visit = new Visit(chromium, states)) {
            for (String period : List.of("2024-Q1", "2024-Q2")) {
                visit.page.setViewportSize(1280, 1800);
                visit.open("/discipline?o=B&p=" + period);
                Object drawn = visit.ask("drawn.js");
                List<String[]> bars = lines("expected-bars.txt").stream()
                        .filter(line -> line[0].equals(period))
                        .toList();
                assertEquals(
                        bars.stream().map(line -> String.join(" | ", line)).toList(),
                        bars.stream()
                                .map(line -> String.join(
                                        " | ",
                                        period,
                                        line[1],
                                        text(part(drawn, "marks"), line[1]),
                                        cell(visit, line[1]),
                                        text(part(drawn, "tips"), line[1]).replaceFirst("(?s).*\n", "")))
                                .toList());
            }
            // A department of which nothing came, and one of which nothing is due: no bar, no chip of a number.
            visit.open("/discipline?o=B&p=2024-Q3");
            assertEquals("noReport", visit.at("[data-empty]").getAttribute("data-empty"));
            visit.open("/discipline?o=B&p=2024-Q4");
            assertEquals("notDue", visit.at("[data-empty]").getAttribute("data-empty"));
            visit.assertQuiet();
        }
    }

    @Test
    void inTheMatrix() {
        try (Visit visit = new Visit(chromium, states)) {
            visit.open(MATRIX);
            same("sign", s -> s.sign(), byState(s -> cell(visit, s.department() + ".2024-Q1")));
            same(
                    "said",
                    s -> s.said(),
                    byState(s -> Objects.requireNonNull(
                                    visit.cell(s.department() + ".2024-Q1").getAttribute("aria-label"))
                            .replaceFirst(".*2024年第1季度，", "")));
        }
    }

    @Test
    void onPaper() {
        try (Visit visit = new Visit(chromium, states)) {
            visit.open(LINE + "&print=1");
            PdfText paper = PdfText.of(visit.page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
            for (State state : expected()) {
                assertTrue(paper.says(state.cell()), state.cell());
            }
        }
    }

    @Test
    void inTheExtractOfCells() {
        Map<String, String> rows = rows(
                states.cells(Map.of("metric", METRIC)),
                "department_code",
                row -> row.getField("basis").equals("in_period")
                        && row.getField("period").matches("2024-Q1"));
        same("row of dots", s -> s.row(), byState(s -> rows.getOrDefault(s.department(), "")));
        Map<String, String> line = rows(
                states.cells(Map.of("metric", METRIC)),
                "period",
                row -> row.getField("basis").equals("in_period")
                        && row.getField("department_code").equals("L"));
        same("row of the line", s -> s.row(), byState(s -> line.getOrDefault(s.quarter(), "")));
    }

    private static Map<String, String> rows(String csv, String key, Predicate<NamedCsvRecord> wanted) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream()
                    .filter(wanted)
                    .collect(Collectors.toMap(
                            row -> row.getField(key),
                            row -> Arrays.asList("method", "value", "lower", "upper", "state", "conflict").stream()
                                    .map(row::getField)
                                    .collect(Collectors.joining(","))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The extract of what reports state: a number only where one was stated, and never a 0 that nobody said.
    @Test
    void inTheExtractOfFigures() {
        try (Visit visit = new Visit(chromium, states)) {
            String csv = visit.page
                    .request()
                    .get(states.address() + "/extracts/figures.csv?metric=" + METRIC + "&period=2024-Q1..2024-Q1")
                    .text();
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
                Map<String, String> rows = reader.stream()
                        .filter(row -> row.getField("period").equals("2024Q1"))
                        .collect(Collectors.toMap(
                                row -> row.getField("org_code"),
                                row -> String.join(
                                        ",",
                                        row.getField("value"),
                                        row.getField("value_low"),
                                        row.getField("value_high"),
                                        row.getField("state"),
                                        row.getField("obs_status"))));
                assertEquals("18,18,18,exact,A", rows.get("X01"));
                assertEquals("0,0,0,zero,A", rows.get("X02"));
                assertEquals(",61,69,at_least,A", rows.get("X03"));
                assertEquals(",,,withheld,Q", rows.get("X07"));
                assertEquals(
                        List.of("X02"),
                        rows.entrySet().stream()
                                .filter(row -> row.getValue().startsWith("0,"))
                                .map(Map.Entry::getKey)
                                .toList());
                for (String silent : List.of("X07", "X08", "X09", "X10", "X11", "X12", "X14", "X16", "X17", "X18")) {
                    assertTrue(rows.getOrDefault(silent, ",,").startsWith(",,"), silent + ": " + rows.get(silent));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
