package plumbline.analyse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Difference;
import plumbline.Interval;
import plumbline.Method;
import plumbline.Reorganisation;
import plumbline.Scope;
import plumbline.Span;
import plumbline.State;
import plumbline.Worded;

/// A value beside its base (同比, 环比): the difference first, a percentage only where it is honest, and the reason where
/// one of them is missing.
///
/// @param difference current − base; absent where one of them has no number, or the two are not of the same thing
/// @param percent with one decimal
/// @param reason absent where both difference and percent stand
public record Comparison(
        Cell current,
        Cell base,
        Optional<Difference> difference,
        Optional<BigDecimal> percent,
        Optional<Reason> reason) {
    /// Below this base a percentage says more about chance than about change.
    public static final long SMALLEST_BASE = 10;

    /// Why a difference or a percentage is missing; of several the first in this order.
    public enum Reason implements Worded {
        /// The department did not exist in the base period, or was merged or split since.
        NOT_COMPARABLE,
        BASE_MISSING,
        CURRENT_MISSING,
        BASE_WITHHELD,
        CURRENT_WITHHELD,
        /// Two totals of different sets of parts.
        COVERAGE_DIFFERS,
        /// The difference may be up, down or none.
        CANNOT_BE_JUDGED,
        BASE_ZERO,
        NOT_EXACT,
        BASE_SMALL
    }

    /// Sets a cell beside its base.
    ///
    /// @param comparable whether both cells are about the same department; see [#isComparable]
    public static Comparison of(Cell current, Cell base, boolean comparable) {
        Optional<Reason> obstacle = comparable ? missing(current, base) : Optional.of(Reason.NOT_COMPARABLE);
        if (obstacle.isPresent()
                || current.interval().isEmpty()
                || base.interval().isEmpty()) {
            return new Comparison(current, base, Optional.empty(), Optional.empty(), obstacle);
        }
        Difference difference =
                Difference.between(current.interval().get(), base.interval().get());
        Optional<Reason> reason = noPercent(current, base, difference);
        Optional<BigDecimal> percent = reason.isEmpty()
                ? Optional.of(percent(difference, base.interval().get()))
                : Optional.empty();
        return new Comparison(current, base, Optional.of(difference), percent, reason);
    }

    private static Optional<Reason> missing(Cell current, Cell base) {
        if (!base.state().hasNumber() && !isWithheld(base)) {
            return Optional.of(Reason.BASE_MISSING);
        }
        if (!current.state().hasNumber() && !isWithheld(current)) {
            return Optional.of(Reason.CURRENT_MISSING);
        }
        if (isWithheld(base)) {
            return Optional.of(Reason.BASE_WITHHELD);
        }
        return isWithheld(current) ? Optional.of(Reason.CURRENT_WITHHELD) : Optional.empty();
    }

    private static Optional<Reason> noPercent(Cell current, Cell base, Difference difference) {
        if (!hasSameCoverage(current, base)) {
            return Optional.of(Reason.COVERAGE_DIFFERS);
        }
        if (!difference.isPoint() && difference.contains(0)) {
            return Optional.of(Reason.CANNOT_BE_JUDGED);
        }
        if (base.interval().equals(Optional.of(Interval.of(0)))) {
            return Optional.of(Reason.BASE_ZERO);
        }
        if (!difference.isPoint()) {
            return Optional.of(Reason.NOT_EXACT);
        }
        return base.interval().map(Interval::lower).orElse(0L) < SMALLEST_BASE
                ? Optional.of(Reason.BASE_SMALL)
                : Optional.empty();
    }

    private static BigDecimal percent(Difference difference, Interval base) {
        return BigDecimal.valueOf(difference.lower().orElseThrow())
                .movePointRight(2)
                .divide(BigDecimal.valueOf(base.lower()), 1, RoundingMode.HALF_UP);
    }

    private static boolean isWithheld(Cell cell) {
        return cell.state() == State.WITHHELD || cell.state() == State.SUPPRESSED;
    }

    /// Complete totals differ if they are sums of different numbers of parts; a statement is complete by itself.
    private static boolean hasSameCoverage(Cell current, Cell base) {
        Coverage one = current.coverage();
        Coverage other = base.coverage();
        boolean complete = one.reported() == one.expected() && other.reported() == other.expected();
        boolean sums = current.method() == Method.SUMMED && base.method() == Method.SUMMED;
        boolean departments = current.key().scope() == Scope.CONSOLIDATED;
        return complete ? !(sums && departments) || one.equals(other) : one.equals(other);
    }

    /// Whether a department's values in both spans are about the same thing: it existed in the base span, and nothing
    /// was merged with it or split off across its border (or its subtree's) after the base span began and up to the
    /// end of the current one.
    public static boolean isComparable(DepartmentTree tree, String department, Span base, Span current) {
        List<Department> subtree = tree.subtree(department);
        if (subtree.isEmpty() || !subtree.getFirst().existsIn(base)) {
            return false;
        }
        Set<String> inside = subtree.stream().map(Department::code).collect(Collectors.toUnmodifiableSet());
        return tree.reorganisations().stream()
                .filter(step -> isBetween(step.date(), base, current))
                .filter(step -> step.kind() == Reorganisation.Kind.MERGED || step.kind() == Reorganisation.Kind.SPLIT)
                .noneMatch(step -> inside.contains(step.from()) != inside.contains(step.to()));
    }

    private static boolean isBetween(LocalDate day, Span base, Span current) {
        return day.isAfter(base.start()) && !day.isAfter(current.end());
    }
}
