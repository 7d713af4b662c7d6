package plumbline.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.Basis;
import plumbline.Cell;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Target;
import plumbline.Vintage;
import plumbline.analyse.Series;
import plumbline.ledger.Ledger;
import plumbline.ledger.RecordedTarget;
import plumbline.serve.Charts.SeriesQuestion;

/// The minimum standards that people recorded, each beside the value it is about. Thread-safe.
final class Standards {
    private final Ledger ledger;
    private final Charts charts;

    Standards(Ledger ledger, Charts charts) {
        this.ledger = ledger;
        this.charts = charts;
    }

    /// A standard beside what was done.
    ///
    /// @param cell over the standard's own period
    /// @param soFar where the standard's period runs on behind the one asked about: what was done by then
    record Held(RecordedTarget recorded, Cell cell, Optional<Cell> soFar) {
        Target target() {
            return recorded.target();
        }

        /// All that is shown of it.
        Stream<Cell> cells() {
            return Stream.concat(Stream.of(cell), soFar.stream());
        }
    }

    /// A standard beside a point of a series over the same months.
    ///
    /// @param period of the point: a standard of a year is beside what was done up to its last quarter
    record Beside(Period period, Target target, Cell cell) {}

    /// All that share months with a period, in the order of establishment and catalogue.
    ///
    /// @param below codes of the departments
    List<Held> held(Set<String> below, Period period, DepartmentTree tree, View view) {
        Map<Metric, List<RecordedTarget>> byMetric = new LinkedHashMap<>();
        for (Metric metric : ledger.catalog(view.vintage()).metrics()) {
            List<RecordedTarget> of = recorded(metric, view.vintage())
                    .filter(each -> below.contains(each.target().department()))
                    .filter(each -> meets(each.target().period(), period))
                    .toList();
            if (!of.isEmpty()) {
                byMetric.put(metric, of);
            }
        }
        List<Held> all = new ArrayList<>();
        for (Department department : tree.all()) {
            byMetric.forEach((metric, of) -> of.stream()
                    .filter(each -> each.target().department().equals(department.code()))
                    .forEach(each -> all.add(held(each, metric, department, period, tree, view))));
        }
        return all;
    }

    /// The one that a reader of a period has in mind: that of the period itself, else that of the shortest longer
    /// period of which something was done by then.
    Optional<Held> nearest(Metric metric, Department department, Period period, DepartmentTree tree, View view) {
        return recorded(metric, view.vintage())
                .filter(each -> each.target().department().equals(department.code()))
                .filter(each -> each.target().period().span().contains(period.span()))
                .filter(each -> begins(each.target().period(), period).isPresent())
                .min(Comparator.comparingInt(
                        each -> each.target().period().span().months()))
                .map(each -> held(each, metric, department, period, tree, view));
    }

    /// Those over the same months as a point of a series, by time; none beside a single category, nor beside what
    /// today's organisation would have done.
    List<Beside> beside(Series series, SeriesQuestion question, Vintage vintage) {
        List<RecordedTarget> of = series.key().category().isPresent() || question.asIs()
                ? List.of()
                : recorded(question.metric(), vintage)
                        .filter(each ->
                                each.target().department().equals(series.key().department()))
                        .toList();
        List<Beside> all = new ArrayList<>();
        for (int i = 0; i < series.cells().size() && !of.isEmpty(); i++) {
            Period period = series.periods().get(i);
            Cell cell = series.cells().get(i);
            of.stream()
                    .map(RecordedTarget::target)
                    .filter(target -> target.period().span().equals(cell.span()))
                    .forEach(target -> all.add(new Beside(period, target, cell)));
        }
        return all;
    }

    private Stream<RecordedTarget> recorded(Metric metric, Vintage vintage) {
        return ledger.decisions().targets(vintage).stream()
                .filter(each -> each.target().metric().equals(metric.code()));
    }

    private Held held(
            RecordedTarget recorded,
            Metric metric,
            Department department,
            Period asked,
            DepartmentTree tree,
            View view) {
        Period whole = recorded.target().period();
        Optional<Cell> soFar = whole.end().isAfter(asked.end())
                ? begins(whole, asked).map(basis -> cell(metric, department, asked, basis, tree, view))
                : Optional.empty();
        return new Held(recorded, cell(metric, department, whole, Basis.IN_PERIOD, tree, view), soFar);
    }

    /// As what a period's number begins with a longer period: the period's own number, or that to date.
    private static Optional<Basis> begins(Period whole, Period asked) {
        if (whole.start().equals(asked.start())) {
            return Optional.of(Basis.IN_PERIOD);
        }
        return whole.span().first() == 1 ? Optional.of(Basis.TO_DATE) : Optional.empty();
    }

    /// Whether a standard's period and the one asked about share months.
    private static boolean meets(Period target, Period asked) {
        return !target.start().isAfter(asked.end()) && !target.end().isBefore(asked.start());
    }

    private Cell cell(
            Metric metric, Department department, Period period, Basis basis, DepartmentTree tree, View view) {
        SeriesQuestion question = new SeriesQuestion(
                metric, List.of(Optional.empty()), List.of(department), List.of(period), basis, false);
        return charts.series(question, tree, view).getFirst().cells().getFirst();
    }
}
