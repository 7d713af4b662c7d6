package plumbline.serve;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import plumbline.Refusal;
import plumbline.serve.Errors.Refused;

/// Reads the small JSON object that a page sends. Stateless.
final class JsonBody {
    private static final int MOST_BYTES = 64 << 10;
    private static final long PATIENCE_MILLIS = 10_000;

    private JsonBody() {}

    /// Runs on the event loop; hands the object over there once its last byte has come.
    static void read(RoutingContext context, Consumer<JsonObject> then) {
        HttpServerRequest request = context.request();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
            throw new Refused(415, "media_type", "Content-Type", BodyFields.shown(type), "application/json");
        }
        Buffer body = Buffer.buffer();
        long timer = context.vertx().setTimer(PATIENCE_MILLIS, _ -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        request.handler(piece -> {
            body.appendBuffer(piece);
            if (body.length() > MOST_BYTES) {
                request.handler(_ -> {});
                request.endHandler(_ -> {});
                context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                context.fail(new Refused(413, "too_large", "body", "more than " + MOST_BYTES + " bytes", "less"));
            }
        });
        request.endHandler(_ -> {
            context.vertx().cancelTimer(timer);
            try {
                then.accept(new JsonObject(body));
            } catch (DecodeException | ClassCastException none) {
                context.fail(Refusal.invalid("body", "no JSON object", "a JSON object"));
            } catch (RuntimeException e) {
                context.fail(e);
            }
        });
        request.exceptionHandler(context::fail);
        request.resume();
    }
}
