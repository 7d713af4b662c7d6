package plumbline.analyse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import plumbline.Aggregation;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Department;
import plumbline.Hierarchy;
import plumbline.Interval;
import plumbline.Method;
import plumbline.Span;
import plumbline.State;
import plumbline.analyse.Compared.LeftOut;
import plumbline.analyse.Compared.Union;
import plumbline.analyse.Comparison.Reason;
import plumbline.analyse.Matching.Asked;
import plumbline.analyse.Matching.Unit;

/// Compares a department's numbers of two spans, like with like: a merged department with the union of its
/// predecessors, a total over matched departments only where the two totals are not of the same ones.
///
/// A row is never dropped: where nothing can be compared it says why. As safe for threads as the totals are.
public final class LikeForLike {
    /// Where totals come from.
    public interface Totals {
        /// The department's value over the span.
        Cell total(String department, Span span);

        /// What the departments make together over the span, nobody below them counted; shown for `asked`.
        Cell together(String asked, List<String> departments, Span span);

        /// Whether the department itself is expected to have a number over the span.
        boolean isExpected(String department, Span span);
    }

    private final Totals totals;

    public LikeForLike(Totals totals) {
        this.totals = totals;
    }

    /// A department compared with what it came from.
    public Compared likeForLike(Asked asked) {
        return compared(asked, Matching.likeForLike(asked));
    }

    /// A department compared with whatever is counted with it today.
    ///
    /// @param now as it is; the totals must see the organisation in the same way
    public Compared asIs(Asked asked, Hierarchy now) {
        return compared(asked, Matching.asIs(asked, now));
    }

    private Compared compared(Asked asked, Matching matching) {
        Cell current = totals.total(asked.department(), asked.current());
        Cell base = totals.total(asked.department(), asked.base());
        if (matching.units().isEmpty() && matching.apart().isEmpty()) {
            return refused(asked, matching, current, base);
        }
        boolean sole = matching.units().size() == 1 && matching.apart().isEmpty();
        if (sole && !asked.tree().isEverInner(asked.department())) {
            return ofUnit(asked, matching.units().getFirst());
        }
        return total(asked, matching, current, base);
    }

    /// A leaf: the union of its kin on either side.
    private Compared ofUnit(Asked asked, Unit unit) {
        Comparison comparison = together(asked, unit);
        List<String> itself = List.of(asked.department());
        boolean plain = unit.current().equals(itself) && unit.base().equals(itself);
        return new Compared(
                asked.department(),
                comparison.current(),
                comparison.base(),
                comparison,
                plain ? Optional.empty() : Optional.of(new Union(unit.current(), unit.base(), comparison)),
                plain ? List.of() : silent(asked, unit),
                Optional.empty(),
                Optional.empty());
    }

    /// Those of a union that have no number of their own, so that the union knows less.
    private List<LeftOut> silent(Asked asked, Unit unit) {
        List<LeftOut> silent = new ArrayList<>();
        for (String each : expected(unit.base(), asked.base())) {
            Cell cell = totals.together(asked.department(), List.of(each), asked.base());
            if (cell.interval().isEmpty()) {
                Reason why = Comparison.isWithheld(cell) ? Reason.BASE_WITHHELD : Reason.BASE_MISSING;
                silent.add(new LeftOut(each, why, Optional.empty()));
            }
        }
        for (String each : expected(unit.current(), asked.current())) {
            Cell cell = totals.together(asked.department(), List.of(each), asked.current());
            if (cell.interval().isEmpty() && unit.current().size() > 1) {
                Reason why = Comparison.isWithheld(cell) ? Reason.CURRENT_WITHHELD : Reason.CURRENT_MISSING;
                silent.add(new LeftOut(each, why, Optional.empty()));
            }
        }
        return silent;
    }

    private Comparison together(Asked asked, Unit unit) {
        return Comparison.matched(
                totals.together(asked.department(), unit.current(), asked.current()),
                totals.together(asked.department(), unit.base(), asked.base()));
    }

    private Compared refused(Asked asked, Matching matching, Cell current, Cell base) {
        Optional<Union> offered =
                matching.offered().map(unit -> new Union(unit.current(), unit.base(), together(asked, unit)));
        Optional<Compared> estimate = matching.offered()
                .filter(_ -> asked.tree().life(asked.department()).isExpected(asked.metric(), asked.current()))
                .flatMap(unit -> Shares.of(asked, unit.base()))
                .flatMap(shares -> estimated(asked, matching, shares, current, offered));
        return estimate.orElseGet(() -> new Compared(
                asked.department(),
                current,
                base,
                Comparison.refused(current, base, Reason.NOT_COMPARABLE),
                Optional.empty(),
                List.of(),
                matching.obstacle(),
                offered));
    }

    /// Against the weighted share of its predecessors; empty where one of them has no number.
    private Optional<Compared> estimated(
            Asked asked, Matching matching, Map<String, BigDecimal> shares, Cell current, Optional<Union> offered) {
        Optional<Interval> sum = Optional.of(Interval.of(0));
        List<Long> figures = new ArrayList<>();
        for (Map.Entry<String, BigDecimal> each : shares.entrySet()) {
            Cell whole = totals.together(asked.department(), List.of(each.getKey()), asked.base());
            boolean known = isWhole(whole) && whole.conflict().isEmpty();
            figures.addAll(whole.figures());
            sum = sum.filter(_ -> known)
                    .flatMap(so -> whole.interval().map(all -> so.plus(Shares.share(all, each.getValue()))));
        }
        return sum.map(share -> {
            Cell base = shareCell(current, asked.base(), share, figures);
            Comparison comparison = Comparison.estimated(current, base);
            return new Compared(
                    asked.department(),
                    current,
                    base,
                    comparison,
                    Optional.of(new Union(List.of(asked.department()), List.copyOf(shares.keySet()), comparison)),
                    List.of(),
                    matching.obstacle(),
                    offered);
        });
    }

    private static Cell shareCell(Cell current, Span span, Interval share, List<Long> figures) {
        return new Cell(
                current.key(),
                span,
                Method.DERIVED,
                share.isPoint() ? State.ABOUT : share.upper().isPresent() ? State.RANGE : State.AT_LEAST,
                share.isPoint() ? OptionalLong.of(share.lower()) : OptionalLong.empty(),
                Optional.of(share),
                current.review(),
                Optional.empty(),
                new Coverage(1, 1),
                current.revision(),
                figures.stream().sorted().distinct().toList());
    }

    /// A total: as it stands where both are of the same departments and complete, else over matched departments.
    private Compared total(Asked asked, Matching matching, Cell current, Cell base) {
        boolean addsUp = asked.metric().overDepartments() != Aggregation.NONE
                && asked.tree()
                        .withCode(asked.department())
                        .map(Department::additive)
                        .orElse(false);
        if (!addsUp) {
            return row(asked, current, base, Comparison.of(current, base), Optional.empty(), List.of());
        }
        List<LeftOut> leftOut = new ArrayList<>();
        for (Matching.Apart each : matching.apart()) {
            if (totals.isExpected(each.department(), asked.current())
                    || totals.isExpected(each.department(), asked.base())) {
                leftOut.add(new LeftOut(each.department(), Reason.NOT_COMPARABLE, Optional.of(each.why())));
            }
        }
        if (leftOut.isEmpty() && isWhole(current) && isWhole(base) && Comparison.hasSameCoverage(current, base)) {
            return new Compared(
                    asked.department(),
                    current,
                    base,
                    Comparison.of(current, base),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
        }
        List<String> now = new ArrayList<>();
        List<String> then = new ArrayList<>();
        for (Unit unit : matching.units()) {
            match(asked, unit, now, then, leftOut);
        }
        List<String> order = asked.tree().all().stream().map(Department::code).toList();
        leftOut.sort(Comparator.comparingInt(each -> order.indexOf(each.department())));
        if (now.isEmpty()) {
            Reason why = Comparison.missing(current, base)
                    .orElse(matching.units().isEmpty() ? Reason.NOT_COMPARABLE : Reason.COVERAGE_DIFFERS);
            return row(asked, current, base, Comparison.refused(current, base, why), Optional.empty(), leftOut);
        }
        Comparison matched = together(asked, new Unit(now, then));
        return row(asked, current, base, matched, Optional.of(new Union(now, then, matched)), leftOut);
    }

    private static Compared row(
            Asked asked,
            Cell current,
            Cell base,
            Comparison comparison,
            Optional<Union> matched,
            List<LeftOut> leftOut) {
        return new Compared(
                asked.department(), current, base, comparison, matched, leftOut, Optional.empty(), Optional.empty());
    }

    /// Takes a piece in where it has a whole number on both sides, else leaves it out with the reason.
    private void match(Asked asked, Unit unit, List<String> now, List<String> then, List<LeftOut> leftOut) {
        List<String> current = expected(unit.current(), asked.current());
        List<String> base = expected(unit.base(), asked.base());
        if (current.isEmpty() && base.isEmpty()) {
            return;
        }
        Comparison pair = together(asked, unit);
        Optional<Reason> why = Comparison.missing(pair.current(), pair.base())
                .or(() -> Optional.of(Reason.CONFLICT).filter(_ -> pair.reason().equals(Optional.of(Reason.CONFLICT))))
                .or(() -> isWhole(pair.current()) && isWhole(pair.base())
                        ? Optional.empty()
                        : Optional.of(silent(asked, unit).stream()
                                .map(LeftOut::reason)
                                .findFirst()
                                .orElse(Reason.COVERAGE_DIFFERS)));
        if (why.isPresent()) {
            (current.isEmpty() ? base : current)
                    .forEach(each -> leftOut.add(new LeftOut(each, why.get(), Optional.empty())));
        } else {
            now.addAll(current);
            then.addAll(base);
        }
    }

    private List<String> expected(List<String> departments, Span span) {
        return departments.stream()
                .filter(each -> totals.isExpected(each, span))
                .toList();
    }

    private static boolean isWhole(Cell cell) {
        return cell.state().hasNumber() && cell.method() != Method.PARTIAL && Comparison.isComplete(cell);
    }
}
