package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteVerifyTest extends VerifyContract {
    @TempDir
    static Path original;

    @BeforeAll
    static void takeIn() throws IOException {
        takeIn(original, original.resolve("plumbline.db").toString());
    }

    @Override
    String ledger() throws IOException {
        return "jdbc:sqlite:" + Files.copy(original.resolve("plumbline.db"), folder.resolve("copy.db"));
    }

    @Override
    List<String> unguard(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>(List.of("PRAGMA foreign_keys = off"));
        try (Statement statement = connection.createStatement();
                ResultSet triggers = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
            while (triggers.next()) {
                statements.add("DROP TRIGGER " + triggers.getString(1));
            }
        }
        return statements;
    }

    /// REPLACE removes the row it replaces without asking the triggers, unless the tool was told otherwise.
    @Test
    void aRowReplacedUnderTheGuardsIsFound() throws IOException, SQLException {
        Shell.Ended found = after(
                ledger(),
                "INSERT OR REPLACE INTO submission SELECT * FROM submission WHERE span = 20220103",
                List.of());
        assertEquals(0, found.code(), found.err());
        found = after("jdbc:sqlite:" + folder.resolve("copy.db"), """
            INSERT OR REPLACE INTO seal
            SELECT import_id, sealed_at, row_count, fresh, changed, 7, sha256 FROM seal WHERE import_id = 3\
            """, List.of());
        assertTrue(found.err().startsWith("import 3 (calendar.csv), seal: found "), found.err());
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        String ledger = ledger();
        Path file = folder.resolve("copy.db");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 4096, (byte) 7);
        Files.write(file, bytes);
        Shell.Ended found = Shell.run("verify", "--db", ledger);
        assertEquals(1, found.code(), found.out());
        assertTrue(found.err().contains("copy.db: found '") || found.err().contains("malformed"), found.err());
    }
}
