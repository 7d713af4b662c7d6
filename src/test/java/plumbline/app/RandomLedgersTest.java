package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.Receipt;
import plumbline.Vintage;
import plumbline.consolidate.Consolidation;
import plumbline.intake.Intake;
import plumbline.intake.Progress;
import plumbline.ledger.Ledger;
import plumbline.ledger.Verification;
import plumbline.serve.Extracts;

/// Small organisations hand in whatever comes to their minds, step by step; what a ledger promises holds all the time.
///
/// Each sequence has a seed of its own, named by every failure; `-Dplumbline.seed=N` plays that one alone and tells its
/// steps. The usual ones are the same every time, so that a change is judged by what it does;
/// `-Dplumbline.sequences=N` plays as many new ones.
class RandomLedgersTest {
    private static final int USUAL = 200;
    private static final int MOST_STEPS = 14;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Catalog CATALOG = House.shippedCatalog();

    /// Ledgers are kept in memory where the system offers it: nobody waits for their disk.
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path folder;
    private final Path empty;

    RandomLedgersTest(@TempDir Path disk) throws IOException {
        folder = Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, "plumbline") : disk;
        folder.toFile().deleteOnExit();
        empty = folder.resolve("empty.db");
        empty.toFile().deleteOnExit();
        Ledger.open(empty.toString(), CATALOG, new Consolidation(), Instant::now)
                .close();
    }

    @Test
    void aLedgerKeepsItsPromisesWhateverComes() {
        Long only = Long.getLong("plumbline.seed");
        Integer asked = Integer.getInteger("plumbline.sequences");
        long first = only != null ? only : asked == null ? 1 : System.nanoTime();
        int sequences = only != null ? 1 : asked == null ? USUAL : asked;
        System.out.println("RandomLedgersTest: " + sequences + " sequences, seeds from " + first);
        Instant start = Instant.now();
        for (long seed = first; seed < first + sequences; seed++) {
            try {
                new Sequence(seed, only != null).play();
                if (seed % 4 == 0) {
                    ordersAreAlike(seed);
                }
            } catch (IOException | SQLException | RuntimeException | AssertionError broken) {
                throw new AssertionError("-Dplumbline.seed=" + seed + ": " + broken.getMessage(), broken);
            }
        }
        System.out.println("RandomLedgersTest: " + sequences + " sequences in "
                + Duration.between(start, Instant.now()).toMillis() / 1000.0 + " s");
    }

    /// What was answered when a vintage was the newest one.
    private record Answered(Instant at, Map<String, String> answers) {}

    /// One ledger and its steps.
    private final class Sequence {
        private final Random random;
        private final boolean telling;
        private final Path file;
        private final RandomFiles files;
        private final List<Answered> answered = new ArrayList<>();
        private Instant now = Instant.parse("2024-01-01T01:00:00Z");

        Sequence(long seed, boolean telling) throws IOException {
            random = new Random(seed);
            this.telling = telling;
            file = Files.copy(empty, folder.resolve("ledger.db"), StandardCopyOption.REPLACE_EXISTING);
            files = new RandomFiles(random);
        }

        private House open() {
            Ledger ledger = Ledger.open(file.toString(), CATALOG, new Consolidation(), () -> now);
            return new House(CATALOG, ledger, new Intake(CATALOG, ledger));
        }

        void play() throws IOException {
            try (House house = open()) {
                take(house, files.establish());
                for (int i = random.nextInt(MOST_STEPS) + 1; i > 0; i--) {
                    take(house, files.next());
                }
            }
            assertSound();
            try (House house = open()) {
                for (Answered each : answered) {
                    assertAnswers(each.answers(), answers(house, Optional.of(each.at())));
                }
            }
        }

        private void take(House house, RandomFiles.Step step) throws IOException {
            now = now.plusSeconds(3_600L * (1 + random.nextInt(2_000)));
            if (telling) {
                System.out.println(now + " " + step);
            }
            Vintage before = house.ledger().newest();
            String dump = dump(file);
            List<Receipt> receipts = house.intake().accept(step.files(), step.order(), Progress.SILENT);
            if (telling) {
                System.out.println(receipts);
            }
            long accepted = receipts.stream()
                    .filter(each -> each.outcome() == Receipt.Outcome.ACCEPTED)
                    .count();
            Vintage after = house.ledger().newest();
            assertEquals(before.importNumber() + accepted, after.importNumber(), receipts::toString);
            if (accepted == 0) {
                assertEquals(dump, dump(file), "nothing was accepted");
            } else {
                now = after.sealedAt().orElseThrow();
                answered.add(new Answered(now, answers(house, Optional.empty())));
                if (random.nextInt(4) == 0) {
                    assertSound();
                }
            }
        }

        private void assertSound() {
            Verification.Verified found = Verification.of(file.toString(), CATALOG, new Consolidation());
            assertEquals(Optional.empty(), found.broken());
        }

        private Map<String, String> answers(House house, Optional<Instant> asOf) throws IOException {
            Map<String, String> query =
                    asOf.map(at -> Map.of("as_of", at.toString())).orElse(Map.of());
            Extracts extracts = new Extracts(CATALOG, house.ledger(), () -> now, ZONE);
            Ledger ledger = house.ledger();
            Vintage vintage = asOf.map(ledger::asOf).orElseGet(ledger::newest);
            Map<String, String> answers = new LinkedHashMap<>();
            ByteArrayOutputStream figures = new ByteArrayOutputStream();
            extracts.figures(query, Extracts.Style.PLAIN, figures);
            answers.put("figures", figures.toString(StandardCharsets.UTF_8));
            ByteArrayOutputStream cells = new ByteArrayOutputStream();
            extracts.cells(query, cells);
            answers.put("cells", cells.toString(StandardCharsets.UTF_8));
            answers.put("departments", ledger.departments(vintage).all().toString());
            answers.put(
                    "reorganisations",
                    ledger.departments(vintage).reorganisations().toString());
            answers.put("calendar", ledger.deadlines(vintage).toString());
            answers.put("reports", ledger.reports(vintage).toString());
            answers.put("periods", ledger.periods(vintage).toString());
            answers.put("lengths", new TreeMap<>(ledger.lengths(vintage)).toString());
            answers.put("holders", new TreeMap<>(ledger.holders(vintage)).toString());
            return answers;
        }
    }

    private static void assertAnswers(Map<String, String> then, Map<String, String> now) {
        then.forEach((what, answer) -> assertEquals(answer, now.get(what), what + " as of an earlier time"));
    }

    /// Files that do not speak of the same figures may come in any order.
    private void ordersAreAlike(long seed) throws IOException, SQLException {
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
        Path file = Files.copy(empty, folder.resolve("ordered.db"), StandardCopyOption.REPLACE_EXISTING);
        try (Ledger ledger = Ledger.open(file.toString(), CATALOG, new Consolidation(), Instant::now)) {
            Intake intake = new Intake(CATALOG, ledger);
            intake.accept(departments.files(), departments.order(), Progress.SILENT);
            for (RandomFiles.Step each : steps) {
                intake.accept(each.files(), each.order(), Progress.SILENT);
            }
            return cells(ledger);
        }
    }

    private static List<String> cells(Ledger ledger) {
        List<Optional<String>> categories = new ArrayList<>(List.of(Optional.empty()));
        CATALOG.classifications()
                .forEach(each -> each.categories().forEach(category -> categories.add(Optional.of(category.code()))));
        List<String> departments = ledger.departments(ledger.newest()).all().stream()
                .map(Department::code)
                .toList();
        return CATALOG.metrics().stream()
                .flatMap(metric ->
                        ledger.cells(ledger.newest(), metric.code(), categories, departments, 1900, 9999).stream())
                .map(each -> each.toString().replaceAll("figures=\\[.*]", ""))
                .sorted()
                .toList();
    }

    /// The bytes of the database: nothing that is refused or only tried may write as much as one of them.
    private static String dump(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        for (Path each : List.of(file, Path.of(file + "-wal"))) {
            sum.update(Files.exists(each) ? Files.readAllBytes(each) : new byte[0]);
        }
        return Long.toHexString(sum.getValue());
    }
}
