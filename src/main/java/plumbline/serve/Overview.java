package plumbline.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import plumbline.Aggregation;
import plumbline.Basis;
import plumbline.Cell;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Span;
import plumbline.analyse.Breaks;
import plumbline.analyse.Compared;
import plumbline.analyse.Series;
import plumbline.analyse.signal.ControlChart;
import plumbline.consolidate.ReportStates;
import plumbline.consolidate.ReportStates.ReportState;
import plumbline.ledger.Ledger;
import plumbline.serve.Charts.ComparisonQuestion;
import plumbline.serve.Charts.SeriesQuestion;

/// What a department did in one period, in a few key metrics: each with the periods before it and beside the period
/// before and the one a year ago. All numbers are those of [Charts]. Thread-safe.
///
/// Key metrics are those that most of the departments below state: first one of each family, then others, up to
/// ten, so that they fit on one sheet of paper. Metrics about single persons are left out, because kinds of sanctions
/// are not to be told as one number; so are mere denominators, and what cannot be added up where there is something to
/// add up.
final class Overview {
    private static final int PERIODS = 8;
    private static final int MOST_METRICS = 10;
    private static final String DENOMINATORS = "denominator";
    private static final List<Optional<String>> WHOLE = List.of(Optional.empty());

    private final Ledger ledger;
    private final Charts charts;
    private final Signals signals;
    private final Standards standards;

    Overview(Ledger ledger, Charts charts, Signals signals, Standards standards) {
        this.ledger = ledger;
        this.charts = charts;
        this.signals = signals;
        this.standards = standards;
    }

    /// @param period absent = the newest of which at least half of the departments reported
    record Question(Department department, Optional<Period> period) {}

    /// Whether a department's report of the period came.
    record Reported(String department, ReportState state) {}

    /// A key metric.
    ///
    /// @param chart over all periods up to the one asked about
    /// @param standard the least that is asked of the period, or of a longer one that begins with it
    record Row(
            Metric metric,
            Series series,
            Compared previous,
            Compared yearAgo,
            ControlChart chart,
            Optional<Standards.Held> standard) {
        /// All that is shown of it.
        Stream<Cell> cells() {
            return Stream.of(
                            series.cells().stream(),
                            Stream.of(previous.current(), previous.base(), yearAgo.current(), yearAgo.base()),
                            standard.stream().flatMap(Standards.Held::cells))
                    .flatMap(Function.identity());
        }
    }

    /// @param period absent where nothing was ever reported
    /// @param periods up to eight, the last one is `period`
    /// @param reports who was to report, in establishment order
    record Answer(
            Department department,
            Optional<Period> period,
            List<Period> periods,
            List<Reported> reports,
            List<Row> rows) {}

    Answer answer(Question question, DepartmentTree tree, View view) {
        ReportStates states =
                states(ledger, tree.everBelow(question.department().code()), tree, view);
        List<String> reporters = states.reporters(question.department().code());
        Optional<Period> asked = question.period().or(() -> states.newest(reporters));
        if (asked.isEmpty()) {
            return new Answer(question.department(), asked, List.of(), List.of(), List.of());
        }
        Period period = asked.get();
        List<Reported> reports = reporters.stream()
                .map(code -> new Reported(code, states.of(code, period.span())))
                .filter(each -> each.state() != ReportState.NOT_APPLICABLE)
                .toList();
        List<Period> periods = upTo(period);
        Known.Around around = around(question.department(), period, tree, view);
        List<Row> rows = new ArrayList<>();
        for (Metric metric : keyMetrics(question.department(), tree, view)) {
            if (rows.size() < MOST_METRICS) {
                row(around.of(metric, WHOLE), question.department(), periods).ifPresent(rows::add);
            }
        }
        List<Metric> order = ledger.catalog(view.vintage()).metrics();
        rows.sort(Comparator.comparingInt(row -> order.indexOf(row.metric())));
        return new Answer(question.department(), asked, periods, reports, rows);
    }

    /// @param below codes of the departments asked about
    static ReportStates states(Ledger ledger, Set<String> below, DepartmentTree tree, View view) {
        return new ReportStates(
                tree,
                ledger.submissions(
                        view.vintage(), below, Period.EARLIEST, view.today().getYear()),
                ledger.deadlines(view.vintage()),
                view.today());
    }

    /// The period and those before it, up to eight.
    static List<Period> upTo(Period period) {
        List<Period> periods = new ArrayList<>(List.of(period));
        while (periods.size() < PERIODS && periods.getFirst().year() > Period.EARLIEST) {
            periods.addFirst(periods.getFirst().previous());
        }
        return periods;
    }

    /// All that the rows rest on, so that each metric is read once.
    private Known.Around around(Department department, Period period, DepartmentTree tree, View view) {
        Metric any = ledger.catalog(view.vintage()).metrics().getFirst();
        List<Department> one = List.of(department);
        SeriesQuestion series =
                new SeriesQuestion(any, WHOLE, one, signals.window(period, view), Basis.IN_PERIOD, false);
        Set<String> codes = new HashSet<>(Charts.reached(series, tree, tree.asWas()));
        for (Period base : List.of(period.previous(), period.yearAgo())) {
            codes.addAll(Charts.reached(compared(any, department, period, base), tree, view));
        }
        Stream<Period> bases =
                Stream.of(period.previous(), period.yearAgo(), upTo(period).getFirst());
        List<Span> spans =
                Stream.concat(series.spans().stream(), bases.map(Period::span)).toList();
        return charts.around(codes, spans, tree, view);
    }

    /// The metrics that somebody below the department states, those first that should be told first.
    List<Metric> keyMetrics(Department department, DepartmentTree tree, View view) {
        Map<String, Set<String>> holders = ledger.extent().holders(view.vintage());
        Set<String> below = tree.everBelow(department.code());
        boolean adds = tree.isEverInner(department.code());
        Comparator<Metric> mostHeld =
                Comparator.comparingLong(metric -> -holders.getOrDefault(metric.code(), Set.of()).stream()
                        .filter(below::contains)
                        .count());
        List<Metric> held = ledger.catalog(view.vintage()).metrics().stream()
                .filter(metric ->
                        holders.getOrDefault(metric.code(), Set.of()).stream().anyMatch(below::contains))
                .filter(metric -> !metric.personSensitive() && !metric.family().equals(DENOMINATORS))
                .filter(metric -> !adds || metric.overDepartments() != Aggregation.NONE)
                .sorted(mostHeld)
                .toList();
        Set<String> families = new HashSet<>();
        List<Metric> firsts =
                held.stream().filter(metric -> families.add(metric.family())).toList();
        return Stream.concat(firsts.stream(), held.stream().filter(metric -> !firsts.contains(metric)))
                .toList();
    }

    /// Empty where nothing was said of the metric in any of the periods.
    private Optional<Row> row(Known known, Department department, List<Period> periods) {
        Metric metric = known.metric();
        Period period = periods.getLast();
        int firstYear = Math.min(known.firstYear(), periods.getFirst().year());
        List<Period> window = Signals.window(period, firstYear);
        Series all = charts.series(
                        new SeriesQuestion(metric, WHOLE, List.of(department), window, metric.usualBasis(), false),
                        known)
                .getFirst();
        Series series = last(all, periods, known.around().tree());
        if (series.cells().stream().allMatch(cell -> cell.figures().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Row(
                metric,
                series,
                charts.comparison(compared(metric, department, period, period.previous()), known)
                        .getFirst(),
                charts.comparison(compared(metric, department, period, period.yearAgo()), known)
                        .getFirst(),
                signals.chart(metric, all, known.around().view()),
                standards.nearest(
                        metric,
                        department,
                        period,
                        known.around().tree(),
                        known.around().view())));
    }

    /// The last periods of a series.
    private static Series last(Series all, List<Period> periods, DepartmentTree tree) {
        int from = all.periods().size() - periods.size();
        int to = all.periods().size();
        Span first = periods.getFirst().span(all.basis());
        return new Series(
                all.key(),
                all.basis(),
                periods,
                all.cells().subList(from, to),
                all.balances().subList(from, to),
                Breaks.asWas(
                        tree, all.key().department(), first, periods.getLast().span(all.basis())));
    }

    private static ComparisonQuestion compared(Metric metric, Department department, Period period, Period base) {
        return new ComparisonQuestion(
                metric, Optional.empty(), List.of(department), period, base, metric.usualBasis(), false);
    }
}
