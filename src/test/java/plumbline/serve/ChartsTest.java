package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// From the form to the point of a chart, and from the figure back to the words.
class ChartsTest extends SampleServer {

    private static JsonObject get(String path) {
        return new JsonObject(running.get(path).body());
    }

    private static List<JsonObject> points(String query) {
        JsonArray points = get("/api/v1/series?" + query)
                .getJsonArray("series")
                .getJsonObject(0)
                .getJsonArray("points");
        return IntStream.range(0, points.size()).mapToObj(points::getJsonObject).toList();
    }

    private static String brief(JsonObject point) {
        return point.getString("state") + " " + point.getLong("value") + " " + point.getLong("lower") + " "
                + point.getLong("upper");
    }

    @Test
    void sixtyOddStarAndZeroStayThreeThings() {
        assertEquals(
                List.of("exact 19 19 19", "zero 0 0 0", "range null 3 5", "not_mentioned null null null"),
                points("metric=talks&department=D1&period=2022-Q1..2022-Q4").stream()
                        .map(ChartsTest::brief)
                        .toList());
        assertEquals(
                List.of(
                        "at_least 60 61 69",
                        "about 35 30 40",
                        "not_reported null null null",
                        "suppressed null null null"),
                points("metric=talks&department=D2&period=2022-Q1..2022-Q4").stream()
                        .map(ChartsTest::brief)
                        .toList());
        assertEquals(
                List.of(
                        "withheld null null null",
                        "at_most 90 80 89",
                        "not_reported null null null",
                        "not_applicable null null null"),
                points("metric=talks&department=D3&period=2022-Q1..2022-Q4").stream()
                        .map(ChartsTest::brief)
                        .toList());
    }

    @Test
    void aParentAnswersWithItsTotalAndHowManyStandBehindIt() {
        JsonObject total = points("metric=talks&department=B&period=2022-Q1").getFirst();
        assertEquals("at_least null 80 null", brief(total));
        assertEquals("partial", total.getString("method"));
        assertEquals(new JsonObject().put("reported", 2).put("expected", 3), total.getJsonObject("coverage"));
    }

    @Test
    void aStatementThatItsPartsContradictKeepsBoth() {
        JsonObject stated = points("metric=talks&department=B&period=2022-Q2").getFirst();
        assertEquals("exact 12 12 12", brief(stated));
        assertEquals(new JsonObject().put("lower", 110).put("upper", 129), stated.getJsonObject("conflict"));
    }

    @Test
    void theWordingComesAlongWhereOneFigureStandsBehindThePoint() {
        assertEquals(
                "60余",
                points("metric=talks&department=D2&period=2022-Q1").getFirst().getString("value_text"));
        JsonObject sum = points("metric=talks&department=D1&period=2022-H1").getFirst();
        assertNull(sum.getString("value_text"));
        assertEquals("exact 19 19 19", brief(sum));
    }

    @Test
    void theFutureIsNotDue() {
        assertEquals(
                List.of("not_reported", "not_due", "not_due"),
                points("metric=talks&department=D3&period=2023-Q1..2023-Q3").stream()
                        .map(each -> each.getString("state"))
                        .toList());
    }

    @Test
    void comparisonsSayWhyTheyCannotCompare() {
        JsonArray rows = get("/api/v1/comparison?metric=talks&period=2023-Q1&departments=D3,D2,D1")
                .getJsonArray("rows");
        assertEquals(
                List.of("D1 5 26.3 null", "D2 1 null not_exact", "D3 null null current_missing"),
                IntStream.range(0, rows.size())
                        .mapToObj(rows::getJsonObject)
                        .map(row -> row.getString("department") + " "
                                + (row.getJsonObject("difference") == null
                                        ? null
                                        : row.getJsonObject("difference").getLong("lower"))
                                + " " + row.getValue("percent") + " " + row.getString("reason"))
                        .toList());
    }

    @Test
    void aPastVintageAnswersAsItDidThen() {
        String first = running.ledger.imported(2).sealedAt().toString();
        String query = "metric=talks&department=D1&period=2022-Q1";
        assertEquals("exact 18 18 18", brief(points(query + "&as_of=" + first).getFirst()));
        assertEquals("exact 19 19 19", brief(points(query).getFirst()));
    }

    @Test
    void aFigureLeadsToTheWordsAroundIt() {
        long id = Long.parseLong(points("metric=talks&department=D2&period=2023-Q2")
                .getFirst()
                .getJsonArray("figures")
                .getString(0)
                .substring(1));
        JsonObject figure = get("/api/v1/figures/" + Ids.figure(id));
        JsonObject place = figure.getJsonObject("place");
        assertEquals("passage", place.getString("kind"));
        assertEquals("廉政谈话60余人次", place.getString("quote"));
        assertEquals("年内，专题研究工作。进行集体、单独", place.getString("before"));
        assertEquals("。\n二、其他。\n", place.getString("after"));
        assertEquals("line", figure.getJsonObject("form_place").getString("kind"));
        JsonObject report = get("/api/v1/reports/" + place.getString("report"));
        assertEquals(Samples.REPORT, report.getString("text"));
        assertEquals(
                Ids.figure(id), report.getJsonArray("marks").getJsonObject(0).getString("figure"));
    }

    @Test
    void aFigureOfAFormLeadsToItsFieldAndItsRow() {
        JsonObject figure = get("/api/v1/figures/F000002");
        JsonObject place = figure.getJsonObject("place");
        assertEquals("line", place.getString("kind"));
        assertEquals(3, place.getInteger("line"));
        assertEquals("value", place.getString("field"));
        assertEquals(
                new JsonArray("[\"D2\",\"2022-Q1\",\"talks\",\"\",\"60余\",\"人次\",\"\",\"\"]"),
                place.getJsonArray("row"));
    }

    @Test
    void revisionsTellWhoAndWhy() {
        JsonArray revisions = get("/api/v1/figures/F000001").getJsonArray("revisions");
        assertEquals(2, revisions.size());
        assertEquals("18", revisions.getJsonObject(0).getString("value_text"));
        assertNull(revisions.getJsonObject(0).getString("reason"));
        assertEquals("miscounted", revisions.getJsonObject(1).getString("reason"));
        assertEquals("tester", revisions.getJsonObject(1).getString("actor"));
    }

    @Test
    void aReportComesBackByteForByteAsAnAttachment() {
        var answer = running.get("/api/v1/reports/R0002/content");
        assertEquals(Samples.FIGURES, answer.body());
        assertEquals(
                "attachment; filename=\"figures.csv\"; filename*=UTF-8''figures.csv",
                answer.headers().firstValue("content-disposition").orElse(""));
        assertEquals(
                "attachment; filename=\"______.csv\"; filename*=UTF-8''%E6%8A%A5%22%0D%0A%2F%3B.csv",
                ReportsHandler.attachment("报\"\r\n/;.csv"));
    }
}
