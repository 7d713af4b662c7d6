package plumbline.serve;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.FormKind;
import plumbline.Kind;
import plumbline.Method;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Report;
import plumbline.Span;
import plumbline.analyse.Series;
import plumbline.consolidate.ReportStates;
import plumbline.consolidate.ReportStates.ReportState;
import plumbline.ledger.Ledger;
import plumbline.serve.Charts.SeriesQuestion;

/// What is not known of a department and those below it: whose reports came and when, the states of one metric, the
/// numbers that contradict their parts, and the reports without a figure. Thread-safe.
final class Quality {
    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Charts charts;

    Quality(Catalog catalog, Ledger ledger, View.Views views, Charts charts) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.charts = charts;
    }

    /// @param metric whose states are asked for beside those of the reports; its conflicts alone are told
    /// @param periods none = those of the [Overview]
    record Question(Department department, Optional<Metric> metric, List<Period> periods) {}

    /// What is known of one report.
    ///
    /// @param due by when the calendar asks for a report of just this period
    /// @param received when the first figure of just this period was imported; absent for the first
    ///     day of the ledger, because what was taken over then had come before
    /// @param daysLate days after `due` until it came, or so far; absent where nothing is late
    record Filing(ReportState state, Optional<LocalDate> due, Optional<LocalDate> received, OptionalLong daysLate) {}

    /// A stated number that its parts contradict.
    record Conflict(Metric metric, Basis basis, Period period, Cell cell) {}

    /// @param departments who reports, in establishment order
    /// @param filings by department, then by period
    /// @param series of the metric, by department; empty without one
    record Answer(
            Question question,
            List<String> departments,
            List<List<Filing>> filings,
            List<Series> series,
            List<Conflict> conflicts,
            List<Report> silent) {}

    Answer answer(Question asked, DepartmentTree tree, View view) {
        Set<String> below = tree.everBelow(asked.department().code());
        ReportStates states = Overview.states(ledger, below, tree, view);
        List<String> departments = states.reporters(asked.department().code());
        List<Period> periods = asked.periods().isEmpty()
                ? states.newest(departments).map(Overview::upTo).orElse(List.of())
                : asked.periods();
        Question question = new Question(asked.department(), asked.metric(), periods);
        if (periods.isEmpty()) {
            return new Answer(question, List.of(), List.of(), List.of(), List.of(), List.of());
        }
        List<Report> reports = ledger.reports(view.vintage());
        Filings filings = new Filings(states, departments, periods, view, begun(reports));
        List<Series> series = asked.metric()
                .filter(_ -> !departments.isEmpty())
                .map(metric -> series(metric, departments, periods, tree, view))
                .orElse(List.of());
        return new Answer(
                question,
                departments,
                departments.stream().map(filings::of).toList(),
                series,
                conflicts(question, tree, view),
                silent(reports, below));
    }

    /// The day of the first import. What came on it was taken over from before.
    private Optional<LocalDate> begun(List<Report> reports) {
        return reports.stream()
                .map(Report::receivedAt)
                .min(Comparator.naturalOrder())
                .map(views::day);
    }

    private List<Series> series(
            Metric metric, List<String> departments, List<Period> periods, DepartmentTree tree, View view) {
        List<Department> named = departments.stream()
                .map(code -> tree.withCode(code).orElseThrow())
                .toList();
        return charts.series(
                new SeriesQuestion(metric, List.of(Optional.empty()), named, periods, metric.usualBasis(), false),
                tree,
                view);
    }

    /// The days on which reports were due and came.
    private final class Filings {
        private final ReportStates states;
        private final List<Period> periods;
        private final LocalDate today;
        private final Optional<LocalDate> begun;
        private final Map<String, Map<Span, Instant>> first;
        private final List<Deadline> deadlines;

        Filings(
                ReportStates states,
                List<String> departments,
                List<Period> periods,
                View view,
                Optional<LocalDate> begun) {
            this.begun = begun;
            this.states = states;
            this.periods = periods;
            today = view.today();
            first = ledger.firstSubmissions(
                    view.vintage(),
                    departments,
                    periods.getFirst().year(),
                    periods.getLast().year());
            deadlines = ledger.deadlines(view.vintage()).stream()
                    .filter(each -> each.metric().isEmpty() && periods.contains(each.period()))
                    .toList();
        }

        List<Filing> of(String department) {
            return periods.stream().map(period -> one(department, period)).toList();
        }

        private Filing one(String department, Period period) {
            ReportState state = states.of(department, period.span());
            Optional<LocalDate> due = deadlines.stream()
                    .filter(each -> each.department().equals(department)
                            && each.period().equals(period))
                    .map(Deadline::due)
                    .findFirst();
            Optional<LocalDate> received = Optional.ofNullable(
                            first.getOrDefault(department, Map.of()).get(period.span()))
                    .map(views::day)
                    .filter(day -> !begun.equals(Optional.of(day)));
            Optional<LocalDate> reached = state == ReportState.NOT_REPORTED ? Optional.of(today) : received;
            long late = due.flatMap(by -> reached.map(day -> ChronoUnit.DAYS.between(by, day)))
                    .orElse(0L);
            return new Filing(state, due, received, late > 0 ? OptionalLong.of(late) : OptionalLong.empty());
        }
    }

    private List<Conflict> conflicts(Question question, DepartmentTree tree, View view) {
        Set<String> held = ledger.extent().holders(view.vintage()).keySet();
        Set<String> below = tree.everBelow(question.department().code());
        List<String> inner = below.stream().filter(tree::isEverInner).toList();
        List<Conflict> found = new ArrayList<>();
        for (Metric metric : question.metric().map(List::of).orElseGet(catalog::metrics)) {
            if (held.contains(metric.code())) {
                overTime(metric, question.periods(), below, view).forEach(found::add);
                overDepartments(metric, question.periods(), inner, tree, view)
                        .filter(each -> !found.contains(each))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /// Statements that disagree with those about parts of their period; of any length, ending within the periods.
    private Stream<Conflict> overTime(Metric metric, List<Period> periods, Set<String> below, View view) {
        LocalDate from = periods.getFirst().start();
        LocalDate to = periods.getLast().end();
        List<Optional<String>> whole = List.of(Optional.empty());
        return ledger.cells(view.vintage(), metric.code(), whole, below, from.getYear(), to.getYear()).stream()
                .filter(Quality::isContested)
                .filter(cell ->
                        !cell.span().end().isBefore(from) && !cell.span().end().isAfter(to))
                .map(cell -> conflict(metric, cell));
    }

    /// Statements about all below a department that disagree with what these say.
    private Stream<Conflict> overDepartments(
            Metric metric, List<Period> periods, List<String> inner, DepartmentTree tree, View view) {
        return inner.isEmpty()
                ? Stream.empty()
                : series(metric, inner, periods, tree, view).stream()
                        .flatMap(series -> series.cells().stream())
                        .filter(Quality::isContested)
                        .map(cell -> conflict(metric, cell));
    }

    private static boolean isContested(Cell cell) {
        return cell.conflict().isPresent() && cell.method() == Method.STATED;
    }

    /// A span such as January to September is the first three quarters to date.
    private static Conflict conflict(Metric metric, Cell cell) {
        Span span = cell.span();
        Optional<Period> whole = Period.ofSpan(span);
        if (metric.kind() == Kind.STOCK || whole.isPresent()) {
            return new Conflict(metric, metric.usualBasis(), whole.orElseGet(() -> last(span)), cell);
        }
        return new Conflict(metric, Basis.TO_DATE, last(span), cell);
    }

    /// The last quarter of a span, or its last month.
    static Period last(Span span) {
        return span.last() % 3 == 0
                ? new Period.Quarter(span.year(), span.last() / 3)
                : new Period.Month(span.year(), span.last());
    }

    /// Reports of these departments in which no figure was found, whatever their period.
    private static List<Report> silent(List<Report> reports, Set<String> below) {
        return reports.stream()
                .filter(each -> each.kind() == FormKind.TEXT || each.kind() == FormKind.FIGURES)
                .filter(each -> each.figures() == 0)
                .filter(each -> each.department().map(below::contains).orElse(false))
                .toList();
    }
}
