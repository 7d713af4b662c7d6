package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.Mode;

/// Figures page by page, and the other forms that answers name in their heads.
class FigurePagesTest {
    private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"([a-z-]+)\"; type=\"([^\"]+)\"");

    @TempDir
    Path folder;

    private Running running;

    @BeforeEach
    void start() {
        running = new Running(folder).withSamples();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private static Optional<String> link(HttpResponse<String> answer, String relation) {
        return answer.headers().allValues("link").stream()
                .map(LINK::matcher)
                .filter(Matcher::matches)
                .filter(each -> each.group(2).equals(relation))
                .map(each -> each.group(1))
                .findFirst();
    }

    private static List<String> ids(HttpResponse<String> answer) {
        return new JsonObject(answer.body())
                .getJsonArray("figures").stream()
                        .map(each -> ((JsonObject) each).getString("id"))
                        .toList();
    }

    /// The ids of all pages, `between` run after the first.
    private List<String> walk(String address, Runnable between) {
        List<String> all = new ArrayList<>();
        Optional<String> next = Optional.of(address);
        for (int page = 0; next.isPresent(); page++) {
            HttpResponse<String> answer = running.get(next.get());
            assertEquals(200, answer.statusCode(), answer.body());
            all.addAll(ids(answer));
            next = link(answer, "next");
            assertEquals(next.isPresent(), new JsonObject(answer.body()).getString("next") != null);
            if (page == 0) {
                between.run();
            }
        }
        return all;
    }

    private List<String> idsOfCsv(String address) {
        List<String> lines = running.get(address).body().lines().toList();
        int column = List.of(lines.getFirst().split(",", -1)).indexOf("figure_id");
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1)[column])
                .filter(id -> !id.isEmpty()) // a row without a figure says why there is none
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?",
                "?metric=talks&",
                "?department=B&period=2022-Q1..2022-Q4&",
                "?metric=talks,risks&department=D1,D3&",
                "?metric=talks&as_of=2023-06-01T07:30:00Z&"
            })
    void pagesTogetherAreTheExtractTheyName(String query) {
        HttpResponse<String> first = running.get("/api/v1/figures" + query + "limit=2");
        List<String> csv = idsOfCsv(link(first, "alternate").orElseThrow());
        assertTrue(csv.size() > 2, query);
        for (int limit : List.of(1, 2, 3, csv.size(), 1000)) {
            assertEquals(csv, walk("/api/v1/figures" + query + "limit=" + limit, () -> {}), query + limit);
        }
    }

    @Test
    void whatIsImportedMeanwhileIsNotInThePagesThatFollow() {
        List<String> before = walk("/api/v1/figures?limit=3", () -> {});
        List<String> during = walk("/api/v1/figures?limit=3", () -> {
            running.take(
                    "more.csv", "department,period,metric,value\nD1,2021-Q1,talks,5\nD3,2023-Q3,talks,6\n", Mode.ADD);
            running.take("changed.csv", "department,period,metric,value\nD2,2023-Q1,talks,71\n", Mode.CORRECT);
        });
        assertEquals(before, during);
        List<String> after = walk("/api/v1/figures?limit=3", () -> {});
        assertEquals(before.size() + 2, after.size());
        assertTrue(after.stream().filter(before::contains).count() == before.size() - 1, after.toString());
    }

    @Test
    void aPageStaysTheSameForEver() {
        String next = link(running.get("/api/v1/figures?limit=2"), "next").orElseThrow();
        HttpResponse<String> page = running.get(next);
        running.take("more.csv", "department,period,metric,value\nD1,2021-Q1,talks,5\n", Mode.ADD);
        String tag = page.headers().firstValue("etag").orElseThrow();
        assertEquals(304, running.get(next, "If-None-Match", tag).statusCode());
        assertEquals(page.body(), running.get(next).body());
    }

    @Test
    void aCursorIsGoodForItsOwnQuestionOnly() {
        String next = link(running.get("/api/v1/figures?metric=talks&limit=2"), "next")
                .orElseThrow();
        String cursor = next.replaceFirst(".*cursor=", "");
        for (String query : List.of(
                "cursor=" + cursor,
                "metric=risks&cursor=" + cursor,
                "metric=talks&period=2022&cursor=" + cursor,
                "metric=talks&cursor=" + cursor.substring(1),
                "metric=talks&cursor=" + cursor + "A",
                "metric=talks&cursor=nothing",
                "metric=talks&cursor=%2A%2A")) {
            HttpResponse<String> answer = running.get("/api/v1/figures?" + query);
            assertEquals(400, answer.statusCode(), query);
            assertTrue(answer.body().contains("rel=next"), answer.body());
        }
        assertEquals(
                200,
                running.get("/api/v1/figures?limit=5&metric=talks&cursor=" + cursor)
                        .statusCode());
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        HttpResponse<String> answer =
                running.get("/api/v1/figures?metric=talk&department=D9&period=x&limit=0&cursor=y&review=z&nonsense=1");
        assertEquals(400, answer.statusCode());
        List<String> wrong = new JsonObject(answer.body())
                .getJsonArray("errors").stream()
                        .map(each -> ((JsonObject) each).getString("parameter"))
                        .sorted()
                        .toList();
        assertEquals(List.of("cursor", "department", "limit", "metric", "nonsense", "period", "review"), wrong);
        assertEquals(400, running.get("/api/v1/figures?id=F000001&metric=talks").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/series?metric=talks&department=D1,D2&period=2022-Q1..2022-Q4",
                "/api/v1/comparison?metric=talks&period=2023-Q1&parent=B",
                "/api/v1/comparison?metric=talks&period=2023-Q1&departments=D1,D2&against=previous",
                "/api/v1/overview?department=B",
                "/api/v1/quality?department=B&metric=talks",
                "/api/v1/changes?metric=talks&department=D1&period=2022-Q1"
            })
    void answersNameTheirFiguresAsCsv(String address) {
        HttpResponse<String> answer = running.get(address);
        String csv = link(answer, "alternate").orElseThrow();
        HttpResponse<String> extract = running.get(csv);
        assertEquals(200, extract.statusCode(), csv + " " + extract.body());
        assertTrue(extract.body().lines().count() > 1, csv);
    }
}
