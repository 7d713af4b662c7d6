package plumbline.read.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.Finding;
import plumbline.Metric;
import plumbline.Name;
import plumbline.Place;
import plumbline.Reading;
import plumbline.read.CatalogReader;
import plumbline.read.sheet.Drawn;
import plumbline.read.sheet.Limits;

/// Sheets as departments send them, drawn in src/test/resources/forms, and what must be read from them. Adding a file
/// adds a test: `NAME.sheet` is a workbook (see [Drawn]), `NAME.readings.txt` its readings and findings. Each is
/// written and read as XLSX, XLS, ODS and, where it is one sheet of plain cells (`NAME.csv.sheet`), as CSV in four
/// ways; all must say the same.
///
/// With `PLUMBLINE_ACCEPT=yes` in the environment the expected files are written instead of compared; look at the diff.
class LayoutsTest {
    private static final Path FOLDER = Path.of("src/test/resources/forms");
    private static final boolean ACCEPT = "yes".equals(System.getenv("PLUMBLINE_ACCEPT"));
    private static final Charset GB18030 = Charset.forName("GB18030");

    static final DepartmentTree TREE = new DepartmentTree(
            List.of(
                    department("JU", "某局", ""),
                    department("JU-A", "办公室", "JU"),
                    department("JU-B", "规划科", "JU"),
                    department("JU-C", "信访科", "JU")),
            List.of());

    private static Department department(String code, String zh, String parent) {
        return new Department(
                code,
                new Name(zh, code),
                Optional.of(parent).filter(each -> !each.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    static Known known() {
        try {
            return new Known(CatalogReader.read(), TREE, Mapping.NONE);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    static final Known KNOWN = known();

    @TestFactory
    Stream<DynamicTest> everyLayoutIsReadTheSameInEveryFormat() throws IOException {
        List<Path> sheets;
        try (Stream<Path> files = Files.list(FOLDER)) {
            sheets = files.filter(file -> file.toString().endsWith(".sheet"))
                    .sorted()
                    .toList();
        }
        assertTrue(sheets.size() > 10, "too few sheets in " + FOLDER);
        return sheets.stream().map(each -> dynamicTest(each.getFileName().toString(), () -> compare(each)));
    }

    /// The same sheets as LibreOffice 7.4 saved them.
    @TestFactory
    Stream<DynamicTest> realFilesAreReadTheSame() throws IOException {
        List<Path> saved;
        try (Stream<Path> files = Files.list(FOLDER.resolve("libreoffice"))) {
            saved = files.sorted().toList();
        }
        assertTrue(saved.size() > 8, "too few files in " + FOLDER);
        return saved.stream()
                .map(each -> dynamicTest(each.getFileName().toString(), () -> {
                    String name = each.getFileName().toString();
                    Path expected = FOLDER.resolve(name.substring(0, name.lastIndexOf('.')) + ".readings.txt");
                    assertEquals(Files.readString(expected), read(name, Files.readAllBytes(each), ""));
                }));
    }

    /// Bytes as programs and editors leave them: encodings, line ends, separators, quotation marks.
    @TestFactory
    Stream<DynamicTest> textFilesAreReadAsTheyCome() throws IOException {
        List<Path> texts;
        try (Stream<Path> files = Files.list(FOLDER.resolve("csv"))) {
            texts = files.filter(each -> !each.toString().endsWith(".readings.txt"))
                    .sorted()
                    .toList();
        }
        assertTrue(texts.size() > 20, "too few files in " + FOLDER);
        return texts.stream()
                .map(each -> dynamicTest(each.getFileName().toString(), () -> {
                    String name = each.getFileName().toString();
                    String read = encoding(name, Files.readAllBytes(each)) + read(name, Files.readAllBytes(each), "");
                    Path expected = each.resolveSibling(name + ".readings.txt");
                    if (ACCEPT) {
                        Files.writeString(expected, read);
                    }
                    assertEquals(Files.readString(expected), read);
                }));
    }

    private static String encoding(String name, byte[] bytes) {
        return Forms.open(name, bytes, Set.of(), KNOWN, Limits.DEFAULT, _ -> {})
                        .map(Form::encoding)
                        .orElse("no form")
                + "\n";
    }

    private static void compare(Path sheet) throws IOException {
        String name = sheet.getFileName().toString();
        Drawn drawn = Drawn.parse(Files.readAllLines(sheet));
        String stem = name.replaceFirst("(\\.csv)?\\.sheet$", "");
        Path expected = FOLDER.resolve(stem + ".readings.txt");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(stem + ".xlsx", drawn.xlsx());
        files.put(stem + ".xls", drawn.xls());
        files.put(stem + ".ods", drawn.ods());
        if (name.endsWith(".csv.sheet")) {
            files.put(stem + ".csv", drawn.csv(',', StandardCharsets.UTF_8));
            files.put(stem + "-gb.csv", drawn.csv(',', GB18030));
            files.put(stem + ".tsv", drawn.csv('\t', StandardCharsets.UTF_16LE));
            files.put(stem + "-semicolon.csv", drawn.csv(';', StandardCharsets.UTF_8));
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String read = read(
                    file.getKey(), file.getValue(), drawn.pages().getFirst().name());
            if (ACCEPT && file.getKey().endsWith(".xlsx")) {
                Files.writeString(expected, read);
            }
            assertEquals(Files.readString(expected), read, file.getKey());
        }
    }

    static String read(String name, byte[] bytes, String firstSheet) {
        List<String> lines = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Optional<? extends Form> form = Forms.open(name, bytes, Set.of(), KNOWN, Limits.DEFAULT, findings::add);
        form.ifPresent(each -> each.readings(reading -> lines.add(spoken(reading, firstSheet)), findings::add));
        findings.forEach(each -> lines.add(spoken(each, firstSheet)));
        return String.join("\n", lines) + "\n";
    }

    /// Names and codes are the same to all that follows.
    private static String coded(Field field, String text) {
        return switch (field) {
            case DEPARTMENT -> TREE.find(text).map(Department::code).orElse(text);
            case METRIC -> KNOWN.catalog().findMetric(text).map(Metric::code).orElse(text);
            default -> text;
        };
    }

    static String spoken(Place place, String sheet) {
        return (place instanceof Place.Line(int line, int column) ? new Place.Cell(sheet, line, column) : place)
                .toString();
    }

    private static String spoken(Reading reading, String sheet) {
        List<String> fields = new ArrayList<>();
        for (Field each : List.of(
                Field.DEPARTMENT, Field.PERIOD, Field.METRIC, Field.CATEGORY, Field.UNIT, Field.BASIS, Field.NOTE)) {
            fields.add(coded(each, reading.row().field(each)));
        }
        String value = reading.value().problem().isEmpty()
                ? reading.value().text()
                : reading.value().text() + " (" + reading.value().problem() + ")";
        return spoken(reading.row().place(Field.VALUE), sheet) + " " + value + "  " + String.join(",", fields);
    }

    private static String spoken(Finding finding, String sheet) {
        return "%s %s %s found '%s'; accepted: %s\n    %s"
                .formatted(
                        finding.severity().word(),
                        spoken(finding.place(), sheet),
                        finding.rule(),
                        finding.found(),
                        finding.accepted(),
                        finding.message().zh().replaceFirst("^[^：]*：", ""));
    }
}
