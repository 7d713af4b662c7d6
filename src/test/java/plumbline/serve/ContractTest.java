package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.Review;
import plumbline.State;
import plumbline.Worded;
import plumbline.analyse.Change;
import plumbline.analyse.Comparison;
import plumbline.analyse.Effect;

/// Every answer of a running server, held against schema/openapi.yaml.
class ContractTest extends SampleServer {
    private static final Contract CONTRACT = new Contract();

    private static HttpResponse<String> keeps(String template, String address, int status, String... headers) {
        HttpResponse<String> answer = running.get(address, headers);
        assertEquals(status, answer.statusCode(), answer.body());
        String type = answer.headers().firstValue("content-type").orElse("");
        assertEquals(List.of(), CONTRACT.faults(template, "get", status, type, answer.body()), answer.body());
        return answer;
    }

    @Test
    void everyPathOfTheContractHasARouteAndTheReverse() {
        Vertx vertx = Vertx.vertx();
        try (Routes routes = new Routes(
                vertx,
                ServerSettings.of("127.0.0.1", 0),
                Samples.CATALOG,
                running.ledger,
                running.intake,
                () -> Running.NOW)) {
            Set<String> found = new TreeSet<>();
            for (Route route : routes.router(vertx).getRoutes()) {
                Set<HttpMethod> methods = route.methods();
                String path = route.getPath();
                if (path != null && methods != null && path.matches("/(api|extracts/|health|metrics).*")) {
                    methods.stream()
                            .filter(method -> !method.equals(HttpMethod.HEAD))
                            .forEach(method -> found.add(method + " " + path.replaceAll(":([a-z]+)", "{$1}")));
                }
            }
            assertEquals(CONTRACT.operations(), found);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void theContractHasNoWordsThatOpenApiDoesNotKnow() {
        assertEquals(Set.of(), CONTRACT.unheardOf());
    }

    @Test
    void everyOperationAndParameterIsToldInBothLanguages() {
        assertEquals(Set.of(), CONTRACT.withoutWords(), "schema/openapi.yaml: without x-zh, or without English");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /api/v1/openapi.yaml         | /api/v1/openapi.yaml
        /api/v1/openapi.json         | /api/v1/openapi.json
        /api/v1/catalog              | /api/v1/catalog
        /api/v1/overview             | /api/v1/overview?department=B
        /api/v1/overview             | /api/v1/overview?department=D3&period=1901&as_of=2023-06-01T07:30:00Z
        /api/v1/signals              | /api/v1/signals?department=B&period=2023-Q1
        /api/v1/control-charts       | /api/v1/control-charts?metric=talks&department=D1,B&period=2023-Q1
        /api/v1/control-charts       | /api/v1/control-charts?metric=risks&department=D1&period=2023-Q1&review=all
        /api/v1/funnel               | /api/v1/funnel?metric=sanctions&parent=B&period=2022
        /api/v1/funnel               | /api/v1/funnel?metric=talks&parent=B&period=2022-Q1
        /api/v1/targets              | /api/v1/targets?department=B&period=2022-Q1
        /api/v1/process              | /api/v1/process?department=B&period=2022
        /api/v1/questions            | /api/v1/questions?department=B&period=2020-Q1..2023-Q4&show=all
        /api/v1/quality              | /api/v1/quality?department=B
        /api/v1/quality              | /api/v1/quality?department=B&metric=talks&period=2022-Q1..2023-Q2
        /api/v1/quality              | /api/v1/quality?department=D1&period=2010&as_of=2023-06-01T07:30:00Z
        /api/v1/series               | /api/v1/series?metric=talks&department=D1,D2,D3,B&period=2022-Q1..2023-Q4
        /api/v1/series               | /api/v1/series?metric=talks&department=B&period=2022-H1..2022-H2&basis=to_date
        /api/v1/series               | /api/v1/series?metric=sanctions&department=D1&period=2020..2024&category=party
        /api/v1/series               | /api/v1/series?metric=risks&department=D1&period=2022-Q4
        /api/v1/comparison           | /api/v1/comparison?metric=talks&period=2023-Q1&parent=B
        /api/v1/comparison           | /api/v1/comparison?metric=talks&period=2022-Q2&departments=D1,B&against=previous
        /api/v1/comparison           | /api/v1/comparison?metric=sanctions&period=2022&departments=D1&category=party.warning
        /api/v1/matrix               | /api/v1/matrix?metric=talks&parent=B&period=2022-Q1..2023-Q2
        /api/v1/matrix               | /api/v1/matrix?metric=sanctions&parent=B&below=all&period=2022..2023&category=party.warning&view=as_is&review=all
        /api/v1/matrix               | /api/v1/matrix?metric=risks&parent=D1&period=2022-Q1&as_of=2023-06-01T07:30:00Z
        /api/v1/changes              | /api/v1/changes?metric=talks&department=D1&period=2022-Q1
        /api/v1/changes              | /api/v1/changes?metric=talks&department=B&period=2022-H1&since=2020-01-01T00:00:00Z&as_of=2023-06-01T08:00:00Z
        /api/v1/changes              | /api/v1/changes?metric=sanctions&department=D1&period=2022&category=party.warning&since=2023-06-01T08:00:00Z
        /api/v1/series               | /api/v1/series?metric=talks&department=B&period=2022&view=as_is
        /api/v1/comparison           | /api/v1/comparison?metric=talks&period=2022&departments=D1,B&view=as_is
        /api/v1/series               | /api/v1/series?metric=talks&department=B&period=2022&review=all
        /api/v1/comparison           | /api/v1/comparison?metric=talks&period=2022&departments=D1,B&review=all
        /api/v1/review               | /api/v1/review
        /api/v1/reports/{id}/desk    | /api/v1/reports/R0003/desk
        /api/v1/reports/{id}/unconfirmed | /api/v1/reports/R0002/unconfirmed
        /api/v1/figures              | /api/v1/figures?id=F000001,F000002,F000003
        /api/v1/figures              | /api/v1/figures?limit=3
        /api/v1/figures              | /api/v1/figures?metric=talks&department=B&period=2022&review=all
        /api/v1/figures/{id}         | /api/v1/figures/F000001
        /api/v1/reports              | /api/v1/reports
        /api/v1/reports/{id}         | /api/v1/reports/R0002
        /api/v1/reports/{id}/content | /api/v1/reports/R0002/content
        /extracts/{file}             | /extracts/figures.csv
        /extracts/{file}             | /extracts/cells.csv?department=B
        /extracts/{file}             | /extracts/cells.csv?department=B&view=as_is
        /extracts/{file}             | /extracts/figures.csv?shape=wide&header=zh
        /extracts/{file}             | /extracts/figures_wide.json
        /extracts/{file}             | /extracts/figures.xlsx?metric=talks
        /extracts/{file}             | /extracts/figures.zip
        /extracts/{file}             | /extracts/codes.csv
        /extracts/{file}             | /extracts/datapackage.json
        /extracts/{file}             | /extracts/figures.csv-metadata.json
        /extracts/{file}             | /extracts/figures.csv.manifest.json?metric=talks
        /extracts/v/{instant}/{file} | /extracts/v/2023-06-01T07:00:00.000001Z/cells.csv
        /extracts/v/{instant}/{file} | /extracts/v/2023-06-01T07:00:00Z/changes.json
        /extracts/v/{instant}/{file} | /extracts/v/2023-06-01T07:00:00Z/changes.csv
        /extracts/vintages           | /extracts/vintages
        /extracts/preview            | /extracts/preview?metric=talks&lang=en
        /extracts/count              | /extracts/count?department=B&period=2022
        /extracts/count              | /extracts/count?review=all
        /api/v1/template             | /api/v1/template?department=D1&period=2023-Q2
        /api/v1/template             | /api/v1/template?department=B&period=2023-Q2&lang=en&as_of=2023-06-01T08:00:00Z
        """)
    void dataIsAsPromisedAndUnchangedDataIsNotSentAgain(String template, String address) {
        String tag = keeps(template, address, 200).headers().firstValue("etag").orElseThrow();
        assertTrue(tag.startsWith("\""), "a strong tag: " + tag);
        HttpResponse<String> again = keeps(template, address, 304, "If-None-Match", tag);
        assertEquals(tag, again.headers().firstValue("etag").orElse(""));
        HttpResponse<String> head = running.send(
                HttpRequest.newBuilder(running.at(address)).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals(tag, head.headers().firstValue("etag").orElse(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        400 | /api/v1/catalog              | /api/v1/catalog?as_of=yesterday
        400 | /api/v1/catalog              | /api/v1/catalog?as_of=2999-01-01T00:00:00Z
        400 | /api/v1/catalog              | /api/v1/catalog?nonsense=1
        400 | /api/v1/overview             | /api/v1/overview
        400 | /api/v1/overview             | /api/v1/overview?department=D1,D2&period=2022-Q5
        400 | /api/v1/signals              | /api/v1/signals?department=D1,D2
        400 | /api/v1/control-charts       | /api/v1/control-charts?metric=talk&department=D9&period=2022..2023
        400 | /api/v1/funnel               | /api/v1/funnel?metric=talks
        400 | /api/v1/targets              | /api/v1/targets?department=B&period=soon
        400 | /api/v1/process              | /api/v1/process
        400 | /api/v1/questions            | /api/v1/questions?department=B&period=2022..2021&show=some
        400 | /api/v1/quality              | /api/v1/quality?metric=talk&period=2022..2021
        400 | /api/v1/series               | /api/v1/series
        400 | /api/v1/series               | /api/v1/series?metric=talk&department=D9&period=2022-Q1..2021-Q1&basis=at_end
        400 | /api/v1/series               | /api/v1/series?metric=risks&department=D1&period=2022&basis=to_date
        400 | /api/v1/series               | /api/v1/series?metric=talks&department=D1&period=2022&category=party.warning
        400 | /api/v1/comparison           | /api/v1/comparison?metric=talks&period=2022
        400 | /api/v1/comparison           | /api/v1/comparison?metric=talks&period=2022&departments=D1&parent=B
        400 | /api/v1/comparison           | /api/v1/comparison?metric=talks&period=2022&departments=D1&against=tomorrow
        400 | /api/v1/matrix               | /api/v1/matrix
        400 | /api/v1/matrix               | /api/v1/matrix?metric=talks&parent=D9&period=2022..2021&below=some
        400 | /api/v1/changes              | /api/v1/changes
        400 | /api/v1/changes              | /api/v1/changes?metric=talks&department=D1,D2&period=2022..2023
        400 | /api/v1/changes              | /api/v1/changes?metric=talks&department=D1&period=2022&since=2999-01-01T00:00:00Z
        400 | /api/v1/changes              | /api/v1/changes?metric=talks&department=D1&period=2022&since=2022-02-01T00:00:00Z&as_of=2022-01-01T00:00:00Z
        400 | /api/v1/series               | /api/v1/series?metric=talks&department=B&period=2022&view=like_for_like
        400 | /api/v1/comparison           | /api/v1/comparison?metric=talks&period=2022&departments=D1&view=as_was
        400 | /api/v1/figures              | /api/v1/figures?id=1
        400 | /api/v1/figures              | /api/v1/figures?id=F000001&cursor=x
        400 | /api/v1/figures              | /api/v1/figures?metric=talk&limit=1001&cursor=x
        400 | /api/v1/openapi.yaml         | /api/v1/openapi.yaml?as=json
        400 | /api/v1/openapi.json         | /api/v1/openapi.json?as=yaml
        404 | /api/v1/figures              | /api/v1/figures?id=F999999
        404 | /api/v1/figures/{id}         | /api/v1/figures/F999999
        404 | /api/v1/figures/{id}/cells   | /api/v1/figures/F999999/cells
        404 | /api/v1/figures/{id}/cells   | /api/v1/figures/F000001/cells
        404 | /api/v1/figures/{id}         | /api/v1/figures/%2e%2e%2f
        404 | /api/v1/figures/{id}         | /api/v1/figures/F000001?as_of=2020-01-01T00:00:00Z
        404 | /api/v1/reports/{id}         | /api/v1/reports/R9999
        404 | /api/v1/reports/{id}/desk    | /api/v1/reports/R9999/desk
        404 | /api/v1/reports/{id}/desk    | /api/v1/reports/R0002/desk
        400 | /api/v1/series               | /api/v1/series?metric=talks&department=D1&period=2022&review=maybe
        404 | /api/v1/reports/{id}/content | /api/v1/reports/R9999/content
        404 | /api/v1/imports/{id}         | /api/v1/imports/nothing
        404 | /api/v1/imports/{id}/events  | /api/v1/imports/nothing/events
        404 | /api/v1/imports/{id}/marked-copy | /api/v1/imports/nothing/marked-copy
        400 | /api/v1/imports/{id}/marked-copy | /api/v1/imports/nothing/marked-copy?file=0&lang=fr
        400 | /extracts/{file}             | /extracts/figures.csv?metric=nothing&bom=2&safe=maybe&lang=fr
        400 | /extracts/{file}             | /extracts/figures.csv?view=as_is
        400 | /extracts/{file}             | /extracts/cells.csv?view=like_for_like
        404 | /extracts/{file}             | /extracts/figures.pdf
        404 | /extracts/{file}             | /extracts/metrics.zip
        404 | /extracts/v/{instant}/{file} | /extracts/v/2023-06-01T07:30:00Z/figures.csv
        404 | /extracts/v/{instant}/{file} | /extracts/v/yesterday/figures.csv
        400 | /extracts/v/{instant}/{file} | /extracts/v/2023-06-01T07:00:00Z/figures.csv?as_of=2023-06-01T07:30:00Z
        400 | /extracts/count              | /extracts/count?period=2022..2021
        400 | /api/v1/template             | /api/v1/template
        400 | /api/v1/template             | /api/v1/template?department=D9&period=2023-Q5&lang=fr
        """)
    void whatIsWrongIsAProblem(int status, String template, String address) {
        HttpResponse<String> answer = keeps(template, address, status);
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("content-type").orElse(""));
        assertTrue(new JsonObject(answer.body()).getJsonArray("errors").size() > 0, answer.body());
    }

    @Test
    void allFaultsAreNamedWithWhatWouldBeAccepted() {
        String body = running.get("/api/v1/series?metric=talk&department=D9&period=x&x=1")
                .body();
        assertTrue(body.contains("a metric code: talks"), body);
        assertTrue(body.contains("department codes: "), body);
        assertEquals(4, new JsonObject(body).getJsonArray("errors").size(), body);
    }

    /// A parameter nobody knows is answered with those there are.
    @Test
    void everyParameterOfTheContractIsKnownAndNoOther() {
        for (String operation : CONTRACT.operations()) {
            String path = operation.substring(operation.indexOf(' ') + 1);
            String method = operation.substring(0, operation.indexOf(' '));
            if (!operation.equals("POST /api/v1/imports")) { // it has a body that must be read first
                String address = path.replace("{id}", "X1")
                        .replace("{instant}", "2023-06-01T07:00:00Z")
                        .replace("{file}", "figures.csv");
                String body = running.send(HttpRequest.newBuilder(running.at(address + "?unheard_of=1"))
                                .method(method, HttpRequest.BodyPublishers.noBody()))
                        .body();
                String accepted = new JsonObject(body)
                        .getJsonArray("errors").stream()
                                .map(JsonObject.class::cast)
                                .filter(error -> error.getString("parameter").equals("unheard_of"))
                                .map(error -> error.getString("accepted"))
                                .findFirst()
                                .orElse(body);
                Set<String> known = new TreeSet<>(List.of(accepted.split(", ")));
                known.remove("none");
                assertEquals(CONTRACT.parameters(path, method), known, operation);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/metrics"})
    void theProcessTellsHowItIs(String path) {
        keeps(path, path, 200);
    }

    @Test
    void anImportIsAcceptedAndFollowed() throws Exception {
        String body = """
            --b
            Content-Disposition: form-data; name="file"; filename="更多.csv"

            department,period,metric,value
            D9,2022-Q1,talks,x

            --b--
            """.replace("\n", "\r\n");
        HttpResponse<String> answer = running.send(HttpRequest.newBuilder(running.at("/api/v1/imports?dry_run=true"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
        assertEquals(202, answer.statusCode(), answer.body());
        assertEquals(List.of(), CONTRACT.faults("ImportJob", answer.body()), answer.body());
        String location = answer.headers().firstValue("location").orElseThrow();
        HttpResponse<String> events = running.get(location + "/events");
        assertEquals(200, events.statusCode());
        List<String> data =
                events.body().lines().filter(line -> line.startsWith("data: ")).toList();
        for (String line : data) {
            assertEquals(List.of(), CONTRACT.faults("ImportJob", line.substring(6)), line);
        }
        JsonObject last = new JsonObject(data.getLast().substring(6));
        assertEquals("refused", last.getString("status"), data.getLast());
        assertEquals("更多.csv", last.getJsonArray("receipts").getJsonObject(0).getString("file"));
        assertEquals(
                last,
                new JsonObject(keeps("/api/v1/imports/{id}", location, 200).body()));
        assertEquals(List.of(), CONTRACT.faults("/api/v1/imports", "post", 202, "application/json", answer.body()));
    }

    /// Which words the contract has and Java does not, or the reverse.
    @Test
    void bothSidesKnowTheSameWords() {
        for (State state : State.values()) {
            boolean shown = state != State.WITHDRAWN;
            assertEquals(
                    shown, CONTRACT.faults("State", "\"" + state.word() + "\"").isEmpty(), state.word());
        }
        for (Review review : Review.values()) {
            for (int revision : List.of(1, 2)) {
                String word = PointJson.review(review, revision);
                assertEquals(List.of(), CONTRACT.faults("Review", "\"" + word + "\""));
            }
        }
        assertEquals(Worded.all(Change.Kind.class), CONTRACT.words("Contribution", "kind"));
        assertEquals(Worded.all(Effect.class), CONTRACT.words("Contribution", "effects"));
        for (Comparison.Reason reason : Comparison.Reason.values()) {
            JsonObject row = new JsonObject(running.get("/api/v1/comparison?metric=talks&period=2023-Q1&parent=B")
                    .body());
            row.getJsonArray("rows").getJsonObject(0).put("reason", reason.word());
            assertEquals(List.of(), CONTRACT.faults("ComparisonAnswer", row.encode()));
        }
    }
}
