package plumbline.serve;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Classification;
import plumbline.Classification.Category;
import plumbline.Department;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Scope;
import plumbline.Span;
import plumbline.State;
import plumbline.ledger.FigureSelection;
import plumbline.ledger.Ledger;
import plumbline.write.Template;

/// Which figures a department is expected to state for a period:
///
/// 1. what it stated for the earlier periods of the same length, in the last three years, or else ever, or else for
///    periods of any length; of a scheme it used, all categories in use in the period;
/// 2. the metrics that the reporting calendar asks of it for the period;
/// 3. if that is nothing: the metrics that any department ever stated; in an empty ledger all of the catalogue. Ratios
///    that are worked out are left to that.
///
/// A figure only ever said to be not mentioned is not expected. One use.
final class Expected {
    private static final int YEARS = 3;

    /// What stays the same from period to period.
    private record Series(Metric metric, Optional<String> category, Scope scope) {}

    private final Catalog catalog;
    private final Ledger ledger;
    private final View view;
    private final Department department;
    private final Period period;
    private final Map<Series, Set<Basis>> bases = new LinkedHashMap<>();
    private final Map<Series, Period> newest = new HashMap<>();
    private final Map<FigureKey, Figure> last = new HashMap<>();

    Expected(Catalog catalog, Ledger ledger, View view, Department department, Period period) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.view = view;
        this.department = department;
        this.period = period;
    }

    List<Template.Line> lines() {
        Span before = period.previous().span();
        Span recent = new Span(Math.max(Period.EARLIEST, before.year() - YEARS), 1, 1);
        stated(Optional.of(recent), before, true);
        if (bases.isEmpty()) {
            stated(Optional.empty(), before, true);
        }
        if (bases.isEmpty()) {
            stated(Optional.empty(), before, false);
        }
        wholeSchemes();
        asked();
        if (bases.isEmpty()) {
            usual();
        }
        return bases.entrySet().stream()
                .flatMap(each -> each.getValue().stream().sorted().map(basis -> line(each.getKey(), basis)))
                .sorted(inOrder())
                .toList();
    }

    /// Notes what the department stated, each series with the bases of its newest period.
    private void stated(Optional<Span> from, Span to, boolean sameLength) {
        FigureSelection selection = new FigureSelection(Set.of(), Set.of(department.code()), from, Optional.of(to));
        ledger.figures().each(selection, view.vintage(), recorded -> {
            Figure figure = recorded.figure();
            FigureKey key = figure.key();
            boolean fits = key.range().isEmpty()
                    && (!sameLength
                            || key.period().span().months() == period.span().months());
            if (fits && key.period().equals(period.previous())) {
                last.put(key, figure);
            }
            Optional<Metric> metric = catalog.metric(key.metric());
            if (fits && metric.isPresent() && isSaid(figure.value().state())) {
                note(new Series(metric.get(), key.category(), key.scope()), key);
            }
        });
    }

    private static boolean isSaid(State state) {
        return state != State.NOT_MENTIONED && state != State.WITHDRAWN;
    }

    private void note(Series series, FigureKey key) {
        Period known = newest.get(series);
        int newer = known == null ? 1 : key.period().end().compareTo(known.end());
        if (newer > 0) {
            newest.put(series, key.period());
            bases.put(series, new HashSet<>(Set.of(key.basis())));
        } else if (newer == 0) {
            bases.computeIfAbsent(series, _ -> new HashSet<>()).add(key.basis());
        }
    }

    /// Who breaks a metric down is asked for all categories of the scheme, so that the parts can make up the whole.
    private void wholeSchemes() {
        for (Map.Entry<Series, Set<Basis>> each : List.copyOf(bases.entrySet())) {
            Series series = each.getKey();
            for (String scheme : series.category().isPresent() ? series.metric().schemes() : List.<String>of()) {
                if (series.category().orElseThrow().startsWith(scheme + ".")) {
                    catalog.classification(scheme).map(Classification::categories).stream()
                            .flatMap(List::stream)
                            .filter(this::isInUse)
                            .map(category -> new Series(series.metric(), Optional.of(category.code()), series.scope()))
                            .forEach(other -> bases.putIfAbsent(other, each.getValue()));
                }
            }
        }
    }

    private boolean isInUse(Category category) {
        return category.validFrom().map(day -> !day.isAfter(period.end())).orElse(true)
                && category.validTo().map(day -> !day.isBefore(period.start())).orElse(true);
    }

    private void asked() {
        ledger.deadlines(view.vintage()).stream()
                .filter(each -> each.department().equals(department.code())
                        && each.period().equals(period))
                .flatMap(each -> each.metric().stream())
                .flatMap(code -> catalog.metric(code).stream())
                .filter(metric ->
                        bases.keySet().stream().noneMatch(each -> each.metric().equals(metric)))
                .forEach(this::whole);
    }

    private void usual() {
        Set<String> held = ledger.extent().holders(view.vintage()).keySet();
        List<Metric> own = catalog.metrics().stream()
                .filter(each -> Known.fraction(catalog, each).isEmpty())
                .toList();
        List<Metric> known =
                own.stream().filter(each -> held.contains(each.code())).toList();
        (known.isEmpty() ? own : known).forEach(this::whole);
    }

    private void whole(Metric metric) {
        bases.putIfAbsent(new Series(metric, Optional.empty(), Scope.OWN), Set.of(metric.usualBasis()));
    }

    private Template.Line line(Series series, Basis basis) {
        FigureKey before = new FigureKey(
                department.code(),
                series.metric().code(),
                series.category(),
                period.previous(),
                basis,
                series.scope(),
                Optional.empty());
        return new Template.Line(
                series.metric(),
                series.category().flatMap(catalog::category),
                basis,
                series.scope(),
                Optional.ofNullable(last.get(before))
                        .filter(each -> isSaid(each.value().state())));
    }

    /// By the catalogue's own order, the whole before its parts.
    private Comparator<Template.Line> inOrder() {
        List<Metric> metrics = catalog.metrics();
        List<String> categories = catalog.classifications().stream()
                .flatMap(each -> each.categories().stream().map(Category::code))
                .toList();
        Comparator<Template.Line> byMetric = Comparator.comparingInt(each -> metrics.indexOf(each.metric()));
        return byMetric.thenComparingInt(each -> each.category()
                        .map(Category::code)
                        .map(categories::indexOf)
                        .orElse(-1))
                .thenComparing(Template.Line::basis)
                .thenComparing(Template.Line::scope);
    }
}
