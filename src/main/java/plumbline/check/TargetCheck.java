package plumbline.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.Finding;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Row;
import plumbline.Target;

/// Checks the rows of one form of minimum standards. Not thread-safe.
public final class TargetCheck {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    private record Subject(String metric, String department, Period period) {}

    private final Lifetimes lifetimes;
    private final Departments departments;
    private final Subjects subjects;
    private final Map<Subject, Integer> firstLines = new HashMap<>();

    public TargetCheck(Catalog catalog, DepartmentTree tree) {
        this.lifetimes = new Lifetimes(tree);
        this.departments = new Departments(tree);
        this.subjects = new Subjects(catalog);
    }

    /// The standard of the row; empty, with at least one error, where the row is at fault.
    public Optional<Target> check(String file, Row source, Consumer<Finding> findings) {
        Faults row = new Faults(file, source, findings);
        Optional<Metric> metric = subjects.metric(row).filter(each -> isPossible(row, each));
        Optional<Period> period = Times.period(row, Optional.empty());
        Optional<Department> department = department(row, period);
        OptionalLong least = least(row, metric);
        if (row.field(Field.SOURCE).isBlank()) {
            row.missing(Field.SOURCE, "the rule that sets it", "依据", "source");
        }
        if (row.any() || metric.isEmpty() || department.isEmpty() || period.isEmpty() || least.isEmpty()) {
            return Optional.empty();
        }
        lifetimes.check(row, department.get(), period.get(), Basis.IN_PERIOD);
        repeated(row, new Subject(metric.get().code(), department.get().code(), period.get()));
        return row.any()
                ? Optional.empty()
                : Optional.of(new Target(
                        metric.get().code(),
                        department.get().code(),
                        period.get(),
                        least.getAsLong(),
                        row.field(Field.SOURCE).strip()));
    }

    private static boolean isPossible(Faults row, Metric metric) {
        if (Target.isPossible(metric)) {
            return true;
        }
        row.error(
                Field.METRIC,
                "no_target_possible",
                "an activity of which more is better",
                "指标“%s”不设目标：处分、线索、信访等数量不分好坏，只有越多越好的工作量可有最低要求。"
                        .formatted(metric.name().zh()),
                "“%s” has no target: sanctions, leads and petitions have no better or worse; only activities of which more is better can have a minimum."
                        .formatted(metric.code()));
        return false;
    }

    private Optional<Department> department(Faults row, Optional<Period> period) {
        if (row.field(Field.DEPARTMENT).isEmpty()) {
            row.missing(Field.DEPARTMENT, "a department's code or name", "部门", "department");
            return Optional.empty();
        }
        return departments.find(row, Field.DEPARTMENT, period.map(Period::span));
    }

    private static OptionalLong least(Faults row, Optional<Metric> metric) {
        String text = row.field(Field.AT_LEAST).strip();
        if (!NUMBER.matcher(text).matches()) {
            row.error(
                    Field.AT_LEAST,
                    "bad_target",
                    "a whole number from 1 to 999999999",
                    "“%s”不是最低要求；应填1以上的整数。".formatted(row.quoted(Field.AT_LEAST)),
                    "“%s” is no minimum; accepted: a whole number from 1 on.".formatted(row.quoted(Field.AT_LEAST)));
            return OptionalLong.empty();
        }
        long scale = 1;
        for (int i = 0; i < metric.map(Metric::decimals).orElse(0); i++) {
            scale *= 10;
        }
        return OptionalLong.of(Long.parseLong(text) * scale);
    }

    private void repeated(Faults row, Subject subject) {
        Integer first = firstLines.putIfAbsent(subject, row.row().line());
        if (first != null) {
            row.error(
                    Field.AT_LEAST,
                    "duplicate_key",
                    "one row for it (line %d is the first)".formatted(first),
                    "与第%d行重复（%s %s %s）。".formatted(first, subject.metric(), subject.department(), subject.period()),
                    "repeats line %d (%s %s %s)."
                            .formatted(first, subject.metric(), subject.department(), subject.period()));
        }
    }
}
