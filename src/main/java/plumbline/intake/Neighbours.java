package plumbline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plumbline.Place;
import plumbline.Report;
import plumbline.ledger.Ledger;
import plumbline.read.sheet.Limits;
import plumbline.read.sheet.NoWorkbook;
import plumbline.read.sheet.SheetCell;
import plumbline.read.sheet.SheetRow;
import plumbline.read.sheet.SheetVisitor;
import plumbline.read.sheet.Workbook;
import plumbline.read.sheet.Workbooks;

/// A cell of a workbook on record with the cells around it, as a person sees them on the sheet.
///
/// @param firstColumn the first of the columns shown, 1-based
/// @param heads for each column shown its first words above the rows shown; empty where there are none
/// @param rows from top to bottom
public record Neighbours(int firstColumn, List<String> heads, List<Row> rows) {
    private static final int ROWS_ABOVE = 3;
    private static final int ROWS_BELOW = 2;
    private static final int COLUMNS_BESIDE = 3;
    /// A larger workbook takes longer to read through than somebody waits for a card.
    private static final int LARGEST = 8 << 20;

    public Neighbours {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /// One row of the sheet.
    ///
    /// @param label the first words of the row, where they stand left of the columns shown; else empty
    /// @param cells one for each column shown, empty where the sheet has nothing
    public record Row(int number, String label, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// What stands around the cell.
    ///
    /// @return empty where the workbook is too large or cannot be read any more, or has no such sheet
    public static Optional<Neighbours> of(Place.Cell cell, Report report, Ledger ledger) {
        if (report.size() > LARGEST) {
            return Optional.empty();
        }
        try {
            return in(Workbooks.open(ledger.content(report.id()), Limits.DEFAULT), cell);
        } catch (NoWorkbook unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Neighbours> in(Workbook workbook, Place.Cell cell) {
        List<String> names =
                workbook.sheets().stream().map(Workbook.Sheet::name).toList();
        int sheet = names.indexOf(cell.sheet());
        if (sheet < 0) {
            return Optional.empty();
        }
        Around around = new Around(cell);
        workbook.read(sheet, around);
        return Optional.of(around.seen());
    }

    /// Keeps the rows around the cell, and above them the first words of each column.
    private static final class Around implements SheetVisitor {
        private final int top;
        private final int bottom;
        private final int first;
        private final int last;
        private final Map<Integer, String> heads = new TreeMap<>();
        private final Map<Integer, SheetRow> rows = new TreeMap<>();

        Around(Place.Cell cell) {
            top = Math.max(1, cell.row() - ROWS_ABOVE);
            bottom = cell.row() + ROWS_BELOW;
            first = Math.max(1, cell.column() - COLUMNS_BESIDE);
            last = cell.column() + COLUMNS_BESIDE;
        }

        @Override
        public void row(SheetRow row) {
            if (row.number() < top) {
                // A row of one cell is a title and heads no column.
                row.cells().stream()
                        .filter(each -> row.cells().size() > 1 && each.kind() == SheetCell.Kind.TEXT)
                        .forEach(each ->
                                heads.putIfAbsent(each.column(), each.text().strip()));
            } else if (row.number() <= bottom) {
                rows.put(row.number(), row);
            }
        }

        Neighbours seen() {
            List<String> above = new ArrayList<>();
            for (int column = first; column <= last; column++) {
                above.add(heads.getOrDefault(column, ""));
            }
            List<Row> shown = new ArrayList<>();
            for (int number = top; number <= bottom; number++) {
                SheetRow row = rows.getOrDefault(number, new SheetRow(number, false, List.of()));
                List<String> cells = new ArrayList<>();
                for (int column = first; column <= last; column++) {
                    cells.add(row.text(column));
                }
                shown.add(new Row(number, label(row), cells));
            }
            return new Neighbours(first, above, shown);
        }

        private String label(SheetRow row) {
            return row.cells().stream()
                    .filter(each -> each.column() < first && each.kind() == SheetCell.Kind.TEXT)
                    .map(each -> each.text().strip())
                    .findFirst()
                    .orElse("");
        }
    }
}
