package plumbline.read.form;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import plumbline.Field;
import plumbline.FormKind;

/// What each kind of form must have (checked in this order) and may have.
enum Shape {
    REORGANISATIONS(
            FormKind.REORGANISATIONS,
            EnumSet.of(Field.DATE, Field.KIND, Field.FROM, Field.TO),
            EnumSet.of(
                    Field.WEIGHT,
                    Field.WITHDRAWN,
                    Field.NAME_ZH,
                    Field.NAME_EN,
                    Field.PARENT,
                    Field.ADDITIVE,
                    Field.CLOSED,
                    Field.DRAFT)),
    CALENDAR(
            FormKind.CALENDAR,
            EnumSet.of(Field.DEPARTMENT, Field.PERIOD, Field.DUE),
            EnumSet.of(Field.METRIC, Field.WITHDRAWN, Field.DRAFT)),
    METRICS(
            FormKind.METRICS,
            EnumSet.of(Field.METRIC, Field.NAME_ZH, Field.DIRECTION),
            EnumSet.of(Field.NAME_EN, Field.ALIASES, Field.CHANGED, Field.DRAFT)),
    TARGETS(
            FormKind.TARGETS,
            EnumSet.of(Field.METRIC, Field.DEPARTMENT, Field.PERIOD, Field.AT_LEAST, Field.SOURCE),
            EnumSet.noneOf(Field.class)),
    DEPARTMENTS(
            FormKind.DEPARTMENTS,
            EnumSet.of(Field.CODE, Field.NAME_ZH),
            EnumSet.of(Field.NAME_EN, Field.PARENT, Field.OPENED, Field.CLOSED, Field.ADDITIVE, Field.DRAFT)),
    FIGURES(
            FormKind.FIGURES,
            EnumSet.of(Field.DEPARTMENT, Field.PERIOD, Field.METRIC, Field.VALUE),
            EnumSet.of(
                    Field.CATEGORY,
                    Field.UNIT,
                    Field.BASIS,
                    Field.SCOPE,
                    Field.NOTE,
                    Field.REVIEW,
                    Field.FROM,
                    Field.TO,
                    Field.DOCUMENT,
                    Field.START,
                    Field.END,
                    Field.QUOTE));

    final FormKind kind;
    /// Columns it must have.
    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf is immutable
    final Set<Field> required;

    /// Columns it may have, the required ones among them.
    @SuppressWarnings("ImmutableEnumChecker")
    final Set<Field> known;

    Shape(FormKind kind, Set<Field> required, Set<Field> optional) {
        this.kind = kind;
        this.required = Collections.unmodifiableSet(required);
        Set<Field> all = EnumSet.copyOf(required);
        all.addAll(optional);
        this.known = Collections.unmodifiableSet(all);
    }

    /// The fields by which the kind is told; a figures form may leave the rest to the defaults.
    Set<Field> marks() {
        return this == FIGURES ? EnumSet.of(Field.METRIC, Field.VALUE) : required;
    }

    Set<Field> missingIn(Set<Field> present) {
        Set<Field> missing = EnumSet.copyOf(required);
        missing.removeAll(present);
        return missing;
    }
}
