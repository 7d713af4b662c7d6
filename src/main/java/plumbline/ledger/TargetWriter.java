package plumbline.ledger;

import static plumbline.ledger.generated.Tables.TARGET;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import plumbline.Mode;
import plumbline.Target;

/// Writes the minimum standards of one import.
final class TargetWriter implements AutoCloseable {
    private final Mode mode;
    private final long importNumber;
    private final Map<DecisionRows.Subject, Target> known = new HashMap<>();
    private final SealedInsert insert;
    private long nextId;

    TargetWriter(Connection connection, DSLContext dsl, Mode mode, long importNumber) {
        this.mode = mode;
        this.importNumber = importNumber;
        insert = new SealedInsert(connection, dsl, TARGET, List.of(TARGET.fields()));
        Long newest = dsl.select(DSL.max(TARGET.ID)).from(TARGET).fetchOne(0, Long.class);
        nextId = newest == null ? 1 : newest + 1;
        new DecisionRows(dsl, importNumber)
                .targets()
                .forEach(each -> known.put(DecisionRows.Subject.of(each.target()), each.target()));
    }

    Recorder.Effect write(Target target) {
        DecisionRows.Subject subject = DecisionRows.Subject.of(target);
        Optional<Target> before = Optional.ofNullable(known.get(subject));
        if (before.equals(Optional.of(target))) {
            return Recorder.Effect.SAME;
        }
        if (before.isPresent() && mode != Mode.CORRECT) {
            return Recorder.Effect.CONTRADICTS;
        }
        row(subject).number(target.least()).text(target.source()).end();
        known.put(subject, target);
        return before.isPresent() ? Recorder.Effect.CHANGED : Recorder.Effect.FRESH;
    }

    /// Ends a standard; one that never was cannot end.
    Recorder.Effect takeBack(DecisionRows.Subject subject) {
        if (known.remove(subject) == null) {
            return Recorder.Effect.NOTHING_TO_WITHDRAW;
        }
        row(subject).absent(Types.BIGINT).absent(Types.VARCHAR).end();
        return Recorder.Effect.CHANGED;
    }

    private RowSink row(DecisionRows.Subject subject) {
        return insert.number(nextId++)
                .number(importNumber)
                .text(subject.metric())
                .text(subject.department())
                .text(subject.period().toString());
    }

    void finish() throws SQLException {
        insert.flush();
    }

    SealPart part() {
        return insert.part();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
