package plumbline.intake;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/// Counts the rows of all files of an order through the stages and says now and then how far it is. Thread-safe.
final class Counters {
    private static final int EVERY = 1_000;

    private final Progress progress;
    private final AtomicLong checked = new AtomicLong();
    private final AtomicLong recorded = new AtomicLong();

    Counters(Progress progress) {
        this.progress = progress;
    }

    /// A row was read and checked.
    void checked() {
        long done = checked.incrementAndGet();
        if (done % EVERY == 0) {
            goOn();
            sayChecked(done, OptionalLong.empty());
        }
    }

    /// A row was recorded, or would be in earnest.
    void recorded() {
        long done = recorded.incrementAndGet();
        if (done % EVERY == 0) {
            goOn();
            progress.stage(Stage.RECORD, done, OptionalLong.empty());
        }
    }

    /// @throws Cancelled if the rest is not wanted any more
    void goOn() {
        if (progress.isCancelled()) {
            throw new Cancelled();
        }
    }

    /// The rows of a file are through, and its cells are next.
    ///
    /// @param files how many files are through with it
    void fileDone(long files) {
        sayChecked(checked.get(), OptionalLong.of(checked.get()));
        progress.stage(Stage.RECORD, recorded.get(), OptionalLong.of(recorded.get()));
        progress.stage(Stage.CONSOLIDATE, files, OptionalLong.empty());
    }

    private void sayChecked(long done, OptionalLong total) {
        progress.stage(Stage.READ, done, total);
        progress.stage(Stage.CHECK, done, total);
    }
}
