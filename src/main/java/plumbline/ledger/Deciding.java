package plumbline.ledger;

import static plumbline.ledger.generated.Tables.DISMISSAL;
import static plumbline.ledger.generated.Tables.IMPORT;
import static plumbline.ledger.generated.Tables.PHASE;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import plumbline.Mode;
import plumbline.Period;
import plumbline.Receipt;
import plumbline.Target;

/// A decision under way: an import without a file, in one transaction and with a seal of its own.
///
/// Used by one thread and thrown away.
final class Deciding implements AutoCloseable {
    private final DSLContext dsl;
    private final long importNumber;
    private final SealedInsert importInsert;
    private final SealedInsert phases;
    private final SealedInsert dismissals;
    private final TargetWriter targets;
    private int fresh;
    private int changed;

    Deciding(Connection connection, DSLContext dsl, String actor, String reason) throws SQLException {
        this.dsl = dsl;
        importNumber = next(IMPORT.ID);
        importInsert = new SealedInsert(connection, dsl, IMPORT, List.of(IMPORT.fields()));
        importInsert
                .number(importNumber)
                .text(actor)
                .text(Mode.CORRECT.word())
                .text(reason)
                .end();
        importInsert.flush();
        phases = new SealedInsert(connection, dsl, PHASE, List.of(PHASE.fields()));
        dismissals = new SealedInsert(connection, dsl, DISMISSAL, List.of(DISMISSAL.fields()));
        targets = new TargetWriter(connection, dsl, Mode.CORRECT, importNumber);
    }

    private long next(Field<Long> number) {
        Field<Long> newest = DSL.max(number);
        Long found = dsl.select(newest)
                .from(Objects.requireNonNull(((TableField<?, Long>) number).getTable()))
                .fetchOne(newest);
        return found == null ? 1 : found + 1;
    }

    Recorder.Effect target(Target target) {
        return count(targets.write(target));
    }

    Recorder.Effect noTarget(String metric, String department, Period period) {
        return count(targets.takeBack(new DecisionRows.Subject(metric, department, period)));
    }

    Recorder.Effect phase(String metric, String department, Optional<String> category, Period first, boolean stands) {
        boolean known = new DecisionRows(dsl, importNumber)
                .phases().stream()
                        .anyMatch(each -> each.metric().equals(metric)
                                && each.department().equals(department)
                                && each.category().equals(category)
                                && each.first().equals(first));
        return said(
                known,
                stands,
                () -> phases.number(next(PHASE.ID))
                        .number(importNumber)
                        .text(metric)
                        .text(department)
                        .textOrAbsent(category.orElse(""))
                        .text(first.toString())
                        .number(stands ? 1 : 0)
                        .end());
    }

    Recorder.Effect dismissal(String question, boolean stands) {
        boolean known = new DecisionRows(dsl, importNumber).dismissals().containsKey(question);
        return said(
                known,
                stands,
                () -> dismissals
                        .number(next(DISMISSAL.ID))
                        .number(importNumber)
                        .text(question)
                        .number(stands ? 1 : 0)
                        .end());
    }

    private Recorder.Effect said(boolean known, boolean stands, Runnable write) {
        if (known == stands) {
            return known ? Recorder.Effect.SAME : Recorder.Effect.NOTHING_TO_WITHDRAW;
        }
        write.run();
        return count(stands ? Recorder.Effect.FRESH : Recorder.Effect.CHANGED);
    }

    private Recorder.Effect count(Recorder.Effect effect) {
        if (effect == Recorder.Effect.FRESH) {
            fresh++;
        } else if (effect == Recorder.Effect.CHANGED) {
            changed++;
        }
        return effect;
    }

    void seal(Instant now) throws SQLException {
        phases.flush();
        dismissals.flush();
        targets.finish();
        Sealing.seal(
                dsl,
                importNumber,
                now,
                SealPart.filled(List.of(importInsert.part(), targets.part(), phases.part(), dismissals.part())),
                new Receipt.Counts(fresh, changed, 0, 0));
    }

    @Override
    public void close() throws SQLException {
        importInsert.close();
        phases.close();
        dismissals.close();
        targets.close();
    }
}
