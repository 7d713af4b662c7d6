package plumbline.analyse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.Aggregation;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Hierarchy;
import plumbline.Metric;
import plumbline.Span;

/// Which departments are the same thing in two spans, so that their numbers may be set side by side.
///
/// @param units what is comparable, piece by piece, in establishment order
/// @param apart who stands on one side only, or on another
/// @param obstacle why the department asked about cannot be compared at all
/// @param offered where there is an obstacle, the smallest set around the department that can be compared
public record Matching(List<Unit> units, List<Apart> apart, Optional<Obstacle> obstacle, Optional<Unit> offered) {
    /// One piece: the union of `current` is the same as the union of `base`.
    public record Unit(List<String> current, List<String> base) {}

    public record Apart(String department, Obstacle why) {}

    /// The question: a department over two spans.
    public record Asked(DepartmentTree tree, Metric metric, String department, Span base, Span current) {
        private boolean isThere(String code, Span span) {
            return tree.life(code).isExpected(metric, span);
        }

        /// Everybody tied to the department by reorganisations between the spans, as far as there in either.
        private Unit kin(String code) {
            Set<String> kin = tree.kin(code, base, current);
            return new Unit(there(kin, current), there(kin, base));
        }

        private List<String> there(Set<String> codes, Span span) {
            return tree.all().stream()
                    .map(Department::code)
                    .filter(code -> codes.contains(code) && isThere(code, span))
                    .toList();
        }

        /// Whether the kin as a whole were there from the first day of the base to the last of the current span: half a
        /// year is not set beside a whole one. Of a stock only the ends of the spans matter.
        private boolean isThroughout(Unit kin) {
            if (kin.current().isEmpty() || kin.base().isEmpty()) {
                return false;
            }
            return metric.overTime() == Aggregation.LAST
                    || (kin.base().stream().anyMatch(each -> tree.life(each).hasBegunOn(base.start()))
                            && kin.current().stream()
                                    .anyMatch(each -> !tree.life(each).hasEndedOn(current.end())));
        }

        /// Who of the department's kin was still there when the current span ended.
        private List<String> survivors(String code) {
            return there(tree.kin(code, base, current), new Span(current.year(), current.last(), current.last()))
                    .stream()
                    .filter(each -> tree.life(each).existsOn(current.end()))
                    .toList();
        }
    }

    /// Every department against those it came from.
    static Matching likeForLike(Asked asked) {
        Optional<Obstacle> redefined = Obstacle.redefined(asked.metric(), asked.base(), asked.current());
        if (redefined.isPresent()) {
            return new Matching(List.of(), List.of(), redefined, Optional.empty());
        }
        String code = asked.department();
        Unit kin = asked.kin(code);
        boolean apart = !asked.isThroughout(kin);
        boolean gone = !asked.isThere(code, asked.current());
        if (apart || gone) {
            return refused(asked, apart ? Optional.empty() : Optional.of(kin));
        }
        if (asked.tree().isEverInner(code)) {
            return pieces(asked, kin);
        }
        return asked.survivors(code).equals(List.of(code))
                ? new Matching(List.of(kin), List.of(), Optional.empty(), Optional.empty())
                : refused(asked, Optional.of(kin));
    }

    /// Every department with those counted with it today, on either side. What was split off is not known to have been
    /// anybody's part before.
    static Matching asIs(Asked asked, Hierarchy now) {
        Optional<Obstacle> redefined = Obstacle.redefined(asked.metric(), asked.base(), asked.current());
        if (redefined.isPresent()) {
            return new Matching(List.of(), List.of(), redefined, Optional.empty());
        }
        String code = asked.department();
        Unit kin = asked.kin(code);
        if (now.isSucceeded(code)) {
            return refused(asked, Optional.empty());
        }
        Set<String> inside = now.reach(code);
        Set<String> current = new LinkedHashSet<>(asked.there(inside, asked.current()));
        Set<String> base = new LinkedHashSet<>(asked.there(inside, asked.base()));
        if (!asked.isThroughout(new Unit(List.copyOf(current), List.copyOf(base)))) {
            return refused(asked, Optional.of(kin).filter(asked::isThroughout));
        }
        if (asked.tree().isEverInner(code)) {
            return pieces(asked, current, base);
        }
        return current.containsAll(kin.current()) && base.containsAll(kin.base())
                ? new Matching(
                        List.of(new Unit(List.copyOf(current), List.copyOf(base))),
                        List.of(),
                        Optional.empty(),
                        Optional.empty())
                : refused(asked, Optional.of(kin));
    }

    private static Matching refused(Asked asked, Optional<Unit> offered) {
        Optional<Obstacle> obstacle = Obstacle.before(asked.tree(), asked.department(), asked.base(), asked.current());
        return new Matching(List.of(), List.of(), obstacle, offered);
    }

    private static Matching pieces(Asked asked, Unit roots) {
        List<String> others = asked.survivors(asked.department()).stream()
                .filter(code -> !code.equals(asked.department()))
                .toList();
        List<String> ours =
                roots.current().stream().filter(code -> !others.contains(code)).toList();
        return pieces(asked, below(asked, ours, asked.current()), below(asked, roots.base(), asked.base()));
    }

    /// Pairs what stands below a department in one span with what stands below it in the other.
    private static Matching pieces(Asked asked, Set<String> now, Set<String> then) {
        Set<String> all = new LinkedHashSet<>();
        asked.tree().all().stream()
                .map(Department::code)
                .filter(code -> now.contains(code) || then.contains(code))
                .forEach(all::add);
        List<Unit> units = new ArrayList<>();
        List<Apart> apart = new ArrayList<>();
        while (!all.isEmpty()) {
            String code = all.iterator().next();
            Unit kin = asked.kin(code);
            boolean inside = asked.isThroughout(kin) && now.containsAll(kin.current()) && then.containsAll(kin.base());
            if (inside) {
                units.add(kin);
                all.removeAll(kin.current());
                all.removeAll(kin.base());
            } else {
                why(asked, code, now, then).ifPresent(why -> apart.add(new Apart(code, why)));
            }
            all.remove(code);
        }
        return new Matching(units, apart, Optional.empty(), Optional.empty());
    }

    /// Who was there in the span at or below one of the departments.
    private static Set<String> below(Asked asked, List<String> roots, Span span) {
        Hierarchy hierarchy = asked.tree().asWas(span);
        Set<String> found = new LinkedHashSet<>();
        for (String root : roots) {
            hierarchy.subtree(root).stream()
                    .map(Department::code)
                    .filter(code -> asked.isThere(code, span))
                    .forEach(found::add);
        }
        return found;
    }

    /// Why a department is on one side only: it moved over the border, else what became of it.
    private static Optional<Obstacle> why(Asked asked, String code, Set<String> now, Set<String> then) {
        boolean moved = now.contains(code) != then.contains(code)
                && asked.isThere(code, asked.current())
                && asked.isThere(code, asked.base());
        Optional<Obstacle> move =
                moved ? Obstacle.move(asked.tree(), code, asked.base(), asked.current()) : Optional.empty();
        return move.or(() -> Obstacle.before(asked.tree(), code, asked.base(), asked.current()));
    }
}
