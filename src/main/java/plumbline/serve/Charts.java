package plumbline.serve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Hierarchy;
import plumbline.Metric;
import plumbline.Period;
import plumbline.RecordedFigure;
import plumbline.Reorganisation;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.Vintage;
import plumbline.analyse.Breaks;
import plumbline.analyse.Compared;
import plumbline.analyse.LikeForLike;
import plumbline.analyse.Matching;
import plumbline.analyse.Series;
import plumbline.consolidate.Totals;
import plumbline.intake.Proposals;
import plumbline.ledger.Ledger;

/// Answers what charts ask: the cells come from the ledger, totals over departments and the reasons for gaps are
/// worked out here and now, from one vintage. Thread-safe.
final class Charts {
    private final Catalog catalog;
    private final Ledger ledger;
    private final Proposals proposals;

    Charts(Catalog catalog, Ledger ledger) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.proposals = new Proposals(catalog, ledger);
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

    /// The figures of these numbers that the vintage knows, by number; those below zero are proposals.
    Map<Long, RecordedFigure> figures(Collection<Long> ids, Vintage vintage) {
        Map<Long, RecordedFigure> found = new HashMap<>(
                ledger.figures().all(ids.stream().filter(id -> id > 0).toList(), vintage));
        if (ids.stream().anyMatch(id -> id < 0)) {
            proposals.open(vintage).stream()
                    .filter(each -> ids.contains(each.id()))
                    .forEach(each -> found.put(each.id(), each));
        }
        return found;
    }

    /// Writes these cells, proposals among them.
    PointJson points(Stream<Cell> cells, Vintage vintage) {
        return PointJson.of(cells, ledger, vintage, () -> proposals.open(vintage));
    }

    /// A series per department and category, in the order asked.
    List<Series> series(SeriesQuestion question, DepartmentTree tree, View view) {
        Set<String> codes = reached(question, tree, organisation(question.asIs(), tree, view));
        return series(question, known(question.metric(), question.categories(), codes, question.spans(), tree, view));
    }

    /// The same of what was read before.
    List<Series> series(SeriesQuestion question, Known known) {
        DepartmentTree tree = known.around().tree();
        Hierarchy.Over organisation =
                organisation(question.asIs(), tree, known.around().view());
        Map<Optional<String>, Totals> ofCategories = new HashMap<>();
        question.categories().forEach(each -> ofCategories.put(each, known.totals(each, organisation)));
        List<Series> all = new ArrayList<>();
        for (Department department : question.departments()) {
            for (Optional<String> category : question.categories()) {
                Totals totals = Objects.requireNonNull(ofCategories.get(category));
                Scope scope = tree.isEverInner(department.code()) ? Scope.CONSOLIDATED : Scope.OWN;
                List<Totals.Whole> wholes = question.spans().stream()
                        .map(span -> totals.whole(department.code(), category, span))
                        .toList();
                all.add(new Series(
                        new SeriesKey(department.code(), question.metric().code(), category, scope),
                        question.basis(),
                        question.periods(),
                        wholes.stream().map(Totals.Whole::cell).toList(),
                        wholes.stream().map(Charts::balance).toList(),
                        breaks(question, tree, organisation, department.code())));
            }
        }
        return all;
    }

    /// The codes of all departments that the answer can rest on.
    static Set<String> reached(SeriesQuestion question, DepartmentTree tree, Hierarchy.Over organisation) {
        Set<String> codes = new LinkedHashSet<>();
        for (Department each : question.departments()) {
            codes.addAll(tree.everBelow(each.code()));
            question.spans()
                    .forEach(span -> codes.addAll(organisation.span(span).reach(each.code())));
        }
        return codes;
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

    private static Optional<Series.Balance> balance(Totals.Whole whole) {
        return whole.statement()
                .flatMap(statement -> whole.children().map(children -> new Series.Balance(statement, children)));
    }

    /// A row per department, in the order asked.
    List<Compared> comparison(ComparisonQuestion question, DepartmentTree tree, View view) {
        Span current = question.period().span(question.basis());
        Span base = question.basePeriod().span(question.basis());
        Set<String> codes = reached(question, tree, view);
        return comparison(
                question,
                known(question.metric(), List.of(question.category()), codes, List.of(base, current), tree, view));
    }

    /// The same of what was read before.
    List<Compared> comparison(ComparisonQuestion question, Known known) {
        DepartmentTree tree = known.around().tree();
        Span current = question.period().span(question.basis());
        Span base = question.basePeriod().span(question.basis());
        Hierarchy.Over organisation =
                organisation(question.asIs(), tree, known.around().view());
        Hierarchy now = organisation.span(current);
        Totals totals = known.totals(question.category(), organisation);
        LikeForLike comparison = new LikeForLike(new OfCategory(totals, question.category()));
        return question.departments().stream()
                .map(each -> new Matching.Asked(tree, question.metric(), each.code(), base, current))
                .map(asked -> question.asIs() ? comparison.asIs(asked, now) : comparison.likeForLike(asked))
                .toList();
    }

    /// The codes of all departments that the comparison can rest on.
    static Set<String> reached(ComparisonQuestion question, DepartmentTree tree, View view) {
        Span current = question.period().span(question.basis());
        Span base = question.basePeriod().span(question.basis());
        Hierarchy now = organisation(question.asIs(), tree, view).span(current);
        Set<String> codes = new LinkedHashSet<>();
        for (Department each : question.departments()) {
            codes.addAll(now.reach(each.code()));
            tree.kin(each.code(), base, current).forEach(kin -> codes.addAll(tree.everBelow(kin)));
        }
        new ArrayList<>(codes).forEach(each -> codes.addAll(tree.kin(each, base, current)));
        return codes;
    }

    private record OfCategory(Totals of, Optional<String> category) implements LikeForLike.Totals {
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

    private Known known(
            Metric metric,
            List<Optional<String>> categories,
            Set<String> codes,
            List<Span> spans,
            DepartmentTree tree,
            View view) {
        return around(codes, spans, tree, view).of(metric, categories);
    }

    /// What several questions about these departments and times have in common, read once.
    ///
    /// @param codes of all departments that an answer can rest on
    Known.Around around(Set<String> codes, List<Span> spans, DepartmentTree tree, View view) {
        int from = spans.stream().mapToInt(Span::year).min().orElseThrow();
        int to = spans.stream().mapToInt(Span::year).max().orElseThrow();
        return new Known.Around(catalog, ledger, proposals, tree, view, codes, from, to);
    }
}
