package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.read.sheet.Drawn;

/// A header that is not known is asked about once, and what was said is used for the next file of the form.
class MappingTest {
    private static final String TALKS = "talk_integrity_persontimes";
    private static final String ANSWER = "谈心情况（人次）=" + TALKS;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void sitDown() throws IOException {
        shell = new Shell(folder);
        String departments = Shell.DEPARTMENTS + "D2,统计处,Statistics,B\n";
        assertEquals(0, shell.take(shell.write("departments.csv", departments)).code());
    }

    /// A form of one department and period.
    private Path form(String name, String period, String header, String department, String values) throws IOException {
        return shell.write(name, "部门,期间," + header + "\n" + department + "," + period + "," + values + "\n");
    }

    private Path first() throws IOException {
        return form("first.csv", "2022-Q1", "谈心情况（人次）,中心组学习", "办公室", "7,2");
    }

    @Test
    void anUnknownHeaderIsAskedAndTheAnswerIsRememberedForTheNextFile() throws IOException {
        Shell.Ended asked = shell.take(first());
        assertEquals(1, asked.code());
        assertTrue(asked.err().contains("first.csv:1:3: found '谈心情况（人次）'"), asked.err());
        assertTrue(asked.out().contains("first.csv:1:3: what is '谈心情况（人次）'? say it with --map"), asked.out());
        Shell.Ended told = shell.take("--map", ANSWER, first());
        assertEquals(0, told.code(), told.err());
        assertTrue(told.out().contains("'谈心情况（人次）' read as " + TALKS + ", as said now"), told.out());
        Shell.Ended next = shell.take(form("next.csv", "2022-Q2", "谈心情况（人次）,中心组学习", "办公室", "9,3"));
        assertEquals(0, next.code(), next.out() + next.err());
        assertTrue(next.out().contains("'谈心情况（人次）' read as " + TALKS + ", as confirmed by "), next.out());
        assertTrue(
                shell.held().stream().anyMatch(each -> each.contains(TALKS) && each.contains(" 9 ")),
                shell.held()::toString);
    }

    @Test
    void anAnswerGivenInADryRunIsNotRemembered() throws IOException {
        assertEquals(0, shell.take("--dry-run", "--map", ANSWER, first()).code());
        assertEquals(1, shell.take(first()).code());
    }

    @Test
    void theAnswerOfOneDepartmentIsOnlyOfferedToAnother() throws IOException {
        shell.take("--map", ANSWER, first());
        Shell.Ended other = shell.take(form("other.csv", "2022-Q1", "谈心情况（人次）,中心组学习", "统计处", "4,1"));
        assertEquals(1, other.code(), other.out());
        assertTrue(other.err().contains("other.csv:1:3: found '谈心情况（人次）'"), other.err());
        assertFalse(other.out().contains("read as"), other.out());
    }

    @Test
    void aColumnThatMovedStopsTheFileUntilItIsConfirmedAgain() throws IOException {
        shell.take("--map", ANSWER, first());
        Path moved = form("moved.csv", "2022-Q2", "中心组学习,谈心情况（人次）", "办公室", "3,9");
        Shell.Ended stopped = shell.take(moved);
        assertEquals(1, stopped.code(), stopped.out());
        assertTrue(stopped.err().contains("moved.csv:1:4: found 'column D'; accepted: column C"), stopped.err());
        assertEquals(0, shell.take("--map", ANSWER, moved).code());
        Shell.Ended next = shell.take(form("after.csv", "2022-Q3", "中心组学习,谈心情况（人次）", "办公室", "3,9"));
        assertEquals(0, next.code(), next.err());
    }

    @Test
    void anotherUnitStopsTheFileAndNamesBoth() throws IOException {
        shell.take("--map", ANSWER, first());
        for (String unit : List.of("件", "万人次")) {
            String header = "谈心情况（" + unit + "）,中心组学习";
            Shell.Ended stopped = shell.take(form("unit.csv", "2022-Q2", header, "办公室", "9,3"));
            assertEquals(1, stopped.code(), stopped.out());
            assertTrue(stopped.err().contains("unit.csv:1:3: found '" + unit + "'; accepted: 人次"), stopped.err());
        }
        Path wan = form("wan.csv", "2022-Q2", "谈心情况（万人次）,中心组学习", "办公室", "9,3");
        Shell.Ended confirmed = shell.take("--map", "谈心情况（万人次）=" + TALKS, wan);
        assertEquals(0, confirmed.code(), confirmed.err());
        assertTrue(shell.held().stream().anyMatch(each -> each.contains(" 9万 ")), shell.held()::toString);
    }

    @Test
    void aColumnMayBeLeftOutAndStaysSo() throws IOException {
        Shell.Ended told = shell.take("--map", "谈心情况（人次）=-", first());
        assertEquals(0, told.code(), told.err());
        assertTrue(told.out().contains("'谈心情况（人次）' left out, as said now"), told.out());
        Shell.Ended next = shell.take(form("next.csv", "2022-Q2", "谈心情况（人次）,中心组学习", "办公室", "9,3"));
        assertEquals(0, next.code(), next.err());
        assertFalse(shell.held().toString().contains(TALKS), shell.held()::toString);
    }

    @Test
    void theNextYearsWorkbookIsTheSameForm() throws IOException {
        Path old = Files.write(
                folder.resolve("2022.xlsx"),
                Drawn.parse(List.of("# 表一", "单位：办公室|", "期间|2022年谈心情况|中心组学习", "2022年第1季度|3|4"))
                        .xlsx());
        String answers = "2022年谈心情况=" + TALKS;
        Shell.Ended told = shell.take("--map", answers, old);
        assertEquals(0, told.code(), told.out() + told.err());
        Path next = Files.write(
                folder.resolve("2023.xlsx"),
                Drawn.parse(List.of("# 表一", "单位：办公室|", "期间|2023年谈心情况|中心组学习", "2023年第1季度|5|6"))
                        .xlsx());
        Shell.Ended again = shell.take(next);
        assertTrue(
                again.out().contains("'2023年谈心情况' read as " + TALKS + ", as confirmed by"), again.out() + again.err());
    }

    @Test
    void anAnswerThatIsNoneOrThatNobodyAskedForIsRefused() throws IOException {
        Shell.Ended nonsense = shell.take("--map", "谈心情况（人次）=nonsense", first());
        assertEquals(1, nonsense.code());
        assertTrue(nonsense.err().startsWith("map: found '谈心情况（人次）=nonsense'"), nonsense.err());
        Shell.Ended unasked = shell.take("--map", "开会=" + TALKS, first());
        assertTrue(
                unasked.err().startsWith("map: found '开会'; accepted: a header that is asked about: 谈心情况（人次）"),
                unasked.err());
        assertEquals(1, shell.take("--map", "谈心", first()).code());
    }
}
