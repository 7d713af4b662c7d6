package plumbline.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Passes bytes on, counts them and works out their SHA-256. Closing it closes nothing. Not thread-safe.
public final class DigestStream extends OutputStream {
    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private long size;

    public DigestStream(OutputStream out) {
        this.out = out;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        digest.update(bytes, offset, length);
        size += length;
        out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    /// Bytes so far.
    public long size() {
        return size;
    }

    /// The digest in hexadecimal, once all is written; may be asked for once.
    public String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
