package plumbline.ledger;

import static plumbline.ledger.generated.Tables.ATTRIBUTION;
import static plumbline.ledger.generated.Tables.IMPORT;
import static plumbline.ledger.generated.Tables.OWN_TERM;
import static plumbline.ledger.generated.Tables.REVIEW;
import static plumbline.ledger.generated.Tables.VERDICT;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import plumbline.Catalog;
import plumbline.Consolidator;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Mode;
import plumbline.OwnTerm;
import plumbline.Period;
import plumbline.Place;
import plumbline.Proposal;
import plumbline.Receipt;
import plumbline.RecordedFigure;
import plumbline.Review;
import plumbline.Verdict;

/// What a person says under way: an import without a file, in one transaction and with a seal of its own.
///
/// Used by one thread and thrown away.
final class Reviewing implements Reviewer, AutoCloseable {
    private final Connection connection;
    private final DSLContext dsl;
    private final Dictionary dictionary;
    private final Catalog catalog;
    private final Consolidator consolidator;
    private final long importNumber;
    private final SealedInsert importInsert;
    private final SealedInsert reviewInsert;
    private final SealedInsert verdicts;
    private final SealedInsert attributions;
    private final SealedInsert terms;
    private final FigureWriter figures;
    private final ProposalWriter proposals;
    private final List<Said> said = new ArrayList<>();
    private int fresh;
    private int changed;
    private int same;

    /// A verdict to be written behind the proposals and figures it names.
    private record Said(long proposal, Verdict.Kind kind, Optional<Figure> figure, Optional<Long> number) {}

    Reviewing(
            Connection connection,
            DSLContext dsl,
            Dictionary dictionary,
            Reviews.Order order,
            Catalog catalog,
            Consolidator consolidator)
            throws SQLException {
        this.connection = connection;
        this.dsl = dsl;
        this.dictionary = dictionary;
        this.catalog = catalog;
        this.consolidator = consolidator;
        importNumber = next(IMPORT.ID);
        importInsert = new SealedInsert(connection, dsl, IMPORT, List.of(IMPORT.fields()));
        importInsert.number(importNumber).text(order.actor()).text(order.mode().word());
        importInsert.textOrAbsent(order.reason().orElse("")).end();
        importInsert.flush();
        reviewInsert = new SealedInsert(connection, dsl, REVIEW, List.of(REVIEW.fields()));
        reviewInsert.number(importNumber).number(order.report()).end();
        reviewInsert.flush();
        verdicts = new SealedInsert(connection, dsl, VERDICT, List.of(VERDICT.fields()));
        attributions = new SealedInsert(connection, dsl, ATTRIBUTION, List.of(ATTRIBUTION.fields()));
        terms = new SealedInsert(connection, dsl, OWN_TERM, List.of(OWN_TERM.fields()));
        proposals = new ProposalWriter(connection, dsl, importNumber);
        figures = new FigureWriter(
                connection, dsl, dictionary, importNumber, new FigureWriter.Source(order.mode(), 0, Map.of()));
    }

    private long next(Field<Long> number) {
        Field<Long> newest = DSL.max(number);
        Long found = dsl.select(newest)
                .from(((org.jooq.TableField<?, Long>) number).getTable())
                .fetchOne(newest);
        return found == null ? 1 : found + 1;
    }

    @Override
    public void attribute(long report, String department, Period period) {
        attributions
                .number(report)
                .number(importNumber)
                .text(department)
                .text(period.toString())
                .end();
    }

    @Override
    public long propose(long report, Proposal seen, Optional<Long> earlier) {
        return proposals.write(report, seen, earlier);
    }

    @Override
    public Written figure(long report, Figure figure, Mode mode) {
        Map<String, Long> documents =
                figure.place() instanceof Place.Passage passage ? Map.of(passage.document(), report) : Map.of();
        return write(figure, new FigureWriter.Source(mode, report, documents));
    }

    @Override
    public Written restate(RecordedFigure before) {
        Map<String, Long> documents = before.figure().place() instanceof Place.Passage passage
                ? Map.of(passage.document(), before.document().orElseThrow())
                : Map.of();
        return write(before.figure(), new FigureWriter.Source(Mode.CORRECT, before.report(), documents));
    }

    @Override
    public Written confirm(RecordedFigure standing) {
        Figure stated = standing.figure();
        Map<String, Long> documents = stated.place() instanceof Place.Passage passage
                ? Map.of(passage.document(), standing.document().orElseThrow())
                : Map.of();
        return write(
                new Figure(
                        stated.key(),
                        stated.value(),
                        stated.wording(),
                        Review.CONFIRMED,
                        stated.note(),
                        stated.place(),
                        stated.formPlace()),
                new FigureWriter.Source(Mode.ADD, standing.report(), documents));
    }

    private Written write(Figure figure, FigureWriter.Source source) {
        try {
            figures.from(source);
            Recorder.Outcome outcome = figures.write(List.of(figure)).getFirst();
            return new Written(
                    outcome,
                    switch (outcome.effect()) {
                        case FRESH -> {
                            fresh++;
                            yield Optional.of(figures.lastId());
                        }
                        case CHANGED -> {
                            changed++;
                            yield Optional.of(figures.lastId());
                        }
                        case SAME -> {
                            same++;
                            yield outcome.before().map(RecordedFigure::id);
                        }
                        case CONTRADICTS, NOTHING_TO_WITHDRAW -> Optional.empty();
                    });
        } catch (SQLException broken) {
            throw new LedgerException("nothing was recorded: " + broken.getMessage(), broken);
        }
    }

    @Override
    public int verdicts(long proposal) {
        return dsl.fetchCount(VERDICT, VERDICT.PROPOSAL_ID.eq(proposal));
    }

    @Override
    public void verdict(long proposal, Verdict.Kind kind, Optional<Figure> figure, Optional<Long> number) {
        said.add(new Said(proposal, kind, figure, number));
    }

    @Override
    public void term(OwnTerm term) {
        terms.number(next(OWN_TERM.ID) + terms.rows())
                .number(importNumber)
                .text(term.word())
                .text(term.unit())
                .textOrAbsent(term.metric().orElse(""))
                .textOrAbsent(term.category().orElse(""))
                .end();
    }

    /// Writes what waits, refreshes the cells and seals.
    void seal(Instant now) throws SQLException {
        proposals.finish();
        figures.finish();
        long id = next(VERDICT.ID);
        for (Said each : said) {
            write(id++, each);
        }
        verdicts.flush();
        attributions.flush();
        terms.flush();
        new Refresh(catalog, consolidator, dictionary)
                .touched(
                        connection,
                        dsl,
                        new DepartmentRows(dictionary, importNumber).tree(dsl),
                        figures.touched(),
                        figures.imported(),
                        figures.lookedUp(),
                        figures.isFirst(),
                        () -> {},
                        _ -> {});
        List<SealPart> parts = new ArrayList<>(figures.parts());
        parts.addAll(proposals.parts());
        parts.addAll(
                List.of(importInsert.part(), reviewInsert.part(), verdicts.part(), attributions.part(), terms.part()));
        parts.add(dictionary.metrics(figures.touched().metrics()));
        parts.add(dictionary.categories(figures.touched().categories()));
        Sealing.seal(dsl, importNumber, now, SealPart.filled(parts), new Receipt.Counts(fresh, changed, same, 0));
    }

    private void write(long id, Said said) {
        verdicts.number(id)
                .number(importNumber)
                .number(said.proposal())
                .number(Codes.number(Codes.VERDICTS, said.kind()));
        said.figure().ifPresentOrElse(this::decided, this::undecided);
        said.number().ifPresentOrElse(verdicts::number, () -> verdicts.absent(Types.BIGINT));
        verdicts.end();
    }

    private void decided(Figure figure) {
        FigureKey key = figure.key();
        verdicts.text(key.metric())
                .textOrAbsent(key.category().orElse(""))
                .text(key.department())
                .text(key.period().toString())
                .number(Codes.number(Codes.BASES, key.basis()))
                .number(Codes.number(Codes.SCOPES, key.scope()))
                .textOrAbsent(key.range().map(range -> range.from().toString()).orElse(""))
                .textOrAbsent(key.range().map(range -> range.to().toString()).orElse(""))
                .number(Codes.number(Codes.STATES, figure.value().state()));
        ProposalWriter.value(verdicts, figure.value());
        verdicts.text(figure.wording());
    }

    private void undecided() {
        for (int type : new int[] {
            Types.VARCHAR,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.BIGINT,
            Types.BIGINT,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.BIGINT,
            Types.BIGINT,
            Types.BIGINT,
            Types.BIGINT,
            Types.VARCHAR
        }) {
            verdicts.absent(type);
        }
    }

    @Override
    public void close() throws SQLException {
        for (SealedInsert each : List.of(importInsert, reviewInsert, verdicts, attributions, terms)) {
            each.close();
        }
        figures.close();
        proposals.close();
    }
}
