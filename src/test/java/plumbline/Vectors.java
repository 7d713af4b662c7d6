package plumbline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The tables of `src/test/resources/vectors`: a map per row, from the name of the column to what stands there.
public final class Vectors {
    private Vectors() {}

    /// The rows of a CSV file without quoted fields.
    public static List<Map<String, String>> table(String name) {
        List<String> lines = text(name).lines().toList();
        List<String> header = List.of(lines.getFirst().split(",", -1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = List.of(line.split(",", -1));
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), fields.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /// A field as a number.
    ///
    /// @throws NumberFormatException if it is empty
    public static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, "no column " + column));
    }

    public static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream("/vectors/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
