package plumbline.ledger;

import static plumbline.ledger.generated.Tables.CELL_YEAR;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Consolidator;
import plumbline.DepartmentTree;
import plumbline.FigureKey;
import plumbline.Life;
import plumbline.Metric;
import plumbline.RecordedFigure;
import plumbline.SeriesKey;

/// Works the cells out again from the figures: for the series and years an import touched, for a past vintage, or for
/// the whole ledger.
final class Refresh {
    private final Catalog catalog;
    private final Consolidator consolidator;
    private final Dictionary dictionary;

    /// Cells of a ledger whose departments the dictionary numbers.
    Refresh(Catalog catalog, Consolidator consolidator, Dictionary dictionary) {
        this.catalog = catalog;
        this.consolidator = consolidator;
        this.dictionary = dictionary;
    }

    /// Replaces the cells of the touched series and years; returns how many there are now.
    ///
    /// @param tree with the lives of the departments as the import leaves them
    /// @param seen is shown the new cells of one series and year after the other
    long touched(Connection connection, DSLContext dsl, DepartmentTree tree, Touched touched, Consumer<List<Cell>> seen)
            throws SQLException {
        touched.write(connection, dsl);
        FormerCells former = new FormerCells(dictionary, touched);
        former.read(dsl);
        long cells = insert(
                former.isEmpty() ? inserting(connection, dsl) : replacing(connection, dsl),
                tree,
                figures -> new FigureRows(dictionary).eachCurrentTouched(dsl, figures),
                again -> {
                    former.written(again);
                    seen.accept(again);
                });
        former.removeOthers(connection, dsl);
        return cells;
    }

    /// Replaces every cell; returns how many there are now.
    long all(Connection connection, DSLContext dsl, DepartmentTree tree) throws SQLException {
        dsl.deleteFrom(CELL_YEAR).execute();
        return insert(
                inserting(connection, dsl),
                tree,
                figures -> new FigureRows(dictionary).eachCurrent(dsl, FigureRows.CONFIRMED, figures),
                _ -> {});
    }

    private static SealedInsert inserting(Connection connection, DSLContext dsl) {
        return SealedInsert.unsealed(connection, dsl, CELL_YEAR, CellRows.columns());
    }

    private static SealedInsert replacing(Connection connection, DSLContext dsl) {
        return SealedInsert.replacing(connection, dsl, CELL_YEAR, CellRows.columns(), List.copyOf(CellRows.key()));
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
        Condition confirmed = figures.and(FigureRows.CONFIRMED);
        consolidate(tree, each -> new FigureRows(dictionary).eachCurrent(dsl, confirmed, each), sink);
    }

    /// The cells as the figures that meet the condition make them together with what nobody has confirmed yet, among
    /// the figures and beside them.
    ///
    /// @param proposed what texts are believed to state, about the same series
    List<Cell> withUnconfirmed(
            DSLContext dsl, DepartmentTree tree, Condition figures, Collection<RecordedFigure> proposed)
            throws SQLException {
        Map<SeriesYear.Of, List<RecordedFigure>> together = new LinkedHashMap<>();
        Consumer<RecordedFigure> gather = each -> SeriesYear.Of.figure(each)
                .ifPresent(key ->
                        together.computeIfAbsent(key, _ -> new ArrayList<>()).add(each));
        new FigureRows(dictionary).eachCurrent(dsl, figures, gather);
        proposed.forEach(gather);
        List<Cell> found = new ArrayList<>();
        together.forEach((of, all) -> catalog.metric(of.key().metric())
                .map(metric -> consolidator.consolidate(
                        metric, of.key(), of.year(), tree.life(of.key().department()), all))
                .ifPresent(found::addAll));
        return found;
    }

    /// Hands figures to a consumer in the order of their keys.
    @FunctionalInterface
    private interface Figures {
        void each(Consumer<RecordedFigure> sink) throws SQLException;
    }

    /// @param insert is closed in the end
    private long insert(SealedInsert insert, DepartmentTree tree, Figures figures, Consumer<List<Cell>> written)
            throws SQLException {
        CellRows rows = new CellRows(dictionary);
        LongAdder count = new LongAdder();
        try (insert;
                Aside<Together, CellRows.Written> aside = new Aside<>(this::row, row -> {
                    if (!row.cells().isEmpty()) {
                        rows.write(insert, row);
                        written.accept(row.cells());
                        count.add(row.cells().size());
                    }
                })) {
            each(tree, figures, aside::give);
            aside.finish();
            insert.flush();
            return count.sum();
        }
    }

    private void consolidate(DepartmentTree tree, Figures figures, Consumer<List<Cell>> sink) throws SQLException {
        each(tree, figures, together -> sink.accept(cells(together)));
    }

    /// What is consolidated together, and the life of its department.
    private record Together(Metric metric, SeriesKey key, int year, Life life, List<RecordedFigure> figures) {}

    private CellRows.Written row(Together of) {
        return CellRows.Written.of(cells(of));
    }

    private List<Cell> cells(Together of) {
        return consolidator.consolidate(of.metric(), of.key(), of.year(), of.life(), of.figures());
    }

    /// Series by series and year by year; a series comes together, though its scopes interleave.
    private void each(DepartmentTree tree, Figures figures, Consumer<Together> sink) throws SQLException {
        SeriesFigures series = new SeriesFigures((key, year, current) -> {
            Optional<Metric> metric = catalog.metric(key.metric());
            metric.ifPresent(
                    known -> sink.accept(new Together(known, key, year, tree.life(key.department()), current)));
        });
        figures.each(series::accept);
        series.finish();
    }

    /// Receives what is consolidated together.
    @FunctionalInterface
    interface SeriesYear {
        void accept(SeriesKey key, int year, List<RecordedFigure> figures);

        /// A series and a year.
        record Of(SeriesKey key, int year) {
            /// Of a free range there is none, since it takes part in no sum.
            static Optional<Of> figure(RecordedFigure figure) {
                FigureKey key = figure.figure().key();
                return key.range().isPresent()
                        ? Optional.empty()
                        : Optional.of(new Of(
                                new SeriesKey(key.department(), key.metric(), key.category(), key.scope()),
                                key.period().year()));
            }
        }
    }
}
