package plumbline.serve;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Classification;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Interval;
import plumbline.Metric;
import plumbline.Name;
import plumbline.Period;
import plumbline.Place;
import plumbline.RecordedFigure;
import plumbline.Report;
import plumbline.Review;
import plumbline.Scope;
import plumbline.Span;
import plumbline.State;
import plumbline.Value;
import plumbline.extract.Rows;

/// A figure, or a gap where one should be, as a row of [plumbline.extract.Tables#FIGURES].
///
/// @param chinese whether names are the Chinese ones
record FigureRow(Catalog catalog, DepartmentTree tree, Provenance provenance, Optional<Instant> asOf, boolean chinese) {
    void write(RecordedFigure recorded, Rows rows) {
        Figure figure = recorded.figure();
        FigureKey key = figure.key();
        Report form = provenance.form(recorded);
        writeKey(key, rows);
        writeValue(figure, decimals(key.metric()), rows);
        rows.code(PointJson.review(figure.review(), recorded.revision()));
        rows.number(figure.value().state().hasNumber() ? 1 : 0).number(1).none(); // coverage; no denominator
        rows.text(figure.wording());
        writePlace(recorded, figure.place(), form, rows);
        rows.code(Ids.figure(recorded.id())).number(recorded.revision());
        rows.instant(form.receivedAt());
        rows.instant(figure.review() == Review.CONFIRMED ? Optional.of(form.receivedAt()) : Optional.empty());
        rows.code("0").note(figure.note()).instant(asOf);
        writeCategory(key, rows);
        rows.endRow();
    }

    /// A figure that should be there and is not.
    void write(Missing.Gap gap, Rows rows) {
        Metric metric = gap.metric();
        FigureKey key = new FigureKey(
                gap.department(),
                metric.code(),
                Optional.empty(),
                gap.period(),
                metric.usualBasis(),
                Scope.OWN,
                Optional.empty());
        writeKey(key, rows);
        rows.none().none().none().code("").code(gap.state().word()).code(observation(gap.state(), Review.CONFIRMED));
        rows.code("").number(0).number(gap.state() == State.NOT_DUE ? 0 : 1).none();
        rows.text("").text("").code("").text("").text("").code("").none().none().none();
        rows.code("0").note("").instant(asOf);
        writeCategory(key, rows);
        rows.endRow();
    }

    private void writeKey(FigureKey key, Rows rows) {
        Optional<Metric> metric = catalog.metric(key.metric());
        Span span = key.period().span(key.basis());
        rows.code(key.department())
                .text(departmentName(key.department()))
                .code(key.metric())
                .text(metric.map(each -> name(each.name())).orElse(""))
                .code(compact(key.period()))
                .day(key.range().map(FigureKey.Range::from).orElse(span.start()))
                .day(key.range().map(FigureKey.Range::to).orElse(span.end()))
                .code(key.basis() == Basis.TO_DATE ? "YTD" : letter(key.period()))
                .code(basis(key.basis()))
                .text(metric.map(Metric::unit).orElse(""));
    }

    private void writeCategory(FigureKey key, Rows rows) {
        Optional<Classification.Category> category = key.category().flatMap(catalog::category);
        rows.code(key.category().orElse(""))
                .text(category.map(each -> name(each.name())).orElse(""))
                .code(key.scope().word());
    }

    private int decimals(String metric) {
        return catalog.metric(metric).map(Metric::decimals).orElse(0);
    }

    private static void writeValue(Figure figure, int decimals, Rows rows) {
        State state = figure.value().state();
        Optional<Interval> interval =
                figure.value() instanceof Value.Amount amount ? Optional.of(amount.interval()) : Optional.empty();
        rows.amount(exact(figure.value()), decimals)
                .amount(interval.map(each -> OptionalLong.of(each.lower())).orElse(OptionalLong.empty()), decimals)
                .amount(interval.map(Interval::upper).orElse(OptionalLong.empty()), decimals)
                .code(qualifier(state))
                .code(state.word())
                .code(observation(state, figure.review()));
    }

    /// The number where it is exact.
    static OptionalLong exact(Value value) {
        boolean exact = value.state() == State.EXACT || value.state() == State.ZERO;
        return exact && value instanceof Value.Amount amount
                ? OptionalLong.of(amount.interval().lower())
                : OptionalLong.empty();
    }

    private void writePlace(RecordedFigure recorded, Place place, Report form, Rows rows) {
        Report report = form;
        String quote = "";
        if (place instanceof Place.Passage passage) {
            report = provenance.text(recorded).orElse(form);
            quote = passage.quote();
        }
        rows.text(quote).code(Ids.report(report.id())).text(report.name()).text(location(place));
    }

    /// A spreadsheet takes 4:4 for a time and 3-5 for a day, so a word goes before them.
    private static String location(Place place) {
        return switch (place) {
            case Place.Line line -> "form:" + line;
            case Place.Passage passage -> "text:" + passage;
            case Place.Cell cell -> cell.toString();
        };
    }

    String departmentName(String code) {
        return tree.withCode(code).map(Department::name).map(this::name).orElse("");
    }

    String name(Name name) {
        return chinese ? name.zh() : name.en();
    }

    /// `2022Q1`, `2022H1`, `2022M03`, `2022`: spreadsheets take 2022-03 for a day.
    static String compact(Period period) {
        return switch (period) {
            case Period.Month month -> written(month.year()) + "M" + (month.month() < 10 ? "0" : "") + month.month();
            case Period.Quarter quarter -> written(quarter.year()) + "Q" + quarter.quarter();
            case Period.HalfYear half -> written(half.year()) + "H" + half.half();
            case Period.Year year -> written(year.year());
        };
    }

    private static String written(int year) {
        return year < 1000 ? "%04d".formatted(year) : Integer.toString(year);
    }

    static String letter(Period period) {
        return switch (period) {
            case Period.Month _ -> "M";
            case Period.Quarter _ -> "Q";
            case Period.HalfYear _ -> "H";
            case Period.Year _ -> "A";
        };
    }

    static String basis(Basis basis) {
        return switch (basis) {
            case IN_PERIOD -> "disc";
            case TO_DATE -> "ytd";
            case AT_END -> "stock";
        };
    }

    private static String qualifier(State state) {
        return switch (state) {
            case EXACT, ZERO -> "eq";
            case AT_LEAST -> "ge";
            case AT_MOST -> "le";
            case ABOUT -> "ap";
            case RANGE -> "rg";
            case WITHHELD, SUPPRESSED, NOT_MENTIONED, NOT_REPORTED, NOT_APPLICABLE, NOT_DUE, WITHDRAWN, UNCONFIRMED ->
                "";
        };
    }

    /// The one SDMX code, by its precedence: O before M, L, Q, V and A.
    private static String observation(State state, Review review) {
        return switch (state) {
            case EXACT, ZERO, AT_LEAST, AT_MOST, ABOUT, RANGE -> review == Review.UNCONFIRMED ? "V" : "A";
            case WITHHELD, SUPPRESSED -> "Q";
            case NOT_REPORTED -> "L";
            case NOT_APPLICABLE -> "M";
            case UNCONFIRMED -> "V";
            case NOT_MENTIONED, NOT_DUE, WITHDRAWN -> "O";
        };
    }
}
