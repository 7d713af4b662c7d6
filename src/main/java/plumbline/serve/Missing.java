package plumbline.serve;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.FigureKey;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Span;
import plumbline.State;
import plumbline.consolidate.Gaps;
import plumbline.intake.Proposals;
import plumbline.ledger.FigureSelection;
import plumbline.ledger.Ledger;

/// The figures that should be there and are not: a department, a due period and a metric each, with the reason.
///
/// A department owes the metrics it ever stated or the calendar asks of it: for the periods the calendar names, and for
/// those it sent any report about, of a length in which it states the metric. What the calendar asks for is there where
/// it is stated or all its parts are. Where no calendar asks, nothing is missing of months that another figure covers:
/// who states the year need not state its quarters.
final class Missing {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private final DepartmentTree tree;
    private final FigureSelection selection;
    private final View view;
    private final List<Department> departments;
    private final Map<String, Set<String>> holders;
    private final Map<String, Set<Span>> submissions;
    private final Map<String, List<Deadline>> deadlines;
    private final Ledger ledger;
    private final List<FigureKey> proposed;
    private final Set<String> codes;
    private final Map<String, List<FigureKey>> awaited = new HashMap<>();

    /// A figure that is not there.
    record Gap(String department, Metric metric, Period period, State state) {}

    /// @param departments those selected, in their order
    Missing(
            Ledger ledger,
            Proposals proposals,
            DepartmentTree tree,
            FigureSelection selection,
            View view,
            List<Department> departments) {
        this.tree = tree;
        this.selection = selection;
        this.view = view;
        this.departments = departments;
        this.ledger = ledger;
        codes = departments.stream().map(Department::code).collect(Collectors.toSet());
        holders = ledger.extent().holders(view.vintage());
        submissions = ledger.submissions(view.vintage(), codes, FIRST_YEAR, LAST_YEAR);
        deadlines = ledger.deadlines(view.vintage()).stream()
                .filter(each -> codes.contains(each.department()))
                .collect(Collectors.groupingBy(Deadline::department));
        proposed = view.unconfirmedToo()
                ? List.of()
                : proposals.open(view.vintage()).stream()
                        .map(each -> each.figure().key())
                        .toList();
    }

    /// What somebody has yet to confirm of the metric.
    private List<FigureKey> awaited(String metric) {
        if (view.unconfirmedToo() || !holders.containsKey(metric)) {
            return proposed.stream().filter(each -> isWhole(each, metric)).toList();
        }
        Stream<FigureKey> ofForms = ledger.figures().unconfirmed(view.vintage(), metric, codes).stream()
                .map(each -> each.figure().key());
        return Stream.concat(proposed.stream(), ofForms)
                .filter(each -> isWhole(each, metric))
                .toList();
    }

    private static boolean isWhole(FigureKey key, String metric) {
        return key.category().isEmpty() && key.metric().equals(metric);
    }

    /// The gaps of one metric, once all its figures were seen, those of periods that are not selected among them.
    final class Of {
        private final Metric metric;
        private final Map<String, Map<Integer, Seen>> seen = new HashMap<>();
        private String lastDepartment = "";
        private int lastYear;
        private Seen last = new Seen();
        private final Map<String, Set<Integer>> lengths = new HashMap<>();
        private final List<FigureKey> waiting;

        Of(Metric metric) {
            this.metric = metric;
            this.waiting = awaited.computeIfAbsent(metric.code(), Missing.this::awaited);
        }

        /// Takes note of a figure. One with a category says nothing of the metric as a whole.
        void see(FigureKey key) {
            if (key.category().isEmpty()) {
                see(key.department(), key.period().span(), key.period().span(key.basis()));
            }
        }

        private void see(String department, Span period, Span months) {
            if (!department.equals(lastDepartment) || period.year() != lastYear) {
                lastDepartment = department;
                lastYear = period.year();
                last = seen.computeIfAbsent(department, _ -> new HashMap<>())
                        .computeIfAbsent(lastYear, _ -> new Seen());
            }
            if (last.add(period, months)) {
                lengths.computeIfAbsent(department, _ -> new HashSet<>()).add(period.months());
            }
        }

        /// In the order of the departments and periods.
        void each(Consumer<Gap> sink) {
            departments.forEach(each -> of(each, sink));
        }

        void of(Department department, Consumer<Gap> sink) {
            String code = department.code();
            List<Deadline> owed = deadlines.getOrDefault(code, List.of());
            boolean holds = holders.getOrDefault(metric.code(), Set.of()).contains(code)
                    || owed.stream().anyMatch(each -> each.metric().equals(Optional.of(metric.code())));
            if (!holds) {
                return;
            }
            Set<Integer> usual = lengths.getOrDefault(code, Set.of());
            Set<Span> asked = new HashSet<>();
            owed.stream()
                    .filter(each -> each.metric()
                            .map(metric.code()::equals)
                            .orElseGet(() -> usual.contains(each.period().span().months())))
                    .forEach(each -> asked.add(each.period().span()));
            Set<Span> due = new TreeSet<>(asked);
            submissions.getOrDefault(code, Set.of()).stream()
                    .filter(each -> usual.contains(each.months()) && !covers(code, each))
                    .forEach(due::add);
            due.removeIf(each -> isKnown(code, each) || !selection.includes(each));
            if (!due.isEmpty()) {
                explain(code, due, owed, sink);
            }
        }

        private void explain(String department, Set<Span> due, List<Deadline> owed, Consumer<Gap> sink) {
            Gaps gaps = new Gaps(
                    tree.lived(department),
                    metric.code(),
                    submissions.getOrDefault(department, Set.of()),
                    owed,
                    view.today());
            for (Span span : due) {
                State why = gaps.why(span);
                Optional<Period> period = Period.ofSpan(span);
                if (why != State.NOT_APPLICABLE && period.isPresent()) {
                    State state = awaits(department, span) ? State.UNCONFIRMED : why;
                    sink.accept(new Gap(department, metric, period.get(), state));
                }
            }
        }

        private boolean awaits(String department, Span span) {
            return waiting.stream()
                    .anyMatch(each -> each.department().equals(department)
                            && span.contains(each.period().span(each.basis())));
        }

        private boolean isKnown(String department, Span span) {
            return of(department, span.year()).map(each -> each.isKnown(span)).orElse(false);
        }

        private boolean covers(String department, Span span) {
            return of(department, span.year()).map(each -> each.covers(span)).orElse(false);
        }

        private Optional<Seen> of(String department, int year) {
            return Optional.ofNullable(seen.getOrDefault(department, Map.of()).get(year));
        }
    }

    /// What was stated of one year.
    private static final class Seen {
        private static final int MONTHS = 13;

        private final BitSet spans = new BitSet(MONTHS * MONTHS);
        private final BitSet months = new BitSet(MONTHS);

        /// @param covered what the figure speaks of: of one to date all from January on
        /// @return whether that is new
        boolean add(Span period, Span covered) {
            int at = at(period.first(), period.last());
            boolean isNew = !spans.get(at);
            spans.set(at);
            spans.set(at(covered.first(), covered.last()));
            months.set(covered.first(), covered.last() + 1);
            return isNew;
        }

        private static int at(int first, int last) {
            return first * MONTHS + last;
        }

        /// Whether it is stated, or all its parts are.
        boolean isKnown(Span period) {
            BitSet known = new BitSet(MONTHS);
            for (int first = period.first(); first <= period.last(); first++) {
                for (int last = first; last <= period.last(); last++) {
                    if (spans.get(at(first, last))) {
                        known.set(first, last + 1);
                    }
                }
            }
            return known.cardinality() == period.months();
        }

        boolean covers(Span period) {
            int first = months.nextSetBit(period.first());
            return first >= 0 && first <= period.last();
        }
    }
}
