package plumbline;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// One data row of a form, or one value of a table with what its header, its row and its title say of it.
///
/// @param line 1-based line or sheet row where the row starts
/// @param columns 0-based position in `cells` of each field that is said
/// @param places where each of the cells stands in the file, by its position
public record Row(int line, Map<Field, Integer> columns, List<String> cells, IntFunction<Place> places) {
    /// A row of a CSV file.
    public Row(int line, Map<Field, Integer> columns, List<String> cells) {
        this(line, columns, cells, at -> new Place.Line(line, at + 1));
    }

    /// What stands in the field, stripped; empty where the form has no such column or the row ends before it.
    public String field(Field field) {
        Integer column = columns.get(field);
        return column == null || column >= cells.size() ? "" : cells.get(column).strip();
    }

    public boolean has(Field field) {
        return columns.containsKey(field);
    }

    /// Where the field stands; the row's first column where the form has no such field.
    public Place place(Field field) {
        return places.apply(columns.getOrDefault(field, 0));
    }
}
