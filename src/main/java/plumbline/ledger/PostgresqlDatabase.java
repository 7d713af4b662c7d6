package plumbline.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.postgresql.Driver;

/// A database of a PostgreSQL server, in the first schema of the user's search path.
///
/// Writers of all processes take turns by an advisory lock, which falls with their transaction: whoever dies holds
/// nobody up.
final class PostgresqlDatabase extends Database {
    static final String PREFIX = "jdbc:postgresql:";
    static final String ACCEPTED = PREFIX + "//HOST/DATABASE?user=…";

    /// "plumb" in ASCII; any number would do, if only all writers ask for the same one.
    private static final long WRITERS = 0x706C756D62L;

    /// How long a writer waits for the one before it.
    private static final String PATIENCE = "60s";

    private static final int SECONDS_TO_ANSWER = 5;

    private final String url;

    /// What holds where the URL says nothing else.
    private final Properties usual = new Properties();

    /// @throws IllegalArgumentException if the URL cannot be read
    PostgresqlDatabase(String url) {
        super(SQLDialect.POSTGRES);
        this.url = url;
        usual.setProperty("ApplicationName", "Plumbline");
        usual.setProperty("reWriteBatchedInserts", "true");
        usual.setProperty("defaultRowFetchSize", "1000"); // else a result of millions is held in memory whole
        usual.setProperty("tcpKeepAlive", "true");
        if (authority(url).contains("@") || Driver.parseURL(url, usual) == null) {
            throw new IllegalArgumentException(
                    "the database: found '" + withoutSecrets(url) + "'; accepted: " + ACCEPTED);
        }
    }

    /// What stands between `//` and the next `/`; a name and password there are not for PostgreSQL's URLs.
    private static String authority(String url) {
        int start = url.indexOf("//");
        int end = start < 0 ? -1 : url.indexOf('/', start + 2);
        return start < 0 ? "" : url.substring(start + 2, end < 0 ? url.length() : end);
    }

    /// A URL as it may be shown: without its parameters and without what stands before an `@`.
    static String withoutSecrets(String url) {
        int parameters = url.indexOf('?');
        String shown = parameters < 0 ? url : url.substring(0, parameters);
        int slashes = shown.indexOf("//");
        int at = shown.lastIndexOf('@');
        return slashes >= 0 && at > slashes ? shown.substring(0, slashes + 2) + shown.substring(at + 1) : shown;
    }

    /// Chinese names need UTF-8, and a database keeps the encoding it was made with.
    @Override
    void prepare() throws SQLException {
        try (Connection connection = reader();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW server_encoding")) {
            row.next();
            if (!row.getString(1).equals("UTF8")) {
                throw new LedgerException("cannot open the database " + this + ": its encoding is " + row.getString(1)
                        + "; accepted: one made with ENCODING 'UTF8' TEMPLATE template0");
            }
        }
    }

    @Override
    String schema() {
        return "postgresql";
    }

    @Override
    Connection reader() throws SQLException {
        Connection connection = connect();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        return connection;
    }

    /// READ COMMITTED, because a snapshot taken before the lock was granted would not hold the import waited for.
    @Override
    Connection writer() throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            statement.execute("SET LOCAL lock_timeout = '" + PATIENCE + "'");
            statement.execute("SELECT pg_advisory_xact_lock(" + WRITERS + ")");
            // a receipt means it is on disk, even where the server was told to be quick
            statement.execute("SELECT set_config('synchronous_commit', 'on', true)"
                    + " WHERE current_setting('synchronous_commit') = 'off'");
            return connection;
        } catch (SQLException broken) {
            connection.close();
            throw broken;
        }
    }

    /// A server may have been started anew since, or a firewall have forgotten the connection.
    @Override
    void written() {
        // the server looks after itself
    }

    @Override
    void end() {
        // as above
    }

    @Override
    boolean isAlive(Connection connection) throws SQLException {
        return connection.isValid(SECONDS_TO_ANSWER);
    }

    /// The server looks after its pages.
    @Override
    Optional<String> damage(DSLContext dsl) {
        return Optional.empty();
    }

    /// The server lets no row point to a missing one.
    @Override
    Optional<String> danglingRow(DSLContext dsl) {
        return Optional.empty();
    }

    private Connection connect() throws SQLException {
        Connection connection = new Driver().connect(url, usual);
        if (connection == null) {
            throw new SQLException("the driver does not know the address");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public String toString() {
        return withoutSecrets(url);
    }
}
