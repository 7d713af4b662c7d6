package plumbline.ledger;

import static plumbline.ledger.generated.Tables.IMPORT;
import static plumbline.ledger.generated.Tables.SEAL;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import plumbline.Mode;
import plumbline.Receipt;
import plumbline.Vintage;
import plumbline.Worded;

/// Reads which imports are sealed, and when.
final class VintageRows {
    private VintageRows() {}

    static Vintage newest(DSLContext dsl) {
        return newest(dsl, DSL.noCondition());
    }

    /// The newest vintage sealed at the instant.
    static Vintage asOf(DSLContext dsl, Instant instant) {
        return newest(dsl, SEAL.SEALED_AT.le(Codes.text(instant)));
    }

    /// The vintage of an import.
    static Optional<Vintage> numbered(DSLContext dsl, long number) {
        return Optional.of(newest(dsl, SEAL.IMPORT_ID.eq(number))).filter(each -> each.importNumber() == number);
    }

    /// When imports were sealed, newest first.
    static List<Instant> instants(DSLContext dsl, int most) {
        return dsl.select(SEAL.SEALED_AT)
                .from(SEAL)
                .orderBy(SEAL.IMPORT_ID.desc())
                .limit(most)
                .fetch(row -> Instant.parse(row.value1()));
    }

    /// When the first import after the instant was sealed.
    static Optional<Instant> instantAfter(DSLContext dsl, Instant instant) {
        return dsl.select(SEAL.SEALED_AT)
                .from(SEAL)
                .where(SEAL.SEALED_AT.gt(Codes.text(instant)))
                .orderBy(SEAL.IMPORT_ID)
                .limit(1)
                .fetchOptional(row -> Instant.parse(row.value1()));
    }

    private static Vintage newest(DSLContext dsl, Condition condition) {
        return dsl.select(SEAL.IMPORT_ID, SEAL.SEALED_AT, SEAL.SHA256)
                .from(SEAL)
                .where(condition)
                .orderBy(SEAL.IMPORT_ID.desc())
                .limit(1)
                .fetchOptional(row -> new Vintage(row.value1(), Optional.of(Instant.parse(row.value2())), row.value3()))
                .orElse(Vintage.EMPTY);
    }

    static Optional<Import> imported(DSLContext dsl, long number) {
        return dsl.select()
                .from(IMPORT)
                .join(SEAL)
                .on(SEAL.IMPORT_ID.eq(IMPORT.ID))
                .where(IMPORT.ID.eq(number))
                .fetchOptional(VintageRows::imported);
    }

    /// The import in a row of IMPORT joined with SEAL.
    static Import imported(Record row) {
        return new Import(
                row.get(IMPORT.ID),
                Instant.parse(row.get(SEAL.SEALED_AT)),
                row.get(IMPORT.ACTOR),
                Worded.read(Mode.class, row.get(IMPORT.MODE)).orElseThrow(),
                Optional.ofNullable(row.get(IMPORT.REASON)),
                new Receipt.Counts(
                        row.get(SEAL.FRESH).intValue(),
                        row.get(SEAL.CHANGED).intValue(),
                        row.get(SEAL.SAME).intValue(),
                        0));
    }
}
