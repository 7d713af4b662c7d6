package plumbline.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.Finding;
import plumbline.Mode;
import plumbline.Period;
import plumbline.Receipt;
import plumbline.Refusal;
import plumbline.Worded;
import plumbline.intake.Delivery;
import plumbline.intake.Intake;
import plumbline.intake.Order;
import plumbline.intake.Progress;
import plumbline.ledger.Decisions;
import plumbline.ledger.Ledger;

/// The demonstration data of `schema/demo`, taken in like anybody's files in the order of their manifest, with what
/// people have decided of it.
final class Demo {
    /// Who imports it; the pages say 演示数据 wherever this name has imported anything.
    static final String ACTOR = "demo";

    private static final String FOLDER = "/schema/demo/";

    /// One line of the manifest.
    private record Entry(String file, Mode mode, Optional<String> reason) {
        String folder() {
            return FOLDER + file.substring(0, file.lastIndexOf('/') + 1);
        }

        String name() {
            return file.substring(file.lastIndexOf('/') + 1);
        }

        byte[] bytes() {
            return resource(FOLDER + file)
                    .orElseThrow(() -> new IllegalStateException("the program is incomplete: no " + file));
        }
    }

    private Demo() {}

    /// Fills a fresh ledger; goes on where an earlier filling was broken off. A full one is left alone.
    ///
    /// @throws Refusal if the ledger holds anything else
    static void fill(House house) {
        boolean fresh = house.ledger().newest().importNumber() == 0;
        if (!fresh && !house.ledger().hasActor(ACTOR)) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    List.of(new Refusal.Fault(
                            "--demo", "a database that holds other data", "a new one (--db DATABASE)")));
        }
        List<Entry> manifest = manifest();
        Entry last = manifest.getLast();
        if (fresh || !house.ledger().holds(last.bytes(), last.mode())) {
            manifest.subList(0, manifest.size() - 1).forEach(entry -> take(house.intake(), entry));
            phases().forEach(phase -> begin(house.ledger(), phase));
            take(house.intake(), last); // the last, since it tells that nothing is missing
        }
    }

    /// One line of the phases that somebody has recorded.
    private record Begun(String metric, String department, Period first, Decisions.By by) {}

    private static void begin(Ledger ledger, Begun phase) {
        boolean stands = ledger.decisions().phases(ledger.newest()).stream()
                .anyMatch(each -> each.metric().equals(phase.metric())
                        && each.department().equals(phase.department())
                        && each.first().equals(phase.first()));
        if (!stands) {
            ledger.decisions()
                    .phase(phase.metric(), phase.department(), Optional.empty(), phase.first(), true, phase.by());
        }
    }

    /// `metric,department,first,actor,reason`, as plain as the manifest.
    private static List<Begun> phases() {
        return lines("phases.csv")
                .map(line -> line.split(",", 5))
                .map(cells -> new Begun(
                        cells[0], cells[1], Period.read(cells[2]).orElseThrow(), new Decisions.By(cells[3], cells[4])))
                .toList();
    }

    private static void take(Intake intake, Entry entry) {
        Intake withTexts = intake.withTextsFrom(name -> resource(entry.folder() + name));
        Order order = new Order(entry.mode(), entry.reason(), Optional.empty(), Optional.empty(), false, ACTOR);
        Delivery file = new Delivery(entry.name(), entry.bytes());
        for (Receipt receipt : withTexts.accept(List.of(file), order, Progress.SILENT)) {
            if (receipt.outcome() == Receipt.Outcome.REFUSED) {
                Finding first = receipt.findings().getFirst();
                throw new IllegalStateException("the demonstration data is at fault: " + first.where() + ": "
                        + first.message().en());
            }
        }
    }

    /// The manifest is ours and plain: `order,file,mode,reason`, no quotation marks, a reason may hold commas.
    private static List<Entry> manifest() {
        return lines("manifest.csv")
                .map(line -> line.split(",", 4))
                .map(cells -> new Entry(
                        cells[1],
                        Worded.read(Mode.class, cells[2]).orElseThrow(),
                        Optional.of(cells[3]).filter(reason -> !reason.isEmpty())))
                .toList();
    }

    /// The lines of a file of ours behind its header.
    private static Stream<String> lines(String file) {
        return resource(FOLDER + file)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("the program is incomplete: no " + file))
                .lines()
                .skip(1);
    }

    private static Optional<byte[]> resource(String path) {
        try (InputStream in = Demo.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
