package plumbline.serve;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plumbline.serve.Codings.Coding;

/// The files of the pages, read once from `web/` on the class path. What is not in the map does not exist, whatever
/// the path looks like; no request ever reaches a file system. Immutable.
final class WebFiles {
    private static final String TEXT = "text/plain; charset=utf-8";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("json", "application/json"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("txt", TEXT),
            // The examples of the API reference.
            Map.entry("sh", TEXT),
            Map.entry("R", TEXT),
            Map.entry("py", TEXT),
            Map.entry("pq", TEXT),
            Map.entry("webmanifest", "application/manifest+json"));
    /// Paths with a version in them (lib/echarts/6.0.0/…): their bytes never change.
    private static final Pattern VERSIONED = Pattern.compile("/lib/[^/]+/[0-9][^/]*/.+");

    private final Map<String, WebFile> files;
    private final Preloads preloads;

    private record WebFile(String type, String tag, String cache, Map<Coding, Buffer> codings) {}

    private WebFiles(Map<String, WebFile> files) {
        this.files = Map.copyOf(files);
        preloads = Preloads.of(path -> {
            WebFile file = files.get(path);
            return file == null
                    ? ""
                    : file.codings()
                            .getOrDefault(Coding.IDENTITY, Buffer.buffer())
                            .toString();
        });
    }

    /// @throws IllegalStateException if there is no `web/` on the class path
    static WebFiles load() {
        URL root = WebFiles.class.getResource("/web");
        if (root == null) {
            throw new IllegalStateException("the program was packed without its pages (web/)");
        }
        try {
            URI uri = root.toURI();
            if (!uri.getScheme().equals("jar")) {
                return read(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath("/web"));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the pages cannot be read from " + root, e);
        }
    }

    static WebFiles read(Path root) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                all.put("/" + root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        Map<String, WebFile> files = new TreeMap<>();
        all.forEach((path, content) -> {
            if (!isCompressedCopy(path, all)) {
                files.put(path, file(path, content, all));
            }
        });
        return new WebFiles(files);
    }

    private static boolean isCompressedCopy(String path, Map<String, byte[]> all) {
        return (path.endsWith(".br") || path.endsWith(".gz")) && all.containsKey(path.substring(0, path.length() - 3));
    }

    private static WebFile file(String path, byte[] content, Map<String, byte[]> all) {
        Map<Coding, Buffer> codings = new EnumMap<>(Coding.class);
        codings.put(Coding.IDENTITY, Buffer.buffer(content));
        Optional.ofNullable(all.get(path + ".br")).ifPresent(bytes -> codings.put(Coding.BROTLI, Buffer.buffer(bytes)));
        Optional.ofNullable(all.get(path + ".gz")).ifPresent(bytes -> codings.put(Coding.GZIP, Buffer.buffer(bytes)));
        String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
        String cache = VERSIONED.matcher(path).matches() ? "public, max-age=31536000, immutable" : "no-cache";
        return new WebFile(type, ETags.of(content), cache, Map.copyOf(codings));
    }

    /// Answers the file at the request's path, if there is one.
    void serve(RoutingContext context) {
        WebFile file = files.get(context.request().path());
        if (file == null) {
            context.next();
        } else {
            send(context, file);
        }
    }

    /// Answers the one page that all addresses of the pages share.
    void servePage(RoutingContext context) {
        String query = context.request().query();
        String link = preloads.at(context.normalizedPath(), query == null ? "" : query);
        if (!link.isEmpty()) {
            context.response().putHeader(HttpHeaders.createOptimized("link"), link);
        }
        serve(context, "/index.html");
    }

    /// Answers the API reference.
    void serveReference(RoutingContext context) {
        serve(context, "/reference.html");
    }

    private void serve(RoutingContext context, String path) {
        WebFile file = files.get(path);
        if (file == null) {
            context.next();
        } else {
            send(context, file);
        }
    }

    private static void send(RoutingContext context, WebFile file) {
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CACHE_CONTROL, file.cache()).putHeader(HttpHeaders.VARY, "accept-encoding");
        Optional<String> match = ETags.match(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), file.tag());
        if (match.isPresent()) {
            response.putHeader(HttpHeaders.ETAG, match.get()).setStatusCode(304).end();
            return;
        }
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        Coding coding = Stream.of(Coding.BROTLI, Coding.GZIP)
                .filter(each -> file.codings().containsKey(each) && Codings.accepts(accepted, each.word()))
                .findFirst()
                .orElse(Coding.IDENTITY);
        if (coding != Coding.IDENTITY) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, coding.word());
        }
        Buffer content = file.codings().getOrDefault(coding, Buffer.buffer());
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.type())
                .putHeader(HttpHeaders.ETAG, ETags.header(file.tag(), coding))
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(content.length()))
                .end(content);
    }
}
