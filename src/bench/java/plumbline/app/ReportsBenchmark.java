package plumbline.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.Mode;
import plumbline.Receipt;
import plumbline.Vintage;
import plumbline.intake.Delivery;
import plumbline.intake.Order;
import plumbline.intake.Progress;
import plumbline.ledger.Ledger;
import plumbline.ledger.Verification;

/// How many narrative reports are taken in per second, with everything that is kept of them: bytes, text, proposals,
/// seal, one transaction each. The reports are the marked texts of the tests, each under many names; the yardstick is
/// 50 a second. Then how long the desk takes to show one, and the queue to be listed.
///
/// `mvn -q -Pbench -Dbench=plumbline.app.ReportsBenchmark`
final class ReportsBenchmark {
    private static final Path TEXTS = Path.of("src/test/resources/narrative/texts");
    private static final int REPORTS = 200;
    private static final int ROUNDS = 4;
    private static final Order ORDER =
            new Order(Mode.ADD, Optional.empty(), Optional.empty(), Optional.empty(), false, "benchmark");

    private ReportsBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("plumbline-bench");
        try {
            String database = folder.resolve("reports.db").toString();
            try (House house = House.open(database)) {
                for (int round = 0; round < ROUNDS; round++) {
                    takeIn(house, round);
                }
                look(house);
            }
            long start = System.nanoTime();
            Verification.Verified verified =
                    Verification.of(database, House.shippedCatalog(), new plumbline.consolidate.Consolidation());
            Bench.report("verified", verified.imports(), Bench.seconds(start));
        } finally {
            Bench.delete(folder);
        }
    }

    private static void takeIn(House house, int round) throws IOException {
        List<Delivery> files = reports(round);
        long bytes = files.stream().mapToLong(each -> each.bytes().length).sum();
        long start = System.nanoTime();
        List<Receipt> receipts = house.intake().accept(files, ORDER, Progress.SILENT);
        double seconds = Bench.seconds(start);
        int proposed = receipts.stream().mapToInt(Receipt::proposed).sum();
        if (receipts.stream().anyMatch(each -> each.outcome() != Receipt.Outcome.ACCEPTED)) {
            throw new IllegalStateException("a report was refused");
        }
        System.out.printf(
                "%d reports of %d bytes, %d proposals: %5.2f s, %5.0f reports/s (at least 50)%n",
                files.size(), bytes / files.size(), proposed, seconds, files.size() / seconds);
    }

    /// The texts again and again, each with a line of its own, since the same bytes are taken in once.
    private static List<Delivery> reports(int round) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(TEXTS).sorted()) {
            for (Path file : files.toList()) {
                texts.add(Files.readString(file).replaceAll("\\{\\{|[|][^}]*}}", ""));
            }
        }
        List<Delivery> reports = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            String text = texts.get(i % texts.size()) + "\n编号" + round + "-" + i + "\n";
            reports.add(new Delivery("report-" + round + "-" + i + ".txt", text.getBytes(StandardCharsets.UTF_8)));
        }
        return reports;
    }

    private static void look(House house) {
        Ledger ledger = house.ledger();
        Vintage vintage = ledger.newest();
        var desk = house.intake().desk();
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            int open = desk.queue(vintage).size();
            System.out.printf("the queue of %d reports: %6.1f ms%n", open, Bench.seconds(start) * 1000);
            start = System.nanoTime();
            int shown = desk.page(REPORTS, vintage).entries().size();
            System.out.printf("a desk with %d proposals: %6.1f ms%n", shown, Bench.seconds(start) * 1000);
        }
    }
}
