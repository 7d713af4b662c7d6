package plumbline.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.Finding;
import plumbline.Mode;
import plumbline.Receipt;
import plumbline.intake.Delivery;
import plumbline.intake.Order;
import plumbline.intake.Progress;
import plumbline.read.form.HostileFiles;

/// Hands every hostile file to an import and tells what it cost: time, heap left behind, bytes on disk. The goal is two
/// seconds for each and no growth.
///
/// `mvn -q -Pbench -Dbench=plumbline.app.HostileFilesBenchmark -Dbench.options=-Xmx512m`
final class HostileFilesBenchmark {
    private static final Order ADD =
            new Order(Mode.ADD, Optional.empty(), Optional.empty(), Optional.empty(), false, "benchmark");

    private HostileFilesBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("plumbline-bench");
        try (House house = House.open(folder.resolve("plumbline.db").toString())) {
            Bench.accept(
                    house, "departments.csv", "code,name_zh\nJU-A,办公室\n".getBytes(StandardCharsets.UTF_8), Mode.ADD);
            for (HostileFiles.Sample each : HostileFiles.all()) {
                measure(house, folder, each);
            }
        } finally {
            Bench.delete(folder);
        }
    }

    private static void measure(House house, Path folder, HostileFiles.Sample file) throws IOException {
        long disk = disk(folder);
        long heap = heap();
        long start = System.nanoTime();
        Receipt receipt = house.intake()
                .accept(List.of(new Delivery(file.name(), file.bytes())), ADD, Progress.SILENT)
                .getFirst();
        double seconds = Bench.seconds(start);
        System.out.printf(
                "%-36s %9d bytes  %6.2f s%s  heap %+4d MB  disk %+5d KB  %s %s%n",
                file.name(),
                file.bytes().length,
                seconds,
                seconds > 2 ? " (more than 2 s)" : "",
                (heap() - heap) >> 20,
                (disk(folder) - disk) >> 10,
                receipt.outcome().word(),
                receipt.findings().stream().map(Finding::rule).distinct().toList());
    }

    /// What is still held.
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(each -> each.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(each -> each.getUsed())
                .sum();
    }

    private static long disk(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(each -> each.toFile().length())
                    .sum();
        }
    }
}
