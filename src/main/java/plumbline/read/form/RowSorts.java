package plumbline.read.form;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plumbline.Field;
import plumbline.read.Numeral;
import plumbline.read.sheet.SheetCell;
import plumbline.read.sheet.SheetRow;
import plumbline.read.sheet.SheetVisitor;
import plumbline.read.sheet.Workbook;

/// Tells what the rows below a header are. Stateless.
record RowSorts(FigureTable table, Terms terms) {
    /// What a row is.
    enum Sort {
        /// Values to take in.
        FIGURES,
        /// Sums the rows above it up; only checked.
        TOTAL,
        /// A note, a signature, a repeated header, the numbers of the columns.
        OTHER
    }

    private static final Pattern NOTE = Pattern.compile(
            "[（(]?(?:备?注|说明|附注)[0-9一二三四五六七八九十]?[)）]?\\s*(?:[:：].*|$)"
                    + "|[^:：]{0,8}(?:人|者|领导|负责|电话|日期|时间|盖章|签字|签章|制表|填表|审核|复核)[^:：]{0,6}[:：].*",
            Pattern.DOTALL);
    private static final Set<String> COLUMN_NUMBERS = Set.of("甲", "乙", "栏次", "栏目", "列次");

    /// Whether a row is a remark or a signature, as offices put below a table. Where a number stands among its values
    /// it is not, or a figure would be lost for what is written beside it.
    ///
    /// @param first its first words
    /// @param values what stands in the columns of values
    static boolean isNote(String first, Stream<String> values) {
        return NOTE.matcher(first.strip()).matches()
                && values.allMatch(
                        each -> each.isBlank() || Numeral.read(each).value().isEmpty());
    }

    Sort of(SheetRow row) {
        if (row.number() <= table.lastOfHeader()) {
            return Sort.OTHER;
        }
        if (totalField(row).isPresent()) {
            return Sort.TOTAL;
        }
        String first = row.cells().getFirst().text().strip();
        boolean values =
                table.values().stream().anyMatch(column -> row.cell(column.at()).isPresent());
        boolean columnNumbers = COLUMN_NUMBERS.contains(first);
        boolean bare = !values
                && !isBlankMetric(row)
                && (!table.isTidy() || row.cells().size() == 1);
        return bare
                        || columnNumbers
                        || isNote(first, table.values().stream().map(column -> row.text(column.at())))
                        || isHeader(row)
                ? Sort.OTHER
                : Sort.FIGURES;
    }

    /// The row of a metric whose values are blank, where that counts.
    private boolean isBlankMetric(SheetRow row) {
        Integer column = table.stub().columns().get(Field.METRIC);
        return terms.blanksCount()
                && column != null
                && terms.of(List.of(row.text(column))).metric().isPresent();
    }

    /// The side column in which the row calls itself a total.
    Optional<Field> totalField(SheetRow row) {
        if (table.isTidy()) {
            return table.stub().columns().entrySet().stream()
                    .filter(each -> each.getKey() == Field.DEPARTMENT || each.getKey() == Field.PERIOD)
                    .filter(each -> Terms.isTotal(row.text(each.getValue())))
                    .map(java.util.Map.Entry::getKey)
                    .findFirst();
        }
        for (SheetCell cell : row.cells()) {
            boolean isValue = table.values().stream().anyMatch(column -> column.at() == cell.column());
            if (isValue) {
                return Optional.empty();
            }
            if (Terms.isTotal(cell.text())) {
                return Optional.of(table.stub().columns().entrySet().stream()
                        .filter(each -> each.getValue() == cell.column())
                        .map(java.util.Map.Entry::getKey)
                        .findFirst()
                        .orElse(
                                table.stub().columns().containsKey(Field.DEPARTMENT)
                                        ? Field.DEPARTMENT
                                        : Field.METRIC));
            }
        }
        return Optional.empty();
    }

    /// The header once more, as printing programs repeat it on each page.
    private boolean isHeader(SheetRow row) {
        return row.cells().stream()
                .allMatch(cell -> table.header().stream()
                        .anyMatch(column ->
                                column.at() == cell.column() && column.parts().contains(Terms.plain(cell.text()))));
    }

    /// The value columns that stay empty in all rows: they say nothing, not even that nothing is mentioned, unless
    /// blanks count.
    BitSet emptyColumns(Workbook workbook) {
        BitSet empty = new BitSet();
        if (!table.isTidy() && !terms.blanksCount()) {
            table.values().forEach(column -> empty.set(column.at()));
            table.outline().head().forEach(row -> fill(row, empty));
            if (!empty.isEmpty()) { // the first rows do not tell
                workbook.read(table.sheet(), new SheetVisitor() {
                    @Override
                    public void row(SheetRow row) {
                        fill(row, empty);
                    }
                });
            }
        }
        return empty;
    }

    private void fill(SheetRow row, BitSet empty) {
        if (of(row) == Sort.FIGURES) {
            row.cells().forEach(cell -> empty.clear(cell.column()));
        }
    }
}
