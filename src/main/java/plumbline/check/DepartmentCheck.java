package plumbline.check;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.Finding;
import plumbline.Name;
import plumbline.Nearest;
import plumbline.Reorganisation;
import plumbline.Row;

/// Checks the rows of one departments form, in their order: a parent stands in an earlier row or in the tree.
///
/// A code that is in the tree already is a new version of that department. Not thread-safe.
public final class DepartmentCheck {
    private static final String CODES = "a letter, then letters, digits, _ or -";

    private static final int SUGGESTED = 100;

    private final DepartmentTree tree;
    private final Map<String, Department> accepted = new LinkedHashMap<>();
    private final Map<String, Department> byName = new HashMap<>();
    private final Map<String, Integer> firstLines = new HashMap<>();

    private int unknownParents;

    public DepartmentCheck(DepartmentTree tree) {
        this.tree = tree;
    }

    /// The department of the row; empty, with at least one error, where the row is at fault.
    public Optional<Department> check(String file, Row from, Consumer<Finding> findings) {
        Faults row = new Faults(file, from, findings);
        String code = code(row);
        Name name = name(row, code);
        Optional<String> parent = parent(row, code);
        Optional<LocalDate> opened = Dates.optional(row, Field.OPENED);
        Optional<LocalDate> closed = Dates.optional(row, Field.CLOSED);
        if (opened.isPresent() && closed.isPresent() && !closed.get().isAfter(opened.get())) {
            row.error(
                    Field.CLOSED,
                    "closed_before_opened",
                    "a day after " + opened.get(),
                    "撤销日期%s应晚于成立日期%s。".formatted(closed.get(), opened.get()),
                    "closed on %s, which is not after it was opened on %s.".formatted(closed.get(), opened.get()));
        }
        boolean additive = additive(row);
        if (!row.anyAt(Field.CODE)) {
            // Even a faulty row is known to the rows below it, so that they are judged by their own faults only.
            Department department = new Department(code, name, parent, opened, closed, additive);
            accepted.put(code, department);
            byName.putIfAbsent(name.zh(), department);
            byName.putIfAbsent(name.en(), department);
        }
        return row.any() ? Optional.empty() : Optional.ofNullable(accepted.get(code));
    }

    private String code(Faults row) {
        String code = row.field(Field.CODE);
        if (code.isEmpty()) {
            row.missing(Field.CODE, CODES, "部门代码", "department's code");
        } else if (!isCode(code)) {
            row.error(
                    Field.CODE,
                    "bad_code",
                    CODES,
                    "“%s”不能作代码；代码以字母开头，只含字母、数字、“_”和“-”。".formatted(row.quoted(Field.CODE)),
                    "“%s” cannot be a code; a code is %s.".formatted(row.quoted(Field.CODE), CODES));
        } else {
            Integer first = firstLines.putIfAbsent(code, row.row().line());
            if (first != null) {
                row.error(
                        Field.CODE,
                        "doubled_code",
                        "a code of its own (line %d has this one)".formatted(first),
                        "代码“%s”与第%d行重复。".formatted(code, first),
                        "code “%s” repeats line %d.".formatted(code, first));
            }
        }
        return code;
    }

    private static boolean isCode(String code) {
        return code.length() <= 64
                && isLetter(code.charAt(0))
                && code.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-');
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static Name name(Faults row, String code) {
        String zh = row.field(Field.NAME_ZH);
        if (zh.isEmpty()) {
            row.missing(Field.NAME_ZH, "a name", "部门名称", "department's name");
            return new Name(code, code);
        }
        return new Name(zh, row.field(Field.NAME_EN).isEmpty() ? zh : row.field(Field.NAME_EN));
    }

    private Optional<String> parent(Faults row, String code) {
        String text = row.field(Field.PARENT);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Department> parent = known(text).or(() -> named(text));
        if (parent.isEmpty() && !text.equals(code)) {
            unknownParent(row);
        } else if (isBelow(parent.map(Department::code).orElse(code), code)) {
            row.error(
                    Field.PARENT,
                    "cycle",
                    "a department that is not below " + code,
                    "“%s”在“%s”之下（或就是它自己），不能作它的上级。".formatted(row.quoted(Field.PARENT), code),
                    "“%s” is below “%s” (or itself) and cannot be its parent."
                            .formatted(row.quoted(Field.PARENT), code));
        }
        return placed(row, code, parent.map(Department::code));
    }

    /// Where the department was placed first. A form that names the superior it was moved to since agrees with that
    /// move and takes nothing of the past away.
    private Optional<String> placed(Faults row, String code, Optional<String> parent) {
        Optional<String> first = tree.withCode(code).flatMap(Department::parent);
        boolean moved = tree.reorganisations().stream()
                .anyMatch(step ->
                        step.kind() == Reorganisation.Kind.MOVED && step.from().equals(code));
        if (!moved || parent.equals(first)) {
            return parent;
        }
        if (parent.equals(tree.parentAt(code, LocalDate.MAX))) {
            return first;
        }
        row.warning(
                Field.PARENT,
                "moved_since",
                "%s, where it was placed first, or %s, where it stands now"
                        .formatted(
                                first.orElse("nothing"),
                                tree.parentAt(code, LocalDate.MAX).orElse("nothing")),
                "%s后来已划转；此处上级只改变划转以前的归属。".formatted(code),
                "%s was moved later; this superior changes only where it stood before.".formatted(code));
        return parent;
    }

    private void unknownParent(Faults row) {
        List<Nearest.Choice> near = unknownParents++ < SUGGESTED
                ? Nearest.of(
                        row.field(Field.PARENT),
                        Stream.concat(tree.all().stream(), accepted.values().stream())
                                .map(each -> Nearest.Choice.of(each.code(), each.name(), Set.of()))
                                .distinct()
                                .toList())
                : List.of();
        row.error(
                Field.PARENT,
                "unknown_parent",
                Suggestions.codes(near, "a department of an earlier row or of the ledger"),
                "没有“%s”这个上级部门".formatted(row.quoted(Field.PARENT)) + Suggestions.zh(near, "上级应在前面的行里或已入库"),
                "there is no parent “%s”".formatted(row.quoted(Field.PARENT))
                        + Suggestions.en(near, "the parent stands in an earlier row or in the ledger"));
    }

    /// What was last said of the department: in this form, else in the tree.
    private Optional<Department> known(String code) {
        return Optional.ofNullable(accepted.get(code)).or(() -> tree.withCode(code));
    }

    private Optional<Department> named(String name) {
        return Optional.ofNullable(byName.get(name)).or(() -> tree.find(name));
    }

    /// Whether the department is the other or somewhere below it.
    private boolean isBelow(String code, String other) {
        Set<String> seen = new HashSet<>();
        Optional<String> at = Optional.of(code);
        while (at.isPresent() && seen.add(at.get())) {
            if (at.get().equals(other)) {
                return true;
            }
            at = known(at.get()).flatMap(Department::parent);
        }
        return false;
    }

    private static boolean additive(Faults row) {
        return switch (row.field(Field.ADDITIVE)) {
            case "", "yes", "是" -> true;
            case "no", "否" -> false;
            default -> {
                row.error(
                        Field.ADDITIVE,
                        "bad_additive",
                        "yes, no",
                        "“%s”应为yes或no。".formatted(row.quoted(Field.ADDITIVE)),
                        "“%s” should be yes or no.".formatted(row.quoted(Field.ADDITIVE)));
                yield true;
            }
        };
    }
}
