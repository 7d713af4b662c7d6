package plumbline.serve;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import plumbline.Catalog;
import plumbline.ledger.Ledger;

/// Forms to be filled in. Thread-safe.
final class TemplateHandler {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Catalog catalog;
    private final View.Views views;
    private final Templates templates;

    TemplateHandler(Catalog catalog, Ledger ledger, View.Views views) {
        this.catalog = catalog;
        this.views = views;
        this.templates = new Templates(ledger, views);
    }

    void get(Exchange exchange) {
        View view = views.of(exchange.parameters());
        Templates.Ready template = templates.template(exchange.parameters(), view);
        if (exchange.isKnown(catalog.version(), view.vintage().seal())) {
            return;
        }
        download(exchange, XLSX, template.name(), template.written().bytes());
    }

    /// Workbooks are packed already; they are never packed again.
    static void download(Exchange exchange, String type, String name, byte[] bytes) {
        exchange.startCoded(Codings.Coding.IDENTITY);
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader("content-disposition", ReportsHandler.attachment(name))
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(bytes.length))
                .end(Buffer.buffer(bytes));
    }
}
