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
    private static final int BATCH = 500;
    private static final int WAITING = 8;

    private final BlockingQueue<List<T>> batches = new ArrayBlockingQueue<>(WAITING);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private List<T> batch = new ArrayList<>(BATCH);

    private ReadAhead() {}

    /// Runs `source`, which hands its items to the consumer it is given, and hands them on to `sink` in the same order
    /// on the calling thread. What either throws reaches the caller, and the other one stops.
    static <T> void run(Consumer<Consumer<T>> source, Consumer<T> sink) {
        ReadAhead<T> ahead = new ReadAhead<>();
        Thread reader = Thread.ofPlatform().name("read-ahead").daemon().start(() -> ahead.read(source));
        try {
            for (List<T> next = ahead.batches.take(); !next.isEmpty(); next = ahead.batches.take()) {
                next.forEach(sink);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while recording");
        } finally {
            reader.interrupt();
        }
        RuntimeException failed = ahead.failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void read(Consumer<Consumer<T>> source) {
        try {
            try {
                source.accept(this::add);
            } catch (CancellationException nobodyWaits) {
                throw nobodyWaits;
            } catch (RuntimeException failed) {
                failure.set(failed);
            }
            if (!batch.isEmpty()) {
                put(batch);
            }
            put(List.of());
        } catch (CancellationException nobodyWaits) {
            // the sink failed, and its failure is the caller's
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
