package plumbline.read.form;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import plumbline.Basis;
import plumbline.Classification.Category;
import plumbline.Field;
import plumbline.Metric;
import plumbline.read.SpokenPeriod;

/// What a header cell, or a stack of them, says about every value below it.
///
/// @param field the column names a field of the rows instead
/// @param unit the measure word in brackets behind a metric, empty without one
/// @param scale 万 or 亿 in front of that
/// @param total whether it sums up its neighbours
/// @param ignored a serial number, or what a person said is not to be read
record Meaning(
        Optional<Field> field,
        Optional<Metric> metric,
        Optional<Category> category,
        Optional<SpokenPeriod> period,
        Optional<String> department,
        Optional<Basis> basis,
        String unit,
        String scale,
        boolean total,
        boolean ignored) {
    static final Meaning NONE = new Meaning(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            "",
            false,
            false);

    static final Meaning TOTAL = of(Optional.empty(), Optional.empty(), true, false);
    static final Meaning IGNORED = of(Optional.empty(), Optional.empty(), false, true);

    private static Meaning of(Optional<Field> field, Optional<Basis> basis, boolean total, boolean ignored) {
        return new Meaning(
                field,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                basis,
                "",
                "",
                total,
                ignored);
    }

    static Meaning of(Field field) {
        return of(Optional.of(field), Optional.empty(), false, false);
    }

    static Meaning of(Basis basis) {
        return of(Optional.empty(), Optional.of(basis), false, false);
    }

    static Meaning of(Metric metric, Optional<Category> category, Measure measure) {
        return new Meaning(
                Optional.empty(),
                Optional.of(metric),
                category,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                measure.unit(),
                measure.scale(),
                false,
                false);
    }

    static Meaning of(SpokenPeriod period) {
        return new Meaning(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(period),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                false,
                false);
    }

    static Meaning ofDepartment(String department) {
        return new Meaning(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(department),
                Optional.empty(),
                "",
                "",
                false,
                false);
    }

    static Meaning of(Category category) {
        return new Meaning(
                Optional.empty(),
                Optional.empty(),
                Optional.of(category),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                false,
                false);
    }

    /// A measure word with what it is multiplied by.
    record Measure(String unit, String scale) {
        static final Measure NONE = new Measure("", "");
    }

    boolean isNothing() {
        return equals(NONE);
    }

    /// Both together, the lower cell's word first; a year above a quarter is that quarter of the year.
    Meaning with(Meaning lower) {
        return new Meaning(
                lower.field.or(() -> field),
                lower.metric.or(() -> metric),
                lower.category.or(() -> category),
                together(lower.period),
                lower.department.or(() -> department),
                lower.basis.or(() -> basis),
                lower.unit.isEmpty() ? unit : lower.unit,
                lower.unit.isEmpty() ? scale : lower.scale,
                total || lower.total,
                ignored || lower.ignored);
    }

    private Optional<SpokenPeriod> together(Optional<SpokenPeriod> lower) {
        if (lower.isEmpty() || period.isEmpty()) {
            return lower.or(() -> period);
        }
        OptionalInt year = lower.get().year().isPresent()
                ? lower.get().year()
                : period.get().year();
        return Optional.of(new SpokenPeriod(
                year, lower.get().first(), lower.get().last(), lower.get().toDate()));
    }

    /// What distinguishes the value columns of a table from one another.
    Set<Field> axes() {
        Set<Field> axes = EnumSet.noneOf(Field.class);
        metric.ifPresent(_ -> axes.add(Field.METRIC));
        period.ifPresent(_ -> axes.add(Field.PERIOD));
        department.ifPresent(_ -> axes.add(Field.DEPARTMENT));
        return axes;
    }

    /// Whether values stand below it.
    boolean isValue() {
        boolean said = !axes().isEmpty() || category.isPresent() || basis.isPresent();
        return !ignored && field.map(Field.VALUE::equals).orElse(said);
    }
}
