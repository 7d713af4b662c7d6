package plumbline.ledger;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/// One SQLite file.
///
/// After a full disk or an I/O error SQLite rolls back by itself and the JDBC driver does not notice: every later
/// statement on that connection would be committed alone. A connection that is closed after its one transaction cannot
/// fall into that trap.
final class SqliteDatabase extends Database {
    private static final String PREFIX = "jdbc:sqlite:";

    private static final Duration BUSY = Duration.ofSeconds(10);
    private static final Duration BUSY_PAUSE = Duration.ofMillis(10);

    private static final Pattern LIMITED = Pattern.compile("(.+)\\?max_page_count=([1-9][0-9]{0,8})");
    private static final int UNLIMITED = 0;
    private static final int LARGE_LOG = Checkpoints.LARGE * 4096;

    private final Path file;
    private final Path log;
    /// Most pages of 4 KB that the file may have.
    private final int pages;
    private final Checkpoints checkpoints;
    private final CommitWatch watch;

    private SqliteDatabase(Path file, int pages) {
        super(SQLDialect.SQLITE);
        this.file = file.toAbsolutePath();
        this.log = Path.of(this.file + "-wal");
        this.pages = pages;
        checkpoints = new Checkpoints(this::outsideTransactions);
        watch = new CommitWatch(this::impatient);
    }

    /// @throws IllegalArgumentException if it is no file name, `jdbc:sqlite:FILE` or
    ///     `jdbc:sqlite:FILE?max_page_count=N`
    static SqliteDatabase of(String where) {
        Matcher limited = LIMITED.matcher(where);
        boolean isLimited = where.startsWith(PREFIX) && limited.matches();
        return new SqliteDatabase(file(where), isLimited ? Integer.parseInt(limited.group(2)) : UNLIMITED);
    }

    /// The file of a file name or of `jdbc:sqlite:FILE…`.
    ///
    /// @throws IllegalArgumentException if it is neither
    static Path file(String where) {
        Matcher limited = LIMITED.matcher(where);
        String file = !where.startsWith(PREFIX)
                ? where
                : (limited.matches() ? limited.group(1) : where).substring(PREFIX.length());
        if (file.isBlank() || file.startsWith("jdbc:")) {
            throw new IllegalArgumentException("the database: found '" + PostgresqlDatabase.withoutSecrets(where)
                    + "'; accepted: a file name, jdbc:sqlite:FILE or " + PostgresqlDatabase.ACCEPTED);
        }
        return Path.of(file);
    }

    /// Creates the file for its owner's eyes only, where there is none.
    @Override
    void prepare() throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException other) {
            // the usual case, or another program was quicker
        }
    }

    @Override
    String schema() {
        return "sqlite";
    }

    @Override
    Connection reader() throws SQLException {
        return connect(true);
    }

    @Override
    Connection writer() throws SQLException {
        if (logSize() > 2 * LARGE_LOG) {
            checkpoints.keepUp();
        }
        return connect(false);
    }

    private long logSize() {
        try {
            return Files.size(log);
        } catch (IOException none) {
            return 0;
        }
    }

    @Override
    boolean isAlive(Connection connection) {
        return true;
    }

    @Override
    Optional<String> damage(DSLContext dsl) {
        return dsl.fetch("PRAGMA integrity_check(1)").stream()
                .map(row -> row.get(0, String.class))
                .filter(each -> !each.equals("ok"))
                .findFirst();
    }

    /// Other programs write without looking at foreign keys, unless told to.
    @Override
    Optional<String> danglingRow(DSLContext dsl) {
        return dsl.fetch("PRAGMA foreign_key_check").stream()
                .map(row -> row.get(0) + " rowid=" + row.get(1) + " points to a missing " + row.get(2))
                .findFirst();
    }

    private Connection connect(boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setOpenMode(SQLiteOpenMode.NOMUTEX); // the driver locks already, and one thread at a time is here anyway
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL); // a receipt means it is on disk
        config.setBusyTimeout((int) BUSY.toMillis());
        config.enforceForeignKeys(!readOnly);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "0"); // see Checkpoints
        config.setJournalSizeLimit(LARGE_LOG); // a large import would leave as large a log behind
        config.setCacheSize(-64_000);
        if (pages != UNLIMITED) {
            config.setMaxPageCount(pages);
        }
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setTransactionMode(
                readOnly ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
        Connection connection = patiently(config);
        connection.setAutoCommit(false);
        return connection;
    }

    private Connection outsideTransactions() throws SQLException {
        Connection connection = connect(false);
        connection.setAutoCommit(true);
        return connection;
    }

    /// Outside transactions as well, so that each look sees the newest commit.
    private Connection impatient() throws SQLException {
        Connection connection = connect(true);
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
        }
        return connection;
    }

    @Override
    OptionalLong commits() {
        return watch.commits();
    }

    @Override
    void written() {
        checkpoints.written();
    }

    /// While another program turns a new file to write-ahead logging, SQLite answers "busy" at once, whatever the
    /// timeout.
    private Connection patiently(SQLiteConfig config) throws SQLException {
        long end = System.nanoTime() + BUSY.toNanos();
        while (true) {
            try {
                return config.createConnection(PREFIX + file);
            } catch (SQLException busy) {
                if (busy.getErrorCode() != SQLiteErrorCode.SQLITE_BUSY.code || System.nanoTime() > end) {
                    throw busy;
                }
                LockSupport.parkNanos(BUSY_PAUSE.toNanos());
            }
        }
    }

    /// Leaves one whole file behind: the readers, who close last, could not fold the write-ahead log into it.
    @Override
    void end() {
        checkpoints.close();
        watch.close();
        try (Connection connection = outsideTransactions();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException busy) {
            // another program is at work; it or the next opening will do it
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
