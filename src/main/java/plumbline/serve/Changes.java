package plumbline.serve;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.FormKind;
import plumbline.Metric;
import plumbline.Mode;
import plumbline.Period;
import plumbline.RecordedFigure;
import plumbline.Span;
import plumbline.Vintage;
import plumbline.analyse.Change;
import plumbline.analyse.Change.Kind;
import plumbline.analyse.Change.Step;
import plumbline.ledger.Arrival;
import plumbline.ledger.Ledger;
import plumbline.ledger.Subject;
import plumbline.serve.Charts.SeriesQuestion;

/// Answers why a value changed: finds what came in between two moments, and asks [Charts] for the value after each of
/// it, so that every value told here is the one a chart shows as of that moment. Thread-safe.
final class Changes {
    /// As many moments are worked out one by one; older ones are taken together.
    static final int MOST_STEPS = 200;

    private final Catalog catalog;
    private final Ledger ledger;
    private final Charts charts;
    private final View.Views views;

    Changes(Catalog catalog, Ledger ledger, Charts charts, View.Views views) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.charts = charts;
        this.views = views;
    }

    /// What is asked about.
    ///
    /// @param asIs whether today's organisation is applied to the period; otherwise the one of its time
    record Question(
            Metric metric, Optional<String> category, Department department, Period period, Basis basis, boolean asIs) {
        Span span() {
            return period.span(basis);
        }

        /// What a chart would ask to show it.
        SeriesQuestion chart(Department known) {
            return new SeriesQuestion(metric, List.of(category), List.of(known), List.of(period), basis, asIs);
        }
    }

    /// The answer, with what came in and what it said.
    ///
    /// @param arrivals by the number of their import
    /// @param history all revisions of all figures the value can rest on, key by key, oldest first
    record Told(Change change, Map<Long, Arrival> arrivals, List<RecordedFigure> history) {}

    /// What happened between two states of the ledger.
    ///
    /// @param since absent = from the beginning
    Told between(Question question, Optional<View> since, View until) {
        Vintage after = since.map(View::vintage).orElse(Vintage.EMPTY);
        Subject subject = subject(question, after, until);
        List<Arrival> arrivals = ledger.arrivals().about(subject, after, until.vintage());
        Map<Long, Arrival> byNumber = new HashMap<>();
        arrivals.forEach(each -> byNumber.put(each.by().number(), each));
        List<Step> steps = new ArrayList<>();
        for (Moment moment : together(moments(question, since, until, arrivals, subject))) {
            steps.add(new Step(
                    moment.kind(),
                    moment.at(),
                    moment.arrivals().stream().map(each -> each.by().number()).toList(),
                    at(question, new View(moment.vintage(), moment.day()))));
        }
        Change change = Change.of(since.flatMap(view -> at(question, view)), steps);
        return new Told(change, byNumber, ledger.arrivals().figures(subject, until.vintage()));
    }

    /// The department and everything that its value could rest on between the two.
    private Subject subject(Question question, Vintage after, View until) {
        Set<String> codes = new LinkedHashSet<>();
        Stream.of(
                        Stream.of(after, until.vintage()),
                        ledger.arrivals().organisation(after, until.vintage()).stream()
                                .map(Arrival::vintage))
                .flatMap(vintages -> vintages)
                .map(ledger::departments)
                .forEach(tree -> tree.withCode(question.department().code())
                        .ifPresent(known -> codes.addAll(Charts.reached(
                                question.chart(known), tree, Charts.organisation(question.asIs(), tree, until)))));
        Set<String> metrics = new LinkedHashSet<>(List.of(question.metric().code()));
        Known.fraction(catalog, question.metric()).forEach(each -> metrics.add(each.code()));
        return new Subject(metrics, question.category(), codes, question.span().year());
    }

    /// The value as a chart shows it; absent where the department was not known.
    private Optional<Cell> at(Question question, View view) {
        DepartmentTree tree = ledger.departments(view.vintage());
        return tree.withCode(question.department().code())
                .map(department -> charts.series(question.chart(department), tree, view)
                        .getFirst()
                        .cells()
                        .getFirst());
    }

    /// When something may have changed the value, and the state after it.
    private record Moment(Kind kind, Instant at, List<Arrival> arrivals, Vintage vintage, LocalDate day) {}

    /// What came in, and the days that passed, in their order.
    private List<Moment> moments(
            Question question, Optional<View> since, View until, List<Arrival> arrivals, Subject subject) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        Stream.concat(
                        ledger.arrivals().dueDays(subject, until.vintage()).stream(),
                        Stream.of(question.span().end()))
                .map(day -> day.plusDays(1)) // due up to and including its day
                .forEach(days::add);
        LocalDate first = since.map(View::today)
                .orElseGet(() -> arrivals.stream()
                        .findFirst()
                        .map(each -> views.day(each.by().sealedAt()))
                        .orElse(until.today()));
        Vintage vintage = since.map(View::vintage).orElse(Vintage.EMPTY);
        LocalDate day = first;
        List<Moment> moments = new ArrayList<>();
        for (Arrival each : arrivals) {
            LocalDate came = views.day(each.by().sealedAt());
            for (LocalDate passed : days.subSet(day, false, later(came, day), true)) {
                moments.add(new Moment(Kind.DUE, views.startOf(passed), List.of(), vintage, passed));
            }
            day = later(came, day); // a clock set back does not make anything less due
            vintage = each.vintage();
            moments.add(new Moment(kind(each), each.by().sealedAt(), List.of(each), vintage, day));
        }
        for (LocalDate passed : days.subSet(day, false, later(until.today(), day), true)) {
            moments.add(new Moment(Kind.DUE, views.startOf(passed), List.of(), vintage, passed));
        }
        return moments;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /// The same moments, the oldest of them as one where there are too many.
    private static List<Moment> together(List<Moment> moments) {
        int early = moments.size() - MOST_STEPS + 1;
        if (early < 2) {
            return moments;
        }
        List<Moment> some = new ArrayList<>();
        Moment last = moments.get(early - 1);
        some.add(new Moment(
                Kind.SEVERAL,
                last.at(),
                moments.subList(0, early).stream()
                        .flatMap(each -> each.arrivals().stream())
                        .toList(),
                last.vintage(),
                last.day()));
        some.addAll(moments.subList(early, moments.size()));
        return some;
    }

    private static Kind kind(Arrival arrival) {
        FormKind form = arrival.kind();
        Mode mode = arrival.by().mode();
        return switch (form) {
            case DEPARTMENTS -> Kind.ORGANISATION;
            case REORGANISATIONS -> Kind.REORGANISATION;
            case METRICS -> Kind.ORGANISATION;
            // Standards say nothing of values; no value ever changes by them.
            case CALENDAR, TARGETS -> Kind.CALENDAR;
            case FIGURES, TEXT ->
                switch (mode) {
                    case ADD -> Kind.NEW_REPORT;
                    case CORRECT, REPLACE -> Kind.CORRECTION;
                    case WITHDRAW -> Kind.WITHDRAWAL;
                };
        };
    }
}
