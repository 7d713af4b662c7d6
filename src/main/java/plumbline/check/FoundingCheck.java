package plumbline.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.Finding;
import plumbline.Mode;
import plumbline.Reorganisation;
import plumbline.Row;
import plumbline.Worded;

/// Checks what the rows of a reorganisations form say of departments themselves: `to` with a name beside it comes into
/// being on the day of the step, and `closed` ends the department that a split leaves. So one form tells the whole of
/// a reorganisation. Stateless.
final class FoundingCheck {
    private FoundingCheck() {}

    /// The department that the row brings along; empty where it names none, names one that there is by its own name,
    /// or is at fault.
    static Optional<Department> founded(
            DepartmentTree tree, Optional<Department> from, Faults row, String file, Consumer<Finding> findings) {
        String name = row.field(Field.NAME_ZH);
        String to = row.field(Field.TO);
        if (name.isEmpty() || to.isEmpty()) {
            unnamed(row, name, to);
            return Optional.empty();
        }
        Optional<Department> known = tree.withCode(to);
        if (known.isPresent()) {
            if (!known.get().name().zh().equals(name)) {
                taken(row, known.get());
            }
            return Optional.empty();
        }
        Optional<LocalDate> date = Dates.read(row.field(Field.DATE));
        Optional<Department> stated = new DepartmentCheck(tree).check(file, asDepartment(row.row(), date), findings);
        if (stated.isEmpty()) {
            row.reported(Field.TO);
        }
        return stated.map(each -> new Department(
                each.code(),
                each.name(),
                each.parent()
                        .or(() -> from.flatMap(
                                before -> date.flatMap(day -> tree.parentAt(before.code(), day.minusDays(1))))),
                each.opened(),
                Optional.empty(),
                additive(row, from, each)));
    }

    private static boolean additive(Faults row, Optional<Department> from, Department stated) {
        boolean renamed = Worded.read(Reorganisation.Kind.class, row.field(Field.KIND))
                .filter(Reorganisation.Kind.RENAMED::equals)
                .isPresent();
        return (row.field(Field.ADDITIVE).isEmpty() && renamed)
                ? from.map(Department::additive).orElse(true)
                : stated.additive();
    }

    private static void unnamed(Faults row, String name, String to) {
        if (!name.isEmpty() || to.isEmpty()) {
            return;
        }
        for (Field each : List.of(Field.NAME_EN, Field.PARENT, Field.ADDITIVE)) {
            if (!row.field(each).isEmpty()) {
                row.missing(Field.NAME_ZH, "the name of the new department", "新部门的名称", "new department's name");
                row.reported(Field.TO);
                return;
            }
        }
    }

    private static void taken(Faults row, Department known) {
        row.error(
                Field.TO,
                "code_taken",
                "a code of its own for a new department; for one that there is, no name beside it",
                "代码“%s”已是“%s”；新部门请另取代码，已有部门不必写名称。"
                        .formatted(known.code(), known.name().zh()),
                "code “%s” is that of “%s” already; give a new department another one, and one that there is no name."
                        .formatted(known.code(), known.name().en()));
    }

    /// The row as a row of the departments form, each field where it stands.
    private static Row asDepartment(Row row, Optional<LocalDate> date) {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        row.columns().forEach((field, at) -> {
            switch (field) {
                case TO -> columns.put(Field.CODE, at);
                case NAME_ZH, NAME_EN, PARENT, ADDITIVE -> columns.put(field, at);
                default -> {}
            }
        });
        // A date that is none is told where the step is read.
        date.ifPresent(_ -> columns.put(Field.OPENED, row.columns().getOrDefault(Field.DATE, 0)));
        return new Row(row.line(), columns, new ArrayList<>(row.cells()), row.places());
    }

    /// The department that the split ends, as it then is; empty where the row ends none, it has ended that day already,
    /// or the row is at fault.
    static Optional<Department> closed(Faults row, Reorganisation step, Department from, Mode mode) {
        Optional<LocalDate> day = Dates.optional(row, Field.CLOSED);
        if (day.isEmpty() || day.equals(from.closed())) {
            return Optional.empty();
        }
        if (step.kind() != Reorganisation.Kind.SPLIT) {
            row.error(
                    Field.CLOSED,
                    "closed_without_split",
                    "nothing, or the kind split",
                    "只有分拆（split）才写撤销日期；改名、并入自生效之日起结束，划转不结束。",
                    "only a split may say when the department ends; a renaming or merger ends it by itself, a move does"
                            + " not.");
        } else if (day.get().isBefore(step.date())) {
            row.error(
                    Field.CLOSED,
                    "closed_before_split",
                    step.date() + " or later",
                    "撤销日期%s早于分拆的%s。".formatted(day.get(), step.date()),
                    "closed on %s, before the split of %s.".formatted(day.get(), step.date()));
        } else if (mode != Mode.CORRECT) {
            row.error(
                    Field.CLOSED,
                    "closed_in_mode",
                    "mode correct with a reason",
                    "分拆时撤销原部门要改动它的登记，请用更正方式并写明理由。",
                    "to end the department with its split changes what is on record of it; use mode correct and say"
                            + " why.");
        }
        return row.any()
                ? Optional.empty()
                : Optional.of(
                        new Department(from.code(), from.name(), from.parent(), from.opened(), day, from.additive()));
    }
}
