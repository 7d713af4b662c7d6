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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.ResultQuery;
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
                        new DepartmentRows(dictionary, vintage.importNumber()).tree(dsl),
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
    Map<String, Set<String>> holders(DSLContext dsl) {
        ResultQuery<Record2<Long, Long>> pairs = isNewest(dsl)
                ? dsl.selectDistinct(CELL.METRIC_ID, CELL.DEPARTMENT_ID).from(CELL)
                : dsl.selectDistinct(FIGURE.METRIC_ID, FIGURE.DEPARTMENT_ID)
                        .from(FIGURE)
                        .where(FIGURE.IMPORT_ID.le(vintage.importNumber()));
        Map<String, Set<String>> holders = new HashMap<>();
        pairs.forEach(row -> holders.computeIfAbsent(dictionary.metric(row.value1()), _ -> new HashSet<>())
                .add(dictionary.department(row.value2())));
        return holders;
    }

    /// Metric code → lengths in months of the periods something is known of, months and to-date spans that are no
    /// period left out. For an earlier vintage of what was stated then.
    Map<String, Set<Integer>> lengths(DSLContext dsl) {
        ResultQuery<Record2<Long, Long>> pairs = isNewest(dsl)
                ? dsl.selectDistinct(CELL.METRIC_ID, CELL.SPAN.mod(YEAR)).from(CELL)
                : dsl.selectDistinct(FIGURE.METRIC_ID, FIGURE.SPAN.mod(YEAR))
                        .from(FIGURE)
                        .where(FIGURE.IMPORT_ID.le(vintage.importNumber()));
        Map<String, Set<Integer>> lengths = new HashMap<>();
        pairs.forEach(row -> {
            Span span = Span.ofCode(ANY_YEAR + row.value2().intValue());
            if (Period.ofSpan(span).isPresent()) {
                lengths.computeIfAbsent(dictionary.metric(row.value1()), _ -> new HashSet<>())
                        .add(span.months());
            }
        });
        return lengths;
    }
}
