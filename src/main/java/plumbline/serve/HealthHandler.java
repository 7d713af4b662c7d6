package plumbline.serve;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import plumbline.ledger.Ledger;
import plumbline.ledger.LedgerException;
import plumbline.serve.Errors.Refused;

/// Liveness, readiness and the counters. Thread-safe.
final class HealthHandler {
    private final String version;
    private final Metrics metrics;
    private final Ledger ledger;

    HealthHandler(String version, Metrics metrics, Ledger ledger) {
        this.version = version;
        this.metrics = metrics;
        this.ledger = ledger;
    }

    void live(Exchange exchange) {
        exchange.parameters().check();
        exchange.send(new JsonObject().put("status", "alive").put("version", version));
    }

    /// Answers 503 while the ledger cannot be read.
    void ready(Exchange exchange) {
        exchange.parameters().check();
        try {
            ledger.vintage(1); // reads the file, whatever is known of it already
        } catch (LedgerException e) {
            throw new Refused(
                    503, "not_ready", "ledger", Errors.internal("the ledger cannot be read", e), "a readable ledger");
        }
        exchange.send(new JsonObject().put("status", "ready").put("version", version));
    }

    void metrics(Exchange exchange) {
        exchange.parameters().check();
        String text = metrics.text(() -> ledger.newest().importNumber());
        exchange.send("text/plain; version=0.0.4; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
