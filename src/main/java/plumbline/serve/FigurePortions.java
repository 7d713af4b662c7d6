package plumbline.serve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import plumbline.Metric;
import plumbline.RecordedFigure;
import plumbline.ledger.FigureSelection;
import plumbline.ledger.Ledger;

/// Reads the figures of an extract in portions of some thousand, metric by metric, each while the one before is
/// written: on two cores an extract takes as long as the slower half and not as both.
///
/// Between portions nothing of the ledger is held, so that a slow reader costs a thread and two portions of memory, but
/// neither a connection nor a snapshot; the vintage keeps the portions together. Used by one thread.
final class FigurePortions {
    private static final int MOST_DEPARTMENTS = 1_000;
    private static final int FIRST_SIZE = 32;
    /// So many rows are aimed at: portions of one size keep both threads busy, and few of them wait in memory.
    private static final int ROWS = 1_000;
    private static final int MOST_GROWTH = 4;

    /// Threads that read ahead; none waits for a reader.
    private static final ExecutorService AHEAD = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("extract-ahead-", 0).daemon().factory());

    private final Ledger ledger;
    private final View view;
    private final List<Metric> metrics;
    private final List<String> departments;
    private @Nullable Future<Optional<Portion>> ahead;
    private int metric;
    private int department;
    private int size = FIRST_SIZE;

    /// What some departments state of a metric, in the order of the keys. It is of all times, because what is missing
    /// in a period follows from what is stated of others, too; the ledger reads a series as a whole anyway.
    ///
    /// @param isLast whether the metric has no more of them
    record Portion(Metric metric, FigureSelection selection, List<RecordedFigure> figures, boolean isLast) {}

    /// @param departments codes
    FigurePortions(Ledger ledger, View view, List<Metric> metrics, List<String> departments) {
        this.ledger = ledger;
        this.view = view;
        this.metrics = metrics;
        this.departments = departments;
    }

    /// The figures of all times.
    static FigureSelection ofAllTimes(Set<String> metrics, Collection<String> departments) {
        return new FigureSelection(metrics, Set.copyOf(departments), Optional.empty(), Optional.empty());
    }

    /// The next portion; empty behind the last one.
    Optional<Portion> next() {
        Future<Optional<Portion>> read = ahead;
        Optional<Portion> next = read == null ? read() : take(read);
        ahead = next.isPresent() ? AHEAD.submit(this::read) : null;
        return next;
    }

    private static Optional<Portion> take(Future<Optional<Portion>> read) {
        try {
            return read.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while reading figures");
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    /// One call at a time, each behind the one before.
    private Optional<Portion> read() {
        if (metric == metrics.size() || departments.isEmpty()) {
            return Optional.empty();
        }
        Metric of = metrics.get(metric);
        boolean isHeld = ledger.extent().holders(view.vintage()).containsKey(of.code());
        int until = isHeld ? Math.min(departments.size(), department + size) : departments.size();
        FigureSelection selection = ofAllTimes(Set.of(of.code()), departments.subList(department, until));
        List<RecordedFigure> figures = new ArrayList<>();
        if (isHeld) {
            ledger.figures().each(selection, view.vintage(), view.unconfirmedToo(), figures::add);
            size = next(size, until - department, figures.size());
        }
        boolean isLast = until == departments.size();
        metric += isLast ? 1 : 0;
        department = isLast ? 0 : until;
        return Optional.of(new Portion(of, selection, figures, isLast));
    }

    /// As many departments as would have had the rows aimed at.
    ///
    /// @param read departments
    private static int next(int size, int read, int rows) {
        long fitting = rows == 0 ? size : (long) read * ROWS / rows;
        return Math.clamp(fitting, 1, Math.min(size * MOST_GROWTH, MOST_DEPARTMENTS));
    }
}
