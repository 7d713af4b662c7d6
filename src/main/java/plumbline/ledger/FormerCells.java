package plumbline.ledger;

import static plumbline.ledger.generated.Tables.CELL;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import plumbline.Cell;
import plumbline.Span;

/// Which cells the touched series and years had before. Those that come again are written over; the others are removed.
///
/// Most come again, and to write over a row costs a third of removing it and inserting it anew. A bit per cell.
final class FormerCells {
    /// Bits of a series and year: two scopes, twelve first and twelve last months.
    private static final int SCOPE = 144;

    private static final int BITS = 2 * SCOPE;

    private final Dictionary dictionary;
    private final long[] touched;
    private final BitSet former = new BitSet();

    FormerCells(Dictionary dictionary, Touched touched) {
        this.dictionary = dictionary;
        this.touched = touched.sorted();
    }

    /// Reads what is stored; [Touched#TABLE] must have been written.
    void read(DSLContext dsl) throws SQLException {
        ResultQuery<?> query = dsl.select(CELL.METRIC_ID, CELL.DEPARTMENT_ID, CELL.CATEGORY_ID, CELL.SCOPE, CELL.SPAN)
                .from(Touched.TABLE)
                .crossJoin(CELL)
                .where(CELL.METRIC_ID.eq(Touched.METRIC))
                .and(CELL.DEPARTMENT_ID.eq(Touched.DEPARTMENT))
                .and(CELL.CATEGORY_ID.eq(Touched.CATEGORY))
                .and(CELL.SCOPE.in(0L, 1L)) // so that the key is followed down to the span
                .and(CELL.SPAN.between(Touched.FIRST_SPAN, Touched.LAST_SPAN));
        try (ResultSet rows = query.fetchResultSet()) {
            while (rows.next()) {
                Span span = Span.ofCode(rows.getInt(5));
                int at = at(rows.getLong(1), rows.getLong(2), rows.getLong(3), span.year());
                former.set(at + bit(rows.getInt(4), span));
            }
        }
    }

    /// Whether there were none, so that nothing is written over.
    boolean isEmpty() {
        return former.isEmpty();
    }

    /// The cells of one series and year, which have come again or are new.
    void written(List<Cell> cells) {
        if (cells.isEmpty() || former.isEmpty()) {
            return;
        }
        Cell first = cells.getFirst();
        int at = at(
                dictionary.metricNumber(first.key().metric()).orElseThrow(),
                dictionary.departmentNumber(first.key().department()).orElseThrow(),
                dictionary.categoryNumber(first.key().category()).orElseThrow(),
                first.span().year());
        for (Cell each : cells) {
            former.clear(at + bit(Codes.number(Codes.SCOPES, each.key().scope()), each.span()));
        }
    }

    private int at(long metric, long department, long category, int year) {
        return Math.multiplyExact(Arrays.binarySearch(touched, Touched.pack(metric, department, category, year)), BITS);
    }

    private static int bit(int scope, Span span) {
        return scope * SCOPE + (span.first() - 1) * 12 + span.last() - 1;
    }

    /// Removes those that have not come again.
    void removeOthers(Connection connection, DSLContext dsl) throws SQLException {
        if (former.isEmpty()) {
            return;
        }
        String sql = dsl.deleteFrom(CELL)
                .where(CELL.METRIC_ID.eq(0L))
                .and(CELL.DEPARTMENT_ID.eq(0L))
                .and(CELL.CATEGORY_ID.eq(0L))
                .and(CELL.SCOPE.eq(0L))
                .and(CELL.SPAN.eq(0L))
                .getSQL();
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            for (int each = former.nextSetBit(0); each >= 0; each = former.nextSetBit(each + 1)) {
                Touched.Series series = Touched.series(touched[each / BITS], touched[each / BITS]);
                int months = each % SCOPE;
                Span span = new Span(series.firstYear(), months / 12 + 1, months % 12 + 1);
                delete.setLong(1, series.metric());
                delete.setLong(2, series.department());
                delete.setLong(3, series.category());
                delete.setLong(4, each % BITS / SCOPE);
                delete.setLong(5, span.code());
                delete.executeUpdate();
            }
        }
    }
}
