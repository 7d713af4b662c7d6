package plumbline.analyse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Difference;
import plumbline.Interval;
import plumbline.Method;
import plumbline.Scope;
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
        /// The department did not exist in one of the periods, or became another one between them.
        NOT_COMPARABLE,
        BASE_MISSING,
        CURRENT_MISSING,
        BASE_WITHHELD,
        CURRENT_WITHHELD,
        /// One of the numbers is contradicted by its parts; a person has to decide first.
        CONFLICT,
        /// The base is a share of another department's number by the weight of a split: there is no percentage of a
        /// guess.
        ESTIMATED,
        /// Two totals of different sets of parts, and no part has a number in both.
        COVERAGE_DIFFERS,
        /// The difference may be up, down or none.
        CANNOT_BE_JUDGED,
        BASE_ZERO,
        NOT_EXACT,
        BASE_SMALL
    }

    /// Sets a cell beside its base, both about the same thing.
    public static Comparison of(Cell current, Cell base) {
        return of(current, base, Optional.empty(), hasSameCoverage(current, base));
    }

    /// Two unions that are known to be the same thing, of however many departments each: they need only be whole.
    static Comparison matched(Cell current, Cell base) {
        return of(current, base, Optional.empty(), isComplete(current) && isComplete(base));
    }

    /// Two cells that are not about the same thing: neither difference nor percentage.
    static Comparison refused(Cell current, Cell base, Reason why) {
        return new Comparison(current, base, Optional.empty(), Optional.empty(), Optional.of(why));
    }

    /// A cell beside a base that is a share of another number.
    static Comparison estimated(Cell current, Cell base) {
        return of(current, base, Optional.of(Reason.ESTIMATED), true);
    }

    private static Comparison of(Cell current, Cell base, Optional<Reason> reserve, boolean covered) {
        Optional<Reason> obstacle = missing(current, base);
        if (obstacle.isPresent()
                || current.interval().isEmpty()
                || base.interval().isEmpty()) {
            return new Comparison(current, base, Optional.empty(), Optional.empty(), obstacle);
        }
        Difference difference =
                Difference.between(current.interval().get(), base.interval().get());
        Optional<Reason> reason = reserve.or(() -> noPercent(current, base, difference, covered));
        Optional<BigDecimal> percent = reason.isEmpty()
                ? Optional.of(percent(difference, base.interval().get()))
                : Optional.empty();
        return new Comparison(current, base, Optional.of(difference), percent, reason);
    }

    static Optional<Reason> missing(Cell current, Cell base) {
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

    private static Optional<Reason> noPercent(Cell current, Cell base, Difference difference, boolean covered) {
        if (current.conflict().isPresent() || base.conflict().isPresent()) {
            return Optional.of(Reason.CONFLICT);
        }
        if (!covered) {
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

    static boolean isWithheld(Cell cell) {
        return cell.state() == State.WITHHELD || cell.state() == State.SUPPRESSED;
    }

    static boolean isComplete(Cell cell) {
        return cell.coverage().reported() == cell.coverage().expected();
    }

    /// Complete totals differ if they are sums of different numbers of parts; a statement is complete by itself.
    static boolean hasSameCoverage(Cell current, Cell base) {
        Coverage one = current.coverage();
        Coverage other = base.coverage();
        boolean complete = isComplete(current) && isComplete(base);
        boolean sums = current.method() == Method.SUMMED && base.method() == Method.SUMMED;
        boolean departments = current.key().scope() == Scope.CONSOLIDATED;
        return complete ? !(sums && departments) || one.equals(other) : one.equals(other);
    }
}
