package plumbline.read.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.Field;
import plumbline.read.Numeral;
import plumbline.read.SpokenPeriod;
import plumbline.read.sheet.SheetCell;
import plumbline.read.sheet.SheetRow;

/// The columns of a table that say what each row is about, told by their names or else by what stands in them.
///
/// @param columns 1-based column of each field
/// @param year column of the year where the period's column names only a month or quarter; 0 without one
/// @param periodWord 月 or 季度 where the name of the period's column says that bare numbers are such; else empty
/// @param unknown columns that say nothing anybody knows
/// @param same further columns of a field that say the same as the first
/// @param doubled further columns of a field that say something else
record Stub(
        Map<Field, Integer> columns,
        int year,
        String periodWord,
        List<Layout.Column> unknown,
        List<Layout.Column> same,
        List<Layout.Column> doubled) {
    private static final List<Field> TOLD_BY_CONTENT =
            List.of(Field.DEPARTMENT, Field.PERIOD, Field.METRIC, Field.UNIT);

    static Stub of(Layout layout, Outline outline, Terms terms) {
        Reader reader = new Reader(layout, outline, terms);
        List<Layout.Column> rest = layout.columns().stream()
                .filter(each -> !each.meaning().isValue()
                        && !each.meaning().ignored()
                        && !each.meaning().total())
                .toList();
        rest.stream().filter(reader::isNamed).forEach(reader::named);
        rest.stream().filter(each -> !reader.isNamed(each)).forEach(reader::byContent);
        return new Stub(
                Map.copyOf(reader.columns),
                reader.year,
                reader.periodWord,
                List.copyOf(reader.unknown),
                List.copyOf(reader.same),
                List.copyOf(reader.doubled));
    }

    private static final class Reader {
        private final Map<Field, Integer> columns = new EnumMap<>(Field.class);
        private final List<Layout.Column> unknown = new ArrayList<>();
        private final List<Layout.Column> same = new ArrayList<>();
        private final List<Layout.Column> doubled = new ArrayList<>();
        private int year;
        private String periodWord = "";
        private final Layout layout;
        private final Outline outline;
        private final Terms terms;

        Reader(Layout layout, Outline outline, Terms terms) {
            this.layout = layout;
            this.outline = outline;
            this.terms = terms;
        }

        boolean isNamed(Layout.Column column) {
            return column.meaning()
                    .field()
                    .filter(Shape.FIGURES.known::contains)
                    .isPresent();
        }

        /// 单位 is the department, unless measure words stand below it.
        void named(Layout.Column column) {
            Field named = column.meaning().field().orElseThrow();
            boolean units = named == Field.DEPARTMENT
                    && byContent(column.at(), Set.of()).equals(Optional.of(Field.UNIT));
            Field field = units ? Field.UNIT : named;
            Integer first = columns.putIfAbsent(field, column.at());
            if (field == Field.PERIOD) {
                periodWord = first == null || periodWord.isEmpty() ? periodWord(column) : periodWord;
            }
            if (first == null) {
                return;
            }
            if (field == Field.PERIOD && year == 0 && (isYears(first) || isYears(column.at()))) {
                year = isYears(first) ? first : column.at();
                columns.put(field, isYears(first) ? column.at() : first);
            } else {
                (agree(field, first, column.at()) ? same : doubled).add(column);
            }
        }

        private static String periodWord(Layout.Column column) {
            return switch (column.parts().getLast()) {
                case "月份", "月度" -> "月";
                case "季度" -> "季度";
                default -> "";
            };
        }

        private List<String> sample(int column) {
            return outline.head().stream()
                    .skip(layout.below())
                    .map(row -> row.text(column))
                    .filter(text -> !text.isEmpty() && !Terms.isTotal(text))
                    .toList();
        }

        private boolean isYears(int column) {
            List<String> sample = sample(column);
            return !sample.isEmpty()
                    && sample.stream()
                            .allMatch(text -> SpokenPeriod.read(text)
                                    .filter(SpokenPeriod::isYear)
                                    .isPresent());
        }

        /// Whether two columns name the same departments, as a code and a name do.
        private boolean agree(Field field, int one, int other) {
            return field == Field.DEPARTMENT
                    && outline.head().stream()
                            .skip(layout.below())
                            .filter(row ->
                                    !row.text(one).isEmpty() && !row.text(other).isEmpty())
                            .allMatch(row -> terms.code(row.text(one)).equals(terms.code(row.text(other))));
        }

        void byContent(Layout.Column column) {
            byContent(column.at(), columns.keySet())
                    .ifPresentOrElse(field -> columns.put(field, column.at()), () -> unknown.add(column));
        }

        /// What more than half of the cells below are.
        private Optional<Field> byContent(int column, Set<Field> taken) {
            List<String> sample = sample(column);
            return TOLD_BY_CONTENT.stream()
                    .filter(field -> !taken.contains(field))
                    .filter(field ->
                            sample.stream().filter(text -> is(field, text)).count() * 2 > sample.size())
                    .findFirst();
        }

        private boolean is(Field field, String text) {
            return switch (field) {
                case DEPARTMENT -> terms.of(List.of(text)).department().isPresent();
                case METRIC -> terms.of(List.of(text)).metric().isPresent();
                case UNIT -> terms.measure(text).isPresent();
                default -> SpokenPeriod.read(text).isPresent();
            };
        }
    }

    /// Whether counts stand in the column, so that leaving it out would lose figures.
    static boolean hasCounts(Outline outline, Layout layout, int column) {
        for (SheetRow row :
                outline.head().subList(layout.below(), outline.head().size())) {
            Optional<SheetCell> cell = row.cell(column);
            if (cell.isPresent() && isCount(cell.get())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCount(SheetCell cell) {
        return switch (cell.kind()) {
            case NUMBER, PERCENT, ERROR, UNCALCULATED -> true;
            case DATE, BOOLEAN -> false;
            case TEXT ->
                Numeral.read(cell.text()).value().isPresent()
                        || Numeral.readShare(cell.text()).value().isPresent();
        };
    }
}
