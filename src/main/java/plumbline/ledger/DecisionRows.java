package plumbline.ledger;

import static plumbline.ledger.generated.Tables.DISMISSAL;
import static plumbline.ledger.generated.Tables.IMPORT;
import static plumbline.ledger.generated.Tables.PHASE;
import static plumbline.ledger.generated.Tables.SEAL;
import static plumbline.ledger.generated.Tables.TARGET;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import plumbline.Period;
import plumbline.Target;

/// Reads what people decided, as of an import: of each thing the newest word, what was taken back left out.
///
/// @param vintage number of the last import that counts, one under way included
record DecisionRows(DSLContext dsl, long vintage) {
    /// What a standard is set for.
    record Subject(String metric, String department, Period period) {
        static Subject of(Target target) {
            return new Subject(target.metric(), target.department(), target.period());
        }
    }

    /// In the order in which they were first set.
    List<RecordedTarget> targets() {
        Map<Subject, RecordedTarget> newest = new LinkedHashMap<>();
        each(TARGET, TARGET.ID, TARGET.IMPORT_ID, (row, decided) -> {
            Subject subject = new Subject(
                    row.get(TARGET.METRIC), row.get(TARGET.DEPARTMENT), Period.parse(row.get(TARGET.PERIOD)));
            Long least = row.get(TARGET.AT_LEAST);
            if (least == null) {
                newest.remove(subject);
            } else {
                Target target = new Target(
                        subject.metric(), subject.department(), subject.period(), least, row.get(TARGET.SOURCE));
                newest.put(subject, new RecordedTarget(target, decided));
            }
        });
        return List.copyOf(newest.values());
    }

    List<RecordedPhase> phases() {
        Map<List<Object>, RecordedPhase> newest = new LinkedHashMap<>();
        each(PHASE, PHASE.ID, PHASE.IMPORT_ID, (row, decided) -> {
            RecordedPhase phase = new RecordedPhase(
                    row.get(PHASE.METRIC),
                    row.get(PHASE.DEPARTMENT),
                    Optional.ofNullable(row.get(PHASE.CATEGORY)),
                    Period.parse(row.get(PHASE.PERIOD)),
                    decided);
            List<Object> series = List.of(phase.metric(), phase.department(), phase.category(), phase.first());
            keep(newest, series, phase, row.get(PHASE.STANDS));
        });
        return List.copyOf(newest.values());
    }

    /// Who set which question aside.
    Map<String, Decided> dismissals() {
        Map<String, Decided> newest = new LinkedHashMap<>();
        each(
                DISMISSAL,
                DISMISSAL.ID,
                DISMISSAL.IMPORT_ID,
                (row, decided) -> keep(newest, row.get(DISMISSAL.QUESTION), decided, row.get(DISMISSAL.STANDS)));
        return Map.copyOf(newest);
    }

    private static <K, T> void keep(Map<K, T> newest, K key, T said, Long stands) {
        if (stands == 1) {
            newest.put(key, said);
        } else {
            newest.remove(key);
        }
    }

    /// The rows in the order in which they were written, with who wrote them; those of an import under way have no
    /// seal and are left out.
    private void each(Table<?> table, Field<Long> id, Field<Long> owner, BiConsumer<Record, Decided> sink) {
        dsl.select(table.fields())
                .select(IMPORT.ACTOR, IMPORT.REASON, SEAL.SEALED_AT)
                .from(table)
                .join(IMPORT)
                .on(IMPORT.ID.eq(owner))
                .join(SEAL)
                .on(SEAL.IMPORT_ID.eq(owner))
                .where(owner.le(vintage))
                .orderBy(id)
                .forEach(row -> sink.accept(
                        row,
                        new Decided(
                                Objects.requireNonNull(row.get(IMPORT.ACTOR)),
                                Instant.parse(row.get(SEAL.SEALED_AT)),
                                Optional.ofNullable(row.get(IMPORT.REASON)))));
    }
}
