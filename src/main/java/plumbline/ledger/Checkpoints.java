package plumbline.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Folds SQLite's write-ahead log into the file behind the writers' backs.
///
/// SQLite by itself does so inside the commit that made the log long, which doubles the time of a large import; what is
/// in the log is as safe as in the file. Passive: neither readers nor writers wait for it. But the log begins anew only
/// once all of it is folded, and while one transaction follows the other a passive checkpoint never is done with it. So
/// with a log that became large the next transaction waits for the rest, some milliseconds; and where transactions are
/// faster than the disk, each waits in [#keepUp].
final class Checkpoints implements AutoCloseable {
    /// As many pages in the log make it long; SQLite's own measure.
    private static final int LONG = 1_000;

    /// As many pages, 64 MB, make it large.
    static final int LARGE = 16_384;

    /// So long readers of earlier snapshots may keep the writers waiting.
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /// So long a writer waits at most.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final int LOG_PAGES = 2;
    private static final int FOLDED_PAGES = 3;

    /// Opens a connection that is in no transaction.
    @FunctionalInterface
    interface Opener {
        Connection open() throws SQLException;
    }

    private final Opener opener;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("checkpoint").daemon().factory());
    private final AtomicBoolean waiting = new AtomicBoolean();

    /// Of the thread.
    private @Nullable Connection connection;

    Checkpoints(Opener opener) {
        this.opener = opener;
    }

    /// A writing transaction has ended, and the log may be long.
    void written() {
        if (waiting.compareAndSet(false, true)) {
            thread.execute(this::foldIfLong);
        }
    }

    /// Before a transaction whose log would become larger still: waits until what is there is folded, or cannot be.
    void keepUp() {
        try {
            thread.submit(this::foldIfLong).get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unfolded) {
            // the log grows, and nothing else is lost
        }
    }

    private void foldIfLong() {
        waiting.set(false);
        try (Statement statement = connection().createStatement()) {
            if (pages(statement, "NOOP").toFold() >= LONG
                    && pages(statement, "PASSIVE").log() >= LARGE) {
                statement.execute("PRAGMA busy_timeout = " + PATIENCE.toMillis());
                statement.execute("PRAGMA wal_checkpoint(RESTART)");
            }
        } catch (SQLException broken) {
            drop(); // the log stays as it is, and the next transaction asks again
        }
    }

    /// @param log in the log
    /// @param folded of them in the file, too
    private record Pages(int log, int folded) {
        int toFold() {
            return log - folded;
        }
    }

    private static Pages pages(Statement statement, String checkpoint) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(" + checkpoint + ")")) {
            return row.next() ? new Pages(row.getInt(LOG_PAGES), row.getInt(FOLDED_PAGES)) : new Pages(0, 0);
        }
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = opener.open();
            connection = open;
        }
        return open;
    }

    private void drop() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException ignored) {
                // it is being thrown away
            }
        }
    }

    /// Waits for the work under way.
    @Override
    public void close() {
        thread.execute(this::drop);
        thread.close();
    }
}
