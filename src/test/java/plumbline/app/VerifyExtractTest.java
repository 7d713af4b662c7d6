package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.Mode;
import plumbline.consolidate.Consolidation;
import plumbline.intake.Delivery;
import plumbline.intake.Intake;
import plumbline.intake.Order;
import plumbline.intake.Progress;
import plumbline.ledger.Ledger;

/// Every file we give out can be held against the ledger: unchanged, or what differs with before and after.
class VerifyExtractTest {
    private static final String DEPARTMENTS = """
        code,name_zh,name_en,parent
        B,某局,Bureau,
        D1,办公室,Office,B
        D2,"财务,审计处",Finance,B
        """;

    private static final String FIGURES = """
        department,period,metric,category,value,note
        D1,2022-Q1,talk_integrity_persontimes,,60余,"=1+1, or so"
        D1,2022-Q2,talk_integrity_persontimes,,0,'-x
        D1,2022-Q3,talk_integrity_persontimes,,*,
        D1,2022-Q4,talk_integrity_persontimes,,1204,
        D2,2022-Q1,talk_integrity_persontimes,,约35,+
        D2,2022-Q2,talk_integrity_persontimes,,77,
        D1,2022,rectification_ratio,,95.5%,
        """;

    /// Every file there is, as an extract's ending and options.
    enum Taken {
        TIDY("csv"),
        MARKED("csv", "--bom"),
        TITLES("csv", "--header", "zh", "--bom"),
        ENGLISH("csv", "--lang", "en"),
        RAW("csv", "--raw"),
        WIDE("csv", "--shape", "wide"),
        WIDE_TITLES("csv", "--shape", "wide", "--header", "zh"),
        WIDE_OF_ONE("csv", "--shape", "wide", "--metric", "talk_integrity_persontimes"),
        CELLS("csv", "--level", "cells"),
        ORGS("csv", "--level", "orgs"),
        BOOK("xlsx"),
        BOOK_TITLES("xlsx", "--header", "zh"),
        BOOK_WIDE("xlsx", "--shape", "wide"),
        LINES("json"),
        LINES_WIDE("json", "--shape", "wide"),
        PARQUET("parquet"),
        PARQUET_WIDE("parquet", "--shape", "wide"),
        PARQUET_CELLS("parquet", "--level", "cells"),
        PACKAGE("zip"),
        PACKAGE_OF_CELLS("zip", "--level", "cells", "--lang", "en");

        private final String format;
        private final String options;

        Taken(String format, String... options) {
            this.format = format;
            this.options = String.join(" ", options);
        }

        /// A number that stands in one of its rows, and what somebody makes of it.
        String number() {
            return this == ORGS ? "办公室" : "1204";
        }

        String other() {
            return this == ORGS ? "办公厅" : "1205";
        }
    }

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void take() throws IOException {
        shell = new Shell(folder);
        assertEquals(0, shell.take(shell.write("departments.csv", DEPARTMENTS)).code());
        Shell.Ended taken = shell.take(shell.write("figures.csv", FIGURES));
        assertEquals(0, taken.code(), taken.err());
    }

    private Path extract(Taken what, boolean proved) {
        Path file = folder.resolve("taken." + what.format);
        List<Object> words = new ArrayList<>(
                List.of("extract", "--db", shell.database(), "--output", file, "--format", what.format));
        words.addAll(what.options.isEmpty() ? List.of() : List.of(what.options.split(" ", -1)));
        if (proved) {
            words.addAll(List.of("--manifest", folder.resolve("taken." + what.format + ".manifest.json")));
        }
        Shell.Ended ended = Shell.run(words.toArray());
        assertEquals(0, ended.code(), ended.err());
        return file;
    }

    private Shell.Ended verify(Path file, Object... words) {
        List<Object> all = new ArrayList<>(List.of("verify-extract", "--db", shell.database(), file));
        all.addAll(List.of(words));
        return Shell.run(all.toArray());
    }

    private void correct() throws IOException {
        Shell.Ended ended = shell.take(
                "--mode",
                "correct",
                "--reason",
                "miscounted",
                shell.write(
                        "later.csv", "department,period,metric,value\nD1,2022-Q4,talk_integrity_persontimes,1300\n"));
        assertEquals(0, ended.code(), ended.err());
    }

    private static String said(Shell.Ended ended) {
        return ended.out() + ended.err();
    }

    @ParameterizedTest
    @EnumSource(Taken.class)
    void anUntouchedFileIsUnchangedWithAndWithoutItsManifest(Taken what) throws IOException {
        Path file = extract(what, false);
        Shell.Ended bare = verify(file);
        assertEquals(0, bare.code(), said(bare));
        assertTrue(bare.out().matches("(?s)unchanged: [0-9]+ rows, as of .*, SHA-256 [0-9a-f]{64}\\R"), said(bare));
        extract(what, true);
        correct();
        Shell.Ended proved = verify(file);
        assertEquals(0, proved.code(), said(proved));
        assertTrue(proved.out().contains("SHA-256"), said(proved));
        String since = "since then 1 of its figures were added, changed or withdrawn";
        assertEquals(true, proved.out().contains(since), said(proved));
    }

    @ParameterizedTest
    @EnumSource(Taken.class)
    void aCellChangedByHandIsToldWithBeforeAndAfter(Taken what) throws Exception {
        for (boolean proved : new boolean[] {false, true}) {
            Path file = extract(what, proved);
            edit(file, what, Edit.CELL);
            Shell.Ended ended = verify(file);
            assertEquals(1, ended.code(), said(ended));
            assertTrue(ended.err().contains(" was “" + what.number() + "”, is “" + what.other() + "”"), said(ended));
            assertTrue(
                    ended.err().lines().filter(each -> each.contains(" was “")).count() <= 3, said(ended));
        }
    }

    @Test
    void aFileThatMemoryCannotHoldIsTold() throws Exception {
        Path file = folder.resolve("large.csv");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(400L << 20); // of nothing: it takes no room
        }
        List<String> words = List.of("verify-extract", "--db", shell.database().toString(), file.toString());
        try (Child child = Child.start(folder, words)) {
            assertTrue(child.ends(120_000), "it does not end");
            String said = Files.readString(folder.resolve("err.txt"));
            assertTrue(
                    said.matches("plumbline: found [0-9]+ MB of memory, which is not enough; accepted: .*\\R"), said);
        }
    }

    @ParameterizedTest
    @EnumSource(Taken.class)
    void aRowTakenOutIsMissing(Taken what) throws Exception {
        Path file = extract(what, true);
        edit(file, what, Edit.DELETE);
        Shell.Ended ended = verify(file);
        assertEquals(1, ended.code(), said(ended));
        assertTrue(ended.err().contains("the row is missing"), said(ended));
        assertTrue(ended.out().contains(" 1 differ"), said(ended));
    }

    @ParameterizedTest
    @EnumSource(Taken.class)
    void aRowPutInIsNotTheLedgers(Taken what) throws Exception {
        Path file = extract(what, true);
        edit(file, what, Edit.INSERT);
        Shell.Ended ended = verify(file);
        assertEquals(1, ended.code(), said(ended));
        assertTrue(ended.err().contains("the row is not the ledger's"), said(ended));
        assertTrue(ended.out().contains(" 1 differ"), said(ended));
    }

    /// Only what says nothing of its moment is held against the newest data.
    @ParameterizedTest
    @CsvSource({"TIDY,true", "LINES,true", "CELLS,false", "WIDE,false", "PARQUET_WIDE,false"})
    void withoutAManifestAFileIsOfTheMomentItNames(Taken what, boolean names) throws IOException {
        Path file = extract(what, false);
        String then = instant();
        correct();
        Shell.Ended ended = verify(file);
        assertEquals(names ? 0 : 1, ended.code(), said(ended));
        Shell.Ended told = verify(file, "--query", "as_of=" + then);
        assertEquals(0, told.code(), said(told));
    }

    private String instant() {
        try (House house = House.open(shell.database().toString())) {
            return house.ledger().newest().sealedAt().orElseThrow().toString();
        }
    }

    private enum Edit {
        CELL,
        DELETE,
        INSERT
    }

    private static void edit(Path file, Taken what, Edit edit) throws Exception {
        switch (what.format) {
            case "csv", "json" -> Files.writeString(file, lines(Files.readString(file), what, edit));
            case "xlsx" -> book(file, what, edit);
            case "parquet" -> parquet(file, what, edit);
            default -> zip(file, what, edit);
        }
    }

    /// A row of the file by its line: the one with the number; put in is a copy of it of another department.
    private static String lines(String text, Taken what, Edit edit) {
        String row = text.lines()
                .filter(each -> each.contains("Q4") || !text.contains("Q4"))
                .filter(each -> each.contains(what.number()))
                .findFirst()
                .orElseThrow();
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        return switch (edit) {
            case CELL -> text.replace(row, row.replace(what.number(), what.other()));
            case DELETE -> text.replace(row + end, "");
            case INSERT -> text + row.replace("D1", "D9") + end;
        };
    }

    private static void book(Path file, Taken what, Edit edit) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            Sheet sheet = book.getSheetAt(0);
            Row row = IntStream.rangeClosed(1, sheet.getLastRowNum())
                    .mapToObj(sheet::getRow)
                    .filter(each -> number(each, what).isPresent())
                    .findFirst()
                    .orElseThrow();
            switch (edit) {
                case CELL -> {
                    for (Cell each : row) {
                        if (is(each, what)) {
                            each.setCellValue(Double.parseDouble(what.other()));
                        }
                    }
                }
                case DELETE -> sheet.removeRow(row);
                case INSERT -> {
                    Row copy = sheet.createRow(sheet.getLastRowNum() + 1);
                    row.forEach(each -> {
                        Cell cell = copy.createCell(each.getColumnIndex());
                        cell.setCellStyle(each.getCellStyle());
                        if (each.getCellType() == CellType.NUMERIC) {
                            cell.setCellValue(each.getNumericCellValue());
                        } else {
                            cell.setCellValue(each.getStringCellValue().replace("D1", "D9"));
                        }
                    });
                }
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                book.write(out);
            }
        }
    }

    private static Optional<Cell> number(Row row, Taken what) {
        for (Cell each : row) {
            if (is(each, what)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static boolean is(Cell cell, Taken what) {
        return cell.getCellType() == CellType.NUMERIC
                && cell.getNumericCellValue() == Double.parseDouble(what.number());
    }

    private static void parquet(Path file, Taken what, Edit edit) throws SQLException, IOException {
        String column = what == Taken.PARQUET_WIDE ? "talk_integrity_persontimes" : "value";
        String department = what == Taken.PARQUET_CELLS ? "department_code" : "org_code";
        String all = "SELECT * FROM read_parquet('" + file + "')";
        String hit = column + " = " + what.number() + " AND period LIKE '%Q4' AND " + department + " = 'D1'"
                + (what == Taken.PARQUET_CELLS ? " AND basis = 'in_period'" : "");
        String query = switch (edit) {
            case CELL ->
                "SELECT * REPLACE (CASE WHEN " + hit + " THEN " + what.other() + " ELSE " + column + " END AS " + column
                        + ") FROM read_parquet('" + file + "')";
            case DELETE -> all + " WHERE NOT coalesce(" + hit + ", false)";
            case INSERT ->
                all + " UNION ALL SELECT * REPLACE ('D9' AS " + department + ") FROM read_parquet('" + file
                        + "') WHERE " + hit;
        };
        Path other = file.resolveSibling("other.parquet");
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + other + "' (FORMAT parquet)");
        }
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void zip(Path file, Taken what, Edit edit) throws IOException {
        rewrite(
                file,
                entries -> entries.computeIfPresent(
                        what == Taken.PACKAGE ? "figures.csv" : "cells.csv",
                        (_, bytes) -> lines(new String(bytes, StandardCharsets.UTF_8), what, edit)
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private static void rewrite(Path file, java.util.function.Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                entries.put(each.getName(), in.readAllBytes());
            }
        }
        change.accept(entries);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            entries.forEach((name, bytes) -> {
                try {
                    out.putNextEntry(new ZipEntry(name));
                    out.write(bytes);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /// A package is all of its files, however it was packed.
    @Test
    void everyFileOfAPackageCounts() throws IOException {
        Path file = extract(Taken.PACKAGE, false);
        rewrite(file, _ -> {});
        Shell.Ended packed = verify(file);
        assertEquals(0, packed.code(), said(packed));
        rewrite(file, entries -> {
            entries.put(
                    "orgs.csv",
                    new String(entries.get("orgs.csv"), StandardCharsets.UTF_8)
                            .replace("办公室", "办公厅")
                            .getBytes(StandardCharsets.UTF_8));
            entries.put("README.txt", "改过".getBytes(StandardCharsets.UTF_8));
            entries.remove("codes.csv");
            entries.put("more.txt", new byte[0]);
        });
        Shell.Ended ended = verify(file);
        assertEquals(1, ended.code(), said(ended));
        List<String> told = ended.err().lines().toList();
        assertEquals(4, told.size(), said(ended));
        assertTrue(told.stream().anyMatch(each -> each.contains("orgs.csv:") && each.contains("was “办公室”, is “办公厅”")));
        assertTrue(told.contains("taken.zip/README.txt: is not as it was written"), said(ended));
        assertTrue(told.contains("taken.zip/codes.csv: the file is missing"), said(ended));
        assertTrue(told.contains("taken.zip/more.txt: the file is not the ledger's"), said(ended));
    }

    @Test
    void columnsThatWentOrCameAreTold() throws IOException {
        Path file = extract(Taken.TIDY, false);
        String csv = Files.readString(file);
        Files.writeString(file, csv.replaceFirst(",sentence,", ",remark,"));
        Shell.Ended ended = verify(file);
        assertEquals(1, ended.code(), said(ended));
        assertEquals(
                List.of(
                        "taken.csv: the column sentence is missing",
                        "taken.csv: the column “remark” is not the ledger's"),
                ended.err().lines().toList());
        Files.writeString(file, csv.replaceFirst(",metric_code,", ",measure,"));
        extract(Taken.MARKED, true); // a manifest says what it was
        Files.writeString(file, csv.replaceFirst(",metric_code,", ",measure,"));
        Shell.Ended keyless = verify(file);
        assertEquals(1, keyless.code());
        assertTrue(keyless.err().contains("without the column metric_code"), said(keyless));
    }

    @ParameterizedTest
    @ValueSource(strings = {"taken.json", "taken.parquet", "taken.zip", "taken.csv", "taken.xlsx", "taken.txt"})
    void whatIsNoExtractIsToldInOneLine(String name) throws IOException {
        Shell.Ended ended = verify(shell.write(name, "nothing\nof the kind\n"));
        assertEquals(1, ended.code(), said(ended));
        assertEquals(1, ended.err().lines().count(), said(ended));
        assertTrue(ended.err().contains("accepted: "), said(ended));
    }

    @Test
    void aLineThatIsNoObjectIsTold() throws IOException {
        Path file = extract(Taken.LINES, true);
        Files.writeString(file, Files.readString(file) + "{broken\n");
        Shell.Ended ended = verify(file);
        assertEquals(1, ended.code(), said(ended));
        assertTrue(ended.err().startsWith("taken.json:8: "), said(ended));
        assertTrue(ended.err().contains("the row is not the ledger's"), said(ended));
    }

    /// What was due by the day of the extract is so for ever, however long after the last import it was taken.
    @ParameterizedTest
    @EnumSource(Taken.class)
    void whatWasDueIsJudgedByTheDayOfTheExtract(Taken what) throws IOException {
        Path old = Files.createDirectory(folder.resolve("old"));
        InstantSource then = () -> Instant.parse("2023-01-01T00:00:00Z");
        try (Ledger ledger = Ledger.open(
                old.resolve("plumbline.db").toString(), House.shippedCatalog(), new Consolidation(), then)) {
            Intake intake = new Intake(House.shippedCatalog(), ledger);
            Order order = new Order(Mode.ADD, Optional.empty(), Optional.empty(), Optional.empty(), false, "tester");
            for (String each : List.of(DEPARTMENTS, FIGURES, """
                metric,department,period,due
                talk_integrity_persontimes,D2,2022-Q4,2023-02-01
                """)) {
                intake.accept(
                        List.of(new Delivery("form.csv", each.getBytes(StandardCharsets.UTF_8))),
                        order,
                        Progress.SILENT);
            }
        }
        shell = new Shell(old);
        for (boolean proved : new boolean[] {false, true}) {
            Path file = extract(what, proved);
            Shell.Ended ended = verify(file);
            assertEquals(0, ended.code(), said(ended));
            assertTrue(ended.out().contains("SHA-256"), said(ended));
        }
    }
}
