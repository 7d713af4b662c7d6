package plumbline.ledger;

import static plumbline.ledger.generated.Tables.PROPOSAL;
import static plumbline.ledger.generated.Tables.REPORT_TEXT;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import plumbline.Interval;
import plumbline.Place;
import plumbline.Proposal;
import plumbline.Value;

/// Writes texts of reports and what was seen in them.
final class ProposalWriter implements AutoCloseable {
    /// Between the flags of a proposal.
    static final String FLAGS = "|";

    private final DSLContext dsl;
    private final long importNumber;
    private final SealedInsert texts;
    private final SealedInsert proposals;
    private final Map<Long, Long> numbers = new HashMap<>();
    private long lastId = -1;

    ProposalWriter(Connection connection, DSLContext dsl, long importNumber) {
        this.dsl = dsl;
        this.importNumber = importNumber;
        texts = new SealedInsert(connection, dsl, REPORT_TEXT, List.of(REPORT_TEXT.fields()));
        proposals = new SealedInsert(connection, dsl, PROPOSAL, List.of(PROPOSAL.fields()));
    }

    void text(long report, String text) {
        texts.number(report)
                .number(importNumber)
                .text(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)))
                .text(text)
                .end();
    }

    /// Writes what was seen in the text of a report; answers its number.
    long write(long report, Proposal seen, Optional<Long> earlier) {
        long id = nextId();
        Place.Passage at = seen.passage();
        proposals
                .number(id)
                .number(importNumber)
                .number(report)
                .number(nextNumber(report))
                .text(seen.reader())
                .number(at.start())
                .number(at.end())
                .text(at.quote())
                .textOrAbsent(seen.metric().orElse(""))
                .text(seen.noun())
                .text(seen.family())
                .textOrAbsent(seen.category().orElse(""))
                .number(Codes.number(Codes.STATES, seen.value().state()));
        value(proposals, seen.value());
        proposals
                .text(seen.unit())
                .text(seen.department())
                .text(seen.period())
                .number(Codes.number(Codes.BASES, seen.basis()))
                .text(String.join(FLAGS, seen.flags()))
                .text(seen.rule());
        if (earlier.isPresent()) {
            proposals.number(earlier.get());
        } else {
            proposals.absent(Types.BIGINT);
        }
        proposals.end();
        return id;
    }

    /// The number as worded and its bounds.
    static void value(RowSink row, Value value) {
        switch (value) {
            case Value.Amount(var _, var stated, Interval interval) ->
                row.number(stated).number(interval.lower()).number(interval.upper());
            case Value.Absent _ -> row.absent(Types.BIGINT).absent(Types.BIGINT).absent(Types.BIGINT);
        }
    }

    private long nextId() {
        if (lastId < 0) {
            lastId = newest(dsl.select(DSL.max(PROPOSAL.ID)).from(PROPOSAL).fetchOne(DSL.max(PROPOSAL.ID)));
        }
        return ++lastId;
    }

    private long nextNumber(long report) {
        long next = 1 + numbers.computeIfAbsent(report, this::lastNumber);
        numbers.put(report, next);
        return next;
    }

    private long lastNumber(long report) {
        Field<Long> highest = DSL.max(PROPOSAL.NUMBER);
        return newest(dsl.select(highest)
                .from(PROPOSAL)
                .where(PROPOSAL.REPORT_ID.eq(report))
                .fetchOne(highest));
    }

    private static long newest(@org.jspecify.annotations.Nullable Long newest) {
        return newest == null ? 0 : newest;
    }

    /// Writes what is pending.
    void finish() throws SQLException {
        texts.flush();
        proposals.flush();
    }

    List<SealPart> parts() {
        return List.of(texts.part(), proposals.part());
    }

    @Override
    public void close() throws SQLException {
        texts.close();
        proposals.close();
    }
}
