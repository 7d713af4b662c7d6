package plumbline.read.sheet;

/// A cell that is not empty.
///
/// @param column 1-based
/// @param text what it says: text as it stands, a number exactly as stored (`0.29`, never `0.28999999999999998`), a
///     percentage as shown (`95%`), a day as `2022-03-01`, a month as `2022-03`, an error as `#REF!`
/// @param formula whether a formula stands behind it; the text is then the value saved with it
public record SheetCell(int column, Kind kind, String text, boolean formula) {
    /// What a cell is to the program that wrote it.
    public enum Kind {
        TEXT,
        NUMBER,
        PERCENT,
        DATE,
        BOOLEAN,
        /// `#REF!`, `#DIV/0!` …
        ERROR,
        /// A formula that was saved without its value; the text is the formula.
        UNCALCULATED
    }

    public static SheetCell text(int column, String text) {
        return new SheetCell(column, Kind.TEXT, text, false);
    }
}
