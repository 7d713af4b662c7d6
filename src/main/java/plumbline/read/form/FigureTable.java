package plumbline.read.form;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import plumbline.Field;
import plumbline.Finding;
import plumbline.Name;
import plumbline.Nearest;
import plumbline.Place;
import plumbline.Severity;
import plumbline.read.sheet.Workbook;

/// A table of figures found on a sheet, in whatever layout: what its title says, what the columns at its side say of
/// each row, and what its header says of each value.
///
/// @param lastOfHeader number of the header's last row
/// @param values columns with values to take in
/// @param totals columns that only sum up values
record FigureTable(
        int sheet,
        Outline outline,
        int lastOfHeader,
        Stub stub,
        Titles titles,
        List<Layout.Column> values,
        List<Layout.Column> totals,
        List<Layout.Column> header) {
    private static final List<Field> NEEDED = List.of(Field.DEPARTMENT, Field.PERIOD, Field.METRIC);

    /// Whether each row is a figure, as in the tidy form.
    boolean isTidy() {
        return values.size() == 1 && values.getFirst().meaning().field().isPresent();
    }

    /// What its rows say somehow.
    Set<Field> fields() {
        Set<Field> fields = EnumSet.of(Field.VALUE);
        fields.addAll(stub.columns().keySet());
        fields.addAll(titles.said().keySet());
        values.forEach(each -> fields.addAll(each.meaning().axes()));
        return fields;
    }

    OptionalInt year() {
        return titles.period().map(each -> each.year()).orElse(OptionalInt.empty());
    }

    /// Finding the table of one sheet.
    static final class Finder {
        private final String file;
        private final Workbook workbook;
        private final int sheet;
        private final Outline outline;
        private final Terms terms;
        private final Consumer<Finding> findings;
        private final List<Question> questions = new ArrayList<>();

        Finder(String file, Workbook workbook, int sheet, Outline outline, Terms terms, Consumer<Finding> findings) {
            this.file = file;
            this.workbook = workbook;
            this.sheet = sheet;
            this.outline = outline;
            this.terms = terms;
            this.findings = findings;
        }

        /// What the header leaves open.
        List<Question> questions() {
            return questions;
        }

        /// The table; empty if the sheet has none. What is wrong with one that is returned stands in the findings.
        Optional<FigureTable> find(Set<Field> given) {
            return Layout.find(outline, terms).map(layout -> table(layout, given));
        }

        private FigureTable table(Layout layout, Set<Field> given) {
            Titles titles =
                    Titles.read(outline.head().subList(0, layout.above()), terms, (row, column) -> place(row, column));
            Stub stub = Stub.of(layout, outline, terms);
            List<Layout.Column> values = new ArrayList<>();
            List<Layout.Column> totals = new ArrayList<>();
            for (Layout.Column each : layout.columns()) {
                if (each.meaning().total() && !isWhole(each, layout)) {
                    totals.add(each);
                } else if (each.meaning().isValue()) {
                    values.add(each);
                }
            }
            FigureTable table = new FigureTable(
                    sheet,
                    outline,
                    outline.head().get(layout.below() - 1).number(),
                    stub,
                    titles,
                    List.copyOf(values),
                    List.copyOf(totals),
                    layout.columns());
            stub.unknown().forEach(each -> unknown(each, layout, titles));
            stub.same().forEach(each -> doubled(Severity.WARNING, each));
            stub.doubled().forEach(each -> doubled(Severity.ERROR, each));
            twice(values);
            missing(table, layout, given);
            return table;
        }

        /// A total of a metric's categories is the metric itself.
        private static boolean isWhole(Layout.Column total, Layout layout) {
            Meaning meaning = total.meaning();
            return meaning.metric().isPresent()
                    && layout.columns().stream()
                            .map(Layout.Column::meaning)
                            .anyMatch(each -> each.category().isPresent()
                                    && each.metric().equals(meaning.metric())
                                    && each.period().equals(meaning.period()));
        }

        private Place place(int row, int column) {
            return workbook.place(sheet, row, column);
        }

        private Place place(Layout.Column column) {
            return place(column.row(), column.at());
        }

        /// A column that nobody knows: asked about where counts stand in it, otherwise only told.
        private void unknown(Layout.Column column, Layout layout, Titles titles) {
            if (Stub.hasCounts(outline, layout, column.at())) {
                ask(column, layout, titles);
            } else {
                add(
                        Severity.WARNING,
                        place(column),
                        "unknown_column",
                        Terms.header(column.parts()),
                        "a known column",
                        "列“%s”不认识，未读入。".formatted(Terms.header(column.parts())),
                        "column “%s” is not known and was not read.".formatted(Terms.header(column.parts())));
            }
        }

        void ask(Layout.Column column, Layout layout, Titles titles) {
            String header = Terms.header(column.parts());
            Set<Nearest.Choice> near =
                    new LinkedHashSet<>(terms.near(column.parts().getLast()));
            column.parts().forEach(each -> near.addAll(terms.near(each)));
            List<Nearest.Choice> candidates = near.stream().limit(4).toList();
            HeaderCell cell = new HeaderCell(
                    place(column),
                    column.at(),
                    header,
                    FormDigest.name(column.parts(), terms),
                    unit(column, titles),
                    FormDigest.of(layout.columns(), terms));
            questions.add(new Question(cell, candidates));
            String codes = String.join(
                    ", ", candidates.stream().map(Nearest.Choice::code).toList());
            String zh = String.join(
                    "、", candidates.stream().map(each -> each.shown().zh()).toList());
            String en = String.join(
                    ", ", candidates.stream().map(each -> each.shown().en()).toList());
            add(
                    Severity.ERROR,
                    place(column),
                    "unmatched_header",
                    header,
                    candidates.isEmpty() ? "the name of a metric, department or period" : codes,
                    candidates.isEmpty()
                            ? "不知道“%s”指什么；表头应是指标、部门或期间的名称。".formatted(header)
                            : "不知道“%s”指什么；是否指%s？".formatted(header, zh),
                    candidates.isEmpty()
                            ? "it is not known what “%s” means; name a metric, a department or a period."
                                    .formatted(header)
                            : "it is not known what “%s” means; did you mean %s?".formatted(header, en));
        }

        private String unit(Layout.Column column, Titles titles) {
            return terms.measure(column.parts())
                    .map(each -> each.scale() + each.unit())
                    .orElseGet(() -> titles.scale()
                            + titles.said(Field.UNIT).map(Titles.Said::text).orElse(""));
        }

        private void doubled(Severity severity, Layout.Column column) {
            String header = Terms.header(column.parts());
            add(
                    severity,
                    place(column),
                    "doubled_column",
                    header,
                    "one such column",
                    "列“%s”与前面的列同义，未读入。".formatted(header),
                    "column “%s” means the same as an earlier one and was not read.".formatted(header));
        }

        /// Two columns that say the same would be two values of one figure.
        private void twice(List<Layout.Column> values) {
            Set<Object> seen = new LinkedHashSet<>();
            for (Layout.Column each : values) {
                Meaning m = each.meaning();
                Object key = List.of(m.metric(), m.category(), m.period(), m.department(), m.basis());
                if (!seen.add(key)) {
                    String header = Terms.header(each.parts());
                    add(
                            Severity.ERROR,
                            place(each),
                            "doubled_header",
                            header,
                            "one column for it",
                            "“%s”与前面的一列同义；同一数只能报一次。".formatted(header),
                            "“%s” says the same as an earlier column; a figure is reported once.".formatted(header));
                }
            }
        }

        private void missing(FigureTable table, Layout layout, Set<Field> given) {
            Set<Field> there = table.fields();
            there.addAll(given);
            Layout.Column first = layout.columns().getFirst();
            for (Field field : NEEDED) {
                if (!there.contains(field)) {
                    add(
                            Severity.ERROR,
                            place(first),
                            "missing_column",
                            String.join(
                                    ",",
                                    layout.columns().stream()
                                            .map(each -> Terms.header(each.parts()))
                                            .toList()),
                            field.word(),
                            "表中没有说明%s；请加一列，或在标题行写明。".formatted(Terms.zh(field)),
                            "the table does not say the %s; add a column or name it in the title."
                                    .formatted(field.word()));
                }
            }
            table.values().stream()
                    .filter(each -> each.meaning()
                            .period()
                            .filter(period -> period.in(table.year()).isEmpty())
                            .isPresent())
                    .filter(_ -> !table.stub().columns().containsKey(Field.PERIOD))
                    .findFirst()
                    .ifPresent(this::withoutYear);
        }

        private void withoutYear(Layout.Column column) {
            String header = Terms.header(column.parts());
            add(
                    Severity.ERROR,
                    place(column),
                    "period_without_year",
                    header,
                    "2022年" + header.replaceAll(".*\\|", ""),
                    "“%s”没有年份；请在表头或标题行写明是哪一年。".formatted(header),
                    "“%s” has no year; say which in the header or the title.".formatted(header));
        }

        private void add(
                Severity severity, Place at, String rule, String found, String accepted, String zh, String en) {
            findings.accept(Finding.at(severity, rule, file, at, found, accepted, new Name(zh, en)));
        }
    }
}
