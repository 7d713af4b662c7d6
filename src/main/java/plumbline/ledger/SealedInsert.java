package plumbline.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/// Inserts rows of one table in batches and digests their [CanonicalRow] on the way.
///
/// The statement is jOOQ's, the binding plain JDBC, which is half again as fast as jOOQ's own batches. Rows that can be
/// worked out again ([#unsealed]) are not digested.
final class SealedInsert implements RowSink, AutoCloseable {
    private static final int BATCH = 1_000;

    private final PreparedStatement statement;
    private final boolean sealed;
    private final String table;
    private final RowDigest digest = new RowDigest();
    private final CanonicalRow canonical = new CanonicalRow();
    private int column;
    private int pending;
    private long rows;

    SealedInsert(Connection connection, DSLContext dsl, Table<?> table, List<Field<?>> columns) throws SQLException {
        this(connection, dsl, table, columns, true);
    }

    /// For rows no seal covers.
    static SealedInsert unsealed(Connection connection, DSLContext dsl, Table<?> table, List<Field<?>> columns)
            throws SQLException {
        return new SealedInsert(connection, dsl, table, columns, false);
    }

    private SealedInsert(Connection connection, DSLContext dsl, Table<?> table, List<Field<?>> columns, boolean sealed)
            throws SQLException {
        this.sealed = sealed;
        this.table = table.getName();
        String sql = dsl.insertInto(table)
                .columns(columns)
                .values(Collections.nCopies(columns.size(), null))
                .getSQL();
        statement = connection.prepareStatement(sql);
    }

    @Override
    public SealedInsert number(long number) {
        try {
            statement.setLong(++column, number);
        } catch (SQLException broken) {
            throw unwritable(broken);
        }
        if (sealed) {
            canonical.number(number);
        }
        return this;
    }

    @Override
    public SealedInsert text(String text) {
        try {
            statement.setString(++column, text);
        } catch (SQLException broken) {
            throw unwritable(broken);
        }
        if (sealed) {
            canonical.text(text);
        }
        return this;
    }

    @Override
    public SealedInsert absent(int type) {
        try {
            statement.setNull(++column, type);
        } catch (SQLException broken) {
            throw unwritable(broken);
        }
        if (sealed) {
            canonical.absent(type);
        }
        return this;
    }

    @Override
    public void end() {
        if (sealed) {
            canonical.end();
            digest.add(canonical.take());
        }
        column = 0;
        rows++;
        try {
            statement.addBatch();
            if (++pending == BATCH) {
                flush();
            }
        } catch (SQLException broken) {
            throw unwritable(broken);
        }
    }

    /// Sends what is pending.
    void flush() throws SQLException {
        if (pending > 0) {
            statement.executeBatch();
            pending = 0;
        }
    }

    long rows() {
        return rows;
    }

    /// What a seal covers of these rows; ends digesting.
    SealPart part() {
        return digest.part(table);
    }

    private static LedgerException unwritable(SQLException broken) {
        return new LedgerException("nothing was recorded: " + broken.getMessage(), broken);
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
