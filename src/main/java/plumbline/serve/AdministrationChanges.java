package plumbline.serve;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import plumbline.Finding;
import plumbline.Mode;
import plumbline.Name;
import plumbline.Receipt;
import plumbline.Refusal;
import plumbline.Severity;
import plumbline.Worded;
import plumbline.intake.Delivery;
import plumbline.intake.Intake;
import plumbline.intake.Order;
import plumbline.intake.Progress;
import plumbline.ledger.Ledger;
import plumbline.serve.AdministrationForm.Sort;

/// Takes what a person changes on the page 管理: tells what it would do, and does it. It goes the way of any form that is
/// imported. Thread-safe.
final class AdministrationChanges {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final int LONGEST_NAME = 80;

    private final Ledger ledger;
    private final View.Views views;
    private final Intake intake;
    private final AdministrationConflicts conflicts;
    private final InstantSource clock;

    AdministrationChanges(Ledger ledger, View.Views views, Intake intake, InstantSource clock) {
        this.ledger = ledger;
        this.views = views;
        this.intake = intake;
        this.conflicts = new AdministrationConflicts(ledger);
        this.clock = clock;
    }

    /// A change as it was sent.
    ///
    /// @param typed the code that was typed to say that a dangerous act is meant
    private record Change(
            AdministrationForm form,
            Mode mode,
            String actor,
            Optional<String> reason,
            Optional<String> typed,
            Optional<String> previewed) {
        Order order(boolean dryRun) {
            return new Order(
                    mode,
                    reason,
                    Optional.empty(),
                    Optional.empty(),
                    dryRun,
                    actor,
                    previewed,
                    Map.of(),
                    Optional.empty());
        }
    }

    private record Answer(int status, JsonObject body) {}

    /// Answers what the change did, or with `dry_run=true` would do; problems name all their members.
    void post(RoutingContext context) {
        Parameters parameters = new Parameters(context.request().query());
        boolean dryRun = parameters.choice("dry_run", "false", "true").equals("true");
        parameters.check();
        JsonBody.read(
                context,
                body -> context.vertx()
                        .executeBlocking(() -> answer(change(body), dryRun), false)
                        .onSuccess(answer -> context.response()
                                .setStatusCode(answer.status())
                                .putHeader(
                                        HttpHeaders.CONTENT_TYPE,
                                        answer.status() == 200 ? "application/json" : Problem.CONTENT_TYPE)
                                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                                .end(answer.body().toBuffer()))
                        .onFailure(context::fail));
    }

    private Change change(JsonObject body) {
        List<String> known = new ArrayList<>(List.of("mode", "actor", "reason", "typed", "previewed", "base"));
        for (Sort each : Sort.values()) {
            known.add(each.word());
        }
        List<Refusal.Fault> faults = new ArrayList<>();
        for (String name : body.fieldNames()) {
            if (!known.contains(name)) {
                faults.add(new Refusal.Fault(name, "an unknown member", String.join(", ", known)));
            }
        }
        Optional<Mode> mode = text(body, "mode", faults)
                .flatMap(word -> Worded.read(Mode.class, word))
                .filter(each -> each != Mode.REPLACE);
        if (mode.isEmpty()) {
            faults.add(new Refusal.Fault("mode", BodyFields.shown(body.getValue("mode")), "add, correct or withdraw"));
        }
        Optional<String> actor = text(body, "actor", faults).filter(each -> each.length() <= LONGEST_NAME);
        if (actor.isEmpty()) {
            faults.add(new Refusal.Fault("actor", "", "the name of whoever does this, up to 80 characters"));
        }
        Optional<String> reason = text(body, "reason", faults);
        if (reason.isEmpty()) {
            faults.add(new Refusal.Fault("reason", "", "why, in a sentence"));
        }
        Optional<String> previewed = text(body, "previewed", faults);
        if (previewed.filter(each -> !DIGEST.matcher(each).matches()).isPresent()) {
            faults.add(new Refusal.Fault(
                    "previewed", previewed.orElse(""), "64 hexadecimal digits: the digest of a preview"));
        }
        Optional<String> typed = text(body, "typed", faults);
        long base = body.getValue("base") instanceof Number number ? number.longValue() : -1;
        if (base < 0) {
            faults.add(new Refusal.Fault(
                    "base",
                    BodyFields.shown(body.getValue("base")),
                    "the number `base` of the answer the form was filled from"));
        }
        Optional<AdministrationForm> form = Optional.empty();
        try {
            form = Optional.of(AdministrationForm.read(body, base).completed(ledger.departments()));
        } catch (Refusal refused) {
            faults.addAll(refused.faults());
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
        return new Change(form.orElseThrow(), mode.orElseThrow(), actor.orElseThrow(), reason, typed, previewed);
    }

    private static Optional<String> text(JsonObject body, String name, List<Refusal.Fault> faults) {
        Object value = body.getValue(name, "");
        if (value instanceof String text) {
            return Optional.of(text.strip()).filter(each -> !each.isEmpty());
        }
        faults.add(new Refusal.Fault(name, BodyFields.shown(value), "a text"));
        return Optional.empty();
    }

    private Answer answer(Change change, boolean dryRun) {
        List<AdministrationConflicts.Conflict> others = conflicts.of(change.form());
        if (!others.isEmpty()) {
            return edited(others);
        }
        Optional<String> dangerous = dangerous(change.form(), change.mode());
        if (!dryRun && dangerous.isPresent() && !dangerous.equals(change.typed())) {
            throw Refusal.invalid("typed", change.typed().orElse(""), dangerous.get() + ", to say that this is meant");
        }
        List<Delivery> files = List.of(change.form().delivery(STAMP.format(clock.instant())));
        return dryRun ? preview(change, files, dangerous) : stored(change, files);
    }

    private Answer preview(Change change, List<Delivery> files, Optional<String> dangerous) {
        return intake.rehearse(files, change.order(true), (receipts, within) -> {
            Optional<Answer> refused = refused(change.form(), receipts);
            return refused.orElseGet(() -> new Answer(
                    200,
                    told(receipts)
                            .put("preview", Intake.digest(receipts))
                            .put("typed", dangerous.orElse(null))
                            .put(
                                    "effect",
                                    AdministrationJson.effect(AdministrationEffect.between(
                                            ledger, within, views, change.form().departments())))));
        });
    }

    private Answer stored(Change change, List<Delivery> files) {
        List<Receipt> receipts = intake.accept(files, change.order(false), Progress.SILENT);
        Optional<Answer> refused = refused(change.form(), receipts);
        return refused.orElseGet(() -> new Answer(
                200, told(receipts).putNull("preview").putNull("typed").putNull("effect")));
    }

    private JsonObject told(List<Receipt> receipts) {
        return AdministrationJson.asOf(ledger.newest())
                .put("outcome", receipts.getFirst().outcome().word())
                .put("receipts", CatalogJson.array(receipts, AdministrationChanges::receipt));
    }

    /// No figures come in that could be doubted, and nobody sent a file that could be marked.
    private static JsonObject receipt(Receipt receipt) {
        return ReceiptJson.receipt(receipt).putNull("marked_copy").put("doubts", QuestionJson.raised(Raised.NOTHING));
    }

    /// The problem that lists all faults, if the change was not taken.
    private Optional<Answer> refused(AdministrationForm form, List<Receipt> receipts) {
        if (receipts.stream().allMatch(each -> each.outcome().isTaken())) {
            return Optional.empty();
        }
        boolean outdated = receipts.stream().anyMatch(each -> each.outcome() == Receipt.Outcome.PREVIEW_OUTDATED);
        JsonArray errors = new JsonArray();
        for (Receipt receipt : receipts) {
            receipt.findings().stream()
                    .filter(each -> each.severity() == Severity.ERROR)
                    .forEach(each -> errors.add(fault(form, each)));
        }
        if (outdated) {
            errors.add(new JsonObject()
                    .put("parameter", "previewed")
                    .put("found", "a preview that is true no more, since the data have changed")
                    .put("accepted", "the digest of a new preview")
                    .putNull("message"));
        }
        return Optional.of(new Answer(
                outdated ? 409 : 400,
                new JsonObject()
                        .put("type", outdated ? "urn:plumbline:preview_outdated" : "urn:plumbline:invalid")
                        .put("title", outdated ? "Conflict" : "Bad Request")
                        .put("status", outdated ? 409 : 400)
                        .put(
                                "detail",
                                "Nothing was stored: " + errors.size() + (errors.size() == 1 ? " fault." : " faults."))
                        .put("errors", errors)
                        .put("base", ledger.newest().importNumber())
                        .put("conflicts", new JsonArray())));
    }

    private static JsonObject fault(AdministrationForm form, Finding finding) {
        return new JsonObject()
                .put("parameter", form.member(finding))
                .put("found", finding.found())
                .put("accepted", finding.accepted())
                .put("message", CatalogJson.name(withoutPlace(finding)));
    }

    /// The sentence without the place in the form, which nobody has seen.
    private static Name withoutPlace(Finding finding) {
        Name where = Finding.spoken(finding.place());
        Name said = finding.message();
        int zh = where.zh().length() + 1;
        int en = where.en().length() + 2;
        return said.zh().startsWith(where.zh() + "：")
                ? new Name(said.zh().substring(zh), said.en().substring(en))
                : said;
    }

    private Answer edited(List<AdministrationConflicts.Conflict> others) {
        JsonArray errors = new JsonArray();
        others.forEach(each -> errors.add(new JsonObject()
                .put("parameter", each.member())
                .put("found", "changed by somebody else since this form was opened")
                .put("accepted", "the same again with the `base` of today, once both have been looked at")
                .putNull("message")));
        return new Answer(
                409,
                new JsonObject()
                        .put("type", "urn:plumbline:edited_since")
                        .put("title", "Conflict")
                        .put("status", 409)
                        .put("detail", "Somebody else has changed this since the form was opened; nothing was stored.")
                        .put("errors", errors)
                        .put("base", ledger.newest().importNumber())
                        .put("conflicts", CatalogJson.array(others, AdministrationConflicts.Conflict::json)));
    }

    /// The code that must be typed for an act that closes a department or takes something back.
    private Optional<String> dangerous(AdministrationForm form, Mode mode) {
        for (Map<String, String> row : form.of(Sort.REORGANISATIONS)) {
            boolean ends = List.of("renamed", "merged").contains(row.getOrDefault("kind", ""));
            boolean closes = !row.getOrDefault("closed", "").isEmpty();
            if (ends || closes || isWithdrawn(row, mode)) {
                return Optional.of(row.getOrDefault("from", ""));
            }
        }
        for (Map<String, String> row : form.of(Sort.CALENDAR)) {
            if (isWithdrawn(row, mode)) {
                return Optional.of(row.getOrDefault("department", ""));
            }
        }
        for (Map<String, String> row : form.of(Sort.DEPARTMENTS)) {
            String code = row.getOrDefault("code", "");
            String closed = ledger.departments()
                    .withCode(code)
                    .flatMap(each -> each.closed())
                    .map(Object::toString)
                    .orElse("");
            if (!row.getOrDefault("closed", closed).equals(closed)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    private static boolean isWithdrawn(Map<String, String> row, Mode mode) {
        return mode == Mode.WITHDRAW || row.getOrDefault("withdrawn", "").equals("yes");
    }
}
