package plumbline.ledger;

import static plumbline.ledger.generated.Tables.SERIES_YEAR;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import plumbline.Cell;
import plumbline.Period;
import plumbline.Preview;
import plumbline.Span;

/// Tells how the touched cells differ from what they were: remembers them in a temporary table before they are
/// refreshed, and compares row by row, so that memory does not grow with the import.
final class CellChanges {
    private static final Table<?> FORMER = DSL.table(DSL.name("former"));
    private static final Comparator<Span> SHORTER_FIRST =
            Comparator.comparingInt(Span::months).thenComparingInt(Span::code);
    private static final List<Field<?>> COLUMNS = List.of(
            SERIES_YEAR.METRIC_ID,
            SERIES_YEAR.DEPARTMENT_ID,
            SERIES_YEAR.CATEGORY_ID,
            SERIES_YEAR.SCOPE,
            SERIES_YEAR.YEAR,
            SERIES_YEAR.CELLS);
    private static final int AT_ONCE = 1_000;

    private final DSLContext dsl;
    private final SeriesRows rows;

    CellChanges(DSLContext dsl, Dictionary dictionary) {
        this.dsl = dsl;
        rows = new SeriesRows(dictionary);
    }

    /// Remembers the touched cells as they are; [Touched#TABLE] must have been written.
    void keep() {
        Database.createScratch(
                dsl,
                FORMER,
                dsl.createTemporaryTable(FORMER)
                        .as(dsl.select(COLUMNS)
                                .from(Touched.TABLE)
                                .crossJoin(SERIES_YEAR)
                                .where(isTouched())));
    }

    private static Condition isTouched() {
        return SERIES_YEAR
                .METRIC_ID
                .eq(Touched.METRIC)
                .and(SERIES_YEAR.DEPARTMENT_ID.eq(Touched.DEPARTMENT))
                .and(SERIES_YEAR.CATEGORY_ID.eq(Touched.CATEGORY))
                .and(SERIES_YEAR.SCOPE.eq(Touched.SCOPE))
                .and(SERIES_YEAR.YEAR.between(Touched.FIRST_YEAR, Touched.LAST_YEAR));
    }

    /// Passes on what differs now, in the order of the keys. A series and year that had a row keeps it, if without
    /// cells.
    void each(Consumer<Preview.Change> sink) {
        try (Cursor<?> now = dsl.select(COLUMNS)
                .select(former(SERIES_YEAR.CELLS))
                .from(Touched.TABLE)
                .crossJoin(SERIES_YEAR)
                .leftJoin(FORMER)
                .on(isSameRow())
                .where(isTouched())
                .and(former(SERIES_YEAR.CELLS).isDistinctFrom(SERIES_YEAR.CELLS))
                .orderBy(SeriesRows.key())
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            now.forEach(row -> compare(before(row), rows.cells(row), sink));
        }
    }

    private List<Cell> before(Record row) {
        byte[] cells = row.get(former(SERIES_YEAR.CELLS));
        return cells == null ? List.of() : rows.cells(row, cells);
    }

    private static Condition isSameRow() {
        return DSL.and(SeriesRows.key().stream().map(key -> former(key).eq(key)).toList());
    }

    private static <T> Field<T> former(Field<T> field) {
        return DSL.field(DSL.name("former", ((TableField<?, T>) field).getName()), field.getDataType());
    }

    /// Only what charts show: cells of a month, quarter, half or whole year.
    private static void compare(List<Cell> before, List<Cell> after, Consumer<Preview.Change> sink) {
        Map<Span, Cell> former = shown(before);
        Map<Span, Cell> now = shown(after);
        Map<Span, Cell> all = new TreeMap<>(SHORTER_FIRST);
        all.putAll(former);
        all.putAll(now);
        for (Span span : all.keySet()) {
            Optional<Cell> old = Optional.ofNullable(former.get(span));
            Optional<Cell> next = Optional.ofNullable(now.get(span));
            if (!old.equals(next)) {
                sink.accept(new Preview.Change(old, next));
            }
        }
    }

    private static Map<Span, Cell> shown(List<Cell> cells) {
        Map<Span, Cell> shown = new HashMap<>();
        cells.stream()
                .filter(each -> Period.ofSpan(each.span()).isPresent())
                .forEach(each -> shown.put(each.span(), withoutFigures(each)));
        return shown;
    }

    private static Cell withoutFigures(Cell cell) {
        return new Cell(
                cell.key(),
                cell.span(),
                cell.method(),
                cell.state(),
                cell.value(),
                cell.interval(),
                cell.review(),
                cell.conflict(),
                cell.coverage(),
                0,
                List.of());
    }
}
