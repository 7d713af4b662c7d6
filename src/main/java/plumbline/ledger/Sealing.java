package plumbline.ledger;

import static plumbline.ledger.generated.Tables.SEAL;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jooq.DSLContext;
import plumbline.Receipt;

/// Ends an import: its seal, which holds the seal before it. Stateless.
final class Sealing {
    private Sealing() {}

    /// Writes the seal; `now` is moved behind the previous seal if the clock went back.
    ///
    /// @param parts what the seal covers, those without rows left out
    static void seal(DSLContext dsl, long importNumber, Instant now, List<SealPart> parts, Receipt.Counts counts) {
        var previous = dsl.select(SEAL.SEALED_AT, SEAL.SHA256)
                .from(SEAL)
                .orderBy(SEAL.IMPORT_ID.desc())
                .limit(1)
                .fetchOne();
        Instant sealedAt = now.truncatedTo(ChronoUnit.MICROS);
        String chain = "";
        if (previous != null) {
            Instant last = Instant.parse(previous.value1());
            sealedAt = sealedAt.isAfter(last) ? sealedAt : last.plus(1, ChronoUnit.MICROS);
            chain = previous.value2();
        }
        Seal seal = new Seal(
                chain, Codes.text(sealedAt), SealPart.rows(parts), counts.fresh(), counts.changed(), counts.same());
        parts.forEach(each -> each.write(dsl, importNumber));
        dsl.insertInto(SEAL)
                .columns(
                        SEAL.IMPORT_ID,
                        SEAL.SEALED_AT,
                        SEAL.ROW_COUNT,
                        SEAL.FRESH,
                        SEAL.CHANGED,
                        SEAL.SAME,
                        SEAL.SHA256)
                .values(
                        importNumber,
                        seal.sealedAt(),
                        seal.rows(),
                        seal.fresh(),
                        seal.changed(),
                        seal.same(),
                        seal.sha256(parts))
                .execute();
    }
}
