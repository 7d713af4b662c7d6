package plumbline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All departments of a vintage, in establishment order (编制序): the order in which they were first named.
public final class DepartmentTree {
    private final Map<String, Department> byCode = new LinkedHashMap<>();
    private final Map<String, List<Department>> bearers = new LinkedHashMap<>();
    private final Map<String, List<Department>> children = new LinkedHashMap<>();
    private final List<Reorganisation> reorganisations;

    /// @throws IllegalArgumentException if a code stands twice or a parent does not exist
    public DepartmentTree(List<Department> departments, List<Reorganisation> reorganisations) {
        for (Department each : departments) {
            if (byCode.put(each.code(), each) != null) {
                throw new IllegalArgumentException("two departments " + each.code());
            }
            bear(each.name().zh(), each);
            if (!each.name().en().equals(each.name().zh())) {
                bear(each.name().en(), each);
            }
        }
        for (Department each : departments) {
            each.parent().ifPresent(parent -> {
                if (!byCode.containsKey(parent)) {
                    throw new IllegalArgumentException(each.code() + " has an unknown parent " + parent);
                }
                children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(each);
            });
        }
        this.reorganisations = List.copyOf(reorganisations);
    }

    private void bear(String name, Department department) {
        bearers.computeIfAbsent(name, _ -> new ArrayList<>()).add(department);
    }

    public List<Department> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<Department> withCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// By code or by Chinese or English name; a name that several bear finds none of them.
    public Optional<Department> find(String codeOrName) {
        List<Department> named = bearers.getOrDefault(codeOrName, List.of());
        return withCode(codeOrName).or(() -> named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty());
    }

    /// Direct children, in establishment order.
    public List<Department> childrenOf(String code) {
        return List.copyOf(children.getOrDefault(code, List.of()));
    }

    public boolean isLeaf(String code) {
        return !children.containsKey(code);
    }

    /// The department and everything below it, parents before children.
    public List<Department> subtree(String code) {
        List<Department> found = new ArrayList<>();
        withCode(code).ifPresent(found::add);
        childrenOf(code).forEach(child -> found.addAll(subtree(child.code())));
        return List.copyOf(found);
    }

    public List<Reorganisation> reorganisations() {
        return reorganisations;
    }
}
