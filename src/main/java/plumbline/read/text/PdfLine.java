package plumbline.read.text;

/// A line as it stands on a page.
///
/// @param left where it begins, in points from the left edge
/// @param right where it ends
/// @param size of its letters, in points
record PdfLine(String text, float left, float right, float size) {
    /// Whether it is the row of a table: its cells have tabs between.
    boolean isRow() {
        return text.indexOf('\t') >= 0;
    }
}
