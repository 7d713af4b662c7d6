package plumbline.serve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Hierarchy;
import plumbline.Metric;
import plumbline.Name;
import plumbline.Period;
import plumbline.Reorganisation;
import plumbline.Span;
import plumbline.Vintage;
import plumbline.analyse.Series;
import plumbline.ledger.Ledger;
import plumbline.serve.Charts.SeriesQuestion;

/// What a change of the organisation does to the charts: each of them is worked out from the ledger as it is and from
/// the ledger as it would be, by what draws them.
///
/// @param charts how many charts (a department's metric) come to differ
/// @param figures how many values on them, counted once for each department, metric, category and period
/// @param breaks how many breaks of departments or metrics come or go
/// @param listed the first of the values
record AdministrationEffect(int charts, int figures, int breaks, List<Changed> listed) {
    private static final int LISTED = 100;

    /// A value on charts.
    ///
    /// @param asIs whether it differs only where today's organisation is applied to all periods
    record Changed(Key key, boolean asIs, Optional<Cell> before, Optional<Cell> after) {}

    /// What a value is about.
    record Key(String department, String metric, Optional<String> category, Period period) {}

    private record Chart(String department, String metric) {}

    private record Break(String subject, String what) {}

    /// One state of the ledger.
    private record Side(Ledger ledger, View view, DepartmentTree tree, Catalog catalog, Charts charts) {
        static Side of(Ledger ledger, Vintage vintage, View.Views views) {
            Catalog catalog = ledger.catalog(vintage);
            return new Side(
                    ledger, views.at(vintage), ledger.departments(vintage), catalog, new Charts(catalog, ledger));
        }

        List<Department> known(Collection<String> codes) {
            return codes.stream().flatMap(code -> tree.withCode(code).stream()).toList();
        }

        /// Departments and calendar without their names: what numbers depend on.
        List<Object> shape() {
            List<Object> shape = new ArrayList<>(tree.reorganisations());
            tree.all()
                    .forEach(each -> shape.add(new Department(
                            each.code(),
                            new Name("", ""),
                            each.parent(),
                            each.opened(),
                            each.closed(),
                            each.additive())));
            shape.addAll(ledger.deadlines(view.vintage()));
            return shape;
        }

        /// What is the same for every metric.
        Known.Around around(List<Department> departments, List<Period> periods) {
            Set<String> codes = new LinkedHashSet<>();
            for (boolean asIs : new boolean[] {false, true}) {
                Hierarchy.Over organisation = Charts.organisation(asIs, tree, view);
                departments.forEach(each -> {
                    codes.addAll(tree.everBelow(each.code()));
                    periods.forEach(period ->
                            codes.addAll(organisation.span(period.span()).reach(each.code())));
                });
            }
            return charts.around(codes, periods.stream().map(Period::span).toList(), tree, view);
        }
    }

    /// Compares the ledger before with the one after.
    ///
    /// @param named codes of the departments that the change names
    static AdministrationEffect between(Ledger before, Ledger after, View.Views views, Collection<String> named) {
        return new Comparing(
                        Side.of(before, before.newest(), views),
                        Side.of(after, after.newest(), views),
                        new HashSet<>(named))
                .compare();
    }

    /// Comparing two sides.
    private static final class Comparing {
        private final Side before;
        private final Side after;
        private final Set<String> affected = new LinkedHashSet<>();
        private final List<Period> periods;
        private final Set<Chart> charts = new HashSet<>();
        private final Set<Break> breaks = new HashSet<>();
        private final Map<Key, Changed> changed = new LinkedHashMap<>();

        Comparing(Side before, Side after, Set<String> named) {
            this.before = before;
            this.after = after;
            periods = periods(after.ledger().extent().periods(after.view().vintage()));
            for (Side side : List.of(before, after)) {
                named.stream()
                        .filter(code -> side.tree().withCode(code).isPresent())
                        .forEach(code -> reach(side.tree(), code));
            }
        }

        /// The department, whoever became it or what it became, and all that ever stood above these.
        private void reach(DepartmentTree tree, String code) {
            Set<String> kin = periods.isEmpty()
                    ? Set.of(code)
                    : tree.kin(code, periods.getFirst().span(), Span.ofYear(2999));
            kin.forEach(each -> affected.addAll(tree.everAbove(each)));
        }

        private static List<Period> periods(NavigableSet<Period> said) {
            if (said.isEmpty()) {
                return List.of();
            }
            int from = said.stream().mapToInt(Period::year).min().orElseThrow();
            int to = said.stream().mapToInt(Period::year).max().orElseThrow();
            List<Period> all = new ArrayList<>();
            for (int year = from; year <= to; year++) {
                all.add(new Period.Year(year));
            }
            for (int year = from; year <= to; year++) {
                for (int part = 1; part <= 2; part++) {
                    all.add(new Period.HalfYear(year, part));
                }
                for (int part = 1; part <= 4; part++) {
                    all.add(new Period.Quarter(year, part));
                }
                for (int part = 1; part <= 12; part++) {
                    all.add(new Period.Month(year, part));
                }
            }
            return all;
        }

        AdministrationEffect compare() {
            if (!affected.isEmpty() && !periods.isEmpty() && !before.shape().equals(after.shape())) {
                List<Department> old = before.known(affected);
                List<Department> now = after.known(affected);
                Known.Around aroundOld = before.around(old, periods);
                Known.Around aroundNow = after.around(now, periods);
                Set<Integer> asked = new HashSet<>();
                symmetric(
                                new HashSet<>(
                                        before.ledger().deadlines(before.view().vintage())),
                                new HashSet<>(
                                        after.ledger().deadlines(after.view().vintage())))
                        .forEach(each -> asked.add(each.period().year()));
                for (Metric metric : held()) {
                    List<Optional<String>> categories = categories(metric);
                    Known knownOld = aroundOld.of(metric, categories);
                    Known knownNow = aroundNow.of(metric, categories);
                    Set<Integer> years = new HashSet<>(asked);
                    years.addAll(years(knownOld));
                    years.addAll(years(knownNow));
                    for (boolean asIs : new boolean[] {false, true}) {
                        compare(
                                metric,
                                asIs,
                                draw(before, old, metric, asIs, knownOld, years),
                                draw(after, now, metric, asIs, knownNow, years));
                    }
                }
            }
            definitions();
            return new AdministrationEffect(
                    charts.size(),
                    changed.size(),
                    breaks.size(),
                    changed.values().stream().limit(LISTED).toList());
        }

        /// The years of which anything is known: charts begin and end with them.
        private static Set<Integer> years(Known known) {
            Set<Integer> years = new HashSet<>();
            known.cells().values().forEach(cells -> cells.keySet().forEach(span -> years.add(span.year())));
            known.fraction().forEach(part -> years.addAll(years(part)));
            return years;
        }

        /// The metrics that anybody below the departments states.
        private List<Metric> held() {
            Set<String> below = new HashSet<>();
            affected.forEach(code -> {
                below.addAll(before.tree().everBelow(code));
                below.addAll(after.tree().everBelow(code));
            });
            Map<String, Set<String>> holders =
                    after.ledger().extent().holders(after.view().vintage());
            return after.catalog().metrics().stream()
                    .filter(each ->
                            holders.getOrDefault(each.code(), Set.of()).stream().anyMatch(below::contains))
                    .toList();
        }

        private List<Optional<String>> categories(Metric metric) {
            List<Optional<String>> categories = new ArrayList<>(List.of(Optional.empty()));
            after.catalog().categoriesOf(metric).forEach(each -> categories.add(Optional.of(each.code())));
            return categories;
        }

        /// What charts show of a metric.
        private record Drawn(Map<Key, Cell> cells, Set<Break> breaks) {}

        private void compare(Metric metric, boolean asIs, Drawn old, Drawn now) {
            Set<Key> keys = new LinkedHashSet<>(now.cells().keySet());
            keys.addAll(old.cells().keySet());
            for (Key key : keys) {
                Optional<Cell> one = Optional.ofNullable(old.cells().get(key));
                Optional<Cell> other = Optional.ofNullable(now.cells().get(key));
                if (!isDrawnAlike(one, other)) {
                    changed.putIfAbsent(key, new Changed(key, asIs, one, other));
                    charts.add(new Chart(key.department(), metric.code()));
                }
            }
            for (Break each : symmetric(old.breaks(), now.breaks())) {
                breaks.add(each);
                charts.add(new Chart(each.subject(), metric.code()));
            }
        }

        /// Of a gap only its reason is drawn.
        private static boolean isDrawnAlike(Optional<Cell> one, Optional<Cell> other) {
            boolean gaps = one.flatMap(Cell::interval).isEmpty()
                    && other.flatMap(Cell::interval).isEmpty()
                    && one.flatMap(Cell::conflict).equals(other.flatMap(Cell::conflict));
            return gaps ? one.map(Cell::state).equals(other.map(Cell::state)) : one.equals(other);
        }

        private static <T> Set<T> symmetric(Set<T> one, Set<T> other) {
            Set<T> different = new HashSet<>(one);
            different.removeAll(other);
            Set<T> rest = new HashSet<>(other);
            rest.removeAll(one);
            different.addAll(rest);
            return different;
        }

        /// The series of all departments, of the metric as a whole and of those categories that have any number.
        private Drawn draw(
                Side side, List<Department> departments, Metric metric, boolean asIs, Known known, Set<Integer> years) {
            Drawn drawn = new Drawn(new LinkedHashMap<>(), new HashSet<>());
            Set<Integer> lengths =
                    side.ledger().extent().lengths(side.view().vintage()).getOrDefault(metric.code(), Set.of());
            List<Period> shown = periods.stream()
                    .filter(each -> lengths.contains(each.span().months()) && years.contains(each.year()))
                    .toList();
            if (shown.isEmpty() || departments.isEmpty()) {
                return drawn;
            }
            Set<Optional<String>> categories = new LinkedHashSet<>(List.of(Optional.empty()));
            known.cells().keySet().forEach(key -> categories.add(key.category()));
            SeriesQuestion question =
                    new SeriesQuestion(metric, List.copyOf(categories), departments, shown, metric.usualBasis(), asIs);
            for (Series series : side.charts().series(question, known)) {
                String department = series.key().department();
                for (int i = 0; i < series.cells().size(); i++) {
                    Key key = new Key(
                            department,
                            metric.code(),
                            series.key().category(),
                            series.periods().get(i));
                    drawn.cells().put(key, shown(series.cells().get(i)));
                }
                for (Reorganisation step : series.breaks()) {
                    String what = "%s %s %s %s".formatted(step.date(), step.kind(), step.from(), step.to());
                    drawn.breaks().add(new Break(department, what));
                }
            }
            return drawn;
        }

        /// Metrics that are called, read or dated otherwise.
        private void definitions() {
            Map<String, Set<String>> holders =
                    after.ledger().extent().holders(after.view().vintage());
            for (Metric now : after.catalog().metrics()) {
                Optional<Metric> old = before.catalog().metric(now.code());
                if (old.isEmpty() || isDrawnAlike(old.get(), now)) {
                    continue;
                }
                Set<String> shown = new HashSet<>();
                holders.getOrDefault(now.code(), Set.of())
                        .forEach(code -> shown.addAll(after.tree().everAbove(code)));
                shown.forEach(code -> charts.add(new Chart(code, now.code())));
                symmetric(new HashSet<>(old.get().changed()), new HashSet<>(now.changed()))
                        .forEach(day -> breaks.add(new Break(now.code(), day.toString())));
            }
        }

        private static boolean isDrawnAlike(Metric one, Metric other) {
            return one.name().equals(other.name())
                    && one.direction() == other.direction()
                    && one.changed().equals(other.changed());
        }
    }

    /// The cell without what only the ledger numbers.
    private static Cell shown(Cell cell) {
        return new Cell(
                cell.key(),
                cell.span(),
                cell.method(),
                cell.state(),
                cell.value(),
                cell.interval(),
                cell.review(),
                cell.conflict(),
                cell.coverage(),
                0,
                List.of());
    }
}
