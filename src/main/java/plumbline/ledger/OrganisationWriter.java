package plumbline.ledger;

import static plumbline.ledger.generated.Tables.DEPARTMENT;
import static plumbline.ledger.generated.Tables.DEPARTMENT_VERSION;
import static plumbline.ledger.generated.Tables.METRIC;
import static plumbline.ledger.generated.Tables.SERIES_YEAR;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.MetricVersion;
import plumbline.Mode;
import plumbline.Reorganisation;

/// Writes departments, reorganisations, the reporting calendar and what is said of metrics of one import.
///
/// Versions of departments are kept back and written in the order of their keys, so that the seal's digest can be
/// worked out again from the tables.
final class OrganisationWriter implements AutoCloseable {
    private static final int AT_ONCE = 500;

    private final DSLContext dsl;
    private final Dictionary dictionary;
    private final Mode mode;
    private final long importNumber;
    private final DepartmentTree known;
    private final Map<String, Department> departments = new HashMap<>();
    private final TreeMap<Long, Department> versions = new TreeMap<>();
    private final SealedInsert departmentInsert;
    private final SealedInsert versionInsert;
    private final ReorganisationWriter reorganisations;
    private final CalendarWriter calendar;
    private final MetricWriter metrics;
    private long nextDepartment;

    OrganisationWriter(Connection connection, DSLContext dsl, Dictionary dictionary, Mode mode, long importNumber)
            throws SQLException {
        this.dsl = dsl;
        this.dictionary = dictionary;
        this.mode = mode;
        this.importNumber = importNumber;
        known = new DepartmentRows(dictionary, importNumber).tree(dsl);
        known.all().forEach(each -> departments.put(each.code(), each));
        nextDepartment = 1L + dsl.fetchCount(DEPARTMENT);
        departmentInsert = new SealedInsert(connection, dsl, DEPARTMENT, List.of(DEPARTMENT.fields()));
        versionInsert = new SealedInsert(connection, dsl, DEPARTMENT_VERSION, List.of(DEPARTMENT_VERSION.fields()));
        reorganisations = new ReorganisationWriter(connection, dsl, dictionary, mode, importNumber);
        calendar = new CalendarWriter(connection, dsl, dictionary, mode, importNumber);
        metrics = new MetricWriter(connection, dsl, dictionary, importNumber);
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
        return mode == Mode.WITHDRAW ? withdraw(row) : reorganisations.write(row);
    }

    Recorder.Effect withdraw(Reorganisation row) {
        return reorganisations.withdraw(row);
    }

    Recorder.Effect write(Deadline row) {
        return mode == Mode.WITHDRAW ? withdraw(row) : calendar.write(row);
    }

    Recorder.Effect withdraw(Deadline row) {
        return calendar.withdraw(row);
    }

    /// @param before how the metric stands without the row
    Recorder.Effect write(MetricVersion before, MetricVersion row) {
        Recorder.Effect effect = effect(Optional.of(before), row);
        if (effect == Recorder.Effect.CHANGED) {
            metrics.write(row);
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
        reorganisations.finish();
        calendar.finish();
        metrics.finish();
    }

    /// The departments as this import leaves them; once [#finish] has written what it says of them.
    DepartmentTree tree() {
        boolean same = versionInsert.rows() == 0 && !reorganisations.saidAnything();
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
        List<SealPart> parts = new ArrayList<>(List.of(departmentInsert.part(), versionInsert.part()));
        parts.addAll(reorganisations.parts());
        parts.addAll(calendar.parts());
        parts.add(metrics.part());
        return parts;
    }

    /// The numbers of the metrics that the calendar or a definition names.
    BitSet metrics() {
        BitSet named = calendar.metrics();
        named.or(metrics.numbers());
        return named;
    }

    @Override
    public void close() throws SQLException {
        departmentInsert.close();
        versionInsert.close();
        reorganisations.close();
        calendar.close();
        metrics.close();
    }
}
