package plumbline.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// Digests rows in canonical form, all of them together and, in four bytes, each by itself: the first says that
/// something was changed, the others say where.
final class RowDigest {
    /// Bytes of checksum per row.
    static final int CHECK = Integer.BYTES;

    private final MessageDigest digest = Digests.start();
    private final CRC32C crc = new CRC32C();
    private byte[] checks = new byte[64 * CHECK];
    private int rows;

    /// Adds a row, as [CanonicalRow#take] gives it; returns its checksum.
    int add(String row) {
        byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
        return add(bytes, bytes.length);
    }

    /// As [#add(String)], in UTF-8.
    int add(byte[] row, int length) {
        digest.update(row, 0, length);
        crc.reset();
        crc.update(row, 0, length);
        int check = (int) crc.getValue();
        int at = rows++ * CHECK;
        if (at == checks.length) {
            checks = Arrays.copyOf(checks, 2 * checks.length);
        }
        for (int i = 0; i < CHECK; i++) {
            checks[at + i] = (byte) (check >>> (8 * (CHECK - 1 - i)));
        }
        return check;
    }

    int rows() {
        return rows;
    }

    /// Ends digesting.
    SealPart part(String table) {
        return new SealPart(table, rows, Digests.finish(digest), Arrays.copyOf(checks, rows * CHECK));
    }
}
