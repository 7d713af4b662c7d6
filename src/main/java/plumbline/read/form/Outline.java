package plumbline.read.form;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.read.sheet.SheetCell;
import plumbline.read.sheet.SheetRow;
import plumbline.read.sheet.SheetVisitor;

/// What must be known of a whole sheet before its rows can be understood one by one: its first rows, which cells are
/// merged, what is hidden, and where formulas are. One pass; the memory it takes does not grow with the rows.
final class Outline implements SheetVisitor {
    /// Rows among which the header is looked for, and a sample of what stands below it.
    static final int HEAD = 60;

    private static final int MERGED = 20_000;
    private static final int NAMED = 5;

    private final List<SheetRow> head = new ArrayList<>();
    private final Map<Integer, List<Range>> mergedByRow = new HashMap<>();
    private final BitSet hiddenColumns = new BitSet();
    private final BitSet filled = new BitSet();
    private final List<Integer> hiddenRows = new ArrayList<>();
    private int merged;
    private int hidden;
    private int formulas;
    private int rows;

    @Override
    public void row(SheetRow row) {
        rows++;
        if (head.size() < HEAD) {
            head.add(row);
        }
        if (row.hidden() && hidden++ < NAMED) {
            hiddenRows.add(row.number());
        }
        for (SheetCell each : row.cells()) {
            filled.set(each.column());
            formulas += each.formula() ? 1 : 0;
        }
    }

    @Override
    public void merged(Range range) {
        boolean several = range.bottom() > range.top() || range.right() > range.left();
        for (int row = range.top(); several && row <= range.bottom() && merged < MERGED; row++) {
            merged++;
            mergedByRow.computeIfAbsent(row, _ -> new ArrayList<>()).add(range);
        }
    }

    @Override
    public void hiddenColumns(int first, int last) {
        hiddenColumns.set(Math.max(first, 1), Math.clamp(last, first, 1 << 15) + 1);
    }

    boolean isEmpty() {
        return rows == 0;
    }

    int rows() {
        return rows;
    }

    int formulas() {
        return formulas;
    }

    List<SheetRow> head() {
        return head;
    }

    /// Whether anything was merged at all; a CSV file cannot say so.
    boolean hasMerged() {
        return merged > 0;
    }

    /// The merged cells this one belongs to.
    Optional<Range> mergedAt(int row, int column) {
        return mergedByRow.getOrDefault(row, List.of()).stream()
                .filter(each -> each.contains(row, column))
                .findFirst();
    }

    /// The first hidden rows that have content.
    List<Integer> hiddenRows() {
        return hiddenRows;
    }

    int hiddenRowCount() {
        return hidden;
    }

    /// Hidden columns that have content.
    BitSet hiddenColumns() {
        BitSet both = (BitSet) hiddenColumns.clone();
        both.and(filled);
        return both;
    }

    /// What stands in a cell of the head, that of the merged cells it belongs to.
    String text(int row, int column) {
        Optional<Range> range = mergedAt(row, column);
        int top = range.map(Range::top).orElse(row);
        int left = range.map(Range::left).orElse(column);
        return head.stream()
                .filter(each -> each.number() == top)
                .findFirst()
                .map(each -> each.text(left))
                .orElse("");
    }
}
