package plumbline.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Content codings: what a browser accepts, and gzip at the level that costs next to nothing. Stateless.
final class Codings {
    /// Below this size compression saves no packet.
    static final int WORTHWHILE = 1024;

    private Codings() {}

    /// Whether Accept-Encoding names the coding without `q=0`.
    static boolean accepts(@Nullable String acceptEncoding, String coding) {
        if (acceptEncoding == null) {
            return false;
        }
        for (String each : acceptEncoding.split(",", -1)) {
            String[] parts = each.split(";", -1);
            if (parts[0].strip().equalsIgnoreCase(coding)) {
                return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 4);
        try (OutputStream gzip = gzip(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static OutputStream gzip(OutputStream out) throws IOException {
        return new FastGzip(out);
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 13);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
