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
import plumbline.Catalog;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.FigureKey;
import plumbline.Metric;
import plumbline.Period;
import plumbline.RecordedFigure;
import plumbline.Span;
import plumbline.State;
import plumbline.consolidate.Gaps;
import plumbline.intake.Proposals;
import plumbline.ledger.FigureSelection;
import plumbline.ledger.Ledger;

/// The figures that should be there and are not: a department, a due period and a metric each, with the reason.
///
/// A department owes the metrics it ever stated or the calendar asks of it, for the periods the calendar names and for
/// those it sent any report about, of a length the metric is stated in. Where no calendar asks, nothing is missing of
/// months that another figure covers: who states the year need not state its quarters.
final class Missing {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private final DepartmentTree tree;
    private final FigureSelection selection;
    private final View view;
    private final List<Department> departments;
    private final Map<String, Set<String>> holders;
    private final Map<String, Set<Integer>> lengths;
    private final Map<String, Set<Span>> submissions;
    private final Map<String, List<Deadline>> deadlines;
    private final Map<String, List<FigureKey>> awaited;

    /// A figure that is not there.
    record Gap(String department, Metric metric, Period period, State state) {}

    /// @param departments those selected, in their order
    Missing(
            Catalog catalog,
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
        Set<String> codes = departments.stream().map(Department::code).collect(Collectors.toSet());
        holders = ledger.holders(view.vintage());
        lengths = ledger.lengths(view.vintage());
        submissions = ledger.submissions(view.vintage(), codes, FIRST_YEAR, LAST_YEAR);
        deadlines = ledger.deadlines(view.vintage()).stream()
                .filter(each -> codes.contains(each.department()))
                .collect(Collectors.groupingBy(Deadline::department));
        awaited = view.unconfirmedToo() ? Map.of() : awaited(catalog, ledger, proposals, codes);
    }

    /// Metric code → what somebody has yet to confirm.
    private Map<String, List<FigureKey>> awaited(
            Catalog catalog, Ledger ledger, Proposals proposals, Set<String> codes) {
        Stream<RecordedFigure> ofForms = catalog.metrics().stream()
                .filter(each -> includes(each.code()) && holders.containsKey(each.code()))
                .flatMap(each -> ledger.unconfirmed(view.vintage(), each.code(), codes).stream());
        return Stream.concat(proposals.open(view.vintage()).stream(), ofForms)
                .map(each -> each.figure().key())
                .filter(each -> each.category().isEmpty())
                .collect(Collectors.groupingBy(FigureKey::metric));
    }

    private boolean includes(String metric) {
        return selection.metrics().isEmpty() || selection.metrics().contains(metric);
    }

    /// The gaps of one metric, once all its figures were seen.
    final class Of {
        private final Metric metric;
        private final Map<String, Map<Integer, Seen>> seen = new HashMap<>();
        private String lastDepartment = "";
        private int lastYear;
        private Seen last = new Seen();

        Of(Metric metric) {
            this.metric = metric;
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
            last.add(period, months);
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
            Set<Integer> usual = lengths.getOrDefault(metric.code(), Set.of());
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
            due.removeIf(each -> states(code, each) || !selection.includes(each));
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
            return awaited.getOrDefault(metric.code(), List.of()).stream()
                    .anyMatch(each -> each.department().equals(department)
                            && span.contains(each.period().span(each.basis())));
        }

        private boolean states(String department, Span span) {
            return of(department, span.year()).map(each -> each.states(span)).orElse(false);
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

        private final BitSet periods = new BitSet(MONTHS * MONTHS);
        private final BitSet months = new BitSet(MONTHS);

        void add(Span period, Span covered) {
            periods.set(period.first() * MONTHS + period.last());
            months.set(covered.first(), covered.last() + 1);
        }

        boolean states(Span period) {
            return periods.get(period.first() * MONTHS + period.last());
        }

        boolean covers(Span period) {
            int first = months.nextSetBit(period.first());
            return first >= 0 && first <= period.last();
        }
    }
}
