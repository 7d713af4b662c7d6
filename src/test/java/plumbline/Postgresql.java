package plumbline;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// A private PostgreSQL for tests, with a fresh database for whoever asks; started once and ended with this Java.
///
/// Where there are no binaries for this machine, the system property `plumbline.postgresql` decides: `auto` skips the
/// test and says so on stderr, `required` fails it. Thread-safe.
public final class Postgresql {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static @Nullable EmbeddedPostgres server;
    private static @Nullable String missing;

    private Postgresql() {}

    /// The URL of a new, empty database.
    public static String fresh() {
        return fresh("");
    }

    /// As [#fresh()], made with further words for CREATE DATABASE.
    public static String fresh(String options) {
        String name = "plumbline_" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name + " " + options);
        return server().getJdbcUrl("postgres", name);
    }

    /// Runs one statement as the server's superuser, in no database of [#fresh()].
    public static void execute(String statement) {
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement administration = connection.createStatement()) {
            administration.execute(statement);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static synchronized EmbeddedPostgres server() {
        EmbeddedPostgres running = server;
        if (running != null) {
            return running;
        }
        if (missing == null) {
            try {
                running = EmbeddedPostgres.builder().start();
                server = running;
                return running;
            } catch (IOException | IllegalStateException | LinkageError broken) {
                missing = "POSTGRESQL TEST NOT RUN: " + broken.getMessage();
            }
        }
        if (System.getProperty("plumbline.postgresql", "auto").equals("required")) {
            Assertions.fail(missing);
        }
        System.err.println(missing);
        return Assumptions.abort(missing);
    }
}
