package plumbline.read.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A row with at least one cell that is not empty.
///
/// @param number 1-based row of a spreadsheet, 1-based line of a CSV file
/// @param cells from left to right, without the empty ones
public record SheetRow(int number, boolean hidden, List<SheetCell> cells) {
    public SheetRow {
        cells = List.copyOf(cells);
    }

    public Optional<SheetCell> cell(int column) {
        for (SheetCell each : cells) {
            if (each.column() == column) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// What the cells say up to the last one, an empty text for each that is empty.
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (SheetCell each : cells) {
            while (texts.size() < each.column() - 1) {
                texts.add("");
            }
            texts.add(each.text());
        }
        return texts;
    }

    /// What the cell says, stripped; empty where there is none.
    public String text(int column) {
        for (SheetCell each : cells) {
            if (each.column() == column) {
                return each.text().strip();
            }
        }
        return "";
    }
}
