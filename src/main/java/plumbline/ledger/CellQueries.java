package plumbline.ledger;

import static plumbline.ledger.generated.Tables.CELL;
import static plumbline.ledger.generated.Tables.FIGURE;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import plumbline.Cell;
import plumbline.Period;
import plumbline.Span;
import plumbline.Vintage;

/// Asks for cells as of an import: from the table for the newest one, worked out from the figures for one before.
final class CellQueries {
    /// What a span's code has behind its year.
    private static final long YEAR = 10_000;

    private static final int ANY_YEAR = 2000 * 10_000;

    private final Dictionary dictionary;
    private final Refresh refresh;
    private final Vintage vintage;

    CellQueries(Dictionary dictionary, Refresh refresh, Vintage vintage) {
        this.dictionary = dictionary;
        this.refresh = refresh;
        this.vintage = vintage;
    }

    private boolean isNewest(DSLContext dsl) {
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
        Optional<Long> metricNumber = dictionary.metricNumber(metric);
        if (metricNumber.isEmpty()) {
            return List.of();
        }
        List<Long> categoryNumbers = categories.stream()
                .flatMap(each -> dictionary.categoryNumber(each).stream())
                .toList();
        List<Long> departmentNumbers = departments.stream()
                .flatMap(each -> dictionary.departmentNumber(each).stream())
                .toList();
        Keys keys = new Keys(
                metricNumber.get(), departmentNumbers, categoryNumbers, fromYear * 10_000L, toYear * 10_000L + 9_999);
        return isNewest(dsl)
                ? new CellRows(dictionary)
                        .select(dsl, keys.in(CELL.METRIC_ID, CELL.DEPARTMENT_ID, CELL.CATEGORY_ID, CELL.SPAN))
                : refresh.asOf(
                        dsl,
                        keys.in(FIGURE.METRIC_ID, FIGURE.DEPARTMENT_ID, FIGURE.CATEGORY_ID, FIGURE.SPAN)
                                .and(FIGURE.IMPORT_ID.le(vintage.importNumber())));
    }

    /// The same keys in either table.
    private record Keys(long metric, List<Long> departments, List<Long> categories, long firstSpan, long lastSpan) {
        Condition in(Field<Long> metricId, Field<Long> departmentId, Field<Long> categoryId, Field<Long> span) {
            return metricId.eq(metric)
                    .and(departmentId.in(departments))
                    .and(categoryId.in(categories))
                    .and(span.between(firstSpan, lastSpan));
        }
    }

    /// Metric code → codes of the departments that hold figures of it.
    Map<String, Set<String>> holders(DSLContext dsl) throws SQLException {
        Map<String, Set<String>> holders = new HashMap<>();
        if (isNewest(dsl)) {
            dsl.selectDistinct(CELL.METRIC_ID, CELL.DEPARTMENT_ID)
                    .from(CELL)
                    .forEach(row -> add(holders, dictionary.metric(row.value1()), dictionary.department(row.value2())));
        } else {
            earlier(dsl, each -> add(holders, each.key().metric(), each.key().department()));
        }
        return holders;
    }

    /// Metric code → lengths in months of the periods something is known of, months and to-date spans that are no
    /// period left out.
    Map<String, Set<Integer>> lengths(DSLContext dsl) throws SQLException {
        Map<String, Set<Integer>> lengths = new HashMap<>();
        if (isNewest(dsl)) {
            dsl.selectDistinct(CELL.METRIC_ID, CELL.SPAN.mod(YEAR))
                    .from(CELL)
                    .forEach(row -> addLength(
                            lengths,
                            dictionary.metric(row.value1()),
                            Span.ofCode(ANY_YEAR + row.value2().intValue())));
        } else {
            earlier(dsl, each -> addLength(lengths, each.key().metric(), each.span()));
        }
        return lengths;
    }

    /// Every cell of an earlier vintage, worked out from the figures of that time: what was stated and withdrawn by
    /// then, or follows from what was stated, cannot be told from the figures' keys alone.
    private void earlier(DSLContext dsl, Consumer<Cell> sink) throws SQLException {
        refresh.each(dsl, FIGURE.IMPORT_ID.le(vintage.importNumber()), cells -> cells.forEach(sink));
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
