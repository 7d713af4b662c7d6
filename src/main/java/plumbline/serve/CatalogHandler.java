package plumbline.serve;

import plumbline.Catalog;
import plumbline.ledger.Ledger;

/// What can be asked about: departments, metrics, classifications, periods. Thread-safe.
final class CatalogHandler {
    /// Who imports the demonstration data (plumbline.app.Demo).
    private static final String DEMO_ACTOR = "demo";

    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;

    CatalogHandler(Catalog catalog, Ledger ledger, View.Views views) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
    }

    void get(Exchange exchange) {
        View view = views.of(exchange.parameters());
        exchange.parameters().check();
        if (exchange.isKnown(catalog.version(), view.vintage().seal())) {
            return;
        }
        exchange.link("service-desc", "/api/v1/openapi.yaml", "application/yaml");
        exchange.link("service-doc", "/reference", "text/html");
        exchange.send(CatalogJson.answer(
                ledger.catalog(view.vintage()),
                view.vintage(),
                ledger.hasActor(DEMO_ACTOR),
                ledger.departments(view.vintage()),
                ledger.extent().holders(view.vintage()),
                ledger.extent().lengths(view.vintage()),
                ledger.extent().periods(view.vintage())));
    }
}
