package plumbline.serve;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// One question and its answer, as a handler of data sees it. Runs on a worker thread, so handlers may block.
///
/// Belongs to one request; not thread-safe.
final class Exchange {
    private static final String DATA_CACHE = "private, no-cache"; // may be kept, must be asked about each time
    private static final String FOR_EVER = "private, max-age=31536000, immutable";
    private final RoutingContext context;
    private final Parameters parameters;
    private final String version;
    private String tag = "";
    private String cache = DATA_CACHE;

    /// @param version of the program: another one may word the same answer differently
    Exchange(RoutingContext context, String version) {
        this.context = context;
        this.version = version;
        this.parameters = new Parameters(context.request().query());
    }

    Parameters parameters() {
        return parameters;
    }

    HttpServerRequest request() {
        return context.request();
    }

    HttpServerResponse response() {
        return context.response();
    }

    /// The part of the path named so in [Routes].
    String pathPart(String name) {
        return Optional.ofNullable(context.pathParam(name)).orElse("");
    }

    /// The answer of this address will never be another one.
    void keepForEver() {
        cache = FOR_EVER;
    }

    /// Says what the answer depends on beside the request itself. If the asker has that answer already, it is
    /// told so (304) and nothing more is to be written.
    boolean isKnown(Object... dependsOn) {
        tag = ETags.of(ETags.of(dependsOn), version, request().uri());
        Optional<String> match = ETags.match(request().getHeader(HttpHeaders.IF_NONE_MATCH), tag);
        match.ifPresent(header -> {
            putCacheHeaders(header);
            response().setStatusCode(304).end();
        });
        return match.isPresent();
    }

    /// Answers 200 with the object, compressed where that is asked for and worth it.
    void send(JsonObject body) {
        send("application/json", body.toBuffer().getBytes());
    }

    void send(String contentType, byte[] body) {
        boolean gzip = body.length > Codings.WORTHWHILE && acceptsGzip();
        response().putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        byte[] sent = gzip ? Codings.gzip(body) : body;
        startCoded(gzip);
        response().putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(sent.length));
        response().end(Buffer.buffer(sent));
    }

    boolean acceptsGzip() {
        return Codings.accepts(request().getHeader(HttpHeaders.ACCEPT_ENCODING), "gzip");
    }

    /// Writes the headers of an answer that is sent in gzip or as it is.
    void startCoded(boolean gzip) {
        if (gzip) {
            response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (tag.isEmpty()) {
            response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        } else {
            putCacheHeaders(ETags.header(tag, gzip ? "gzip" : "identity"));
        }
    }

    private void putCacheHeaders(String etag) {
        response()
                .putHeader(HttpHeaders.ETAG, etag)
                .putHeader(HttpHeaders.CACHE_CONTROL, cache)
                .putHeader(HttpHeaders.VARY, "accept-encoding");
    }
}
