package plumbline.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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

/// Checks the rows of one reorganisations form. Both departments must be in the tree, or be named in an earlier row or
/// this one as coming into being, and must have stood there on the day; a row that takes a step back stands before
/// those that take its place. Not thread-safe.
public final class ReorganisationCheck {
    private static final String WEIGHTS = "a share from 0 to 1, e.g. 0.6";

    private record Step(LocalDate date, String from, String to) {}

    private record Split(LocalDate date, String from) {}

    /// A row that passed.
    ///
    /// @param isWithdrawn whether it takes the step back
    /// @param departments that it brings along or ends, as they then are; they come before the step
    public record Checked(Reorganisation step, boolean isWithdrawn, List<Department> departments) {}

    private final Mode mode;
    private final Standing standing;
    private Departments departments;
    private final Map<Step, Integer> firstLines = new HashMap<>();
    private final Map<Split, BigDecimal> weights = new HashMap<>();

    /// @param mode decides which rows take a step back
    public ReorganisationCheck(DepartmentTree tree, Mode mode) {
        this.mode = mode;
        this.standing = new Standing(tree);
        this.departments = new Departments(tree);
    }

    /// The reorganisation of the row; empty, with at least one error, where the row is at fault.
    public Optional<Checked> check(String file, Row source, Consumer<Finding> findings) {
        Faults row = new Faults(file, source, findings);
        Optional<LocalDate> date = Dates.required(row, Field.DATE, "日期", "date");
        Optional<Reorganisation.Kind> kind = kind(row);
        Optional<Department> from = department(row, Field.FROM, "原部门", "former department");
        boolean withdrawn = Withdrawals.isOne(row, mode);
        List<Department> told = new ArrayList<>();
        if (!withdrawn) {
            FoundingCheck.founded(standing.tree(), from, row, file, findings).ifPresent(each -> tell(each, told));
        }
        Optional<Department> to =
                row.anyAt(Field.TO) ? Optional.empty() : department(row, Field.TO, "新部门", "new department");
        Optional<BigDecimal> weight = weight(row, kind);
        if (date.isEmpty() || kind.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        Reorganisation step = new Reorganisation(
                date.get(), kind.get(), from.get().code(), to.get().code(), weight);
        if (step.from().equals(step.to())) {
            row.error(
                    Field.TO,
                    "same_department",
                    "a department other than " + step.from(),
                    "原部门与新部门是同一个（%s）。".formatted(step.from()),
                    "%s cannot become itself.".formatted(step.from()));
        }
        repeated(row, step);
        if (withdrawn) {
            standing.withdraw(row, step);
            return row.any() ? Optional.empty() : Optional.of(new Checked(step, true, List.of()));
        }
        tooMuch(row, step);
        FoundingCheck.closed(row, step, from.get(), mode).ifPresent(each -> tell(each, told));
        if (!row.any()) {
            standing.check(row, step, mode);
        }
        return row.any() ? Optional.empty() : Optional.of(new Checked(step, false, List.copyOf(told)));
    }

    /// The rows below it know of it, too.
    private void tell(Department department, List<Department> told) {
        told.add(department);
        standing.tell(department);
        departments = new Departments(standing.tree());
    }

    private static Optional<Reorganisation.Kind> kind(Faults row) {
        String all = Worded.all(Reorganisation.Kind.class);
        if (row.field(Field.KIND).isEmpty()) {
            row.missing(Field.KIND, all, "类型", "kind");
            return Optional.empty();
        }
        return row.worded(Field.KIND, Reorganisation.Kind.class, Reorganisation.Kind.RENAMED, "调整类型");
    }

    private Optional<Department> department(Faults row, Field at, String zhWhat, String enWhat) {
        if (row.field(at).isEmpty()) {
            row.missing(at, "a department's code or name", zhWhat, enWhat);
            return Optional.empty();
        }
        return departments.find(row, at, Optional.empty());
    }

    private static Optional<BigDecimal> weight(Faults row, Optional<Reorganisation.Kind> kind) {
        String text = row.field(Field.WEIGHT);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?")) {
            row.error(
                    Field.WEIGHT,
                    "bad_weight",
                    WEIGHTS,
                    "“%s”不是权重；应为0至1之间的小数。".formatted(row.quoted(Field.WEIGHT)),
                    "“%s” is no weight; give %s.".formatted(row.quoted(Field.WEIGHT), WEIGHTS));
            return Optional.empty();
        }
        if (kind.isPresent() && kind.get() != Reorganisation.Kind.SPLIT) {
            row.error(
                    Field.WEIGHT,
                    "weight_without_split",
                    "nothing, or the kind split",
                    "只有分拆（split）才有权重，%s没有。".formatted(kind.get().word()),
                    "only a split has weights, %s has none."
                            .formatted(kind.get().word()));
        }
        return Optional.of(new BigDecimal(text));
    }

    private void repeated(Faults row, Reorganisation step) {
        Step key = new Step(step.date(), step.from(), step.to());
        Integer first = firstLines.putIfAbsent(key, row.row().line());
        if (first != null) {
            row.error(
                    Field.DATE,
                    "duplicate_key",
                    "one row for it (line %d is the first)".formatted(first),
                    "与第%d行重复：同一天由%s到%s。".formatted(first, step.from(), step.to()),
                    "repeats line %d: from %s to %s on the same day.".formatted(first, step.from(), step.to()));
        }
    }

    private void tooMuch(Faults row, Reorganisation step) {
        if (step.weight().isEmpty() || row.any()) {
            return;
        }
        BigDecimal sum =
                weights.merge(new Split(step.date(), step.from()), step.weight().get(), BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) > 0) {
            row.error(
                    Field.WEIGHT,
                    "weights_above_one",
                    "weights that add up to at most 1",
                    "%s于%s分拆的权重合计为%s，超过1。".formatted(step.from(), step.date(), sum),
                    "the weights of the split of %s on %s add up to %s.".formatted(step.from(), step.date(), sum));
        }
    }
}
