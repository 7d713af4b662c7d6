package plumbline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lets a thread of its own read and check rows while the caller records the ones before them: on two cores an import
/// takes as long as the slower half and not as both. What waits in between is bounded.
final class ReadAhead<T> {
    private static final int BATCH = 1_000;
    private static final int WAITING = 4;

    private final BlockingQueue<List<T>> batches = new ArrayBlockingQueue<>(WAITING);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private List<T> batch = new ArrayList<>(BATCH);

    private ReadAhead() {}

    /// Runs `source`, which hands its items to the consumer it is given, and hands them on to `sink`, many at once and
    /// in the same order, on the calling thread. What either throws reaches the caller, and the other one stops.
    static <T> void run(Consumer<Consumer<T>> source, Consumer<List<T>> sink) {
        ReadAhead<T> ahead = new ReadAhead<>();
        Thread reader = Thread.ofPlatform().name("read-ahead").daemon().start(() -> ahead.read(source));
        try {
            for (List<T> next = ahead.batches.take(); !next.isEmpty(); next = ahead.batches.take()) {
                sink.accept(next);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while recording");
        } finally {
            reader.interrupt();
        }
        switch (ahead.failure.get()) {
            case null -> {}
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            case Throwable impossible -> throw new IllegalStateException(impossible);
        }
    }

    private void read(Consumer<Consumer<T>> source) {
        try {
            source.accept(this::add);
            if (!batch.isEmpty()) {
                put(batch);
            }
        } catch (CancellationException nobodyWaits) {
            return; // the sink failed, and its failure is the caller's
        } catch (Throwable failed) { // an error too, or the caller would wait for ever
            failure.set(failed);
        }
        try {
            put(List.of());
        } catch (CancellationException nobodyWaits) {
            // as above
        }
    }

    private void add(T item) {
        batch.add(item);
        if (batch.size() == BATCH) {
            put(batch);
            batch = new ArrayList<>(BATCH);
        }
    }

    /// An empty batch is the end.
    private void put(List<T> full) {
        try {
            batches.put(full);
        } catch (InterruptedException nobodyWaits) {
            throw new CancellationException();
        }
    }
}
