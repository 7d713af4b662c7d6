package plumbline.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plumbline.Mode;
import plumbline.Receipt;
import plumbline.intake.Delivery;
import plumbline.intake.Order;
import plumbline.intake.Progress;

/// What the benchmarks share: made-up files, an import that must succeed, a clock.
final class Bench {
    static final int DEPARTMENTS = 1_000;
    static final int METRICS = 50;

    private Bench() {}

    static void write(int years, Generator.Form form, Path file) throws IOException {
        Generator generator = new Generator(House.shippedCatalog(), DEPARTMENTS, METRICS, years, 1);
        try (OutputStream out = Files.newOutputStream(file);
                PrintWriter text = new PrintWriter(out, false, StandardCharsets.UTF_8)) {
            generator.write(form, text);
        }
    }

    /// Takes a file in; answers how many seconds that took.
    static double accept(House house, String name, byte[] bytes, Mode mode) {
        Optional<String> reason = mode.needsReason() ? Optional.of("benchmark") : Optional.empty();
        Order order = new Order(mode, reason, Optional.empty(), Optional.empty(), false, "benchmark");
        long start = System.nanoTime();
        Receipt receipt = house.intake()
                .accept(List.of(new Delivery(name, bytes)), order, Progress.SILENT)
                .getFirst();
        if (receipt.outcome() != Receipt.Outcome.ACCEPTED) {
            throw new IllegalStateException(receipt.toString());
        }
        return seconds(start);
    }

    static double accept(House house, Path file) throws IOException {
        return accept(house, ImportCommand.name(file), Files.readAllBytes(file), Mode.ADD);
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    static double report(String what, long rows, double seconds) {
        System.out.printf("%-56s %7.2f s  %,9.0f rows/s%n", what, seconds, rows / seconds);
        return seconds;
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
