package plumbline.serve;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.FigureKey;
import plumbline.Hierarchy;
import plumbline.Metric;
import plumbline.RecordedFigure;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;
import plumbline.consolidate.DepartmentTotals;
import plumbline.consolidate.Gaps;
import plumbline.consolidate.Ratios;
import plumbline.consolidate.Totals;
import plumbline.intake.Proposals;
import plumbline.ledger.Ledger;

/// Everything the questions about one metric need, read at once from one vintage.
///
/// @param holders codes of the departments that ever reported the metric, or owe it by the calendar
/// @param cells by series, and of a series by span
/// @param proposed what texts are believed to say of the metric
/// @param unconfirmed what awaits a person, in forms and in texts; nothing where that counts
/// @param fraction of a ratio what is known above and below the line; else empty
record Known(
        Around around,
        Metric metric,
        Set<String> holders,
        Map<SeriesKey, Map<Span, Cell>> cells,
        List<RecordedFigure> proposed,
        List<RecordedFigure> unconfirmed,
        List<Known> fraction) {

    /// What is the same for every metric: the departments asked about with their reports and deadlines, and the years.
    static final class Around {
        private final Catalog catalog;
        private final Ledger ledger;
        private final View view;
        private final DepartmentTree tree;
        private final Set<String> departments;
        private final int fromYear;
        private final int toYear;
        private final Map<String, List<Deadline>> deadlines;
        private final Map<String, Set<Span>> submissions;
        private final List<RecordedFigure> proposed;
        private final Map<String, List<RecordedFigure>> unconfirmed = new ConcurrentHashMap<>();

        /// @param departments codes; those below them included
        Around(
                Catalog catalog,
                Ledger ledger,
                Proposals proposals,
                DepartmentTree tree,
                View view,
                Set<String> departments,
                int fromYear,
                int toYear) {
            this.catalog = catalog;
            this.ledger = ledger;
            this.view = view;
            this.tree = tree;
            this.departments = departments;
            this.fromYear = fromYear;
            this.toYear = toYear;
            deadlines = ledger.deadlines(view.vintage()).stream()
                    .filter(each -> departments.contains(each.department()))
                    .collect(Collectors.groupingBy(Deadline::department));
            submissions = ledger.submissions(view.vintage(), departments, fromYear, toYear);
            proposed = proposals.open(view.vintage()).stream()
                    .filter(each -> departments.contains(each.figure().key().department()))
                    .toList();
        }

        Known of(Metric metric, Collection<Optional<String>> categories) {
            Map<SeriesKey, Map<Span, Cell>> cells = new HashMap<>();
            List<RecordedFigure> waiting = waiting(metric, categories);
            for (Cell cell : cells(metric, categories, waiting)) {
                cells.computeIfAbsent(cell.key(), _ -> new HashMap<>()).put(cell.span(), cell);
            }
            Set<String> holders =
                    new HashSet<>(ledger.extent().holders(view.vintage()).getOrDefault(metric.code(), Set.of()));
            deadlines.values().stream()
                    .flatMap(List::stream)
                    .filter(each -> each.metric().equals(Optional.of(metric.code())))
                    .forEach(each -> holders.add(each.department()));
            waiting.forEach(each -> holders.add(each.figure().key().department()));
            List<Known> fraction = fraction(catalog, metric).stream()
                    .map(part -> of(part, categories))
                    .toList();
            return new Known(this, metric, holders, cells, waiting, unconfirmed(metric, waiting), fraction);
        }

        /// What texts are believed to say of the metric.
        private List<RecordedFigure> waiting(Metric metric, Collection<Optional<String>> categories) {
            return proposed.stream()
                    .filter(each -> each.figure().key().metric().equals(metric.code())
                            && categories.contains(each.figure().key().category()))
                    .filter(each -> {
                        int year = each.figure().key().period().year();
                        return year >= fromYear && year <= toYear;
                    })
                    .toList();
        }

        private List<Cell> cells(Metric metric, Collection<Optional<String>> categories, List<RecordedFigure> waiting) {
            return view.unconfirmedToo()
                    ? ledger.cellsWithUnconfirmed(
                            view.vintage(), metric.code(), categories, departments, fromYear, toYear, waiting)
                    : ledger.cells(view.vintage(), metric.code(), categories, departments, fromYear, toYear);
        }

        private List<RecordedFigure> unconfirmed(Metric metric, List<RecordedFigure> waiting) {
            if (view.unconfirmedToo()) {
                return List.of();
            }
            List<RecordedFigure> ofForms = unconfirmed.computeIfAbsent(
                    metric.code(), code -> ledger.figures().unconfirmed(view.vintage(), code, departments));
            return Stream.concat(waiting.stream(), ofForms.stream()).toList();
        }

        /// The department with its life as the reorganisations leave it.
        Department lived(String code) {
            return tree.lived(code);
        }

        LocalDate today() {
            return view.today();
        }

        DepartmentTree tree() {
            return tree;
        }

        View view() {
            return view;
        }
    }

    /// The metrics above and below the line of a ratio that is worked out again; else none.
    static List<Metric> fraction(Catalog catalog, Metric metric) {
        Optional<Metric> above = metric.numerator().flatMap(catalog::metric);
        Optional<Metric> below = metric.denominator().flatMap(catalog::metric);
        return above.isPresent() && below.isPresent() ? List.of(above.get(), below.get()) : List.of();
    }

    /// The first year of which anything is known; the last one asked about where nothing is.
    int firstYear() {
        return years().min().orElse(around.toYear);
    }

    /// Whether anything is known of a year or those after it.
    boolean saysAnythingFrom(int year) {
        return years().anyMatch(each -> each >= year);
    }

    private IntStream years() {
        return IntStream.concat(
                cells.values().stream()
                        .flatMapToInt(each -> each.keySet().stream().mapToInt(Span::year)),
                fraction.stream().flatMapToInt(Known::years));
    }

    /// @param organisation how the departments are seen
    Totals totals(Optional<String> category, Hierarchy.Over organisation) {
        Totals stated = added(category, organisation);
        return fraction.isEmpty()
                ? stated
                : new Ratios(
                        stated,
                        fraction.getFirst().totals(category, organisation),
                        fraction.getLast().totals(category, organisation),
                        metric.decimals());
    }

    private DepartmentTotals added(Optional<String> category, Hierarchy.Over organisation) {
        Map<String, Gaps> gaps = new HashMap<>();
        List<FigureKey> awaited = unconfirmed.stream()
                .map(each -> each.figure().key())
                .filter(each -> each.category().equals(category))
                .toList();
        return new DepartmentTotals(
                organisation,
                metric,
                holders,
                (key, span) ->
                        Optional.ofNullable(cells.getOrDefault(key, Map.of()).get(span)),
                (department, span) -> {
                    State why = gaps.computeIfAbsent(department, this::gaps).why(span, about(department, category));
                    return isSilent(why) && awaits(awaited, department, span) ? State.UNCONFIRMED : why;
                });
    }

    /// Where nothing is known, something that awaits a person says more than silence.
    private static boolean isSilent(State why) {
        return why == State.NOT_MENTIONED || why == State.NOT_REPORTED || why == State.NOT_DUE;
    }

    private static boolean awaits(List<FigureKey> awaited, String department, Span span) {
        return awaited.stream()
                .anyMatch(each -> each.department().equals(department)
                        && span.contains(each.period().span(each.basis())));
    }

    private Gaps gaps(String department) {
        return new Gaps(
                around.lived(department),
                metric.code(),
                around.submissions.getOrDefault(department, Set.of()),
                around.deadlines.getOrDefault(department, List.of()),
                around.today());
    }

    /// The cells of a department's series, in either scope.
    private Collection<Cell> about(String department, Optional<String> category) {
        return Stream.of(Scope.values())
                .map(scope -> new SeriesKey(department, metric.code(), category, scope))
                .flatMap(key -> cells.getOrDefault(key, Map.of()).values().stream())
                .toList();
    }
}
