package plumbline.read.sheet;

import java.util.List;
import plumbline.Place;

/// A file of sheets. A sheet may be read any number of times; each time parses the bytes anew and keeps one row at a
/// time. Immutable; thread-safe unless said otherwise.
public sealed interface Workbook permits Table, Xlsx, Xls, Ods {
    /// A sheet of the workbook by its name.
    record Sheet(String name, boolean hidden) {}

    /// `XLSX`, `XLS`, `ODS`, or the encoding of a CSV file: `UTF-8 (BOM)`, `GB18030` …
    String format();

    List<Sheet> sheets();

    /// Shows the sheet to the visitor.
    ///
    /// @param sheet index in [#sheets()]
    /// @throws NoWorkbook if the sheet cannot be read or costs more than the limits allow
    void read(int sheet, SheetVisitor visitor);

    /// What the file has that is not read, for a remark: `macros`, `links` to other files; empty for most.
    List<String> ignored();

    /// Whether the program that wrote the file says that its formulas want to be calculated anew.
    boolean stale();

    /// Where a cell stands, as people say it.
    default Place place(int sheet, int row, int column) {
        return new Place.Cell(sheets().get(sheet).name(), row, column);
    }
}
