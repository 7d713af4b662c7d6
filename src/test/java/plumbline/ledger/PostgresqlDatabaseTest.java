package plumbline.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.Postgresql;

class PostgresqlDatabaseTest extends DatabaseContract {
    @Override
    String fresh() {
        return Postgresql.fresh();
    }

    @Test
    void whatIsRecordedCannotBeTruncatedEither() {
        try (Database database = Database.open(fresh())) {
            LedgerException refused =
                    assertThrows(LedgerException.class, () -> run(database, List.of("TRUNCATE figure CASCADE")));
            assertTrue(String.valueOf(refused.getMessage()).contains("a figure is never removed"));
        }
    }

    @Test
    void aServerStartedAnewIsNotNoticedByReaders() {
        String where = fresh();
        try (Database database = Database.open(where)) {
            assertEquals(0, metrics(database));
            Postgresql.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE application_name = 'Plumbline' AND pid <> pg_backend_pid()");
            for (int i = 0; i < 8; i++) {
                assertEquals(0, metrics(database));
            }
        }
    }

    @Test
    void aServerToldToBeQuickStillWritesAReceiptToDisk() {
        String where = fresh() + "&options=-c%20synchronous_commit=off";
        try (Database database = Database.open(where)) {
            String commit = database.write((_, dsl) ->
                    new Database.Written<>(false, String.valueOf(dsl.fetchValue("SHOW synchronous_commit"))));
            assertEquals("on", commit);
        }
    }

    @Test
    void aDatabaseThatCannotHoldChineseIsRefused() {
        String where = Postgresql.fresh("ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0");
        LedgerException refused = assertThrows(LedgerException.class, () -> Database.open(where));
        assertTrue(String.valueOf(refused.getMessage()).contains("its encoding is SQL_ASCII; accepted: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1:1/d?user=u&password=secret",
                "jdbc:postgresql://u:secret@127.0.0.1/d",
                "jdbc:postgresql://127.0.0.1:port/d?password=secret",
                "jdbc:postgresql://127.0.0.1/%zz?password=secret"
            })
    void neitherAMessageNorTheLogShowsAPassword(String where) {
        List<String> log = new ArrayList<>();
        Logger driver = Logger.getLogger("org.postgresql");
        Handler handler = new ConsoleHandler();
        handler.setFilter(line -> !log.add(line.getMessage() + Arrays.toString(line.getParameters())));
        driver.addHandler(handler);
        RuntimeException refused = assertThrows(RuntimeException.class, () -> Database.open(where));
        driver.removeHandler(handler);
        String message = String.valueOf(refused.getMessage());
        assertFalse((message + log).contains("secret"), message + log);
        assertTrue(message.contains("jdbc:postgresql://127.0.0.1"), message);
    }
}
