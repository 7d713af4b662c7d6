package plumbline.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import plumbline.extract.Manifest;
import plumbline.ledger.FigureSelection;
import plumbline.serve.Extracts;
import plumbline.serve.Format;

/// Writes a million figures in every format. Limits: XLSX in 30 s within a heap of 128 MB; the count before a download
/// well below the time of the download.
///
/// `mvn -q -Pbench -Dbench=plumbline.app.ExtractBenchmark -Dbench.options=-Xmx512m`, and with `-Dbench.args=FILE` from
/// a database that stands already, as small as `-Xmx128m`.
final class ExtractBenchmark {
    private static final int YEARS = 5;

    private ExtractBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("plumbline-bench");
        String database =
                args.length > 0 ? args[0] : folder.resolve("plumbline.db").toString();
        try (House house = House.open(database)) {
            if (args.length == 0 || house.ledger().newest().importNumber() == 0) {
                fill(house, folder);
            }
            Extracts extracts =
                    new Extracts(house.catalog(), house.ledger(), InstantSource.system(), ZoneId.of("Asia/Shanghai"));
            long figures = 0;
            for (Format format : Format.values()) {
                long start = System.nanoTime();
                long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                Path file = folder.resolve("figures." + format.ending());
                Manifest written;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                    written = extracts.write("figures", format, Map.of(), Extracts.Style.PLAIN, out);
                }
                figures = written.rows();
                Bench.report(
                        "figures." + format.ending() + (format == Format.XLSX ? " (limit 30 s)" : ""),
                        figures,
                        Bench.seconds(start));
                System.out.printf(
                        "%56s %.1f s of work, %,d bytes, heap in use %,d MB%n",
                        "",
                        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1e9,
                        Files.size(file),
                        heap());
            }
            long start = System.nanoTime();
            house.ledger()
                    .figures()
                    .eachInBrief(FigureSelection.ALL, house.ledger().newest(), false, (_, _) -> {});
            Bench.report("the figures counted from what stands packed", figures, Bench.seconds(start));
        } finally {
            Bench.delete(folder);
        }
    }

    private static void fill(House house, Path folder) throws IOException {
        Path departments = folder.resolve("departments.csv");
        Path figures = folder.resolve("figures.csv");
        Bench.write(YEARS, Generator.Form.DEPARTMENTS, departments);
        Bench.write(YEARS, Generator.Form.FIGURES, figures);
        Bench.accept(house, departments);
        Bench.accept(house, figures);
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory() >> 20;
    }
}
