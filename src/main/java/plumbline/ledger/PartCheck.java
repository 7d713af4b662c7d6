package plumbline.ledger;

import java.util.List;
import org.jooq.Field;

/// Holds the rows of one table and import against the part of the seal that covers them.
final class PartCheck {
    private final SealedImport owner;
    private final SealPart sealed;
    private final List<Field<?>> fields;
    private final List<? extends Field<?>> key;
    private final RowDigest digest = new RowDigest();

    PartCheck(SealedImport owner, SealPart sealed, List<Field<?>> fields, List<? extends Field<?>> key) {
        this.owner = owner;
        this.sealed = sealed;
        this.fields = fields;
        this.key = key;
    }

    /// Compares the next row, which is in canonical form.
    void row(String row) {
        int place = digest.rows();
        int check = digest.add(row);
        if (place >= sealed.rows()) {
            throw broken(row, "the " + sealed.rows() + " rows that were sealed and no more");
        }
        if (check != sealed.check(place)) {
            boolean oneIsMissing = place + 1 < sealed.rows() && check == sealed.check(place + 1);
            throw broken(
                    row,
                    "row " + (place + 1) + " of the " + sealed.rows()
                            + (oneIsMissing ? " sealed, which is missing before this one" : " as it was sealed"));
        }
    }

    private BrokenPlace broken(String row, String accepted) {
        return owner.broken(
                sealed.table() + " " + CanonicalRow.describe(row, fields, key::contains),
                CanonicalRow.describe(row, fields, _ -> true),
                accepted);
    }

    /// After the last row.
    ///
    /// @param next the row behind it in the table, empty if there is none
    void end(String next) {
        SealPart found = digest.part(sealed.table());
        if (found.rows() < sealed.rows()) {
            throw owner.broken(
                    sealed.table(), found.rows() + " rows" + next, sealed.rows() + " rows, as they were sealed");
        }
        if (sealed.rows() > 0 && !found.sha256().equals(sealed.sha256())) {
            throw owner.broken(sealed.table(), "sha256 " + found.sha256(), sealed.sha256() + ", as it was sealed");
        }
    }
}
