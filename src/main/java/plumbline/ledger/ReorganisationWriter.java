package plumbline.ledger;

import static plumbline.ledger.generated.Tables.REORGANISATION;
import static plumbline.ledger.generated.Tables.REORGANISATION_WITHDRAWAL;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import plumbline.Mode;
import plumbline.Reorganisation;

/// Writes the reorganisations of one import, and takes back those of earlier ones.
///
/// Between the same two departments on the same day there is one step; what is said of it otherwise takes the place of
/// what was said before.
final class ReorganisationWriter implements AutoCloseable {
    private record Key(LocalDate date, String from, String to) {
        static Key of(Reorganisation step) {
            return new Key(step.date(), step.from(), step.to());
        }
    }

    private record Standing(Reorganisation step, long number) {}

    private final Dictionary dictionary;
    private final Mode mode;
    private final long importNumber;
    private final Map<Key, Standing> standing = new HashMap<>();
    private final TreeSet<Long> withdrawn = new TreeSet<>();
    private final SealedInsert insert;
    private final SealedInsert withdrawal;
    private long next;

    ReorganisationWriter(Connection connection, DSLContext dsl, Dictionary dictionary, Mode mode, long importNumber) {
        this.dictionary = dictionary;
        this.mode = mode;
        this.importNumber = importNumber;
        new DepartmentRows(dictionary, importNumber)
                .standing(dsl)
                .forEach((number, step) -> standing.put(Key.of(step), new Standing(step, number)));
        Long newest =
                dsl.select(DSL.max(REORGANISATION.ID)).from(REORGANISATION).fetchOne(0, Long.class);
        next = newest == null ? 1 : newest + 1;
        insert = new SealedInsert(connection, dsl, REORGANISATION, List.of(REORGANISATION.fields()));
        withdrawal = new SealedInsert(
                connection, dsl, REORGANISATION_WITHDRAWAL, List.of(REORGANISATION_WITHDRAWAL.fields()));
    }

    Recorder.Effect write(Reorganisation step) {
        Standing before = standing.get(Key.of(step));
        if (before != null && before.step().equals(step)) {
            return Recorder.Effect.SAME;
        }
        if (before != null && mode != Mode.CORRECT) {
            return Recorder.Effect.CONTRADICTS;
        }
        if (before != null) {
            withdrawn.add(before.number());
        }
        standing.put(Key.of(step), new Standing(step, next));
        insert.number(next++)
                .number(importNumber)
                .text(step.date().toString())
                .text(step.kind().word())
                .number(dictionary.departmentNumber(step.from()).orElseThrow())
                .number(dictionary.departmentNumber(step.to()).orElseThrow())
                .textOrAbsent(step.weight().map(Object::toString).orElse(""))
                .end();
        return before == null ? Recorder.Effect.FRESH : Recorder.Effect.CHANGED;
    }

    /// Takes a step back; its weight need not be said.
    Recorder.Effect withdraw(Reorganisation step) {
        Standing before = standing.get(Key.of(step));
        if (before == null || before.step().kind() != step.kind()) {
            return Recorder.Effect.NOTHING_TO_WITHDRAW;
        }
        standing.remove(Key.of(step));
        withdrawn.add(before.number());
        return Recorder.Effect.CHANGED;
    }

    void finish() throws SQLException {
        insert.flush();
        withdrawn.forEach(
                number -> withdrawal.number(number).number(importNumber).end());
        withdrawal.flush();
    }

    /// Whether the import says anything of reorganisations; once [#finish] has written it.
    boolean saidAnything() {
        return insert.rows() + withdrawal.rows() > 0;
    }

    List<SealPart> parts() {
        return List.of(insert.part(), withdrawal.part());
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        withdrawal.close();
    }
}
