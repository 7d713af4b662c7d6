package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.intake.Delivery;
import plumbline.serve.Server;
import plumbline.serve.ServerSettings;

/// The program as `serve` builds it, on a free port over a database of its own, with a client of its API.
final class Program implements AutoCloseable {
    private static final String BOUNDARY = "a-boundary-that-no-report-holds";
    /// The content type of [#multipart].
    static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;

    final House house;
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    Program(Path folder) {
        this(folder, InstantSource.system());
    }

    /// @param clock of the server: it decides what is due; the ledger's own is the machine's
    Program(Path folder, InstantSource clock) {
        this(folder.resolve("plumbline.db").toString(), clock);
    }

    Program(String database, InstantSource clock) {
        house = House.open(database);
        server =
                Server.start(ServerSettings.of("127.0.0.1", 0), house.catalog(), house.ledger(), house.intake(), clock);
    }

    static Delivery file(String name, String content) {
        return new Delivery(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static List<JsonObject> objects(JsonArray array) {
        return IntStream.range(0, array.size()).mapToObj(array::getJsonObject).toList();
    }

    static List<String> strings(JsonArray array) {
        return IntStream.range(0, array.size()).mapToObj(array::getString).toList();
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path));
        return send(
                headers.length == 0 ? request : request.headers(headers),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    byte[] bytes(String path) {
        return send(HttpRequest.newBuilder(server.address().resolve(path)), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /// The answer, which must be 200.
    String text(String path) {
        HttpResponse<String> answer = get(path);
        assertEquals(200, answer.statusCode(), () -> path + " → " + answer.body());
        return answer.body();
    }

    JsonObject json(String path) {
        return new JsonObject(text(path));
    }

    /// The points of all series, in the order of the answer.
    List<JsonObject> points(String query) {
        return objects(json("/api/v1/series?" + query).getJsonArray("series")).stream()
                .flatMap(each -> objects(each.getJsonArray("points")).stream())
                .toList();
    }

    /// Says something, as a page does.
    HttpResponse<String> post(String path, String json) {
        return send(
                HttpRequest.newBuilder(server.address().resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8)),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /// Hands files in like a browser and follows the import to its end.
    JsonObject upload(String query, Delivery... files) {
        HttpRequest.Builder post = HttpRequest.newBuilder(server.address().resolve("/api/v1/imports" + query))
                .header("Content-Type", MULTIPART)
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(files)));
        HttpResponse<String> accepted = send(post, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertEquals(202, accepted.statusCode(), accepted.body());
        String job = accepted.headers().firstValue("location").orElseThrow();
        text(job + "/events"); // ends when the import ends
        return json(job);
    }

    /// The receipts of an upload that is taken in whole.
    List<JsonObject> take(Delivery... files) {
        JsonObject job = upload("", files);
        assertEquals("done", job.getString("status"), job::encodePrettily);
        return objects(job.getJsonArray("receipts"));
    }

    static byte[] multipart(Delivery... files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Delivery each : files) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                            + each.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(each.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        house.close();
    }

    /// A point of a chart in a line: state, number, bounds, method, and whatever else is not as usual.
    static String brief(JsonObject point) {
        String number = point.getLong("lower") == null ? "" : bounds(point.getLong("value"), point);
        JsonObject coverage = point.getJsonObject("coverage");
        JsonObject conflict = point.getJsonObject("conflict");
        return Stream.of(
                        point.getString("state") + number,
                        point.getString("method"),
                        coverage.getInteger("reported") + "/" + coverage.getInteger("expected"),
                        conflict == null ? "" : "conflict" + bounds(null, conflict),
                        point.getString("review").equals("confirmed") ? "" : point.getString("review"),
                        point.getInteger("revision") > 1 ? "r" + point.getInteger("revision") : "")
                .filter(each -> !each.isEmpty())
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    private static String bounds(@Nullable Object value, JsonObject of) {
        return " " + (value == null ? "" : value) + "[" + of.getLong("lower") + ","
                + (of.getLong("upper") == null ? "" : of.getLong("upper")) + "]";
    }
}
