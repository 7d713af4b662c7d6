package plumbline.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Works things out on a thread of its own while the caller reads the next ones and writes the last ones: a connection
/// belongs to one thread, arithmetic to any. Results arrive on the calling thread and in the order of the work; a
/// caller that would have to wait works too.
///
/// What is too little for a second thread is worked out at once, on the caller's. What waits is bounded.
final class Aside<T, R> implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final int AHEAD = 3;

    private final Function<T, R> work;
    private final Consumer<R> sink;
    private final Deque<FutureTask<List<R>>> results = new ArrayDeque<>();
    private List<T> batch = new ArrayList<>();
    private @Nullable ExecutorService thread;

    Aside(Function<T, R> work, Consumer<R> sink) {
        this.work = work;
        this.sink = sink;
    }

    void give(T next) {
        batch.add(next);
        if (batch.size() == BATCH) {
            List<T> full = batch;
            batch = new ArrayList<>();
            FutureTask<List<R>> task = new FutureTask<>(() -> worked(full));
            results.add(task);
            thread().execute(task);
            if (results.size() > AHEAD) {
                take();
            }
        }
    }

    private ExecutorService thread() {
        ExecutorService started = thread;
        if (started == null) {
            started = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("consolidate").daemon().factory());
            thread = started;
        }
        return started;
    }

    private List<R> worked(List<T> all) {
        return all.stream().map(work).toList();
    }

    /// The first result that has not been taken. What the work throws reaches the caller.
    private void take() {
        FutureTask<List<R>> first = results.removeFirst();
        for (FutureTask<List<R>> each : results) {
            if (!first.isDone()) {
                each.run(); // does nothing if the other thread has begun it
            }
        }
        try {
            first.get().forEach(sink);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while working out cells");
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    /// Hands over what is left.
    void finish() {
        while (!results.isEmpty()) {
            take();
        }
        worked(batch).forEach(sink);
        batch.clear();
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.shutdownNow();
        }
    }
}
