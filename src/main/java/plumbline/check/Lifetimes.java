package plumbline.check;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import plumbline.Basis;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.Name;
import plumbline.Period;
import plumbline.Reorganisation;
import plumbline.Span;

/// Whether a department existed when a row speaks of it, and which other one may be meant.
record Lifetimes(DepartmentTree tree) {
    /// An error if the department did not exist on any day of the period.
    void check(Faults row, Department department, Period period, Basis basis) {
        Span span = period.span(basis);
        if (department.existsIn(span)) {
            return;
        }
        if (department.closed().map(day -> !day.isAfter(span.start())).orElse(false)) {
            closed(row, department, period, department.closed().orElseThrow());
        } else {
            notOpen(row, department, period, department.opened().orElse(span.start()));
        }
    }

    private void closed(Faults row, Department department, Period period, LocalDate day) {
        Name kin = kin(Reorganisation::from, Reorganisation::to, department);
        String name = department.name().zh();
        boolean alone = kin.en().isEmpty();
        row.error(
                Field.PERIOD,
                "department_closed",
                "a period before %s".formatted(day) + (alone ? "" : ", or the department " + kin.en()),
                "“%s”已于%s撤销，不能有%s的数".formatted(name, day, period)
                        + (alone ? "。" : "；其后的部门是%s，是否应由其填报？".formatted(kin.zh())),
                "“%s” was closed on %s and has no figures of %s".formatted(department.code(), day, period)
                        + (alone ? "." : "; its successor is %s: does the figure belong there?".formatted(kin.en())));
    }

    private void notOpen(Faults row, Department department, Period period, LocalDate day) {
        Name kin = kin(Reorganisation::to, Reorganisation::from, department);
        String name = department.name().zh();
        boolean alone = kin.en().isEmpty();
        row.error(
                Field.PERIOD,
                "department_not_open",
                "a period that ends on %s or later".formatted(day) + (alone ? "" : ", or the department " + kin.en()),
                "“%s”于%s才成立，不能有%s的数".formatted(name, day, period)
                        + (alone ? "。" : "；此前的部门是%s，是否应记在其名下？".formatted(kin.zh())),
                "“%s” was opened on %s and has no figures of %s".formatted(department.code(), day, period)
                        + (alone
                                ? "."
                                : "; before it there was %s: does the figure belong there?".formatted(kin.en())));
    }

    /// The departments that it became or came from, as `“综合科”（D3，2022-07-01并入）` and `D3 (merged 2022-07-01)`;
    /// empty without any.
    private Name kin(
            Function<Reorganisation, String> own, Function<Reorganisation, String> other, Department department) {
        List<Reorganisation> steps = tree.reorganisations().stream()
                .filter(each -> own.apply(each).equals(department.code()))
                .toList();
        return new Name(
                steps.stream().map(each -> zh(each, other.apply(each))).collect(joining("、")),
                steps.stream()
                        .map(each -> "%s (%s %s)"
                                .formatted(other.apply(each), each.kind().word(), each.date()))
                        .collect(joining(", ")));
    }

    private String zh(Reorganisation step, String other) {
        String name = tree.withCode(other).map(each -> each.name().zh()).orElse(other);
        String kind = switch (step.kind()) {
            case RENAMED -> "更名";
            case MERGED -> "并入";
            case SPLIT -> "拆分";
            case MOVED -> "划转";
        };
        return "“%s”（%s，%s%s）".formatted(name, other, step.date(), kind);
    }
}
