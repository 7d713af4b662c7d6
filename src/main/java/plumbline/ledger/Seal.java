package plumbline.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/// What one import's seal vouches for; the one definition of its text.
///
/// @param previous SHA-256 of the seal before it, empty for the first
/// @param sealedAt as the table has it
record Seal(String previous, String sealedAt, long rows, long fresh, long changed, long same) {
    /// SHA-256 of the seal's text: the seal before it, its own row, and a line per part in the order of their names.
    String sha256(Collection<SealPart> parts) {
        String covered = parts.stream()
                .sorted(Comparator.comparing(SealPart::table))
                .map(SealPart::line)
                .collect(Collectors.joining("\n"));
        String text = String.join("\n", previous, sealedAt, rows + " " + fresh + " " + changed + " " + same, covered);
        return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
