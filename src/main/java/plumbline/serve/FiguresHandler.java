package plumbline.serve;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.Catalog;
import plumbline.RecordedFigure;
import plumbline.Refusal;
import plumbline.ledger.Ledger;

/// Figures with everything behind them. Thread-safe.
final class FiguresHandler {
    private static final int MOST = 200;

    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Charts charts;
    private final Texts texts;

    FiguresHandler(Catalog catalog, Ledger ledger, View.Views views, Charts charts, Texts texts) {
        this.charts = charts;
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.texts = texts;
    }

    void list(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        View view = views.of(parameters);
        List<String> asked = parameters.list("id", MOST);
        if (parameters.text("id").isEmpty()) {
            parameters.fault("id", "nothing", "1 to " + MOST + " figure ids");
        }
        List<Long> ids = new ArrayList<>();
        for (String id : asked) {
            Ids.readFigure(id).ifPresentOrElse(ids::add, () -> parameters.fault("id", id, Ids.FIGURE));
        }
        parameters.check();
        if (exchange.isKnown(catalog.version(), view.vintage().seal())) {
            return;
        }
        Map<Long, RecordedFigure> found = charts.figures(ids, view.vintage());
        List<Refusal.Fault> missing = ids.stream()
                .filter(id -> !found.containsKey(id))
                .map(id -> new Refusal.Fault("id", Ids.figure(id), "the id of a figure in the ledger"))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, missing);
        }
        FigureJson json = json(view);
        List<RecordedFigure> figures = ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
        exchange.send(new JsonObject().put("figures", CatalogJson.array(figures, each -> write(json, each, view))));
    }

    private JsonObject write(FigureJson json, RecordedFigure figure, View view) {
        return json.write(figure, ledger.revisions(figure.figure().key(), view.vintage()));
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
        exchange.send(write(json(view), figure, view));
    }

    private FigureJson json(View view) {
        return new FigureJson(catalog, new Provenance(ledger.reports(view.vintage())), texts, ledger::imported);
    }
}
