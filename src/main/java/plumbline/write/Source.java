package plumbline.write;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file as it came, as far as a marked copy needs it.
///
/// @param bytes empty for a file that is too large to be changed
@SuppressWarnings("ArrayRecordComponent") // the bytes of a file; nothing compares two of them
public record Source(String name, byte[] bytes, String sha256) {
    public static Source of(String name, byte[] bytes) {
        byte[] own = bytes.length <= Book.MOST_BYTES ? bytes : new byte[0];
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new Source(name, own, digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
