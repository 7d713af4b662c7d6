package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebFilesTest {
    @TempDir
    static Path folder;

    static Running running;

    @BeforeAll
    static void start() {
        running = new Running(folder);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/trends", "/compare", "/discipline", "/reports", "/reports/R0001", "/quality", "/extracts"
            })
    void everyPageAddressAnswersThePage(String path) {
        HttpResponse<String> answer = running.get(path + "?m=talks");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().startsWith("<!doctype html>") || answer.body().startsWith("<!DOCTYPE html>"));
        assertEquals("no-cache", answer.headers().firstValue("cache-control").orElse(""));
    }

    @Test
    void anAddressThatIsNoneIsToldToABrowserByAPageAndToAProgramByAProblem() {
        assertEquals("404 text/html; charset=utf-8", told("/nowhere", "text/html,application/xhtml+xml,*/*;q=0.8"));
        assertEquals("404 application/problem+json", told("/nowhere", "*/*"));
        assertEquals("404 application/problem+json", told("/api/v1/nowhere", "text/html"));
        assertEquals("404 application/problem+json", told("/extracts/nowhere.csv", "text/html"));
    }

    private static String told(String path, String accepted) {
        HttpResponse<String> answer =
                running.send(HttpRequest.newBuilder(running.at(path)).header("Accept", accepted));
        return answer.statusCode() + " "
                + answer.headers().firstValue("content-type").orElse("");
    }

    @Test
    void aPageNamesTheModulesTextsAndStylesItWillAskFor() {
        String chinese =
                running.get("/compare?p=2022").headers().firstValue("link").orElse("");
        assertTrue(chinese.contains("</styles/heat.css>; rel=preload; as=style"), chinese);
        for (String module : new String[] {"/pages/compare.js", "/components/table.js", "/state.js", "/i18n/zh.js"}) {
            assertTrue(chinese.contains("<" + module + ">; rel=modulepreload"), module + " in " + chinese);
        }
        assertTrue(
                chinese.lastIndexOf("as=style") < chinese.indexOf("modulepreload"),
                "nothing is painted without styles");
        assertFalse(chinese.contains("/lib/") || chinese.contains("/pages/trends.js"), chinese);
        assertFalse(chinese.contains("components/figure-card.js"), "what only a click asks for");
        String english = running.get("/extracts?o=D01&lang=en")
                .headers()
                .firstValue("link")
                .orElse("");
        assertTrue(english.contains("</i18n/en/extracts.js>") && !english.contains("/i18n/zh"), english);
        for (MatchResult link :
                Pattern.compile("<([^>]+)>").matcher(english).results().toList()) {
            String path = link.group(1);
            assertEquals(200, running.get(path).statusCode(), path);
        }
        assertEquals("", running.get("/robots.txt").headers().firstValue("link").orElse(""));
    }

    @Test
    void aVersionedLibraryIsKeptForever() {
        HttpResponse<String> answer = running.get("/lib/echarts/6.0.0/echarts.esm.min.js");
        assertEquals(200, answer.statusCode());
        assertEquals(
                "public, max-age=31536000, immutable",
                answer.headers().firstValue("cache-control").orElse(""));
    }

    @Test
    void anUnchangedFileIsNotSentAgain() {
        HttpResponse<String> first = running.get("/");
        String tag = first.headers().firstValue("etag").orElseThrow();
        HttpResponse<String> second = running.get("/", "If-None-Match", tag);
        assertEquals(304, second.statusCode());
        assertEquals(tag, second.headers().firstValue("etag").orElse(""));
        assertEquals("", second.body());
    }

    @Test
    void headAnswersTheHeadersAlone() {
        HttpResponse<String> get = running.get("/");
        HttpResponse<String> head =
                running.send(HttpRequest.newBuilder(running.at("/")).HEAD());
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(get.headers().firstValue("etag"), head.headers().firstValue("etag"));
        assertEquals(get.headers().firstValue("content-length"), head.headers().firstValue("content-length"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/%2e%2e/pom.xml",
                "/..%2fpom.xml",
                "/lib",
                "/lib/",
                "/web/index.html",
                "/index.html/",
                "/INDEX.HTML",
                "/index.html%00.js",
                "/plumbline/serve/Server.class",
                "/%zz",
                "/api/v1/nothing",
                "/%68ealth/live%2f"
            })
    void whatIsNotInTheMapDoesNotExist(String path) throws Exception {
        try (Socket socket = running.connect()) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 404") || answer.startsWith("HTTP/1.1 400"), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
        }
    }
}
