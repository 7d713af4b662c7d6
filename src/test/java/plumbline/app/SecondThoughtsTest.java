package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Vintage;

/// What is done, undone and done again, and what only looks like something else.
class SecondThoughtsTest {
    private static final String SEVEN = "department,period,metric,value\nD1,2022-Q1,talk_integrity_persontimes,7\n";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void sitDown() throws IOException {
        shell = new Shell(folder);
        assertEquals(
                0, shell.take(shell.write("departments.csv", Shell.DEPARTMENTS)).code());
    }

    @Test
    void bytesThatWereTakenBackAreNotReceiptedAsIfTheyStood() throws IOException {
        Path form = shell.write("form.csv", SEVEN);
        assertEquals(0, shell.take(form).code());
        assertTrue(shell.take(form).out().contains("already_imported"));
        assertEquals(
                0,
                shell.take("--mode", "withdraw", "--reason", "wrong office", form)
                        .code());
        Shell.Ended again = shell.take(form);
        assertEquals(1, again.code(), again.out());
        assertTrue(again.err().contains("form.csv:1:1: found 'R0002'"), again.err());
        Path noted = shell.write(
                "noted.csv", SEVEN.replace("value\n", "value,note\n").replace(",7\n", ",7,right after all\n"));
        assertEquals(0, shell.take(noted).code());
        assertTrue(shell.held().getFirst().contains(" 7 "), shell.held()::toString);
    }

    @Test
    void figuresAreTriedAndWithdrawnWithTheirTextBeside() throws IOException {
        shell.write("report.txt", Shell.TEXT);
        Path form = shell.write("figures.csv", Shell.FIGURES);
        Shell.Ended tried = shell.take("--dry-run", form);
        assertEquals(0, tried.code(), tried.err());
        assertEquals(0, shell.take(form).code());
        Shell.Ended withdrawn = shell.take("--mode", "withdraw", "--reason", "a draft", form);
        assertEquals(0, withdrawn.code(), withdrawn.err());
        assertEquals(java.util.List.of("4 reports"), shell.held());
    }

    @Test
    void aCorrectionThatWasCorrectedIsNotReceiptedAgain() throws IOException {
        Path seven = shell.write("seven.csv", SEVEN);
        Path nine = shell.write("nine.csv", SEVEN.replace(",7", ",9"));
        assertEquals(0, shell.take("--mode", "correct", "--reason", "a", seven).code());
        assertEquals(0, shell.take("--mode", "correct", "--reason", "b", nine).code());
        assertEquals(1, shell.take("--mode", "correct", "--reason", "c", seven).code());
        assertTrue(shell.take("--mode", "correct", "--reason", "b", nine).out().contains("already_imported"));
    }

    @Test
    void departmentsAreNotWithdrawn() throws IOException {
        Path more = shell.write("more.csv", Shell.DEPARTMENTS + "D2,另一办公室,Other office,B\n");
        Shell.Ended refused = shell.take("--mode", "withdraw", "--reason", "a slip", more);
        assertEquals(1, refused.code(), refused.out());
        assertTrue(refused.err().contains("accepted: a figures form, reorganisations or a calendar"), refused.err());
    }

    @Test
    void aNameThatTwoDepartmentsBearNamesNeither() throws IOException {
        shell.take(shell.write("twins.csv", "code,name_zh,name_en,parent\nD3,档案室,Archive,B\nD4,档案室,Archive,B\n"));
        Path form = shell.write("form.csv", "period,metric,value\n2022-Q1,talk_integrity_persontimes,7\n");
        Shell.Ended refused = shell.take("--department", "档案室", form);
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("found '档案室'"), refused.err());
        assertEquals(0, shell.take("--department", "D4", form).code());
    }

    @Test
    void aFormSavedAsTextWithAMisspeltHeaderIsNotTakenForAReport() throws IOException {
        Shell.Ended refused = shell.take(shell.write("form.txt", SEVEN.replace("value", "vlaue")));
        assertEquals(1, refused.code(), refused.out());
        assertTrue(refused.err().contains("vlaue"), refused.err());
    }

    @Test
    void aFormBringsItsTextsAlongButNoOtherForms() throws IOException {
        shell.write("named.csv", SEVEN);
        Path form = shell.write(
                "form.csv",
                "department,period,metric,value,document\nD1,2022-Q2,talk_integrity_persontimes,3,named.csv\n");
        assertEquals(1, shell.take(form).code());
        assertEquals(1, shell.held().size(), shell.held()::toString);
    }

    @Test
    void readingALedgerThatIsNotThereMakesNone() {
        Path typo = folder.resolve("typo.db");
        for (String command : new String[] {"extract", "rebuild"}) {
            Shell.Ended refused = Shell.run(command, "--db", typo);
            assertEquals(1, refused.code());
            assertTrue(refused.err().contains("a database that exists"), refused.err());
        }
        assertFalse(Files.exists(typo));
    }

    @Test
    void closingLeavesOneWholeFile() {
        assertTrue(Files.exists(shell.database()));
        assertFalse(Files.exists(folder.resolve("plumbline.db-wal")), "the log is folded into the file");
    }

    @Test
    void noTwoLedgersShareASeal() {
        Path other = folder.resolve("other.db");
        Shell.run("import", "--db", other, folder.resolve("departments.csv"));
        assertNotEquals(newest(shell.database()).seal(), newest(other).seal());
        assertEquals(newest(other).importNumber(), newest(shell.database()).importNumber());
    }

    private static Vintage newest(Path database) {
        try (House house = House.open(database.toString())) {
            return house.ledger().newest();
        }
    }
}
