package plumbline.ledger;

import static plumbline.ledger.generated.Tables.DEADLINE;
import static plumbline.ledger.generated.Tables.DEADLINE_WITHDRAWAL;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import plumbline.Deadline;
import plumbline.Mode;
import plumbline.Period;

/// Writes the reporting calendar of one import, and takes back lines of earlier ones.
///
/// The rows are kept back and written in the order of their keys, so that the seal's digest can be worked out again
/// from the tables.
final class CalendarWriter implements AutoCloseable {
    /// What is owed, without its day.
    private record Owed(Optional<String> metric, String department, Period period) {
        static Owed by(Deadline line) {
            return new Owed(line.metric(), line.department(), line.period());
        }
    }

    private record Key(long department, long span, long metric) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byDepartment = Long.compare(department, other.department);
            int bySpan = byDepartment != 0 ? byDepartment : Long.compare(span, other.span);
            return bySpan != 0 ? bySpan : Long.compare(metric, other.metric);
        }
    }

    private final Dictionary dictionary;
    private final Mode mode;
    private final long importNumber;
    private final Map<Owed, LocalDate> standing = new HashMap<>();

    /// The day it is due; absent where the line is taken back.
    private final TreeMap<Key, Optional<LocalDate>> said = new TreeMap<>();

    private final SealedInsert insert;
    private final SealedInsert withdrawal;

    CalendarWriter(Connection connection, DSLContext dsl, Dictionary dictionary, Mode mode, long importNumber) {
        this.dictionary = dictionary;
        this.mode = mode;
        this.importNumber = importNumber;
        new DepartmentRows(dictionary, importNumber)
                .deadlines(dsl)
                .forEach(line -> standing.put(Owed.by(line), line.due()));
        insert = new SealedInsert(connection, dsl, DEADLINE, List.of(DEADLINE.fields()));
        withdrawal = new SealedInsert(connection, dsl, DEADLINE_WITHDRAWAL, List.of(DEADLINE_WITHDRAWAL.fields()));
    }

    Recorder.Effect write(Deadline line) {
        Optional<LocalDate> before = Optional.ofNullable(standing.get(Owed.by(line)));
        if (before.equals(Optional.of(line.due()))) {
            return Recorder.Effect.SAME;
        }
        if (before.isPresent() && mode != Mode.CORRECT) {
            return Recorder.Effect.CONTRADICTS;
        }
        standing.put(Owed.by(line), line.due());
        said.put(key(line), Optional.of(line.due()));
        return before.isEmpty() ? Recorder.Effect.FRESH : Recorder.Effect.CHANGED;
    }

    /// Takes a line back that is on record just so.
    Recorder.Effect withdraw(Deadline line) {
        if (!standing.remove(Owed.by(line), line.due())) {
            return Recorder.Effect.NOTHING_TO_WITHDRAW;
        }
        said.put(key(line), Optional.empty());
        return Recorder.Effect.CHANGED;
    }

    private Key key(Deadline line) {
        return new Key(
                dictionary.departmentNumber(line.department()).orElseThrow(),
                line.period().span().code(),
                line.metric()
                        .map(code -> dictionary.metricNumber(code).orElseThrow())
                        .orElse(Codes.WHOLE));
    }

    void finish() throws SQLException {
        said.forEach((key, due) -> {
            SealedInsert into = due.isPresent() ? insert : withdrawal;
            into.number(key.department())
                    .number(key.span())
                    .number(key.metric())
                    .number(importNumber);
            due.ifPresent(day -> into.text(day.toString()));
            into.end();
        });
        insert.flush();
        withdrawal.flush();
    }

    List<SealPart> parts() {
        return List.of(insert.part(), withdrawal.part());
    }

    /// The numbers of the metrics that have lines of their own.
    BitSet metrics() {
        BitSet metrics = new BitSet();
        said.keySet().forEach(each -> metrics.set((int) each.metric()));
        return metrics;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        withdrawal.close();
    }
}
