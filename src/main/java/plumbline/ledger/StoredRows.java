package plumbline.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Table;

/// The rows of a table one after the other, as they lie there: never more than one batch of the driver is in memory.
final class StoredRows implements AutoCloseable {
    private final List<Field<?>> fields;
    private final ResultSet rows;
    private final CanonicalRow row = new CanonicalRow();
    private boolean present;

    StoredRows(DSLContext dsl, Table<?> table, List<? extends OrderField<?>> order) throws SQLException {
        fields = List.of(table.fields());
        rows = dsl.select(fields).from(table).orderBy(order).fetchResultSet();
        advance();
    }

    /// Whether there is a current row.
    boolean isPresent() {
        return present;
    }

    void advance() throws SQLException {
        present = rows.next();
    }

    long number(Field<Long> field) throws SQLException {
        return rows.getLong(fields.indexOf(field) + 1);
    }

    /// The current row in canonical form.
    String canonical() throws SQLException {
        row.read(rows, fields);
        return row.take();
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
