package plumbline.read.form;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import plumbline.Basis;
import plumbline.Field;
import plumbline.Finding;
import plumbline.Interval;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Place;
import plumbline.Row;
import plumbline.Wording;
import plumbline.read.Numeral;
import plumbline.read.SpokenPeriod;
import plumbline.read.sheet.SheetCell;
import plumbline.read.sheet.SheetRow;
import plumbline.read.sheet.SheetVisitor;
import plumbline.read.sheet.SheetVisitor.Range;
import plumbline.read.sheet.Workbook;

/// One pass over the rows of a table of figures: each value becomes a row of its own, with everything that is said of
/// it and where. Totals are checked and left out. Not thread-safe.
final class TableReader implements SheetVisitor {
    private static final Pattern NUMBERED = Pattern.compile("^(?:其中[:：、]?\\s*)?"
            + "(?:[0-9]{1,2}[.、．]\\s*|[（(][一二三四五六七八九十0-9]{1,3}[)）]\\s*|[一二三四五六七八九十]{1,3}、\\s*|[①-⑳]\\s*)?");
    private static final Pattern BARE_NUMBER = Pattern.compile("[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?");
    private static final Field[] ORDER = {
        Field.DEPARTMENT, Field.PERIOD, Field.METRIC, Field.CATEGORY, Field.VALUE, Field.UNIT, Field.BASIS, Field.SCOPE,
        Field.NOTE, Field.REVIEW, Field.FROM, Field.TO, Field.DOCUMENT, Field.START, Field.END, Field.QUOTE
    };

    private final FigureTable table;
    private final Workbook workbook;
    private final Terms terms;
    private final Sink sink;
    private final RowSorts sorts;
    private final BitSet empty;
    private final Sums sums;
    private final Remembered<Meaning> metrics = new Remembered<>();
    private final Remembered<String> departments = new Remembered<>();
    private final Remembered<Optional<SpokenPeriod>> periods = new Remembered<>();
    private final Map<Field, Said> carried = new EnumMap<>(Field.class);
    private Meaning lastMetric = Meaning.NONE;
    private OptionalInt yearOfRow = OptionalInt.empty();
    private int values;

    /// What is said of a value, and where.
    private record Said(String text, Place place) {}

    /// Takes a value: its row and its wording.
    interface Sink {
        void accept(Row row, Wording wording);
    }

    TableReader(String file, FigureTable table, Workbook workbook, Terms terms, Sink sink, Consumer<Finding> findings) {
        this.table = table;
        this.workbook = workbook;
        this.terms = terms;
        this.sink = sink;
        this.sorts = new RowSorts(table, terms);
        this.empty = sorts.emptyColumns(workbook);
        this.sums = new Sums(file, table, workbook, findings);
    }

    /// How many values were handed over.
    int values() {
        return values;
    }

    /// Behind the last row.
    void finish() {
        sums.finish();
    }

    @Override
    public void row(SheetRow row) {
        switch (sorts.of(row)) {
            case OTHER -> {}
            case TOTAL -> total(row);
            case FIGURES -> figures(row);
        }
    }

    private void total(SheetRow row) {
        Map<Integer, Interval> stated = new HashMap<>();
        for (Layout.Column column : table.values()) {
            row.cell(column.at())
                    .ifPresent(cell -> stated.put(
                            column.at(),
                            Sums.interval(
                                    Numeral.read(scaled(cell, column.meaning().scale()))
                                            .value())));
        }
        sums.check(row, stated);
    }

    private void figures(SheetRow row) {
        Map<Field, Said> stub = stub(row);
        yearOfRow = SpokenPeriod.read(row.text(table.stub().year()))
                .map(SpokenPeriod::year)
                .orElse(table.stub().year() > 0 ? yearOfRow : OptionalInt.empty());
        Map<Integer, Interval> amounts = new HashMap<>();
        Map<Integer, Metric> counted = new HashMap<>();
        for (Layout.Column column : table.values()) {
            if (!empty.get(column.at())) {
                value(row, column, stub, amounts, counted);
            }
        }
        for (Layout.Column total : table.totals()) {
            row.cell(total.at())
                    .ifPresent(cell -> sums.check(
                            row,
                            total,
                            Sums.interval(
                                    Numeral.read(scaled(cell, total.meaning().scale()))
                                            .value()),
                            amounts,
                            counted));
        }
    }

    /// What the columns at the side say of the row; merged cells say it of all their rows.
    private Map<Field, Said> stub(SheetRow row) {
        Map<Field, Said> stub = new EnumMap<>(Field.class);
        table.stub().columns().forEach((field, column) -> {
            Optional<SheetCell> cell = row.cell(column);
            if (cell.isPresent()) {
                stub.put(field, new Said(cell.get().text().strip(), place(row.number(), column)));
            } else {
                Optional<Range> merged = table.outline().mergedAt(row.number(), column);
                Said above = carried.get(field);
                if (above != null
                        && merged.isPresent()
                        && above.place()
                                .equals(place(merged.get().top(), merged.get().left()))) {
                    stub.put(field, above);
                }
            }
        });
        carried.putAll(stub);
        return stub;
    }

    private Place place(int row, int column) {
        return workbook.place(table.sheet(), row, column);
    }

    private void value(
            SheetRow row,
            Layout.Column column,
            Map<Field, Said> stub,
            Map<Integer, Interval> amounts,
            Map<Integer, Metric> counted) {
        Map<Field, Said> said = new EnumMap<>(stub);
        table.titles().said().forEach((field, title) -> {
            if (field != Field.PERIOD) {
                said.putIfAbsent(field, new Said(title.text(), title.place()));
            }
        });
        Place header = place(column.row(), column.at());
        Meaning meaning = metric(column, stub, said, header);
        String scale = units(meaning, stub, said, header);
        period(column.meaning(), stub, said, header, meaning);
        column.meaning().department().ifPresent(each -> said.put(Field.DEPARTMENT, new Said(each, header)));
        if (stub.containsKey(Field.DEPARTMENT)) {
            Said department = stub.get(Field.DEPARTMENT);
            said.put(
                    Field.DEPARTMENT,
                    new Said(departments.get(department.text(), terms::department), department.place()));
        }
        Optional<SheetCell> cell = row.cell(column.at());
        Wording wording = cell.map(each -> wording(each, meaning, scale)).orElseGet(() -> Numeral.read(""));
        said.put(Field.VALUE, new Said(wording.text(), place(row.number(), column.at())));
        values++;
        meaning.metric().ifPresent(each -> counted.put(column.at(), each));
        Interval amount = Sums.interval(wording.value());
        amounts.put(column.at(), amount);
        sums.add(column.at(), amount, meaning.metric());
        sink.accept(asRow(row, said), wording);
    }

    /// Says metric and category; what is known of the metric is returned.
    private Meaning metric(Layout.Column column, Map<Field, Said> stub, Map<Field, Said> said, Place header) {
        Meaning meaning = column.meaning();
        Said named = stub.getOrDefault(Field.METRIC, said.get(Field.METRIC));
        if (meaning.metric().isEmpty() && named != null) {
            Meaning ofRow = named(named.text());
            ofRow.metric().ifPresent(each -> said.put(Field.METRIC, new Said(each.code(), named.place())));
            ofRow.category().ifPresent(each -> said.put(Field.CATEGORY, new Said(each.code(), named.place())));
            if (ofRow.metric().isPresent() && ofRow.category().isEmpty()) {
                lastMetric = ofRow;
            }
            Meaning known = ofRow.with(meaning);
            meaning.category().ifPresent(each -> said.put(Field.CATEGORY, new Said(each.code(), header)));
            return known;
        }
        meaning.metric().ifPresent(each -> said.put(Field.METRIC, new Said(each.code(), header)));
        meaning.category().ifPresent(each -> said.put(Field.CATEGORY, new Said(each.code(), header)));
        return meaning;
    }

    /// What a row's name of a metric says; a category of the metric above it where it is one (其中：警告).
    private Meaning named(String text) {
        String bare = NUMBERED.matcher(text).replaceFirst("");
        Meaning below =
                lastMetric.metric().isPresent() && text.startsWith("其中") ? terms.below(lastMetric, bare) : Meaning.NONE;
        if (below.category().isPresent()) {
            return below;
        }
        Meaning alone = metrics.get(text, each -> {
            Meaning asIs = terms.of(List.of(each));
            return asIs.metric().isPresent() ? asIs : terms.of(List.of(bare));
        });
        return alone.metric().isPresent() || lastMetric.metric().isEmpty() ? alone : terms.below(lastMetric, bare);
    }

    /// Says the unit, and returns what multiplies the number: 万 of 万件.
    private String units(Meaning meaning, Map<Field, Said> stub, Map<Field, Said> said, Place header) {
        Said ofRow = stub.get(Field.UNIT);
        if (ofRow != null) {
            Optional<Meaning.Measure> measure = terms.measure(ofRow.text());
            measure.ifPresent(each -> said.put(Field.UNIT, new Said(each.unit(), ofRow.place())));
            return measure.map(Meaning.Measure::scale).orElse("");
        }
        if (!meaning.unit().isEmpty() || !meaning.scale().isEmpty()) {
            said.put(Field.UNIT, new Said(meaning.unit(), header));
            return meaning.scale();
        }
        boolean share = meaning.metric().map(each -> each.kind() == Kind.RATIO).orElse(false);
        if (share) {
            said.remove(Field.UNIT);
        }
        return share ? "" : table.titles().scale();
    }

    /// Says period and basis. The year of a quarter may stand in the row or in the title.
    private void period(Meaning column, Map<Field, Said> stub, Map<Field, Said> said, Place header, Meaning meaning) {
        Said ofRow = stub.get(Field.PERIOD);
        Optional<SpokenPeriod> rowPeriod = ofRow == null ? Optional.empty() : spokenPeriod(ofRow.text());
        OptionalInt ownYear = rowPeriod.map(SpokenPeriod::year).orElse(OptionalInt.empty());
        OptionalInt rowYear = ownYear.isPresent() ? ownYear : yearOfRow;
        OptionalInt year = rowYear.isPresent() ? rowYear : table.year();
        Optional<SpokenPeriod> spoken = column.period().or(() -> rowPeriod);
        Titles.Said title = table.titles().said().get(Field.PERIOD);
        if (spoken.isPresent()) {
            String text =
                    spoken.get().in(year).map(Period::toString).orElseGet(() -> ofRow == null ? "" : ofRow.text());
            said.put(
                    Field.PERIOD,
                    new Said(text, column.period().isPresent() || ofRow == null ? header : ofRow.place()));
        } else if (ofRow == null && title != null) {
            spoken = table.titles().period();
            String text =
                    spoken.flatMap(each -> each.in(year)).map(Period::toString).orElse(title.text());
            said.put(Field.PERIOD, new Said(text, title.place()));
        }
        basis(column, said, header, meaning, spoken.map(SpokenPeriod::toDate).orElse(false));
    }

    /// 3 in a column 月份 is 3月.
    private Optional<SpokenPeriod> spokenPeriod(String text) {
        return periods.get(
                text,
                each -> SpokenPeriod.read(each)
                        .or(() -> table.stub().periodWord().isEmpty()
                                ? Optional.empty()
                                : SpokenPeriod.read(each + table.stub().periodWord())));
    }

    private void basis(Meaning column, Map<Field, Said> said, Place header, Meaning meaning, boolean toDate) {
        Said ofRow = said.get(Field.BASIS);
        if (ofRow != null) {
            terms.basis(ofRow.text()).ifPresent(each -> said.put(Field.BASIS, new Said(each.word(), ofRow.place())));
            return;
        }
        boolean stock = meaning.metric().map(each -> each.kind() == Kind.STOCK).orElse(false);
        boolean untilNow = toDate || table.titles().toDate();
        column.basis()
                .or(() -> untilNow && !stock ? Optional.of(Basis.TO_DATE) : Optional.empty())
                .ifPresent(each -> said.put(Field.BASIS, new Said(each.word(), header)));
    }

    private static Wording wording(SheetCell cell, Meaning meaning, String scale) {
        String text = cell.text();
        return switch (cell.kind()) {
            case DATE -> new Wording(text, Optional.empty(), "", "date");
            case ERROR -> new Wording(text, Optional.empty(), "", "spreadsheet_error");
            case UNCALCULATED -> new Wording(text, Optional.empty(), "", "not_calculated");
            case TEXT, NUMBER, PERCENT, BOOLEAN ->
                Numeral.read(
                        meaning.metric().map(each -> each.kind() == Kind.RATIO).orElse(false)
                                ? text
                                : scaled(cell, scale));
        };
    }

    /// The number with the 万 that stands in its header.
    private static String scaled(SheetCell cell, String scale) {
        String text = cell.text().strip();
        return scale.isEmpty() || !BARE_NUMBER.matcher(text).matches() ? text : text + scale;
    }

    private static Row asRow(SheetRow row, Map<Field, Said> said) {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        List<String> cells = new ArrayList<>(said.size());
        List<Place> places = new ArrayList<>(said.size());
        for (Field field : ORDER) {
            Said what = said.get(field);
            if (what != null) {
                columns.put(field, cells.size());
                cells.add(what.text());
                places.add(what.place());
            }
        }
        return new Row(row.number(), columns, cells, places::get);
    }
}
