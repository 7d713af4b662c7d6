package plumbline.ledger;

import java.util.Map;
import java.util.Optional;
import plumbline.FormKind;
import plumbline.Mode;
import plumbline.Period;

/// A file about to be recorded.
///
/// @param department the department a text belongs to, where the sender said so
/// @param period the period a text speaks of, where the sender said so
/// @param reason why; present where the mode needs one
/// @param documents report numbers of the texts its figures point into, by file name
@SuppressWarnings("ArrayRecordComponent") // the bytes of a file; nothing compares two of them
public record Received(
        String name,
        FormKind kind,
        byte[] bytes,
        String encoding,
        Mode mode,
        String actor,
        Optional<String> reason,
        Optional<String> department,
        Optional<Period> period,
        Map<String, Long> documents) {

    /// Digest of the bytes, lower-case hexadecimal.
    public String sha256() {
        return Digests.sha256(bytes);
    }
}
