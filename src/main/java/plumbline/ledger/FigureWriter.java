package plumbline.ledger;

import static plumbline.ledger.generated.Tables.FIGURE;
import static plumbline.ledger.generated.Tables.SUBMISSION;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Interval;
import plumbline.Place;
import plumbline.RecordedFigure;
import plumbline.Review;
import plumbline.State;
import plumbline.Value;

/// Writes the figures of one import, each as the next revision of its key, and notes what it touched.
final class FigureWriter implements AutoCloseable {
    private static final List<org.jooq.Field<?>> COLUMNS = List.of(FIGURE.fields());

    private final Dictionary dictionary;
    private final Received received;
    private final long importNumber;
    private final long report;
    private final DSLContext dsl;
    private final SealedInsert insert;
    private final SealedInsert submissionInsert;
    private final PreparedStatement existing;
    private final TreeSet<Long> submissions = new TreeSet<>();
    private final Touched touched = new Touched();
    private final boolean emptyLedger;
    private long nextId;

    FigureWriter(
            Connection connection,
            DSLContext dsl,
            Dictionary dictionary,
            Received received,
            long importNumber,
            long report)
            throws SQLException {
        this.dsl = dsl;
        this.dictionary = dictionary;
        this.received = received;
        this.importNumber = importNumber;
        this.report = report;
        Long newest = dsl.select(DSL.max(FIGURE.ID)).from(FIGURE).fetchOne(DSL.max(FIGURE.ID));
        emptyLedger = newest == null;
        nextId = newest == null ? 1 : newest + 1;
        insert = new SealedInsert(connection, dsl, FIGURE, COLUMNS);
        submissionInsert = new SealedInsert(connection, dsl, SUBMISSION, List.of(SUBMISSION.fields()));
        existing = connection.prepareStatement(dsl.select(FIGURE.ID)
                .from(FIGURE)
                .where(key(0, 0, 0, 0, 0, 0, 0, 0))
                .orderBy(FIGURE.REVISION.desc())
                .limit(DSL.inline(1))
                .getSQL());
    }

    Recorder.Outcome write(Figure figure) {
        long metric = dictionary.metricNumber(figure.key().metric()).orElseThrow();
        long department = dictionary.departmentNumber(figure.key().department()).orElseThrow();
        long category = dictionary.categoryNumber(figure.key().category()).orElseThrow();
        Optional<RecordedFigure> before = emptyLedger ? Optional.empty() : before(metric, department, category, figure);
        Recorder.Effect effect = effect(before.map(RecordedFigure::figure), figure);
        if (effect == Recorder.Effect.FRESH || effect == Recorder.Effect.CHANGED) {
            int revision = before.map(RecordedFigure::revision).orElse(0) + 1;
            insert(metric, department, category, figure, revision);
        }
        return new Recorder.Outcome(effect, before);
    }

    /// What the figure does to its key; see [plumbline.Mode]. An empty value never replaces a number, a confirmation
    /// of the same value is a revision, and a value for a key that only said "not mentioned" is a supplement.
    private Recorder.Effect effect(Optional<Figure> before, Figure figure) {
        Optional<Figure> standing = before.filter(each -> each.value().state() != State.WITHDRAWN);
        return switch (received.mode()) {
            case ADD, CORRECT -> {
                if (standing.isEmpty()) {
                    yield Recorder.Effect.FRESH;
                }
                Figure other = standing.get();
                if (isSame(other, figure) || figure.value().state() == State.NOT_MENTIONED) {
                    yield Recorder.Effect.SAME;
                }
                boolean supplements = other.value().state() == State.NOT_MENTIONED
                        || other.value().equals(figure.value());
                boolean may = supplements || received.mode() == plumbline.Mode.CORRECT;
                yield may ? Recorder.Effect.CHANGED : Recorder.Effect.CONTRADICTS;
            }
            case WITHDRAW -> standing.isPresent() ? Recorder.Effect.CHANGED : Recorder.Effect.NOTHING_TO_WITHDRAW;
        };
    }

    private static boolean isSame(Figure before, Figure now) {
        return before.value().equals(now.value())
                && (before.review() == now.review() || now.review() == Review.UNCONFIRMED);
    }

    private Optional<RecordedFigure> before(long metric, long department, long category, Figure figure) {
        FigureKey key = figure.key();
        try {
            existing.setLong(1, metric);
            existing.setLong(2, department);
            existing.setLong(3, category);
            existing.setLong(4, key.period().span().code());
            existing.setLong(5, Codes.number(Codes.BASES, key.basis()));
            existing.setLong(6, Codes.number(Codes.SCOPES, key.scope()));
            existing.setLong(7, rangeFrom(key));
            existing.setLong(8, rangeTo(key));
            try (ResultSet row = existing.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                RecordedFigure[] found = new RecordedFigure[1];
                new FigureRows(dictionary).each(dsl, FIGURE.ID.eq(row.getLong(1)), each -> found[0] = each);
                return Optional.of(found[0]);
            }
        } catch (SQLException broken) {
            throw new LedgerException("nothing was recorded: " + broken.getMessage(), broken);
        }
    }

    private static Condition key(
            long metric, long department, long category, long span, long basis, long scope, long from, long to) {
        return FIGURE.METRIC_ID
                .eq(metric)
                .and(FIGURE.DEPARTMENT_ID.eq(department))
                .and(FIGURE.CATEGORY_ID.eq(category))
                .and(FIGURE.SPAN.eq(span))
                .and(FIGURE.BASIS.eq(basis))
                .and(FIGURE.SCOPE.eq(scope))
                .and(FIGURE.RANGE_FROM.eq(from))
                .and(FIGURE.RANGE_TO.eq(to));
    }

    private void insert(long metric, long department, long category, Figure figure, int revision) {
        FigureKey key = figure.key();
        Value value = received.mode() == plumbline.Mode.WITHDRAW ? new Value.Absent(State.WITHDRAWN) : figure.value();
        insert.number(nextId++)
                .number(importNumber)
                .number(metric)
                .number(department)
                .number(category)
                .number(key.period().span().code())
                .number(Codes.number(Codes.BASES, key.basis()))
                .number(Codes.number(Codes.SCOPES, key.scope()))
                .number(rangeFrom(key))
                .number(rangeTo(key))
                .number(revision)
                .number(Codes.number(Codes.STATES, value.state()));
        switch (value) {
            case Value.Amount(var _, OptionalLong stated, Interval interval) ->
                insert.number(stated).number(interval.lower()).number(interval.upper());
            case Value.Absent _ ->
                insert.absent(Types.BIGINT).absent(Types.BIGINT).absent(Types.BIGINT);
        }
        insert.text(figure.wording())
                .number(Codes.number(Codes.REVIEWS, figure.review()))
                .textOrAbsent(figure.note())
                .number(report);
        place(figure);
        insert.end();
        touched.add(metric, department, category, key.period().year());
        submissions.add(
                department * 100_000_000L + key.period().span(key.basis()).code());
    }

    private void place(Figure figure) {
        switch (figure.formPlace().orElse(figure.place())) {
            case Place.Line(int line, int column) ->
                insert.absent(Types.VARCHAR).number(line).number(column);
            case Place.Cell(String sheet, int row, int column) ->
                insert.text(sheet).number(row).number(column);
            case Place.Passage _ ->
                insert.absent(Types.VARCHAR).absent(Types.BIGINT).absent(Types.BIGINT);
        }
        if (figure.place() instanceof Place.Passage passage) {
            insert.number(document(passage))
                    .number(passage.start())
                    .number(passage.end())
                    .text(passage.quote());
        } else {
            insert.absent(Types.BIGINT)
                    .absent(Types.BIGINT)
                    .absent(Types.BIGINT)
                    .absent(Types.VARCHAR);
        }
    }

    /// The number of the text; a figure that would lead to another one is worse than none.
    private long document(Place.Passage passage) {
        return Optional.ofNullable(received.documents().get(passage.document()))
                .orElseThrow(() -> new LedgerException("no text " + passage.document() + " was recorded"));
    }

    private static long rangeFrom(FigureKey key) {
        return key.range().map(range -> range.from().toEpochDay()).orElse(0L);
    }

    private static long rangeTo(FigureKey key) {
        return key.range().map(range -> range.to().toEpochDay()).orElse(0L);
    }

    Touched touched() {
        return touched;
    }

    /// Writes what is pending.
    void finish() throws SQLException {
        insert.flush();
        for (long packed : submissions) {
            submissionInsert
                    .number(packed / 100_000_000L)
                    .number(packed % 100_000_000L)
                    .number(importNumber)
                    .end();
        }
        submissionInsert.flush();
    }

    List<SealPart> parts() {
        return List.of(insert.part(), submissionInsert.part());
    }

    @Override
    public void close() throws SQLException {
        existing.close();
        insert.close();
        submissionInsert.close();
    }
}
