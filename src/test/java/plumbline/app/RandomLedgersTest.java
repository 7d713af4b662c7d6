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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Department;
import plumbline.consolidate.Consolidation;
import plumbline.intake.Intake;
import plumbline.intake.Progress;
import plumbline.ledger.Ledger;

/// Small organisations hand in whatever comes to their minds, step by step; what a ledger promises holds all the time.
///
/// Each sequence has a seed of its own, named by every failure; `-Dplumbline.seed=N` plays that one alone and tells its
/// steps. The usual ones are the same every time, so that a change is judged by what it does;
/// `-Dplumbline.sequences=N` plays as many new ones, every fortieth of them in both databases.
class RandomLedgersTest {
    private static final int USUAL = 200;
    private static final int RARE = 40;

    /// Ledgers are kept in memory where the system offers it: nobody waits for their disk.
    private static final Path MEMORY = Path.of("/dev/shm");

    private final RandomStore file;
    private final Long only = Long.getLong("plumbline.seed");
    private final Integer asked = Integer.getInteger("plumbline.sequences");

    RandomLedgersTest(@TempDir Path disk) throws IOException {
        Path folder = Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, "plumbline") : disk;
        folder.toFile().deleteOnExit();
        file = new RandomStore.Sqlite(folder);
    }

    /// What is done with one seed.
    private interface Trial {
        void of(long seed, boolean telling) throws IOException;
    }

    @Test
    void aLedgerKeepsItsPromisesWhateverComes() {
        play("one database", 1, (seed, telling) -> {
            new RandomSequence(seed, file, telling).play();
            if (seed % 4 == 0) {
                ordersAreAlike(seed);
            }
        });
    }

    @Test
    void bothDatabasesAnswerAlikeWhateverComes() {
        RandomStore postgresql = new RandomStore.InPostgresql();
        play("both databases", RARE, (seed, telling) -> {
            List<RandomSequence.Answered> here = new RandomSequence(seed, file, telling).play();
            List<RandomSequence.Answered> there = new RandomSequence(seed, postgresql, telling).play();
            assertEquals(here.size(), there.size());
            for (int i = 0; i < here.size(); i++) {
                int step = i;
                here.get(i)
                        .answers()
                        .forEach((what, answer) ->
                                assertEquals(answer, there.get(step).answers().get(what), what));
            }
        });
    }

    private void play(String where, int share, Trial trial) {
        long first = only != null ? only : asked == null ? 1 : System.nanoTime();
        int sequences = only != null ? 1 : (asked == null ? USUAL : asked) / share;
        System.out.println("RandomLedgersTest, " + where + ": " + sequences + " sequences, seeds from " + first);
        Instant start = Instant.now();
        for (long seed = first; seed < first + sequences; seed++) {
            try {
                trial.of(seed, only != null);
            } catch (IOException | RuntimeException | AssertionError broken) {
                throw new AssertionError("-Dplumbline.seed=" + seed + ": " + broken.getMessage(), broken);
            }
        }
        System.out.println("RandomLedgersTest, " + where + ": " + sequences + " sequences in "
                + Duration.between(start, Instant.now()).toMillis() / 1000.0 + " s");
    }

    /// Files that do not speak of the same figures may come in any order.
    private void ordersAreAlike(long seed) throws IOException {
        Random random = new Random(seed);
        RandomFiles files = new RandomFiles(random);
        RandomFiles.Step departments = files.establish();
        Set<String> used = new TreeSet<>(Set.of(""));
        List<RandomFiles.Step> steps = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            steps.add(files.apart(used));
        }
        List<String> cells = cellsAfter(departments, steps);
        Collections.shuffle(steps, random);
        assertEquals(cells, cellsAfter(departments, steps), "the order of the files makes a difference");
    }

    /// Every cell without the numbers of the figures behind it, which depend on the order.
    private List<String> cellsAfter(RandomFiles.Step departments, List<RandomFiles.Step> steps) throws IOException {
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
