package plumbline.serve;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.Department;
import plumbline.Hierarchy;

/// Which departments below another stand as rows of an answer: its direct children, or all.
enum Below {
    CHILDREN,
    ALL;

    static Below read(Parameters parameters) {
        return parameters.choice("below", "children", "all").equals("all") ? ALL : CHILDREN;
    }

    /// Those below the department in any of the hierarchies: in the order of the last one, a superior before those
    /// below it, then those that stood there earlier only.
    List<Department> of(String code, List<Hierarchy> hierarchies) {
        Set<Department> found = new LinkedHashSet<>();
        hierarchies.reversed().forEach(each -> in(code, each).forEach(found::add));
        return List.copyOf(found);
    }

    private Stream<Department> in(String code, Hierarchy hierarchy) {
        return switch (this) {
            case CHILDREN -> hierarchy.childrenOf(code).stream();
            case ALL -> hierarchy.subtree(code).stream().skip(1);
        };
    }
}
