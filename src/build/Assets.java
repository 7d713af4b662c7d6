import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Adds a `.gz` and a `.br` beside each text asset in the jar's `web` folder: `Assets <jar> <cache>`.
///
/// They go into the jar only, never into target/classes, where a page edited later would be answered by its old
/// compressed copy. The cache is keyed by content, because Brotli at its best takes seconds.
class Assets {
    static void main(String[] args) throws Exception {
        Path cache = Files.createDirectories(Path.of(args[1]));
        boolean brotli = Brotli4jLoader.isAvailable();
        if (!brotli) {
            System.err.println("No Brotli encoder for this platform: assets are compressed with gzip only.");
        }
        // Stored, because what is compressed already only costs time when packed again.
        var packing = Map.of("compressionMethod", "STORED");
        try (var jar = FileSystems.newFileSystem(Path.of(args[0]), packing)) {
            for (Path asset : assets(jar.getPath("web"))) {
                byte[] text = Files.readAllBytes(asset);
                String key = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text));
                add(asset, ".gz", text, cache.resolve(key + ".gz"), Assets::gzip);
                if (brotli) {
                    add(asset, ".br", text, cache.resolve(key + ".br"), Assets::brotli);
                }
            }
        }
    }

    interface Packer {
        byte[] pack(byte[] text) throws IOException;
    }

    /// A copy that saves nothing is left out.
    static void add(Path asset, String suffix, byte[] text, Path cached, Packer packer) throws IOException {
        if (!Files.exists(cached)) {
            Files.write(cached, packer.pack(text));
        }
        if (Files.size(cached) < text.length) {
            Files.copy(cached, asset.resolveSibling(asset.getFileName() + suffix));
        }
    }

    static List<Path> assets(Path web) throws IOException {
        try (var files = Files.walk(web)) {
            return files.filter(file -> file.toString().matches(".*\\.(js|css|html|svg|json)"))
                    .toList();
        }
    }

    static byte[] gzip(byte[] text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new BestGzip(out)) {
            gzip.write(text);
        }
        return out.toByteArray();
    }

    static byte[] brotli(byte[] text) throws IOException {
        return Encoder.compress(text, new Encoder.Parameters().setQuality(11));
    }

    static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
