package plumbline.serve;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import plumbline.Catalog;
import plumbline.DepartmentTree;
import plumbline.State;
import plumbline.ledger.FigureSelection;
import plumbline.ledger.Ledger;

/// Figures as CSV, and how many there would be. Thread-safe.
///
/// An extract is read from the ledger in portions of some thousand rows. Between them nothing of the ledger is
/// held, so that a slow reader costs a thread and a portion of memory, but neither a connection nor a snapshot;
/// the vintage keeps the portions together.
final class ExtractHandler {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneOffset.UTC);

    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Extracts extracts;

    ExtractHandler(Catalog catalog, Ledger ledger, View.Views views) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.extracts = new Extracts(catalog, ledger, views);
    }

    void count(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        View view = views.of(parameters).reviewed(parameters);
        FigureSelection selection = extracts.selection(parameters, ledger.departments(view.vintage()));
        parameters.check();
        if (exchange.isKnown(catalog.version(), view.vintage().seal())) {
            return;
        }
        Map<State, Long> counts = new EnumMap<>(State.class);
        counts.putAll(ledger.countFigures(selection, view.vintage(), view.unconfirmedToo()));
        extracts.proposed(selection, view)
                .forEach(each -> counts.merge(each.figure().value().state(), 1L, Math::addExact));
        JsonObject states = new JsonObject();
        counts.forEach((state, count) -> states.put(state.word(), count));
        long rows = counts.values().stream().mapToLong(Long::longValue).sum();
        exchange.send(new JsonObject().put("rows", rows).put("states", states));
    }

    /// Runs on a thread of the extracts' own pool; see [Routes].
    void figures(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        View view = views.of(parameters).reviewed(parameters);
        DepartmentTree tree = ledger.departments(view.vintage());
        FigureSelection selection = extracts.selection(parameters, tree);
        boolean mark = parameters.choice("bom", "0", "1").equals("1");
        boolean safe = parameters.choice("safe", "1", "0").equals("1");
        boolean chinese = parameters.choice("lang", "zh", "en").equals("zh");
        parameters.check();
        if (exchange.isKnown(catalog.version(), view.vintage().seal())) {
            return;
        }
        boolean gzip = exchange.acceptsGzip();
        exchange.startCoded(gzip);
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8; header=present")
                .putHeader("content-disposition", "attachment; filename=\"" + fileName(selection, view) + "\"");
        if (exchange.request().method().equals(HttpMethod.HEAD)) {
            exchange.response().end();
            return;
        }
        exchange.response().setChunked(true);
        try {
            ResponseStream plain = new ResponseStream(exchange.response());
            // Not closed by try-with-resources: an extract that failed must not get a proper end.
            OutputStream out = gzip ? Codings.gzip(plain) : plain;
            extracts.figures(selection, view, new Extracts.Style(mark, safe, chinese), out);
            out.close();
            plain.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        exchange.response().end();
    }

    private static String fileName(FigureSelection selection, View view) {
        boolean full = selection.equals(FigureSelection.ALL);
        String stamp = STAMP.format(view.vintage().sealedAt().orElse(Instant.EPOCH));
        return "plumbline_figures_" + (full ? "full" : "filtered") + "_" + stamp + ".csv";
    }
}
