package plumbline.read.form;

import java.util.Optional;
import java.util.function.Consumer;
import plumbline.Attempt;
import plumbline.Field;
import plumbline.Finding;
import plumbline.FormKind;
import plumbline.Reading;
import plumbline.Row;

/// A form whose rows can be read, however they are laid out. Rows may be read any number of times; each time parses the
/// bytes anew and keeps one row at a time. Immutable.
public sealed interface Form permits CsvForm, SheetForm {
    FormKind kind();

    /// How the bytes are written: the encoding of a CSV file, else `XLSX`, `XLS` or `ODS`.
    String encoding();

    /// The earlier attempt that the file was mended after, where it says so.
    default Optional<Attempt> earlier() {
        return Optional.empty();
    }

    /// Whether its rows have such a field.
    boolean has(Field field);

    /// Hands over row after row; what is no row becomes a finding instead.
    ///
    /// @return how many rows stand in the file, blank ones not counted
    int rows(Consumer<Row> each, Consumer<Finding> findings);

    /// As [#rows] for a figures form: the wording of the value understood and the passage read, nothing checked.
    int readings(Consumer<Reading> each, Consumer<Finding> findings);
}
