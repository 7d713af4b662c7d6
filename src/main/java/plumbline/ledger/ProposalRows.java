package plumbline.ledger;

import static plumbline.ledger.generated.Tables.ATTRIBUTION;
import static plumbline.ledger.generated.Tables.FIGURE;
import static plumbline.ledger.generated.Tables.IMPORT;
import static plumbline.ledger.generated.Tables.OWN_TERM;
import static plumbline.ledger.generated.Tables.PROPOSAL;
import static plumbline.ledger.generated.Tables.REPORT;
import static plumbline.ledger.generated.Tables.SEAL;
import static plumbline.ledger.generated.Tables.VERDICT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import plumbline.Attribution;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.OwnTerm;
import plumbline.Period;
import plumbline.Place;
import plumbline.Proposal;
import plumbline.RecordedProposal;
import plumbline.Review;
import plumbline.State;
import plumbline.Value;
import plumbline.Verdict;

/// Reads proposals and verdicts as of an import.
final class ProposalRows {
    private static final List<Verdict.Kind> FINAL =
            List.of(Verdict.Kind.CONFIRM, Verdict.Kind.NO_COUNT, Verdict.Kind.REPLACE);

    private final DSLContext dsl;
    private final long vintage;

    ProposalRows(DSLContext dsl, long vintage) {
        this.dsl = dsl;
        this.vintage = vintage;
    }

    /// Whether the newest verdict, if there is one, leaves the proposal to a person, and no form has stated the figure
    /// from the same words.
    Condition isOpen() {
        return isUndecided()
                .andNotExists(DSL.selectOne()
                        .from(FIGURE)
                        .where(FIGURE.DOCUMENT_ID.eq(PROPOSAL.REPORT_ID))
                        .and(FIGURE.REPORT_ID.ne(PROPOSAL.REPORT_ID))
                        .and(FIGURE.START.lt(PROPOSAL.END))
                        .and(FIGURE.END.gt(PROPOSAL.START))
                        .and(FIGURE.REVIEW.eq((long) Codes.number(Codes.REVIEWS, Review.CONFIRMED)))
                        .and(FIGURE.IMPORT_ID.le(vintage)));
    }

    private Condition isUndecided() {
        plumbline.ledger.generated.tables.Verdict newest = VERDICT.as("newest");
        Field<Long> last = DSL.field(DSL.select(DSL.max(VERDICT.ID))
                .from(VERDICT)
                .where(VERDICT.PROPOSAL_ID.eq(PROPOSAL.ID))
                .and(VERDICT.IMPORT_ID.le(vintage)));
        return DSL.notExists(DSL.selectOne()
                .from(newest)
                .where(newest.ID.eq(last))
                .and(newest.KIND.in(FINAL.stream()
                        .map(each -> (long) Codes.number(Codes.VERDICTS, each))
                        .toList())));
    }

    /// By report and number.
    List<RecordedProposal> select(Condition condition) {
        Map<Long, RecordedProposal> found = new LinkedHashMap<>();
        Condition known = condition.and(PROPOSAL.IMPORT_ID.le(vintage));
        dsl.select()
                .from(PROPOSAL)
                .join(REPORT)
                .on(REPORT.ID.eq(PROPOSAL.REPORT_ID))
                .where(known)
                .orderBy(PROPOSAL.REPORT_ID, PROPOSAL.NUMBER)
                .forEach(row -> found.put(row.get(PROPOSAL.ID), proposal(row)));
        Map<Long, List<Verdict>> verdicts = new HashMap<>();
        dsl.select()
                .from(VERDICT)
                .join(PROPOSAL)
                .on(PROPOSAL.ID.eq(VERDICT.PROPOSAL_ID))
                .join(IMPORT)
                .on(IMPORT.ID.eq(VERDICT.IMPORT_ID))
                .join(SEAL)
                .on(SEAL.IMPORT_ID.eq(VERDICT.IMPORT_ID))
                .where(known)
                .and(VERDICT.IMPORT_ID.le(vintage))
                .orderBy(VERDICT.ID)
                .forEach(row -> Optional.ofNullable(found.get(row.get(VERDICT.PROPOSAL_ID)))
                        .ifPresent(of -> verdicts.computeIfAbsent(of.id(), _ -> new ArrayList<>())
                                .add(verdict(row, of.proposal().passage()))));
        return found.values().stream()
                .map(each -> judged(each, verdicts.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static RecordedProposal judged(RecordedProposal of, List<Verdict> verdicts) {
        return verdicts.isEmpty()
                ? of
                : new RecordedProposal(
                        of.id(), of.number(), of.importNumber(), of.report(), of.earlier(), of.proposal(), verdicts);
    }

    private static RecordedProposal proposal(Record row) {
        String flags = row.get(PROPOSAL.FLAGS);
        return new RecordedProposal(
                row.get(PROPOSAL.ID),
                row.get(PROPOSAL.NUMBER).intValue(),
                row.get(PROPOSAL.IMPORT_ID),
                row.get(PROPOSAL.REPORT_ID),
                Optional.ofNullable(row.get(PROPOSAL.EARLIER_ID)),
                new Proposal(
                        new Place.Passage(
                                row.get(REPORT.NAME),
                                row.get(PROPOSAL.START).intValue(),
                                row.get(PROPOSAL.END).intValue(),
                                row.get(PROPOSAL.QUOTE)),
                        Optional.ofNullable(row.get(PROPOSAL.METRIC)),
                        row.get(PROPOSAL.NOUN),
                        row.get(PROPOSAL.FAMILY),
                        Optional.ofNullable(row.get(PROPOSAL.CATEGORY)),
                        value(
                                Codes.word(Codes.STATES, row.get(PROPOSAL.STATE)),
                                row.get(PROPOSAL.VALUE),
                                row.get(PROPOSAL.LOWER),
                                row.get(PROPOSAL.UPPER)),
                        row.get(PROPOSAL.UNIT),
                        row.get(PROPOSAL.DEPARTMENT),
                        row.get(PROPOSAL.PERIOD),
                        Codes.word(Codes.BASES, row.get(PROPOSAL.BASIS)),
                        flags.isEmpty() ? List.of() : List.of(flags.split("[|]")),
                        row.get(PROPOSAL.RULE),
                        row.get(PROPOSAL.READER)),
                List.of());
    }

    private static Verdict verdict(Record row, Place.Passage passage) {
        return new Verdict(
                row.get(VERDICT.ID),
                row.get(VERDICT.IMPORT_ID),
                Codes.word(Codes.VERDICTS, row.get(VERDICT.KIND)),
                Optional.ofNullable(row.get(VERDICT.METRIC)).map(_ -> figure(row, passage)),
                Optional.ofNullable(row.get(VERDICT.FIGURE_ID)),
                Instant.parse(row.get(SEAL.SEALED_AT)),
                row.get(IMPORT.ACTOR),
                Optional.ofNullable(row.get(IMPORT.REASON)));
    }

    private static Figure figure(Record row, Place.Passage passage) {
        Optional<FigureKey.Range> range = Optional.ofNullable(row.get(VERDICT.RANGE_FROM))
                .map(from -> new FigureKey.Range(LocalDate.parse(from), LocalDate.parse(row.get(VERDICT.RANGE_TO))));
        return new Figure(
                new FigureKey(
                        row.get(VERDICT.DEPARTMENT),
                        row.get(VERDICT.METRIC),
                        Optional.ofNullable(row.get(VERDICT.CATEGORY)),
                        Period.parse(row.get(VERDICT.PERIOD)),
                        Codes.word(Codes.BASES, row.get(VERDICT.BASIS)),
                        Codes.word(Codes.SCOPES, row.get(VERDICT.SCOPE)),
                        range),
                value(
                        Codes.word(Codes.STATES, row.get(VERDICT.STATE)),
                        row.get(VERDICT.VALUE),
                        row.get(VERDICT.LOWER),
                        row.get(VERDICT.UPPER)),
                row.get(VERDICT.WORDING),
                Review.CONFIRMED,
                "",
                passage,
                Optional.empty());
    }

    private static Value value(State state, @Nullable Long stated, @Nullable Long lower, @Nullable Long upper) {
        return FigureRows.value(state, number(stated), number(lower), number(upper));
    }

    private static OptionalLong number(@Nullable Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /// The newest attribution of each report.
    Map<Long, Attribution> attributions() {
        Map<Long, Attribution> newest = new HashMap<>();
        dsl.selectFrom(ATTRIBUTION)
                .where(ATTRIBUTION.IMPORT_ID.le(vintage))
                .orderBy(ATTRIBUTION.IMPORT_ID)
                .forEach(row -> newest.put(
                        row.get(ATTRIBUTION.REPORT_ID),
                        new Attribution(
                                Optional.of(row.get(ATTRIBUTION.DEPARTMENT)),
                                Optional.of(Period.parse(row.get(ATTRIBUTION.PERIOD))))));
        return newest;
    }

    /// The newest meaning of each word.
    List<OwnTerm> terms() {
        Map<String, OwnTerm> newest = new LinkedHashMap<>();
        TableField<?, Long> id = OWN_TERM.ID;
        dsl.selectFrom(OWN_TERM)
                .where(OWN_TERM.IMPORT_ID.le(vintage))
                .orderBy(id)
                .forEach(row -> {
                    newest.remove(row.get(OWN_TERM.WORD));
                    newest.put(
                            row.get(OWN_TERM.WORD),
                            new OwnTerm(
                                    row.get(OWN_TERM.WORD),
                                    row.get(OWN_TERM.UNIT),
                                    Optional.ofNullable(row.get(OWN_TERM.METRIC)),
                                    Optional.ofNullable(row.get(OWN_TERM.CATEGORY))));
                });
        return newest.values().stream()
                .filter(each -> each.metric().isPresent())
                .toList();
    }
}
