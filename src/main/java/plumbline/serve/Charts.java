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
import plumbline.Metric;
import plumbline.Period;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.analyse.Comparison;
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
    record SeriesQuestion(
            Metric metric,
            List<Optional<String>> categories,
            List<Department> departments,
            List<Period> periods,
            Basis basis) {}

    /// What a comparison of departments asks for.
    record ComparisonQuestion(
            Metric metric,
            Optional<String> category,
            List<Department> departments,
            Period period,
            Period basePeriod,
            Basis basis) {}

    /// A series per department and category, in the order asked.
    List<Series> series(SeriesQuestion question, DepartmentTree tree, View view) {
        List<Span> spans = question.periods().stream()
                .map(period -> period.span(question.basis()))
                .toList();
        Found found = find(question.metric(), question.categories(), question.departments(), spans, tree, view);
        List<Series> all = new ArrayList<>();
        for (Department department : question.departments()) {
            for (Optional<String> category : question.categories()) {
                DepartmentTotals totals = found.totals(category);
                Scope scope = tree.isLeaf(department.code()) ? Scope.OWN : Scope.CONSOLIDATED;
                List<Cell> cells = spans.stream()
                        .map(span -> totals.total(department.code(), category, span))
                        .toList();
                all.add(new Series(
                        new SeriesKey(department.code(), question.metric().code(), category, scope),
                        question.basis(),
                        question.periods(),
                        cells));
            }
        }
        return all;
    }

    /// A row per department, in the order asked.
    List<Comparison> comparison(ComparisonQuestion question, DepartmentTree tree, View view) {
        Span current = question.period().span(question.basis());
        Span base = question.basePeriod().span(question.basis());
        DepartmentTotals totals = find(
                        question.metric(),
                        List.of(question.category()),
                        question.departments(),
                        List.of(base, current),
                        tree,
                        view)
                .totals(question.category());
        return question.departments().stream()
                .map(department -> Comparison.of(
                        totals.total(department.code(), question.category(), current),
                        totals.total(department.code(), question.category(), base),
                        Comparison.isComparable(tree, department.code(), base, current)))
                .toList();
    }

    private Found find(
            Metric metric,
            List<Optional<String>> categories,
            List<Department> departments,
            List<Span> spans,
            DepartmentTree tree,
            View view) {
        Set<String> codes = departments.stream()
                .flatMap(department -> tree.subtree(department.code()).stream())
                .map(Department::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
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

        DepartmentTotals totals(Optional<String> category) {
            Map<String, Gaps> gaps = new HashMap<>();
            return new DepartmentTotals(
                    tree,
                    metric,
                    holders,
                    (key, span) -> Optional.ofNullable(
                            cells.getOrDefault(key, Map.of()).get(span)),
                    (department, span) ->
                            gaps.computeIfAbsent(department, this::gaps).why(span, about(department, category)));
        }

        private Gaps gaps(String department) {
            return new Gaps(
                    tree.withCode(department).orElseThrow(),
                    metric.code(),
                    submissions.getOrDefault(department, Set.of()),
                    deadlines.getOrDefault(department, List.of()),
                    today);
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
