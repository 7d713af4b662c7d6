package plumbline.ledger;

import static plumbline.ledger.generated.Tables.FIGURE;
import static plumbline.ledger.generated.Tables.SUBMISSION;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Interval;
import plumbline.Mode;
import plumbline.Period;
import plumbline.Place;
import plumbline.RecordedFigure;
import plumbline.Review;
import plumbline.State;
import plumbline.Value;

/// Writes the figures of one import, each as the next revision of its key, and notes what it touched.
final class FigureWriter implements AutoCloseable {
    private static final List<org.jooq.Field<?>> COLUMNS = List.of(FIGURE.fields());

    private final DSLContext dsl;
    private final Dictionary dictionary;
    private final long importNumber;
    private Source source;
    private final SealedInsert insert;
    private final SealedInsert submissionInsert;
    private final NewestRevisions revisions;
    private final Set<Long> submissions = new HashSet<>();
    private long lastSubmission;
    private final Touched touched = new Touched();
    private final ExtentWriter extent;
    private final ImportedFigures imported = new ImportedFigures();
    private final boolean emptyLedger;
    private final long firstId;
    private long nextId;

    /// Where figures come from, and what they do to those before them.
    ///
    /// @param report number of the form, or of the text where there is no form
    /// @param documents report numbers of the texts that passages lie in, by file name
    record Source(Mode mode, long report, Map<String, Long> documents) {}

    FigureWriter(Connection connection, DSLContext dsl, Dictionary dictionary, long importNumber, Source source)
            throws SQLException {
        this.dsl = dsl;
        this.dictionary = dictionary;
        this.importNumber = importNumber;
        this.source = source;
        Long newest = dsl.select(DSL.max(FIGURE.ID)).from(FIGURE).fetchOne(DSL.max(FIGURE.ID));
        emptyLedger = newest == null;
        firstId = newest == null ? 1 : newest + 1;
        nextId = firstId;
        insert = new SealedInsert(connection, dsl, FIGURE, COLUMNS);
        submissionInsert = new SealedInsert(connection, dsl, SUBMISSION, List.of(SUBMISSION.fields()));
        revisions = new NewestRevisions(connection, dsl);
        extent = new ExtentWriter(connection, dsl, importNumber);
    }

    /// The figures to come are from there.
    void from(Source next) {
        source = next;
    }

    /// Writes figures in their order and answers what each did.
    List<Recorder.Outcome> write(List<Figure> figures) throws SQLException {
        long[] series = new long[figures.size()];
        for (int i = 0; i < series.length; i++) {
            FigureKey key = figures.get(i).key();
            series[i] = packed(key, metric(key), department(key), category(key));
        }
        LookedUp standing = emptyLedger ? revisions.lookedUp() : revisions.of(series);
        List<Recorder.Outcome> outcomes = new ArrayList<>(series.length);
        for (int i = 0; i < series.length; i++) {
            Figure figure = figures.get(i);
            Optional<RecordedFigure> before = standing.newest(series[i], figure.key());
            Recorder.Effect effect = effect(before.map(RecordedFigure::figure), figure);
            if (effect == Recorder.Effect.FRESH || effect == Recorder.Effect.CHANGED) {
                insert(series[i], figure, before.map(RecordedFigure::revision).orElse(0) + 1);
            }
            outcomes.add(new Recorder.Outcome(effect, before));
        }
        return outcomes;
    }

    /// What the figure does to its key; see [plumbline.Mode]. An empty value never replaces a number, a confirmation
    /// of the same value is a revision, and a value for a key that only said "not mentioned" is a supplement.
    private Recorder.Effect effect(Optional<Figure> before, Figure figure) {
        Optional<Figure> standing = before.filter(each -> each.value().state() != State.WITHDRAWN);
        return switch (source.mode()) {
            case ADD, CORRECT, REPLACE -> {
                if (standing.isEmpty()) {
                    yield Recorder.Effect.FRESH;
                }
                Figure other = standing.get();
                if (isSame(other, figure) || figure.value().state() == State.NOT_MENTIONED) {
                    yield Recorder.Effect.SAME;
                }
                boolean supplements = other.value().state() == State.NOT_MENTIONED
                        || other.value().equals(figure.value());
                boolean may = supplements || source.mode() != Mode.ADD;
                yield may ? Recorder.Effect.CHANGED : Recorder.Effect.CONTRADICTS;
            }
            case WITHDRAW -> standing.isPresent() ? Recorder.Effect.CHANGED : Recorder.Effect.NOTHING_TO_WITHDRAW;
        };
    }

    /// Withdraws what is on record for the department and period beside the keys stated, and answers with what there
    /// was. What only said that nothing is mentioned stays.
    ///
    /// @param place of the form, since no place of it speaks of these
    List<Recorder.Outcome> withdrawOthers(String department, Period period, Set<FigureKey> stated, Place place)
            throws SQLException {
        insert.flush();
        List<RecordedFigure> others = new ArrayList<>();
        Condition isTheirs = FIGURE.METRIC_ID
                .in(dictionary.metricNumbers()) // so that the key is followed
                .and(FIGURE.DEPARTMENT_ID.eq(
                        dictionary.departmentNumber(department).orElseThrow()))
                .and(FIGURE.SPAN.eq((long) period.span().code()));
        new FigureRows(dictionary).eachCurrent(dsl, isTheirs, each -> {
            Figure figure = each.figure();
            if (!stated.contains(figure.key()) && figure.value().state() != State.NOT_MENTIONED) {
                others.add(each);
            }
        });
        List<Recorder.Outcome> outcomes = new ArrayList<>();
        for (RecordedFigure each : others) {
            Value nothing = new Value.Absent(State.WITHDRAWN);
            FigureKey key = each.figure().key();
            insert(
                    packed(key, metric(key), department(key), category(key)),
                    new Figure(key, nothing, "", Review.CONFIRMED, "", place, Optional.empty()),
                    each.revision() + 1);
            outcomes.add(new Recorder.Outcome(Recorder.Effect.CHANGED, Optional.of(each)));
        }
        return outcomes;
    }

    private static boolean isSame(Figure before, Figure now) {
        return before.value().equals(now.value())
                && (before.review() == now.review() || now.review() == Review.UNCONFIRMED);
    }

    private void insert(long series, Figure figure, int revision) {
        FigureKey key = figure.key();
        Value value = source.mode() == Mode.WITHDRAW ? new Value.Absent(State.WITHDRAWN) : figure.value();
        long id = nextId++;
        long department = SeriesYear.department(series);
        insert.number(id)
                .number(importNumber)
                .number(SeriesYear.metric(series))
                .number(department)
                .number(SeriesYear.category(series))
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
                .number(source.report());
        place(figure);
        insert.end();
        submit(department * 100_000_000L + key.period().span(key.basis()).code());
        touched.add(series);
        if (revision == 1) {
            extent.add(
                    SeriesYear.metric(series), department, key.period().span().code());
        }
        imported.add(series, figure, value, new FigureBytes.Numbering(id, revision, importNumber, source.report()));
    }

    private void submit(long submission) {
        if (submission != lastSubmission) { // forms are mostly sorted
            submissions.add(submission);
            lastSubmission = submission;
        }
    }

    private static long packed(FigureKey key, long metric, long department, long category) {
        return SeriesYear.pack(
                metric,
                department,
                category,
                Codes.number(Codes.SCOPES, key.scope()),
                key.period().year());
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
        return Optional.ofNullable(source.documents().get(passage.document()))
                .orElseThrow(() -> new LedgerException("no text " + passage.document() + " was recorded"));
    }

    private long metric(FigureKey key) {
        return dictionary.metricNumber(key.metric()).orElseThrow();
    }

    private long department(FigureKey key) {
        return dictionary.departmentNumber(key.department()).orElseThrow();
    }

    private long category(FigureKey key) {
        return dictionary.categoryNumber(key.category()).orElseThrow();
    }

    private static long rangeFrom(FigureKey key) {
        return Codes.day(key.range().map(FigureKey.Range::from));
    }

    private static long rangeTo(FigureKey key) {
        return Codes.day(key.range().map(FigureKey.Range::to));
    }

    /// The number of the first figure of this import; all its figures have this one or a higher one.
    long firstId() {
        return firstId;
    }

    /// The number of the newest figure of this import.
    long lastId() {
        return nextId - 1;
    }

    Touched touched() {
        return touched;
    }

    ImportedFigures imported() {
        return imported;
    }

    /// What was looked up of the touched series before it changes.
    LookedUp lookedUp() {
        return revisions.lookedUp();
    }

    /// Whether the ledger had no figure before.
    boolean isFirst() {
        return emptyLedger;
    }

    /// Writes what is pending.
    void finish() throws SQLException {
        insert.flush();
        for (long packed : new TreeSet<>(submissions)) {
            submissionInsert
                    .number(packed / 100_000_000L)
                    .number(packed % 100_000_000L)
                    .number(importNumber)
                    .end();
        }
        submissionInsert.flush();
        extent.finish();
    }

    List<SealPart> parts() {
        return List.of(insert.part(), submissionInsert.part());
    }

    @Override
    public void close() throws SQLException {
        revisions.close();
        insert.close();
        submissionInsert.close();
        extent.close();
    }
}
