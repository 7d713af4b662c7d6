package plumbline.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/// The database as a writing transaction under way sees it, to be read by whoever holds that transaction. Used by one
/// thread, and of no use once the transaction is over.
final class Snapshot extends Database {
    private final Connection connection;
    private final DSLContext dsl;

    Snapshot(Connection connection, DSLContext dsl) {
        super(dsl.dialect());
        this.connection = connection;
        this.dsl = dsl;
    }

    @Override
    <T> T read(Work<T> work) {
        try {
            return work.on(connection, dsl);
        } catch (SQLException | DataAccessException broken) {
            throw new LedgerException("cannot read what is being tried: " + broken.getMessage(), broken);
        }
    }

    @Override
    <T> T transact(Work<Written<T>> work) {
        throw new IllegalStateException("what is being tried is only looked at");
    }

    @Override
    void prepare() {}

    @Override
    String schema() {
        throw new IllegalStateException("what is being tried is not migrated");
    }

    @Override
    Connection reader() {
        return connection;
    }

    @Override
    Connection writer() {
        throw new IllegalStateException("what is being tried is only looked at");
    }

    @Override
    boolean isAlive(Connection other) {
        return true;
    }

    @Override
    Optional<String> damage(DSLContext other) {
        return Optional.empty();
    }

    @Override
    Optional<String> danglingRow(DSLContext other) {
        return Optional.empty();
    }

    @Override
    void written() {}

    @Override
    void end() {}

    @Override
    public String toString() {
        return "what is being tried";
    }
}
