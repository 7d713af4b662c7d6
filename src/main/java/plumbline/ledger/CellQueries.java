package plumbline.ledger;

import static plumbline.ledger.generated.Tables.FIGURE;
import static plumbline.ledger.generated.Tables.SERIES_YEAR;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import plumbline.Cell;
import plumbline.DepartmentTree;
import plumbline.FigureKey;
import plumbline.RecordedFigure;
import plumbline.Review;
import plumbline.State;
import plumbline.Vintage;

/// Asks for cells as of an import: from the table for the newest one, worked out from the figures for one before.
final class CellQueries {
    /// What a span's code has behind its year.
    private static final long YEAR = 10_000;

    private final Dictionary dictionary;
    private final Refresh refresh;
    private final Vintage vintage;

    CellQueries(Dictionary dictionary, Refresh refresh, Vintage vintage) {
        this.dictionary = dictionary;
        this.refresh = refresh;
        this.vintage = vintage;
    }

    boolean isNewest(DSLContext dsl) {
        return VintageRows.newest(dsl).importNumber() == vintage.importNumber();
    }

    List<Cell> cells(
            DSLContext dsl,
            String metric,
            Collection<Optional<String>> categories,
            Collection<String> departments,
            int fromYear,
            int toYear)
            throws SQLException {
        Optional<Keys> asked = keys(metric, categories, departments);
        if (asked.isEmpty()) {
            return List.of();
        }
        return isNewest(dsl)
                ? new SeriesRows(dictionary)
                        .select(
                                dsl,
                                asked.get()
                                        .in(SERIES_YEAR.METRIC_ID, SERIES_YEAR.DEPARTMENT_ID, SERIES_YEAR.CATEGORY_ID)
                                        .and(SERIES_YEAR.YEAR.between((long) fromYear, (long) toYear)))
                : refresh.asOf(dsl, tree(dsl), figures(asked.get(), fromYear, toYear));
    }

    /// The cells with what nobody has confirmed.
    List<Cell> withUnconfirmed(
            DSLContext dsl,
            String metric,
            Collection<Optional<String>> categories,
            Collection<String> departments,
            int fromYear,
            int toYear,
            Collection<RecordedFigure> proposed)
            throws SQLException {
        Optional<Keys> asked = keys(metric, categories, departments);
        return asked.isEmpty()
                ? List.of()
                : refresh.withUnconfirmed(dsl, tree(dsl), figures(asked.get(), fromYear, toYear), proposed);
    }

    /// The newest revisions of the figures selected, without their words, from what stands packed beside the cells.
    ///
    /// @param unconfirmedToo whether a revision that nobody has confirmed counts
    void eachNewestInBrief(
            DSLContext dsl, FigureSelection selection, boolean unconfirmedToo, BiConsumer<FigureKey, State> sink) {
        SeriesRows rows = new SeriesRows(dictionary);
        Condition asked = DSL.noCondition();
        if (!selection.metrics().isEmpty()) {
            asked = asked.and(SERIES_YEAR.METRIC_ID.in(selection.metrics().stream()
                    .flatMap(code -> dictionary.metricNumber(code).stream())
                    .toList()));
        }
        if (!selection.departments().isEmpty()) {
            asked = asked.and(SERIES_YEAR.DEPARTMENT_ID.in(selection.departments().stream()
                    .flatMap(code -> dictionary.departmentNumber(code).stream())
                    .toList()));
        }
        try (Cursor<?> found = dsl.select(SERIES_YEAR.METRIC_ID, SERIES_YEAR.DEPARTMENT_ID, SERIES_YEAR.CATEGORY_ID)
                .select(SERIES_YEAR.SCOPE, SERIES_YEAR.YEAR, SERIES_YEAR.FIGURES)
                .from(SERIES_YEAR)
                .where(asked)
                .fetchLazy()) {
            for (Record row : found) {
                for (RecordedFigure each : rows.figures(row)) {
                    State state = each.figure().value().state();
                    boolean counts = unconfirmedToo || each.figure().review() == Review.CONFIRMED;
                    if (counts
                            && state != State.WITHDRAWN
                            && selection.includes(each.figure().key().period().span())) {
                        sink.accept(each.figure().key(), state);
                    }
                }
            }
        }
    }

    private Optional<Keys> keys(
            String metric, Collection<Optional<String>> categories, Collection<String> departments) {
        return dictionary
                .metricNumber(metric)
                .map(number -> new Keys(
                        number,
                        departments.stream()
                                .flatMap(each -> dictionary.departmentNumber(each).stream())
                                .toList(),
                        categories.stream()
                                .flatMap(each -> dictionary.categoryNumber(each).stream())
                                .toList()));
    }

    private Condition figures(Keys keys, int fromYear, int toYear) {
        return keys.in(FIGURE.METRIC_ID, FIGURE.DEPARTMENT_ID, FIGURE.CATEGORY_ID)
                .and(FIGURE.SPAN.between(fromYear * YEAR, (toYear + 1) * YEAR - 1))
                .and(FIGURE.IMPORT_ID.le(vintage.importNumber()));
    }

    private DepartmentTree tree(DSLContext dsl) {
        return new DepartmentRows(dictionary, vintage.importNumber()).tree(dsl);
    }

    /// The same keys in either table.
    private record Keys(long metric, List<Long> departments, List<Long> categories) {
        Condition in(Field<Long> metricId, Field<Long> departmentId, Field<Long> categoryId) {
            return metricId.eq(metric).and(departmentId.in(departments)).and(categoryId.in(categories));
        }
    }
}
