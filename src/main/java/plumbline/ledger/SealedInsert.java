package plumbline.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// Inserts rows of one table, many to a batch, and digests their [CanonicalRow] on the way.
///
/// The statement is jOOQ's, the binding plain JDBC. Rows wait until there are enough to know which columns hold
/// something: most tables are half empty, and what is not bound costs nothing. A row is a statement of its own, since
/// SQLite keeps a copy of every page that a statement of many rows touches, in case it has to take back half of it.
/// Rows that can be worked out again ([#unsealed]) are not digested.
final class SealedInsert implements RowSink, AutoCloseable {
    private static final int MANY = 100;

    private final Connection connection;
    private final DSLContext dsl;
    private final Table<?> table;
    private final List<Field<?>> columns;
    private final boolean sealed;
    private final boolean whole;
    private final Function<InsertValuesStepN<?>, String> sql;
    private final RowDigest digest = new RowDigest();
    private final CanonicalRow canonical = new CanonicalRow();

    /// What waits, column by column and row by row: a text or bytes, else the type of something absent, else a number.
    private final @Nullable Object[] objects;

    private final int[] absences;
    private final long[] numbers;
    private int waiting;

    /// By the columns that are not absent in all rows of a batch.
    private final Map<BitSet, PreparedStatement> statements = new HashMap<>();

    private long rows;

    SealedInsert(Connection connection, DSLContext dsl, Table<?> table, List<Field<?>> columns) {
        this(connection, dsl, table, columns, true, false, InsertValuesStepN::getSQL);
    }

    /// For rows no seal covers.
    static SealedInsert unsealed(Connection connection, DSLContext dsl, Table<?> table, List<Field<?>> columns) {
        return new SealedInsert(connection, dsl, table, columns, false, false, InsertValuesStepN::getSQL);
    }

    /// For rows no seal covers, which are left out where there is one with the same key.
    static SealedInsert adding(Connection connection, DSLContext dsl, Table<?> table, List<Field<?>> columns) {
        return new SealedInsert(
                connection,
                dsl,
                table,
                columns,
                false,
                true,
                insert -> insert.onConflictDoNothing().getSQL());
    }

    /// For rows no seal covers, which take the place of those with the same key.
    static SealedInsert replacing(
            Connection connection, DSLContext dsl, Table<?> table, List<Field<?>> columns, List<Field<?>> key) {
        return new SealedInsert(
                connection, dsl, table, columns, false, true, insert -> Database.replacing(dsl, insert, key));
    }

    private SealedInsert(
            Connection connection,
            DSLContext dsl,
            Table<?> table,
            List<Field<?>> columns,
            boolean sealed,
            boolean whole,
            Function<InsertValuesStepN<?>, String> sql) {
        this.connection = connection;
        this.dsl = dsl;
        this.table = table;
        this.columns = columns;
        this.sealed = sealed;
        this.whole = whole;
        this.sql = sql;
        objects = new @Nullable Object[MANY * columns.size()];
        absences = new int[MANY * columns.size()];
        numbers = new long[MANY * columns.size()];
    }

    @Override
    public SealedInsert number(long number) {
        numbers[waiting++] = number;
        if (sealed) {
            canonical.number(number);
        }
        return this;
    }

    @Override
    public SealedInsert text(String text) {
        objects[waiting++] = text;
        if (sealed) {
            canonical.text(text);
        }
        return this;
    }

    @Override
    public SealedInsert bytes(byte[] bytes) {
        objects[waiting++] = bytes;
        if (sealed) {
            canonical.bytes(bytes);
        }
        return this;
    }

    @Override
    public SealedInsert absent(int type) {
        absences[waiting++] = type;
        if (sealed) {
            canonical.absent(type);
        }
        return this;
    }

    @Override
    public void end() {
        if (sealed) {
            canonical.end();
            canonical.digest(digest);
        }
        rows++;
        if (waiting == numbers.length) {
            try {
                flush();
            } catch (SQLException broken) {
                throw new LedgerException("nothing was recorded: " + broken.getMessage(), broken);
            }
        }
    }

    /// The columns that hold something in one of the waiting rows; all of them where rows meet those of the same key.
    private BitSet filled() {
        BitSet filled = new BitSet(columns.size());
        if (whole) {
            filled.set(0, columns.size());
            return filled;
        }
        for (int column = 0; column < columns.size(); column++) {
            for (int at = column; at < waiting && !filled.get(column); at += columns.size()) {
                filled.set(column, absences[at] == 0);
            }
        }
        return filled;
    }

    /// Sends what is waiting.
    void flush() throws SQLException {
        if (waiting == 0) {
            return;
        }
        BitSet filled = filled();
        PreparedStatement statement = statements.get(filled);
        if (statement == null) {
            statement = prepare(filled);
            statements.put(filled, statement);
        }
        for (int row = 0; row < waiting; row += columns.size()) {
            int parameter = 0;
            for (int column = filled.nextSetBit(0); column >= 0; column = filled.nextSetBit(column + 1)) {
                bind(statement, ++parameter, row + column);
            }
            statement.addBatch();
        }
        statement.executeBatch();
        clear();
    }

    private PreparedStatement prepare(BitSet filled) throws SQLException {
        List<Field<?>> some = filled.stream().<Field<?>>mapToObj(columns::get).toList();
        InsertValuesStepN<?> insert =
                dsl.insertInto(table).columns(some).values(Collections.nCopies(some.size(), null));
        return connection.prepareStatement(sql.apply(insert));
    }

    private void bind(PreparedStatement statement, int parameter, int at) throws SQLException {
        Object object = objects[at];
        if (object instanceof String text) {
            statement.setString(parameter, text);
        } else if (object instanceof byte[] bytes) {
            statement.setBytes(parameter, bytes);
        } else if (absences[at] != 0) {
            statement.setNull(parameter, absences[at]);
        } else {
            statement.setLong(parameter, numbers[at]);
        }
    }

    private void clear() {
        Arrays.fill(objects, 0, waiting, null);
        Arrays.fill(absences, 0, waiting, 0);
        waiting = 0;
    }

    long rows() {
        return rows;
    }

    /// What a seal covers of these rows; ends digesting.
    SealPart part() {
        return digest.part(table.getName());
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement each : statements.values()) {
            each.close();
        }
    }
}
