package plumbline.ledger;

import static plumbline.ledger.generated.Tables.CELL_YEAR;

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

/// Which of the touched series and years had cells before. Those that have some again are written over; the others are
/// removed.
///
/// Most have, and to write over a row costs a third of removing it and inserting it anew. Two bits, for the scopes, per
/// series and year.
final class FormerCells {
    private static final int SCOPES = 2;

    private final Dictionary dictionary;
    private final long[] touched;
    private final BitSet former = new BitSet();

    FormerCells(Dictionary dictionary, Touched touched) {
        this.dictionary = dictionary;
        this.touched = touched.sorted();
    }

    /// Reads what is stored; [Touched#TABLE] must have been written.
    void read(DSLContext dsl) throws SQLException {
        ResultQuery<?> query = dsl.select(
                        CELL_YEAR.METRIC_ID,
                        CELL_YEAR.DEPARTMENT_ID,
                        CELL_YEAR.CATEGORY_ID,
                        CELL_YEAR.SCOPE,
                        CELL_YEAR.YEAR)
                .from(Touched.TABLE)
                .crossJoin(CELL_YEAR)
                .where(CELL_YEAR.METRIC_ID.eq(Touched.METRIC))
                .and(CELL_YEAR.DEPARTMENT_ID.eq(Touched.DEPARTMENT))
                .and(CELL_YEAR.CATEGORY_ID.eq(Touched.CATEGORY))
                .and(CELL_YEAR.SCOPE.in(0L, 1L)) // so that the key is followed down to the year
                .and(CELL_YEAR.YEAR.between(Touched.FIRST_YEAR, Touched.LAST_YEAR));
        try (ResultSet rows = query.fetchResultSet()) {
            while (rows.next()) {
                former.set(at(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getInt(5)) + rows.getInt(4));
            }
        }
    }

    /// Whether there were none, so that nothing is written over.
    boolean isEmpty() {
        return former.isEmpty();
    }

    /// The cells of one series and year, which have come again or are new.
    void written(List<Cell> cells) {
        if (former.isEmpty()) {
            return;
        }
        Cell first = cells.getFirst();
        int at = at(
                dictionary.metricNumber(first.key().metric()).orElseThrow(),
                dictionary.departmentNumber(first.key().department()).orElseThrow(),
                dictionary.categoryNumber(first.key().category()).orElseThrow(),
                first.span().year());
        former.clear(at + Codes.number(Codes.SCOPES, first.key().scope()));
    }

    private int at(long metric, long department, long category, int year) {
        return Math.multiplyExact(
                Arrays.binarySearch(touched, Touched.pack(metric, department, category, year)), SCOPES);
    }

    /// Removes those that have none any more.
    void removeOthers(Connection connection, DSLContext dsl) throws SQLException {
        if (former.isEmpty()) {
            return;
        }
        String sql = dsl.deleteFrom(CELL_YEAR)
                .where(CELL_YEAR.METRIC_ID.eq(0L))
                .and(CELL_YEAR.DEPARTMENT_ID.eq(0L))
                .and(CELL_YEAR.CATEGORY_ID.eq(0L))
                .and(CELL_YEAR.SCOPE.eq(0L))
                .and(CELL_YEAR.YEAR.eq(0L))
                .getSQL();
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            for (int each = former.nextSetBit(0); each >= 0; each = former.nextSetBit(each + 1)) {
                Touched.Series series = Touched.series(touched[each / SCOPES], touched[each / SCOPES]);
                delete.setLong(1, series.metric());
                delete.setLong(2, series.department());
                delete.setLong(3, series.category());
                delete.setLong(4, each % SCOPES);
                delete.setLong(5, series.firstYear());
                delete.executeUpdate();
            }
        }
    }
}
