package plumbline.serve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Hierarchy;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Span;
import plumbline.analyse.Series;
import plumbline.analyse.funnel.Funnel;
import plumbline.analyse.funnel.RateFunnel;
import plumbline.analyse.funnel.ShareFunnel;
import plumbline.analyse.rate.Proportion;
import plumbline.analyse.rate.Rate;
import plumbline.analyse.rate.StaffTime;
import plumbline.serve.Charts.SeriesQuestion;

/// Departments of one period in proportion to their size, and around what they have in common. Thread-safe.
final class Funnels {
    /// Head-counts at the end of periods, the denominator of rates.
    static final String STAFF = "staff_headcount";

    private final Catalog catalog;
    private final Charts charts;

    Funnels(Catalog catalog, Charts charts) {
        this.catalog = catalog;
        this.charts = charts;
    }

    /// @param parent whose departments are set beside each other: those with none below them
    record Question(Metric metric, Optional<String> category, Department parent, Period period) {}

    /// What a value is related to.
    enum Size {
        /// To the staff.
        RATE,
        /// A part to its whole.
        SHARE,
        /// To nothing: what is scheduled is no matter of chance or of size.
        NONE
    }

    /// @param events the value, or the part
    /// @param whole of a proportion
    record Row(String department, Cell events, Optional<Cell> whole, Optional<Rate> rate, Optional<Proportion> share) {}

    record Answer(Question question, Size size, List<Row> rows, Funnel funnel) {}

    Answer answer(Question question, DepartmentTree tree, View view) {
        Hierarchy then = tree.asWas(question.period().span());
        List<Department> departments = then.subtree(question.parent().code()).stream()
                .filter(each -> then.isLeaf(each.code()))
                .filter(each ->
                        tree.lived(each.code()).existsIn(question.period().span()))
                .toList();
        return switch (size(question.metric())) {
            case RATE -> rates(question, departments, tree, view);
            case SHARE -> shares(question, departments, tree, view);
            case NONE -> counts(question, departments, tree, view);
        };
    }

    /// Rates are of events that concern persons and of complaints; a ratio is what its two metrics make.
    Size size(Metric metric) {
        if (metric.kind() == Kind.RATIO && !Known.fraction(catalog, metric).isEmpty()) {
            return Size.SHARE;
        }
        boolean counts = metric.kind() == Kind.FLOW || metric.kind() == Kind.PERSONS;
        return counts && metric.personSensitive() ? Size.RATE : Size.NONE;
    }

    private Answer rates(Question question, List<Department> departments, DepartmentTree tree, View view) {
        Map<String, List<StaffTime.HeadCount>> staff = headCounts(departments, question.period(), tree, view);
        List<Row> rows = new ArrayList<>();
        List<RateFunnel.Member> members = new ArrayList<>();
        for (Cell events : cells(question.metric(), question, departments, tree, view)) {
            String department = events.key().department();
            Optional<StaffTime> time =
                    StaffTime.over(question.period().span(), staff.getOrDefault(department, List.of()));
            Rate rate = Rate.of(events, time);
            rows.add(new Row(department, events, Optional.empty(), Optional.of(rate), Optional.empty()));
            members.add(new RateFunnel.Member(department, events, time));
        }
        return new Answer(question, Size.RATE, rows, RateFunnel.of(question.metric(), members));
    }

    private Answer shares(Question question, List<Department> departments, DepartmentTree tree, View view) {
        List<Metric> fraction = Known.fraction(catalog, question.metric());
        List<Cell> parts = cells(fraction.getFirst(), question, departments, tree, view);
        List<Cell> wholes = cells(fraction.getLast(), question, departments, tree, view);
        List<Row> rows = IntStream.range(0, parts.size())
                .mapToObj(i -> new Row(
                        parts.get(i).key().department(),
                        parts.get(i),
                        Optional.of(wholes.get(i)),
                        Optional.empty(),
                        Optional.of(Proportion.of(parts.get(i), wholes.get(i)))))
                .toList();
        List<ShareFunnel.Member> members = rows.stream()
                .map(row -> new ShareFunnel.Member(
                        row.department(), row.events(), row.whole().orElseThrow()))
                .toList();
        return new Answer(question, Size.SHARE, rows, ShareFunnel.of(question.metric(), members));
    }

    private Answer counts(Question question, List<Department> departments, DepartmentTree tree, View view) {
        List<Row> rows = cells(question.metric(), question, departments, tree, view).stream()
                .map(each ->
                        new Row(each.key().department(), each, Optional.empty(), Optional.empty(), Optional.empty()))
                .toList();
        return new Answer(question, Size.NONE, rows, RateFunnel.of(question.metric(), List.of()));
    }

    /// The value of each department, in the order given.
    private List<Cell> cells(
            Metric metric, Question question, List<Department> departments, DepartmentTree tree, View view) {
        if (departments.isEmpty()) {
            return List.of();
        }
        SeriesQuestion asked = new SeriesQuestion(
                metric,
                List.of(question.category()),
                departments,
                List.of(question.period()),
                metric.usualBasis(),
                false);
        return charts.series(asked, tree, view).stream()
                .map(each -> each.cells().getFirst())
                .toList();
    }

    /// What is known of the staff at the ends of the periods of this year and the one before.
    private Map<String, List<StaffTime.HeadCount>> headCounts(
            List<Department> departments, Period period, DepartmentTree tree, View view) {
        Optional<Metric> staff = catalog.metric(STAFF);
        if (staff.isEmpty() || departments.isEmpty()) {
            return Map.of();
        }
        List<Period> ends = new ArrayList<>();
        for (int year = period.year() - 1; year <= period.year(); year++) {
            for (int month = 1; month <= 12; month++) {
                ends.add(new Period.Month(year, month));
            }
            for (int quarter = 1; quarter <= 4; quarter++) {
                ends.add(new Period.Quarter(year, quarter));
            }
            ends.add(new Period.Year(year));
        }
        Metric metric = staff.get();
        Map<String, List<StaffTime.HeadCount>> known = new HashMap<>();
        SeriesQuestion asked =
                new SeriesQuestion(metric, List.of(Optional.empty()), departments, ends, metric.usualBasis(), false);
        for (Series series : charts.series(asked, tree, view)) {
            series.cells().stream()
                    .filter(cell -> cell.conflict().isEmpty())
                    .forEach(cell -> cell.interval()
                            .ifPresent(
                                    count -> known.computeIfAbsent(series.key().department(), _ -> new ArrayList<>())
                                            .add(new StaffTime.HeadCount(end(cell.span()), count))));
        }
        return known;
    }

    private static LocalDate end(Span span) {
        return span.end();
    }
}
