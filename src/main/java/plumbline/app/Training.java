package plumbline.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/// The visit the ahead-of-time cache is made from: what the first visitor of a freshly started server asks for.
final class Training {
    private static final int ROUNDS = 10;
    private static final List<String> PATHS = List.of(
            "/",
            "/main.js",
            "/styles/base.css",
            "/api/v1/catalog",
            "/api/v1/series?metric=talk_integrity_persontimes&department=D,D01&period=2022-Q1..2025-Q4",
            "/api/v1/comparison?metric=talk_integrity_persontimes&parent=D&period=2025-Q4",
            "/api/v1/reports",
            "/api/v1/figures/F000001",
            "/extracts/figures.csv?department=D01&period=2025",
            "/health/ready");

    private Training() {}

    static void visit(URI address) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (String path : PATHS) {
                    HttpRequest request =
                            HttpRequest.newBuilder(address.resolve(path)).build();
                    client.send(request, HttpResponse.BodyHandlers.discarding());
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException("the server did not answer itself", broken);
        }
    }
}
