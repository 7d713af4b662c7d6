package plumbline.serve;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Hierarchy;
import plumbline.Span;

/// The organisation that cells are worked out over: that of each period, or today's for all of them. Immutable.
final class Organisation {
    private final DepartmentTree tree;
    private final Hierarchy.Over over;
    /// Today's: by code whom it is counted in, itself among them; absent for that of each period.
    private final Optional<Map<String, Set<String>>> countedIn;

    /// @param asIs whether it is that of `today`
    Organisation(DepartmentTree tree, boolean asIs, LocalDate today) {
        this.tree = tree;
        over = asIs ? tree.asIs(today) : tree.asWas();
        countedIn = asIs ? Optional.of(countedIn(tree, tree.asIs(today))) : Optional.empty();
    }

    private static Map<String, Set<String>> countedIn(DepartmentTree tree, Hierarchy.Over over) {
        Hierarchy now = now(over);
        Map<String, Set<String>> found = new HashMap<>();
        for (Department each : tree.all()) {
            now.reach(each.code())
                    .forEach(code ->
                            found.computeIfAbsent(code, _ -> new HashSet<>()).add(each.code()));
        }
        return found;
    }

    /// The same over every span.
    private static Hierarchy now(Hierarchy.Over over) {
        return over.span(Span.ofYear(LocalDate.EPOCH.getYear()));
    }

    Hierarchy.Over over() {
        return over;
    }

    /// The codes of all whose numbers the department's can rest on.
    Set<String> below(String code) {
        Set<String> below = new HashSet<>(tree.everBelow(code));
        countedIn.ifPresent(_ -> below.addAll(now(over).reach(code)));
        return below;
    }

    /// The codes of all whose numbers can rest on the department's, itself among them.
    Set<String> above(String code) {
        return countedIn.map(each -> each.getOrDefault(code, Set.of(code))).orElseGet(() -> tree.everAbove(code));
    }
}
