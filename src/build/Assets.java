import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Puts `web` and `schema` into the program's jar, and beside each text of the pages a `.gz` and a `.br`, both without
/// comments:
/// `Assets <classes> <jar> [<cache>]`. Without a cache nothing is compressed.
///
/// The compressed copies go into the jar only, never into target/classes, where a page edited later would be answered
/// by its old copy. The cache is keyed by content, because Brotli at its best takes seconds.
/// Done here and not by Maven because of Chinese file names, as in resources.sh.
class Assets {
    static void main(String[] args) throws Exception {
        Path classes = Path.of(args[0]);
        boolean compress = args.length > 2 && !args[2].isBlank();
        try (var jar = FileSystems.newFileSystem(Path.of(args[1]))) {
            copy(classes, "schema", jar);
            copy(classes, "web", jar);
            if (compress) {
                compress(classes, jar, Files.createDirectories(Path.of(args[2])));
            }
        }
    }

    static void copy(Path classes, String folder, FileSystem jar) throws IOException {
        for (Path file : files(classes.resolve(folder))) {
            Path entry = jar.getPath(classes.relativize(file).toString());
            Files.createDirectories(entry.getParent());
            Files.copy(file, entry);
        }
    }

    static void compress(Path classes, FileSystem jar, Path cache) throws Exception {
        boolean brotli = Brotli4jLoader.isAvailable();
        if (!brotli) {
            System.err.println("No Brotli encoder for this platform: assets are compressed with gzip only.");
        }
        for (Path file : files(classes.resolve("web"))) {
            if (file.toString().matches(".*\\.(js|css|html|svg|json)")) {
                byte[] text = withoutComments(file);
                var key = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text));
                var entry = classes.relativize(file).toString();
                add(jar.getPath(entry + ".gz"), text, cache.resolve(key + ".gz"), Assets::gzip);
                if (brotli) {
                    add(jar.getPath(entry + ".br"), text, cache.resolve(key + ".br"), Assets::brotli);
                }
            }
        }
    }

    /// Compressed copies of our own scripts go without their comments, a fifth of what they weigh. Who asks for a file
    /// uncompressed gets it as it was written. A comment that is a line of its own, or stands between slash and two
    /// asterisks, is told without reading the language: a test of the pages sees to it that no text looks like one.
    static byte[] withoutComments(Path file) throws IOException {
        byte[] text = Files.readAllBytes(file);
        if (!file.toString().endsWith(".js") || file.toString().contains("/lib/")) {
            return text;
        }
        return new String(text, StandardCharsets.UTF_8)
                .replaceAll("(?s)/\\*\\*.*?\\*/", "")
                .replaceAll("(?m)^\\s*//.*$", "")
                .replaceAll("(?m)^[ \\t]*\\n", "")
                .getBytes(StandardCharsets.UTF_8);
    }

    interface Packer {
        byte[] pack(byte[] text) throws IOException;
    }

    /// A copy that saves nothing is left out.
    static void add(Path entry, byte[] text, Path cached, Packer packer) throws IOException {
        if (!Files.exists(cached)) {
            Files.write(cached, packer.pack(text));
        }
        if (Files.size(cached) < text.length) {
            Files.copy(cached, entry);
        }
    }

    static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
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
