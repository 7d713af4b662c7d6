package plumbline;

import java.util.List;
import java.util.Map;

/// One data row of a form as it stands in the file.
///
/// @param line 1-based line of the file where the row starts
/// @param columns 0-based position of each field the header names
public record Row(int line, Map<Field, Integer> columns, List<String> cells) {
    /// What stands in the field, stripped; empty where the form has no such column or the row ends before it.
    public String field(Field field) {
        Integer column = columns.get(field);
        return column == null || column >= cells.size() ? "" : cells.get(column).strip();
    }

    public boolean has(Field field) {
        return columns.containsKey(field);
    }

    /// Where the field stands; the row's first column where the form has no such field.
    public Place.Line place(Field field) {
        return new Place.Line(line, columns.getOrDefault(field, 0) + 1);
    }
}
