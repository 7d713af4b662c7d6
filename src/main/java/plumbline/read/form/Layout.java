package plumbline.read.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.Field;
import plumbline.read.SpokenPeriod;
import plumbline.read.sheet.SheetCell;
import plumbline.read.sheet.SheetRow;
import plumbline.read.sheet.SheetVisitor.Range;

/// Where the header of a sheet stands and what each of its columns says: one row of names, or two where one thing
/// stretches over several columns of another.
///
/// @param above index in the outline's head of the header's first row
/// @param below index of the first row under the header
record Layout(int above, int below, List<Column> columns) {
    /// A column with a header.
    ///
    /// @param at 1-based
    /// @param row of the lowest header cell, where it is spoken of
    /// @param parts the header cells from the top down
    record Column(int at, int row, List<String> parts, Meaning meaning) {}

    /// The topmost row or pair of rows that make a header of figures.
    static Optional<Layout> find(Outline outline, Terms terms) {
        List<SheetRow> head = outline.head();
        for (int i = 0; i < head.size(); i++) {
            if (isTitle(head.get(i), outline)) {
                continue;
            }
            Optional<Layout> found = two(outline, terms, i);
            if (found.isEmpty()) {
                found = one(outline, terms, i);
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Where nothing was recognised: the first row that looks like a header, all of whose cells are in question.
    static Optional<Layout> presumed(Outline outline, Terms terms) {
        List<SheetRow> head = outline.head();
        for (int i = 0; i < head.size(); i++) {
            boolean names = head.get(i).cells().stream().allMatch(each -> each.kind() == SheetCell.Kind.TEXT);
            if (!isTitle(head.get(i), outline) && names) {
                return Optional.of(new Layout(i, i + 1, columns(outline, terms, i, i)));
            }
        }
        return Optional.empty();
    }

    /// A single cell, or what was merged into one, or labels with their values.
    private static boolean isTitle(SheetRow row, Outline outline) {
        if (row.cells().stream().anyMatch(each -> Titles.isLabelled(Terms.plain(each.text())))) {
            return true;
        }
        Set<Object> cells = new HashSet<>();
        for (SheetCell each : row.cells()) {
            cells.add(outline.mergedAt(row.number(), each.column())
                    .map(Object.class::cast)
                    .orElse(each));
        }
        return cells.size() < 2;
    }

    private static Optional<Layout> one(Outline outline, Terms terms, int at) {
        List<Column> columns = columns(outline, terms, at, at);
        return isHeader(columns) ? Optional.of(new Layout(at, at + 1, columns)) : Optional.empty();
    }

    private static Optional<Layout> two(Outline outline, Terms terms, int at) {
        List<SheetRow> head = outline.head();
        if (at + 1 >= head.size() || !isSecond(outline, terms, head.get(at), head.get(at + 1))) {
            return Optional.empty();
        }
        List<Column> columns = columns(outline, terms, at, at + 1);
        boolean stacked = columns.stream()
                .anyMatch(each -> each.parts().size() > 1 && each.meaning().isValue());
        return stacked && isHeader(columns) ? Optional.of(new Layout(at, at + 2, columns)) : Optional.empty();
    }

    /// Whether the row can be the lower one of a header: no counts, and nothing of its own below a field's name.
    private static boolean isSecond(Outline outline, Terms terms, SheetRow upper, SheetRow lower) {
        boolean counts = lower.cells().stream()
                .anyMatch(each -> each.kind() != SheetCell.Kind.TEXT
                        && SpokenPeriod.read(each.text()).isEmpty());
        boolean belowField = lower.cells().stream()
                .filter(each -> outline.mergedAt(lower.number(), each.column())
                        .filter(range -> range.top() < lower.number())
                        .isEmpty())
                .anyMatch(each ->
                        terms.of(List.of(upper.text(each.column()))).field().isPresent());
        return !counts && !belowField;
    }

    private static List<Column> columns(Outline outline, Terms terms, int first, int last) {
        List<SheetRow> head = outline.head();
        Set<Integer> named = new LinkedHashSet<>();
        for (int i = first; i <= last; i++) {
            head.get(i).cells().forEach(each -> named.add(each.column()));
            int row = head.get(i).number();
            for (SheetCell each : head.get(i).cells()) {
                outline.mergedAt(row, each.column()).ifPresent(range -> addAll(named, range));
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int at : named.stream().sorted().toList()) {
            List<String> parts = parts(outline, terms, head.subList(first, last + 1), at);
            if (!parts.isEmpty()) {
                columns.add(new Column(at, lowest(head.subList(first, last + 1), at), parts, terms.of(parts)));
            }
        }
        return columns;
    }

    private static void addAll(Set<Integer> columns, Range range) {
        for (int column = range.left(); column <= range.right() && columns.size() < 2000; column++) {
            columns.add(column);
        }
    }

    private static int lowest(List<SheetRow> rows, int column) {
        for (SheetRow each : rows.reversed()) {
            if (!each.text(column).isEmpty()) {
                return each.number();
            }
        }
        return rows.getFirst().number();
    }

    /// The header cells of a column. Above a name of its own, an empty cell continues its left neighbour, as it does
    /// in what a CSV file makes of merged cells.
    private static List<String> parts(Outline outline, Terms terms, List<SheetRow> rows, int column) {
        List<String> parts = new ArrayList<>();
        Range last = new Range(0, 0, 0, 0);
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i).number();
            Range here = outline.mergedAt(row, column).orElse(new Range(row, column, row, column));
            String text = outline.text(row, column);
            boolean upper = i + 1 < rows.size();
            if (text.isEmpty() && upper && !rows.get(i + 1).text(column).isEmpty()) {
                text = continued(terms, rows.get(i), rows.get(i + 1), column);
            }
            if (!text.isEmpty() && !here.equals(last)) {
                parts.add(Terms.plain(text));
            }
            last = here;
        }
        return parts;
    }

    private static String continued(Terms terms, SheetRow upper, SheetRow lower, int column) {
        String text = "";
        for (SheetCell each : upper.cells()) {
            if (each.column() < column) {
                text = lower.text(each.column()).isEmpty() ? "" : each.text().strip();
            }
        }
        return text.isEmpty() || terms.of(List.of(text)).field().isPresent() ? "" : text;
    }

    /// Whether the columns make a table of figures: all its value columns say the same sorts of things.
    private static boolean isHeader(List<Column> columns) {
        Set<Set<Field>> sorts = new HashSet<>();
        Set<Field> fields = new HashSet<>();
        int values = 0;
        int names = 0;
        for (Column each : columns) {
            Meaning meaning = each.meaning();
            if (meaning.isValue() && !meaning.total()) {
                values++;
                sorts.add(meaning.axes());
            }
            meaning.field().ifPresent(fields::add);
            names += meaning.field().isPresent() || meaning.ignored() || meaning.total() ? 1 : 0;
        }
        // 报告期 with one period beside it is a label with its value.
        boolean label = values == 1 && sorts.stream().flatMap(Set::stream).anyMatch(fields::contains);
        return values > 0 && !label && sorts.size() == 1 && (names > 0 || values > 1) && columns.size() > 1;
    }
}
