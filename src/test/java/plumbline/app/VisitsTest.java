package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitsTest {
    @TempDir
    Path folder;

    @Test
    void theFirstVisitAsksWhatReadersAskAndIsAnswered() throws Exception {
        try (RunningDemo demo = RunningDemo.filled(folder)) {
            List<String> answered = answered(URI.create(demo.address()));
            for (String route : List.of("/api/v1/catalog", "/api/v1/overview", "/api/v1/series", "/extracts/:file")) {
                assertTrue(
                        answered.stream().anyMatch(each -> each.contains("\"" + route + "\"")),
                        route + ": " + answered);
            }
            assertEquals(
                    List.of(),
                    answered.stream()
                            .filter(each -> !each.contains("status=\"200\""))
                            .toList());
        }
    }

    @Test
    void aServerWithoutDataIsVisitedAllTheSame() throws Exception {
        try (RunningDemo demo = RunningDemo.empty(folder)) {
            List<String> answered = answered(URI.create(demo.address()));
            assertTrue(answered.size() > 4, answered.toString());
            assertEquals(
                    List.of(),
                    answered.stream()
                            .filter(each -> !each.contains("status=\"200\""))
                            .toList());
        }
    }

    /// What the server says it has been asked.
    private static List<String> answered(URI address) throws IOException, InterruptedException {
        Visits.begin(address).join();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(address.resolve("/metrics")).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("plumbline_requests_total{"))
                    .toList();
        }
    }
}
