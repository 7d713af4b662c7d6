package plumbline.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Notices that somebody has committed to a SQLite file, this program or another; a look costs microseconds, because
/// it reads no table.
///
/// Thread-safe; never waits for a writer.
final class CommitWatch implements AutoCloseable {
    private final Checkpoints.Opener opener;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement statement;
    /// How often the connection was opened: SQLite's numbers mean something to one connection only.
    private long opened;

    /// @param opener of connections that are in no transaction and give up at once where they would have to wait
    CommitWatch(Checkpoints.Opener opener) {
        this.opener = opener;
    }

    /// A number that is another one after each commit; empty where it cannot be told.
    synchronized OptionalLong commits() {
        try (ResultSet version = statement().executeQuery()) {
            version.next();
            return OptionalLong.of(opened << Integer.SIZE | Integer.toUnsignedLong(version.getInt(1)));
        } catch (SQLException busyOrBroken) {
            drop();
            return OptionalLong.empty();
        }
    }

    private PreparedStatement statement() throws SQLException {
        PreparedStatement known = statement;
        if (known != null) {
            return known;
        }
        Connection fresh = opener.open();
        connection = fresh;
        opened++;
        PreparedStatement prepared = fresh.prepareStatement("PRAGMA data_version");
        statement = prepared;
        return prepared;
    }

    private void drop() {
        Connection broken = connection;
        connection = null;
        statement = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (SQLException ignored) {
                // it is being thrown away because it is broken
            }
        }
    }

    @Override
    public synchronized void close() {
        drop();
    }
}
