package plumbline.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import plumbline.FigureKey;
import plumbline.RecordedFigure;

/// What an import touched, series by series: what stood before and what the import brings, in the order of the keys.
///
/// What stood is read a few thousand rows at a time and never while rows of the same table are being written.
final class TouchedSeries {
    private static final int RUNS_AT_ONCE = 5_000;

    private final DSLContext dsl;
    private final SeriesRows rows;
    private final long[] sorted;
    private final List<Touched.Run> runs;
    private final ImportedFigures.BySeries imported;
    private final LookedUp lookedUp;
    private final boolean emptyBefore;
    private final BitSet stored;

    TouchedSeries(
            Connection connection,
            DSLContext dsl,
            SeriesRows rows,
            Touched touched,
            ImportedFigures imported,
            LookedUp lookedUp,
            boolean emptyBefore)
            throws SQLException {
        this.dsl = dsl;
        this.rows = rows;
        sorted = touched.sorted();
        runs = Touched.runs(sorted);
        Touched.write(connection, dsl, sorted, runs);
        this.imported = imported.by(sorted);
        this.lookedUp = lookedUp;
        this.emptyBefore = emptyBefore;
        stored = new BitSet(sorted.length);
    }

    /// A series and year whose cells are to be worked out.
    ///
    /// @param packed which ([SeriesYear])
    /// @param before its newest figures as they were stored, if it had any ([FigureBytes])
    /// @param imported those the import brings
    @SuppressWarnings("ArrayRecordComponent") // handed on and read whole
    record Pending(long packed, byte @Nullable [] before, byte[] imported) {
        /// The newest revision of each key.
        Refresh.Together merged(SeriesRows rows) {
            var series = rows.series(packed);
            int year = SeriesYear.year(packed);
            List<RecordedFigure> now = FigureBytes.read(series, year, imported);
            if (before == null) {
                return new Refresh.Together(series, year, now);
            }
            Map<FigureKey, RecordedFigure> newest = new HashMap<>();
            FigureBytes.read(series, year, before)
                    .forEach(each -> newest.put(each.figure().key(), each));
            now.forEach(each -> newest.put(each.figure().key(), each));
            return new Refresh.Together(series, year, new ArrayList<>(newest.values()));
        }
    }

    void each(Consumer<Pending> sink) throws SQLException {
        for (int from = 0; from < runs.size(); from += RUNS_AT_ONCE) {
            int to = Math.min(runs.size(), from + RUNS_AT_ONCE) - 1;
            int first = runs.get(from).first();
            int last = runs.get(to).last();
            boolean known =
                    emptyBefore || Arrays.stream(sorted, first, last + 1).allMatch(lookedUp::knows);
            LookedUp before = known ? lookedUp : rows.figuresOfTouched(dsl, from, to);
            for (int rank = first; rank <= last; rank++) {
                byte[] figures = before.figures(sorted[rank]);
                stored.set(rank, figures != null);
                sink.accept(new Pending(sorted[rank], figures, imported.figures(rank)));
            }
        }
    }

    /// Whether the table had a row of the series and year.
    boolean isStored(long packed) {
        return stored.get(Arrays.binarySearch(sorted, packed));
    }
}
