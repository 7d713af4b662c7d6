package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.Mode;
import plumbline.Period;
import plumbline.Target;
import plumbline.ledger.Decisions;

/// Answers name the CSV file that has their numbers (RFC 8288), and it has them.
class TwinsTest extends SampleServer {
    private static final Pattern ALTERNATE = Pattern.compile("<([^>]+)>; rel=\"alternate\"; type=\"text/csv\"");
    private static final Contract CONTRACT = new Contract();

    /// A question that has an answer with values, for each operation that names a file.
    private static final Map<String, String> ADDRESSES = Map.ofEntries(
            Map.entry("/api/v1/overview", "?department=B"),
            Map.entry("/api/v1/quality", "?department=B&metric=talks"),
            Map.entry("/api/v1/series", "?metric=talks&department=D1,D2,B&period=2022-Q1..2023-Q2"),
            Map.entry("/api/v1/comparison", "?metric=talks&period=2022-Q3&parent=B&against=previous"),
            Map.entry("/api/v1/signals", "?department=B&period=2023-Q1"),
            Map.entry("/api/v1/control-charts", "?metric=talks&department=D1,D2&period=2023-Q1"),
            Map.entry("/api/v1/funnel", "?metric=talks&parent=B&period=2022-Q1"),
            Map.entry("/api/v1/targets", "?department=B&period=2022-Q2"),
            Map.entry("/api/v1/process", "?department=B&period=2022"),
            Map.entry("/api/v1/questions", "?department=B&period=2020-Q1..2023-Q4&show=all"),
            Map.entry("/api/v1/matrix", "?metric=talks&parent=B&period=2022-Q1..2022-Q4"),
            Map.entry("/api/v1/changes", "?metric=talks&department=B&period=2022-Q1"),
            Map.entry("/api/v1/figures", "?metric=talks&limit=3"),
            Map.entry("/api/v1/figures/{id}", ""),
            Map.entry("/api/v1/reports", ""),
            Map.entry("/api/v1/administration/log", "?actor=tester&act=figures"),
            Map.entry("/extracts/preview", "?metric=talks&lang=en"));

    /// Operations of which the sample ledger gives no value: its catalogue has none of the metrics of the process.
    private static final Set<String> WITHOUT_VALUES = Set.of("/api/v1/process");

    @BeforeAll
    static void more() {
        running.take("more.csv", """
            department,period,metric,value
            D2,2023-Q2,risks,7
            D2,2023-Q1,risks,7
            D1,2021-Q1,talks,146
            D1,2021-Q2,talks,146
            """, Mode.ADD);
        running.take("merged.csv", "date,kind,from,to\n2023-01-01,merged,D3,D2\n", Mode.ADD);
        running.ledger
                .decisions()
                .set(new Target("talks", "D1", Period.parse("2022-Q2"), 3, "rule 3"), new Decisions.By("王芳", "试"));
    }

    private static List<String> files(HttpResponse<String> answer) {
        return answer.headers().allValues("link").stream()
                .map(ALTERNATE::matcher)
                .filter(Matcher::matches)
                .map(each -> each.group(1))
                .toList();
    }

    private static List<NamedCsvRecord> rows(String file) {
        HttpResponse<String> answer = running.get(file);
        assertEquals(200, answer.statusCode(), file + " " + answer.body());
        return CsvReader.builder().ofNamedCsvRecord(answer.body()).stream().toList();
    }

    @Test
    void everyAnswerOfWhichTheContractSaysSoNamesItsFileAndNoOther() {
        Set<String> found = new TreeSet<>();
        for (String path : CONTRACT.linked()) {
            HttpResponse<String> answer = running.get(path.replace("{id}", "F000001") + ADDRESSES.get(path));
            assertEquals(200, answer.statusCode(), path + " " + answer.body());
            files(answer).stream().map(TwinsTest::rows).forEach(each -> assertFalse(each.isEmpty(), path));
            if (!files(answer).isEmpty()) {
                found.add(path);
            }
        }
        Set<String> expected = new TreeSet<>(ADDRESSES.keySet());
        expected.removeAll(WITHOUT_VALUES);
        assertEquals(expected, found);
    }

    /// Of cells, or of figures.
    private static String field(NamedCsvRecord row, String ofCells, String ofFigures) {
        return row.findField(ofCells).or(() -> row.findField(ofFigures)).orElseThrow();
    }

    /// Lower and upper bounds of all points of an answer.
    private static void bounds(Object json, Set<String> found) {
        if (json instanceof JsonArray array) {
            array.forEach(each -> bounds(each, found));
        } else if (json instanceof JsonObject object) {
            boolean known = object.containsKey("coverage") && object.getValue("lower") != null;
            if (known && !object.getString("method").equals("missing")) {
                found.add(object.getValue("lower") + ".."
                        + Optional.ofNullable(object.getValue("upper")).orElse(""));
            }
            object.forEach(each -> bounds(each.getValue(), found));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/overview",
                "/api/v1/quality",
                "/api/v1/series",
                "/api/v1/comparison",
                "/api/v1/funnel",
                "/api/v1/targets",
                "/api/v1/questions",
                "/api/v1/matrix"
            })
    void theFileHasTheNumbersOfTheAnswer(String path) {
        for (String how : List.of("", "&as_of=2023-06-01T07:00:00.000003Z")) {
            HttpResponse<String> answer = running.get(path + ADDRESSES.get(path) + how);
            Set<String> said = new TreeSet<>();
            bounds(new JsonObject(answer.body()), said);
            assertTrue(!said.isEmpty() || !how.isEmpty(), answer.body());
            Set<String> filed = files(answer).stream()
                    .flatMap(file -> rows(file).stream())
                    .map(each -> field(each, "lower", "value_low") + ".." + field(each, "upper", "value_high"))
                    .collect(Collectors.toSet());
            assertTrue(filed.containsAll(said), path + how + " says " + said + ", the file " + filed);
        }
    }

    /// What a series says of a point, and what the row of the same department and period says.
    private static List<String> told(JsonObject answer) {
        List<String> told = new ArrayList<>();
        each(
                answer.getJsonArray("series"),
                series -> each(
                        series.getJsonArray("points"),
                        point -> told.add(String.join(
                                " ",
                                series.getString("department"),
                                point.getString("period"),
                                point.getString("method"),
                                text(point, "value"),
                                text(point, "lower"),
                                text(point, "upper"),
                                point.getString("state")))));
        return told;
    }

    private static void each(JsonArray array, Consumer<JsonObject> sink) {
        array.forEach(each -> sink.accept((JsonObject) each));
    }

    /// Up to the year: `D1 2022-Q1 …` is `D1 2022`.
    private static String year(String text) {
        return text.replaceFirst("-.*", "");
    }

    private static String text(JsonObject point, String name) {
        boolean none = point.getString("method").equals("missing") || point.getValue(name) == null;
        return none ? "" : point.getValue(name).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "series?metric=talks&department=D1,D2,D3,B&period=2022-Q1..2023-Q2",
                "series?metric=talks&department=D1,D2,D3,B&period=2022-Q1..2023-Q2&view=as_is",
                "series?metric=talks&department=B&period=2022-H1..2023-H1&basis=to_date&review=all",
                "series?metric=risks&department=D1,B&period=2022-Q3..2023-Q2&view=as_is",
                "matrix?metric=talks&parent=B&period=2022-Q1..2022-Q4",
                "matrix?metric=talks&parent=B&period=2022-Q1..2022-Q4&view=as_is",
                "matrix?metric=talks&parent=B&period=2022-Q1..2022-Q4&as_of=2023-06-01T07:00:00.000002Z"
            })
    void pointForPointInEitherOrganisation(String question) {
        HttpResponse<String> answer = running.get("/api/v1/" + question);
        JsonObject json = new JsonObject(answer.body());
        List<String> told = told(json);
        List<NamedCsvRecord> rows = rows(files(answer).getFirst());
        // A year of which nothing at all is known has no rows.
        Set<String> years = rows.stream()
                .map(each -> each.getField("department_code") + " " + year(each.getField("period")))
                .collect(Collectors.toSet());
        told.removeIf(each -> each.contains(" missing ") && !years.contains(year(each)));
        Set<String> filed = rows.stream()
                .filter(each -> each.getField("category_code").isEmpty()
                        && each.getField("basis").equals(json.getString("basis")))
                .map(each -> String.join(
                        " ",
                        each.getField("department_code"),
                        each.getField("period"),
                        each.getField("method"),
                        each.getField("value"),
                        each.getField("lower"),
                        each.getField("upper"),
                        each.getField("state")))
                .collect(Collectors.toSet());
        assertFalse(told.isEmpty());
        assertEquals(
                List.of(), told.stream().filter(each -> !filed.contains(each)).toList(), question);
    }

    @Test
    void theTwoOrganisationsDiffer() {
        String question = "/extracts/cells.csv?metric=talks&department=D2&period=2022-Q1";
        assertFalse(running.get(question)
                .body()
                .equals(running.get(question + "&view=as_is").body()));
        assertEquals(400, running.get("/extracts/figures.csv?view=as_is").statusCode());
        assertTrue(running.get("/extracts/cells.csv.manifest.json?view=as_is")
                .body()
                .contains("\"query\": \"view=as_is\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metric=talks&department=B&period=2022-Q1",
                "metric=talks&department=D1&period=2022-Q1&as_of=2023-06-01T07:00:00.000002Z",
                "metric=talks&department=D2&period=2022-Q1&view=as_is"
            })
    void theFileOfAChangeHasTheValueItLedTo(String question) {
        HttpResponse<String> answer = running.get("/api/v1/changes?" + question);
        JsonObject to = new JsonObject(answer.body()).getJsonObject("to").copy();
        List<String> filed = rows(files(answer).getFirst()).stream()
                .filter(each ->
                        each.getField("department_code").equals(new JsonObject(answer.body()).getString("department"))
                                && each.getField("basis").equals("in_period"))
                .map(each -> each.getField("lower") + ".." + each.getField("upper"))
                .toList();
        assertEquals(List.of(text(to, "lower") + ".." + text(to, "upper")), filed, question);
    }

    @Test
    void theChangesSinceAMomentNameTheirList() {
        HttpResponse<String> answer = running.get("/extracts/v/2023-06-01T07:00:00.000001Z/changes.json?metric=talks");
        String file = files(answer).getFirst();
        assertEquals("/extracts/v/2023-06-01T07:00:00.000001Z/changes.csv?metric=talks", file);
        assertEquals(
                new JsonObject(answer.body()).getInteger("figures"), rows(file).size());
    }

    @Test
    void aFileOfLogOrReportsHasTheEntriesOfTheAnswer() {
        HttpResponse<String> log = running.get("/api/v1/administration/log?actor=tester&act=figures");
        assertEquals(
                new JsonObject(log.body()).getInteger("count"),
                rows(files(log).getFirst()).size());
        HttpResponse<String> reports = running.get("/api/v1/reports");
        assertEquals(
                new JsonObject(reports.body()).getJsonArray("reports").size(),
                rows(files(reports).getFirst()).size());
    }

    @Test
    void anAnswerWithoutAnyValueNamesNone() {
        assertEquals(List.of(), files(running.get("/api/v1/targets?department=D3&period=2021")));
    }
}
