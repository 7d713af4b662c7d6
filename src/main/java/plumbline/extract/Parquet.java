package plumbline.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/// Turns the CSV of a table into Parquet with an embedded DuckDB: typed columns, compressed, and text as it is. One
/// thread and a set order of rows, so that the same CSV gives the same bytes as long as the engine's version stays.
/// Stateless.
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

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
