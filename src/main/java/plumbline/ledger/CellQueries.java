package plumbline.ledger;

import static plumbline.ledger.generated.Tables.DEPARTMENT;
import static plumbline.ledger.generated.Tables.FIGURE;
import static plumbline.ledger.generated.Tables.METRIC;
import static plumbline.ledger.generated.Tables.SERIES_YEAR;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import plumbline.Cell;
import plumbline.DepartmentTree;
import plumbline.FigureKey;
import plumbline.Period;
import plumbline.RecordedFigure;
import plumbline.Review;
import plumbline.Span;
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

    /// Metric code → codes of the departments that ever stated anything of it, also where all was taken back.
    /// Asked of the figures: a cell goes with a withdrawal, and the answer of a moment must stay what it was.
    Map<String, Set<String>> holders(DSLContext dsl) {
        Map<String, Set<String>> holders = new HashMap<>();
        pairs(dsl)
                .forEach(row -> holders.computeIfAbsent(dictionary.metric(row.value1()), _ -> new HashSet<>())
                        .add(dictionary.department(row.value2())));
        return holders;
    }

    /// The metrics and departments that have figures, by a look at the key for each pair instead of one at each figure.
    private static ResultQuery<Record2<Long, Long>> pairs(DSLContext dsl) {
        return dsl.select(METRIC.ID, DEPARTMENT.ID)
                .from(METRIC)
                .crossJoin(DEPARTMENT)
                .whereExists(dsl.selectOne().from(FIGURE).where(FIGURE.METRIC_ID.eq(METRIC.ID)))
                .andExists(dsl.selectOne()
                        .from(FIGURE)
                        .where(FIGURE.METRIC_ID.eq(METRIC.ID))
                        .and(FIGURE.DEPARTMENT_ID.eq(DEPARTMENT.ID)));
    }

    /// Metric code → department code → number of the import that first stated anything of it: the holders of every
    /// earlier vintage at once.
    Map<String, Map<String, Long>> firstHeld(DSLContext dsl) {
        Map<String, Map<String, Long>> first = new HashMap<>();
        dsl.select(FIGURE.METRIC_ID, FIGURE.DEPARTMENT_ID, DSL.min(FIGURE.IMPORT_ID))
                .from(FIGURE)
                .groupBy(FIGURE.METRIC_ID, FIGURE.DEPARTMENT_ID)
                .forEach(row -> first.computeIfAbsent(dictionary.metric(row.value1()), _ -> new HashMap<>())
                        .put(dictionary.department(row.value2()), row.value3()));
        return first;
    }

    /// Metric code → lengths in months of the periods something is known of, months and to-date spans that are no
    /// period left out.
    Map<String, Set<Integer>> lengths(DSLContext dsl) throws SQLException {
        Map<String, Set<Integer>> lengths = new HashMap<>();
        if (isNewest(dsl)) {
            dsl.selectDistinct(SERIES_YEAR.METRIC_ID, SERIES_YEAR.LENGTHS)
                    .from(SERIES_YEAR)
                    .forEach(row -> CellBytes.months(row.value2())
                            .forEach(months -> add(lengths, dictionary.metric(row.value1()), months)));
        } else {
            earlier(dsl, each -> addLength(lengths, each.key().metric(), each.span()));
        }
        return lengths;
    }

    /// Every cell of an earlier vintage, worked out from the figures of that time: what was stated and withdrawn by
    /// then, or follows from what was stated, cannot be told from the figures' keys alone.
    private void earlier(DSLContext dsl, Consumer<Cell> sink) throws SQLException {
        refresh.each(dsl, tree(dsl), FIGURE.IMPORT_ID.le(vintage.importNumber()), cells -> cells.forEach(sink));
    }

    private static void addLength(Map<String, Set<Integer>> lengths, String metric, Span span) {
        if (Period.ofSpan(span).isPresent()) {
            add(lengths, metric, span.months());
        }
    }

    private static <T> void add(Map<String, Set<T>> sets, String metric, T value) {
        sets.computeIfAbsent(metric, _ -> new HashSet<>()).add(value);
    }
}
