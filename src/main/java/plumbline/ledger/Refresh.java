package plumbline.ledger;

import static plumbline.ledger.generated.Tables.CELL;
import static plumbline.ledger.generated.Tables.FIGURE;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
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
        CellRows rows = new CellRows(dictionary);
        try (SealedInsert insert = new SealedInsert(connection, dsl, CELL, CellRows.columns())) {
            for (Touched.Series series : touched.series()) {
                dsl.deleteFrom(CELL).where(series.cells()).execute();
                each(dsl, series.figures(), (_, cells) -> rows.insert(insert, cells));
            }
            insert.flush();
            return insert.rows();
        }
    }

    /// Replaces every cell; returns how many there are now.
    long all(Connection connection, DSLContext dsl) throws SQLException {
        CellRows rows = new CellRows(dictionary);
        dsl.deleteFrom(CELL).execute();
        try (SealedInsert insert = new SealedInsert(connection, dsl, CELL, CellRows.columns())) {
            each(dsl, FIGURE.ID.isNotNull(), (_, cells) -> rows.insert(insert, cells));
            insert.flush();
            return insert.rows();
        }
    }

    /// The cells as the figures that meet the condition make them.
    List<Cell> asOf(DSLContext dsl, Condition figures) throws SQLException {
        List<Cell> found = new ArrayList<>();
        each(dsl, figures, (_, cells) -> found.addAll(cells));
        return found;
    }

    /// Consolidates series by series and year by year; figures come in the order of their keys, so that a series is
    /// together, though its years and scopes interleave.
    private void each(DSLContext dsl, Condition figures, BiConsumer<SeriesKey, List<Cell>> sink) throws SQLException {
        SeriesFigures series = new SeriesFigures((key, year, current) -> {
            Optional<Metric> metric = catalog.metric(key.metric());
            metric.ifPresent(known -> sink.accept(key, consolidator.consolidate(known, key, year, current)));
        });
        new FigureRows(dictionary).eachCurrent(dsl, figures, series::accept);
        series.finish();
    }

    /// Receives what is consolidated together.
    @FunctionalInterface
    interface SeriesYear {
        void accept(SeriesKey key, int year, List<RecordedFigure> figures);
    }
}
