package plumbline.extract;

import java.util.List;
import plumbline.Name;

/// What an extract holds: its columns in their order, to which new ones are only ever appended.
///
/// @param name the file's name without its ending
/// @param key columns that together name a row
public record Table(String name, Name title, List<Column> columns, List<String> key) {
    public Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /// Position of the column.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public int index(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " has no column " + column);
    }

    /// Whether a header is this table's, in either language.
    public boolean isHeader(List<String> cells) {
        return isHeader(cells, false) || isHeader(cells, true);
    }

    private boolean isHeader(List<String> cells, boolean chinese) {
        return cells.equals(columns.stream().map(each -> each.header(chinese)).toList());
    }
}
