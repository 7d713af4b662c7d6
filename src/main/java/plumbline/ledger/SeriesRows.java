package plumbline.ledger;

import static plumbline.ledger.generated.Tables.SERIES_YEAR;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import plumbline.Cell;
import plumbline.RecordedFigure;
import plumbline.SeriesKey;

/// What stands of a series in a year, as rows and as values: its newest figures ([FigureBytes]) and its cells
/// ([CellBytes]).
final class SeriesRows {
    private final Dictionary dictionary;

    SeriesRows(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /// A row, and what is to be known of its cells.
    ///
    /// @param packed its key ([SeriesYear])
    /// @param figures the newest revision of each key ([FigureBytes])
    /// @param cells ([CellBytes])
    /// @param count how many cells there are
    /// @param inConflict those of them that are contradicted
    @SuppressWarnings("ArrayRecordComponent") // written whole; nothing compares two of them
    record Row(long packed, byte[] figures, byte[] cells, int count, List<Cell> inConflict) {
        static Row of(long packed, List<RecordedFigure> figures, List<Cell> cells) {
            return new Row(
                    packed,
                    FigureBytes.write(figures),
                    CellBytes.write(cells),
                    cells.size(),
                    cells.stream().filter(each -> each.conflict().isPresent()).toList());
        }
    }

    /// The cells of the rows that meet the condition, in the order of their keys.
    List<Cell> select(DSLContext dsl, Condition condition) {
        List<Cell> cells = new ArrayList<>();
        dsl.selectFrom(SERIES_YEAR).where(condition).orderBy(key()).forEach(row -> cells.addAll(cells(row)));
        return cells;
    }

    /// The cells that meet the condition beside what an import touched, whatever their category; cells of one metric
    /// and department come together, one cell perhaps several times.
    void eachBesideTouched(DSLContext dsl, Condition condition, Consumer<Cell> sink) {
        try (Cursor<?> rows = dsl.select(SERIES_YEAR.fields())
                .from(Touched.TABLE)
                .crossJoin(SERIES_YEAR)
                .where(SERIES_YEAR.METRIC_ID.eq(Touched.METRIC))
                .and(SERIES_YEAR.DEPARTMENT_ID.eq(Touched.DEPARTMENT))
                .and(SERIES_YEAR.YEAR.between(Touched.FIRST_YEAR, Touched.LAST_YEAR))
                .and(condition)
                .orderBy(SERIES_YEAR.METRIC_ID, SERIES_YEAR.DEPARTMENT_ID)
                .fetchLazy()) {
            rows.forEach(each -> cells(each).forEach(sink));
        }
    }

    /// The newest figures stored of the series and years that stand in [Touched#TABLE] from one ordinal to another,
    /// both inclusive.
    LookedUp figuresOfTouched(DSLContext dsl, long from, long to) throws SQLException {
        LookedUp figures = new LookedUp();
        eachFigures(
                dsl.select(key())
                        .select(SERIES_YEAR.FIGURES)
                        .from(Touched.TABLE)
                        .crossJoin(SERIES_YEAR) // the touched ones are the outer loop: it costs what was touched
                        .where(Touched.ORDINAL.between(from, to))
                        .and(SERIES_YEAR.METRIC_ID.eq(Touched.METRIC))
                        .and(SERIES_YEAR.DEPARTMENT_ID.eq(Touched.DEPARTMENT))
                        .and(SERIES_YEAR.CATEGORY_ID.eq(Touched.CATEGORY))
                        .and(SERIES_YEAR.SCOPE.eq(Touched.SCOPE))
                        .and(SERIES_YEAR.YEAR.between(Touched.FIRST_YEAR, Touched.LAST_YEAR)),
                figures::found);
        return figures;
    }

    /// The newest figures of a row that has them and its key.
    List<RecordedFigure> figures(Record row) {
        return FigureBytes.read(key(row), row.get(SERIES_YEAR.YEAR).intValue(), row.get(SERIES_YEAR.FIGURES));
    }

    /// Takes a series and year ([SeriesYear]) and its newest figures ([FigureBytes]).
    interface FiguresSink {
        void accept(long packed, byte[] figures);
    }

    /// Passes on what a query finds; its columns are those of [#key] and the figures. Read without a record for each
    /// row, for an import asks for a hundred thousand of them.
    static void eachFigures(ResultQuery<?> query, FiguresSink sink) throws SQLException {
        try (ResultSet row = query.fetchResultSet()) {
            while (row.next()) {
                sink.accept(
                        SeriesYear.pack(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                        row.getBytes(6));
            }
        }
    }

    /// Passes a row on.
    static void write(RowSink sink, Row row) {
        sink.number(SeriesYear.metric(row.packed()))
                .number(SeriesYear.department(row.packed()))
                .number(SeriesYear.category(row.packed()))
                .number(SeriesYear.scope(row.packed()))
                .number(SeriesYear.year(row.packed()))
                .bytes(row.figures())
                .bytes(row.cells())
                .end();
    }

    /// The cells of a row.
    List<Cell> cells(Record row) {
        return cells(row, row.get(SERIES_YEAR.CELLS));
    }

    /// The cells that a row of this key would have with these bytes.
    List<Cell> cells(Record row, byte[] cells) {
        return CellBytes.read(key(row), row.get(SERIES_YEAR.YEAR).intValue(), cells);
    }

    /// The packed key of a row that has it.
    static long packed(Record row) {
        return SeriesYear.pack(
                row.get(SERIES_YEAR.METRIC_ID),
                row.get(SERIES_YEAR.DEPARTMENT_ID),
                row.get(SERIES_YEAR.CATEGORY_ID),
                row.get(SERIES_YEAR.SCOPE),
                row.get(SERIES_YEAR.YEAR));
    }

    private SeriesKey key(Record row) {
        return key(
                row.get(SERIES_YEAR.METRIC_ID),
                row.get(SERIES_YEAR.DEPARTMENT_ID),
                row.get(SERIES_YEAR.CATEGORY_ID),
                row.get(SERIES_YEAR.SCOPE));
    }

    /// The series of a packed series and year.
    SeriesKey series(long packed) {
        return key(
                SeriesYear.metric(packed),
                SeriesYear.department(packed),
                SeriesYear.category(packed),
                SeriesYear.scope(packed));
    }

    private SeriesKey key(long metric, long department, long category, long scope) {
        return new SeriesKey(
                dictionary.department(department),
                dictionary.metric(metric),
                dictionary.category(category),
                Codes.word(Codes.SCOPES, scope));
    }

    long pack(SeriesKey key, int year) {
        return SeriesYear.pack(
                dictionary.metricNumber(key.metric()).orElseThrow(),
                dictionary.departmentNumber(key.department()).orElseThrow(),
                dictionary.categoryNumber(key.category()).orElseThrow(),
                Codes.number(Codes.SCOPES, key.scope()),
                year);
    }

    /// The key of a row.
    static List<Field<Long>> key() {
        return List.of(
                SERIES_YEAR.METRIC_ID,
                SERIES_YEAR.DEPARTMENT_ID,
                SERIES_YEAR.CATEGORY_ID,
                SERIES_YEAR.SCOPE,
                SERIES_YEAR.YEAR);
    }

    /// The columns in the order of [#write].
    static List<Field<?>> columns() {
        return new ArrayList<>(Arrays.asList(SERIES_YEAR.fields()));
    }
}
