package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plumbline.Mode;
import plumbline.Period;
import plumbline.Target;
import plumbline.intake.Delivery;
import plumbline.intake.Order;
import plumbline.intake.Progress;
import plumbline.ledger.Decisions;

/// Each answer that the contract promises is asked for and held against it, so that nothing in it is a mere promise.
class EveryAnswerTest extends SampleServer {
    private static final Contract CONTRACT = new Contract();

    /// Where the path alone is no good question.
    private static final Map<String, String> QUESTIONS = Map.ofEntries(
            Map.entry("/api/v1/overview", "?department=B"),
            Map.entry("/api/v1/quality", "?department=B&metric=talks"),
            Map.entry("/api/v1/series", "?metric=talks&department=D1&period=2022-Q1..2022-Q4"),
            Map.entry("/api/v1/comparison", "?metric=talks&period=2023-Q1&parent=B"),
            Map.entry("/api/v1/signals", "?department=B&period=2023-Q1"),
            Map.entry("/api/v1/control-charts", "?metric=talks&department=D1&period=2023-Q1"),
            Map.entry("/api/v1/funnel", "?metric=talks&parent=B&period=2022-Q1"),
            Map.entry("/api/v1/targets", "?department=B&period=2022-Q1"),
            Map.entry("/api/v1/process", "?department=B&period=2022"),
            Map.entry("/api/v1/questions", "?department=B&period=2020-Q1..2023-Q4"),
            Map.entry("/api/v1/matrix", "?metric=talks&parent=B&period=2022-Q1..2022-Q4"),
            Map.entry("/api/v1/changes", "?metric=talks&department=D1&period=2022-Q1"),
            Map.entry("/api/v1/template", "?department=D1&period=2023-Q2"));

    /// Where nothing but a hidden fault of the machine makes the error.
    private static final Set<String> NOT_TO_BE_HAD = Set.of("GET /health/ready 503");

    private static final String NARRATIVE = "办公室2023年上半年工作报告。上半年，开展廉政谈话12人次。下半年再谈。\n";

    private static final String WAITING = """
        department,period,metric,value,review
        D3,2022-Q2,risks,9,unconfirmed
        """;

    /// Of a figure that was read from a workbook.
    static String inWorkbook;

    @BeforeAll
    static void more() throws IOException {
        Order order = new Order(Mode.ADD, Optional.empty(), Optional.empty(), Optional.empty(), false, "tester");
        running.intake.accept(List.of(new Delivery("talks.xlsx", NeighboursTest.workbook())), order, Progress.SILENT);
        inWorkbook = new JsonObject(running.get("/api/v1/figures?metric=talks&department=D1&period=2021-Q4")
                        .body())
                .getJsonArray("figures")
                .getJsonObject(0)
                .getString("id");
    }

    @Test
    void everyAnswerOfTheContractIsHeldAgainstIt() {
        String job = imports();
        people();
        decisions();
        for (String operation : CONTRACT.operations()) {
            String[] parts = operation.split(" ", -1);
            if (parts[0].equals("GET")) {
                get(parts[1], address(parts[1], job));
            }
            wrong(parts[0], address(parts[1], "R0001").replaceFirst("[?].*", ""));
        }
        Set<String> never = new TreeSet<>(CONTRACT.answers());
        never.removeAll(running.held);
        never.removeAll(NOT_TO_BE_HAD);
        assertEquals(Set.of(), never, "answers that nobody asked for");
    }

    private static String address(String path, String job) {
        String id = path.startsWith("/api/v1/imports/")
                ? job
                : path.startsWith("/api/v1/figures/") ? inWorkbook : path.endsWith("/desk") ? "R0003" : "R0002";
        return path.replace("{id}", id).replace("{file}", "figures.csv").replace("{instant}", instant())
                + QUESTIONS.getOrDefault(path, "");
    }

    /// The newest moment of which there are extracts.
    private static String instant() {
        return new JsonObject(running.get("/extracts/vintages").body())
                .getJsonArray("vintages")
                .getString(0);
    }

    private static void get(String path, String address) {
        HttpResponse<String> answer = running.get(address);
        assertEquals(200, answer.statusCode(), answer.body());
        if (CONTRACT.answers().contains("GET " + path + " 304")) {
            String tag = answer.headers().firstValue("etag").orElse("");
            assertEquals(304, running.get(address, "If-None-Match", tag).statusCode(), address);
        }
    }

    /// A parameter that nobody knows.
    private static void wrong(String method, String address) {
        HttpResponse<String> answer = running.send(HttpRequest.newBuilder(running.at(address + "?unheard_of=1"))
                .method(method, HttpRequest.BodyPublishers.noBody()));
        assertEquals(400, answer.statusCode(), method + " " + address + " " + answer.body());
    }

    /// Files come in; answers the id of an import that has a marked copy.
    private static String imports() {
        String refused =
                running.imported("?dry_run=true", "更多.csv", "department,period,metric,value\nD9,2022-Q1,talks,x\n");
        String id = new JsonObject(refused).getString("id");
        assertEquals(
                200,
                running.send(HttpRequest.newBuilder(running.at("/api/v1/imports/" + id))
                                .DELETE())
                        .statusCode());
        return id;
    }

    /// What people say at the desk, of a text and of a form.
    private static void people() {
        running.take("text.txt", NARRATIVE, Mode.ADD);
        running.take("waiting.csv", WAITING, Mode.ADD);
        List<JsonObject> reports = new JsonObject(running.get("/api/v1/reports").body())
                .getJsonArray("reports").stream().map(JsonObject.class::cast).toList();
        String text = "/api/v1/reports/" + id(reports, "text.txt");
        int number = NARRATIVE.indexOf("12");
        JsonObject clerk = new JsonObject().put("actor", "王芳");
        say(text + "/attribution", clerk.copy().put("department", "D1").put("period", "2023-H1"));
        say(text + "/proposals", clerk.copy().put("start", number).put("end", number + 2));
        say(text + "/rereading", clerk.copy());
        String proposal = new JsonObject(running.get(text + "/desk").body())
                .getJsonArray("proposals")
                .getJsonObject(0)
                .getString("id");
        say(
                text + "/verdicts",
                clerk.copy().put("proposal", proposal).put("verdict", "query").put("reason", "哪个处室？"));
        String form = "/api/v1/reports/" + id(reports, "waiting.csv");
        String figure = new JsonObject(running.get(form + "/unconfirmed").body())
                .getJsonArray("figures")
                .getJsonObject(0)
                .getString("id");
        say(form + "/confirmations", clerk.copy().put("figures", new JsonArray().add(figure)));
    }

    /// What people decide.
    private static void decisions() {
        JsonObject head = new JsonObject().put("actor", "王芳").put("reason", "依据 2022 年的规定");
        JsonObject series = head.copy().put("metric", "talks").put("department", "D1");
        say("/api/v1/phases", series.copy().put("first", "2022-Q3"));
        say("/api/v1/dismissals", head.copy().put("question", "identical_to_last D1 talks 2022-Q2 18"));
        Period second = Period.parse("2022-Q2");
        running.ledger
                .decisions()
                .set(new Target("talks", "D1", second, 3, "rule 3"), new Decisions.By("王芳", "依据 2022 年的规定"));
        say("/api/v1/targets", series.copy().put("period", "2022-Q2").putNull("at_least"));
        int base =
                new JsonObject(running.get("/api/v1/administration/departments").body()).getInteger("base");
        JsonObject moved = new JsonObject()
                .put("date", "2023-01-01")
                .put("kind", "moved")
                .put("from", "D3")
                .put("to", "D2");
        say(
                "/api/v1/administration/changes?dry_run=true",
                head.copy().put("mode", "add").put("base", base).put("reorganisations", new JsonArray().add(moved)));
    }

    private static String id(List<JsonObject> reports, String name) {
        return reports.stream()
                .filter(each -> each.getString("name").equals(name))
                .map(each -> each.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private static void say(String path, JsonObject said) {
        HttpResponse<String> answer = running.say(path, said);
        assertEquals(200, answer.statusCode(), path + " " + answer.body());
    }
}
