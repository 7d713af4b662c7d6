package plumbline.serve;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import plumbline.intake.Delivery;
import plumbline.serve.Errors.Refused;

/// Reads the files of one multipart request into memory. Nothing touches a disk, so a torn upload leaves nothing.
///
/// Used on the request's event loop; the budget is shared by all of them.
final class Upload {
    private static final int MOST_FILES = 200;
    private static final int LONGEST_NAME = 200;
    private static final long GRACE_MILLIS = 10_000;
    private static final long LEAST_BYTES_A_SECOND = 1024;

    private final HttpServerRequest request;
    private final long limit;
    private final AtomicLong budget;
    private final String end;
    private String tail = "";
    private long bytes;
    private final List<String> names = new ArrayList<>();
    private final List<Buffer> contents = new ArrayList<>();
    private Optional<Refused> fault = Optional.empty();
    private final long startedAt = System.nanoTime();
    private long held;
    private boolean over;

    /// @param boundary of the multipart body
    /// @param limit most bytes of the whole request
    /// @param budget bytes that all uploads together may still hold
    Upload(HttpServerRequest request, String boundary, long limit, AtomicLong budget) {
        this.request = request;
        this.end = "--" + boundary + "--";
        this.limit = limit;
        this.budget = budget;
    }

    /// Starts reading.
    ///
    /// @param received gets the files once all are there; it must see to [#release] when they are not needed any
    /// more
    /// @param refused gets what is wrong; nothing is held then
    void read(Vertx vertx, Consumer<List<Delivery>> received, Consumer<Refused> refused) {
        long watch = vertx.setPeriodic(TimeUnit.SECONDS.toMillis(5), _ -> closeIfSlow(System.nanoTime()));
        Consumer<Refused> refuse = why -> {
            if (!over) {
                over = true;
                vertx.cancelTimer(watch);
                release();
                refused.accept(why);
            }
        };
        request.setExpectMultipart(true);
        request.uploadHandler(part -> begin(part, refuse));
        request.handler(piece -> look(piece, refuse));
        request.exceptionHandler(e -> refuse.accept(malformed("a broken body", e)));
        request.endHandler(_ -> {
            vertx.cancelTimer(watch);
            if (over) {
                return;
            }
            if (!tail.stripTrailing().endsWith(end)) {
                fault = Optional.of(malformed("a body without its end, " + end, new IOException("cut short")));
            } else if (!request.formAttributes().isEmpty()) {
                fault = Optional.of(invalid(
                        String.join(", ", request.formAttributes().names()),
                        "a field without a file",
                        "files only, in fields named file"));
            } else if (names.isEmpty()) {
                fault = Optional.of(invalid("file", "nothing", "one or more files"));
            }
            if (fault.isPresent()) {
                refuse.accept(fault.get());
            } else {
                over = true;
                received.accept(deliveries());
            }
        });
    }

    /// Gives the memory back to the budget; more than once does no harm.
    synchronized void release() {
        budget.addAndGet(held);
        held = 0;
        contents.clear();
    }

    private void begin(HttpServerFileUpload part, Consumer<Refused> refuse) {
        if (!part.name().equals("file")) {
            fault = Optional.of(invalid(part.name(), "an unknown field", "file"));
        }
        if (names.size() == MOST_FILES) {
            refuse.accept(new Refused(413, "too_large", "file", "more than " + MOST_FILES + " files", "fewer files"));
            return;
        }
        names.add(plainName(part.filename()));
        Buffer content = Buffer.buffer();
        contents.add(content);
        part.exceptionHandler(e -> refuse.accept(malformed("a broken part", e)));
        part.handler(piece -> {
            if (!over) {
                take(piece.length(), refuse);
                if (!over) {
                    content.appendBuffer(piece);
                }
            }
        });
    }

    /// The raw bytes, parts and all: how many, and the last of them. The decoder behind this takes a body that
    /// stops anywhere for a whole one.
    private void look(Buffer piece, Consumer<Refused> refuse) {
        bytes += piece.length();
        if (bytes > limit) {
            refuse.accept(tooLarge(limit));
        }
        int keep = end.length() + 8;
        Buffer last = piece.slice(Math.max(0, piece.length() - keep), piece.length());
        String joined = tail + last.toString(StandardCharsets.ISO_8859_1);
        tail = joined.substring(Math.max(0, joined.length() - keep));
    }

    private void take(int count, Consumer<Refused> refuse) {
        if (budget.addAndGet(-count) < 0) {
            budget.addAndGet(count);
            refuse.accept(new Refused(503, "busy", "file", "too many uploads at once", "this one again in a moment"));
        } else {
            held += count;
        }
    }

    static Refused tooLarge(long limit) {
        return new Refused(413, "too_large", "body", "more than " + limit + " bytes", "at most " + limit + " bytes");
    }

    private List<Delivery> deliveries() {
        List<Delivery> files = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            files.add(new Delivery(names.get(i), contents.get(i).getBytes()));
        }
        contents.clear();
        return files;
    }

    /// A body that trickles would hold its memory for ever.
    private void closeIfSlow(long now) {
        long millis = TimeUnit.NANOSECONDS.toMillis(now - startedAt);
        if (!over && millis > GRACE_MILLIS && request.bytesRead() < millis / 1000 * LEAST_BYTES_A_SECOND) {
            request.connection().close();
        }
    }

    /// The last part of whatever path the name is, without anything that could change how it is shown. A name is
    /// only a label here: nothing is ever stored under it.
    static String plainName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}:]", "_").strip();
        String shown = plain.isEmpty() ? "unnamed" : plain;
        return shown.length() > LONGEST_NAME ? shown.substring(shown.length() - LONGEST_NAME) : shown;
    }

    private static Refused invalid(String parameter, String found, String accepted) {
        return new Refused(400, "invalid", parameter, found, accepted);
    }

    private static Refused malformed(String what, Throwable e) {
        return new Refused(400, "malformed", "body", what + ": " + e.getMessage(), "multipart/form-data (RFC 7578)");
    }
}
