package plumbline.ledger;

import static plumbline.ledger.generated.Tables.SERIES_YEAR;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Consolidator;
import plumbline.DepartmentTree;
import plumbline.FigureKey;
import plumbline.RecordedFigure;
import plumbline.Review;
import plumbline.SeriesKey;
import plumbline.State;

/// Works the cells out again from the figures: for the series and years an import touched, for a past vintage, or for
/// the whole ledger.
final class Refresh {
    private final Catalog catalog;
    private final Consolidator consolidator;
    private final SeriesRows rows;
    private final FigureRows figureRows;

    /// Cells of a ledger whose departments the dictionary numbers.
    Refresh(Catalog catalog, Consolidator consolidator, Dictionary dictionary) {
        this.catalog = catalog;
        this.consolidator = consolidator;
        rows = new SeriesRows(dictionary);
        figureRows = new FigureRows(dictionary);
    }

    /// Brings what stands of the touched series and years up to date.
    ///
    /// @param tree with the lives of the departments as the import leaves them
    /// @param lookedUp what is known of them as they were
    /// @param emptyBefore whether the ledger had no figure before the import
    /// @param before runs when [Touched#TABLE] is written and no cell has changed yet
    /// @param inConflict takes the new cells that are contradicted
    void touched(
            Connection connection,
            DSLContext dsl,
            DepartmentTree tree,
            Touched touched,
            ImportedFigures imported,
            LookedUp lookedUp,
            boolean emptyBefore,
            Runnable before,
            Consumer<Cell> inConflict)
            throws SQLException {
        TouchedSeries series = new TouchedSeries(connection, dsl, rows, touched, imported, lookedUp, emptyBefore);
        before.run();
        try (SealedInsert insert = inserting(connection, dsl);
                SealedInsert replace = replacing(connection, dsl);
                Aside<TouchedSeries.Pending, SeriesRows.Row> aside =
                        new Aside<>(pending -> row(tree, pending.packed(), pending.merged(rows)), row -> {
                            SeriesRows.write(series.isStored(row.packed()) ? replace : insert, row);
                            row.inConflict().forEach(inConflict);
                        })) {
            series.each(aside::give);
            aside.finish();
            insert.flush();
            replace.flush();
        }
    }

    /// Replaces all that stands of every series; returns how many cells there are now.
    long all(Connection connection, DSLContext dsl, DepartmentTree tree) throws SQLException {
        dsl.deleteFrom(SERIES_YEAR).execute();
        LongAdder count = new LongAdder();
        try (SealedInsert insert = inserting(connection, dsl);
                Aside<Together, SeriesRows.Row> aside = new Aside<>(each -> row(tree, each), row -> {
                    SeriesRows.write(insert, row);
                    count.add(row.count());
                })) {
            eachNewest(dsl, DSL.noCondition(), aside::give);
            aside.finish();
            insert.flush();
            return count.sum();
        }
    }

    private static SealedInsert inserting(Connection connection, DSLContext dsl) {
        return SealedInsert.unsealed(connection, dsl, SERIES_YEAR, SeriesRows.columns());
    }

    private static SealedInsert replacing(Connection connection, DSLContext dsl) {
        return SealedInsert.replacing(
                connection, dsl, SERIES_YEAR, SeriesRows.columns(), List.copyOf(SeriesRows.key()));
    }

    /// Passes on what should stand of every series, and stores nothing: a series and year at a time, in the order of
    /// the numbers of metric, department and category.
    void eachRow(DSLContext dsl, DepartmentTree tree, Consumer<SeriesRows.Row> sink) throws SQLException {
        eachNewest(dsl, DSL.noCondition(), each -> sink.accept(row(tree, each)));
    }

    /// The cells as the figures that meet the condition make them, and the lives known then.
    List<Cell> asOf(DSLContext dsl, DepartmentTree tree, Condition figures) throws SQLException {
        List<Cell> found = new ArrayList<>();
        each(dsl, tree, figures, found::addAll);
        return found;
    }

    /// Passes on the cells as the figures that meet the condition make them, and stores nothing: a series and year at a
    /// time, in the order of the numbers of metric, department and category.
    void each(DSLContext dsl, DepartmentTree tree, Condition figures, Consumer<List<Cell>> sink) throws SQLException {
        eachNewest(dsl, figures, each -> sink.accept(cells(tree, each)));
    }

    /// The cells as the figures that meet the condition make them together with what nobody has confirmed yet, among
    /// the figures and beside them.
    ///
    /// @param proposed what texts are believed to state, about the same series
    List<Cell> withUnconfirmed(
            DSLContext dsl, DepartmentTree tree, Condition figures, Collection<RecordedFigure> proposed)
            throws SQLException {
        Map<Series, List<RecordedFigure>> together = new LinkedHashMap<>();
        Consumer<RecordedFigure> gather = each -> together.computeIfAbsent(Series.of(each), _ -> new ArrayList<>())
                .add(each);
        figureRows.eachNewest(dsl, figures, gather);
        proposed.forEach(gather);
        List<Cell> found = new ArrayList<>();
        together.forEach(
                (of, newest) -> found.addAll(cells(tree, new Together(of.key(), of.year(), newest), Refresh::isPart)));
        return found;
    }

    private record Series(SeriesKey key, int year) {
        static Series of(RecordedFigure figure) {
            FigureKey key = figure.figure().key();
            return new Series(
                    new SeriesKey(key.department(), key.metric(), key.category(), key.scope()),
                    key.period().year());
        }
    }

    /// What is consolidated together: the newest revision of each key of the series in the year.
    record Together(SeriesKey key, int year, List<RecordedFigure> newest) {}

    private void eachNewest(DSLContext dsl, Condition figures, Consumer<Together> sink) throws SQLException {
        SeriesFigures series = new SeriesFigures(sink);
        figureRows.eachNewest(dsl, figures, series::accept);
        series.finish();
    }

    private SeriesRows.Row row(DepartmentTree tree, Together of) {
        return row(tree, rows.pack(of.key(), of.year()), of);
    }

    private SeriesRows.Row row(DepartmentTree tree, long packed, Together of) {
        return SeriesRows.Row.of(packed, of.newest(), cells(tree, of));
    }

    /// What nobody stands behind counts only where it is asked for.
    private List<Cell> cells(DepartmentTree tree, Together of) {
        return cells(tree, of, each -> isPart(each) && each.figure().review() == Review.CONFIRMED);
    }

    /// Figures withdrawn or about a free range take part in no cell.
    private static boolean isPart(RecordedFigure figure) {
        return figure.figure().value().state() != State.WITHDRAWN
                && figure.figure().key().range().isEmpty();
    }

    private List<Cell> cells(DepartmentTree tree, Together of, Predicate<RecordedFigure> counts) {
        List<RecordedFigure> current = of.newest().stream().filter(counts).toList();
        if (current.isEmpty()) {
            return List.of();
        }
        return catalog.metric(of.key().metric())
                .map(metric -> consolidator.consolidate(
                        metric, of.key(), of.year(), tree.life(of.key().department()), current))
                .orElse(List.of());
    }
}
