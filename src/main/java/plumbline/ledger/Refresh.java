package plumbline.ledger;

import static plumbline.ledger.generated.Tables.CELL;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Consolidator;
import plumbline.Metric;
import plumbline.RecordedFigure;
import plumbline.SeriesKey;

/// Works the cells out again from the figures: for the series and years an import touched, for a past vintage, or for
/// the whole ledger.
final class Refresh {
    private final Catalog catalog;
    private final Consolidator consolidator;
    private final Dictionary dictionary;

    Refresh(Catalog catalog, Consolidator consolidator, Dictionary dictionary) {
        this.catalog = catalog;
        this.consolidator = consolidator;
        this.dictionary = dictionary;
    }

    /// Replaces the cells of the touched series and years; returns how many there are now.
    long touched(Connection connection, DSLContext dsl, Touched touched) throws SQLException {
        touched.write(connection, dsl);
        dsl.deleteFrom(CELL)
                .where(DSL.row(CELL.METRIC_ID, CELL.DEPARTMENT_ID, CELL.CATEGORY_ID, CELL.SCOPE, CELL.SPAN)
                        .in(dsl.select(CELL.METRIC_ID, CELL.DEPARTMENT_ID, CELL.CATEGORY_ID, CELL.SCOPE, CELL.SPAN)
                                .from(Touched.TABLE)
                                .crossJoin(CELL)
                                .where(CELL.METRIC_ID.eq(Touched.METRIC))
                                .and(CELL.DEPARTMENT_ID.eq(Touched.DEPARTMENT))
                                .and(CELL.CATEGORY_ID.eq(Touched.CATEGORY))
                                .and(CELL.SPAN.between(Touched.FIRST_SPAN, Touched.LAST_SPAN))))
                .execute();
        return insert(connection, dsl, figures -> new FigureRows(dictionary).eachCurrentTouched(dsl, figures));
    }

    /// Replaces every cell; returns how many there are now.
    long all(Connection connection, DSLContext dsl) throws SQLException {
        dsl.deleteFrom(CELL).execute();
        return insert(
                connection, dsl, figures -> new FigureRows(dictionary).eachCurrent(dsl, DSL.noCondition(), figures));
    }

    /// The cells as the figures that meet the condition make them.
    List<Cell> asOf(DSLContext dsl, Condition figures) throws SQLException {
        List<Cell> found = new ArrayList<>();
        each(dsl, figures, found::addAll);
        return found;
    }

    /// Passes on the cells as the figures that meet the condition make them, and stores nothing: a series and year at a
    /// time, in the order of the numbers of metric, department and category.
    void each(DSLContext dsl, Condition figures, Consumer<List<Cell>> sink) throws SQLException {
        consolidate(each -> new FigureRows(dictionary).eachCurrent(dsl, figures, each), sink);
    }

    /// Hands figures to a consumer in the order of their keys.
    @FunctionalInterface
    private interface Figures {
        void each(Consumer<RecordedFigure> sink) throws SQLException;
    }

    private long insert(Connection connection, DSLContext dsl, Figures figures) throws SQLException {
        CellRows rows = new CellRows(dictionary);
        try (SealedInsert insert = SealedInsert.unsealed(connection, dsl, CELL, CellRows.columns())) {
            consolidate(figures, cells -> rows.write(insert, cells));
            insert.flush();
            return insert.rows();
        }
    }

    /// Consolidates series by series and year by year; a series comes together, though its scopes interleave.
    private void consolidate(Figures figures, Consumer<List<Cell>> sink) throws SQLException {
        SeriesFigures series = new SeriesFigures((key, year, current) -> {
            Optional<Metric> metric = catalog.metric(key.metric());
            metric.ifPresent(known -> sink.accept(consolidator.consolidate(known, key, year, current)));
        });
        figures.each(series::accept);
        series.finish();
    }

    /// Receives what is consolidated together.
    @FunctionalInterface
    interface SeriesYear {
        void accept(SeriesKey key, int year, List<RecordedFigure> figures);
    }
}
