package plumbline.serve;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import plumbline.Catalog;
import plumbline.Receipt;
import plumbline.Refusal;
import plumbline.intake.Delivery;
import plumbline.intake.Intake;
import plumbline.intake.Order;
import plumbline.serve.Errors.Refused;

/// Imports under way and lately finished, worked through one at a time in the order they came. They live in memory:
/// what an import did stands in the ledger, and the same files sent again get the same receipts. Thread-safe.
final class ImportJobs implements AutoCloseable {
    private static final Logger LOG = System.getLogger("plumbline.serve");
    private static final int MOST_WAITING = 64;
    private static final int KEPT = 256;
    private static final int MOST_FINDINGS = 200_000;
    private static final int PATIENCE_SECONDS = 60;

    private final Intake intake;
    private final Metrics metrics;
    private final MarkedCopies copies;
    private final InstantSource clock;
    private final Catalog catalog;
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("imports").factory());
    private volatile boolean closing;
    private final Map<String, ImportJob> jobs = new LinkedHashMap<>();

    ImportJobs(Intake intake, Metrics metrics, MarkedCopies copies, Catalog catalog, InstantSource clock) {
        this.clock = clock;
        this.intake = intake;
        this.metrics = metrics;
        this.copies = copies;
        this.catalog = catalog;
    }

    /// Puts the files in the queue.
    ///
    /// @param files gives them when their turn has come
    /// @param after run when the files are not needed any more, whatever became of them
    /// @throws Refused if too many wait already; then `after` is not run
    ImportJob submit(Callable<List<Delivery>> files, Order order, Runnable after) {
        if (waiting.incrementAndGet() > MOST_WAITING || closing) {
            waiting.decrementAndGet();
            throw new Refused(503, "busy", "imports", "no room in the queue", "this one again in a moment");
        }
        byte[] number = new byte[16];
        random.nextBytes(number);
        ImportJob job = new ImportJob(HexFormat.of().formatHex(number), order, clock.instant());
        keep(job);
        worker.execute(() -> {
            try {
                if (closing) {
                    job.fail("The server was stopped before this import began; nothing was stored.");
                } else {
                    work(job, files, order);
                }
            } finally {
                forget();
                waiting.decrementAndGet();
                after.run();
            }
        });
        return job;
    }

    private void work(ImportJob job, Callable<List<Delivery>> files, Order order) {
        if (!job.start()) {
            return;
        }
        try {
            List<Delivery> deliveries = files.call();
            job.about(deliveries.stream().map(Delivery::name).toList());
            List<Receipt> receipts = intake.accept(deliveries, order, job, (all, within) -> {
                job.ask(new Doubts(catalog, within).raisedIfReadable(all));
                return all;
            });
            receipts.forEach(each -> metrics.imported(each.outcome().word()));
            job.offer(copies.keep(job.id(), deliveries, receipts));
            job.finish(receipts);
            receipts.stream()
                    .filter(each -> each.outcome() == Receipt.Outcome.NOT_STORED)
                    .forEach(each -> LOG.log(
                            Level.ERROR,
                            "import " + job.id() + ": not stored: "
                                    + each.findings().getLast().found()));
        } catch (Refusal refusal) {
            job.refuse(String.valueOf(refusal.getMessage()));
        } catch (Exception | Error e) {
            metrics.imported("failed");
            job.fail(Errors.internal("import " + job.id(), e));
        }
    }

    private void keep(ImportJob job) {
        synchronized (jobs) {
            jobs.put(job.id(), job);
        }
        forget();
    }

    /// Lets the oldest go that are over, when there are too many or their receipts say too much. The newest stays, so
    /// that its sender can read it.
    private void forget() {
        synchronized (jobs) {
            int count = jobs.size();
            long weight = jobs.values().stream().mapToLong(ImportJob::weight).sum();
            for (Iterator<ImportJob> each = jobs.values().iterator(); each.hasNext(); ) {
                ImportJob job = each.next();
                if (count <= KEPT && weight <= MOST_FINDINGS) {
                    return;
                }
                if (job.isOver() && each.hasNext()) {
                    count--;
                    weight -= job.weight();
                    each.remove();
                }
            }
        }
    }

    /// Those it still knows, newest first.
    List<ImportJob> all() {
        synchronized (jobs) {
            return List.copyOf(jobs.values()).reversed();
        }
    }

    Optional<ImportJob> find(String id) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(id));
        }
    }

    /// Waits for the import under way; those that wait are given up.
    @Override
    public void close() {
        closing = true;
        worker.shutdown(); // never an interrupt: the import under way is inside a transaction
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "stopped while an import was under way; it leaves all of a file or nothing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
