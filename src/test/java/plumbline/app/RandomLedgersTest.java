package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Department;
import plumbline.Postgresql;
import plumbline.consolidate.Consolidation;
import plumbline.intake.Intake;
import plumbline.intake.Progress;
import plumbline.ledger.Ledger;

/// Small organisations hand in whatever comes to their minds, step by step; what a ledger promises holds all the time.
///
/// Each sequence has a seed of its own, named by every failure; `-Dplumbline.seed=N` plays that one alone and tells its
/// steps. The usual ones are the same every time, so that a change is judged by what it does;
/// `-Dplumbline.sequences=N` plays as many new ones, every fortieth of them in both databases. As many are played at
/// once as there are processors.
class RandomLedgersTest {
    private static final int USUAL = 200;
    private static final int RARE = 40;

    /// Ledgers are kept in memory where the system offers it: nobody waits for their disk.
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path folder;
    private final Long only = Long.getLong("plumbline.seed");
    private final Integer asked = Integer.getInteger("plumbline.sequences");

    RandomLedgersTest(@TempDir Path disk) throws IOException {
        folder = Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, "plumbline") : disk;
        folder.toFile().deleteOnExit();
    }

    /// What is done with one seed, in stores of its own.
    private interface Trial {
        void of(long seed, boolean telling) throws IOException;
    }

    @Test
    void aLedgerKeepsItsPromisesWhateverComes() throws InterruptedException {
        play("one database", 1, () -> {
            RandomStore file = file();
            return (seed, telling) -> {
                new RandomSequence(seed, file, telling).play();
                if (seed % 4 == 0) {
                    ordersAreAlike(file, seed);
                }
            };
        });
    }

    @Test
    void bothDatabasesAnswerAlikeWhateverComes() throws InterruptedException {
        Postgresql.execute("SELECT 1"); // where there is none, this says so
        play("both databases", RARE, () -> {
            RandomStore file = file();
            RandomStore postgresql = new RandomStore.InPostgresql();
            return (seed, telling) -> {
                List<RandomSequence.Answered> here = new RandomSequence(seed, file, telling).play();
                List<RandomSequence.Answered> there = new RandomSequence(seed, postgresql, telling).play();
                assertEquals(here.size(), there.size());
                for (int i = 0; i < here.size(); i++) {
                    int step = i;
                    here.get(i)
                            .answers()
                            .forEach((what, answer) -> assertEquals(
                                    answer, there.get(step).answers().get(what), what));
                }
            };
        });
    }

    private RandomStore file() throws IOException {
        Path own = Files.createTempDirectory(folder, "store");
        own.toFile().deleteOnExit();
        return new RandomStore.Sqlite(own);
    }

    private void play(String where, int share, Callable<Trial> trials) throws InterruptedException {
        long first = only != null ? only : asked == null ? 1 : System.nanoTime();
        int sequences = only != null ? 1 : (asked == null ? USUAL : asked) / share;
        System.out.println("RandomLedgersTest, " + where + ": " + sequences + " sequences, seeds from " + first);
        Instant start = Instant.now();
        AtomicLong next = new AtomicLong(first);
        int players = Math.min(sequences, Runtime.getRuntime().availableProcessors());
        try (ExecutorService pool = Executors.newFixedThreadPool(players)) {
            Callable<Void> player = () -> {
                Trial trial = trials.call();
                for (long seed = next.getAndIncrement(); seed < first + sequences; seed = next.getAndIncrement()) {
                    try {
                        trial.of(seed, only != null);
                    } catch (IOException | RuntimeException | AssertionError broken) {
                        next.set(first + sequences); // the others end, too
                        throw new AssertionError("-Dplumbline.seed=" + seed + ": " + broken.getMessage(), broken);
                    }
                }
                return null;
            };
            for (Future<Void> each : pool.invokeAll(Collections.nCopies(players, player))) {
                each.get();
            }
        } catch (ExecutionException broken) {
            throw new AssertionError(broken.getMessage(), broken);
        }
        System.out.println("RandomLedgersTest, " + where + ": " + sequences + " sequences in "
                + Duration.between(start, Instant.now()).toMillis() / 1000.0 + " s");
    }

    /// Files that do not speak of the same figures may come in any order.
    private static void ordersAreAlike(RandomStore file, long seed) throws IOException {
        Random random = new Random(seed);
        RandomFiles files = new RandomFiles(random);
        RandomFiles.Step departments = files.establish();
        Set<String> used = new TreeSet<>(Set.of(""));
        List<RandomFiles.Step> steps = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            steps.add(files.apart(used));
        }
        List<String> cells = cellsAfter(file, departments, steps);
        Collections.shuffle(steps, random);
        assertEquals(cells, cellsAfter(file, departments, steps), "the order of the files makes a difference");
    }

    /// Every cell without the numbers of the figures behind it, which depend on the order.
    private static List<String> cellsAfter(RandomStore file, RandomFiles.Step departments, List<RandomFiles.Step> steps)
            throws IOException {
        try (Ledger ledger = Ledger.open(file.fresh(), RandomStore.CATALOG, new Consolidation(), Instant::now)) {
            Intake intake = new Intake(RandomStore.CATALOG, ledger);
            intake.accept(departments.files(), departments.order(), Progress.SILENT);
            for (RandomFiles.Step each : steps) {
                intake.accept(each.files(), each.order(), Progress.SILENT);
            }
            return cells(ledger);
        }
    }

    private static List<String> cells(Ledger ledger) {
        List<Optional<String>> categories = new ArrayList<>(List.of(Optional.empty()));
        RandomStore.CATALOG
                .classifications()
                .forEach(each -> each.categories().forEach(category -> categories.add(Optional.of(category.code()))));
        List<String> departments = ledger.departments(ledger.newest()).all().stream()
                .map(Department::code)
                .toList();
        return RandomStore.CATALOG.metrics().stream()
                .flatMap(metric ->
                        ledger.cells(ledger.newest(), metric.code(), categories, departments, 1900, 9999).stream())
                .map(each -> each.toString().replaceAll("figures=\\[.*]", ""))
                .sorted()
                .toList();
    }
}
