package plumbline.consolidate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.Aggregation;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Department;
import plumbline.Hierarchy;
import plumbline.Interval;
import plumbline.Life;
import plumbline.Method;
import plumbline.Metric;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;

/// The totals of one metric over the departments, seen as they were or as they are, with how many of the expected
/// departments stand behind them.
///
/// Expected are the leaves below a department that exist in the span and hold the metric; what does not apply leaves
/// the denominator. Figures an inner department states of its own are a part, too. A heading whose children do not add
/// up has no total and gives nothing upwards. Whoever is counted with a successor is a part of that successor. An inner
/// department's consolidated statement is its value and goes up as such, checked against the sum of the children; it
/// speaks of its whole subtree, so all expected there stand behind it. A contested number stays and enters the total,
/// which then carries the conflict: its own number and what it would be by the other side. Stateless apart from what it
/// is given; deterministic.
public final class DepartmentTotals implements Totals {
    /// Where cells over time are found.
    @FunctionalInterface
    public interface Cells {
        Optional<Cell> at(SeriesKey key, Span span);
    }

    /// Why there is no cell; see [Gaps].
    @FunctionalInterface
    public interface Reasons {
        State why(String department, Span span);
    }

    private final Hierarchy.Over organisation;
    private final Metric metric;
    private final Set<String> holders;
    private final Cells cells;
    private final Reasons reasons;

    /// Totals over one way of seeing the organisation.
    ///
    /// @param holders codes of the departments that ever reported the metric, or owe it by the calendar
    public DepartmentTotals(
            Hierarchy.Over organisation, Metric metric, Set<String> holders, Cells cells, Reasons reasons) {
        this.organisation = organisation;
        this.metric = metric;
        this.holders = Set.copyOf(holders);
        this.cells = cells;
        this.reasons = reasons;
    }

    /// The department's value over the span: of a leaf its own cell, of an inner department its total. Of a department
    /// that ended within the span, the months it lived are asked for.
    ///
    /// @throws ArithmeticException naming the series if a sum leaves 64 bits
    @Override
    public Cell total(String department, Optional<String> category, Span span) {
        return whole(department, category, span).cell();
    }

    @Override
    public Whole whole(String department, Optional<String> category, Span span) {
        Hierarchy tree = organisation.span(span);
        Department asked = tree.department(department);
        Span lived = monthsOf(tree.life(department), span);
        if (!lived.equals(span) && !organisation.span(lived).isLeaf(department)) {
            return whole(organisation.span(lived), asked, category, lived);
        }
        return whole(tree, asked, category, span);
    }

    private static Span monthsOf(Life life, Span span) {
        LocalDate last = life.noLaterThan(span.end());
        boolean ends = life.existsIn(span) && last.isBefore(span.end());
        boolean wholeMonth = last.plusDays(1).getDayOfMonth() == 1;
        int month = wholeMonth ? last.getMonthValue() : last.getMonthValue() - 1;
        return ends && month >= span.first() ? new Span(span.year(), span.first(), month) : span;
    }

    private Whole whole(Hierarchy tree, Department asked, Optional<String> category, Span span) {
        SeriesKey key = key(asked, category, Scope.CONSOLIDATED);
        try {
            if (tree.isSucceeded(asked.code())) {
                return new Whole(missing(key, span, State.NOT_APPLICABLE), Optional.empty(), Optional.empty());
            }
            if (tree.isLeaf(asked.code())) {
                return new Whole(single(tree, asked, category, span), Optional.empty(), Optional.empty());
            }
            boolean addUp = childrenAddUp(asked);
            Cell sum = addUp
                    ? sum(key, span, subtotal(tree, asked, category, span))
                    : missing(key, span, State.NOT_APPLICABLE);
            Optional<Cell> statement = statement(asked, category, span);
            return new Whole(
                    statement.map(each -> checked(each, sum)).orElse(sum),
                    statement.filter(each -> each.interval().isPresent()),
                    Optional.of(sum).filter(_ -> addUp));
        } catch (ArithmeticException beyond) {
            throw Parts.beyond64Bits(key, span.toString(), beyond);
        }
    }

    /// A leaf with whoever is counted with it. To a superior with nobody below it in this span nothing applies.
    private Cell single(Hierarchy tree, Department asked, Optional<String> category, Span span) {
        List<Department> counted = counted(tree, asked, span);
        if (counted.size() > 1 && !isAdditive()) {
            return missing(key(asked, category, Scope.CONSOLIDATED), span, State.NOT_APPLICABLE);
        }
        if (counted.size() > 1) {
            return sum(key(asked, category, Scope.CONSOLIDATED), span, together(tree, counted, category, span));
        }
        Department one = counted.isEmpty() ? asked : counted.getFirst();
        boolean idle = tree.isEverInner(one.code()) && !holders.contains(one.code());
        return leaf(one, category, span)
                .orElseGet(() -> missing(
                        key(asked, category, Scope.OWN), span, idle ? State.NOT_APPLICABLE : why(tree, one, span)));
    }

    /// Those of a department and its predecessors of which something is expected.
    private List<Department> counted(Hierarchy tree, Department department, Span span) {
        return Stream.concat(tree.predecessorsOf(department.code()).stream(), Stream.of(department))
                .filter(each -> tree.life(each.code()).isExpected(metric, span))
                .toList();
    }

    @Override
    public Cell together(String asked, List<String> departments, Optional<String> category, Span span) {
        Hierarchy tree = organisation.span(span);
        List<Department> all = departments.stream()
                .map(tree::department)
                .filter(each -> tree.life(each.code()).isExpected(metric, span))
                .toList();
        SeriesKey key = key(tree.department(asked), category, Scope.CONSOLIDATED);
        try {
            if (all.size() > 1 && !isAdditive()) {
                return missing(key, span, State.NOT_APPLICABLE);
            }
            return all.size() == 1 && tree.isLeaf(all.getFirst().code())
                    ? leaf(all.getFirst(), category, span)
                            .orElseGet(() -> missing(key, span, why(tree, all.getFirst(), span)))
                    : sum(key, span, together(tree, all, category, span));
        } catch (ArithmeticException beyond) {
            throw Parts.beyond64Bits(key, span.toString(), beyond);
        }
    }

    @Override
    public boolean isExpected(String department, Optional<String> category, Span span) {
        Hierarchy tree = organisation.span(span);
        return tree.life(department).isExpected(metric, span)
                && ofOne(tree, tree.department(department), category, span).expected() > 0;
    }

    private Subtotal together(Hierarchy tree, List<Department> departments, Optional<String> category, Span span) {
        return Subtotal.together(departments.stream()
                .map(each -> ofOne(tree, each, category, span))
                .toList());
    }

    private State why(Hierarchy tree, Department department, Span span) {
        return tree.life(department.code()).isExpected(metric, span)
                ? reasons.why(department.code(), span)
                : State.NOT_APPLICABLE;
    }

    private boolean childrenAddUp(Department department) {
        return department.additive() && isAdditive();
    }

    private boolean isAdditive() {
        return switch (metric.overDepartments()) {
            case SUM, BOUND -> true;
            case LAST, NONE, RATIO -> false;
        };
    }

    /// What a subtree contributes. `cells` without a number are kept for the figures behind them.
    private record Subtotal(List<Cell> cells, List<State> missing, int reported, int expected) {
        static Subtotal of(Cell cell, int departments) {
            boolean known = cell.state().hasNumber() && cell.method() != Method.PARTIAL;
            List<State> missing = cell.state().hasNumber() ? List.of() : List.of(cell.state());
            return new Subtotal(List.of(cell), missing, known ? departments : 0, departments);
        }

        static Subtotal missing(State why) {
            return new Subtotal(List.of(), List.of(why), 0, 1);
        }

        static Subtotal together(List<Subtotal> all) {
            List<Cell> cells = new ArrayList<>();
            List<State> missing = new ArrayList<>();
            int reported = 0;
            int expected = 0;
            for (Subtotal each : all) {
                cells.addAll(each.cells);
                missing.addAll(each.missing);
                reported += each.reported;
                expected += each.expected;
            }
            return new Subtotal(cells, missing, reported, expected);
        }

        boolean isComplete() {
            return expected > 0 && reported == expected;
        }
    }

    private static final Subtotal NOTHING = new Subtotal(List.of(), List.of(), 0, 0);

    private Subtotal subtotal(Hierarchy tree, Department department, Optional<String> category, Span span) {
        List<Subtotal> parts = new ArrayList<>();
        Stream.concat(Stream.of(department), tree.predecessorsOf(department.code()).stream())
                .forEach(each -> ofItsOwn(each, category, span).ifPresent(parts::add));
        for (Department child : tree.childrenOf(department.code())) {
            parts.add(
                    tree.isLeaf(child.code())
                            ? together(tree, counted(tree, child, span), category, span)
                            : ofInner(tree, child, category, span));
        }
        return Subtotal.together(parts);
    }

    private Optional<Subtotal> ofItsOwn(Department inner, Optional<String> category, Span span) {
        return cells.at(key(inner, category, Scope.OWN), span)
                .filter(own -> own.state() != State.NOT_APPLICABLE)
                .map(own -> Subtotal.of(own, 1));
    }

    private Subtotal ofOne(Hierarchy tree, Department leaf, Optional<String> category, Span span) {
        if (!tree.isLeaf(leaf.code())) {
            return ofItsOwn(leaf, category, span).orElse(NOTHING);
        }
        Optional<Cell> cell = leaf(leaf, category, span);
        if (cell.isPresent()) {
            return cell.get().state() == State.NOT_APPLICABLE ? NOTHING : Subtotal.of(cell.get(), 1);
        }
        State why = holders.contains(leaf.code()) ? why(tree, leaf, span) : State.NOT_APPLICABLE;
        return why == State.NOT_APPLICABLE ? NOTHING : Subtotal.missing(why);
    }

    /// As the department's own row shows it: its statement goes before the sum of what is below it.
    private Subtotal ofInner(Hierarchy tree, Department inner, Optional<String> category, Span span) {
        SeriesKey key = key(inner, category, Scope.CONSOLIDATED);
        Subtotal below = inner.additive() ? subtotal(tree, inner, category, span) : NOTHING;
        return statement(inner, category, span)
                .filter(statement -> statement.state().hasNumber() && statement.method() != Method.PARTIAL)
                .map(statement -> checked(statement, sum(key, span, below)))
                .map(statement -> Subtotal.of(statement, Math.max(1, below.expected())))
                .orElse(below);
    }

    /// What an inner department states of all below it; nothing where others stand below it than did then.
    private Optional<Cell> statement(Department inner, Optional<String> category, Span span) {
        return cells.at(key(inner, category, Scope.CONSOLIDATED), span)
                .filter(_ -> organisation.isAsItWas(inner.code(), span));
    }

    /// A leaf has nothing below it, so what it states consolidated is its own.
    private Optional<Cell> leaf(Department leaf, Optional<String> category, Span span) {
        return cells.at(key(leaf, category, Scope.OWN), span)
                .or(() -> cells.at(key(leaf, category, Scope.CONSOLIDATED), span));
    }

    private Cell sum(SeriesKey key, Span span, Subtotal of) {
        Coverage coverage = new Coverage(of.reported(), of.expected());
        Aggregation how = metric.overDepartments();
        Optional<Interval> whole = Parts.together(how, of.cells());
        if (whole.isEmpty()) {
            return new Cell(
                    key,
                    span,
                    Method.MISSING,
                    Gaps.mostFrequent(of.missing()),
                    OptionalLong.empty(),
                    Optional.empty(),
                    Parts.review(of.cells()),
                    Optional.empty(),
                    coverage,
                    Parts.revision(of.cells()),
                    Parts.figures(of.cells()));
        }
        return of.isComplete()
                ? Parts.summed(how, key, span, Method.SUMMED, whole.get(), of.cells(), coverage)
                : Parts.summed(
                        how,
                        key,
                        span,
                        Method.PARTIAL,
                        Interval.atLeast(whole.get().lower()),
                        of.cells(),
                        coverage);
    }

    /// The department's own consolidated statement, marked if its children cannot be true together with it; the
    /// children's sum where the statement is none or knows less.
    private static Cell checked(Cell statement, Cell sum) {
        if (statement.interval().isEmpty()) {
            return statement.method() == Method.STATED ? statement : sum;
        }
        if (statement.method() == Method.PARTIAL
                && knowsMore(sum, statement.interval().get())) {
            return sum;
        }
        if (statement.conflict().isPresent() || sum.interval().isEmpty()) {
            return statement;
        }
        Interval children = sum.interval().get();
        boolean agree = !RoundingTolerance.contradict(
                statement.state(), statement.interval().get(), sum.state(), children);
        return agree ? statement : Statements.inConflict(statement, children, List.of(sum));
    }

    private static boolean knowsMore(Cell sum, Interval bound) {
        return sum.method() == Method.SUMMED
                || (sum.interval().isPresent() && sum.interval().get().lower() >= bound.lower());
    }

    private static Cell missing(SeriesKey key, Span span, State why) {
        return Cell.missing(key, span, why, new Coverage(0, why == State.NOT_APPLICABLE ? 0 : 1));
    }

    private SeriesKey key(Department department, Optional<String> category, Scope scope) {
        return new SeriesKey(department.code(), metric.code(), category, scope);
    }
}
