package plumbline.consolidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import plumbline.Aggregation;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Interval;
import plumbline.Method;
import plumbline.Metric;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;

/// The totals of one metric over the department tree, with how many of the expected departments stand behind them.
///
/// Expected are the leaves below a department that exist in the span and hold the metric; what does not apply leaves
/// the denominator. Figures an inner department states of its own are a part, too. A heading whose children do not add
/// up has no total and gives nothing upwards. An inner department's consolidated statement is its value and goes up as
/// such, checked against the sum of the children; it speaks of its whole subtree, so all expected there stand behind
/// it. A contested number stays and enters the total, which then carries the conflict: its own number and what it
/// would be by the other side. Stateless apart from what it is given; deterministic.
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

    private final DepartmentTree tree;
    private final Metric metric;
    private final Set<String> holders;
    private final Cells cells;
    private final Reasons reasons;

    /// Totals over one tree.
    ///
    /// @param holders codes of the departments that ever reported the metric, or owe it by the calendar
    public DepartmentTotals(DepartmentTree tree, Metric metric, Set<String> holders, Cells cells, Reasons reasons) {
        this.tree = tree;
        this.metric = metric;
        this.holders = Set.copyOf(holders);
        this.cells = cells;
        this.reasons = reasons;
    }

    /// The department's value over the span: of a leaf its own cell, of an inner department its total.
    ///
    /// @throws ArithmeticException naming the series if a sum leaves 64 bits
    @Override
    public Cell total(String department, Optional<String> category, Span span) {
        Department asked = tree.withCode(department)
                .orElseThrow(() -> new IllegalArgumentException("no department " + department));
        if (tree.isLeaf(department)) {
            return leaf(asked, category, span)
                    .orElseGet(() -> missing(key(asked, category, Scope.OWN), span, reasons.why(department, span)));
        }
        SeriesKey key = key(asked, category, Scope.CONSOLIDATED);
        try {
            Cell sum = childrenAddUp(asked)
                    ? sum(key, span, subtotal(asked, category, span))
                    : missing(key, span, State.NOT_APPLICABLE);
            return cells.at(key, span).map(statement -> checked(statement, sum)).orElse(sum);
        } catch (ArithmeticException beyond) {
            throw Parts.beyond64Bits(key, span.toString(), beyond);
        }
    }

    private boolean childrenAddUp(Department department) {
        return department.additive()
                && switch (metric.overDepartments()) {
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

    private Subtotal subtotal(Department department, Optional<String> category, Span span) {
        List<Subtotal> parts = new ArrayList<>();
        cells.at(key(department, category, Scope.OWN), span)
                .filter(own -> own.state() != State.NOT_APPLICABLE)
                .ifPresent(own -> parts.add(Subtotal.of(own, 1)));
        for (Department child : tree.childrenOf(department.code())) {
            parts.add(tree.isLeaf(child.code()) ? ofLeaf(child, category, span) : ofInner(child, category, span));
        }
        return Subtotal.together(parts);
    }

    private Subtotal ofLeaf(Department leaf, Optional<String> category, Span span) {
        if (!leaf.existsIn(span)) {
            return NOTHING;
        }
        Optional<Cell> cell = leaf(leaf, category, span);
        if (cell.isPresent()) {
            return cell.get().state() == State.NOT_APPLICABLE ? NOTHING : Subtotal.of(cell.get(), 1);
        }
        State why = holders.contains(leaf.code()) ? reasons.why(leaf.code(), span) : State.NOT_APPLICABLE;
        return why == State.NOT_APPLICABLE ? NOTHING : Subtotal.missing(why);
    }

    /// As the department's own row shows it: its statement goes before the sum of what is below it.
    private Subtotal ofInner(Department inner, Optional<String> category, Span span) {
        SeriesKey key = key(inner, category, Scope.CONSOLIDATED);
        Subtotal below = inner.additive() ? subtotal(inner, category, span) : NOTHING;
        return cells.at(key, span)
                .filter(statement -> statement.state().hasNumber() && statement.method() != Method.PARTIAL)
                .map(statement -> checked(statement, sum(key, span, below)))
                .map(statement -> Subtotal.of(statement, Math.max(1, below.expected())))
                .orElse(below);
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
