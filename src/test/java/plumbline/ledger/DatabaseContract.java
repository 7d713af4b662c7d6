package plumbline.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.ledger.generated.Tables;

/// What the ledger asks of any database below it.
abstract class DatabaseContract {
    /// A new, empty database.
    abstract String fresh();

    /// Runs the statements in a transaction that is kept.
    static void run(Database database, List<String> statements) {
        database.write((connection, _) -> {
            try (Statement statement = connection.createStatement()) {
                for (String each : statements) {
                    statement.executeUpdate(each);
                }
            }
            return new Database.Written<>(true, true);
        });
    }

    static int metrics(Database database) {
        return database.read((_, dsl) -> dsl.fetchCount(Tables.METRIC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE figure SET value = 7",
                "DELETE FROM figure",
                "UPDATE report SET name = 'other'",
                "DELETE FROM report_content",
                "UPDATE seal SET sha256 = ''",
                "UPDATE seal_part SET row_count = 0",
                "DELETE FROM import",
                "UPDATE department_version SET name_zh = ''",
                "DELETE FROM submission"
            })
    void whatIsRecordedCannotBeChanged(String attempt) {
        try (Database database = Database.open(fresh())) {
            run(database, ROWS);
            database.write((_, dsl) -> new Database.Written<>(
                    true,
                    dsl.insertInto(Tables.REPORT_CONTENT)
                            .values(1L, new byte[] {0})
                            .execute()));
            database.write((_, dsl) -> {
                new SealPart("figure", 1, "x", new byte[RowDigest.CHECK]).write(dsl, 1);
                return new Database.Written<>(true, true);
            });
            LedgerException refused = assertThrows(LedgerException.class, () -> run(database, List.of(attempt)));
            assertTrue(String.valueOf(refused.getMessage()).contains("is never"), refused.getMessage());
        }
    }

    /// One row of everything; the figure before its report, as an import writes them.
    private static final List<String> ROWS = List.of(
            "INSERT INTO import (id, actor, mode) VALUES (1, 'clerk', 'add')",
            "INSERT INTO seal VALUES (1, '2026-01-01T00:00:00.000000Z', 1, 1, 0, 0, 'x')",
            "INSERT INTO metric (id, code) VALUES (1, 'm')",
            "INSERT INTO department VALUES (1, 1, 'B')",
            "INSERT INTO department_version VALUES (1, 1, '局', 'B', NULL, NULL, NULL, 1)",
            "INSERT INTO submission VALUES (1, 20260103, 1)",
            "INSERT INTO figure (id, import_id, metric_id, department_id, category_id, span, basis, scope, range_from,"
                    + " range_to, revision, state, value, lower, upper, wording, review, report_id)"
                    + " VALUES (1, 1, 1, 1, 0, 20260103, 0, 0, 0, 0, 1, 0, 3, 3, 3, '3', 0, 1)",
            "INSERT INTO report VALUES (1, 1, 'a.csv', 'figures', 'add', NULL, NULL, 'x', 1, 'UTF-8')");

    @Test
    void aDatabaseOfANewerProgramIsRefused() {
        String where = fresh();
        try (Database database = Database.open(where)) {
            run(database, List.of("INSERT INTO migration VALUES ('9999-future.sql', 'x')"));
        }
        LedgerException refused = assertThrows(LedgerException.class, () -> Database.open(where));
        assertTrue(String.valueOf(refused.getMessage()).contains("newer Plumbline"));
    }

    @Test
    void afterAnErrorTheNextTransactionIsStillWhole() {
        try (Database database = Database.open(fresh())) {
            assertThrows(
                    LedgerException.class,
                    () -> run(
                            database, List.of("INSERT INTO metric VALUES (1, 'a')", "INSERT INTO nowhere VALUES (1)")));
            assertThrows(LedgerException.class, () -> database.read((_, dsl) -> dsl.fetch("SELECT nothing")));
            assertEquals(0, metrics(database));
            run(database, List.of("INSERT INTO metric VALUES (1, 'a')"));
            assertEquals(1, metrics(database));
        }
    }

    @Test
    void oneReadIsOneSnapshot() {
        try (Database database = Database.open(fresh())) {
            int before = database.read((_, dsl) -> {
                int first = dsl.fetchCount(Tables.METRIC);
                run(database, List.of("INSERT INTO metric VALUES (1, 'a')"));
                assertEquals(first, dsl.fetchCount(Tables.METRIC));
                return first;
            });
            assertEquals(0, before);
            assertEquals(1, metrics(database));
        }
    }

    @Test
    void aReaderCannotWrite() {
        try (Database database = Database.open(fresh())) {
            assertThrows(
                    LedgerException.class,
                    () -> database.read((_, dsl) ->
                            dsl.insertInto(Tables.METRIC).values(1L, "a").execute()));
            assertEquals(0, metrics(database));
        }
    }

    /// Two processes are two [Database]s here: they share no lock of this Java.
    @Test
    void theWriterBehindSeesWhatTheOneBeforeItWrote() throws Exception {
        String where = fresh();
        CountDownLatch first = new CountDownLatch(1);
        try (Database one = Database.open(where);
                Database other = Database.open(where);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> behind = threads.submit(() -> {
                first.await();
                return other.write((_, dsl) -> new Database.Written<>(false, dsl.fetchCount(Tables.METRIC)));
            });
            one.write((_, dsl) -> {
                first.countDown();
                dsl.insertInto(Tables.METRIC).values(1L, "a").execute();
                assertThrows(java.util.concurrent.TimeoutException.class, () -> behind.get(300, TimeUnit.MILLISECONDS));
                return new Database.Written<>(true, true);
            });
            assertEquals(1, behind.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void twoProgramsMayOpenANewDatabaseAtOnce() throws Exception {
        String where = fresh();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> openings = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(_ -> threads.submit(() -> {
                        try (Database database = Database.open(where)) {
                            return metrics(database);
                        }
                    }))
                    .toList();
            for (Future<Integer> each : openings) {
                assertEquals(0, each.get(60, TimeUnit.SECONDS));
            }
        }
    }
}
