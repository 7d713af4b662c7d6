package plumbline.serve;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.Receipt;
import plumbline.Refusal;
import plumbline.intake.Intake;
import plumbline.intake.Order;
import plumbline.intake.Progress;
import plumbline.intake.Stage;

/// One request to import, from the queue to its receipts. Thread-safe: one thread works, others look.
final class ImportJob implements Progress {
    private enum Status {
        QUEUED,
        RUNNING,
        DONE,
        /// At least one file was refused, or the order itself could not be carried out.
        REFUSED,
        /// The database or the server failed; the receipts that are there are true.
        FAILED,
        /// The sender stopped it; files that were through by then stay.
        CANCELLED
    }

    /// The answer to a commit whose preview is not true any more.
    private static final Problem OUTDATED = Problem.of(
            409,
            "preview_outdated",
            new Refusal.Fault(
                    "previewed",
                    "a preview of other bytes, or the data have changed since",
                    "the digest of the preview in these receipts, once it has been looked at"));

    private record Reached(long done, OptionalLong total) {}

    private final String id;
    private final Order order;
    private final Instant submitted;
    private final Map<Stage, Reached> stages = new EnumMap<>(Stage.class);
    private Status status = Status.QUEUED;
    private List<String> names = List.of();
    private List<Receipt> receipts = List.of();
    private Set<Integer> marked = Set.of();
    private List<JsonObject> doubts = List.of();
    private Optional<String> error = Optional.empty();
    private Optional<Problem> problem = Optional.empty();
    private long version;
    private volatile boolean cancelled;

    ImportJob(String id, Order order, Instant submitted) {
        this.id = id;
        this.order = order;
        this.submitted = submitted;
    }

    String id() {
        return id;
    }

    /// Begins, unless it was cancelled before.
    synchronized boolean start() {
        if (status != Status.QUEUED) {
            return false;
        }
        status = Status.RUNNING;
        version++;
        return true;
    }

    /// Stops the import at its next step; one that is over stays as it is.
    synchronized void cancel() {
        cancelled = true;
        if (status == Status.QUEUED) {
            status = Status.CANCELLED;
            version++;
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public synchronized void stage(Stage stage, long done, OptionalLong total) {
        stages.put(stage, new Reached(done, total));
        version++;
    }

    /// What the files are called that it is about.
    synchronized void about(List<String> files) {
        names = List.copyOf(files);
        version++;
    }

    /// Of which files a copy with marks may be had, by their numbers from 1.
    synchronized void offer(Set<Integer> files) {
        marked = Set.copyOf(files);
    }

    /// What is worth a second look in what each file has brought or would bring.
    synchronized void ask(List<Raised> raised) {
        doubts = raised.stream().map(QuestionJson::raised).toList();
    }

    synchronized void finish(List<Receipt> all) {
        receipts = all.stream().map(Receipt::withoutKeys).toList();
        if (all.stream().anyMatch(each -> each.outcome() == Receipt.Outcome.PREVIEW_OUTDATED)) {
            problem = Optional.of(OUTDATED);
        }
        status = ended();
        version++;
    }

    private Status ended() {
        Set<Receipt.Outcome> outcomes = receipts.stream().map(Receipt::outcome).collect(Collectors.toSet());
        if (outcomes.contains(Receipt.Outcome.CANCELLED)) {
            return Status.CANCELLED;
        }
        if (outcomes.contains(Receipt.Outcome.NOT_STORED)) {
            return Status.FAILED;
        }
        boolean refused =
                outcomes.contains(Receipt.Outcome.REFUSED) || outcomes.contains(Receipt.Outcome.PREVIEW_OUTDATED);
        return refused ? Status.REFUSED : Status.DONE;
    }

    /// How much it holds in memory, roughly, in findings.
    synchronized int weight() {
        return 1
                + receipts.stream().mapToInt(each -> 1 + each.findings().size()).sum();
    }

    /// The order could not be carried out for what it asks.
    synchronized void refuse(String why) {
        end(Status.REFUSED, why);
    }

    /// The order could not be carried out for reasons of our own.
    synchronized void fail(String why) {
        end(Status.FAILED, why);
    }

    private void end(Status how, String why) {
        status = how;
        error = Optional.of(why);
        version++;
    }

    /// Counts up with every change.
    synchronized long version() {
        return version;
    }

    synchronized boolean isOver() {
        return switch (status) {
            case QUEUED, RUNNING -> false;
            case DONE, REFUSED, FAILED, CANCELLED -> true;
        };
    }

    private boolean previews() {
        return isOver() && receipts.stream().anyMatch(each -> each.preview().isPresent());
    }

    private JsonArray receiptsJson() {
        JsonArray all = CatalogJson.array(receipts, ReceiptJson::receipt);
        for (int i = 0; i < receipts.size(); i++) {
            String copy = "/api/v1/imports/" + id + "/marked-copy?file=" + (i + 1);
            all.getJsonObject(i).put("marked_copy", marked.contains(i + 1) ? copy : null);
            all.getJsonObject(i).put("doubts", doubts.get(i));
        }
        return all;
    }

    /// What a list of imports says of it.
    synchronized JsonObject summary() {
        return new JsonObject()
                .put("id", id)
                .put("status", status.name().toLowerCase(Locale.ROOT))
                .put("dry_run", order.dryRun())
                .put("mode", order.mode().word())
                .put("actor", order.actor())
                .put("reason", order.reason().orElse(null))
                .put("submitted_at", submitted.toString())
                .put("files", receipts.isEmpty() ? named() : outcomes())
                .put("error", error.orElse(null));
    }

    private JsonArray named() {
        return CatalogJson.array(
                names,
                each -> new JsonObject().put("file", each).putNull("outcome").putNull("report"));
    }

    private JsonArray outcomes() {
        return CatalogJson.array(
                receipts,
                each -> new JsonObject()
                        .put("file", each.file())
                        .put("outcome", each.outcome().word())
                        .put("report", each.report().map(Ids::report).orElse(null)));
    }

    synchronized JsonObject json() {
        JsonArray reached = new JsonArray();
        stages.forEach((stage, each) -> reached.add(new JsonObject()
                .put("name", stage.word())
                .put("done", each.done())
                .put("total", PointJson.number(each.total()))));
        return new JsonObject()
                .put("id", id)
                .put("status", status.name().toLowerCase(Locale.ROOT))
                .put("dry_run", order.dryRun())
                .put("stages", reached)
                .put("receipts", receiptsJson())
                .put("error", error.orElse(null))
                .put("problem", problem.map(Problem::json).orElse(null))
                .put("preview", previews() ? Intake.digest(receipts) : null);
    }
}
