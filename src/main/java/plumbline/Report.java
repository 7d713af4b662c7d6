package plumbline;

import java.time.Instant;
import java.util.Optional;

/// One file as received, kept unchanged.
///
/// @param id number of its row, shown as `R0001`
/// @param department absent where the file speaks of several
/// @param period absent where the file speaks of several
/// @param sha256 digest of the bytes, lower-case hexadecimal
/// @param size in bytes
/// @param figures how many figures name it as their form or their text
public record Report(
        long id,
        String name,
        FormKind kind,
        Optional<String> department,
        Optional<Period> period,
        String sha256,
        long size,
        String encoding,
        Instant receivedAt,
        String actor,
        long figures) {}
