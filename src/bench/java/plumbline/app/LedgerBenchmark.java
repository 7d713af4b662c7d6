package plumbline.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import plumbline.Mode;
import plumbline.Vintage;

/// Corrects and reads a ledger of 1,000 departments and 1 or more million figures: corrections with their cells, one
/// report to fresh charts, cells of the newest and of an earlier vintage. Each line names its limit.
///
/// `mvn -q -Pbench -Dbench=plumbline.app.LedgerBenchmark -Dbench.args=10 -Dbench.options=-Xmx512m`; the argument is the
/// size in millions, 1 if absent.
final class LedgerBenchmark {
    private static final int YEARS_PER_MILLION = 5;
    private static final int LAST_YEAR = 2025;
    private static final int FILE_ROWS = 1_000_000;
    private static final int CORRECTIONS = 100_000;
    private static final int REPORT_ROWS = 100;
    private static final int READS = 1_000;

    private final House house;
    private final List<String> rows = new ArrayList<>();
    private final List<String> metrics;
    private String header = "";
    private int value = 1_000;

    private LedgerBenchmark(House house) {
        this.house = house;
        metrics = house.catalog().metrics().stream().map(each -> each.code()).toList();
    }

    public static void main(String[] args) throws IOException {
        int millions = args.length == 0 || args[0].isBlank() ? 1 : Integer.parseInt(args[0].strip());
        Path folder = Files.createTempDirectory("plumbline-bench");
        try (House house = House.open(folder.resolve("plumbline.db").toString())) {
            LedgerBenchmark benchmark = new LedgerBenchmark(house);
            benchmark.fill(folder, millions);
            benchmark.correct();
            benchmark.reportToCharts();
            benchmark.read();
        } finally {
            Bench.delete(folder);
        }
    }

    /// Files of a million rows each; remembers 200,000 of the rows, spread over the whole, to be corrected.
    private void fill(Path folder, int millions) throws IOException {
        Path departments = folder.resolve("departments.csv");
        Path figures = folder.resolve("figures.csv");
        Bench.write(1, Generator.Form.DEPARTMENTS, departments);
        Bench.write(millions * YEARS_PER_MILLION, Generator.Form.FIGURES, figures);
        Bench.accept(house, departments);
        int every = millions * FILE_ROWS / (2 * CORRECTIONS);
        try (BufferedReader in = Files.newBufferedReader(figures)) {
            header = in.readLine() + "\n";
            for (int file = 0; file < millions; file++) {
                StringBuilder text = new StringBuilder(header);
                for (int row = 0; row < FILE_ROWS; row++) {
                    String line = in.readLine();
                    text.append(line).append('\n');
                    if (row % every == 0) {
                        rows.add(line);
                    }
                }
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                Bench.report("figures, million " + (file + 1), FILE_ROWS, accept("figures.csv", bytes, Mode.ADD));
            }
        }
        Files.delete(figures);
    }

    private double accept(String name, byte[] bytes, Mode mode) {
        return Bench.accept(house, name, bytes, mode);
    }

    /// The rows from one of those remembered to another, with a new value.
    private byte[] corrections(int from, int step, int count) {
        value++;
        StringBuilder text = new StringBuilder(header);
        for (int i = 0; i < count; i++) {
            String[] cells = rows.get(from + i * step).split(",", -1);
            cells[3] = String.valueOf(value);
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void correct() {
        accept("warm.csv", corrections(0, 2, CORRECTIONS), Mode.CORRECT);
        double spread = accept("spread.csv", corrections(1, 2, CORRECTIONS), Mode.CORRECT);
        Bench.report("corrections all over, with cells (at least 50,000)", CORRECTIONS, spread);
        double dense = accept("dense.csv", corrections(0, 1, CORRECTIONS), Mode.CORRECT);
        Bench.report("corrections of half the departments (at least 50,000)", CORRECTIONS, dense);
    }

    /// What a chart reads after an import: the tree, the calendar, who stated what of when, submissions and cells.
    private void reportToCharts() {
        double[] recorded = new double[30];
        double[] all = new double[recorded.length];
        for (int i = 0; i < recorded.length; i++) {
            byte[] report = corrections(i * REPORT_ROWS, 1, REPORT_ROWS);
            long start = System.nanoTime();
            recorded[i] = accept("report.csv", report, Mode.CORRECT);
            Vintage vintage = house.ledger().newest();
            house.ledger().departments(vintage);
            house.ledger().deadlines(vintage);
            house.ledger().extent().holders(vintage);
            house.ledger().extent().lengths(vintage);
            house.ledger().extent().periods(vintage);
            house.ledger().submissions(vintage, departments(i, 100), LAST_YEAR, LAST_YEAR);
            cells(vintage, i);
            all[i] = Bench.seconds(start);
        }
        print("a report of 100 rows recorded, with cells", recorded);
        print("… to fresh charts (at most 150 ms)", all);
    }

    private void read() {
        Vintage newest = house.ledger().newest();
        time("a year of cells, 100 departments, newest (p99 at most 10 ms)", newest, READS);
        Vintage earlier = house.ledger()
                .asOf(house.ledger().imported(newest.importNumber() - 1).sealedAt());
        time("the same as of the import before", earlier, READS / 10);
    }

    private void time(String what, Vintage vintage, int reads) {
        RandomGenerator random = RandomGenerator.of("SplittableRandom");
        double[] seconds = new double[reads];
        for (int i = -reads / 5; i < reads; i++) {
            long start = System.nanoTime();
            cells(vintage, random.nextInt(Bench.METRICS * Bench.DEPARTMENTS));
            if (i >= 0) {
                seconds[i] = Bench.seconds(start);
            }
        }
        print(what, seconds);
    }

    private void cells(Vintage vintage, int question) {
        house.ledger()
                .cells(
                        vintage,
                        metrics.get(question % Bench.METRICS),
                        List.of(Optional.empty()),
                        departments(question, 100),
                        LAST_YEAR,
                        LAST_YEAR);
    }

    private static List<String> departments(int first, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "D%04d".formatted(1 + (first + i) % Bench.DEPARTMENTS))
                .toList();
    }

    private static void print(String what, double[] seconds) {
        Arrays.sort(seconds);
        System.out.printf(
                "%-64s p50 %7.1f ms, p99 %7.1f ms%n",
                what, seconds[seconds.length / 2] * 1e3, seconds[(int) (seconds.length * 0.99)] * 1e3);
    }
}
