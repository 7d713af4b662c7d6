package plumbline.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns the CSV of a table into Parquet with an embedded DuckDB, and reads it again: typed columns, compressed, and
/// text as it is. One thread and a set order of rows, so that the same CSV gives the same bytes as long as the engine's
/// version stays. Stateless.
public final class Parquet {
    /// Bytes; a sentence has at most 32,000 characters. The engine sets sixteen times as much aside at once.
    private static final int LONGEST_LINE = 2 << 20;

    private static final String MEMORY = "256MB";

    private Parquet() {}

    /// Writes the rows of a CSV file as Parquet.
    ///
    /// @param csv the table as [CsvRows] writes it, without mark and with text as it is
    /// @param parquet the file to write
    /// @throws IOException if this machine has no such engine, or it fails
    public static void write(Table table, Path csv, Path parquet) throws IOException {
        String columns = table.columns().stream()
                .map(each -> quoted(each.name()) + ": " + quoted(each.type().engine))
                .collect(Collectors.joining(", ", "{", "}"));
        String read = "read_csv(" + quoted(csv.toString())
                + ", header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"',"
                + " max_line_size = " + LONGEST_LINE + ", strict_mode = true, columns = " + columns + ")";
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("SET memory_limit = '" + MEMORY + "'");
            statement.execute("SET preserve_insertion_order = true");
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("SET temp_directory = "
                    + quoted(parquet.resolveSibling("engine").toString()));
            statement.execute("COPY (SELECT * FROM " + read + ") TO " + quoted(parquet.toString())
                    + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)");
        } catch (SQLException e) {
            throw new IOException("no Parquet could be written: " + e.getMessage(), e);
        }
    }

    /// The names of the columns of a Parquet file.
    ///
    /// @throws IOException if this machine has no such engine, or the file is none
    public static List<String> columns(Path parquet) throws IOException {
        return query(parquet, " LIMIT 0", rows -> {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                names.add(rows.getMetaData().getColumnName(i));
            }
            return names;
        });
    }

    /// Shows the rows of a Parquet file in their order, cells as they stand in a CSV file; nothing is empty.
    ///
    /// @throws IOException if this machine has no such engine, or the file is none
    public static void read(Path parquet, Consumer<List<String>> sink) throws IOException {
        query(parquet, "", rows -> {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> cells = new ArrayList<>(columns);
                for (int i = 1; i <= columns; i++) {
                    cells.add(cell(rows.getObject(i)));
                }
                sink.accept(cells);
            }
            return true;
        });
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case OffsetDateTime moment -> moment.toInstant().toString();
            case Timestamp moment ->
                moment.toLocalDateTime().toInstant(ZoneOffset.UTC).toString();
            default -> value.toString();
        };
    }

    private interface Answer<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private static <T> T query(Path parquet, String limit, Answer<T> answer) throws IOException {
        Properties streamed = new Properties();
        streamed.setProperty("jdbc_stream_results", "true"); // else it would hold all rows at once
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:", streamed);
                Statement statement = engine.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("SET memory_limit = '" + MEMORY + "'");
            statement.execute("SET preserve_insertion_order = true");
            statement.execute("SET TimeZone = 'UTC'");
            try (ResultSet rows =
                    statement.executeQuery("SELECT * FROM read_parquet(" + quoted(parquet.toString()) + ")" + limit)) {
                return answer.of(rows);
            }
        } catch (SQLException e) {
            throw new IOException("no Parquet could be read: " + e.getMessage(), e);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
