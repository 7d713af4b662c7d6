package plumbline.serve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.analyse.Comparison;
import plumbline.analyse.Series;
import plumbline.consolidate.Totals;
import plumbline.ledger.Ledger;

/// Answers what charts ask: the cells come from the ledger, totals over departments and the reasons for gaps are
/// worked out here and now, from one vintage. Thread-safe.
final class Charts {
    private final Catalog catalog;
    private final Ledger ledger;

    Charts(Catalog catalog, Ledger ledger) {
        this.catalog = catalog;
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
        Known known = known(question.metric(), question.categories(), question.departments(), spans, tree, view);
        List<Series> all = new ArrayList<>();
        for (Department department : question.departments()) {
            for (Optional<String> category : question.categories()) {
                Totals totals = known.totals(category);
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
        Totals totals = known(
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

    private Known known(
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
        return new Known.Around(catalog, ledger, tree, view, codes, from, to).of(metric, categories);
    }
}
