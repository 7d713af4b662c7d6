package plumbline.check;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.Finding;
import plumbline.Metric;
import plumbline.Mode;
import plumbline.Period;
import plumbline.Row;

/// Checks the rows of one reporting calendar. An empty metric means the whole report. Not thread-safe.
public final class CalendarCheck {
    private record Owed(Optional<String> metric, String department, Period period) {}

    /// A row that passed.
    ///
    /// @param isWithdrawn whether it takes the line back
    public record Checked(Deadline line, boolean isWithdrawn) {}

    private final Mode mode;
    private final Lifetimes lifetimes;
    private final Departments departments;
    private final Subjects subjects;
    private final Map<Owed, Integer> firstLines = new HashMap<>();

    /// @param mode decides which rows take a line back
    public CalendarCheck(Catalog catalog, DepartmentTree tree, Mode mode) {
        this.mode = mode;
        this.lifetimes = new Lifetimes(tree);
        this.departments = new Departments(tree);
        this.subjects = new Subjects(catalog);
    }

    /// The deadline of the row; empty, with at least one error, where the row is at fault.
    public Optional<Checked> check(String file, Row source, Consumer<Finding> findings) {
        Faults row = new Faults(file, source, findings);
        Optional<Period> period = Times.period(row, Optional.empty());
        Optional<Department> department = department(row, period);
        Optional<Metric> metric = row.field(Field.METRIC).isEmpty() ? Optional.empty() : subjects.metric(row);
        Optional<LocalDate> due = Dates.required(row, Field.DUE, "应报日期", "day it is due");
        boolean withdrawn = Withdrawals.isOne(row, mode);
        if (period.isPresent() && due.isPresent() && !withdrawn) {
            inTime(row, period.get(), due.get());
        }
        if (department.isEmpty() || period.isEmpty() || row.anyAt(Field.METRIC)) {
            return Optional.empty();
        }
        if (!withdrawn) {
            lifetimes.check(row, department.get(), period.get(), Basis.IN_PERIOD);
        }
        Owed owed = new Owed(metric.map(Metric::code), department.get().code(), period.get());
        repeated(row, owed);
        return row.any() ? Optional.empty() : due.map(day -> new Checked(deadline(owed, day), withdrawn));
    }

    private Optional<Department> department(Faults row, Optional<Period> period) {
        if (row.field(Field.DEPARTMENT).isEmpty()) {
            row.missing(Field.DEPARTMENT, "a department's code or name", "部门", "department");
            return Optional.empty();
        }
        return departments.find(row, Field.DEPARTMENT, period.map(Period::span));
    }

    private static void inTime(Faults row, Period period, LocalDate due) {
        if (due.isBefore(period.start())) {
            row.error(
                    Field.DUE,
                    "due_before_period",
                    "%s or later".formatted(period.start()),
                    "应报日期%s早于期间%s的第一天。".formatted(due, period),
                    "due on %s, before %s begins.".formatted(due, period));
        }
    }

    private void repeated(Faults row, Owed owed) {
        Integer first = firstLines.putIfAbsent(owed, row.row().line());
        if (first != null) {
            row.error(
                    Field.DUE,
                    "duplicate_key",
                    "one row for it (line %d is the first)".formatted(first),
                    "与第%d行重复（%s %s）。".formatted(first, owed.department(), owed.period()),
                    "repeats line %d (%s %s).".formatted(first, owed.department(), owed.period()));
        }
    }

    private static Deadline deadline(Owed owed, LocalDate due) {
        return new Deadline(owed.metric(), owed.department(), owed.period(), due);
    }
}
