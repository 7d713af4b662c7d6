package plumbline.serve;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.intake.Delivery;
import plumbline.serve.Errors.Refused;

/// Streams the files of one multipart request to disk. They have no names there ([Spooled]), so a torn upload leaves
/// nothing.
///
/// Used on the request's event loop, which never waits for the disk: pieces are written one after the other on a worker
/// thread, and while too many wait, the sender does. The budget is shared by all event loops.
final class Upload {
    private static final int MOST_FILES = 200;
    private static final int LONGEST_NAME = 200;
    private static final long GRACE_MILLIS = 10_000;
    private static final long LEAST_BYTES_A_SECOND = 1024;
    private static final long MOST_WAITING = 1 << 20;
    /// How much more than the limit is read and thrown away, so that the sender can read why.
    private static final long PATIENCE = 1 << 20;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final long limit;
    private final AtomicLong budget;
    private final String end;
    private String tail = "";
    private long bytes;
    private long waiting;
    /// The files so far; filled and emptied by the writing thread.
    private final List<Spooled> files = new ArrayList<>();

    private int named;
    private Optional<Refused> fault = Optional.empty();
    private final long startedAt = System.nanoTime();
    private final AtomicLong held = new AtomicLong();
    /// Read by the writing thread too.
    private volatile boolean over;

    /// @param boundary of the multipart body
    /// @param limit most bytes of the whole request
    /// @param budget bytes that all uploads together may still hold on disk
    Upload(Vertx vertx, HttpServerRequest request, String boundary, long limit, AtomicLong budget) {
        this.vertx = vertx;
        this.request = request;
        this.end = "--" + boundary + "--";
        this.limit = limit;
        this.budget = budget;
    }

    /// Starts reading.
    ///
    /// @param received is called once all files are there; it must see to [#release] when they are needed no more
    /// @param refused gets what is wrong; nothing is held then
    void read(Runnable received, Consumer<Refused> refused) {
        long watch = vertx.setPeriodic(TimeUnit.SECONDS.toMillis(5), _ -> closeIfSlow(System.nanoTime()));
        Consumer<Refused> refuse = why -> {
            if (!over) {
                over = true;
                vertx.cancelTimer(watch);
                request.resume(); // what still comes is thrown away, up to the end of the connection
                onDisk(() -> {
                    release();
                    return true;
                });
                refused.accept(why);
            }
        };
        request.setExpectMultipart(true);
        request.uploadHandler(part -> begin(part, refuse));
        request.handler(piece -> look(piece, refuse));
        request.exceptionHandler(e -> refuse.accept(malformed("a broken body", e)));
        request.endHandler(_ -> {
            vertx.cancelTimer(watch);
            end(received, refuse);
        });
    }

    private void end(Runnable received, Consumer<Refused> refuse) {
        Optional<Refused> wrong = judge();
        if (wrong.isPresent()) {
            refuse.accept(wrong.get());
            return;
        }
        Runnable last = () -> {
            if (!over) {
                over = true;
                received.run();
            }
        };
        write(() -> true, refuse, last);
    }

    /// What is wrong with a body that has come to its end.
    private Optional<Refused> judge() {
        if (!tail.stripTrailing().endsWith(end)) {
            return Optional.of(malformed("a body without its end, " + end, new IOException("cut short")));
        }
        if (!request.formAttributes().isEmpty()) {
            return Optional.of(invalid(
                    String.join(", ", request.formAttributes().names()),
                    "a field without a file",
                    "files only, in fields named file"));
        }
        return named == 0 ? Optional.of(invalid("file", "nothing", "one or more files")) : fault;
    }

    /// The files, in memory now. To be called on a thread that may wait.
    List<Delivery> deliveries() throws IOException {
        List<Delivery> deliveries = new ArrayList<>();
        for (Spooled each : files) {
            deliveries.add(new Delivery(each.name(), each.bytes()));
        }
        return deliveries;
    }

    /// Deletes the files and gives their room back to the budget; more than once does no harm.
    synchronized void release() {
        budget.addAndGet(held.getAndSet(0));
        files.forEach(Spooled::close);
        files.clear();
    }

    private void begin(HttpServerFileUpload part, Consumer<Refused> refuse) {
        if (!part.name().equals("file")) {
            fault = Optional.of(invalid(part.name(), "an unknown field", "file"));
        }
        if (named == MOST_FILES) {
            refuse.accept(new Refused(413, "too_large", "file", "more than " + MOST_FILES + " files", "fewer files"));
            return;
        }
        named++;
        String name = plainName(part.filename());
        write(() -> files.add(Spooled.create(name)), refuse, () -> {});
        part.exceptionHandler(e -> refuse.accept(malformed("a broken part", e)));
        part.handler(piece -> {
            if (!over) {
                take(piece.length(), refuse);
            }
            if (!over) {
                append(piece.getBytes(), refuse);
            }
        });
    }

    private void append(byte[] piece, Consumer<Refused> refuse) {
        waiting += piece.length;
        if (waiting > MOST_WAITING) {
            request.pause();
        }
        Callable<Boolean> append = () -> {
            files.getLast().append(piece);
            return true;
        };
        write(append, refuse, () -> {
            waiting -= piece.length;
            if (waiting <= MOST_WAITING / 2) {
                request.resume();
            }
        });
    }

    /// Does something on disk behind everything before it; once the upload is over, nothing.
    private void write(Callable<Boolean> work, Consumer<Refused> refuse, Runnable then) {
        onDisk(() -> over || work.call())
                .onSuccess(_ -> then.run())
                .onFailure(full -> refuse.accept(new Refused(
                        507,
                        "no_room",
                        "body",
                        "the server could not keep it: " + full.getMessage(),
                        "this one again when the server's disk has room")));
    }

    private Future<@Nullable Boolean> onDisk(Callable<Boolean> work) {
        return vertx.executeBlocking(work, true);
    }

    /// The raw bytes, parts and all: how many, and the last of them. The decoder behind this takes a body that
    /// stops anywhere for a whole one.
    private void look(Buffer piece, Consumer<Refused> refuse) {
        bytes += piece.length();
        if (bytes > limit) {
            refuse.accept(tooLarge(limit));
        }
        if (bytes > limit + PATIENCE) {
            request.connection().close();
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
            held.addAndGet(count);
        }
    }

    static Refused tooLarge(long limit) {
        return new Refused(
                413,
                "too_large",
                "body",
                "more than " + limit + " bytes",
                "at most " + limit + " bytes (setting PLUMBLINE_UPLOAD_MB)");
    }

    /// A body that trickles would hold its place for ever.
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
        if (shown.length() <= LONGEST_NAME) {
            return shown;
        }
        int start = shown.length() - LONGEST_NAME;
        return shown.substring(Character.isLowSurrogate(shown.charAt(start)) ? start + 1 : start);
    }

    private static Refused invalid(String parameter, String found, String accepted) {
        return new Refused(400, "invalid", parameter, found, accepted);
    }

    private static Refused malformed(String what, Throwable e) {
        return new Refused(400, "malformed", "body", what + ": " + e.getMessage(), "multipart/form-data (RFC 7578)");
    }
}
