package plumbline.serve;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import plumbline.RecordedFigure;
import plumbline.Refusal;
import plumbline.Report;
import plumbline.Vintage;
import plumbline.ledger.Ledger;

/// The reports as received. Thread-safe.
final class ReportsHandler {
    private final Ledger ledger;
    private final View.Views views;
    private final Texts texts;

    ReportsHandler(Ledger ledger, View.Views views, Texts texts) {
        this.ledger = ledger;
        this.views = views;
        this.texts = texts;
    }

    void list(Exchange exchange) {
        View view = views.of(exchange.parameters());
        exchange.parameters().check();
        if (exchange.isKnown(view.vintage().seal())) {
            return;
        }
        List<Report> reports = ledger.reports(view.vintage());
        exchange.alternate(Twin.of(exchange, "/extracts/reports.csv", "as_of"));
        exchange.send(new JsonObject().put("reports", CatalogJson.array(reports, ReportJson::report)));
    }

    void get(Exchange exchange) {
        View view = views.of(exchange.parameters());
        exchange.parameters().check();
        Report report = find(exchange, view.vintage());
        if (exchange.isKnown(view.vintage().seal())) {
            return;
        }
        List<RecordedFigure> figures = ledger.figures().inText(report.id(), view.vintage());
        exchange.send(ReportJson.answer(report, texts.of(report), figures));
    }

    /// The bytes as received. They are somebody else's: an attachment, never a page of ours.
    void content(Exchange exchange) {
        exchange.parameters().check();
        Report report = find(exchange, ledger.newest());
        if (exchange.isKnown(report.sha256())) {
            return;
        }
        byte[] bytes = ledger.content(report.id());
        exchange.startCoded(Codings.Coding.IDENTITY);
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
                .putHeader("content-disposition", attachment(report.name()))
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(bytes.length))
                .end(Buffer.buffer(bytes));
    }

    /// An ASCII name for old clients and the real one for the others (RFC 6266).
    static String attachment(String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }

    private Report find(Exchange exchange, Vintage vintage) {
        String id = exchange.pathPart("id");
        return Ids.readReport(id)
                .flatMap(number -> ledger.report(number, vintage))
                .orElseThrow(() -> Refusal.notFound("id", id, "the id of a report in the ledger, " + Ids.REPORT));
    }
}
