package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import plumbline.Period;
import plumbline.Receipt;
import plumbline.Vintage;
import plumbline.consolidate.Consolidation;
import plumbline.intake.Intake;
import plumbline.intake.Progress;
import plumbline.ledger.Extent;
import plumbline.ledger.Ledger;
import plumbline.ledger.Verification;
import plumbline.serve.Extracts;

/// One ledger and its steps, drawn from a seed: files come in, and people at the desk say what they mean.
final class RandomSequence {
    private static final int MOST_STEPS = 14;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Random random;
    private final boolean telling;
    private final RandomStore store;
    private final String where;
    private final RandomFiles files;
    private final RandomDesk desk;
    private final List<Answered> answered = new ArrayList<>();
    private Instant now = Instant.parse("2024-01-01T01:00:00Z");

    /// What was answered when a vintage was the newest one.
    ///
    /// @param answers by what was asked
    record Answered(Instant at, Map<String, String> answers) {}

    /// @param telling whether each step is printed
    RandomSequence(long seed, RandomStore store, boolean telling) throws IOException {
        random = new Random(seed);
        this.telling = telling;
        this.store = store;
        where = store.fresh();
        files = new RandomFiles(random);
        desk = new RandomDesk(random, this::tell);
    }

    /// Plays all steps, and answers what was answered after each.
    List<Answered> play() throws IOException {
        try (House house = open()) {
            take(house, files.establish());
            for (int i = random.nextInt(MOST_STEPS) + 1; i > 0; i--) {
                if (random.nextInt(3) == 0) {
                    for (int said = 1 + random.nextInt(5); said > 0; said--) {
                        judge(house);
                    }
                } else {
                    take(house, files.next());
                }
            }
        }
        assertSound();
        try (House house = open()) {
            for (Answered each : answered) {
                assertAnswers(each.answers(), answers(house, Optional.of(each.at())));
            }
        }
        return List.copyOf(answered);
    }

    private House open() {
        Ledger ledger = Ledger.open(where, RandomStore.CATALOG, new Consolidation(), () -> now);
        return new House(RandomStore.CATALOG, ledger, new Intake(RandomStore.CATALOG, ledger));
    }

    private void take(House house, RandomFiles.Step step) throws IOException {
        pass();
        tell(now + " " + step);
        Vintage before = house.ledger().newest();
        String dump = store.dump();
        List<Receipt> receipts = house.intake().accept(step.files(), step.order(), Progress.SILENT);
        tell(receipts);
        long accepted = receipts.stream()
                .filter(each -> each.outcome() == Receipt.Outcome.ACCEPTED)
                .count();
        Vintage after = house.ledger().newest();
        assertEquals(before.importNumber() + accepted, after.importNumber(), receipts::toString);
        if (accepted == 0) {
            assertEquals(dump, store.dump(), "nothing was accepted");
        } else {
            remember(house);
        }
    }

    private void judge(House house) throws IOException {
        pass();
        Vintage before = house.ledger().newest();
        String dump = store.dump();
        boolean accepted = desk.say(house);
        if (house.ledger().newest().importNumber() == before.importNumber()) {
            assertEquals(dump, store.dump(), "nothing was said");
        } else {
            assertTrue(accepted, "what was refused is no import");
            remember(house);
        }
    }

    private void pass() {
        now = now.plusSeconds(3_600L * (1 + random.nextInt(2_000)));
    }

    private void remember(House house) throws IOException {
        now = house.ledger().newest().sealedAt().orElseThrow();
        answered.add(new Answered(now, answers(house, Optional.empty())));
        if (random.nextInt(4) == 0) {
            assertSound();
        }
    }

    private void assertSound() {
        Verification.Verified found = Verification.of(where, RandomStore.CATALOG, new Consolidation());
        assertEquals(Optional.empty(), found.broken());
    }

    private static void assertAnswers(Map<String, String> then, Map<String, String> now) {
        then.forEach((what, answer) -> assertEquals(answer, now.get(what), what + " as of an earlier time"));
    }

    private Map<String, String> answers(House house, Optional<Instant> asOf) throws IOException {
        Map<String, String> query =
                asOf.map(at -> Map.of("as_of", at.toString())).orElse(Map.of());
        Ledger ledger = house.ledger();
        Extracts extracts = new Extracts(house.catalog(), ledger, () -> now, ZONE);
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
                "reorganisations", ledger.departments(vintage).reorganisations().toString());
        answers.put("calendar", ledger.deadlines(vintage).toString());
        answers.put("reports", ledger.reports(vintage).toString());
        assertExtent(ledger.extent(), vintage, cells.toString(StandardCharsets.UTF_8));
        answers.put("periods", ledger.extent().periods(vintage).toString());
        answers.put("lengths", new TreeMap<>(ledger.extent().lengths(vintage)).toString());
        answers.put("holders", new TreeMap<>(ledger.extent().holders(vintage)).toString());
        answers.put("desk", house.intake().desk().queue(vintage).toString());
        answers.put(
                "proposals",
                ledger.reviews().texts(vintage).stream()
                        .map(text -> ledger.reviews().in(text, vintage).toString())
                        .toList()
                        .toString());
        return answers;
    }

    /// A metric with cells has periods of their length, unless a shorter one is derived: of a department that lived but
    /// a part of what it speaks of.
    private static void assertExtent(Extent extent, Vintage vintage, String cells) {
        Map<String, Set<Integer>> lengths = extent.lengths(vintage);
        List<String> lines = cells.lines().toList();
        List<String> columns = List.of(lines.getFirst().split(",", -1));
        for (String line : lines.subList(1, lines.size())) {
            String[] cell = line.split(",", -1);
            String metric = cell[columns.indexOf("metric_code")];
            boolean follows = Set.of("stated", "summed", "partial").contains(cell[columns.indexOf("method")]);
            if (follows && !cell[columns.indexOf("basis")].equals("to_date")) {
                Period period = Period.parse(cell[columns.indexOf("period")]);
                assertTrue(
                        lengths.getOrDefault(metric, Set.of())
                                .contains(period.span().months()),
                        line);
            }
        }
    }

    private void tell(Object what) {
        if (telling) {
            System.out.println(what);
        }
    }
}
