package plumbline.intake;

import java.util.Optional;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Classification.Category;
import plumbline.DepartmentTree;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Finding;
import plumbline.Interval;
import plumbline.Method;
import plumbline.Name;
import plumbline.Period;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.check.Breakdowns;

/// The sentences about figures that cannot be true together, in Chinese and English: names in Chinese, codes in
/// English, as in all findings.
record Wordings(Catalog catalog, DepartmentTree tree) {
    /// A statement: `2022-H1累计“5”`, `2022-H1 to date “5”`.
    Name said(Figure figure) {
        FigureKey key = figure.key();
        boolean toDate = key.basis() == Basis.TO_DATE;
        Name category = category(key.category());
        String wording = Finding.brief(figure.wording());
        return new Name(
                "%s%s%s“%s”".formatted(key.period(), category.zh(), toDate ? "累计" : "", wording),
                "%s%s%s “%s”".formatted(key.period(), category.en(), toDate ? " to date" : "", wording));
    }

    /// @param statements the statements behind the cell, with their places
    Name conflict(Cell cell, Name statements) {
        Interval by = cell.conflict().orElseThrow();
        Name span = span(cell.span());
        Name sum = interval(by);
        Name about = about(cell.key());
        boolean negative = isNegative(cell);
        Name own = cell.interval().map(Wordings::interval).orElse(sum);
        return new Name(
                "%s的这几个数不能同时成立：%s。".formatted(about.zh(), statements.zh())
                        + (negative
                                ? "照此%s只能是%s。".formatted(span.zh(), negative(by))
                                : "%s%s，而据其余各数%s。".formatted(span.zh(), own.zh(), sum.zh()))
                        + "各数均照原样保留，%s标为矛盾，请核对。".formatted(span.zh()),
                "these figures of %s cannot all be true: %s. ".formatted(about.en(), statements.en())
                        + (negative
                                ? "They leave %s for %s. ".formatted(negative(by), span.en())
                                : "%s is %s, but the others make it %s. ".formatted(span.en(), own.en(), sum.en()))
                        + "All are kept as stated and %s is marked as a conflict; please check.".formatted(span.en()));
    }

    /// Whether the cell is what is left when parts are larger than their whole.
    static boolean isNegative(Cell cell) {
        return cell.method() == Method.MISSING
                && cell.conflict().map(Interval::lower).orElse(0L) < 0;
    }

    /// @param statements the parts and the whole, with their places
    Name excess(Breakdowns.Excess excess, Name statements) {
        boolean one = excess.parts().size() == 1;
        Name about = about(excess.whole().key());
        return new Name(
                (one ? "%s的分项大于总数：%s。" : "%s的各分项之和大于总数：%s。").formatted(about.zh(), statements.zh()) + "各数均照原样保留，请核对。",
                (one ? "a part of %s exceeds its whole: %s. " : "the parts of %s together exceed their whole: %s. ")
                                .formatted(about.en(), statements.en())
                        + "All are kept as stated; please check.");
    }

    private Name about(SeriesKey key) {
        boolean own = key.scope() == Scope.OWN;
        Name category = category(key.category());
        String department =
                tree.withCode(key.department()).map(each -> each.name().zh()).orElse(key.department());
        String metric =
                catalog.metric(key.metric()).map(each -> each.name().zh()).orElse(key.metric());
        return new Name(
                "%s%s“%s”%s".formatted(department, own ? "" : "（汇总口径）", metric, category.zh()),
                "%s%s %s%s".formatted(key.department(), own ? "" : " (consolidated)", key.metric(), category.en()));
    }

    private Name category(Optional<String> code) {
        return code.map(each -> new Name(
                        "（%s）"
                                .formatted(catalog.category(each)
                                        .map(Category::name)
                                        .map(Name::zh)
                                        .orElse(each)),
                        " " + each))
                .orElse(new Name("", ""));
    }

    private static Name span(Span span) {
        String period = Period.ofSpan(span).map(Period::toString).orElse("");
        return period.isEmpty()
                ? new Name(
                        "%d年%d至%d月".formatted(span.year(), span.first(), span.last()),
                        "%d-%02d to %d-%02d".formatted(span.year(), span.first(), span.year(), span.last()))
                : new Name(period, period);
    }

    private static Name interval(Interval interval) {
        if (interval.upper().isEmpty()) {
            return new Name("至少为" + interval.lower(), "at least " + interval.lower());
        }
        long upper = interval.upper().getAsLong();
        return interval.isPoint()
                ? new Name("为" + upper, String.valueOf(upper))
                : new Name("为%d至%d".formatted(interval.lower(), upper), interval.lower() + " to " + upper);
    }

    /// A difference below zero with a true minus sign; of several the nearest to zero.
    private static String negative(Interval difference) {
        long most = difference.upper().orElse(difference.lower());
        return (difference.isPoint() ? "" : "≤") + "−" + Math.absExact(most);
    }
}
