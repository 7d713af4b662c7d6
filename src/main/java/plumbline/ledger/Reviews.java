package plumbline.ledger;

import static plumbline.ledger.generated.Tables.PROPOSAL;
import static plumbline.ledger.generated.Tables.REPORT_TEXT;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.impl.DSL;
import plumbline.Attribution;
import plumbline.Catalog;
import plumbline.Consolidator;
import plumbline.Mode;
import plumbline.OwnTerm;
import plumbline.RecordedProposal;
import plumbline.Vintage;

/// What was read from narrative reports, and what people made of it; part of the [Ledger]. Thread-safe.
public final class Reviews {
    private final Database database;
    private final Catalog catalog;
    private final Consolidator consolidator;
    private final InstantSource clock;
    private final PerVintage<List<RecordedProposal>> open = new PerVintage<>();
    private final PerVintage<Map<Long, Attribution>> attributions = new PerVintage<>();
    private final PerVintage<List<OwnTerm>> terms = new PerVintage<>();

    Reviews(Database database, Catalog catalog, Consolidator consolidator, InstantSource clock) {
        this.database = database;
        this.catalog = catalog;
        this.consolidator = consolidator;
        this.clock = clock;
    }

    /// Who says something, and why.
    ///
    /// @param report the text it is about
    /// @param mode what it does to figures on the whole
    public record Order(long report, String actor, Mode mode, Optional<String> reason) {}

    /// The text of a report as it was extracted when it came; empty for reports from before texts were kept, and for
    /// forms.
    public Optional<String> text(long report) {
        return database.read((_, dsl) -> dsl.select(REPORT_TEXT.TEXT)
                .from(REPORT_TEXT)
                .where(REPORT_TEXT.REPORT_ID.eq(report))
                .fetchOptional(REPORT_TEXT.TEXT));
    }

    /// What was seen in the text of a report, in the order of its numbers.
    public List<RecordedProposal> in(long report, Vintage vintage) {
        return database.read(
                (_, dsl) -> new ProposalRows(dsl, vintage.importNumber()).select(PROPOSAL.REPORT_ID.eq(report)));
    }

    public Optional<RecordedProposal> proposal(long id, Vintage vintage) {
        return database.read((_, dsl) -> new ProposalRows(dsl, vintage.importNumber())
                .select(PROPOSAL.ID.eq(id)).stream().findFirst());
    }

    /// Everything that awaits a person, by report and number.
    public List<RecordedProposal> open(Vintage vintage) {
        return open.get(
                vintage,
                () -> database.read((_, dsl) -> {
                    ProposalRows rows = new ProposalRows(dsl, vintage.importNumber());
                    return rows.select(rows.isOpen());
                }));
    }

    /// Whose report each text is, as people said, by report.
    public Map<Long, Attribution> attributions(Vintage vintage) {
        return attributions.get(
                vintage, () -> database.read((_, dsl) -> new ProposalRows(dsl, vintage.importNumber()).attributions()));
    }

    /// The organisation's own words, the newest of each, those forgotten left out.
    public List<OwnTerm> terms(Vintage vintage) {
        return terms.get(
                vintage, () -> database.read((_, dsl) -> new ProposalRows(dsl, vintage.importNumber()).terms()));
    }

    /// The reports whose text is kept, oldest first.
    public List<Long> texts(Vintage vintage) {
        return database.read((_, dsl) -> dsl.select(REPORT_TEXT.REPORT_ID)
                .from(REPORT_TEXT)
                .where(REPORT_TEXT.IMPORT_ID.le(vintage.importNumber()))
                .orderBy(REPORT_TEXT.REPORT_ID)
                .fetch(REPORT_TEXT.REPORT_ID));
    }

    /// Records what a person says: one transaction, one seal. Whatever `work` throws leaves nothing behind.
    ///
    /// @throws LedgerException if the database fails; then nothing was recorded
    public <T> T record(Order order, Function<Reviewer, T> work) {
        return database.write((connection, dsl) -> {
            Dictionary dictionary = Dictionary.load(dsl);
            try (Reviewing reviewing = new Reviewing(connection, dsl, dictionary, order, catalog, consolidator)) {
                T answer = work.apply(reviewing);
                reviewing.seal(clock.instant());
                return new Database.Written<>(true, answer);
            }
        });
    }

    /// How many numbers were seen in each text, by report.
    public Map<Long, Integer> counts(Vintage vintage) {
        return database.read((_, dsl) -> dsl.select(PROPOSAL.REPORT_ID, DSL.count())
                .from(PROPOSAL)
                .where(PROPOSAL.IMPORT_ID.le(vintage.importNumber()))
                .groupBy(PROPOSAL.REPORT_ID)
                .fetchMap(PROPOSAL.REPORT_ID, DSL.count()));
    }
}
