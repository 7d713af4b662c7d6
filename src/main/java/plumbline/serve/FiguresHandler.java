package plumbline.serve;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import plumbline.Catalog;
import plumbline.DepartmentTree;
import plumbline.RecordedFigure;
import plumbline.Refusal;
import plumbline.Vintage;
import plumbline.ledger.FigureSelection;
import plumbline.ledger.Ledger;

/// Figures with everything behind them. Thread-safe.
final class FiguresHandler {
    private static final int MOST = 1_000;
    private static final int USUAL = 100;
    /// What makes a selection.
    private static final List<String> QUESTION = List.of("metric", "department", "period", "review", "as_of");

    private static final List<String> SELECTING =
            List.of("metric", "department", "period", "review", "limit", "cursor");

    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Charts charts;
    private final Texts texts;
    private final Extracts extracts;

    FiguresHandler(Catalog catalog, Ledger ledger, View.Views views, Charts charts, Texts texts, Extracts extracts) {
        this.extracts = extracts;
        this.charts = charts;
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.texts = texts;
    }

    /// Figures by their ids, or those of a selection page by page.
    void list(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        View view = views.of(parameters);
        DepartmentTree tree = ledger.departments(view.vintage());
        Asked asked = new Asked(
                parameters.text("id").isPresent(),
                ids(parameters),
                extracts.selection(parameters, tree),
                view.reviewed(parameters),
                parameters.read("limit", FiguresHandler::limit, "1 to " + MOST).orElse(USUAL));
        Optional<Cursor> cursor =
                parameters.read("cursor", text -> Cursor.read(text, asked.question(parameters)), Cursor.ACCEPTED);
        if (asked.byId()) {
            SELECTING.stream()
                    .filter(name -> parameters.text(name).isPresent())
                    .forEach(name -> parameters.fault(name, "a selection beside ids", "either id or a selection"));
        }
        parameters.check();
        if (asked.byId()) {
            named(exchange, asked);
        } else {
            page(exchange, asked, cursor);
        }
    }

    /// What is asked for.
    private record Asked(boolean byId, List<Long> ids, FigureSelection selection, View view, int limit) {
        /// What the pages of one run have in common, in the asker's words.
        String question(Parameters parameters) {
            return QUESTION.stream()
                    .map(name -> name + "=" + parameters.text(name).orElse(""))
                    .collect(Collectors.joining("&"));
        }
    }

    private static List<Long> ids(Parameters parameters) {
        List<Long> ids = new ArrayList<>();
        for (String id : parameters.list("id", MOST)) {
            Ids.readFigure(id).ifPresentOrElse(ids::add, () -> parameters.fault("id", id, Ids.FIGURE));
        }
        return ids;
    }

    private static Optional<Integer> limit(String text) {
        return Optional.of(text)
                .filter(each -> each.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .filter(each -> each >= 1 && each <= MOST);
    }

    private void named(Exchange exchange, Asked asked) {
        View view = asked.view();
        if (exchange.isKnown(catalog.version(), view.vintage().seal())) {
            return;
        }
        Map<Long, RecordedFigure> found = charts.figures(asked.ids(), view.vintage());
        List<Refusal.Fault> missing = asked.ids().stream()
                .filter(id -> !found.containsKey(id))
                .map(id -> new Refusal.Fault("id", Ids.figure(id), "the id of a figure in the ledger"))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, missing);
        }
        List<RecordedFigure> figures = asked.ids().stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
        exchange.alternate(Twin.figures(exchange, figures));
        send(exchange, view, figures, Optional.empty());
    }

    /// A page of the vintage that the first page was of.
    private void page(Exchange exchange, Asked asked, Optional<Cursor> cursor) {
        Vintage vintage = cursor.map(each -> ledger.vintage(each.importNumber())
                        .orElseThrow(() -> Refusal.invalid("cursor", "one of another ledger", Cursor.ACCEPTED)))
                .orElse(asked.view().vintage());
        View view = new View(vintage, asked.view().today(), asked.view().unconfirmedToo());
        if (exchange.isKnown(catalog.version(), vintage.seal())) {
            return;
        }
        List<RecordedFigure> found = after(asked, view, cursor.map(Cursor::after));
        boolean more = found.size() > asked.limit();
        List<RecordedFigure> shown = more ? found.subList(0, asked.limit()) : found;
        Optional<String> next = more
                ? Optional.of(new Cursor(vintage.importNumber(), shown.getLast().id())
                        .write(asked.question(exchange.parameters())))
                : Optional.empty();
        next.ifPresent(each -> link(exchange, each));
        exchange.alternate(Twin.of(exchange, Twin.FIGURES, "metric", "department", "period", "review", "as_of"));
        send(exchange, view, shown, next);
    }

    private static void link(Exchange exchange, String next) {
        Map<String, String> query = new LinkedHashMap<>();
        QUESTION.forEach(
                name -> query.put(name, exchange.parameters().text(name).orElse("")));
        query.put("limit", exchange.parameters().text("limit").orElse(""));
        query.put("cursor", next);
        exchange.link("next", Links.address("/api/v1/figures", query), "application/json");
    }

    /// One more than fits on the page, if there are so many: the figures in the order of their keys, then what is only
    /// proposed.
    private List<RecordedFigure> after(Asked asked, View view, Optional<Long> after) {
        int wanted = asked.limit() + 1;
        List<RecordedFigure> found = new ArrayList<>();
        if (after.isEmpty() || after.get() > 0) {
            OptionalLong last = after.map(OptionalLong::of).orElse(OptionalLong.empty());
            found.addAll(
                    ledger.figures().after(asked.selection(), view.vintage(), view.unconfirmedToo(), last, wanted));
        }
        if (found.size() < wanted) {
            long below = after.filter(each -> each < 0).orElse(0L);
            extracts.proposed(asked.selection(), view).stream()
                    .filter(each -> each.id() < below)
                    .sorted(Comparator.comparingLong(RecordedFigure::id).reversed())
                    .limit((long) wanted - found.size())
                    .forEach(found::add);
        }
        return found;
    }

    private void send(Exchange exchange, View view, List<RecordedFigure> figures, Optional<String> next) {
        FigureJson json = json(view);
        exchange.send(new JsonObject()
                .put("figures", CatalogJson.array(figures, each -> write(json, each, view)))
                .put("next", next.orElse(null)));
    }

    private JsonObject write(FigureJson json, RecordedFigure figure, View view) {
        return json.write(figure, ledger.figures().revisions(figure.figure().key(), view.vintage()));
    }

    void get(Exchange exchange) {
        View view = views.of(exchange.parameters());
        exchange.parameters().check();
        String id = exchange.pathPart("id");
        Optional<RecordedFigure> found = Ids.readFigure(id)
                .flatMap(number -> Optional.ofNullable(
                        charts.figures(List.of(number), view.vintage()).get(number)));
        RecordedFigure figure =
                found.orElseThrow(() -> Refusal.notFound("id", id, "the id of a figure in the ledger, " + Ids.FIGURE));
        if (exchange.isKnown(catalog.version(), view.vintage().seal())) {
            return;
        }
        exchange.alternate(Twin.figures(exchange, List.of(figure)));
        exchange.send(write(json(view), figure, view));
    }

    private FigureJson json(View view) {
        return new FigureJson(catalog, new Provenance(ledger.reports(view.vintage())), texts, ledger::imported);
    }
}
