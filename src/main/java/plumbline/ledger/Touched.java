package plumbline.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// The series and years an import touches, one packed number each: a million rows cost eight megabytes at most.
final class Touched {
    static final Table<?> TABLE = DSL.table(DSL.name("touched"));

    /// Counts the rows in the order of the key; reading by it needs no sorting.
    static final Field<Long> ORDINAL = column("ordinal");

    static final Field<Long> METRIC = column("metric_id");
    static final Field<Long> DEPARTMENT = column("department_id");
    static final Field<Long> CATEGORY = column("category_id");
    static final Field<Long> FIRST_SPAN = column("first_span");
    static final Field<Long> LAST_SPAN = column("last_span");
    static final Field<Long> FIRST_YEAR = column("first_year");
    static final Field<Long> LAST_YEAR = column("last_year");
    private static final List<Field<?>> COLUMNS =
            List.of(ORDINAL, METRIC, DEPARTMENT, CATEGORY, FIRST_SPAN, LAST_SPAN, FIRST_YEAR, LAST_YEAR);

    private static final int YEAR_BITS = 14;
    private static final int CATEGORY_BITS = 14;
    private static final int DEPARTMENT_BITS = 22;

    private long[] packed = new long[256];
    private int size;

    /// The rows of one series between two years that were touched without a gap.
    record Series(long metric, long department, long category, int firstYear, int lastYear) {}

    private static Field<Long> column(String name) {
        return DSL.field(DSL.name("touched", name), SQLDataType.BIGINT);
    }

    void add(long metric, long department, long category, int year) {
        long key = pack(metric, department, category, year);
        if (size > 0 && packed[size - 1] == key) {
            return; // forms are mostly sorted
        }
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, size * 2);
        }
        packed[size++] = key;
    }

    /// A series and year as one number; sorted, they are in the order of the key.
    static long pack(long metric, long department, long category, int year) {
        return ((metric << DEPARTMENT_BITS | department) << CATEGORY_BITS | category) << YEAR_BITS | year;
    }

    /// All series and years, each once, as packed numbers.
    long[] sorted() {
        return Arrays.stream(packed, 0, size).sorted().distinct().toArray();
    }

    /// Writes the series into [#TABLE], a temporary table of this transaction, in the order of their keys.
    void write(Connection connection, DSLContext dsl) throws SQLException {
        Database.createScratch(
                dsl, TABLE, dsl.createTemporaryTable(TABLE).columns(COLUMNS).primaryKey(ORDINAL));
        try (SealedInsert insert = SealedInsert.unsealed(connection, dsl, TABLE, COLUMNS)) {
            for (Series each : series()) {
                insert.number(insert.rows())
                        .number(each.metric())
                        .number(each.department())
                        .number(each.category())
                        .number(each.firstYear() * 10_000L)
                        .number(each.lastYear() * 10_000L + 9_999)
                        .number(each.firstYear())
                        .number(each.lastYear())
                        .end();
            }
            insert.flush();
        }
    }

    /// The numbers of the metrics.
    BitSet metrics() {
        BitSet metrics = new BitSet();
        Arrays.stream(packed, 0, size)
                .forEach(each -> metrics.set((int) (each >>> (YEAR_BITS + CATEGORY_BITS + DEPARTMENT_BITS))));
        return metrics;
    }

    /// The numbers of the categories; 0 for metrics as a whole.
    BitSet categories() {
        BitSet categories = new BitSet();
        Arrays.stream(packed, 0, size)
                .forEach(each -> categories.set((int) (each >>> YEAR_BITS & ((1L << CATEGORY_BITS) - 1))));
        return categories;
    }

    /// Neighbouring years of a series together.
    private List<Series> series() {
        long[] sorted = sorted();
        if (sorted.length == 0) {
            return List.of();
        }
        List<Series> series = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[i - 1] + 1) {
                series.add(series(sorted[start], sorted[i - 1]));
                start = i;
            }
        }
        return series;
    }

    /// What is packed.
    static Series series(long first, long last) {
        return new Series(
                first >>> (YEAR_BITS + CATEGORY_BITS + DEPARTMENT_BITS),
                first >>> (YEAR_BITS + CATEGORY_BITS) & ((1L << DEPARTMENT_BITS) - 1),
                first >>> YEAR_BITS & ((1L << CATEGORY_BITS) - 1),
                (int) (first & ((1L << YEAR_BITS) - 1)),
                (int) (last & ((1L << YEAR_BITS) - 1)));
    }
}
