package plumbline.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Brings a database to the newest schema: each file of `schema/sqlite` whole and in a transaction of its own,
/// remembered with its SHA-256.
///
/// Our own sixty lines and not a migration library, because two hand-written folders run whole are all there is to do
/// and a library's first start costs seconds.
final class Migrator {
    /// In order. A file that was released is never changed.
    private static final List<String> MIGRATIONS = List.of("0001-ledger.sql");

    private static final String FOLDER = "/schema/sqlite/";

    private Migrator() {}

    /// Migrates what is missing.
    ///
    /// @throws LedgerException if the database was made by a newer or a changed program
    static void migrate(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        Map<String, String> done = done(connection);
        for (String known : done.keySet()) {
            if (!MIGRATIONS.contains(known)) {
                throw new LedgerException("the database was made by a newer Plumbline (it knows " + known
                        + "); start that version, or restore a backup of this one");
            }
        }
        for (String name : MIGRATIONS) {
            String script = script(name);
            String digest = Digests.sha256(script.getBytes(StandardCharsets.UTF_8));
            String before = done.get(name);
            if (before == null) {
                run(connection, name, script, digest);
            } else if (!before.equals(digest)) {
                throw new LedgerException(
                        "migration " + name + " is not the one this database was made with; use the released program");
            }
        }
    }

    private static Map<String, String> done(Connection connection) throws SQLException {
        Map<String, String> done = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL)"
                    + " STRICT, WITHOUT ROWID");
            try (ResultSet rows = statement.executeQuery("SELECT name, sha256 FROM migration ORDER BY name")) {
                while (rows.next()) {
                    done.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        connection.commit();
        return done;
    }

    private static void run(Connection connection, String name, String script, String digest) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement remember =
                        connection.prepareStatement("INSERT INTO migration (name, sha256) VALUES (?, ?)")) {
            statement.executeUpdate(script);
            remember.setString(1, name);
            remember.setString(2, digest);
            remember.executeUpdate();
            connection.commit();
        }
    }

    private static String script(String name) {
        try (InputStream in = Migrator.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new LedgerException("the program is incomplete: " + FOLDER + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new LedgerException("cannot read " + FOLDER + name, broken);
        }
    }
}
