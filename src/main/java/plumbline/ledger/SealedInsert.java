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
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// Inserts rows of one table, many to a statement, and digests their [CanonicalRow] on the way.
///
/// The statement is jOOQ's, the binding plain JDBC. Rows wait until there are enough for a statement of many, which
/// takes SQLite half the time that as many statements of one row take, and a server one round trip. Rows that can be
/// worked out again ([#unsealed]) are not digested.
final class SealedInsert implements RowSink, AutoCloseable {
    private static final int MANY = 100;

    private final Connection connection;
    private final DSLContext dsl;
    private final Table<?> table;
    private final List<Field<?>> columns;
    private final boolean sealed;
    private final List<Field<?>> replaced;
    private final RowDigest digest = new RowDigest();
    private final CanonicalRow canonical = new CanonicalRow();

    /// What waits, column by column and row by row: a text, else the type of something absent, else a number.
    private final @Nullable String[] texts;

    private final int[] absences;
    private final long[] numbers;
    private int waiting;

    private @Nullable PreparedStatement one;
    /// Statements of many rows, by the columns that are not absent in all of them: most tables are half empty, and what
    /// is not bound costs nothing.
    private final Map<BitSet, PreparedStatement> many = new HashMap<>();

    private long rows;

    SealedInsert(Connection connection, DSLContext dsl, Table<?> table, List<Field<?>> columns) {
        this(connection, dsl, table, columns, true, List.of());
    }

    /// For rows no seal covers.
    static SealedInsert unsealed(Connection connection, DSLContext dsl, Table<?> table, List<Field<?>> columns) {
        return new SealedInsert(connection, dsl, table, columns, false, List.of());
    }

    /// For rows no seal covers, which take the place of those with the same key.
    static SealedInsert replacing(
            Connection connection, DSLContext dsl, Table<?> table, List<Field<?>> columns, List<Field<?>> key) {
        return new SealedInsert(connection, dsl, table, columns, false, key);
    }

    private SealedInsert(
            Connection connection,
            DSLContext dsl,
            Table<?> table,
            List<Field<?>> columns,
            boolean sealed,
            List<Field<?>> replaced) {
        this.connection = connection;
        this.dsl = dsl;
        this.table = table;
        this.columns = columns;
        this.sealed = sealed;
        this.replaced = replaced;
        texts = new @Nullable String[MANY * columns.size()];
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
        texts[waiting++] = text;
        if (sealed) {
            canonical.text(text);
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
            digest.add(canonical.take());
        }
        rows++;
        if (waiting == numbers.length) {
            try {
                flushMany();
            } catch (SQLException broken) {
                throw new LedgerException("nothing was recorded: " + broken.getMessage(), broken);
            }
        }
    }

    private void flushMany() throws SQLException {
        BitSet filled = filled();
        PreparedStatement statement = many.get(filled);
        if (statement == null) {
            statement = prepare(MANY, filled);
            many.put(filled, statement);
        }
        bind(statement, 0, waiting, filled);
        statement.executeUpdate();
        clear();
    }

    /// The columns that hold something in one of the waiting rows; all of them where rows are written over.
    private BitSet filled() {
        BitSet filled = new BitSet(columns.size());
        if (!replaced.isEmpty()) {
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
        PreparedStatement statement = one;
        if (statement == null) {
            statement = prepare(1, all());
            one = statement;
        }
        for (int row = 0; row < waiting; row += columns.size()) {
            bind(statement, row, columns.size(), all());
            statement.addBatch();
        }
        statement.executeBatch();
        clear();
    }

    private BitSet all() {
        BitSet all = new BitSet(columns.size());
        all.set(0, columns.size());
        return all;
    }

    private PreparedStatement prepare(int count, BitSet filled) throws SQLException {
        List<Field<?>> some = filled.stream().<Field<?>>mapToObj(columns::get).toList();
        InsertValuesStepN<?> insert = dsl.insertInto(table).columns(some);
        for (int i = 0; i < count; i++) {
            insert = insert.values(Collections.nCopies(some.size(), null));
        }
        String sql = replaced.isEmpty() ? insert.getSQL() : Database.replacing(dsl, insert, replaced);
        return connection.prepareStatement(sql);
    }

    private void bind(PreparedStatement statement, int from, int count, BitSet filled) throws SQLException {
        int parameter = 0;
        for (int row = from; row < from + count; row += columns.size()) {
            for (int column = filled.nextSetBit(0); column >= 0; column = filled.nextSetBit(column + 1)) {
                bind(statement, ++parameter, row + column);
            }
        }
    }

    private void bind(PreparedStatement statement, int parameter, int at) throws SQLException {
        String text = texts[at];
        if (text != null) {
            statement.setString(parameter, text);
        } else if (absences[at] != 0) {
            statement.setNull(parameter, absences[at]);
        } else {
            statement.setLong(parameter, numbers[at]);
        }
    }

    private void clear() {
        Arrays.fill(texts, 0, waiting, null);
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
        if (one != null) {
            one.close();
        }
        for (PreparedStatement each : many.values()) {
            each.close();
        }
    }
}
