package plumbline;

import java.util.List;
import java.util.Optional;

/// What intake answers for one file.
///
/// @param kind absent where the file could not be recognised
/// @param encoding absent where the bytes could not be decoded
/// @param proposed how many numbers were read from a text; they await a person and do not count
/// @param earlier the attempt that the file was mended after, as it says itself
/// @param report number under which the file is kept; absent where nothing was stored
public record Receipt(
        String file,
        Outcome outcome,
        Optional<FormKind> kind,
        Optional<String> encoding,
        Optional<Attempt> earlier,
        Optional<Long> report,
        Counts counts,
        int proposed,
        List<Finding> findings) {
    public Receipt {
        findings = List.copyOf(findings);
    }

    public enum Outcome implements Worded {
        ACCEPTED,
        /// The same bytes came before; this is what they brought then.
        ALREADY_IMPORTED,
        /// A dry run found nothing to refuse.
        WOULD_ACCEPT,
        /// Nothing of the file was stored, for what stands in it.
        REFUSED,
        /// Nothing of the file was stored, because the database could not: a full disk, a fault of the machine.
        NOT_STORED,
        /// Nothing of the file was stored, because the sender stopped the import.
        CANCELLED;

        /// Whether the file is in the ledger now, or would be.
        public boolean isTaken() {
            return this == ACCEPTED || this == ALREADY_IMPORTED || this == WOULD_ACCEPT;
        }
    }

    /// Rows by what they did (or would do).
    ///
    /// @param fresh keys without a value before
    /// @param changed keys that got another value
    /// @param same keys that had this value already
    /// @param refused rows with a fault
    public record Counts(int fresh, int changed, int same, int refused) {
        public static final Counts NONE = new Counts(0, 0, 0, 0);
    }
}
