package plumbline.serve;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import plumbline.Refusal;

/// Turns whatever stopped a request into a problem document. Stateless.
///
/// A [Refusal] and a [Refused] name their faults. Everything else is ours: the answer says "Internal error" and
/// an id under which the log has the rest.
final class Errors {
    private static final Logger LOG = System.getLogger("plumbline.serve");

    private static final long LINGER_MILLIS = 1000;

    private Errors() {}

    /// A request refused for what it is, not for what it asks: too many at once, from a foreign page, of a wrong
    /// form.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        Refused(int status, String kind, String parameter, String found, String accepted) {
            this(Problem.of(status, kind, new Refusal.Fault(parameter, found, accepted)));
        }

        Refused(Problem problem) {
            super(problem.detail(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    /// The answer to any failure of a handler. Where part of a good answer is out already, the connection is broken
    /// instead, so that nobody takes the torn answer for a whole one.
    static void answer(RoutingContext context) {
        Throwable failure = context.failure();
        if (context.response().headWritten()) {
            if (failure != null && !context.response().closed()) {
                log("the answer to " + context.request().path() + " was cut short", failure);
            }
            context.request().connection().close();
            return;
        }
        write(context.request(), problem(failure, context));
    }

    private static Problem problem(@Nullable Throwable failure, RoutingContext context) {
        return switch (failure) {
            case Refusal refusal -> Problem.of(refusal);
            case Refused refused -> refused.problem();
            case HttpException http
            when http.getStatusCode() < 500 ->
                new Problem(http.getStatusCode(), "invalid", "The request is malformed.", List.of());
            case null -> new Problem(context.statusCode(), "failed", "The request failed.", List.of());
            default -> {
                String what =
                        context.request().method() + " " + context.request().path();
                yield new Problem(500, "internal", internal(what, failure), List.of());
            }
        };
    }

    /// Logs the failure and answers the sentence for users, which has the id of the log's line.
    static String internal(String what, Throwable failure) {
        String id = "%08x".formatted(ThreadLocalRandom.current().nextInt());
        log("[" + id + "] " + what, failure);
        return "Internal error " + id;
    }

    private static void log(String what, Throwable failure) {
        LOG.log(Level.ERROR, what.replaceAll("\\p{Cntrl}", "?"), failure);
    }

    /// Writes the problem. Where the answer says `connection: close`, the connection is closed behind it, because
    /// what else comes over it cannot be trusted or is not wanted.
    static void write(HttpServerRequest request, Problem problem) {
        HttpServerResponse response = request.response();
        if (problem.status() == 503) {
            response.putHeader(
                    "retry-after", String.valueOf(ThreadLocalRandom.current().nextInt(1, 6)));
        }
        boolean last = response.headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true);
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.CONTENT_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(problem.json().toBuffer())
                .onComplete(_ -> {
                    if (last) {
                        closeGently(request);
                    }
                });
    }

    /// Closing while the rest of a body still comes in would reset the connection, and the sender would lose the
    /// answer.
    private static void closeGently(HttpServerRequest request) {
        Context context = Vertx.currentContext();
        if (request.isEnded() || context == null) {
            request.connection().close();
        } else {
            context.owner().setTimer(LINGER_MILLIS, _ -> request.connection().close());
        }
    }
}
