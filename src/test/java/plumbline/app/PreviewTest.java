package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `import --dry-run` tells, and that a commit which names it stores just that or nothing.
class PreviewTest {
    private static final String HEAD = "department,period,metric,value\n";
    private static final String SEVEN = HEAD + "D1,2022-Q1,talk_integrity_persontimes,7\n";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void sitDown() throws IOException {
        shell = new Shell(folder);
        assertEquals(
                0, shell.take(shell.write("departments.csv", Shell.DEPARTMENTS)).code());
        assertEquals(0, shell.take(shell.write("seven.csv", SEVEN)).code());
    }

    private static String digest(Shell.Ended tried) {
        return tried.out()
                .lines()
                .filter(line -> line.startsWith("preview "))
                .map(line -> line.substring("preview ".length()).replaceFirst(";.*", ""))
                .findFirst()
                .orElseThrow();
    }

    private Shell.Ended correct(Object... words) {
        List<Object> all = new java.util.ArrayList<>(List.of("--mode", "correct", "--reason", "miscounted"));
        all.addAll(List.of(words));
        return shell.take(all.toArray());
    }

    @Test
    void everyEffectIsToldWithWhatIsOnRecordAndWhatTheChartsWillSay() throws IOException {
        Path nine = shell.write(
                "nine.csv",
                HEAD + "D1,2022-Q1,talk_integrity_persontimes,9\nD1,2022-Q2,talk_integrity_persontimes,60余\n"
                        + "D1,2022-Q3,talk_integrity_persontimes,3\n");
        correct(shell.write("three.csv", HEAD + "D1,2022-Q3,talk_integrity_persontimes,3\n"));
        Shell.Ended tried = correct("--dry-run", nine);
        assertEquals(0, tried.code(), tried.err());
        List<String> lines = tried.out().lines().toList();
        assertEquals("nine.csv: would_accept; new 1, changed 1, same 1, refused 0", lines.getFirst());
        assertTrue(lines.get(1).matches("nine.csv: sha256 [0-9a-f]{64}"), lines.get(1));
        assertEquals(
                List.of(
                        "nine.csv:3:4: new D1 talk_integrity_persontimes 2022-Q2 in_period '60余'",
                        "nine.csv:2:4: changed D1 talk_integrity_persontimes 2022-Q1 in_period '7' → '9'"
                                + " (F000001, R0002 seven.csv, 2:4)",
                        "nine.csv:4:4: same D1 talk_integrity_persontimes 2022-Q3 in_period '3'",
                        "nine.csv: chart D1 talk_integrity_persontimes 2022-Q1: 7 → 9",
                        "nine.csv: chart D1 talk_integrity_persontimes 2022-Q2: nothing → 61..69",
                        "nine.csv: chart D1 talk_integrity_persontimes 2022-H1: 7.. partial → 70..78"),
                lines.subList(4, 10));
        assertEquals(3, shell.held().size(), shell.held()::toString); // 7, 3 and how many reports
    }

    @Test
    void whatWasPreviewedIsWhatIsStored() throws IOException {
        Path nine = shell.write("nine.csv", SEVEN.replace(",7", ",9"));
        String digest = digest(correct("--dry-run", nine));
        assertEquals(digest, digest(correct("--dry-run", nine)));
        Shell.Ended done = correct("--previewed", digest, nine);
        assertEquals(0, done.code(), done.err());
        assertTrue(done.out().startsWith("nine.csv: accepted; report R0003; new 0, changed 1"), done.out());
    }

    @Test
    void otherBytesThanThePreviewedAreAnsweredWithTheDifference() throws IOException {
        Path form = shell.write("form.csv", SEVEN.replace(",7", ",9"));
        String digest = digest(correct("--dry-run", form));
        shell.write("form.csv", SEVEN.replace(",7", ",8"));
        Shell.Ended refused = correct("--previewed", digest, form);
        assertEquals(1, refused.code(), refused.out());
        assertTrue(refused.out().startsWith("form.csv: preview_outdated; new 0, changed 0"), refused.out());
        assertTrue(refused.out().contains("'7' → '8'"), refused.out());
        assertNotEquals(digest, digest(refused));
        assertEquals(0, correct("--previewed", digest(refused), form).code());
    }

    @Test
    void aLedgerThatMovedMakesAPreviewUntrueOnlyWhereItMattersToIt() throws IOException {
        Path form = shell.write("form.csv", HEAD + "D1,2022-Q2,talk_integrity_persontimes,5\n");
        String digest = digest(shell.take("--dry-run", form));
        shell.take(shell.write("elsewhere.csv", HEAD + "D1,2022-Q2,study_seminars,4\n"));
        assertEquals(digest, digest(shell.take("--dry-run", form)));
        // another quarter of the year: the row does the same, but the chart of the year will say something else
        shell.take(shell.write("beside.csv", HEAD + "D1,2022-Q3,talk_integrity_persontimes,4\n"));
        List<String> before = shell.held();
        Shell.Ended refused = shell.take("--previewed", digest, form);
        assertEquals(1, refused.code(), refused.out());
        assertTrue(refused.out().contains("form.csv: preview_outdated"), refused.out());
        assertEquals(before, shell.held());
    }

    @Test
    void filesOfOneOrderArePreviewedTogetherAndStoredTogetherOrNotAtAll() throws IOException {
        Path more = shell.write("more.csv", "code,name_zh,parent\nD2,新处,B\n");
        Path figures = shell.write("figures.csv", HEAD + "D2,2022-Q1,talk_integrity_persontimes,5\n");
        Path again = shell.write("again.csv", HEAD + "D2,2022-Q1,talk_integrity_persontimes,5\n\n");
        Shell.Ended tried = shell.take("--dry-run", figures, again, more);
        assertEquals(0, tried.code(), tried.err());
        assertTrue(tried.out().contains("figures.csv: would_accept; new 1, changed 0, same 0"), tried.out());
        assertTrue(tried.out().contains("again.csv: would_accept; new 0, changed 0, same 1"), tried.out());
        List<String> before = shell.held();
        shell.write("again.csv", HEAD + "D2,2022-Q1,talk_integrity_persontimes,6\n");
        assertEquals(
                1,
                shell.take("--previewed", digest(tried), figures, again, more).code());
        assertEquals(before, shell.held());
        shell.write("again.csv", HEAD + "D2,2022-Q1,talk_integrity_persontimes,5\n\n");
        Shell.Ended done = shell.take("--previewed", digest(tried), figures, again, more);
        assertEquals(0, done.code(), done.err());
    }

    @Test
    void aFaultyFileSaysWhatItsRowsWouldDoAndThatTheChartsStayAsTheyAre() throws IOException {
        Path faulty = shell.write("faulty.csv", SEVEN.replace(",7", ",8") + "D9,2022-Q1,study_seminars,2\n");
        Shell.Ended tried = shell.take("--dry-run", faulty);
        assertEquals(1, tried.code());
        assertTrue(
                tried.out()
                        .contains("faulty.csv:2:4: refused D1 talk_integrity_persontimes 2022-Q1 in_period '7' → '8'"),
                tried.out());
        assertTrue(!tried.out().contains("chart"), tried.out());
    }

    /// Bytes that are good GB18030 and good UTF-8: only a person can tell.
    @Test
    void anEncodingThatIsDetectedWronglyIsNamedAndThePreviewShowsTheTextInIt() throws IOException {
        Charset gb = Charset.forName("GB18030");
        String note = new String("模".getBytes(gb), StandardCharsets.UTF_8);
        assertFalse(note.contains("\uFFFD"), "模 in GB is UTF-8, too");
        String rows = HEAD.replace("value", "value,note") + "D1,2022-Q2,talk_integrity_persontimes,5,模\n";
        Path form = shell.write("form.csv", rows, gb);
        Shell.Ended detected = shell.take("--dry-run", form);
        assertTrue(detected.out().contains("begins: D1,2022-Q2,talk_integrity_persontimes,5," + note), detected.out());
        Shell.Ended named = shell.take("--dry-run", "--encoding", "gbk", form);
        assertTrue(named.out().contains("begins: D1,2022-Q2,talk_integrity_persontimes,5,模"), named.out());
        assertNotEquals(digest(detected), digest(named));
        assertEquals(
                0,
                shell.take("--encoding", "gbk", "--previewed", digest(named), form)
                        .code());
        assertTrue(Shell.run("extract", "--db", shell.database()).out().contains("模"));
        Shell.Ended wrong = shell.take("--dry-run", "--encoding", "UTF-16LE", shell.write("odd.csv", HEAD + "xx"));
        assertEquals(1, wrong.code());
        assertEquals(1, shell.take("--encoding", "EBCDIC", form).code());
    }
}
