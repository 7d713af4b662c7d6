package plumbline.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.Samples;
import plumbline.consolidate.Consolidation;

class SqliteLedgerTest extends LedgerContract {
    @TempDir
    static Path folder;

    private static int databases;

    @Override
    Ledger open() {
        return Ledger.open(
                folder.resolve("ledger-" + ++databases + ".db"), Samples.CATALOG, new Consolidation(), this::now);
    }

    private static Path fresh() {
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

    private static int metrics(Database database) {
        return database.read((_, dsl) -> dsl.fetchCount(plumbline.ledger.generated.Tables.METRIC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE figure SET value = 7",
                "DELETE FROM figure",
                "UPDATE report SET name = 'other'",
                "DELETE FROM report_content",
                "UPDATE seal SET sha256 = ''",
                "DELETE FROM import",
                "UPDATE department_version SET name_zh = ''",
                "DELETE FROM submission"
            })
    void whatIsRecordedCannotBeChanged(String attempt) throws SQLException {
        Path file = fresh();
        try (Database database = Database.open(file)) {
            database.write((connection, _) -> {
                try (Statement statement = connection.createStatement()) {
                    for (String row : ROWS) {
                        statement.executeUpdate(row);
                    }
                }
                return new Database.Written<>(true, true);
            });
            LedgerException refused = assertThrows(
                    LedgerException.class,
                    () -> database.write((connection, _) -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.executeUpdate(attempt);
                        }
                        return new Database.Written<>(true, true);
                    }));
            assertTrue(String.valueOf(refused.getMessage()).contains("is never"), refused.getMessage());
        }
    }

    private static final List<String> ROWS = List.of(
            "INSERT INTO import (id, actor, mode) VALUES (1, 'clerk', 'add')",
            "INSERT INTO seal VALUES (1, '2026-01-01T00:00:00.000000Z', 1, 1, 0, 0, 'x')",
            "INSERT INTO report VALUES (1, 1, 'a.csv', 'figures', 'add', NULL, NULL, 'x', 1, 'UTF-8')",
            "INSERT INTO report_content VALUES (1, x'00')",
            "INSERT INTO metric (id, code) VALUES (1, 'm')",
            "INSERT INTO department VALUES (1, 1, 'B')",
            "INSERT INTO department_version VALUES (1, 1, '局', 'B', NULL, NULL, NULL, 1)",
            "INSERT INTO submission VALUES (1, 20260103, 1)",
            "INSERT INTO figure (id, import_id, metric_id, department_id, category_id, span, basis, scope, range_from,"
                    + " range_to, revision, state, value, lower, upper, wording, review, report_id)"
                    + " VALUES (1, 1, 1, 1, 0, 20260103, 0, 0, 0, 0, 1, 0, 3, 3, 3, '3', 0, 1)");

    @Test
    void aNewDatabaseIsForItsOwnersEyesOnly() throws IOException {
        Path file = fresh();
        Database.open(file).close();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedInAPlainSentence() throws IOException {
        Path file = fresh();
        Files.writeString(file, "not a database, but long enough to be looked at as one ".repeat(40));
        LedgerException refused = assertThrows(LedgerException.class, () -> Database.open(file));
        assertTrue(String.valueOf(refused.getMessage()).contains("is it a Plumbline database?"));
    }

    @Test
    void aDatabaseOfANewerProgramIsRefused() {
        Path file = fresh();
        try (Database database = Database.open(file)) {
            database.write((connection, _) -> {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate("INSERT INTO migration VALUES ('9999-future.sql', 'x')");
                }
                return new Database.Written<>(true, true);
            });
        }
        LedgerException refused = assertThrows(LedgerException.class, () -> Database.open(file));
        assertTrue(String.valueOf(refused.getMessage()).contains("newer Plumbline"));
    }
}
