package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The command line as a person meets it: what it prints where, and how it ends.
class CommandLineTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void sitDown() {
        shell = new Shell(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        -        | serve import read extract generate rebuild
        serve    | --db --host --port --demo
        import   | --db --dry-run --department --period --mode --reason --previewed --map --encoding FILE
        read     | --output --all --department --period --lexicon FILE
        extract  | --db --metric --department --period --as-of --level --shape
        generate | --departments --metrics --years --seed --form
        rebuild  | --db
        """)
    void everyCommandExplainsItself(String command, String mentions) {
        Shell.Ended help = command == null ? Shell.run("--help") : Shell.run(command, "--help");
        assertEquals(0, help.code());
        assertEquals("", help.err());
        for (String each : mentions.split(" ", -1)) {
            assertTrue(help.out().contains(each), () -> each + " is not in " + help.out());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "import",
                "import --nonsense x.csv",
                "import --mode overwrite x.csv",
                "generate",
                "generate --departments many",
                "generate --departments 3 --form circles",
                "serve --port abc",
                "rebuild now"
            })
    void wrongUsageEndsWithTwoAndSaysSoOnStderr(String line) {
        Shell.Ended wrong = line.isEmpty() ? Shell.run() : Shell.run((Object[]) line.split(" ", -1));
        assertEquals(2, wrong.code(), line);
        assertEquals("", wrong.out());
        assertTrue(wrong.err().contains("plumbline"), wrong.err());
    }

    @Test
    void aGeneratedOrganisationIsTheSameTwiceAndComesInCleanly() throws IOException {
        Object[] words = {"generate", "--departments", "12", "--metrics", "5", "--years", "2", "--seed", "7"};
        Shell.Ended figures = Shell.run(words);
        assertEquals(figures, Shell.run(words));
        assertEquals(0, figures.code());
        assertEquals(1 + 12 * 5 * 2 * 4, figures.out().lines().count());
        assertNotEquals(
                figures.out(),
                Shell.run("generate", "--departments", "12", "--metrics", "5", "--years", "2")
                        .out());
        Shell.Ended departments = Shell.run("generate", "--departments", "12", "--form", "departments");
        Shell.Ended done = shell.take(shell.write("f.csv", figures.out()), shell.write("d.csv", departments.out()));
        assertEquals(0, done.code(), done.err());
        assertTrue(done.err().lines().allMatch(line -> line.contains(" question: ")), done.err());
        assertTrue(done.out().contains("new 480, changed 0, same 0, refused 0"), done.out());
        Shell.Ended rebuilt = Shell.run("rebuild", "--db", shell.database());
        assertEquals(0, rebuilt.code());
        assertTrue(rebuilt.out().matches("[1-9][0-9]* cells, 0 differed\\R"), rebuilt.out());
    }

    @Test
    void theDemonstrationDoesNotMixWithOtherData() throws IOException {
        shell.take(shell.write("departments.csv", Shell.DEPARTMENTS));
        Shell.Ended refused = Shell.run("serve", "--demo", "--port", "0", "--db", shell.database());
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("holds other data'; accepted: a new one"), refused.err());
    }

    @Test
    void aPortThatIsNoneIsAUsageFault() {
        Shell.Ended refused = Shell.run("serve", "--port", "99999", "--db", shell.database());
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("--port: found '99999'; accepted: 0 to 65535"), refused.err());
    }
}
