package plumbline.analyse;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Hierarchy;
import plumbline.Life;
import plumbline.Metric;
import plumbline.Reorganisation;
import plumbline.Span;
import plumbline.Worded;

/// What in the life of an organisation stands between two spans of a department.
///
/// @param from the department before; for opened and closed the department itself
/// @param to the department after; for moved the new superior, for opened and closed the department itself
public record Obstacle(Kind kind, LocalDate date, String from, String to) {
    public enum Kind implements Worded {
        RENAMED,
        MERGED,
        SPLIT,
        MOVED,
        OPENED,
        CLOSED,
        /// The metric counts something else from that day on; `from` and `to` are its code.
        REDEFINED
    }

    /// The last day between the spans from which on the metric counts something else.
    static Optional<Obstacle> redefined(Metric metric, Span base, Span current) {
        return metric.changedBetween(base, current).stream()
                .reduce((_, later) -> later)
                .map(day -> new Obstacle(Kind.REDEFINED, day, metric.code(), metric.code()));
    }

    static Obstacle of(Reorganisation step) {
        Kind kind = switch (step.kind()) {
            case RENAMED -> Kind.RENAMED;
            case MERGED -> Kind.MERGED;
            case SPLIT -> Kind.SPLIT;
            case MOVED -> Kind.MOVED;
        };
        return new Obstacle(kind, step.date(), step.from(), step.to());
    }

    /// The step that makes the department another one: of those that touch it a split first, then the earliest; else
    /// its first or last day.
    static Optional<Obstacle> before(DepartmentTree tree, String code, Span base, Span current) {
        Comparator<Reorganisation> splitsFirst = Comparator.comparing(step -> step.kind() != Reorganisation.Kind.SPLIT);
        return tree.between(base, current).stream()
                .filter(step -> step.kind() != Reorganisation.Kind.MOVED)
                .filter(step -> step.from().equals(code) || step.to().equals(code))
                .min(splitsFirst)
                .map(Obstacle::of)
                .or(() -> ofLife(tree, code, base, current));
    }

    private static Optional<Obstacle> ofLife(DepartmentTree tree, String code, Span base, Span current) {
        Life life = tree.life(code);
        return life.from()
                .filter(day -> day.isAfter(base.start()))
                .map(day -> new Obstacle(Kind.OPENED, day, code, code))
                .or(() -> life.until()
                        .filter(day -> !day.isAfter(current.end()))
                        .map(day -> new Obstacle(Kind.CLOSED, day, code, code)));
    }

    /// The last move of the department, or of one above it, between the spans.
    static Optional<Obstacle> move(DepartmentTree tree, String code, Span base, Span current) {
        Hierarchy now = tree.asWas(current);
        Hierarchy then = tree.asWas(base);
        return tree.between(base, current).stream()
                .filter(step -> step.kind() == Reorganisation.Kind.MOVED)
                .filter(step -> isAtOrAbove(now, step.from(), code) || isAtOrAbove(then, step.from(), code))
                .reduce((_, later) -> later)
                .map(Obstacle::of);
    }

    private static boolean isAtOrAbove(Hierarchy hierarchy, String above, String code) {
        Optional<Department> at = Optional.of(hierarchy.department(code));
        while (at.isPresent()) {
            if (at.get().code().equals(above)) {
                return true;
            }
            at = hierarchy.parentOf(at.get().code());
        }
        return false;
    }
}
