package plumbline.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import plumbline.FigureKey;
import plumbline.RecordedFigure;
import plumbline.Scope;
import plumbline.SeriesKey;

/// Gathers figures that arrive in the order of their keys into the figures of one series and year, each scope apart.
final class SeriesFigures {
    private final Consumer<Refresh.Together> sink;
    private final List<RecordedFigure> own = new ArrayList<>();
    private final List<RecordedFigure> consolidated = new ArrayList<>();

    SeriesFigures(Consumer<Refresh.Together> sink) {
        this.sink = sink;
    }

    void accept(RecordedFigure recorded) {
        FigureKey key = recorded.figure().key();
        if (first().map(other -> !isTogether(other, key)).orElse(false)) {
            finish();
        }
        (key.scope() == Scope.OWN ? own : consolidated).add(recorded);
    }

    /// Passes on what is left.
    void finish() {
        pass(own);
        pass(consolidated);
    }

    private void pass(List<RecordedFigure> figures) {
        if (!figures.isEmpty()) {
            FigureKey key = figures.getFirst().figure().key();
            sink.accept(new Refresh.Together(
                    new SeriesKey(key.department(), key.metric(), key.category(), key.scope()),
                    key.period().year(),
                    List.copyOf(figures)));
            figures.clear();
        }
    }

    private Optional<FigureKey> first() {
        List<RecordedFigure> any = own.isEmpty() ? consolidated : own;
        return any.isEmpty()
                ? Optional.empty()
                : Optional.of(any.getFirst().figure().key());
    }

    private static boolean isTogether(FigureKey one, FigureKey other) {
        return one.period().year() == other.period().year()
                && one.department().equals(other.department())
                && one.metric().equals(other.metric())
                && one.category().equals(other.category());
    }
}
