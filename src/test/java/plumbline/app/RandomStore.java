package plumbline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.zip.CRC32C;
import plumbline.Catalog;
import plumbline.Postgresql;
import plumbline.consolidate.Consolidation;
import plumbline.ledger.Ledger;

/// Where the ledger of a random sequence lies; each call of [#fresh()] empties it.
interface RandomStore {
    Catalog CATALOG = House.shippedCatalog();

    /// Makes the ledger empty, and answers where it is, as [Ledger#open] takes it.
    String fresh() throws IOException;

    /// A sum over everything stored: nothing that is refused or only tried may change it.
    String dump() throws IOException;

    /// A file, copied from an empty ledger.
    final class Sqlite implements RandomStore {
        private final Path empty;
        private final Path file;

        /// @param folder kept after the test only if somebody else keeps it
        Sqlite(Path folder) {
            empty = folder.resolve("empty.db");
            file = folder.resolve("ledger.db");
            Ledger.open(empty.toString(), CATALOG, new Consolidation(), Instant::now)
                    .close();
            List.of(empty, file).forEach(each -> each.toFile().deleteOnExit());
        }

        @Override
        public String fresh() throws IOException {
            return Files.copy(empty, file, StandardCopyOption.REPLACE_EXISTING).toString();
        }

        @Override
        public String dump() throws IOException {
            CRC32C sum = new CRC32C();
            for (Path each : List.of(file, Path.of(file + "-wal"))) {
                sum.update(Files.exists(each) ? Files.readAllBytes(each) : new byte[0]);
            }
            return Long.toHexString(sum.getValue());
        }
    }

    /// A database of the tests' own PostgreSQL, made anew each time.
    final class InPostgresql implements RandomStore {
        private String where = "";

        @Override
        public String fresh() {
            if (!where.isEmpty()) {
                String name = where.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
                Postgresql.execute("DROP DATABASE " + name + " WITH (FORCE)");
            }
            where = Postgresql.fresh();
            return where;
        }

        @Override
        public String dump() throws IOException {
            StringJoiner dump = new StringJoiner(" ");
            try (Connection connection = DriverManager.getConnection(where);
                    Statement statement = connection.createStatement()) {
                for (String table : BothDatabasesTest.TABLES) {
                    // A row's xmin tells which transaction wrote it, so that a rewritten row shows, too.
                    try (ResultSet row = statement.executeQuery(
                            "SELECT count(*), coalesce(max(xmin::text::bigint), 0) FROM " + table)) {
                        row.next();
                        dump.add(table + "=" + row.getLong(1) + "@" + row.getLong(2));
                    }
                }
            } catch (SQLException broken) {
                throw new IOException(broken);
            }
            return dump.toString();
        }
    }
}
