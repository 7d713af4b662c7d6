package plumbline.ledger;

import static plumbline.ledger.generated.Tables.SEAL_PART;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// What a seal covers of one table.
///
/// @param sha256 of all rows of the import in canonical form, in the order of their keys
/// @param checks four bytes of checksum per row
@SuppressWarnings("ArrayRecordComponent") // written and read whole; nothing compares two of them
record SealPart(String table, long rows, String sha256, byte[] checks) {
    /// The checksum of the row at this place.
    int check(int row) {
        int check = 0;
        for (int i = 0; i < RowDigest.CHECK; i++) {
            check = (check << 8) | (checks[row * RowDigest.CHECK + i] & 0xff);
        }
        return check;
    }

    /// As the seal's text has it.
    String line() {
        return table + " " + rows + " " + sha256 + " " + Digests.sha256(checks);
    }

    void write(DSLContext dsl, long importNumber) {
        dsl.insertInto(SEAL_PART)
                .columns(SEAL_PART.IMPORT_ID, SEAL_PART.PART, SEAL_PART.ROW_COUNT, SEAL_PART.SHA256, SEAL_PART.CHECKS)
                .values(importNumber, table, rows, sha256, checks)
                .execute();
    }

    /// The parts of an import's seal, by table.
    static Map<String, SealPart> of(DSLContext dsl, long importNumber) {
        return dsl.selectFrom(SEAL_PART)
                .where(SEAL_PART.IMPORT_ID.eq(importNumber))
                .fetchMap(
                        row -> row.get(SEAL_PART.PART),
                        row -> new SealPart(
                                row.get(SEAL_PART.PART),
                                row.get(SEAL_PART.ROW_COUNT),
                                row.get(SEAL_PART.SHA256),
                                row.get(SEAL_PART.CHECKS)));
    }

    static long rows(Iterable<SealPart> parts) {
        long rows = 0;
        for (SealPart each : parts) {
            rows += each.rows();
        }
        return rows;
    }

    /// Those that cover anything.
    static List<SealPart> filled(List<SealPart> parts) {
        return parts.stream().filter(each -> each.rows() > 0).toList();
    }
}
