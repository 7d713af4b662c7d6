package plumbline.serve;

import java.io.Flushable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.FigureKey;
import plumbline.Metric;
import plumbline.Period;
import plumbline.RecordedFigure;
import plumbline.State;
import plumbline.extract.Rows;
import plumbline.intake.Proposals;
import plumbline.ledger.FigureSelection;
import plumbline.ledger.Ledger;
import plumbline.serve.FigurePortions.Portion;

/// Where the rows of extracts come from. Thread-safe.
///
/// They are read from the ledger in portions ([FigurePortions]). Rows come metric by metric in the order of the
/// catalogue, what was stated before what is missing.
final class ExtractRows {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private final Catalog catalog;
    private final Ledger ledger;
    private final Proposals proposals;
    private final Map<Object, Count> counts = new Recent<>();

    ExtractRows(Catalog catalog, Ledger ledger) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.proposals = new Proposals(catalog, ledger);
    }

    /// How many rows there are, by state.
    record Count(long rows, Map<State, Long> states) {}

    /// The last few answers.
    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;
        private static final int KEPT = 64;

        Recent() {
            super(2 * KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > KEPT;
        }
    }

    /// Hands over all rows of the extract, and flushes now and then.
    void write(Extract extract, Rows to) throws IOException {
        to.flush();
        switch (extract.table().name()) {
            case "figures" -> figures(extract, _ -> to, to::flush);
            case "figures_wide" -> new WideRows(this, catalog, ledger).write(extract, to);
            case "cells" -> cells(extract, to);
            default -> new CodeLists(ledger.catalog(extract.view().vintage()), ledger, extract).write(to);
        }
        to.flush();
    }

    FigureRow row(Extract extract) {
        View view = extract.view();
        Provenance provenance = new Provenance(ledger.reports(view.vintage()));
        return new FigureRow(
                ledger.catalog(view.vintage()),
                tree(extract),
                provenance,
                view.vintage().sealedAt(),
                extract.style().chinese());
    }

    DepartmentTree tree(Extract extract) {
        return ledger.departments(extract.view().vintage());
    }

    Missing missing(FigureSelection selection, View view) {
        DepartmentTree tree = ledger.departments(view.vintage());
        return new Missing(ledger, proposals, tree, selection, view, departments(selection, tree));
    }

    /// Hands over the rows of the figures.
    ///
    /// @param to where the row of a period goes
    /// @param all is flushed now and then
    void figures(Extract extract, Function<Period, Rows> to, Flushable all) throws IOException {
        FigureRow row = row(extract);
        FigureSelection selection = extract.selection();
        View view = extract.view();
        Missing missing = missing(selection, view);
        List<String> departments = departments(selection, tree(extract)).stream()
                .map(Department::code)
                .toList();
        FigurePortions portions = new FigurePortions(ledger, view, metrics(selection), departments);
        Optional<Missing.Of> gaps = Optional.empty();
        for (Optional<Portion> next = portions.next(); next.isPresent(); next = portions.next()) {
            Portion portion = next.get();
            Missing.Of ofMetric = gaps.orElseGet(() -> missing.new Of(portion.metric()));
            Stream.concat(portion.figures().stream(), proposed(portion.selection(), view).stream())
                    .forEach(figure -> {
                        ofMetric.see(figure.figure().key());
                        if (selection.includes(figure.figure().key().period().span())) {
                            row.write(figure, to.apply(figure.figure().key().period()));
                        }
                    });
            all.flush();
            if (portion.isLast()) {
                ofMetric.each(gap -> row.write(gap, to.apply(gap.period())));
                all.flush();
            }
            gaps = portion.isLast() ? Optional.empty() : Optional.of(ofMetric);
        }
    }

    /// What texts are believed to state of the selection; nothing unless what awaits a person counts.
    List<RecordedFigure> proposed(FigureSelection selection, View view) {
        return !view.unconfirmedToo()
                ? List.of()
                : proposals.open(view.vintage()).stream()
                        .filter(each -> {
                            FigureKey key = each.figure().key();
                            return (selection.metrics().isEmpty()
                                            || selection.metrics().contains(key.metric()))
                                    && (selection.departments().isEmpty()
                                            || selection.departments().contains(key.department()))
                                    && selection.includes(key.period().span());
                        })
                        .toList();
    }

    private void cells(Extract extract, Rows to) throws IOException {
        DepartmentTree tree = tree(extract);
        FigureSelection selection = extract.selection();
        View view = extract.view();
        List<Department> departments = departments(selection, tree);
        Organisation organisation = new Organisation(tree, extract.asIs(), view.today());
        Set<String> codes = departments.stream()
                .flatMap(each -> organisation.below(each.code()).stream())
                .collect(Collectors.toSet());
        Known.Around around = new Known.Around(catalog, ledger, proposals, tree, view, codes, FIRST_YEAR, LAST_YEAR);
        FigureRow names = row(extract);
        Set<String> held = ledger.extent().holders(view.vintage()).keySet();
        for (Metric metric : metrics(selection)) {
            if (!isKnown(metric, held)) {
                continue;
            }
            List<Optional<String>> categories = CellRows.categories(catalog, metric);
            CellRows cells = new CellRows(organisation, selection, around.of(metric, categories), categories, names);
            for (Department department : departments) {
                cells.write(department, to);
                to.flush();
            }
        }
    }

    /// Whether any report speaks of the metric, or of both numbers it is worked out from.
    private boolean isKnown(Metric metric, Set<String> held) {
        List<Metric> fraction = Known.fraction(catalog, metric);
        return held.contains(metric.code())
                || (!fraction.isEmpty()
                        && held.containsAll(fraction.stream().map(Metric::code).toList()));
    }

    /// How many rows the figures would have. The newest vintage is counted from what stands packed beside its cells.
    Count count(FigureSelection selection, View view) {
        List<Object> key = List.of(selection, view);
        synchronized (counts) {
            Count known = counts.get(key);
            if (known != null) {
                return known;
            }
        }
        Map<State, Long> states = new EnumMap<>(State.class);
        Missing missing = missing(selection, view);
        for (Metric metric : metrics(selection)) {
            Missing.Of gaps = missing.new Of(metric);
            FigureSelection all = FigurePortions.ofAllTimes(Set.of(metric.code()), selection.departments());
            BiConsumer<FigureKey, State> see = (figure, state) -> {
                gaps.see(figure);
                if (selection.includes(figure.period().span())) {
                    states.merge(state, 1L, Math::addExact);
                }
            };
            ledger.figures().eachInBrief(all, view.vintage(), view.unconfirmedToo(), see);
            proposed(all, view)
                    .forEach(each -> see.accept(
                            each.figure().key(), each.figure().value().state()));
            gaps.each(gap -> states.merge(gap.state(), 1L, Math::addExact));
        }
        Count count =
                new Count(states.values().stream().mapToLong(Long::longValue).sum(), states);
        synchronized (counts) {
            counts.put(key, count);
        }
        return count;
    }

    List<Metric> metrics(FigureSelection selection) {
        return catalog.metrics().stream()
                .filter(each ->
                        selection.metrics().isEmpty() || selection.metrics().contains(each.code()))
                .toList();
    }

    static List<Department> departments(FigureSelection selection, DepartmentTree tree) {
        return tree.all().stream()
                .filter(each -> selection.departments().isEmpty()
                        || selection.departments().contains(each.code()))
                .toList();
    }
}
