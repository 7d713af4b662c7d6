package plumbline.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.CreateTableOnCommitStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.FetchTriggerValuesAfterReturning;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Where a ledger lies: a few read-only connections, and one writing connection at a time.
///
/// A writing connection lives for one transaction only, and a reading one until its first error: what a connection is
/// worth after an error differs from database to database, and no code here has to know.
///
/// Thread-safe.
abstract sealed class Database implements AutoCloseable permits SqliteDatabase, PostgresqlDatabase, Snapshot {
    private static final int READERS = 4;

    /// RETURNING is emulated wrongly on SQLite by default (jOOQ #18073); this is the one Settings of the house.
    private static final Settings SETTINGS = new Settings()
            .withFetchTriggerValuesAfterReturning(FetchTriggerValuesAfterReturning.NEVER)
            .withRenderSchema(false)
            .withExecuteLogging(false);

    private final SQLDialect dialect;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final BlockingQueue<Slot> readers = new ArrayBlockingQueue<>(READERS);

    /// A place in the pool; its connection is opened when first needed and dropped after an error.
    private static final class Slot {
        @Nullable
        Connection connection;
    }

    /// Work on a connection inside one transaction.
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection, DSLContext dsl) throws SQLException;
    }

    /// What a writing transaction came to.
    record Written<T>(boolean keep, T result) {}

    Database(SQLDialect dialect) {
        this.dialect = dialect;
        for (int i = 0; i < READERS; i++) {
            readers.add(new Slot());
        }
    }

    /// Opens and migrates a database: a file name, `jdbc:sqlite:FILE` (with `?max_page_count=N` a file that
    /// never has more than so many pages of 4 KB) or `jdbc:postgresql://HOST/DATABASE?…`.
    ///
    /// @throws IllegalArgumentException if it is none of these
    /// @throws LedgerException if it cannot be opened or belongs to another program
    static Database open(String where) {
        Database database = of(where);
        try {
            database.prepare();
        } catch (SQLException | IOException broken) {
            throw new LedgerException("cannot open the database " + database + ": " + broken.getMessage(), broken);
        }
        try {
            Migrator.migrate(database);
        } catch (SQLException broken) {
            throw new LedgerException(
                    "cannot open the database " + database + ": " + broken.getMessage()
                            + "; is it a Plumbline database?",
                    broken);
        }
        return database;
    }

    /// Opens a database as it is, for reading only.
    ///
    /// @throws IllegalArgumentException if `where` is none that [#open] takes
    static Database openAsItIs(String where) {
        return of(where);
    }

    private static Database of(String where) {
        return where.startsWith(PostgresqlDatabase.PREFIX) ? new PostgresqlDatabase(where) : SqliteDatabase.of(where);
    }

    /// What must be so before the first transaction.
    abstract void prepare() throws SQLException, IOException;

    /// The folder of `schema` this database is made from.
    abstract String schema();

    /// A new connection; every transaction of it sees one snapshot and cannot write.
    abstract Connection reader() throws SQLException;

    /// A new connection in a transaction that no other writer shares, of this process or another.
    abstract Connection writer() throws SQLException;

    /// Whether a connection that has waited in the pool still answers.
    abstract boolean isAlive(Connection connection) throws SQLException;

    /// A number that is another one after each commit, by whichever program; empty where that cannot be told at next to
    /// no cost.
    OptionalLong commits() {
        return OptionalLong.empty();
    }

    /// What the database itself finds wrong with its file, if anything.
    abstract Optional<String> damage(DSLContext dsl);

    /// A row that points to one that is not there, if any, where the database might let that happen.
    abstract Optional<String> danglingRow(DSLContext dsl);

    /// The database in a message: never with a password.
    @Override
    public abstract String toString();

    /// Reads in one snapshot. Waits for a free connection.
    <T> T read(Work<T> work) {
        Slot slot = take();
        boolean sound = false;
        try {
            Connection connection = connection(slot);
            T result = on(connection, work);
            connection.rollback(); // ends the snapshot
            sound = true;
            return result;
        } catch (SQLException broken) {
            throw new LedgerException("cannot read the ledger: " + broken.getMessage(), broken);
        } finally {
            if (!sound) {
                close(slot);
            }
            readers.add(slot);
        }
    }

    private Connection connection(Slot slot) throws SQLException {
        Connection waiting = slot.connection;
        if (waiting != null && isAlive(waiting)) {
            return waiting;
        }
        close(slot);
        Connection connection = reader();
        slot.connection = connection;
        return connection;
    }

    /// Writes in one transaction, one writer after the other; nothing stays unless `work` says so and the commit holds.
    <T> T write(Work<Written<T>> work) {
        try {
            return transact(work);
        } catch (SQLException broken) {
            throw new LedgerException("nothing was recorded: " + broken.getMessage(), broken);
        }
    }

    /// As [#write], for whoever has words of his own for what goes wrong.
    <T> T transact(Work<Written<T>> work) throws SQLException {
        writing.lock();
        try (Connection connection = writer()) {
            Written<T> written = on(connection, work);
            if (written.keep()) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return written.result();
        } finally {
            writing.unlock();
            written();
        }
    }

    /// A writing transaction has ended.
    abstract void written();

    private <T> T on(Connection connection, Work<T> work) throws SQLException {
        try {
            return work.on(connection, DSL.using(connection, dialect, SETTINGS));
        } catch (DataAccessException wrapped) {
            if (wrapped.getCause() instanceof SQLException broken) {
                throw broken;
            }
            throw wrapped;
        }
    }

    /// Creates a temporary table that ends with the transaction, in place of an earlier one of its name.
    static void createScratch(DSLContext dsl, Table<?> name, CreateTableOnCommitStep table) {
        dsl.dropTemporaryTableIfExists(name).execute();
        // SQLite knows no ON COMMIT; there the table ends with the writing connection, which ends just then
        (dsl.dialect() == SQLDialect.SQLITE ? table : table.onCommitDrop()).execute();
    }

    /// The insert as one that writes over rows of the same key.
    static String replacing(DSLContext dsl, InsertValuesStepN<?> insert, List<Field<?>> key) {
        // SQLite's own words leave a row alone that stays as it is, and its upsert does not; jOOQ does not know them
        return dsl.dialect() == SQLDialect.SQLITE
                ? insert.getSQL().replaceFirst("^insert into", "insert or replace into")
                : insert.onConflict(key).doUpdate().setAllToExcluded().getSQL();
    }

    private Slot take() {
        try {
            return readers.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LedgerException("interrupted while waiting for the ledger", interrupted);
        }
    }

    private static void close(Slot slot) {
        Connection connection = slot.connection;
        slot.connection = null;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException ignored) {
                // it is being thrown away because it is broken
            }
        }
    }

    /// Waits for the readers under way; the second time it does nothing.
    @Override
    public final void close() {
        if (!closed.getAndSet(true)) {
            for (int i = 0; i < READERS; i++) {
                close(take());
            }
            end();
        }
    }

    /// The last reader is gone.
    abstract void end();
}
