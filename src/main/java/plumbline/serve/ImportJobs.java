package plumbline.serve;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
    private static final int PATIENCE_SECONDS = 60;

    private final Intake intake;
    private final Metrics metrics;
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("imports").factory());
    private volatile boolean closing;
    private final Map<String, ImportJob> jobs = new LinkedHashMap<>();

    ImportJobs(Intake intake, Metrics metrics) {
        this.intake = intake;
        this.metrics = metrics;
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
        ImportJob job = new ImportJob(HexFormat.of().formatHex(number), order.dryRun());
        synchronized (jobs) {
            jobs.put(job.id(), job);
            // Only finished ones can be beyond the limit: it is larger than the queue.
            jobs.values().removeIf(each -> jobs.size() > KEPT && each.isOver());
        }
        worker.execute(() -> {
            try {
                if (closing) {
                    job.fail("The server was stopped before this import began; nothing was stored.");
                } else {
                    work(job, files, order);
                }
            } finally {
                waiting.decrementAndGet();
                after.run();
            }
        });
        return job;
    }

    private void work(ImportJob job, Callable<List<Delivery>> files, Order order) {
        job.start();
        try {
            List<Receipt> receipts = intake.accept(files.call(), order, job);
            receipts.forEach(each -> metrics.imported(each.outcome().word()));
            job.finish(receipts);
        } catch (Refusal refusal) {
            job.refuse(String.valueOf(refusal.getMessage()));
        } catch (Exception | Error e) {
            metrics.imported("failed");
            job.fail(Errors.internal("import " + job.id(), e));
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
