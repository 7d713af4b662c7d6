package plumbline.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest extends DatabaseContract {
    @TempDir
    static Path folder;

    private static int databases;

    private static final int LARGE = Checkpoints.LARGE * 4096;

    @Override
    String fresh() {
        return file().toString();
    }

    private static Path file() {
        return folder.resolve("database-" + ++databases + ".db");
    }

    /// After a full disk SQLite has rolled back by itself and the driver does not know: on a connection that lives on,
    /// the two rows below would be there before anybody committed them.
    @Test
    void afterAFullDatabaseTheNextTransactionIsStillWhole() {
        try (Database database = Database.open(fresh())) {
            assertThrows(
                    LedgerException.class,
                    () -> database.write((connection, _) -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("PRAGMA max_page_count = 60");
                            for (int i = 1; i < 1_000; i++) {
                                statement.executeUpdate(
                                        "INSERT INTO metric (code) VALUES ('" + "x".repeat(3_000) + i + "')");
                            }
                        }
                        return new Database.Written<>(true, true);
                    }));
            database.write((connection, _) -> {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate("INSERT INTO metric (code) VALUES ('a'), ('b')");
                }
                assertEquals(0, metrics(database), "seen before the commit");
                return new Database.Written<>(false, true);
            });
            assertEquals(0, metrics(database), "kept though nobody committed");
        }
    }

    @Test
    void aLongLogIsFoldedIntoTheFileWhileTheDatabaseIsOpen() throws IOException, InterruptedException {
        Path file = file();
        int size = 8_000_000;
        try (Database database = Database.open(file.toString())) {
            run(database, List.of("INSERT INTO metric (code) VALUES (hex(zeroblob(" + size / 2 + ")))"));
            for (int i = 0; i < 1_000 && Files.size(file) < size; i++) {
                Thread.sleep(10);
            }
            assertTrue(Files.size(file) >= size, "still all in the log");
        }
    }

    /// Each checkpoint leaves behind what is written meanwhile; the log must begin anew all the same.
    @Test
    void aLogStaysBoundedThoughOneTransactionFollowsTheOther() throws IOException {
        Path file = file();
        Path log = Path.of(file + "-wal");
        int transactions = 200;
        int size = 2_000_000;
        long longest = 0;
        try (Database database = Database.open(file.toString())) {
            run(database, List.of("INSERT INTO metric (code) VALUES ('')"));
            for (int i = 0; i < transactions; i++) {
                run(database, List.of("UPDATE metric SET code = hex(zeroblob(" + (size / 2 + i) + "))"));
                longest = Math.max(longest, Files.size(log));
            }
        }
        assertTrue(longest < 3L * LARGE, "grew to " + longest);
    }

    @Test
    void aLargeTransactionLeavesNoLargeLogBehind() throws IOException, InterruptedException {
        Path file = file();
        Path log = Path.of(file + "-wal");
        try (Database database = Database.open(file.toString())) {
            run(database, List.of("INSERT INTO metric (code) VALUES (hex(zeroblob(" + LARGE * 3 / 4 + ")))"));
            assertTrue(Files.size(log) > LARGE);
            for (int i = 0; i < 500 && Files.size(log) > LARGE; i++) {
                Thread.sleep(10);
                run(database, List.of("INSERT INTO metric (code) VALUES ('" + i + "')"));
            }
            assertTrue(Files.size(log) <= LARGE, "still " + Files.size(log));
        }
    }

    @Test
    void aNewDatabaseIsForItsOwnersEyesOnly() throws IOException {
        Path file = file();
        Database.open("jdbc:sqlite:" + file).close();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedInAPlainSentence() throws IOException {
        Path file = file();
        Files.writeString(file, "not a database, but long enough to be looked at as one ".repeat(40));
        LedgerException refused = assertThrows(LedgerException.class, () -> Database.open(file.toString()));
        assertTrue(String.valueOf(refused.getMessage()).contains("is it a Plumbline database?"));
    }

    @Test
    void anotherKindOfDatabaseIsRefusedWithoutItsPassword() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> Database.open("jdbc:mysql://u:secret@h/d?password=secret"));
        String message = String.valueOf(refused.getMessage());
        assertTrue(
                message.contains("'jdbc:mysql://h/d'; accepted: a file name, jdbc:sqlite:FILE or jdbc:post"), message);
    }
}
