package plumbline.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/// The server asks itself what readers ask first. Whoever comes first behind a start waits for classes that nobody has
/// used yet: 0.4 s for the catalogue, 0.3 s for an extract.
final class Visits {
    private static final int TRAINING_ROUNDS = 10;
    private static final String METRIC = "metric=talk_integrity_persontimes";

    /// What any ledger has an answer to.
    private static final List<String> FRAME = List.of(
            "/", "/main.js", "/styles/base.css", "/api/v1/reports", "/extracts/figures.csv?" + METRIC, "/health/ready");

    /// What the demonstration has, too.
    private static final List<String> DEMO = List.of(
            "/api/v1/series?" + METRIC + "&department=D,D01&period=2022-Q1..2025-Q4",
            "/api/v1/comparison?" + METRIC + "&parent=D&period=2025-Q4",
            "/api/v1/figures/F000001",
            "/extracts/figures.csv?department=D01&period=2025");

    private Visits() {}

    /// Behind the start and beside whoever has come already; a server that is stopped meanwhile is left alone.
    static Thread begin(URI address) {
        return Thread.ofPlatform().name("first-visit").daemon().start(() -> {
            try (HttpClient client = client()) {
                visit(client, address);
            } catch (IOException stopped) {
                // Nobody waits for its answers any more.
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// What the ahead-of-time cache is made from.
    static void train(URI address) throws InterruptedException {
        try (HttpClient client = client()) {
            for (int round = 0; round < TRAINING_ROUNDS; round++) {
                visit(client, address);
                ask(client, address, DEMO);
            }
        } catch (IOException broken) {
            throw new IllegalStateException("the server did not answer itself", broken);
        }
    }

    /// It asks this very server and nobody between.
    private static HttpClient client() {
        return HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    }

    private static void visit(HttpClient client, URI address) throws IOException, InterruptedException {
        ask(client, address, FRAME);
        HttpRequest asked =
                HttpRequest.newBuilder(address.resolve("/api/v1/catalog")).build();
        HttpResponse<String> answer = client.send(asked, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            return; // the server's log says why
        }
        JsonObject catalog = new JsonObject(answer.body());
        JsonArray departments = catalog.getJsonArray("departments");
        JsonArray periods = catalog.getJsonArray("periods");
        if (!departments.isEmpty() && !periods.isEmpty()) {
            String top = "department=" + departments.getJsonObject(0).getString("code");
            String newest = "&period=" + periods.getString(periods.size() - 1);
            ask(
                    client,
                    address,
                    List.of("/api/v1/overview?" + top + newest, "/api/v1/series?" + METRIC + "&" + top + newest));
        }
    }

    private static void ask(HttpClient client, URI address, List<String> paths)
            throws IOException, InterruptedException {
        for (String path : paths) {
            client.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.discarding());
        }
    }
}
