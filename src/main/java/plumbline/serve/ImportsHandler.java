package plumbline.serve;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.Mode;
import plumbline.Period;
import plumbline.Refusal;
import plumbline.intake.Order;
import plumbline.serve.Errors.Refused;
import plumbline.write.Language;
import plumbline.write.MarkedCopy;

/// Hands files to the intake and tells how far it has come. Thread-safe.
final class ImportsHandler {
    private static final Pattern MULTIPART =
            Pattern.compile("multipart/form-data\\s*;.*?boundary=\"?([^\",;\\s]{1,70})\"?.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final long LOOK_MILLIS = 200;
    private static final int LOOKS_PER_HEARTBEAT = 75;
    private static final int MOST_UPLOADS = 10;

    private final Vertx vertx;
    private final ImportJobs jobs;
    private final MarkedCopies copies;
    private final long limit;
    /// What uploads may hold on disk together, from their first byte until their import is over.
    private final AtomicLong budget;

    ImportsHandler(Vertx vertx, ImportJobs jobs, MarkedCopies copies, long limit) {
        this.vertx = vertx;
        this.jobs = jobs;
        this.copies = copies;
        this.limit = limit;
        this.budget = new AtomicLong(limit * MOST_UPLOADS);
    }

    /// Runs on the event loop. Answers 202 once the last byte is there.
    void post(RoutingContext context) {
        HttpServerRequest request = context.request();
        // Whatever is refused half-way has a rest that nobody will read.
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        Order order = order(new Parameters(request.query()), request);
        String boundary = boundary(request);
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        Upload upload = new Upload(vertx, request, boundary, limit, budget);
        upload.read(() -> submit(context, upload, order), context::fail);
    }

    private void submit(RoutingContext context, Upload upload, Order order) {
        try {
            ImportJob job = jobs.submit(upload::deliveries, order, upload::release);
            context.response().headers().remove(HttpHeaders.CONNECTION);
            context.response()
                    .setStatusCode(202)
                    .putHeader(HttpHeaders.LOCATION, "/api/v1/imports/" + job.id())
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(job.json().toBuffer());
        } catch (Refused busy) {
            upload.release();
            context.fail(busy);
        }
    }

    private static Order order(Parameters parameters, HttpServerRequest request) {
        boolean dryRun = parameters.choice("dry_run", "false", "true").equals("true");
        Mode mode = parameters.word("mode", Mode.class).orElse(Mode.ADD);
        Optional<String> reason = parameters.text("reason");
        Optional<String> department = parameters.text("department");
        Optional<String> period =
                parameters.read("period", Period::read, Period.ACCEPTED).map(Period::toString);
        Optional<String> previewed = parameters.read(
                "previewed",
                text -> Optional.of(text).filter(each -> DIGEST.matcher(each).matches()),
                "64 hexadecimal digits: the digest of a preview");
        Map<String, String> mapping = parameters
                .read("map", Order::readMapping, Order.MAPPING_ACCEPTED)
                .orElse(Map.of());
        Optional<String> encoding = parameters.read("encoding", Order::readEncoding, Order.ENCODINGS);
        if (mode.needsReason() && reason.isEmpty()) {
            parameters.fault("reason", "nothing", "why the figures are corrected or withdrawn, in a sentence");
        }
        parameters.check();
        String actor = "web " + request.remoteAddress().hostAddress();
        return new Order(mode, reason, department, period, dryRun, actor, previewed, mapping, encoding);
    }

    /// The boundary of the multipart body, once the head of the request has been found in order.
    private String boundary(HttpServerRequest request) {
        String type =
                Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_TYPE)).orElse("nothing");
        Matcher multipart = MULTIPART.matcher(type);
        if (!multipart.matches()) {
            throw Refusal.invalid("Content-Type", type, "multipart/form-data; boundary=…");
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 18 || Long.parseLong(length) > limit)) {
            throw Upload.tooLarge(limit);
        }
        return multipart.group(1);
    }

    /// The imports since the server started, as far as they are kept; the newest first.
    void list(Exchange exchange) {
        exchange.parameters().check();
        exchange.send(new JsonObject().put("imports", CatalogJson.array(jobs.all(), ImportJob::summary)));
    }

    void get(Exchange exchange) {
        exchange.parameters().check();
        exchange.send(find(exchange.pathPart("id")).json());
    }

    /// A file of an import with its faults marked.
    void markedCopy(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        int file = parameters
                .read("file", ImportsHandler::number, "the number of a file, from 1")
                .orElse(1);
        Language language = parameters.word("lang", Language.class).orElse(Language.ZH);
        parameters.check();
        ImportJob job = find(exchange.pathPart("id"));
        MarkedCopy copy = copies.make(job.id(), file, language);
        TemplateHandler.download(exchange, "application/octet-stream", copy.name(), copy.bytes());
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-9][0-9]{0,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /// Stops the import at its next step: what is through stays, of the file under way nothing is stored. Answers how
    /// it stands; the end is told as always.
    void cancel(Exchange exchange) {
        exchange.parameters().check();
        ImportJob job = find(exchange.pathPart("id"));
        job.cancel();
        exchange.send(job.json());
    }

    /// Server-sent events until the import is over. Leaving early stops nothing but the events. Runs on the event
    /// loop.
    void events(RoutingContext context) {
        new Parameters(context.request().query()).check();
        ImportJob job = find(Optional.ofNullable(context.pathParam("id")).orElse(""));
        HttpServerResponse response = context.response()
                .setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Follower follower = new Follower(job, response);
        if (follower.look()) {
            return;
        }
        long timer = vertx.setPeriodic(LOOK_MILLIS, id -> {
            if (follower.look()) {
                vertx.cancelTimer(id);
            }
        });
        response.closeHandler(_ -> vertx.cancelTimer(timer));
    }

    private ImportJob find(String id) {
        return jobs.find(id)
                .orElseThrow(() ->
                        Refusal.notFound("id", id, "an import since the server started, of the latest few hundred"));
    }

    /// Writes what is new about a job to one listener. Confined to the listener's event loop.
    private static final class Follower {
        private final ImportJob job;
        private final HttpServerResponse response;
        private long seen = -1;
        private int silent;

        Follower(ImportJob job, HttpServerResponse response) {
            this.job = job;
            this.response = response;
        }

        /// Answers whether there is nothing more to come.
        boolean look() {
            if (response.closed() || response.ended()) {
                return true;
            }
            boolean over = job.isOver(); // asked first: what is over has no newer version
            long version = job.version();
            if (version != seen && !response.writeQueueFull()) {
                seen = version;
                silent = 0;
                response.write("event: import\nid: " + version + "\ndata: "
                        + job.json().encode() + "\n\n");
            } else if (++silent % LOOKS_PER_HEARTBEAT == 0) {
                response.write(": still here\n\n");
            }
            // Also where the last version was told before it was known to be the last.
            boolean toldAll = over && version == seen;
            if (toldAll) {
                response.end();
            }
            return toldAll;
        }
    }
}
