package plumbline.ledger;

import static plumbline.ledger.generated.Tables.CELL_YEAR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import plumbline.Cell;
import plumbline.SeriesKey;

/// The stored cells, as rows and as values; a row holds those of a series in a year ([CellText]).
final class CellRows {
    private final Dictionary dictionary;

    CellRows(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /// The cells of the rows that meet the condition, in the order of their keys.
    List<Cell> select(DSLContext dsl, Condition condition) {
        List<Cell> cells = new ArrayList<>();
        dsl.selectFrom(CELL_YEAR).where(condition).orderBy(key()).forEach(row -> cells.addAll(cells(row)));
        return cells;
    }

    /// The cells that meet the condition beside what an import touched, whatever their category; cells of one metric
    /// and department come together, one cell perhaps several times.
    void eachBesideTouched(DSLContext dsl, Condition condition, Consumer<Cell> sink) {
        try (Cursor<?> rows = dsl.select(CELL_YEAR.fields())
                .from(Touched.TABLE)
                .crossJoin(CELL_YEAR)
                .where(CELL_YEAR.METRIC_ID.eq(Touched.METRIC))
                .and(CELL_YEAR.DEPARTMENT_ID.eq(Touched.DEPARTMENT))
                .and(CELL_YEAR.YEAR.between(Touched.FIRST_YEAR, Touched.LAST_YEAR))
                .and(condition)
                .orderBy(CELL_YEAR.METRIC_ID, CELL_YEAR.DEPARTMENT_ID)
                .fetchLazy()) {
            rows.forEach(each -> cells(each).forEach(sink));
        }
    }

    /// The cells of one series and year with their text.
    record Written(List<Cell> cells, String text) {
        static Written of(List<Cell> cells) {
            return new Written(cells, CellText.write(cells));
        }
    }

    /// Passes the cells of one series and year on, as a row.
    void write(RowSink sink, Written written) {
        List<Cell> cells = written.cells();
        SeriesKey key = cells.getFirst().key();
        sink.number(dictionary.metricNumber(key.metric()).orElseThrow())
                .number(dictionary.departmentNumber(key.department()).orElseThrow())
                .number(dictionary.categoryNumber(key.category()).orElseThrow())
                .number(Codes.number(Codes.SCOPES, key.scope()))
                .number(cells.getFirst().span().year())
                .number(CellText.lengths(cells))
                .text(written.text())
                .end();
    }

    /// The cells of a row.
    List<Cell> cells(Record row) {
        return cells(row, row.get(CELL_YEAR.CELLS));
    }

    /// The cells that such a row would have with this text.
    List<Cell> cells(Record row, String text) {
        SeriesKey key = new SeriesKey(
                dictionary.department(row.get(CELL_YEAR.DEPARTMENT_ID)),
                dictionary.metric(row.get(CELL_YEAR.METRIC_ID)),
                dictionary.category(row.get(CELL_YEAR.CATEGORY_ID)),
                Codes.word(Codes.SCOPES, row.get(CELL_YEAR.SCOPE)));
        return CellText.read(key, row.get(CELL_YEAR.YEAR).intValue(), text);
    }

    /// The key of a row.
    static List<Field<Long>> key() {
        return List.of(
                CELL_YEAR.METRIC_ID, CELL_YEAR.DEPARTMENT_ID, CELL_YEAR.CATEGORY_ID, CELL_YEAR.SCOPE, CELL_YEAR.YEAR);
    }

    /// The columns in the order of [#write].
    static List<Field<?>> columns() {
        return new ArrayList<>(Arrays.asList(CELL_YEAR.fields()));
    }
}
