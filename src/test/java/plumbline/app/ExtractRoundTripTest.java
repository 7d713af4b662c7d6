package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.extract.Table;
import plumbline.extract.Tables;

/// Extracts that go out and come back: as forms, and to be held against the ledger.
class ExtractRoundTripTest {
    private static final String DEPARTMENTS = """
        code,name_zh,name_en,parent
        B,某局,Bureau,
        D1,办公室,Office,B
        D2,"财务,审计处",Finance,B
        """;

    /// All wordings, a note like a formula, a category, a free range, a number to date, a share.
    private static final String FIGURES = """
        department,period,metric,category,value,basis,scope,note,from,to
        D1,2022-Q1,talk_integrity_persontimes,,60余,,,"=1+1, or so",,
        D1,2022-Q2,talk_integrity_persontimes,,0,,,,,
        D1,2022-Q3,talk_integrity_persontimes,,*,,,'-x,,
        D1,2022-Q4,talk_integrity_persontimes,,"1,204",,,escaped by hand,,
        D2,2022-Q1,talk_integrity_persontimes,,约35,,,,,
        D2,2022-Q2,talk_integrity_persontimes,,近90,,,+,,
        D2,2022-Q3,talk_integrity_persontimes,,3—5,,,,,
        D2,2022-Q4,talk_integrity_persontimes,,九,,,,,
        D2,2023-Q1,talk_integrity_persontimes,,/,,,,,
        D2,2023-Q2,talk_integrity_persontimes,,62万,to_date,,,,
        D2,2023-Q3,talk_integrity_persontimes,,,,,,,
        B,2022,talk_integrity_persontimes,,700,,consolidated,,2022-01-01,2022-11-30
        D1,2022,rectification_ratio,,95.5%,,,,,
        """;

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

    private Path extract(String name, Object... options) {
        Path file = folder.resolve(name);
        Object[] all =
                Arrays.copyOf(new Object[] {"extract", "--db", shell.database(), "--output", file}, 5 + options.length);
        System.arraycopy(options, 0, all, 5, options.length);
        Shell.Ended ended = Shell.run(all);
        assertEquals(0, ended.code(), ended.err());
        return file;
    }

    private void assertAllSame(Path file) {
        List<String> before = shell.held();
        Shell.Ended taken = shell.take("--dry-run", file);
        assertEquals(0, taken.code(), taken.err());
        assertTrue(taken.out().contains("13"), taken.out());
        Shell.Ended kept = shell.take(file);
        assertEquals(0, kept.code(), kept.err());
        List<String> after = shell.held();
        assertEquals(before.subList(0, before.size() - 1), after.subList(0, after.size() - 1));
    }

    /// Excel, and people, do these to a CSV file.
    @Test
    void aCsvExtractComesBackAsTheSameWhateverWasDoneToIt() throws IOException {
        Path file = extract("plain.csv");
        String csv = Files.readString(file);
        assertTrue(csv.contains("\"'=1+1, or so; escaped\""), csv);
        assertTrue(csv.contains(",''-x; escaped,"), csv);
        assertTrue(csv.contains(",95.5,95.5,95.5,eq,exact,"), csv);
        assertAllSame(file);
        assertAllSame(extract("titles.csv", "--bom", "--header", "zh", "--lang", "en"));
        assertAllSame(shell.write("unix.csv", csv.replace("\r\n", "\n")));
        assertAllSame(shell.write("semicolons.csv", "\uFEFF" + semicolons(csv)));
        assertAllSame(shell.write(
                "slashes.csv",
                csv.replaceAll(
                        ",([0-9]{4})-0?([0-9]+)-0?([0-9]+),([0-9]{4})-0?([0-9]+)-0?([0-9]+),", ",$1/$2/$3,$4/$5/$6,")));
        assertAllSame(extract("raw.csv", "--raw"));
    }

    /// As a spreadsheet writes it where the comma is for decimals.
    private static String semicolons(String csv) {
        StringWriter out = new StringWriter();
        try (CsvReader<CsvRecord> in = CsvReader.builder().ofCsvRecord(csv);
                CsvWriter writer = CsvWriter.builder().fieldSeparator(';').build(out)) {
            in.forEach(each -> writer.writeRecord(each.getFields()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    @Test
    void aWorkbookComesBackAsTheSame() {
        assertAllSame(extract("book.xlsx", "--format", "xlsx"));
        assertAllSame(extract("buch.xlsx", "--format", "xlsx", "--header", "zh"));
    }

    @Test
    void whatWasChangedInItIsACorrection() throws IOException {
        String csv = Files.readString(extract("plain.csv"));
        Path file = shell.write("changed.csv", csv.replace(",约35,", ",36,"));
        Shell.Ended refused = shell.take(file);
        assertEquals(1, refused.code());
        Shell.Ended taken = shell.take("--mode", "correct", "--reason", "miscounted", file);
        assertEquals(0, taken.code(), taken.err());
        assertTrue(String.join("\n", shell.held()).contains(" 36 "), shell.held()::toString);
    }

    @Test
    void twoDifferentNumbersInOneRowAreAFault() throws IOException {
        String csv = Files.readString(extract("plain.csv"));
        Path file = shell.write("two.csv", csv.replace(",0,0,0,eq,zero,", ",7,0,0,eq,zero,"));
        Shell.Ended refused = shell.take("--mode", "correct", "--reason", "miscounted", file);
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("found '7'; accepted: 0"), refused.err());
    }

    @Test
    void theReaderKnowsTheColumnsOfTheWriter() {
        for (boolean chinese : new boolean[] {false, true}) {
            Table table = Tables.FIGURES;
            String header =
                    table.columns().stream().map(each -> each.header(chinese)).collect(Collectors.joining(","));
            assertTrue(
                    plumbline.read.form.CsvForm.open(
                                    "f.csv",
                                    (header + "\n").getBytes(StandardCharsets.UTF_8),
                                    java.util.Set.of(),
                                    each -> assertEquals("none", each.rule()))
                            .isPresent(),
                    header);
        }
    }

    private Shell.Ended verify(Object... words) {
        Object[] all = Arrays.copyOf(new Object[] {"verify-extract", "--db", shell.database()}, 3 + words.length);
        System.arraycopy(words, 0, all, 3, words.length);
        return Shell.run(all);
    }

    @Test
    void anUntouchedExtractIsUnchangedEvenAfterCorrections() throws IOException {
        List<Path> files = List.of(
                extract("a.csv", "--manifest", folder.resolve("a.csv.manifest.json")),
                extract("b.xlsx", "--format", "xlsx", "--manifest", folder.resolve("b.xlsx.manifest.json")),
                extract("c.zip", "--format", "zip"),
                extract("d.json", "--format", "json", "--manifest", folder.resolve("d.json.manifest.json")),
                extract("e.csv"),
                extract(
                        "f.csv",
                        "--level",
                        "cells",
                        "--metric",
                        "talk_integrity_persontimes",
                        "--manifest",
                        folder.resolve("f.csv.manifest.json")));
        shell.take(
                "--mode",
                "correct",
                "--reason",
                "miscounted",
                shell.write("later.csv", "department,period,metric,value\nD1,2022-Q2,talk_integrity_persontimes,5\n"));
        for (Path each : files) {
            Shell.Ended ended = verify(each);
            assertEquals(0, ended.code(), each + ended.err() + ended.out());
            assertTrue(ended.out().startsWith("unchanged: "), ended.out());
        }
    }

    @Test
    void aTouchedExtractIsToldRowByRow() throws IOException {
        Path manifest = folder.resolve("m.json");
        String csv = Files.readString(extract("plain.csv", "--manifest", manifest));
        String row =
                csv.lines().filter(each -> each.contains(",3—5,")).findFirst().orElseThrow();
        String touched = csv.replace(row + "\r\n", "").replace(",约35,", ",53,") + row.replace("D2,", "D9,") + "\r\n";
        Shell.Ended ended = verify("--manifest", manifest, shell.write("touched.csv", touched));
        assertEquals(1, ended.code(), ended.out());
        List<String> told = ended.err().lines().toList();
        assertEquals(3, told.size(), ended.err());
        assertTrue(
                told.stream().anyMatch(each -> each.contains("period=2022Q3") && each.endsWith("the row is missing")));
        assertTrue(told.stream().anyMatch(each -> each.contains("value_text was “约35”, is “53”")), ended.err());
        assertTrue(told.stream().anyMatch(each -> each.contains("org_code=D9") && each.endsWith("not the ledger's")));
        assertTrue(ended.out().contains("3 differ"), ended.out());
        Shell.Ended saved = verify("--manifest", manifest, shell.write("saved.csv", "\uFEFF" + semicolons(csv)));
        assertEquals(0, saved.code(), saved.err());
        assertTrue(saved.out().contains("all ") && saved.out().contains("rows are the same"), saved.out());
    }

    @Test
    void aFailureLeavesNoFileThatLooksWhole() {
        Path file = folder.resolve("never.csv");
        Shell.Ended ended =
                Shell.run("extract", "--db", shell.database(), "--output", file, "--metric", "nothing_like_it");
        assertEquals(1, ended.code());
        assertFalse(Files.exists(file));
    }

    @Test
    void aRefusedExtractLeavesNoFileBehind() throws IOException {
        Path file = folder.resolve("refused.csv");
        Shell.Ended ended =
                Shell.run("extract", "--db", shell.database(), "--metric", "no_such_metric", "--output", file);
        assertEquals(1, ended.code());
        assertTrue(ended.err().contains("no_such_metric"), ended.err());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    files.map(each -> String.valueOf(each.getFileName()))
                            .filter(each -> each.startsWith("refused"))
                            .toList());
        }
    }
}
