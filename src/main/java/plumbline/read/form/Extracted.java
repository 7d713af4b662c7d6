package plumbline.read.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import plumbline.Field;
import plumbline.Finding;
import plumbline.FormKind;
import plumbline.Formula;
import plumbline.Name;
import plumbline.Place;
import plumbline.Row;
import plumbline.Severity;
import plumbline.Value;
import plumbline.read.Numeral;

/// An extract of figures that comes back as a form, whichever language its header has and whatever a spreadsheet did to
/// separators and days. Knows its columns by their names, in any order.
///
/// `value_text` is what counts; `value` is only held against it, because nobody could tell which of two different
/// numbers is meant. Rows without a statement (nothing was reported, or a text is merely believed to say it) are left
/// out.
final class Extracted {
    /// What a form calls it → what an extract calls it, in English and in Chinese.
    private static final Map<Field, List<String>> NAMES = new EnumMap<>(Map.ofEntries(
            Map.entry(Field.DEPARTMENT, List.of("org_code", "部门代码")),
            Map.entry(Field.METRIC, List.of("metric_code", "指标代码")),
            Map.entry(Field.CATEGORY, List.of("category_code", "分类代码")),
            Map.entry(Field.PERIOD, List.of("period", "期间")),
            Map.entry(Field.FROM, List.of("period_start", "起始日")),
            Map.entry(Field.TO, List.of("period_end", "截止日")),
            Map.entry(Field.BASIS, List.of("basis", "口径")),
            Map.entry(Field.SCOPE, List.of("scope", "范围")),
            Map.entry(Field.UNIT, List.of("unit", "计量单位")),
            Map.entry(Field.VALUE, List.of("value_text", "原文数")),
            Map.entry(Field.REVIEW, List.of("review_state", "核对状态")),
            Map.entry(Field.NOTE, List.of("note", "附注"))));
    private static final List<String> NUMBER = List.of("value", "数值");
    private static final List<String> FIGURE = List.of("figure_id", "数字编号");
    private static final Map<String, String> BASES = Map.of("disc", "in_period", "ytd", "to_date", "stock", "at_end");
    private static final String ESCAPED = "escaped";

    private final Map<Field, Integer> columns;
    private final int number;
    private final int figure;
    private final int width;

    private Extracted(Map<Field, Integer> columns, int number, int figure, int width) {
        this.columns = columns;
        this.number = number;
        this.figure = figure;
        this.width = width;
    }

    /// Whether the cells are the header of an extract of figures.
    static Optional<Extracted> of(List<String> cells) {
        List<String> header =
                cells.stream().map(each -> Formula.unguard(each.strip())).toList();
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        NAMES.forEach((field, names) -> position(header, names).ifPresent(at -> columns.put(field, at)));
        OptionalInt number = position(header, NUMBER);
        OptionalInt figure = position(header, FIGURE);
        return columns.size() == NAMES.size() && number.isPresent() && figure.isPresent()
                ? Optional.of(new Extracted(columns, number.getAsInt(), figure.getAsInt(), header.size()))
                : Optional.empty();
    }

    private static OptionalInt position(List<String> header, List<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    Header header(int line) {
        return new Header(FormKind.FIGURES, line, columns, width, 1);
    }

    /// The row as a form has it; empty where it states nothing.
    ///
    /// @param guarded whether text that begins like a formula bears an apostrophe
    Optional<Row> row(String file, Row row, boolean guarded, Consumer<Finding> findings) {
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() < width) {
            cells.add("");
        }
        String id = cells.get(figure).strip();
        String count = cells.get(number).strip();
        String worded = plain(cells, Field.VALUE, guarded);
        boolean isProposal = id.startsWith("P");
        boolean isGap = id.isEmpty() && worded.isEmpty() && count.isEmpty();
        if (isProposal || isGap) {
            return Optional.empty();
        }
        if (differ(worded, count)) {
            findings.accept(differing(file, row.places().apply(number), worded, count));
            return Optional.empty();
        }
        set(cells, Field.VALUE, worded.isEmpty() ? count : worded);
        set(cells, Field.BASIS, BASES.getOrDefault(cell(cells, Field.BASIS), cell(cells, Field.BASIS)));
        String review = cell(cells, Field.REVIEW);
        set(cells, Field.REVIEW, review.equals("revised") ? "confirmed" : review);
        set(cells, Field.NOTE, withoutRemark(plain(cells, Field.NOTE, guarded)));
        return Optional.of(new Row(row.line(), columns, cells, row.places()));
    }

    private String cell(List<String> cells, Field field) {
        return cells.get(columns.getOrDefault(field, 0)).strip();
    }

    private String plain(List<String> cells, Field field, boolean guarded) {
        String text = cell(cells, field);
        return guarded ? Formula.unguard(text) : text;
    }

    private void set(List<String> cells, Field field, String text) {
        cells.set(columns.getOrDefault(field, 0), text);
    }

    /// The note without what the extract itself added.
    private static String withoutRemark(String note) {
        return note.equals(ESCAPED)
                ? ""
                : note.endsWith("; " + ESCAPED) ? note.substring(0, note.length() - ESCAPED.length() - 2) : note;
    }

    /// Whether the wording says one number and the column of numbers another.
    private static boolean differ(String worded, String count) {
        Optional<BigDecimal> number = number(count);
        if (worded.isEmpty() || number.isEmpty()) {
            return false;
        }
        Optional<BigDecimal> said = number(worded)
                .or(() -> Numeral.read(worded)
                        .value()
                        .filter(each -> each instanceof Value.Amount amount
                                && amount.interval().isPoint())
                        .map(each -> BigDecimal.valueOf(
                                ((Value.Amount) each).interval().lower())));
        return said.isPresent() && said.get().compareTo(number.get()) != 0;
    }

    private static Optional<BigDecimal> number(String text) {
        String digits = text.replaceAll("[,，%％\\s]", "");
        return digits.matches("[0-9]{1,18}(\\.[0-9]{1,9})?") ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }

    private static Finding differing(String file, Place at, String worded, String count) {
        return Finding.at(
                Severity.ERROR,
                "value_differs",
                file,
                at,
                count,
                worded,
                new Name(
                        "value写%s，value_text写%s；请把新的数写进value_text（或把它清空）。".formatted(count, worded),
                        "value says %s, value_text says %s; write the new number in value_text, or empty that."
                                .formatted(count, worded)));
    }
}
