package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a client may send when it does not go through a library: bytes on a socket.
class RawRequestTest {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3}) ");
    private static final String HOST = "Host: localhost\r\n";

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

    private static String send(String... parts) throws IOException, InterruptedException {
        try (Socket socket = running.connect()) {
            socket.setSoTimeout(400);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                for (String part : parts) {
                    socket.getOutputStream().write(part.getBytes(StandardCharsets.ISO_8859_1));
                    socket.getOutputStream().flush();
                    Thread.sleep(parts.length > 1 ? 40 : 0);
                }
                socket.getInputStream().transferTo(answer);
            } catch (SocketTimeoutException e) {
                // it stays open: that was the answer
            } catch (SocketException e) {
                answer.write("<reset>".getBytes(StandardCharsets.UTF_8));
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static List<Integer> statuses(String answer) {
        Matcher found = STATUS.matcher(answer);
        return found.results().map(each -> Integer.valueOf(each.group(1))).toList();
    }

    @Test
    void anHonestRequestIsAnswered() throws Exception {
        assertEquals(List.of(200), statuses(send("GET /health/live HTTP/1.1\r\n" + HOST + "\r\n")));
    }

    @Test
    void aHeadInPiecesIsAnswered() throws Exception {
        String head = "GET /health/live HTTP/1.1\r\n" + HOST + "X-A: b\r\n\r\n";
        String[] letters = IntStream.range(0, head.length())
                .mapToObj(i -> head.substring(i, i + 1))
                .toArray(String[]::new);
        assertEquals(List.of(200), statuses(send(letters)));
        assertEquals(List.of(200), statuses(send("\r\n\r\nGET /health/live HTTP/1.1\r\n", HOST, "\r\n")));
    }

    @Test
    void requestsInARowOnOneConnectionAreAllAnswered() throws Exception {
        String one = "GET /health/live HTTP/1.1\r\n" + HOST + "\r\n";
        assertEquals(List.of(200, 200, 200), statuses(send(one + one + one)));
    }

    @Test
    void aHeaderThatOnlyLooksLikeContentLengthIsNone() throws Exception {
        String answer = send("POST /health/live HTTP/1.1\r\n" + HOST + "Content-Xength: 27\r\n\r\n"
                + "GET /health/live HTTP/1.0\r\n\r\n");
        // Taken for a length it would swallow the second line as a body; so there are two requests, the second
        // refused.
        assertEquals(List.of(405, 400), statuses(answer));
    }

    /// Each is one request, refused once; what follows it on the connection is never answered.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        two Hosts                     | 400 | GET / HTTP/1.1;Host: localhost;Host: b;;
        the same Host twice           | 400 | GET / HTTP/1.1;Host: localhost;Host: localhost;;
        no Host                       | 400 | GET / HTTP/1.1;;
        a foreign Host                | 421 | GET / HTTP/1.1;Host: evil.example;;
        a Host that starts like ours  | 421 | GET / HTTP/1.1;Host: localhost.evil.example;;
        a folded header               | 400 | GET / HTTP/1.1;Host: localhost;X-A: b;~c: d;;
        a folded header after an empty line | 400 | ;GET / HTTP/1.1;Host: localhost;X-A: b;~c: d;;
        a header folded with a tab    | 400 | GET / HTTP/1.1;Host: localhost;X-A: b;\\tc: d;;
        a folded transfer coding      | 400 | POST / HTTP/1.1;Host: localhost;Transfer-Encoding:;~chunked;;0;;
        length and chunked            | 400 | POST / HTTP/1.1;Host: localhost;Content-Length: 5;Transfer-Encoding: chunked;;0;;G
        two lengths                   | 400 | POST / HTTP/1.1;Host: localhost;Content-Length: 5;Content-Length: 6;;hello1
        a list of lengths             | 400 | POST / HTTP/1.1;Host: localhost;Content-Length: 5, 5;;hello
        a signed length               | 400 | POST / HTTP/1.1;Host: localhost;Content-Length: +5;;hello
        an unknown coding             | 400 | POST / HTTP/1.1;Host: localhost;Transfer-Encoding: xchunked;;0;;
        two codings                   | 400 | POST / HTTP/1.1;Host: localhost;Transfer-Encoding: gzip, chunked;;0;;
        a coding in HTTP/1.0          | 400 | POST / HTTP/1.0;Host: localhost;Transfer-Encoding: gzip, chunked;;0;;
        a blank before the colon      | 400 | GET / HTTP/1.1;Host: localhost;X-A : b;;
        a GET with a body             | 400 | GET / HTTP/1.1;Host: localhost;Content-Length: 5;;hello
        a GET with chunks             | 400 | GET / HTTP/1.1;Host: localhost;Transfer-Encoding: chunked;;0;;
        a foreign address             | 400 | GET http://evil.example/ HTTP/1.1;Host: localhost;;
        a bad method                  | 400 | G(T / HTTP/1.1;Host: localhost;;
        HTTP/0.9                      | 400 | GET /;;
        a foreign page's POST         | 403 | POST /api/v1/imports HTTP/1.1;Host: localhost;Origin: http://evil.example;Content-Length: 0;;
        a POST from nowhere           | 403 | POST /api/v1/imports HTTP/1.1;Host: localhost;Origin: null;Content-Length: 0;;
        a cross-site POST             | 403 | POST /api/v1/imports HTTP/1.1;Host: localhost;Sec-Fetch-Site: cross-site;Content-Length: 0;;
        a same-site POST              | 403 | POST /api/v1/imports HTTP/1.1;Host: localhost;Sec-Fetch-Site: same-site;Content-Length: 0;;
        """)
    void isRefusedWithAProblemAndTheConnectionCloses(String name, int status, String request) throws Exception {
        String bytes = request.replace("\\t", "\t").replace("~", " ").replace(";", "\r\n");
        String answer = send(bytes + "GET /health/live HTTP/1.1\r\n" + HOST + "\r\n");
        assertEquals(List.of(status), statuses(answer), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
        assertTrue(answer.contains("content-security-policy: default-src 'none'"), answer);
    }

    @Test
    void anAddressOrAHeadTooLargeIsRefused() throws Exception {
        assertEquals(List.of(414), statuses(send("GET /" + "a".repeat(9000) + " HTTP/1.1\r\n" + HOST + "\r\n")));
        assertEquals(
                List.of(431), statuses(send("GET / HTTP/1.1\r\n" + HOST + "X: " + "a".repeat(17_000) + "\r\n\r\n")));
    }

    @Test
    void clearTextHttp2IsNotSpoken() throws Exception {
        String upgrade = "GET /health/live HTTP/1.1\r\n" + HOST
                + "Connection: Upgrade, HTTP2-Settings\r\n"
                + "Upgrade: h2c\r\n"
                + "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n";
        assertEquals(List.of(200), statuses(send(upgrade)));
    }

    @Test
    void aSilentConnectionIsClosed(@TempDir Path other) throws Exception {
        ServerSettings impatient =
                new ServerSettings("127.0.0.1", 0, Set.of(), 1000, Duration.ofMillis(300), ZoneOffset.UTC, "test");
        try (Running hasty = new Running(other, impatient);
                Socket socket = hasty.connect()) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
            assertEquals(-1, socket.getInputStream().read());
        }
    }

    @Test
    void aConfiguredNameIsAnswered(@TempDir Path other) throws Exception {
        ServerSettings named = new ServerSettings(
                "127.0.0.1", 0, Set.of("figures.example"), 1000, Duration.ofSeconds(5), ZoneOffset.UTC, "test");
        try (Running here = new Running(other, named);
                Socket socket = here.connect()) {
            String request = "GET /health/live HTTP/1.1\r\nHost: Figures.example:80\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(List.of(200), statuses(answer), answer);
        }
    }

    @Test
    void anotherMethodIsTold() throws Exception {
        for (String method : List.of("TRACE", "CONNECT", "PUT", "DELETE", "BREW")) {
            String answer = send(method + " /health/live HTTP/1.1\r\n" + HOST + "\r\n");
            assertEquals(List.of(405), statuses(answer), method);
            assertTrue(answer.contains("allow: GET, HEAD"), answer);
        }
    }

    @Test
    void optionsTellTheMethods() throws Exception {
        String answer = send("OPTIONS /api/v1/targets HTTP/1.1\r\n" + HOST + "\r\n");
        assertEquals(List.of(204), statuses(answer), answer);
        assertTrue(answer.contains("allow: GET, HEAD, POST, OPTIONS"), answer);
    }

    @Test
    void whatIsNotThereIsNotThereForAnyMethod() throws Exception {
        for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")) {
            for (String path : List.of("/api/v1/nothing", "/api/v2/catalog", "/extracts/v/", "/health/")) {
                String answer = send(method + " " + path + " HTTP/1.1\r\n" + HOST + "\r\n");
                assertEquals(List.of(404), statuses(answer), method + " " + path);
            }
        }
    }

    /// Links beside the file would lead nowhere.
    @Test
    void anAddressHasOneForm() throws Exception {
        for (String path : List.of("/extracts/figures.csv", "/api/v1/catalog", "/api/v1/reports/R0001")) {
            String answer = send("GET " + path + "/ HTTP/1.1\r\n" + HOST + "\r\n");
            assertEquals(List.of(404), statuses(answer), path);
            assertTrue(answer.contains("\"accepted\":\"" + path + "\""), answer);
        }
        assertEquals(List.of(200), statuses(send("GET /extracts/ HTTP/1.1\r\n" + HOST + "\r\n")));
    }
}
