package plumbline.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import plumbline.Name;
import plumbline.extract.Column;
import plumbline.extract.CsvRows;
import plumbline.extract.Rows;
import plumbline.extract.Table;

/// Small CSV files in memory, written as extracts are. Stateless.
final class PlainCsv {
    private static final Name NOTHING = new Name("", "");

    private PlainCsv() {}

    /// @param write hands over the rows
    static byte[] of(String name, List<String> columns, CsvRows.Style style, Consumer<Rows> write) {
        List<Column> all = columns.stream()
                .map(each -> new Column(each, new Name(each, each), Column.Type.TEXT, NOTHING, false, ""))
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Rows rows = new CsvRows(new Table(name, new Name(name, name), all, List.of()), style, bytes)) {
            write.accept(rows);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it is memory
        }
        return bytes.toByteArray();
    }
}
