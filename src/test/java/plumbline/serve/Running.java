package plumbline.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import plumbline.intake.Intake;
import plumbline.ledger.Ledger;

/// A server on a free port over a real ledger, and a client for it.
final class Running implements AutoCloseable {
    static final Instant NOW = Instant.parse("2023-06-01T08:00:00Z");

    final Ledger ledger;
    final Server server;
    final HttpClient client = HttpClient.newHttpClient();

    Running(Path folder) {
        this(folder, ServerSettings.of("127.0.0.1", 0));
    }

    Running(Path folder, ServerSettings settings) {
        ledger = Ledger.open(folder.resolve("ledger.db"), Samples.CATALOG, (_, _, _, _) -> java.util.List.of(), () -> NOW);
        server = Server.start(settings, Samples.CATALOG, ledger, new Intake(Samples.CATALOG, ledger), () -> NOW);
    }

    URI at(String path) {
        return URI.create(server.address().toString().replaceFirst("/$", "") + path);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        ledger.close();
    }
}
