package plumbline.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Brings a database to the newest schema: each file of its folder under `schema` whole and in a transaction of its
/// own, remembered with its SHA-256.
///
/// Our own lines and not a migration library, because two hand-written folders run whole are all there is to do and a
/// library's first start costs seconds.
final class Migrator {
    /// In order, the same names in every folder. A file that was released is never changed.
    static final List<String> MIGRATIONS = List.of(
            "0001-ledger.sql",
            "0002-seal-parts.sql",
            "0003-report-first.sql",
            "0004-cells-by-year.sql",
            "0005-series-by-year.sql",
            "0006-header-mappings.sql",
            "0007-review.sql",
            "0008-administration.sql",
            "0009-decisions.sql",
            "0010-extent.sql");

    private static final Table<?> DONE = DSL.table(DSL.name("migration"));
    private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.CLOB.notNull());
    private static final Field<String> SHA256 = DSL.field(DSL.name("sha256"), SQLDataType.CLOB.notNull());

    private Migrator() {}

    /// Migrates what is missing. Two programs may do so at once: each step looks and acts in one transaction.
    ///
    /// @throws LedgerException if the database was made by a newer or a changed program
    static void migrate(Database database) throws SQLException {
        for (String name : MIGRATIONS) {
            database.transact((connection, dsl) -> {
                dsl.createTableIfNotExists(DONE)
                        .columns(NAME, SHA256)
                        .primaryKey(NAME)
                        .execute();
                Map<String, String> done = dsl.select(NAME, SHA256).from(DONE).fetchMap(NAME, SHA256);
                step(connection, dsl, database.schema(), name, done);
                return new Database.Written<>(true, true);
            });
        }
    }

    private static void step(
            Connection connection, DSLContext dsl, String schema, String name, Map<String, String> done)
            throws SQLException {
        for (String known : done.keySet()) {
            if (!MIGRATIONS.contains(known)) {
                throw new LedgerException("the database was made by a newer Plumbline (it knows " + known
                        + "); start that version, or restore a backup of this one");
            }
        }
        String script = script("/schema/" + schema + "/" + name);
        String digest = Digests.sha256(script.getBytes(StandardCharsets.UTF_8));
        String before = done.get(name);
        if (before == null) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(script);
            }
            dsl.insertInto(DONE, NAME, SHA256).values(name, digest).execute();
        } else if (!before.equals(digest)) {
            throw new LedgerException(
                    "migration " + name + " is not the one this database was made with; use the released program");
        }
    }

    private static String script(String resource) {
        try (InputStream in = Migrator.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new LedgerException("the program is incomplete: " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new LedgerException("cannot read " + resource, broken);
        }
    }
}
