package plumbline.check;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.Nearest;
import plumbline.Span;

/// Finds the department a field names, by code or name.
final class Departments {
    private final DepartmentTree tree;
    private final Suggestions suggestions;
    private final Map<String, List<Department>> namesakes = new HashMap<>();

    Departments(DepartmentTree tree) {
        this.tree = tree;
        List<Department> all = tree.all();
        this.suggestions = new Suggestions(all.stream()
                .map(each -> Nearest.Choice.of(each.code(), each.name(), List.of()))
                .toList());
        for (Department each : all) {
            for (String name :
                    new HashSet<>(List.of(each.name().zh(), each.name().en()))) {
                namesakes.computeIfAbsent(name, _ -> new ArrayList<>()).add(each);
            }
        }
    }

    /// The department in the field; empty, with an error, where it is unknown or the name has several bearers.
    ///
    /// @param time when it is spoken of; of several bearers of a name the one that existed then is meant
    Optional<Department> find(Faults row, Field at, Optional<Span> time) {
        String text = row.field(at);
        Optional<Department> byCode = tree.withCode(text);
        if (byCode.isPresent()) {
            return byCode;
        }
        List<Department> bearers = namesakes.getOrDefault(text, List.of());
        List<Department> then = bearers.stream()
                .filter(each -> time.map(each::existsIn).orElse(true))
                .toList();
        List<Department> meant = then.isEmpty() ? bearers : then;
        if (meant.size() == 1) {
            return Optional.of(meant.getFirst());
        }
        if (meant.isEmpty()) {
            unknown(row, at);
        } else {
            ambiguous(row, at, meant);
        }
        return Optional.empty();
    }

    private void unknown(Faults row, Field at) {
        List<Nearest.Choice> near = suggestions.of(row.field(at));
        row.error(
                at,
                "unknown_department",
                Suggestions.codes(near, "a department's code or name"),
                "没有“%s”这个部门".formatted(row.quoted(at)) + Suggestions.zh(near, "应填部门的代码或名称，新部门请先报部门表"),
                "there is no department “%s”".formatted(row.quoted(at))
                        + Suggestions.en(near, "give a department's code or name; import new departments first"));
    }

    private static void ambiguous(Faults row, Field at, List<Department> bearers) {
        String codes = bearers.stream().map(Department::code).collect(joining(", "));
        row.error(
                at,
                "ambiguous_department",
                codes,
                "叫“%s”的部门有%d个；请填代码：%s。".formatted(row.quoted(at), bearers.size(), codes),
                "%d departments are called “%s”; give the code: %s.".formatted(bearers.size(), row.quoted(at), codes));
    }
}
