package plumbline.serve;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Content codings: what a reader accepts, and each at the level that costs next to nothing. Stateless.
final class Codings {
    /// Below this size compression saves no packet.
    static final int WORTHWHILE = 1024;

    private static final int BUFFER = 1 << 13;
    /// On JSON about as small as gzip's best and as quick as its fastest.
    private static final Encoder.Parameters BROTLI = Encoder.Parameters.create(4);
    /// For streams of any length: quicker than gzip's fastest, and smaller.
    private static final Encoder.Parameters FAST_BROTLI = Encoder.Parameters.create(1);

    /// How the bytes of an answer are written.
    enum Coding {
        IDENTITY("identity"),
        GZIP("gzip"),
        BROTLI("br");

        private final String word;

        Coding(String word) {
            this.word = word;
        }

        /// As HTTP names it.
        String word() {
            return word;
        }

        byte[] apply(byte[] content) {
            return switch (this) {
                case IDENTITY -> content;
                case GZIP -> gzip(content);
                case BROTLI -> brotli(content);
            };
        }

        /// A stream that ends when it is closed; closing it closes `out`.
        OutputStream over(OutputStream out) throws IOException {
            return switch (this) {
                case IDENTITY -> out;
                case GZIP -> gzip(out);
                case BROTLI -> new BrotliOutputStream(out, FAST_BROTLI);
            };
        }
    }

    private Codings() {}

    /// Whether Accept-Encoding names the coding, or `*`, without `q=0`.
    static boolean accepts(@Nullable String acceptEncoding, String coding) {
        return quality(acceptEncoding, coding) > 0;
    }

    /// The best coding that is accepted: the one preferred, of equal ones the smallest.
    static Coding best(@Nullable String acceptEncoding) {
        double gzip = quality(acceptEncoding, Coding.GZIP.word());
        double brotli = quality(acceptEncoding, Coding.BROTLI.word());
        if (brotli > 0 && brotli >= gzip && hasBrotli()) {
            return Coding.BROTLI;
        }
        return gzip > 0 ? Coding.GZIP : Coding.IDENTITY;
    }

    /// Brotli is a native library; where there is none for the machine, gzip does.
    private static boolean hasBrotli() {
        return Brotli4jLoader.isAvailable();
    }

    private static double quality(@Nullable String acceptEncoding, String coding) {
        if (acceptEncoding == null) {
            return 0;
        }
        double others = 0;
        for (String each : acceptEncoding.split(",", -1)) {
            String[] parts = each.split(";", -1);
            String name = parts[0].strip();
            if (name.equalsIgnoreCase(coding)) {
                return weight(parts);
            }
            if (name.equals("*")) {
                others = weight(parts);
            }
        }
        return others;
    }

    /// 1 where no weight is given; what is no number counts as 0.
    private static double weight(String[] parts) {
        if (parts.length == 1) {
            return 1;
        }
        String weight = parts[1].strip();
        return weight.matches("[qQ]=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)") ? Double.parseDouble(weight.substring(2)) : 0;
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

    private static byte[] brotli(byte[] content) {
        try {
            return Encoder.compress(content, BROTLI);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
