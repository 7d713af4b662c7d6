package plumbline.serve;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.jackson.JacksonCodec;
import io.vertx.core.spi.json.JsonCodec;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import plumbline.serve.Codings.Coding;

/// One question and its answer, as a handler of data sees it. Runs on a worker thread, so handlers may block.
///
/// Belongs to one request; not thread-safe.
final class Exchange {
    /// Writes our own objects as they are; the codec Vert.x would choose asks for a serializer of each value.
    private static final JsonCodec JSON = new JacksonCodec();

    private final RoutingContext context;
    private final Parameters parameters;
    private final String version;
    private final Unchanged unchanged;
    private String tag = "";
    private String cache = Unchanged.ASK_AGAIN;

    /// @param version of the program: another one may word the same answer differently
    Exchange(RoutingContext context, String version, Unchanged unchanged) {
        this.context = context;
        this.version = version;
        this.unchanged = unchanged;
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
        cache = Unchanged.FOR_EVER;
    }

    /// Says what the answer depends on beside the request itself: nothing but the ledger, the day and the program. If
    /// the asker has that answer already, it is told so (304) and nothing more is to be written.
    boolean isKnown(Object... dependsOn) {
        tag = ETags.of(ETags.of(dependsOn), version, request().uri());
        unchanged.remember(context, tag, cache);
        Optional<String> match = ETags.match(request().getHeader(HttpHeaders.IF_NONE_MATCH), tag);
        match.ifPresent(header -> Unchanged.answer(response(), header, cache));
        return match.isPresent();
    }

    /// Names another form of this answer (RFC 8288): the numbers of the same question as CSV.
    void alternate(Twin twin) {
        link("alternate", Links.address(twin.path(), twin.query()), "text/csv");
    }

    /// Adds a link to the answer's head (RFC 8288).
    void link(String relation, String address, String type) {
        response().headers().add("link", Links.header(relation, address, type));
    }

    /// Answers 200 with the object, compressed where that is asked for and worth it.
    void send(JsonObject body) {
        send("application/json", JSON.toBuffer(body, false).getBytes());
    }

    void send(String contentType, byte[] body) {
        Coding coding = body.length >= Codings.WORTHWHILE ? coding() : Coding.IDENTITY;
        response().putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        byte[] sent = coding.apply(body);
        startCoded(coding);
        response().putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(sent.length));
        response().end(Buffer.buffer(sent));
    }

    /// The coding that suits the asker best.
    Coding coding() {
        return Codings.best(request().getHeader(HttpHeaders.ACCEPT_ENCODING));
    }

    /// Writes the headers of an answer in this coding, of several that it could be in.
    void startCoded(Coding coding) {
        if (coding != Coding.IDENTITY) {
            response().putHeader(HttpHeaders.CONTENT_ENCODING, coding.word());
        }
        if (tag.isEmpty()) {
            response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        } else {
            Unchanged.putCacheHeaders(response(), ETags.header(tag, coding), cache);
        }
    }
}
