package plumbline.ledger;

import static plumbline.ledger.generated.Tables.FIGURE;
import static plumbline.ledger.generated.Tables.SERIES_YEAR;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.DepartmentTree;
import plumbline.Method;
import plumbline.RecordedFigure;

/// What the figures of an import under way do to the cells, and which of these are questionable on that account.
///
/// Looks only at what the import touched.
final class Consequences {
    private static final int AT_ONCE = 500;

    private final Connection connection;
    private final DSLContext dsl;
    private final Dictionary dictionary;
    private final Catalog catalog;
    private final Refresh refresh;

    Consequences(Connection connection, DSLContext dsl, Dictionary dictionary, Catalog catalog, Refresh refresh) {
        this.connection = connection;
        this.dsl = dsl;
        this.dictionary = dictionary;
        this.catalog = catalog;
        this.refresh = refresh;
    }

    /// Refreshes the touched cells; see [Recorder#settle].
    ///
    /// @param tree with the lives of the departments as the import leaves them
    /// @param before runs when [Touched#TABLE] is written and no cell has changed yet
    void settle(
            DepartmentTree tree,
            FigureWriter written,
            Runnable before,
            Consumer<Cell> contradicted,
            Consumer<List<Cell>> brokenDown)
            throws SQLException {
        Touched touched = written.touched();
        refresh.touched(
                connection,
                dsl,
                tree,
                touched,
                written.imported(),
                written.lookedUp(),
                written.isFirst(),
                before,
                cell -> {
                    if (cell.figures().getLast() >= written.firstId()) {
                        contradicted.accept(cell);
                    }
                });
        BitSet touchedMetrics = touched.metrics();
        List<Long> metrics = catalog.metrics().stream()
                .filter(each -> !each.schemes().isEmpty())
                .map(each -> dictionary.metricNumber(each.code()).orElseThrow())
                .filter(each -> touchedMetrics.get(each.intValue()))
                .toList();
        List<Long> brokenDownBySome = metrics.isEmpty() ? metrics : withCategories(metrics);
        if (!brokenDownBySome.isEmpty()) {
            eachBrokenDown(brokenDownBySome, brokenDown);
        }
    }

    /// Those of the metrics that a touched department breaks down; most report the whole alone.
    private List<Long> withCategories(List<Long> metrics) {
        return dsl.selectDistinct(Touched.METRIC)
                .from(Touched.TABLE)
                .where(Touched.METRIC.in(metrics))
                .andExists(dsl.selectOne()
                        .from(SERIES_YEAR)
                        .where(SERIES_YEAR.METRIC_ID.eq(Touched.METRIC))
                        .and(SERIES_YEAR.DEPARTMENT_ID.eq(Touched.DEPARTMENT))
                        .and(SERIES_YEAR.CATEGORY_ID.gt(Codes.WHOLE)))
                .fetch(Touched.METRIC);
    }

    private void eachBrokenDown(List<Long> metrics, Consumer<List<Cell>> sink) {
        Set<Cell> together = new LinkedHashSet<>();
        new SeriesRows(dictionary).eachBesideTouched(dsl, SERIES_YEAR.METRIC_ID.in(metrics), cell -> {
            if (cell.method() != Method.STATED) {
                return;
            }
            if (!together.isEmpty() && !isTogether(together.iterator().next(), cell)) {
                sink.accept(List.copyOf(together));
                together.clear();
            }
            together.add(cell);
        });
        if (!together.isEmpty()) {
            sink.accept(List.copyOf(together));
        }
    }

    private static boolean isTogether(Cell one, Cell other) {
        return one.key().metric().equals(other.key().metric())
                && one.key().department().equals(other.key().department());
    }

    /// The figures of these numbers.
    Map<Long, RecordedFigure> figures(Collection<Long> ids) {
        List<Long> all = ids.stream().distinct().sorted().toList();
        Map<Long, RecordedFigure> found = new HashMap<>();
        FigureRows rows = new FigureRows(dictionary);
        try {
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                List<Long> some = new ArrayList<>(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
                rows.each(dsl, FIGURE.ID.in(some), each -> found.put(each.id(), each));
            }
        } catch (SQLException broken) {
            throw new LedgerException("nothing was recorded: " + broken.getMessage(), broken);
        }
        return found;
    }
}
