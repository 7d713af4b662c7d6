package plumbline.serve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.Basis;
import plumbline.Cell;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Hierarchy;
import plumbline.Life;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Reorganisation;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.analyse.Breaks;
import plumbline.analyse.Compared;
import plumbline.analyse.LikeForLike;
import plumbline.analyse.Matching;
import plumbline.analyse.Series;
import plumbline.consolidate.DepartmentTotals;
import plumbline.consolidate.Gaps;
import plumbline.ledger.Ledger;

/// Answers what charts ask: the cells come from the ledger, totals over departments and the reasons for gaps are
/// worked out here and now, from one vintage. Thread-safe.
final class Charts {
    private final Ledger ledger;

    Charts(Ledger ledger) {
        this.ledger = ledger;
    }

    /// What a chart over time asks for; category empty = the metric as a whole.
    ///
    /// @param asIs whether today's organisation is applied to all periods; otherwise to each the one of its time
    record SeriesQuestion(
            Metric metric,
            List<Optional<String>> categories,
            List<Department> departments,
            List<Period> periods,
            Basis basis,
            boolean asIs) {
        List<Span> spans() {
            return periods.stream().map(period -> period.span(basis)).toList();
        }
    }

    /// What a comparison of departments asks for.
    ///
    /// @param asIs whether today's organisation is applied to both periods; otherwise like is compared with like
    record ComparisonQuestion(
            Metric metric,
            Optional<String> category,
            List<Department> departments,
            Period period,
            Period basePeriod,
            Basis basis,
            boolean asIs) {}

    /// A series per department and category, in the order asked.
    List<Series> series(SeriesQuestion question, DepartmentTree tree, View view) {
        Hierarchy.Over organisation = organisation(question.asIs(), tree, view);
        Set<String> codes = new LinkedHashSet<>();
        for (Department each : question.departments()) {
            codes.addAll(tree.everBelow(each.code()));
            question.spans()
                    .forEach(span -> codes.addAll(organisation.span(span).reach(each.code())));
        }
        Found found = find(question.metric(), question.categories(), codes, question.spans(), tree, view);
        List<Series> all = new ArrayList<>();
        for (Department department : question.departments()) {
            for (Optional<String> category : question.categories()) {
                DepartmentTotals totals = found.totals(category, organisation);
                Scope scope = tree.isEverInner(department.code()) ? Scope.CONSOLIDATED : Scope.OWN;
                List<DepartmentTotals.Whole> wholes = question.spans().stream()
                        .map(span -> totals.whole(department.code(), category, span))
                        .toList();
                all.add(new Series(
                        new SeriesKey(department.code(), question.metric().code(), category, scope),
                        question.basis(),
                        question.periods(),
                        wholes.stream().map(DepartmentTotals.Whole::cell).toList(),
                        wholes.stream().map(Charts::balance).toList(),
                        breaks(question, tree, organisation, department.code())));
            }
        }
        return all;
    }

    /// How the departments are to be seen.
    static Hierarchy.Over organisation(boolean asIs, DepartmentTree tree, View view) {
        return asIs ? tree.asIs(view.today()) : tree.asWas();
    }

    private static List<Reorganisation> breaks(
            SeriesQuestion question, DepartmentTree tree, Hierarchy.Over organisation, String department) {
        Span first = question.spans().getFirst();
        Span last = question.spans().getLast();
        return question.asIs()
                ? Breaks.asIs(tree, organisation.span(last), department, first, last)
                : Breaks.asWas(tree, department, first, last);
    }

    private static Optional<Series.Balance> balance(DepartmentTotals.Whole whole) {
        return whole.statement()
                .flatMap(statement -> whole.children().map(children -> new Series.Balance(statement, children)));
    }

    /// A row per department, in the order asked.
    List<Compared> comparison(ComparisonQuestion question, DepartmentTree tree, View view) {
        Span current = question.period().span(question.basis());
        Span base = question.basePeriod().span(question.basis());
        Hierarchy.Over organisation = organisation(question.asIs(), tree, view);
        Hierarchy now = organisation.span(current);
        Set<String> codes = new LinkedHashSet<>();
        for (Department each : question.departments()) {
            codes.addAll(now.reach(each.code()));
            tree.kin(each.code(), base, current).forEach(kin -> codes.addAll(tree.everBelow(kin)));
        }
        new ArrayList<>(codes).forEach(each -> codes.addAll(tree.kin(each, base, current)));
        DepartmentTotals totals = find(
                        question.metric(), List.of(question.category()), codes, List.of(base, current), tree, view)
                .totals(question.category(), organisation);
        LikeForLike comparison = new LikeForLike(new Totals(totals, question.category()));
        return question.departments().stream()
                .map(each -> new Matching.Asked(tree, question.metric(), each.code(), base, current))
                .map(asked -> question.asIs() ? comparison.asIs(asked, now) : comparison.likeForLike(asked))
                .toList();
    }

    private record Totals(DepartmentTotals of, Optional<String> category) implements LikeForLike.Totals {
        @Override
        public Cell total(String department, Span span) {
            return of.total(department, category, span);
        }

        @Override
        public Cell together(String asked, List<String> departments, Span span) {
            return of.together(asked, departments, category, span);
        }

        @Override
        public boolean isExpected(String department, Span span) {
            return of.isExpected(department, category, span);
        }
    }

    private Found find(
            Metric metric,
            List<Optional<String>> categories,
            Set<String> codes,
            List<Span> spans,
            DepartmentTree tree,
            View view) {
        int from = spans.stream().mapToInt(Span::year).min().orElseThrow();
        int to = spans.stream().mapToInt(Span::year).max().orElseThrow();
        Map<SeriesKey, Map<Span, Cell>> cells = new HashMap<>();
        for (Cell cell : ledger.cells(view.vintage(), metric.code(), categories, codes, from, to)) {
            cells.computeIfAbsent(cell.key(), _ -> new HashMap<>()).put(cell.span(), cell);
        }
        Map<String, List<Deadline>> deadlines = ledger.deadlines(view.vintage()).stream()
                .filter(each -> codes.contains(each.department()))
                .collect(Collectors.groupingBy(Deadline::department));
        Set<String> holders = new HashSet<>(ledger.holders(view.vintage()).getOrDefault(metric.code(), Set.of()));
        deadlines.values().stream()
                .flatMap(List::stream)
                .filter(each -> each.metric().equals(Optional.of(metric.code())))
                .forEach(each -> holders.add(each.department()));
        return new Found(
                tree,
                metric,
                holders,
                cells,
                ledger.submissions(view.vintage(), codes, from, to),
                deadlines,
                view.today());
    }

    /// Everything one question needs, read at once.
    private record Found(
            DepartmentTree tree,
            Metric metric,
            Set<String> holders,
            Map<SeriesKey, Map<Span, Cell>> cells,
            Map<String, Set<Span>> submissions,
            Map<String, List<Deadline>> deadlines,
            LocalDate today) {

        DepartmentTotals totals(Optional<String> category, Hierarchy.Over organisation) {
            Map<String, Gaps> gaps = new HashMap<>();
            return new DepartmentTotals(
                    organisation,
                    metric,
                    holders,
                    (key, span) -> Optional.ofNullable(
                            cells.getOrDefault(key, Map.of()).get(span)),
                    (department, span) ->
                            gaps.computeIfAbsent(department, this::gaps).why(span, about(department, category)));
        }

        private Gaps gaps(String department) {
            return new Gaps(
                    lived(department),
                    metric.code(),
                    submissions.getOrDefault(department, Set.of()),
                    deadlines.getOrDefault(department, List.of()),
                    today);
        }

        private Department lived(String code) {
            Department stated = tree.withCode(code).orElseThrow();
            Life life = tree.life(code);
            return new Department(code, stated.name(), stated.parent(), life.from(), life.until(), stated.additive());
        }

        /// The cells of a department's series, in either scope.
        private Collection<Cell> about(String department, Optional<String> category) {
            return Stream.of(Scope.values())
                    .map(scope -> new SeriesKey(department, metric.code(), category, scope))
                    .flatMap(key -> cells.getOrDefault(key, Map.of()).values().stream())
                    .toList();
        }
    }
}
