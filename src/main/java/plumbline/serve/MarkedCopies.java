package plumbline.serve;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import plumbline.Receipt;
import plumbline.Refusal;
import plumbline.intake.Delivery;
import plumbline.serve.Errors.Refused;
import plumbline.write.Language;
import plumbline.write.MarkedCopy;
import plumbline.write.Source;

/// The files that marked copies are made of when somebody asks for one. A refused file is stored nowhere: its bytes
/// stay in memory for an hour, as long as newer ones do not need the room, and go with the program. Copies are made one
/// at a time, since a workbook that is changed takes a hundred megabytes. Thread-safe.
final class MarkedCopies {
    private static final long MOST_BYTES =
            Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);
    private static final int MOST_FILES = 1_000;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int PATIENCE_SECONDS = 20;

    private final InstantSource clock;
    private final ZoneId zone;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private final Semaphore one = new Semaphore(1);
    private long bytes;

    private record Kept(String job, int file, Source source, Receipt receipt, Instant at) {
        int size() {
            return source.bytes().length;
        }
    }

    MarkedCopies(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /// Keeps what copies may be asked of.
    ///
    /// @return the numbers of those files, from 1
    synchronized Set<Integer> keep(String job, List<Delivery> files, List<Receipt> receipts) {
        Set<Integer> offered = new TreeSet<>();
        for (int i = 0; i < Math.min(files.size(), receipts.size()); i++) {
            Delivery file = files.get(i);
            Receipt receipt = receipts.get(i);
            if (file.name().equals(receipt.file()) && MarkedCopy.isOffered(receipt)) {
                add(new Kept(job, i + 1, Source.of(file.name(), file.bytes()), receipt, clock.instant()));
                offered.add(i + 1);
            }
        }
        return offered;
    }

    private void add(Kept next) {
        kept.addLast(next);
        bytes += next.size();
        forget();
    }

    private void forget() {
        Instant oldest = clock.instant().minus(KEPT);
        while (!kept.isEmpty()
                && (bytes > MOST_BYTES
                        || kept.size() > MOST_FILES
                        || kept.getFirst().at().isBefore(oldest))) {
            bytes -= kept.removeFirst().size();
        }
    }

    private synchronized Optional<Kept> find(String job, int file) {
        forget();
        return kept.stream()
                .filter(each -> each.job().equals(job) && each.file() == file)
                .findFirst();
    }

    /// @throws Refusal if there is no such file any more
    MarkedCopy make(String job, int file, Language language) {
        Kept found = find(job, file)
                .orElseThrow(() -> Refusal.notFound(
                        "file", String.valueOf(file), "a file with findings of the last hour; hand it in again"));
        try {
            if (!one.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return MarkedCopy.of(
                    found.source(),
                    found.receipt().findings(),
                    language,
                    found.at().atZone(zone));
        } finally {
            one.release();
        }
    }

    private static Refused busy() {
        return new Refused(503, "busy", "file", "too many copies at once", "this one again in a moment");
    }
}
