package plumbline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import plumbline.Mode;
import plumbline.serve.Server;
import plumbline.serve.ServerSettings;

/// CSV of a million figures over loopback, in turns with `sqlite3 -csv` of the same join written to nowhere; the first
/// byte; how much the heap grows; and what twenty slow readers cost while corrections come in. Each line names its
/// limit.
///
/// `mvn -q -Pbench -Dbench=plumbline.app.ApiExtractBenchmark -Dbench.options=-Xmx512m`; arguments: a database that is
/// there already, or years of figures to make, 5 for a million (50 for ten).
final class ApiExtractBenchmark {
    /// So many until the code is compiled; a server that has been up for a while is what people meet.
    private static final int WARM = 6;

    private static final int ROUNDS = 5;
    private static final int READERS = 20;
    private static final int SLOW_BYTES = 2_048;
    private static final int SLOW_MILLIS = 10_000;
    private static final int CORRECTIONS = 100;

    /// What an extract reads of the ledger, as one statement.
    private static final String SAME = """
        SELECT d.code, v.name_zh, m.code, f.span, f.basis, f.value, f.lower, f.upper, f.state, f.review, f.wording, f.quote,
          f.report_id, r.name, f.line, f."column", f.id, f.revision, s.sealed_at, f.note, c.code, f.scope
        FROM figure f
          JOIN department d ON d.id = f.department_id
          JOIN department_version v ON v.department_id = d.id
          JOIN metric m ON m.id = f.metric_id
          LEFT JOIN category c ON c.id = f.category_id
          JOIN report r ON r.id = f.report_id
          JOIN seal s ON s.import_id = r.import_id
        WHERE NOT EXISTS (SELECT 1 FROM figure n
            WHERE n.metric_id = f.metric_id AND n.department_id = f.department_id AND n.category_id = f.category_id
              AND n.span = f.span AND n.basis = f.basis AND n.scope = f.scope AND n.range_from = f.range_from
              AND n.range_to = f.range_to AND n.revision > f.revision)
        ORDER BY f.metric_id, f.department_id, f.category_id, f.span, f.basis, f.scope, f.range_from, f.range_to
        """;

    private final House house;
    private final Server server;
    private final Path database;

    private ApiExtractBenchmark(House house, Server server, Path database) {
        this.house = house;
        this.server = server;
        this.database = database;
    }

    public static void main(String[] args) throws Exception {
        String first = args.length == 0 || args[0].isBlank() ? "5" : args[0];
        boolean made = first.matches("[0-9]+");
        Path folder = Files.createTempDirectory("plumbline-bench");
        Path database = made ? folder.resolve("plumbline.db") : Path.of(first);
        try (House house = House.open(database.toString())) {
            if (made) {
                fill(house, folder, Integer.parseInt(first));
            }
            Server server = Server.start(
                    ServerSettings.of("127.0.0.1", 0),
                    house.catalog(),
                    house.ledger(),
                    house.intake(),
                    InstantSource.system());
            try (server) {
                ApiExtractBenchmark benchmark = new ApiExtractBenchmark(house, server, database);
                benchmark.rate();
                benchmark.heapInUse();
                benchmark.slowReaders();
            }
        } finally {
            Bench.delete(folder);
        }
    }

    private static void fill(House house, Path folder, int years) throws IOException {
        Path departments = folder.resolve("departments.csv");
        Path figures = folder.resolve("figures.csv");
        Bench.write(1, Generator.Form.DEPARTMENTS, departments);
        Bench.write(years, Generator.Form.FIGURES, figures);
        Bench.accept(house, departments);
        Bench.accept(house, figures);
        Files.delete(figures);
    }

    /// In turns, so that whatever else the machine does hits both.
    private void rate() throws Exception {
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        double firstByte = 0;
        for (int round = -WARM; round < ROUNDS; round++) {
            double sqlite = sqlite();
            try (Loopback loopback = new Loopback(server.address())) {
                Loopback.Answer answer = loopback.get("/extracts/figures.csv", "");
                if (round >= 0) {
                    ours[round] = answer.seconds();
                    theirs[round] = sqlite;
                    firstByte = Math.max(firstByte, answer.firstByte());
                }
                System.out.printf(
                        "  %,d bytes in %.2f s, first byte after %.0f ms; sqlite3 %.2f s%n",
                        answer.bytes(), answer.seconds(), answer.firstByte() * 1e3, sqlite);
            }
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        double ratio = theirs[ROUNDS / 2] / ours[ROUNDS / 2];
        System.out.printf(
                "%-64s %.2f times%n", "CSV over loopback beside sqlite3 -csv (at least 1 times its rate)", ratio);
        System.out.printf("%-64s %.0f ms%n", "first byte (at most 100 ms)", firstByte * 1e3);
    }

    /// Apart from the rate, because to look at the heap stops the server.
    private void heapInUse() throws Exception {
        long before = heap();
        Highest highest = new Highest();
        try (Loopback loopback = new Loopback(server.address())) {
            loopback.get("/extracts/figures.csv", "");
        }
        System.out.printf(
                "%-64s %d MB%n",
                "growth of the heap in use during an extract (at most 64 MB)", (highest.end() - before) >> 20);
    }

    private double sqlite() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process sqlite = new ProcessBuilder("sqlite3", "-readonly", "-csv", database.toString(), SAME)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (sqlite.waitFor() != 0) {
            throw new IllegalStateException("sqlite3 failed");
        }
        return Bench.seconds(start);
    }

    /// The most that was in use after a collection.
    private static final class Highest {
        private final Thread thread = Thread.ofPlatform().daemon().start(this::watch);
        private volatile boolean over;
        private volatile long most;

        private void watch() {
            try {
                while (!over) {
                    Thread.sleep(1_000);
                    most = Math.max(most, heap());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        long end() throws InterruptedException {
            over = true;
            thread.join();
            return most;
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// Each takes some kilobytes a second; meanwhile figures are corrected.
    private void slowReaders() throws Exception {
        long heap = heap();
        Path log = Path.of(database + "-wal");
        long end = System.nanoTime() + SLOW_MILLIS * 1_000_000L;
        List<Callable<Long>> work = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            work.add(() -> {
                long bytes = 0;
                try (Loopback loopback = new Loopback(server.address())) {
                    loopback.ask("/extracts/figures.csv");
                    while (System.nanoTime() < end) {
                        bytes += loopback.some(SLOW_BYTES);
                        Thread.sleep(100);
                    }
                }
                return bytes;
            });
        }
        Highest highest = new Highest();
        List<Long> written = new ArrayList<>();
        work.add(() -> {
            for (int i = 0; i < CORRECTIONS && System.nanoTime() < end; i++) {
                String row = "department,period,metric,value\nD0001,2021-Q1,study_centre_group_sessions," + (1_000 + i)
                        + "\n";
                Bench.accept(house, "c.csv", row.getBytes(java.nio.charset.StandardCharsets.UTF_8), Mode.CORRECT);
                written.add(size(log));
            }
            return 0L;
        });
        ApiBenchmark.all(work);
        long grown = highest.end() - heap;
        System.out.printf(
                "%-64s heap grows %d MB, log after %d corrections %,d KB, longest %,d KB%n",
                READERS + " slow readers",
                grown >> 20,
                written.size(),
                size(log) >> 10,
                written.stream().mapToLong(Long::longValue).max().orElse(0) >> 10);
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
