package plumbline.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.Finding;
import plumbline.Mode;
import plumbline.Receipt;
import plumbline.Refusal;
import plumbline.Severity;
import plumbline.intake.Delivery;
import plumbline.intake.Intake;
import plumbline.intake.Order;
import plumbline.intake.Progress;
import plumbline.serve.Doubts;
import plumbline.serve.Raised;
import plumbline.write.Language;

/// Takes files in and prints a receipt for each; refused files are explained on stderr, one line per fault, and so is
/// what is worth a second look, which changes nothing.
@Command(
        name = "import",
        description = "Imports forms (XLSX, XLS, ODS, CSV) and the texts they point to (TXT, HTML, DOCX, DOC, PDF).",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final int WORTH_A_RATE = 10_000;

    private final Main.Terminal terminal;

    @Mixin
    DatabaseOption database = new DatabaseOption();

    @Option(names = "--dry-run", description = "Checks everything and stores nothing.")
    boolean dryRun;

    @Option(names = "--department", paramLabel = "D", description = "Department of the rows and texts that name none.")
    @Nullable
    String department;

    @Option(names = "--period", paramLabel = "P", description = "Period of the rows and texts that name none.")
    @Nullable
    String period;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "add (default), correct, withdraw or replace (all of one department's one period).")
    Mode mode = Mode.ADD;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; required with every mode but add.")
    @Nullable
    String reason;

    @Option(
            names = "--previewed",
            paramLabel = "DIGEST",
            description = "Stores what the dry run of this digest told, or nothing.")
    @Nullable
    String previewed;

    @Option(
            names = "--map",
            paramLabel = "HEADER=MEANING",
            description = "What a header cell means that is not known: a metric (METRIC|CATEGORY), a department, a"
                    + " period, a field; - leaves the column out. Remembered for the form and its departments.")
    List<String> mapping = List.of();

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "How CSV and text files are written, where it is detected wrongly: " + Order.ENCODINGS + ".")
    @Nullable
    String encoding;

    @Option(
            names = "--marked-copies",
            paramLabel = "FOLDER",
            description = "Writes each form with findings there again, every faulty cell coloured and commented.")
    @Nullable
    Path markedCopies;

    @Option(names = "--lang", paramLabel = "LANG", description = "Of the marked copies: zh (default) or en.")
    Language language = Language.ZH;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files, in any order.")
    List<Path> files = List.of();

    ImportCommand(Main.Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Map<String, String>> headers =
                mapping.isEmpty() ? Optional.of(Map.of()) : Order.readMapping(String.join("\n", mapping));
        if (headers.isEmpty()) {
            throw Refusal.invalid("--map", String.join(" ", mapping), "HEADER=MEANING, each header once");
        }
        Order order = new Order(
                mode,
                Optional.ofNullable(reason),
                Optional.ofNullable(department),
                Optional.ofNullable(period),
                dryRun,
                System.getProperty("user.name", "unknown"),
                Optional.ofNullable(previewed),
                headers.get(),
                Optional.ofNullable(encoding));
        List<Delivery> deliveries = new ArrayList<>();
        boolean complete = read(deliveries);
        if (deliveries.isEmpty()) {
            return 1; // and no database is made for nothing
        }
        Settings settings = Settings.from(System.getenv());
        try (House house = House.open(database.given().orElse(settings.database()), settings.limits())) {
            Intake intake = house.intake().withTextsFrom(new TextsBeside(files)::find);
            long start = System.nanoTime();
            List<Raised> raised = new ArrayList<>();
            List<Receipt> receipts = intake.accept(deliveries, order, Progress.SILENT, (all, within) -> {
                raised.addAll(new Doubts(house.catalog(), within).raisedIfReadable(all));
                return all;
            });
            double seconds = (System.nanoTime() - start) / 1e9;
            for (int i = 0; i < receipts.size(); i++) {
                print(receipts.get(i));
                QuestionText.write(raised.get(i), receipts.get(i).file(), terminal.err());
            }
            printRate(receipts, seconds);
            if (markedCopies != null) {
                new MarkedCopiesFolder(markedCopies, language, terminal).write(deliveries, receipts);
            }
            if (receipts.stream().anyMatch(receipt -> receipt.preview().isPresent())) {
                terminal.out()
                        .println("preview " + Intake.digest(receipts)
                                + (dryRun ? "; to store just this, import with --previewed" : ""));
            }
            boolean taken =
                    receipts.stream().allMatch(receipt -> receipt.outcome().isTaken());
            return complete && taken ? 0 : 1;
        }
    }

    private boolean read(List<Delivery> deliveries) {
        boolean complete = true;
        for (Path file : files) {
            try {
                deliveries.add(new Delivery(name(file), Files.readAllBytes(file)));
            } catch (NoSuchFileException none) {
                terminal.err().println(file + ": found no such file; accepted: a file that exists");
                complete = false;
            } catch (IOException unreadable) {
                terminal.err()
                        .println(file + ": found " + unreadable.getMessage() + "; accepted: a file that can be read");
                complete = false;
            }
        }
        return complete;
    }

    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private void print(Receipt receipt) {
        Receipt.Counts counts = receipt.counts();
        PrintWriter out = terminal.out();
        out.printf(
                "%s: %s%s; new %d, changed %d, same %d, refused %d%n",
                receipt.file(),
                receipt.outcome().word(),
                receipt.report().map("; report R%04d"::formatted).orElse(""),
                counts.fresh(),
                counts.changed(),
                counts.same(),
                counts.refused());
        if (receipt.proposed() > 0) {
            out.printf("%s: %s%n", receipt.file(), waiting(receipt.proposed()));
        }
        receipt.answers().forEach(each -> out.printf("%s: %s%n", receipt.file(), said(each)));
        receipt.preview().ifPresent(preview -> PreviewText.write(preview, receipt.file(), out));
        receipt.questions()
                .forEach(each -> out.printf(
                        "%s:%s: what is '%s'? say it with --map '%s=…'%n",
                        receipt.file(), each.place(), each.header(), each.header()));
        receipt.earlier()
                .ifPresent(earlier -> out.printf(
                        "%s: mended after %s, checked %s%n", receipt.file(), earlier.file(), earlier.checkedAt()));
        for (Finding finding : receipt.findings()) {
            terminal.err()
                    .printf(
                            "%s: %sfound %s; accepted: %s%n",
                            finding.where(),
                            finding.severity() == Severity.WARNING ? "warning: " : "",
                            quoted(finding.found()),
                            finding.accepted());
        }
    }

    private static String waiting(int proposals) {
        return proposals == 1 ? "1 proposal waits at the desk" : proposals + " proposals wait at the desk";
    }

    private static String said(Receipt.Answer answer) {
        String what = answer.meaning().equals("-") ? "left out" : "read as " + answer.meaning();
        return "'%s' %s, %s"
                .formatted(
                        answer.header(),
                        what,
                        answer.earlier()
                                .map(each -> "as confirmed by " + each.actor() + " at " + each.at())
                                .orElse("as said now"));
    }

    /// Says how fast it went, where that can be told from the noise of starting.
    private void printRate(List<Receipt> receipts, double seconds) {
        int rows = receipts.stream()
                .map(Receipt::counts)
                .mapToInt(counts -> counts.fresh() + counts.changed() + counts.same() + counts.refused())
                .sum();
        if (rows >= WORTH_A_RATE) {
            terminal.out().printf(Locale.ROOT, "%d rows in %.1f s, %.0f rows/s%n", rows, seconds, rows / seconds);
        }
    }

    private static String quoted(String found) {
        return found.isEmpty() ? "nothing" : "'" + found + "'";
    }
}
