package plumbline.read.sheet;

/// Is shown a sheet from top to bottom, cell by cell; what it is not interested in it need not override.
public interface SheetVisitor {
    /// Rows without any content are left out.
    default void row(SheetRow row) {}

    /// Cells that were merged into one, whose content stands in the first. May come before or behind the rows.
    default void merged(Range range) {}

    /// Columns `first` to `last` (1-based) are not shown to a reader.
    default void hiddenColumns(int first, int last) {}

    /// A rectangle of cells, 1-based, both ends included.
    record Range(int top, int left, int bottom, int right) {
        public boolean contains(int row, int column) {
            return row >= top && row <= bottom && column >= left && column <= right;
        }
    }
}
