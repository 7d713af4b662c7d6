package plumbline.ledger;

import static plumbline.ledger.generated.Tables.DEADLINE;
import static plumbline.ledger.generated.Tables.DEPARTMENT;
import static plumbline.ledger.generated.Tables.DEPARTMENT_VERSION;
import static plumbline.ledger.generated.Tables.METRIC;
import static plumbline.ledger.generated.Tables.REORGANISATION;
import static plumbline.ledger.generated.Tables.SERIES_YEAR;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Mode;
import plumbline.Reorganisation;

/// Writes departments, reorganisations and the reporting calendar of one import.
///
/// Versions and deadlines are kept back and written in the order of their keys, so that the seal's digest can be worked
/// out again from the tables.
final class OrganisationWriter implements AutoCloseable {
    /// What a span's code has behind its year.

    private static final int AT_ONCE = 500;

    private record DeadlineKey(long department, long span, long metric) implements Comparable<DeadlineKey> {
        @Override
        public int compareTo(DeadlineKey other) {
            int byDepartment = Long.compare(department, other.department);
            int bySpan = byDepartment != 0 ? byDepartment : Long.compare(span, other.span);
            return bySpan != 0 ? bySpan : Long.compare(metric, other.metric);
        }
    }

    private final DSLContext dsl;
    private final Dictionary dictionary;
    private final Mode mode;
    private final long importNumber;
    private final DepartmentTree known;
    private final Map<String, Department> departments = new HashMap<>();
    private final Set<Reorganisation> reorganisations = new HashSet<>();
    private final Map<Deadline, LocalDate> deadlines = new HashMap<>();
    private final TreeMap<Long, Department> versions = new TreeMap<>();
    private final TreeMap<DeadlineKey, LocalDate> dues = new TreeMap<>();
    private final SealedInsert departmentInsert;
    private final SealedInsert versionInsert;
    private final SealedInsert reorganisationInsert;
    private final SealedInsert deadlineInsert;
    private long nextDepartment;
    private long nextReorganisation;

    OrganisationWriter(Connection connection, DSLContext dsl, Dictionary dictionary, Mode mode, long importNumber)
            throws SQLException {
        this.dsl = dsl;
        this.dictionary = dictionary;
        this.mode = mode;
        this.importNumber = importNumber;
        DepartmentRows before = new DepartmentRows(dictionary, importNumber);
        known = before.tree(dsl);
        known.all().forEach(each -> departments.put(each.code(), each));
        reorganisations.addAll(known.reorganisations());
        before.deadlines(dsl).forEach(each -> deadlines.put(anyDay(each), each.due()));
        nextDepartment = 1L + dsl.fetchCount(DEPARTMENT);
        nextReorganisation = 1L + dsl.fetchCount(REORGANISATION);
        departmentInsert = new SealedInsert(connection, dsl, DEPARTMENT, List.of(DEPARTMENT.fields()));
        versionInsert = new SealedInsert(connection, dsl, DEPARTMENT_VERSION, List.of(DEPARTMENT_VERSION.fields()));
        reorganisationInsert = new SealedInsert(connection, dsl, REORGANISATION, List.of(REORGANISATION.fields()));
        deadlineInsert = new SealedInsert(connection, dsl, DEADLINE, List.of(DEADLINE.fields()));
    }

    /// The deadline without its day, as a key.
    private static Deadline anyDay(Deadline deadline) {
        return new Deadline(deadline.metric(), deadline.department(), deadline.period(), LocalDate.EPOCH);
    }

    Recorder.Effect write(Department row) {
        Recorder.Effect effect = effect(Optional.ofNullable(departments.get(row.code())), row);
        if (effect == Recorder.Effect.FRESH) {
            long number = nextDepartment++;
            departmentInsert
                    .number(number)
                    .number(importNumber)
                    .text(row.code())
                    .end();
            dictionary.add(row.code(), number);
        }
        if (effect == Recorder.Effect.FRESH || effect == Recorder.Effect.CHANGED) {
            versions.put(dictionary.departmentNumber(row.code()).orElseThrow(), row);
            departments.put(row.code(), row);
        }
        return effect;
    }

    Recorder.Effect write(Reorganisation row) {
        if (!reorganisations.add(row)) {
            return Recorder.Effect.SAME;
        }
        reorganisationInsert
                .number(nextReorganisation++)
                .number(importNumber)
                .text(row.date().toString())
                .text(row.kind().word())
                .number(dictionary.departmentNumber(row.from()).orElseThrow())
                .number(dictionary.departmentNumber(row.to()).orElseThrow())
                .textOrAbsent(row.weight().map(Object::toString).orElse(""))
                .end();
        return Recorder.Effect.FRESH;
    }

    Recorder.Effect write(Deadline row) {
        Recorder.Effect effect = effect(Optional.ofNullable(deadlines.get(anyDay(row))), row.due());
        if (effect == Recorder.Effect.FRESH || effect == Recorder.Effect.CHANGED) {
            deadlines.put(anyDay(row), row.due());
            long metric = row.metric()
                    .map(code -> dictionary.metricNumber(code).orElseThrow())
                    .orElse(Codes.WHOLE);
            dues.put(
                    new DeadlineKey(
                            dictionary.departmentNumber(row.department()).orElseThrow(),
                            row.period().span().code(),
                            metric),
                    row.due());
        }
        return effect;
    }

    private <T> Recorder.Effect effect(Optional<T> before, T now) {
        if (before.isEmpty()) {
            return Recorder.Effect.FRESH;
        }
        if (before.get().equals(now)) {
            return Recorder.Effect.SAME;
        }
        return mode == Mode.CORRECT ? Recorder.Effect.CHANGED : Recorder.Effect.CONTRADICTS;
    }

    /// Writes what is pending.
    void finish() throws SQLException {
        departmentInsert.flush();
        versions.forEach(this::insert);
        versionInsert.flush();
        reorganisationInsert.flush();
        dues.forEach((key, due) -> deadlineInsert
                .number(key.department())
                .number(key.span())
                .number(key.metric())
                .number(importNumber)
                .text(due.toString())
                .end());
        deadlineInsert.flush();
    }

    /// The departments as this import leaves them; once [#finish] has written what it says of them.
    DepartmentTree tree() {
        boolean same = versionInsert.rows() + reorganisationInsert.rows() == 0;
        return same ? known : new DepartmentRows(dictionary, importNumber).tree(dsl);
    }

    /// Touches all series of the departments whose life this import changes, because their cells expect other months.
    void touchLives(Touched touched) {
        DepartmentTree now = tree();
        List<Long> changed = known.all().stream()
                .map(Department::code)
                .filter(code -> !now.life(code).equals(known.life(code)))
                .map(code -> dictionary.departmentNumber(code).orElseThrow())
                .toList();
        for (int i = 0; i < changed.size(); i += AT_ONCE) {
            // The metrics are named so that the key, which begins with them, finds the departments.
            dsl.select(SeriesRows.key())
                    .from(SERIES_YEAR)
                    .where(SERIES_YEAR.METRIC_ID.in(DSL.select(METRIC.ID).from(METRIC)))
                    .and(SERIES_YEAR.DEPARTMENT_ID.in(changed.subList(i, Math.min(i + AT_ONCE, changed.size()))))
                    .forEach(row -> touched.add(SeriesRows.packed(row)));
        }
    }

    private void insert(long number, Department row) {
        versionInsert
                .number(number)
                .number(importNumber)
                .text(row.name().zh())
                .text(row.name().en())
                .number(row.parent()
                        .map(code -> OptionalLong.of(
                                dictionary.departmentNumber(code).orElseThrow()))
                        .orElse(OptionalLong.empty()));
        day(row.opened());
        day(row.closed());
        versionInsert.number(row.additive() ? 1 : 0).end();
    }

    private void day(Optional<LocalDate> day) {
        if (day.isPresent()) {
            versionInsert.text(day.get().toString());
        } else {
            versionInsert.absent(Types.VARCHAR);
        }
    }

    List<SealPart> parts() {
        return List.of(
                departmentInsert.part(), versionInsert.part(), reorganisationInsert.part(), deadlineInsert.part());
    }

    /// The numbers of the metrics that have deadlines of their own.
    BitSet metrics() {
        BitSet metrics = new BitSet();
        dues.keySet().forEach(each -> metrics.set((int) each.metric()));
        return metrics;
    }

    @Override
    public void close() throws SQLException {
        departmentInsert.close();
        versionInsert.close();
        reorganisationInsert.close();
        deadlineInsert.close();
    }
}
