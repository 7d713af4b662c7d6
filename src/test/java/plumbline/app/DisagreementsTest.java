package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Cell;
import plumbline.Finding;
import plumbline.Mode;
import plumbline.Receipt;
import plumbline.SeriesKey;
import plumbline.Worded;
import plumbline.intake.Delivery;
import plumbline.intake.Order;
import plumbline.intake.Progress;
import plumbline.ledger.FigureSelection;
import plumbline.ledger.Ledger;

/// Stories of reports that disagree, with themselves or with what is on record, as files in
/// src/test/resources/disagreements. Adding a file adds a test: `name.story.txt` holds forms, each behind a line
/// `== FILE MODE`, taken in one after the other; `name.ending.txt` what their receipts say, what is then held, and
/// which cells are in conflict. A preview of each form must say what taking it in then says.
///
/// With `PLUMBLINE_ACCEPT=yes` in the environment the endings are written instead of compared; look at the diff.
class DisagreementsTest {
    private static final Path FOLDER = Path.of("src/test/resources/disagreements");
    private static final boolean ACCEPT = "yes".equals(System.getenv("PLUMBLINE_ACCEPT"));

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyStoryEndsAsTold() throws IOException {
        List<Path> stories;
        try (Stream<Path> files = Files.list(FOLDER)) {
            stories = files.filter(file -> file.toString().endsWith(".story.txt"))
                    .sorted()
                    .toList();
        }
        assertTrue(stories.size() > 8, "too few stories in " + FOLDER);
        return stories.stream().map(story -> dynamicTest(story.getFileName().toString(), () -> tell(story)));
    }

    private void tell(Path story) throws IOException {
        String name = story.getFileName().toString().replace(".story.txt", "");
        Path ending = FOLDER.resolve(name + ".ending.txt");
        List<String> told = new ArrayList<>();
        try (House house = House.open(folder.resolve(name + ".db").toString())) {
            for (String chapter : Files.readString(story).split("(?m)^== ", -1)) {
                if (!chapter.isEmpty()) {
                    told.addAll(take(house, chapter));
                }
            }
            told.addAll(held(house.ledger()));
            assertEquals(0, house.ledger().rebuild().different(), "cells are as a rebuild makes them");
        }
        if (ACCEPT) {
            Files.write(ending, told);
        }
        assertEquals(Files.readString(ending), String.join("\n", told) + "\n");
    }

    private static List<String> take(House house, String chapter) {
        String[] head = chapter.lines().findFirst().orElseThrow().split(" ", -1);
        String form = chapter.substring(chapter.indexOf('\n') + 1);
        Mode mode = Worded.read(Mode.class, head[1]).orElseThrow();
        Receipt preview = take(house, head[0], form, mode, true);
        Receipt receipt = take(house, head[0], form, mode, false);
        assertEquals(preview.findings(), receipt.findings(), "the preview of " + head[0]);
        assertEquals(preview.counts(), receipt.counts(), "the preview of " + head[0]);
        List<String> told = new ArrayList<>();
        Receipt.Counts counts = receipt.counts();
        told.add("%s %s: %s; new %d, changed %d, same %d, refused %d"
                .formatted(
                        head[0],
                        mode.word(),
                        receipt.outcome().word(),
                        counts.fresh(),
                        counts.changed(),
                        counts.same(),
                        counts.refused()));
        receipt.findings().forEach(each -> told.add(spoken(each)));
        return told;
    }

    private static Receipt take(House house, String name, String form, Mode mode, boolean dryRun) {
        Order order =
                new Order(mode, Optional.of("as the story goes"), Optional.empty(), Optional.empty(), dryRun, "teller");
        Delivery file = new Delivery(name, form.getBytes(StandardCharsets.UTF_8));
        return house.intake().accept(List.of(file), order, Progress.SILENT).getFirst();
    }

    private static String spoken(Finding finding) {
        return "  %s %s %s found '%s'; accepted: %s%n    %s%n    %s"
                .formatted(
                        finding.where(),
                        finding.severity().word(),
                        finding.rule(),
                        finding.found(),
                        finding.accepted(),
                        finding.message().zh(),
                        finding.message().en());
    }

    /// The figures on record, and the cells in conflict.
    private static List<String> held(Ledger ledger) {
        List<String> all = new ArrayList<>();
        TreeSet<String> metrics = new TreeSet<>();
        TreeSet<String> departments = new TreeSet<>();
        List<Optional<String>> categories = new ArrayList<>();
        ledger.figures().each(FigureSelection.ALL, ledger.newest(), each -> {
            var key = each.figure().key();
            metrics.add(key.metric());
            departments.add(key.department());
            categories.add(key.category());
            all.add("held %s %s %s %s"
                    .formatted(
                            series(new SeriesKey(key.department(), key.metric(), key.category(), key.scope())),
                            key.period(),
                            key.basis().word(),
                            each.figure().value().state().hasNumber()
                                    ? each.figure().wording()
                                    : each.figure().value().state().word()));
        });
        for (String metric : metrics) {
            ledger
                    .cells(
                            ledger.newest(),
                            metric,
                            categories.stream().distinct().toList(),
                            departments,
                            1990,
                            2030)
                    .stream()
                    .filter(each -> each.conflict().isPresent())
                    .forEach(each -> all.add(conflict(each)));
        }
        return all;
    }

    private static String series(SeriesKey key) {
        return Stream.of(key.department(), key.metric(), key.category().orElse(""))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String conflict(Cell cell) {
        return "conflict %s %s %s %s against %s"
                .formatted(
                        series(cell.key()),
                        cell.span().code(),
                        cell.method().word(),
                        cell.interval().map(Object::toString).orElse("nothing"),
                        cell.conflict().orElseThrow());
    }
}
