package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `import` as a person meets it: receipts on stdout, every fault on stderr, exit 0 or 1.
class ImportCommandTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void sitDown() {
        shell = new Shell(folder);
    }

    @Test
    void filesComeInAnyOrderAndEndAlike() throws IOException {
        List<Path> files = List.of(
                shell.write("figures.csv", Shell.FIGURES),
                shell.write("departments.csv", Shell.DEPARTMENTS),
                shell.write("report.txt", Shell.TEXT));
        List<String> expected = List.of();
        for (int first = 0; first < files.size(); first++) {
            for (int step = 1; step < files.size(); step++) {
                Path database = folder.resolve(first + "-" + step + ".db");
                int second = (first + step) % 3;
                Shell.Ended done = Shell.run(
                        "import", "--db", database, files.get(first), files.get(second), files.get(3 - first - second));
                assertEquals(0, done.code(), done.err());
                expected = expected.isEmpty() ? Shell.held(database) : expected;
                assertEquals(expected, Shell.held(database));
            }
        }
        assertEquals(3, expected.size(), expected::toString);
        assertTrue(expected.getFirst().endsWith("60余 2-13"), expected::toString);
    }

    @Test
    void aTextBesideItsFormNeedNotBeNamed() throws IOException {
        shell.write("report.txt", Shell.TEXT);
        Shell.Ended done = shell.take(
                shell.write("departments.csv", Shell.DEPARTMENTS), shell.write("figures.csv", Shell.FIGURES));
        assertEquals(0, done.code(), done.err());
        assertEquals("""
            departments.csv: accepted; report R0001; new 2, changed 0, same 0, refused 0
            figures.csv: accepted; report R0003; new 2, changed 0, same 0, refused 0
            report.txt: accepted; report R0002; new 0, changed 0, same 0, refused 0
            report.txt: 1 proposal waits at the desk
            """, done.out());
    }

    @Test
    void everyFaultOfAFormIsOnStderrAndNothingIsStored() throws IOException {
        shell.take(shell.write("departments.csv", Shell.DEPARTMENTS));
        Path faulty = shell.write("faulty.csv", """
            department,period,metric,value,unit
            D1,2022-Q1,talk_integrity_persontimes,7,人次
            D9,2022-Q1,talk_integrity_persontimes,7,人次
            D1,2022-Q7,talk_integrity_persontimes,7,人次
            D1,2022-Q2,talks,若干,人次
            D1,2022-Q3,talk_integrity_persontimes,若干,吨
            """);
        Shell.Ended refused = shell.take(faulty);
        assertEquals(1, refused.code());
        List<String> lines = refused.err().lines().toList();
        for (String each : lines) {
            assertTrue(each.matches("faulty\\.csv:\\d+:\\d+: found '.+'; accepted: .+"), each);
        }
        assertEquals(
                List.of("3:1", "4:2", "5:3", "5:4", "6:4", "6:5"),
                lines.stream()
                        .map(each -> each.replaceFirst("faulty.csv:(\\d+:\\d+): .*", "$1"))
                        .toList());
        assertTrue(refused.out().contains("faulty.csv: refused; new 0, changed 0, same 0, refused 4"), refused.out());
        assertEquals(List.of("1 reports"), shell.held());
    }

    @Test
    void aDryRunStoresNothing() throws IOException {
        Shell.Ended done = shell.take(
                "--dry-run",
                shell.write("figures.csv", Shell.FIGURES),
                shell.write("departments.csv", Shell.DEPARTMENTS),
                shell.write("report.txt", Shell.TEXT));
        assertEquals(0, done.code(), done.err());
        assertTrue(done.out().contains("figures.csv: would_accept"), done.out());
        assertEquals(List.of("0 reports"), shell.held());
    }

    @Test
    void aDryRunCountsWhatTheImportThenBrings() {
        Path demo = Path.of("schema/demo/organisation");
        Object[] files = Stream.of("2022.csv", "calendar.csv", "reorganisations.csv", "departments.csv")
                .map(demo::resolve)
                .toArray();
        Shell.Ended tried = shell.take(
                Stream.concat(Stream.of("--dry-run"), Stream.of(files)).toArray());
        assertEquals(0, tried.code(), tried.err());
        Shell.Ended done = shell.take(files);
        assertEquals(0, done.code(), done.err());
        assertEquals(
                done.out()
                        .replaceAll("accepted; report R\\d+", "would_accept")
                        .lines()
                        .toList(),
                tried.out()
                        .lines()
                        .filter(line -> line.contains("would_accept"))
                        .toList());
    }

    @Test
    void aCorrectionNeedsItsReason() throws IOException {
        shell.take(shell.write("departments.csv", Shell.DEPARTMENTS));
        Path figures = shell.write("plain.csv", "department,period,metric,value\nD1,2022-Q1,study_seminars,6\n");
        for (String[] reason : List.of(new String[0], new String[] {"--reason", " "})) {
            List<Object> words = new ArrayList<>(List.of("--mode", "correct", figures));
            words.addAll(List.of(reason));
            Shell.Ended refused = shell.take(words.toArray());
            assertEquals(1, refused.code());
            assertTrue(refused.err().startsWith("reason: found "), refused.err());
        }
        assertEquals(List.of("1 reports"), shell.held());
        assertEquals(
                0,
                shell.take("--mode", "correct", "--reason", "miscounted", figures)
                        .code());
    }

    @Test
    void anUnknownDepartmentForAllRowsIsRefused() throws IOException {
        shell.take(shell.write("departments.csv", Shell.DEPARTMENTS));
        Path figures = shell.write("plain.csv", "metric,value\nstudy_seminars,6\n");
        Shell.Ended refused = shell.take("--department", "D77", "--period", "2022-Q8", figures);
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("department: found 'D77'; accepted: "), refused.err());
        assertTrue(refused.err().contains("period: found '2022-Q8'; accepted: "), refused.err());
        assertEquals(
                0,
                shell.take("--department", "办公室", "--period", "2022-Q1", figures)
                        .code());
    }

    @Test
    void whatIsNoFormIsRefusedInPlainWords() throws IOException {
        Path workbook = shell.write("book.xlsx", "PK\u0003\u0004 and so on");
        Shell.Ended refused = shell.take(workbook, folder.resolve("nothing.csv"), folder);
        assertEquals(1, refused.code());
        assertEquals(
                List.of(
                        folder.resolve("nothing.csv") + ": found no such file; accepted: a file that exists",
                        folder + ": found Is a directory; accepted: a file that can be read",
                        "book.xlsx:1:1: found 'the end of the archive is missing'; accepted: a whole file: open it,"
                                + " save it again and send that"),
                refused.err().lines().toList());
        assertEquals(List.of("0 reports"), shell.held());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-16", "UTF-16LE", "UTF-8"})
    void formsOfOtherEncodingsSayTheSame(String charset) throws IOException {
        Path departments = shell.write("departments.csv", Shell.DEPARTMENTS, Charset.forName(charset));
        Path figures = shell.write("figures.csv", Shell.FIGURES, Charset.forName(charset));
        Shell.Ended done =
                shell.take(departments, figures, shell.write("report.txt", Shell.TEXT, Charset.forName(charset)));
        assertEquals(0, done.code(), done.err());
        assertTrue(
                shell.held().getFirst().endsWith("60余 2-13"), () -> shell.held().toString());
    }
}
