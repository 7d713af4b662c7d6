package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import plumbline.Mode;
import plumbline.Receipt;
import plumbline.consolidate.Consolidation;
import plumbline.intake.Delivery;
import plumbline.intake.Intake;
import plumbline.intake.Order;
import plumbline.intake.Progress;
import plumbline.ledger.Ledger;

/// A server on a free port over a real ledger, and a client for it.
final class Running implements AutoCloseable {
    static final Instant NOW = Instant.parse("2023-06-01T08:00:00Z");

    final Ledger ledger;
    final Intake intake;
    final Server server;
    final HttpClient client = HttpClient.newHttpClient();
    /// What of the contract was asked for and held against it.
    final Set<String> held = ConcurrentHashMap.newKeySet();

    Running(Path folder) {
        this(folder, ServerSettings.of("127.0.0.1", 0));
    }

    Running(Path folder, ServerSettings settings) {
        this(folder, settings, () -> NOW.minusSeconds(3600), () -> NOW);
    }

    /// @param sealing the clock by which imports are sealed
    /// @param asking the clock of the server
    Running(Path folder, ServerSettings settings, InstantSource sealing, InstantSource asking) {
        ledger = Ledger.open(folder.resolve("ledger.db").toString(), Samples.CATALOG, new Consolidation(), sealing);
        intake = new Intake(Samples.CATALOG, ledger);
        server = Server.start(settings, Samples.CATALOG, ledger, intake, asking);
    }

    /// Imports the shared cast.
    Running withSamples() {
        take("departments.csv", Samples.DEPARTMENTS, Mode.ADD);
        take("figures.csv", Samples.FIGURES, Mode.ADD);
        accept(
                List.of(
                        new Delivery("report.txt", Samples.REPORT.getBytes(StandardCharsets.UTF_8)),
                        new Delivery("passages.csv", Samples.PASSAGES.getBytes(StandardCharsets.UTF_8))),
                Mode.ADD);
        take("correction.csv", Samples.CORRECTION, Mode.CORRECT);
        return this;
    }

    List<Receipt> take(String name, String content, Mode mode) {
        return accept(List.of(new Delivery(name, content.getBytes(StandardCharsets.UTF_8))), mode);
    }

    private List<Receipt> accept(List<Delivery> files, Mode mode) {
        Optional<String> reason = mode == Mode.ADD ? Optional.empty() : Optional.of("miscounted");
        Order order = new Order(mode, reason, Optional.empty(), Optional.empty(), false, "tester");
        List<Receipt> receipts = intake.accept(files, order, Progress.SILENT);
        for (Receipt receipt : receipts) {
            assertEquals(
                    Receipt.Outcome.ACCEPTED,
                    receipt.outcome(),
                    () -> receipt.findings().toString());
        }
        return receipts;
    }

    URI at(String path) {
        return URI.create(server.address().toString().replaceFirst("/$", "") + path);
    }

    /// A bare connection to the server.
    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /// The head of an answer.
    HttpResponse<Void> head(String path, String... headers) {
        try {
            return client.send(
                    HttpRequest.newBuilder(at(path)).headers(headers).HEAD().build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Every answer is held against the contract.
    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Contract.hold(answer).ifPresent(held::add);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> say(String path, JsonObject said) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(said.encode())));
    }

    /// Hands one file in.
    HttpResponse<String> post(String query, String name, String content) {
        String body = "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n"
                + content + "\r\n--xyz--\r\n";
        return send(HttpRequest.newBuilder(at("/api/v1/imports" + query))
                .header("Content-Type", "multipart/form-data; boundary=xyz")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    /// Hands one file in and answers the import when it is over.
    String imported(String query, String name, String content) {
        HttpResponse<String> answer = post(query, name, content);
        assertEquals(202, answer.statusCode(), answer.body());
        String location = answer.headers().firstValue("location").orElseThrow();
        assertEquals(200, get(location + "/events").statusCode()); // ends when the import ends
        return get(location).body();
    }

    @Override
    public void close() {
        client.close();
        server.close();
        ledger.close();
    }
}
