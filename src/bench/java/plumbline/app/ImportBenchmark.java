package plumbline.app;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import plumbline.Mode;
import plumbline.Receipt;
import plumbline.intake.Delivery;
import plumbline.intake.Order;
import plumbline.intake.Progress;

/// Imports a million figures into an empty ledger, beside two yardsticks over the very same file in the same run: a
/// plain JDBC batch into one indexed table, and `sqlite3 .import` into one (where that program is installed).
///
/// `mvn -q -Pbench -Dbench=plumbline.app.ImportBenchmark -Dbench.options=-Xmx512m`
final class ImportBenchmark {
    private static final int DEPARTMENTS = 1_000;
    private static final int METRICS = 50;
    private static final int YEARS = 5;
    private static final int BATCH = 1_000;
    private static final String TABLE =
            "CREATE TABLE f (department TEXT, period TEXT, metric TEXT, value TEXT, unit TEXT)";
    private static final String INDEX = "CREATE INDEX i ON f (metric, department, period)";

    private ImportBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("plumbline-bench");
        try {
            Path figures = folder.resolve("figures.csv");
            Path departments = folder.resolve("departments.csv");
            Generator generator = new Generator(House.shippedCatalog(), DEPARTMENTS, METRICS, YEARS, 1);
            write(generator, Generator.Form.FIGURES, figures);
            write(generator, Generator.Form.DEPARTMENTS, departments);
            long rows = (long) DEPARTMENTS * METRICS * YEARS * 4;
            double plain = report("plain JDBC batch, one indexed table", rows, jdbc(folder, figures));
            Optional<Double> shell =
                    sqlite3(folder, figures).map(time -> report("sqlite3 .import, one indexed table", rows, time));
            double ours = report(
                    "plumbline import, checked, sealed, with cells", rows, plumbline(folder, departments, figures));
            System.out.printf("plumbline / plain JDBC    %.1f%n", ours / plain);
            shell.ifPresent(time -> System.out.printf("plumbline / sqlite3       %.1f%n", ours / time));
            System.out.printf(
                    "largest heap allowed      %d MB%n", Runtime.getRuntime().maxMemory() >> 20);
        } finally {
            delete(folder);
        }
    }

    private static void write(Generator generator, Generator.Form form, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                PrintWriter text = new PrintWriter(out, false, StandardCharsets.UTF_8)) {
            generator.write(form, text);
        }
    }

    private static double report(String what, long rows, double seconds) {
        System.out.printf("%-48s %6.2f s  %,9.0f rows/s%n", what, seconds, rows / seconds);
        return seconds;
    }

    private static double plumbline(Path folder, Path departments, Path figures) throws IOException {
        Order order = new Order(Mode.ADD, Optional.empty(), Optional.empty(), Optional.empty(), false, "benchmark");
        try (House house = House.open(folder.resolve("plumbline.db").toString())) {
            accept(house, departments, order);
            long start = System.nanoTime();
            accept(house, figures, order);
            return seconds(start);
        }
    }

    private static void accept(House house, Path file, Order order) throws IOException {
        Delivery delivery = new Delivery(ImportCommand.name(file), Files.readAllBytes(file));
        Receipt receipt =
                house.intake().accept(List.of(delivery), order, Progress.SILENT).getFirst();
        if (receipt.outcome() != Receipt.Outcome.ACCEPTED) {
            throw new IllegalStateException(receipt.toString());
        }
    }

    private static double jdbc(Path folder, Path figures) throws Exception {
        long start = System.nanoTime();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("jdbc.db"));
                var statement = connection.createStatement();
                var csv = CsvReader.builder().ofCsvRecord(figures)) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.executeUpdate(TABLE);
            statement.executeUpdate(INDEX);
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO f VALUES (?, ?, ?, ?, ?)")) {
                int pending = 0;
                for (var row : csv) {
                    for (int i = 0; i < 5; i++) {
                        insert.setString(i + 1, row.getField(i));
                    }
                    insert.addBatch();
                    if (++pending % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
        }
        return seconds(start);
    }

    private static Optional<Double> sqlite3(Path folder, Path figures) throws InterruptedException {
        long start = System.nanoTime();
        try {
            Process process = new ProcessBuilder(
                            "sqlite3",
                            folder.resolve("shell.db").toString(),
                            TABLE,
                            INDEX,
                            ".mode csv",
                            ".import --skip 1 " + figures + " f")
                    .inheritIO()
                    .start();
            boolean done = process.waitFor(5, TimeUnit.MINUTES);
            return done && process.exitValue() == 0 ? Optional.of(seconds(start)) : Optional.empty();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
