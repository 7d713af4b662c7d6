package plumbline.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.FetchTriggerValuesAfterReturning;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.sqlite.SQLiteConfig;

/// One SQLite file: a few read-only connections, and one writing connection at a time.
///
/// A writing connection lives for one transaction only. After a full disk or an I/O error SQLite rolls back by itself
/// and the JDBC driver does not notice: every later statement on that connection would be committed alone. A connection
/// that is closed after its one transaction cannot fall into that trap.
///
/// Thread-safe.
final class Database implements AutoCloseable {
    private static final int READERS = 4;

    /// RETURNING is emulated wrongly on SQLite by default (jOOQ #18073); this is the one Settings of the house.
    private static final Settings SETTINGS = new Settings()
            .withFetchTriggerValuesAfterReturning(FetchTriggerValuesAfterReturning.NEVER)
            .withRenderSchema(false)
            .withExecuteLogging(false);

    private final String url;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final BlockingQueue<Slot> readers = new ArrayBlockingQueue<>(READERS);

    /// A place in the pool; its connection is opened when first needed and dropped after an error.
    private static final class Slot {
        @org.jspecify.annotations.Nullable
        Connection connection;
    }

    /// Work on a connection inside one transaction.
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection, DSLContext dsl) throws SQLException;
    }

    /// What a writing transaction came to.
    record Written<T>(boolean keep, T result) {}

    private Database(String url) {
        this.url = url;
        for (int i = 0; i < READERS; i++) {
            readers.add(new Slot());
        }
    }

    /// Opens the file, creating it for its owner's eyes only, and migrates it.
    static Database open(Path file) {
        Path absolute = file.toAbsolutePath();
        Database database = new Database("jdbc:sqlite:" + absolute);
        try {
            create(absolute);
            try (Connection connection = database.connect(false)) {
                Migrator.migrate(connection);
            }
        } catch (SQLException | IOException broken) {
            throw new LedgerException(
                    "cannot open the database " + file + ": " + broken.getMessage() + "; is it a Plumbline database?",
                    broken);
        }
        return database;
    }

    private static void create(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (Files.notExists(file)) {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        }
    }

    /// Reads in one snapshot. Waits for a free connection.
    <T> T read(Work<T> work) {
        Slot slot = take();
        boolean sound = false;
        try {
            Connection connection = slot.connection;
            if (connection == null) {
                connection = connect(true);
                slot.connection = connection;
            }
            T result = work.on(connection, dsl(connection));
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

    /// Writes in one transaction, one writer after the other; nothing stays unless `work` says so and the commit holds.
    <T> T write(Work<Written<T>> work) {
        writing.lock();
        try (Connection connection = connect(false)) {
            Written<T> written = work.on(connection, dsl(connection));
            if (written.keep()) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return written.result();
        } catch (SQLException broken) {
            throw new LedgerException("nothing was recorded: " + broken.getMessage(), broken);
        } finally {
            writing.unlock();
        }
    }

    private Connection connect(boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL); // a receipt means it is on disk
        config.setBusyTimeout(10_000);
        config.enforceForeignKeys(!readOnly);
        config.setCacheSize(-64_000);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setTransactionMode(
                readOnly ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
        Connection connection = config.createConnection(url);
        connection.setAutoCommit(false);
        return connection;
    }

    private static DSLContext dsl(Connection connection) {
        return DSL.using(connection, SQLDialect.SQLITE, SETTINGS);
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

    /// Waits for the readers under way.
    @Override
    public void close() {
        for (int i = 0; i < READERS; i++) {
            close(take());
        }
    }
}
