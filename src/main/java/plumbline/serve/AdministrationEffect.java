package plumbline.serve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import plumbline.Method;
import plumbline.Metric;
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
            periods = periods(after.ledger().periods(after.view().vintage()));
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
            if (!affected.isEmpty() && !periods.isEmpty()) {
                Set<String> below = new HashSet<>();
                affected.forEach(code -> {
                    below.addAll(before.tree().everBelow(code));
                    below.addAll(after.tree().everBelow(code));
                });
                Map<String, Set<String>> holders =
                        after.ledger().holders(after.view().vintage());
                for (Metric metric : after.catalog().metrics()) {
                    if (holders.getOrDefault(metric.code(), Set.of()).stream().anyMatch(below::contains)) {
                        compare(metric, false);
                        compare(metric, true);
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

        private void compare(Metric metric, boolean asIs) {
            Map<Key, Cell> old = new HashMap<>();
            Set<Break> oldBreaks = new HashSet<>();
            draw(before, metric, asIs, old, oldBreaks);
            Map<Key, Cell> now = new LinkedHashMap<>();
            Set<Break> nowBreaks = new HashSet<>();
            draw(after, metric, asIs, now, nowBreaks);
            Set<Optional<String>> used = new HashSet<>(List.of(Optional.empty()));
            List.of(old, now)
                    .forEach(cells -> cells.forEach((key, cell) -> {
                        if (cell.method() != Method.MISSING) {
                            used.add(key.category());
                        }
                    }));
            Set<Key> keys = new LinkedHashSet<>(now.keySet());
            keys.addAll(old.keySet());
            keys.removeIf(key -> !used.contains(key.category())); // nothing is drawn of it
            for (Key key : keys) {
                Optional<Cell> one = Optional.ofNullable(old.get(key));
                Optional<Cell> other = Optional.ofNullable(now.get(key));
                if (!isDrawnAlike(one, other)) {
                    changed.putIfAbsent(key, new Changed(key, asIs, one, other));
                    charts.add(new Chart(key.department(), metric.code()));
                }
            }
            for (Break each : symmetric(oldBreaks, nowBreaks)) {
                breaks.add(each);
                charts.add(new Chart(each.subject(), metric.code()));
            }
        }

        /// Of a gap only its reason is drawn.
        private static boolean isDrawnAlike(Optional<Cell> one, Optional<Cell> other) {
            boolean gaps = one.flatMap(Cell::interval).isEmpty()
                    && other.flatMap(Cell::interval).isEmpty();
            return gaps && one.flatMap(Cell::conflict).equals(other.flatMap(Cell::conflict))
                    ? one.map(Cell::state).equals(other.map(Cell::state))
                    : one.equals(other);
        }

        private static <T> Set<T> symmetric(Set<T> one, Set<T> other) {
            Set<T> different = new HashSet<>(one);
            different.removeAll(other);
            Set<T> rest = new HashSet<>(other);
            rest.removeAll(one);
            different.addAll(rest);
            return different;
        }

        private void draw(Side side, Metric metric, boolean asIs, Map<Key, Cell> cells, Set<Break> found) {
            Set<Integer> lengths = side.ledger().lengths(side.view().vintage()).getOrDefault(metric.code(), Set.of());
            List<Department> departments = side.known(affected);
            if (lengths.isEmpty() || departments.isEmpty()) {
                return;
            }
            List<Optional<String>> categories = new ArrayList<>(List.of(Optional.empty()));
            side.catalog().categoriesOf(metric).forEach(each -> categories.add(Optional.of(each.code())));
            SeriesQuestion question = new SeriesQuestion(
                    metric,
                    categories,
                    departments,
                    periods.stream()
                            .filter(each -> lengths.contains(each.span().months()))
                            .toList(),
                    metric.usualBasis(),
                    asIs);
            if (question.periods().isEmpty()) {
                return;
            }
            for (Series series : side.charts().series(question, side.tree(), side.view())) {
                String department = series.key().department();
                for (int i = 0; i < series.cells().size(); i++) {
                    cells.put(
                            new Key(
                                    department,
                                    metric.code(),
                                    series.key().category(),
                                    series.periods().get(i)),
                            shown(series.cells().get(i)));
                }
                for (Reorganisation step : series.breaks()) {
                    found.add(new Break(
                            department, "%s %s %s %s".formatted(step.date(), step.kind(), step.from(), step.to())));
                }
            }
        }

        /// Metrics that are called, read or dated otherwise.
        private void definitions() {
            Map<String, Set<String>> holders =
                    after.ledger().holders(after.view().vintage());
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
