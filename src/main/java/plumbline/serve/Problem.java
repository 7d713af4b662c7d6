package plumbline.serve;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import plumbline.Refusal;

/// What went wrong with a request, as RFC 9457 words it.
///
/// @param kind last part of the type, e.g. `not_found`
/// @param detail one sentence
/// @param faults everything that is wrong, each with what would be accepted
record Problem(int status, String kind, String detail, List<Refusal.Fault> faults) {
    static final String CONTENT_TYPE = "application/problem+json";

    Problem {
        faults = List.copyOf(faults);
    }

    static Problem of(int status, String kind, Refusal.Fault fault) {
        return new Problem(status, kind, fault.toString(), List.of(fault));
    }

    /// The one table of kinds and statuses.
    static Problem of(Refusal refusal) {
        int status = switch (refusal.kind()) {
            case INVALID -> 400;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
        };
        return new Problem(
                status,
                refusal.kind().name().toLowerCase(Locale.ROOT),
                String.valueOf(refusal.getMessage()),
                refusal.faults());
    }

    JsonObject json() {
        JsonArray errors = new JsonArray();
        for (Refusal.Fault fault : faults) {
            errors.add(new JsonObject()
                    .put("parameter", fault.parameter())
                    .put("found", fault.found())
                    .put("accepted", fault.accepted()));
        }
        return new JsonObject()
                .put("type", "urn:plumbline:" + kind)
                .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                .put("status", status)
                .put("detail", detail)
                .put("errors", errors);
    }
}
