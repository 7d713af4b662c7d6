package plumbline.ledger;

import static plumbline.ledger.generated.Tables.FIGURE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import plumbline.FigureKey;
import plumbline.Receipt;
import plumbline.RecordedFigure;
import plumbline.State;
import plumbline.Vintage;

/// The figures of a [Ledger]: what its reports state, each read as of one vintage. Thread-safe.
public final class Figures {
    private final Database database;
    private final BiFunction<DSLContext, Vintage, FigureQueries> figures;
    private final BiFunction<DSLContext, Vintage, CellQueries> cells;

    /// Every chart asks, and mostly there is none.
    private final PerVintage<Set<String>> unconfirmed = new PerVintage<>();

    Figures(
            Database database,
            BiFunction<DSLContext, Vintage, FigureQueries> figures,
            BiFunction<DSLContext, Vintage, CellQueries> cells) {
        this.database = database;
        this.figures = figures;
        this.cells = cells;
    }

    /// The figures of forms about a metric that nobody has confirmed: those whose newest revision says so.
    public List<RecordedFigure> unconfirmed(Vintage vintage, String metric, Collection<String> departments) {
        Set<String> waiting = unconfirmed.get(
                vintage,
                () -> database.read((_, dsl) -> figures.apply(dsl, vintage).unconfirmedMetrics(dsl)));
        return waiting.contains(metric)
                ? database.read((_, dsl) -> figures.apply(dsl, vintage).unconfirmed(dsl, metric, departments))
                : List.of();
    }

    /// The figure of this number, if the vintage knows it.
    public Optional<RecordedFigure> one(long id, Vintage vintage) {
        return Optional.ofNullable(all(List.of(id), vintage).get(id));
    }

    /// The figures of these numbers that the vintage knows, by number.
    public Map<Long, RecordedFigure> all(Collection<Long> ids, Vintage vintage) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.read((_, dsl) -> figures.apply(dsl, vintage).all(dsl, FigureQueries.numbered(ids)).stream()
                .collect(Collectors.toMap(RecordedFigure::id, Function.identity())));
    }

    /// How the figures of these numbers that the vintage knows are worded, by number.
    public Map<Long, String> wordings(Collection<Long> ids, Vintage vintage) {
        return ids.isEmpty()
                ? Map.of()
                : database.read((_, dsl) -> figures.apply(dsl, vintage).wordings(dsl, ids));
    }

    /// What a report brought that has a number, also what was corrected since.
    ///
    /// @param most how many figures are named at most
    public Receipt.Brought brought(long report, Vintage vintage, int most) {
        return database.read((_, dsl) -> figures.apply(dsl, vintage).brought(dsl, report, most));
    }

    /// All revisions of a key, oldest first.
    public List<RecordedFigure> revisions(FigureKey key, Vintage vintage) {
        return database.read((_, dsl) -> figures.apply(dsl, vintage).revisions(dsl, key));
    }

    /// The figures of the vintage whose passage lies in this text, in the order of their keys.
    public List<RecordedFigure> inText(long report, Vintage vintage) {
        return database.read((_, dsl) -> figures.apply(dsl, vintage).all(dsl, FIGURE.DOCUMENT_ID.eq(report)));
    }

    /// The figures of a form that nobody has confirmed.
    public List<RecordedFigure> unconfirmed(long report, Vintage vintage) {
        return database.read((_, dsl) -> figures.apply(dsl, vintage).unconfirmed(dsl, FIGURE.REPORT_ID.eq(report)));
    }

    /// Passes the newest revision of every key selected to `sink`, in the order of the keys, row by row; those
    /// withdrawn are left out.
    ///
    /// @param unconfirmedToo whether a revision that nobody has confirmed counts
    public void each(
            FigureSelection selection, Vintage vintage, boolean unconfirmedToo, Consumer<RecordedFigure> sink) {
        database.read((_, dsl) -> {
            figures.apply(dsl, vintage).each(dsl, selection, unconfirmedToo, sink);
            return true;
        });
    }

    /// Some figures of [#each], in the order of their keys: those whose keys come after that of a figure.
    ///
    /// @param after number of that figure; empty = from the first
    /// @param most how many figures at most
    public List<RecordedFigure> after(
            FigureSelection selection, Vintage vintage, boolean unconfirmedToo, OptionalLong after, int most) {
        return database.read(
                (_, dsl) -> figures.apply(dsl, vintage).after(dsl, selection, unconfirmedToo, after, most));
    }

    /// As [#each], for those that somebody stands behind.
    public void each(FigureSelection selection, Vintage vintage, Consumer<RecordedFigure> sink) {
        each(selection, vintage, false, sink);
    }

    /// As [#each], but only what a figure is about and its state, in no set order: fast for the newest vintage.
    public void eachInBrief(
            FigureSelection selection, Vintage vintage, boolean unconfirmedToo, BiConsumer<FigureKey, State> sink) {
        database.read((_, dsl) -> {
            CellQueries stored = cells.apply(dsl, vintage);
            if (stored.isNewest(dsl)) {
                stored.eachNewestInBrief(dsl, selection, unconfirmedToo, sink);
            } else {
                figures.apply(dsl, vintage)
                        .each(
                                dsl,
                                selection,
                                unconfirmedToo,
                                each -> sink.accept(
                                        each.figure().key(),
                                        each.figure().value().state()));
            }
            return true;
        });
    }

    /// Is told of a figure that is another one than it was at an earlier vintage.
    public interface ChangedFigure {
        /// Is told of one figure.
        ///
        /// @param before as it counted then; absent where it did not
        /// @param after as it counts now; absent where it no longer does
        /// @param newest the revision that made it so
        void changed(Optional<RecordedFigure> before, Optional<RecordedFigure> after, RecordedFigure newest);
    }

    /// Passes on every figure of the selection that differs between two vintages, in the order of the keys.
    ///
    /// @param unconfirmedToo whether a revision that nobody has confirmed counts
    public void eachChange(
            FigureSelection selection, Vintage since, Vintage until, boolean unconfirmedToo, ChangedFigure sink) {
        database.read((_, dsl) -> {
            figures.apply(dsl, until).eachChange(dsl, selection, since.importNumber(), unconfirmedToo, sink);
            return true;
        });
    }
}
