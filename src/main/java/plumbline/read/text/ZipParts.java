package plumbline.read.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The parts of a zip archive that are asked for, unpacked in memory and never by their names onto a disk.
final class ZipParts {
    private static final int MOST_ENTRIES = 20_000;

    private final Map<String, byte[]> parts = new HashMap<>();

    /// @throws UnreadableDocument if the archive is damaged or goes beyond the budget
    ZipParts(byte[] bytes, Predicate<String> wanted, Limits.Budget budget) {
        byte[] buffer = new byte[1 << 16];
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw UnreadableDocument.damaged(TextFormat.DOCX, "more than %d parts".formatted(MOST_ENTRIES));
                }
                boolean keep = wanted.test(entry.getName());
                ByteArrayOutputStream part = new ByteArrayOutputStream();
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    budget.inflate(read);
                    if (keep) {
                        part.write(buffer, 0, read);
                    }
                }
                if (keep) {
                    parts.put(entry.getName(), part.toByteArray());
                }
            }
        } catch (IOException | IllegalArgumentException torn) {
            throw UnreadableDocument.damaged(TextFormat.DOCX, String.valueOf(torn.getMessage()));
        }
    }

    Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }
}
