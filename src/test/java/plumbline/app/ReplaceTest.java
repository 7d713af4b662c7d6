package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mode replace: a file takes the place of all that is on record for one department and one period.
class ReplaceTest {
    private static final String HEAD = "department,period,metric,value\n";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void sitDown() throws IOException {
        shell = new Shell(folder);
        String departments = Shell.DEPARTMENTS + "D2,统计处,Statistics,B\n";
        assertEquals(0, shell.take(shell.write("departments.csv", departments)).code());
        String old = HEAD + """
            D1,2022-Q1,talk_integrity_persontimes,7
            D1,2022-Q1,study_seminars,2
            D1,2022-Q1,study_staff_sessions,3
            D1,2022-Q1,meeting_party_group,*
            D1,2022-Q2,study_seminars,5
            D2,2022-Q1,study_seminars,6
            """;
        assertEquals(0, shell.take(shell.write("old.csv", old)).code());
    }

    private Shell.Ended replace(Object... words) {
        List<Object> all = new ArrayList<>(List.of("--mode", "replace", "--reason", "a new report"));
        all.addAll(List.of(words));
        return shell.take(all.toArray());
    }

    private List<String> held() {
        return shell.held().stream()
                .map(each -> each.replaceFirst(
                        "FigureKey\\[department=(\\w+), metric=(\\w+),.*?period=([^,]*),.*\\] (\\S*) .*",
                        "$1 $2 $3 $4"))
                .toList();
    }

    @Test
    void whatTheFileDoesNotStateIsWithdrawnAndOtherDepartmentsAndPeriodsStay() throws IOException {
        Path form = shell.write(
                "new.csv",
                HEAD + "D1,2022-Q1,talk_integrity_persontimes,8\nD1,2022-Q1,study_seminars,2\n"
                        + "D1,2022-Q1,pb_lectures_sessions,1\n");
        Shell.Ended tried = replace("--dry-run", form);
        assertEquals(0, tried.code(), tried.err());
        assertTrue(tried.out().startsWith("new.csv: would_accept; new 1, changed 3, same 1, refused 0"), tried.out());
        assertTrue(
                tried.out()
                        .contains("new.csv:1:1: withdrawn D1 study_staff_sessions 2022-Q1 in_period '3' → nothing"
                                + " (F000003, R0002 old.csv, 4:4)"),
                tried.out());
        assertTrue(tried.out().contains("new.csv: chart D1 study_staff_sessions 2022-Q1: 3 → nothing"), tried.out());
        String digest = tried.out().replaceAll("(?s).*\npreview ([0-9a-f]{64}).*", "$1");
        Shell.Ended done = replace("--previewed", digest, form);
        assertEquals(0, done.code(), done.out() + done.err());
        List<String> held = held();
        assertEquals(6, held.size(), held::toString);
        assertTrue(
                held.containsAll(List.of(
                        "D1 talk_integrity_persontimes 2022-Q1 8",
                        "D1 study_seminars 2022-Q1 2",
                        "D1 pb_lectures_sessions 2022-Q1 1",
                        "D1 study_seminars 2022-Q2 5",
                        "D2 study_seminars 2022-Q1 6")),
                held::toString);
        assertTrue(replace(form).out().contains("new.csv: already_imported"));
        assertEquals(0, Shell.run("verify", "--db", shell.database()).code());
    }

    @Test
    void aBlankCellDeletesNothingInAnyLayout() throws IOException {
        Path tidy =
                shell.write("tidy.csv", HEAD + "D1,2022-Q1,talk_integrity_persontimes,\nD1,2022-Q1,study_seminars,2\n");
        Path wide = shell.write("wide.csv", "部门,期间,廉政谈话人次,study_seminars\n办公室,2022-Q1,,2\n");
        Path down = shell.write("down.csv", "单位：办公室,\n期间：2022-Q1,\n指标,数值\n廉政谈话人次,\nstudy_seminars,2\n");
        for (Path form : List.of(tidy, wide, down)) {
            Shell.Ended tried = replace("--dry-run", form);
            assertEquals(0, tried.code(), tried.out() + tried.err());
            assertFalse(tried.out().contains("withdrawn D1 talk_integrity_persontimes"), form + tried.out());
            assertTrue(tried.out().contains("withdrawn D1 study_staff_sessions"), form + tried.out());
            assertTrue(tried.err().contains("mode withdraw to take '7' back"), form + tried.err());
        }
    }

    @Test
    void aFileOfSeveralDepartmentsOrPeriodsIsRefusedAndSoIsOneWithoutFigures() throws IOException {
        List<String> before = shell.held();
        for (String other : List.of("D2,2022-Q1", "D1,2022-Q2", "D1,2022")) {
            Path form =
                    shell.write("several.csv", HEAD + "D1,2022-Q1,study_seminars,2\n" + other + ",study_seminars,9\n");
            Shell.Ended refused = replace(form);
            assertEquals(1, refused.code(), refused.out());
            assertTrue(
                    refused.err()
                            .contains("several.csv:3:4: found '" + other.replace(',', ' ')
                                    + "'; accepted: D1 2022-Q1 only"),
                    refused.err());
        }
        Shell.Ended empty = replace(shell.write("empty.csv", HEAD));
        assertEquals(1, empty.code(), empty.out());
        assertTrue(empty.err().contains("empty.csv:1:1: found 'no figures'"), empty.err());
        Shell.Ended departments = replace(shell.write("more.csv", Shell.DEPARTMENTS + "D3,新处,New,B\n"));
        assertEquals(1, departments.code(), departments.out());
        assertEquals(before, shell.held());
    }

    @Test
    void aFaultInOneRowReplacesNothing() throws IOException {
        List<String> before = shell.held();
        Path form = shell.write("faulty.csv", HEAD + "D1,2022-Q1,study_seminars,2\nD1,2022-Q1,nonsense,9\n");
        assertEquals(1, replace(form).code());
        assertEquals(before, shell.held());
        assertEquals(1, shell.take("--mode", "replace", form).code()); // without a reason
    }
}
