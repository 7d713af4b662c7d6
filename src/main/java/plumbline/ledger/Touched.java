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

/// The series and years an import touches, one packed number each ([SeriesYear]): a million rows cost eight megabytes
/// at most.
final class Touched {
    static final Table<?> TABLE = DSL.table(DSL.name("touched"));

    /// Counts the rows in the order of the key; reading by it needs no sorting.
    static final Field<Long> ORDINAL = column("ordinal");

    static final Field<Long> METRIC = column("metric_id");
    static final Field<Long> DEPARTMENT = column("department_id");
    static final Field<Long> CATEGORY = column("category_id");
    static final Field<Long> SCOPE = column("scope");
    static final Field<Long> FIRST_YEAR = column("first_year");
    static final Field<Long> LAST_YEAR = column("last_year");
    private static final List<Field<?>> COLUMNS =
            List.of(ORDINAL, METRIC, DEPARTMENT, CATEGORY, SCOPE, FIRST_YEAR, LAST_YEAR);

    private long[] packed = new long[256];
    private int size;

    /// Neighbouring years of one series: from one place to another among all that is sorted, both inclusive.
    record Run(int first, int last) {}

    private static Field<Long> column(String name) {
        return DSL.field(DSL.name("touched", name), SQLDataType.BIGINT);
    }

    /// @param key a series and year ([SeriesYear])
    void add(long key) {
        if (size > 0 && packed[size - 1] == key) {
            return; // forms are mostly sorted
        }
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, size * 2);
        }
        packed[size++] = key;
    }

    /// All series and years, each once.
    long[] sorted() {
        return Arrays.stream(packed, 0, size).sorted().distinct().toArray();
    }

    /// Neighbouring years of a series together.
    ///
    /// @param sorted what [#sorted] returned
    static List<Run> runs(long[] sorted) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[i - 1] + 1) {
                runs.add(new Run(start, i - 1));
                start = i;
            }
        }
        return runs;
    }

    /// Writes the runs into [#TABLE], a temporary table of this transaction; their ordinals are their places in the
    /// list.
    static void write(Connection connection, DSLContext dsl, long[] sorted, List<Run> runs) throws SQLException {
        Database.createScratch(
                dsl, TABLE, dsl.createTemporaryTable(TABLE).columns(COLUMNS).primaryKey(ORDINAL));
        try (SealedInsert insert = SealedInsert.unsealed(connection, dsl, TABLE, COLUMNS)) {
            for (Run each : runs) {
                long first = sorted[each.first()];
                insert.number(insert.rows())
                        .number(SeriesYear.metric(first))
                        .number(SeriesYear.department(first))
                        .number(SeriesYear.category(first))
                        .number(SeriesYear.scope(first))
                        .number(SeriesYear.year(first))
                        .number(SeriesYear.year(sorted[each.last()]))
                        .end();
            }
            insert.flush();
        }
    }

    /// The numbers of the metrics.
    BitSet metrics() {
        BitSet metrics = new BitSet();
        Arrays.stream(packed, 0, size).forEach(each -> metrics.set((int) SeriesYear.metric(each)));
        return metrics;
    }

    /// The numbers of the categories; 0 for metrics as a whole.
    BitSet categories() {
        BitSet categories = new BitSet();
        Arrays.stream(packed, 0, size).forEach(each -> categories.set((int) SeriesYear.category(each)));
        return categories;
    }
}
