package plumbline.app;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import plumbline.Period;

/// Imports a million figures into an empty ledger, beside yardsticks over the very same file in the same run.
///
/// The one that counts is a plain JDBC batch of the same rows: the ledger's own table `figure`, all its columns and its
/// key, but no checks, no seal, no foreign keys, no cells, no copy of the file. The others write less: a plain JDBC
/// batch of the five texts into one indexed table, and `sqlite3 .import` of the same (where that program is installed).
///
/// `mvn -q -Pbench -Dbench=plumbline.app.ImportBenchmark -Dbench.options=-Xmx512m`
final class ImportBenchmark {
    private static final int YEARS = 5;
    private static final int BATCH = 1_000;
    private static final String TABLE =
            "CREATE TABLE f (department TEXT, period TEXT, metric TEXT, value TEXT, unit TEXT)";
    private static final String INDEX = "CREATE INDEX i ON f (metric, department, period)";
    private static final String FIGURE = "INSERT INTO figure VALUES (" + "?, ".repeat(25) + "?)";

    private ImportBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("plumbline-bench");
        try {
            Path figures = folder.resolve("figures.csv");
            Path departments = folder.resolve("departments.csv");
            Bench.write(YEARS, Generator.Form.FIGURES, figures);
            Bench.write(YEARS, Generator.Form.DEPARTMENTS, departments);
            long rows = (long) Bench.DEPARTMENTS * Bench.METRICS * YEARS * 4;
            double same =
                    Bench.report("plain JDBC batch of the same rows", rows, sameRows(folder, departments, figures));
            double plain = Bench.report("plain JDBC batch, five texts, one index", rows, texts(folder, figures));
            Optional<Double> shell = sqlite3(folder, figures)
                    .map(time -> Bench.report("sqlite3 .import, five texts, one index", rows, time));
            double ours = Bench.report(
                    "plumbline import, checked, sealed, with cells (150,000)",
                    rows,
                    plumbline(folder, "first", departments, figures));
            for (String warm : List.of("second", "third")) {
                Bench.report(
                        "the same into a %s fresh file, compiled code".formatted(warm),
                        rows,
                        plumbline(folder, warm, departments, figures));
            }
            System.out.printf("plumbline / the same rows (at most 3)   %.1f%n", ours / same);
            System.out.printf("plumbline / five texts                  %.1f%n", ours / plain);
            shell.ifPresent(time -> System.out.printf("plumbline / sqlite3                     %.1f%n", ours / time));
            System.out.printf(
                    "largest heap allowed                    %d MB%n",
                    Runtime.getRuntime().maxMemory() >> 20);
        } finally {
            Bench.delete(folder);
        }
    }

    private static double plumbline(Path folder, String name, Path departments, Path figures) throws IOException {
        try (House house = House.open(folder.resolve(name + ".db").toString())) {
            Bench.accept(house, departments);
            return Bench.accept(house, figures);
        }
    }

    private static double sameRows(Path folder, Path departments, Path figures) throws Exception {
        Path file = folder.resolve("same.db");
        try (House house = House.open(file.toString())) {
            Bench.accept(house, departments);
        }
        long start = System.nanoTime();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var csv = CsvReader.builder().ofNamedCsvRecord(figures);
                var insert = connection.prepareStatement(FIGURE)) {
            Map<String, Long> metricNumbers = numbers(connection, "metric");
            Map<String, Long> departmentNumbers = numbers(connection, "department");
            connection.setAutoCommit(false);
            long id = 0;
            for (var row : csv) {
                String wording = row.getField(3);
                bind(insert, 1, ++id, 2L, metricNumbers.get(row.getField(2)), departmentNumbers.get(row.getField(0)));
                bind(insert, 5, 0L, (long) Period.parse(row.getField(1)).span().code(), 0L, 0L, 0L, 0L, 1L, 0L);
                Long number = wording.matches("[0-9]+") ? Long.valueOf(wording) : null;
                bind(insert, 13, number, number, number);
                insert.setString(16, wording);
                bind(insert, 17, 0L, null, 2L, null, row.getStartingLineNumber(), 4L, null, null, null, null);
                insert.addBatch();
                if (id % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
        return Bench.seconds(start);
    }

    private static Map<String, Long> numbers(Connection connection, String table) throws SQLException {
        Map<String, Long> numbers = new HashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT code, id FROM " + table)) {
            while (rows.next()) {
                numbers.put(rows.getString(1), rows.getLong(2));
            }
        }
        return numbers;
    }

    private static void bind(PreparedStatement insert, int from, @Nullable Long... numbers) throws SQLException {
        for (int i = 0; i < numbers.length; i++) {
            insert.setObject(from + i, numbers[i]);
        }
    }

    private static double texts(Path folder, Path figures) throws Exception {
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
        return Bench.seconds(start);
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
            return done && process.exitValue() == 0 ? Optional.of(Bench.seconds(start)) : Optional.empty();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }
}
