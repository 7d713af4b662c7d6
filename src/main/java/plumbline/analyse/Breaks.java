package plumbline.analyse;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import plumbline.DepartmentTree;
import plumbline.Hierarchy;
import plumbline.Reorganisation;
import plumbline.Span;

/// Where a series of a department stops speaking of the same thing: the reorganisations that brought something over
/// its border. What happened wholly inside or outside leaves no mark. Stateless.
public final class Breaks {
    private Breaks() {}

    /// The breaks of a department's series as it was, by day.
    ///
    /// @param first the first span of the series
    /// @param last the last one
    public static List<Reorganisation> asWas(DepartmentTree tree, String department, Span first, Span last) {
        return within(tree, first, last)
                .filter(step -> {
                    Set<String> before = tree.asWasOn(step.date().minusDays(1)).reach(department);
                    Set<String> after = tree.asWasOn(step.date()).reach(department);
                    String then = step.kind() == Reorganisation.Kind.MOVED ? step.from() : step.to();
                    return before.contains(step.from()) != after.contains(then);
                })
                .toList();
    }

    /// The breaks that are left when today's organisation is applied to all times: parts that were split off.
    public static List<Reorganisation> asIs(
            DepartmentTree tree, Hierarchy now, String department, Span first, Span last) {
        Set<String> inside = now.reach(department);
        return within(tree, first, last)
                .filter(step -> step.kind() == Reorganisation.Kind.SPLIT)
                .filter(step -> inside.contains(step.from()) != inside.contains(step.to()))
                .toList();
    }

    private static java.util.stream.Stream<Reorganisation> within(DepartmentTree tree, Span first, Span last) {
        LocalDate start = first.start();
        return tree.reorganisations().stream()
                .filter(step -> step.date().isAfter(start) && !step.date().isAfter(last.end()));
    }
}
