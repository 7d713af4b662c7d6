package plumbline.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.Life;
import plumbline.Mode;
import plumbline.Reorganisation;

/// Whether reorganisations fit the departments as they stood on their days. Not thread-safe.
final class Standing {
    private DepartmentTree tree;

    Standing(DepartmentTree tree) {
        this.tree = tree;
    }

    /// The departments with all that the rows so far say of them.
    DepartmentTree tree() {
        return tree;
    }

    /// A department that comes into being, or another version of one that there is.
    void tell(Department department) {
        List<Department> all = new ArrayList<>(tree.all());
        all.replaceAll(each -> each.code().equals(department.code()) ? department : each);
        if (tree.withCode(department.code()).isEmpty()) {
            all.add(department);
        }
        tree = new DepartmentTree(all, tree.reorganisations());
    }

    /// Reports whatever does not fit; a step that does is known to the rows below it.
    ///
    /// @param mode where it is correct, the step takes the place of one between the same two on the same day
    void check(Faults row, Reorganisation step, Mode mode) {
        if (tree.reorganisations().contains(step)) {
            return;
        }
        if (mode == Mode.CORRECT) {
            tree = without(each -> isSamePlace(each, step));
        }
        boolean move = step.kind() == Reorganisation.Kind.MOVED;
        there(row, Field.FROM, step.from(), move ? step.date() : step.date().minusDays(1));
        there(row, Field.TO, step.to(), step.date());
        if (move && !row.any()) {
            place(row, step);
        }
        if (step.isSuccession() && !row.any()) {
            closing(row, step);
        }
        if (!row.any()) {
            List<Reorganisation> steps = new ArrayList<>(tree.reorganisations());
            steps.add(step);
            tree = new DepartmentTree(tree.all(), steps);
        }
    }

    /// Takes a step out, as if it had never been; reports a later step that rests on it. What is not on record is the
    /// ledger's to report.
    void withdraw(Faults row, Reorganisation step) {
        DepartmentTree without = without(each -> isSamePlace(each, step) && each.kind() == step.kind());
        without.reorganisations().stream()
                .filter(each -> !fits(without, each) && fits(tree, each))
                .findFirst()
                .ifPresentOrElse(each -> restsOnIt(row, step, each), () -> tree = without);
    }

    private DepartmentTree without(Predicate<Reorganisation> gone) {
        return new DepartmentTree(
                tree.all(),
                tree.reorganisations().stream().filter(gone.negate()).toList());
    }

    private static boolean isSamePlace(Reorganisation one, Reorganisation other) {
        return one.date().equals(other.date())
                && one.from().equals(other.from())
                && one.to().equals(other.to());
    }

    /// Whether a step of the tree is possible in it.
    private static boolean fits(DepartmentTree tree, Reorganisation step) {
        boolean move = step.kind() == Reorganisation.Kind.MOVED;
        LocalDate before = move ? step.date() : step.date().minusDays(1);
        boolean there =
                tree.life(step.from()).existsOn(before) && tree.life(step.to()).existsOn(step.date());
        return there && !(move && isBelowOn(tree, step.to(), step.from(), step.date()));
    }

    private static void restsOnIt(Faults row, Reorganisation step, Reorganisation later) {
        String said = "%s %s %s→%s".formatted(later.date(), later.kind().word(), later.from(), later.to());
        row.error(
                Field.DATE,
                "later_step_rests_on_it",
                "the step that rests on it taken back first: " + said,
                "%s的调整是其后调整的前提（%s）；请先撤回后者。".formatted(step.date(), said),
                "the step of %s is what a later one rests on (%s); take that back first.".formatted(step.date(), said));
    }

    private void there(Faults row, Field at, String code, LocalDate day) {
        Life life = tree.life(code);
        if (life.existsOn(day)) {
            return;
        }
        boolean ended = life.hasEndedOn(day);
        LocalDate edge = (ended ? life.until() : life.from()).orElse(day);
        row.error(
                at,
                "department_not_there",
                ended ? "a department that still existed on " + day : "a department that existed on " + day,
                ended
                        ? "%s自%s起已不存在，%s不能再调整。".formatted(code, edge, day)
                        : "%s于%s才成立，%s还不存在。".formatted(code, edge, day),
                ended
                        ? "%s no longer existed from %s on, so not on %s.".formatted(code, edge, day)
                        : "%s was opened on %s and did not exist on %s.".formatted(code, edge, day));
    }

    private void place(Faults row, Reorganisation move) {
        Optional<String> stood = tree.parentAt(move.from(), move.date().minusDays(1));
        if (stood.equals(Optional.of(move.to()))) {
            row.error(
                    Field.TO,
                    "already_there",
                    "a superior other than " + move.to() + "; or correct the departments form first to where "
                            + move.from() + " stood before",
                    "%s在%s之前已在%s之下；若部门表填的是现上级，请先更正为原上级。".formatted(move.from(), move.date(), move.to()),
                    "%s stood below %s before %s already; where the departments form gives the present superior, correct it to the former one first."
                            .formatted(move.from(), move.to(), move.date()));
        } else if (isBelow(move.to(), move.from(), move.date())) {
            row.error(
                    Field.TO,
                    "cycle",
                    "a department that is not below " + move.from(),
                    "%s在%s之下，不能作它的上级。".formatted(move.to(), move.from()),
                    "%s is below %s and cannot be its superior.".formatted(move.to(), move.from()));
        }
    }

    /// Whether the department stands below the other on that day or on a day on which something moves later.
    private boolean isBelow(String code, String other, LocalDate from) {
        List<LocalDate> days = new ArrayList<>(List.of(from));
        for (Reorganisation later : tree.reorganisations()) {
            if (later.date().isAfter(from)) {
                if (later.kind() == Reorganisation.Kind.MOVED && later.from().equals(other)) {
                    break;
                }
                days.add(later.date());
            }
        }
        return days.stream().anyMatch(day -> isBelowOn(tree, code, other, day));
    }

    private static boolean isBelowOn(DepartmentTree tree, String code, String other, LocalDate day) {
        Set<String> seen = new HashSet<>();
        for (Optional<String> at = Optional.of(code);
                at.isPresent() && seen.add(at.get());
                at = tree.parentAt(at.get(), day)) {
            if (at.get().equals(other)) {
                return true;
            }
        }
        return false;
    }

    /// A renamed or merged department ends that day; a closing on another day is asked about.
    private void closing(Faults row, Reorganisation step) {
        tree.withCode(step.from())
                .flatMap(department -> department.closed())
                .filter(closed -> !closed.equals(step.date()))
                .ifPresent(closed -> row.warning(
                        Field.DATE,
                        "closed_on_another_day",
                        closed + ", or the departments form corrected",
                        "部门表写%s撤销日期为%s，此处为%s；以%s为准。".formatted(step.from(), closed, step.date(), step.date()),
                        "the departments form closes %s on %s, this row on %s, which counts."
                                .formatted(step.from(), closed, step.date())));
    }
}
