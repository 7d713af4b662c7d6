package plumbline.ledger;

import static plumbline.ledger.generated.Tables.REPORT;
import static plumbline.ledger.generated.Tables.REVIEW;
import static plumbline.ledger.generated.Tables.SEAL;

import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// An import under verification: its number, the name of its file, and what its seal covers.
record SealedImport(long number, String file, Map<String, SealPart> parts) {
    /// The import of this number, as far as it can be told; nothing of it is verified yet.
    static SealedImport of(DSLContext dsl, long number) {
        String file = dsl.select(REPORT.NAME)
                .from(REPORT)
                .where(REPORT.IMPORT_ID.eq(number))
                .or(REPORT.ID.in(DSL.select(REVIEW.REPORT_ID).from(REVIEW).where(REVIEW.IMPORT_ID.eq(number))))
                .orderBy(REPORT.ID)
                .limit(1)
                .fetchOptional(REPORT.NAME)
                .orElse("no report");
        return new SealedImport(number, file, SealPart.of(dsl, number));
    }

    /// The part about a table; an empty one if no row of it was sealed.
    SealPart part(String table) {
        return Optional.ofNullable(parts.get(table)).orElseGet(() -> new RowDigest().part(table));
    }

    /// Compares the seal itself with its parts and the seal before it.
    ///
    /// @param previous the seal before it
    /// @return the seal, to be the previous one of the next
    Sealed verified(DSLContext dsl, Sealed previous) {
        var row = dsl.selectFrom(SEAL).where(SEAL.IMPORT_ID.eq(number)).fetchOne();
        if (row == null) {
            throw broken("seal", "nothing", "the seal of the import");
        }
        if (parts.isEmpty()) {
            throw broken(
                    "seal_part", "nothing", "the parts of the seal; a ledger from before 0002-seal-parts.sql has none");
        }
        String sealedAt = row.get(SEAL.SEALED_AT);
        if (sealedAt.compareTo(previous.sealedAt()) <= 0) {
            throw broken(
                    "seal", sealedAt, "a time after " + previous.sealedAt() + ", when the import before it was sealed");
        }
        Seal seal = new Seal(
                previous.sha256(),
                sealedAt,
                row.get(SEAL.ROW_COUNT),
                row.get(SEAL.FRESH),
                row.get(SEAL.CHANGED),
                row.get(SEAL.SAME));
        String sha256 = row.get(SEAL.SHA256);
        String expected = seal.sha256(parts.values());
        if (!sha256.equals(expected)) {
            throw broken(
                    "seal", sha256, expected + ", which follows from the seal before it, the counts and the parts");
        }
        if (seal.rows() != SealPart.rows(parts.values())) {
            throw broken("seal", seal.rows() + " rows", SealPart.rows(parts.values()) + " rows");
        }
        return new Sealed(sealedAt, sha256, seal.fresh() + seal.changed());
    }

    /// What the next seal rests on.
    ///
    /// @param recorded how many rows of the file were recorded
    record Sealed(String sealedAt, String sha256, long recorded) {
        static final Sealed NONE = new Sealed("", "", 0);
    }

    BrokenPlace broken(String place, String found, String accepted) {
        return new BrokenPlace(number - 1, "import " + number + " (" + file + "), " + place, found, accepted);
    }
}
