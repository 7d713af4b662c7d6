package plumbline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who stands below whom, seen in one way: as it was over a span, or as it is on a day. Immutable.
///
/// A department may be counted with another that has taken its place; then it stands nowhere itself.
public final class Hierarchy {
    private final Map<String, Department> departments;
    private final Map<String, Life> lives;
    private final Set<String> superiors;
    private final Map<String, String> parents;
    private final Map<String, String> successors;
    private final Map<String, List<Department>> children = new HashMap<>();
    private final Map<String, List<Department>> predecessors = new HashMap<>();

    /// A way to see the organisation: a hierarchy per span. [DepartmentTree#asWas()] and
    /// [DepartmentTree#asIs(LocalDate)] are the two there are.
    public interface Over {
        Hierarchy span(Span span);

        /// Whether the department has below it, seen this way, just those it had below it then: what it stated of all
        /// of them then is a statement about nobody else.
        boolean isAsItWas(String code, Span span);
    }

    /// @param departments by code, in establishment order
    /// @param superiors codes of those that have others below them at any time
    /// @param parents code → code of the one above
    /// @param successors code → code of the one it is counted with
    Hierarchy(
            Map<String, Department> departments,
            Map<String, Life> lives,
            Set<String> superiors,
            Map<String, String> parents,
            Map<String, String> successors) {
        this.departments = departments;
        this.lives = lives;
        this.superiors = superiors;
        this.parents = Map.copyOf(withoutCircles(departments, parents));
        this.successors = Map.copyOf(successors);
        for (Department each : departments.values()) {
            String successor = successors.get(each.code());
            String parent = this.parents.get(each.code());
            if (successor != null) {
                predecessors.computeIfAbsent(successor, _ -> new ArrayList<>()).add(each);
            } else if (parent != null) {
                children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(each);
            }
        }
    }

    /// Checks refuse circles, so there are none; a ledger that holds one all the same must not hang its readers. The
    /// department that would close a circle stands at the top.
    private static Map<String, String> withoutCircles(Map<String, Department> all, Map<String, String> parents) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String code : all.keySet()) {
            Optional<String> at = Optional.ofNullable(parents.get(code));
            while (at.isPresent() && !at.get().equals(code)) {
                at = Optional.ofNullable(kept.get(at.get()));
            }
            if (at.isEmpty() && parents.containsKey(code)) {
                kept.put(code, parents.get(code));
            }
        }
        return kept;
    }

    /// The department of this code.
    ///
    /// @throws IllegalArgumentException if there is none
    public Department department(String code) {
        Department found = departments.get(code);
        if (found == null) {
            throw new IllegalArgumentException("no department " + code);
        }
        return found;
    }

    public Life life(String code) {
        return lives.getOrDefault(code, Life.ALWAYS);
    }

    public Optional<Department> parentOf(String code) {
        return Optional.ofNullable(parents.get(code)).map(this::department);
    }

    /// Direct children, in establishment order.
    public List<Department> childrenOf(String code) {
        return List.copyOf(children.getOrDefault(code, List.of()));
    }

    public boolean isLeaf(String code) {
        return !children.containsKey(code);
    }

    /// Whether others stand below it at any time, though perhaps not in this one.
    public boolean isEverInner(String code) {
        return superiors.contains(code);
    }

    /// Whether it is counted with another department and not by itself.
    public boolean isSucceeded(String code) {
        return successors.containsKey(code);
    }

    /// The departments counted with this one because it took their place, in establishment order.
    public List<Department> predecessorsOf(String code) {
        return List.copyOf(predecessors.getOrDefault(code, List.of()));
    }

    /// The department and everything below it, parents before children.
    public List<Department> subtree(String code) {
        List<Department> found = new ArrayList<>();
        if (departments.containsKey(code)) {
            found.add(department(code));
            childrenOf(code).forEach(child -> found.addAll(subtree(child.code())));
        }
        return List.copyOf(found);
    }

    /// The subtree with all that is counted in it, as far as they existed in the span.
    Set<String> membersIn(String code, Span span) {
        Set<String> members = reach(code);
        members.removeIf(each -> !life(each).existsIn(span));
        return members;
    }

    /// The subtree with all that is counted in it.
    public Set<String> reach(String code) {
        Set<String> found = new HashSet<>();
        for (Department each : subtree(code)) {
            found.add(each.code());
            predecessorsOf(each.code()).forEach(before -> found.add(before.code()));
        }
        return found;
    }
}
