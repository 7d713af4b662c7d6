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
import plumbline.Span;
import plumbline.State;
import plumbline.Value;

/// A figure as a row of the extract (UI §5). The columns never change their order; new ones are appended.
///
/// @param chinese whether names are the Chinese ones
record FigureCsv(Catalog catalog, DepartmentTree tree, Provenance provenance, Optional<Instant> asOf, boolean chinese) {
    static final String HEADER =
            "org_code,org_name,metric_code,metric_name,period,period_start,period_end,period_type,basis,unit,"
                    + "value,value_low,value_high,qualifier,state,obs_status,review_state,coverage_n,coverage_of,"
                    + "denominator,value_text,sentence,report_id,report_title,location,figure_id,revision,revised_at,"
                    + "confirmed_at,derived,note,as_of,category_code,category_name,scope\r\n";

    void write(RecordedFigure recorded, CsvWriter csv) {
        Figure figure = recorded.figure();
        FigureKey key = figure.key();
        Report form = provenance.form(recorded);
        writeKey(key, csv);
        writeValue(figure, csv);
        csv.field(PointJson.review(figure.review(), recorded.revision()));
        boolean number = figure.value().state().hasNumber();
        csv.number(number ? 1 : 0).number(1).field(""); // coverage; no denominator
        csv.text(figure.wording());
        writePlace(recorded, figure.place(), form, csv);
        csv.field(Ids.figure(recorded.id())).number(recorded.revision());
        csv.field(form.receivedAt().toString());
        csv.field(figure.review() == Review.CONFIRMED ? form.receivedAt().toString() : "");
        csv.field("0");
        writeNote(figure.note(), csv);
        csv.field(asOf.map(Instant::toString).orElse(""));
        Optional<Classification.Category> category = key.category().flatMap(catalog::category);
        csv.field(key.category().orElse(""))
                .text(category.map(each -> name(each.name())).orElse(""))
                .field(key.scope().word());
        csv.endRow();
    }

    private void writeKey(FigureKey key, CsvWriter csv) {
        Optional<Metric> metric = catalog.metric(key.metric());
        Span span = key.period().span(key.basis());
        csv.text(key.department())
                .text(tree.withCode(key.department())
                        .map(Department::name)
                        .map(this::name)
                        .orElse(""))
                .field(key.metric())
                .text(metric.map(each -> name(each.name())).orElse(""))
                .field(compact(key.period()))
                .field(key.range()
                        .map(FigureKey.Range::from)
                        .orElse(span.start())
                        .toString())
                .field(key.range().map(FigureKey.Range::to).orElse(span.end()).toString())
                .field(key.basis() == Basis.TO_DATE ? "YTD" : letter(key.period()))
                .field(basis(key.basis()))
                .text(metric.map(Metric::unit).orElse(""));
    }

    private static void writeValue(Figure figure, CsvWriter csv) {
        State state = figure.value().state();
        Optional<Interval> interval =
                figure.value() instanceof Value.Amount amount ? Optional.of(amount.interval()) : Optional.empty();
        boolean exact = state == State.EXACT || state == State.ZERO;
        csv.number(exact ? OptionalLong.of(interval.orElseThrow().lower()) : OptionalLong.empty())
                .number(interval.map(each -> OptionalLong.of(each.lower())).orElse(OptionalLong.empty()))
                .number(interval.map(Interval::upper).orElse(OptionalLong.empty()))
                .field(qualifier(state))
                .field(state.word())
                .field(observation(state, figure.review()));
    }

    private void writePlace(RecordedFigure recorded, Place place, Report form, CsvWriter csv) {
        Report report = form;
        String quote = "";
        String location = place.toString();
        if (place instanceof Place.Passage passage) {
            report = provenance.text(recorded).orElse(form);
            quote = passage.quote();
            location = "text:" + passage;
        }
        csv.text(quote).field(Ids.report(report.id())).text(report.name()).text(location);
    }

    /// Says so where another field of the row got an apostrophe. The note's own apostrophe must be known first.
    private static void writeNote(String note, CsvWriter csv) {
        if (!csv.escapes(note)) {
            csv.field(note);
        } else {
            csv.text(note.isEmpty() ? "escaped" : note + "; escaped");
        }
    }

    private String name(Name name) {
        return chinese ? name.zh() : name.en();
    }

    /// `2022Q1`, `2022H1`, `2022M03`, `2022`: spreadsheets take 2022-03 for a day.
    static String compact(Period period) {
        return switch (period) {
            case Period.Month month -> "%04dM%02d".formatted(month.year(), month.month());
            case Period.Quarter quarter -> "%04dQ%d".formatted(quarter.year(), quarter.quarter());
            case Period.HalfYear half -> "%04dH%d".formatted(half.year(), half.half());
            case Period.Year year -> "%04d".formatted(year.year());
        };
    }

    private static String letter(Period period) {
        return switch (period) {
            case Period.Month _ -> "M";
            case Period.Quarter _ -> "Q";
            case Period.HalfYear _ -> "H";
            case Period.Year _ -> "A";
        };
    }

    private static String basis(Basis basis) {
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
