package plumbline.serve;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.Catalog;
import plumbline.DepartmentTree;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.RecordedFigure;
import plumbline.Refusal;
import plumbline.Vintage;
import plumbline.extract.CsvRows;
import plumbline.extract.DigestStream;
import plumbline.extract.Rows;
import plumbline.extract.Tables;
import plumbline.extract.Tally;
import plumbline.ledger.FigureSelection;
import plumbline.ledger.Ledger;
import plumbline.serve.Codings.Coding;

/// Extracts of one moment: which moments there are, and what has changed since. Thread-safe.
///
/// Only instants at which the ledger changed have files that stay the same for ever: of any other one, an import that
/// is just being sealed could still change the answer.
record FrozenExtracts(Catalog catalog, Ledger ledger, View.Views views, Extracts extracts) {
    private enum Change {
        NEW,
        CHANGED,
        WITHDRAWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The ledger as it stood when it changed at the instant.
    ///
    /// @throws Refusal naming the nearest instants if it did not change then
    View view(String text) {
        Optional<Instant> instant = read(text);
        Optional<Vintage> vintage =
                instant.map(ledger::asOf).filter(each -> each.sealedAt().equals(instant));
        if (vintage.isEmpty()) {
            throw Refusal.notFound(
                    "instant", text, "a moment at which the data changed; the nearest: " + near(instant));
        }
        return new View(vintage.get(), views.day(instant.orElseThrow()));
    }

    private static Optional<Instant> read(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String near(Optional<Instant> instant) {
        Optional<Instant> before = instant.flatMap(each -> ledger.asOf(each).sealedAt());
        Optional<Instant> after = instant.isPresent()
                ? instant.flatMap(ledger::instantAfter)
                : ledger.newest().sealedAt();
        String found = Stream.concat(before.stream(), after.stream())
                .map(Instant::toString)
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? "none yet, there are no data" : found;
    }

    /// What of the selection is no longer as it was: how much as `changes.json`, which as `changes.csv`.
    void changes(Exchange exchange, View then) {
        Parameters parameters = exchange.parameters();
        String file = exchange.pathPart("file");
        if (!file.equals("changes.csv") && !file.equals("changes.json")) {
            throw Refusal.notFound("path", file, "changes.json or changes.csv");
        }
        Vintage newest = ledger.newest();
        View now = new View(newest, then.today()).reviewed(parameters);
        FigureSelection selection = extracts.selection(parameters, ledger.departments(newest));
        Extracts.Style style = ExtractHandler.style(parameters);
        parameters.check();
        if (exchange.isKnown(catalog.version(), then.vintage().seal(), newest.seal())) {
            return;
        }
        if (file.equals("changes.json")) {
            String folder =
                    Objects.requireNonNullElse(exchange.request().path(), "/").replaceFirst("[^/]*$", "");
            exchange.alternate(Twin.of(
                    exchange,
                    folder + "changes.csv",
                    "metric",
                    "department",
                    "period",
                    "review",
                    "lang",
                    "header",
                    "bom",
                    "safe"));
            exchange.send(summary(selection, then, now));
        } else {
            list(exchange, selection, then, now, style);
        }
    }

    private JsonObject summary(FigureSelection selection, View then, View now) {
        Map<Change, Long> counts = new EnumMap<>(Change.class);
        ledger.figures()
                .eachChange(
                        selection,
                        then.vintage(),
                        now.vintage(),
                        now.unconfirmedToo(),
                        (before, after, _) -> counts.merge(change(before, after), 1L, Long::sum));
        JsonObject kinds = new JsonObject();
        for (Change each : Change.values()) {
            kinds.put(each.word(), counts.getOrDefault(each, 0L));
        }
        return new JsonObject()
                .put("since", instant(then))
                .put("until", instant(now))
                .put(
                        "figures",
                        counts.values().stream().mapToLong(Long::longValue).sum())
                .put("changes", kinds);
    }

    private static String instant(View view) {
        return view.vintage().sealedAt().map(Instant::toString).orElse("");
    }

    private static Change change(Optional<RecordedFigure> before, Optional<RecordedFigure> after) {
        return before.isEmpty() ? Change.NEW : after.isEmpty() ? Change.WITHDRAWN : Change.CHANGED;
    }

    private void list(Exchange exchange, FigureSelection selection, View then, View now, Extracts.Style style) {
        Extract extract = new Extract(Tables.CHANGES, selection, then, false, style, "");
        Coding coding = exchange.coding();
        exchange.startCoded(coding);
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, Format.CSV.contentType())
                .putHeader(
                        "content-disposition",
                        "attachment; filename=\"" + extract.fileName(Optional.of(Format.CSV)) + "\"");
        if (exchange.request().method().equals(HttpMethod.HEAD)) {
            exchange.response().end();
            return;
        }
        exchange.response()
                .putHeader("trailer", ExtractHandler.ROWS + ", " + ExtractHandler.SHA256)
                .setChunked(true);
        try {
            ResponseStream plain = new ResponseStream(exchange.response());
            OutputStream out = coding.over(plain);
            DigestStream digest = new DigestStream(out);
            Tally rows = new Tally(Tables.CHANGES, new CsvRows(Tables.CHANGES, extract.csv(), digest));
            write(selection, then, now, style.chinese(), rows);
            rows.close();
            out.close();
            plain.flush();
            exchange.response()
                    .putTrailer(ExtractHandler.ROWS, String.valueOf(rows.count()))
                    .putTrailer(ExtractHandler.SHA256, digest.sha256Hex());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        exchange.response().end();
    }

    private void write(FigureSelection selection, View then, View now, boolean chinese, Rows rows) {
        DepartmentTree tree = ledger.departments(now.vintage());
        Provenance provenance = new Provenance(ledger.reports(now.vintage()));
        FigureRow names = new FigureRow(catalog, tree, provenance, now.vintage().sealedAt(), chinese);
        ledger.figures()
                .eachChange(selection, then.vintage(), now.vintage(), now.unconfirmedToo(), (before, after, newest) -> {
                    FigureKey key = newest.figure().key();
                    rows.code(key.department())
                            .text(names.departmentName(key.department()))
                            .code(key.metric())
                            .text(catalog.metric(key.metric())
                                    .map(each -> names.name(each.name()))
                                    .orElse(""))
                            .code(key.category().orElse(""))
                            .code(FigureRow.compact(key.period()))
                            .code(FigureRow.basis(key.basis()))
                            .code(key.scope().word())
                            .code(change(before, after).word());
                    said(before, rows);
                    said(after, rows);
                    var report = provenance.form(newest);
                    rows.instant(report.receivedAt())
                            .code(Ids.report(report.id()))
                            .text(report.name())
                            .code(after.map(each -> Ids.figure(each.id())).orElse(""))
                            .endRow();
                });
    }

    private static void said(Optional<RecordedFigure> figure, Rows rows) {
        rows.text(figure.map(RecordedFigure::figure).map(Figure::wording).orElse(""))
                .code(figure.map(each -> each.figure().value().state().word()).orElse(""));
    }
}
