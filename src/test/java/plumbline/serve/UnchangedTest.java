package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Mode;
import plumbline.consolidate.Consolidation;
import plumbline.intake.Delivery;
import plumbline.intake.Intake;
import plumbline.intake.Order;
import plumbline.intake.Progress;
import plumbline.ledger.Ledger;

/// Whoever asks again is told that nothing changed, exactly as long as that is so.
class UnchangedTest {
    private static final String SERIES = "/api/v1/series?metric=talks&department=D1&period=2021-Q1..2022-Q4";
    private static final String MORE = "department,period,metric,value\nD1,2021-Q1,talks,5\n";

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Running.NOW);
    private Running running;

    @BeforeEach
    void start() {
        running = new Running(folder, ServerSettings.of("127.0.0.1", 0), () -> Running.NOW.minusSeconds(3600), now::get)
                .withSamples();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("etag").orElseThrow();
    }

    private int again(String tag) {
        int status = running.get(SERIES, "If-None-Match", tag).statusCode();
        assertEquals(status, running.get(SERIES, "If-None-Match", tag).statusCode(), "asked twice");
        return status;
    }

    @Test
    void anImportIsSeenAtOnce() {
        String tag = tag(running.get(SERIES));
        assertEquals(304, again(tag));
        running.take("more.csv", MORE, Mode.ADD);
        assertEquals(200, again(tag));
        String other = tag(running.get(SERIES));
        assertNotEquals(tag, other);
        assertEquals(304, again(other));
    }

    @Test
    void soIsAnImportOfAnotherProgram() {
        String tag = tag(running.get(SERIES));
        assertEquals(304, again(tag));
        String file = folder.resolve("ledger.db").toString();
        try (Ledger other = Ledger.open(file, Samples.CATALOG, new Consolidation(), () -> Running.NOW)) {
            Order order = new Order(Mode.ADD, Optional.empty(), Optional.empty(), Optional.empty(), false, "other");
            Delivery more = new Delivery("more.csv", MORE.getBytes(StandardCharsets.UTF_8));
            new Intake(Samples.CATALOG, other).accept(List.of(more), order, Progress.SILENT);
        }
        assertEquals(200, again(tag));
    }

    @Test
    void anotherDayIsAnotherAnswer() {
        String tag = tag(running.get(SERIES));
        assertEquals(304, again(tag));
        now.set(Running.NOW.plusSeconds(86_400));
        assertEquals(200, again(tag));
    }

    @Test
    void eachCodingHasItsTagAndItsAnswer() {
        String plain = tag(running.get(SERIES));
        for (String coding : List.of("gzip", "br")) {
            HttpResponse<Void> packed = running.head(SERIES, "Accept-Encoding", coding);
            assertEquals(coding, packed.headers().firstValue("content-encoding").orElse(""));
            assertEquals("accept-encoding", packed.headers().firstValue("vary").orElse(""));
            String tag = packed.headers().firstValue("etag").orElse("");
            assertEquals(plain.replaceFirst("\"$", "-" + coding + "\""), tag);
            HttpResponse<Void> known = running.head(SERIES, "Accept-Encoding", coding, "If-None-Match", tag);
            assertEquals(304, known.statusCode());
            assertEquals(tag, known.headers().firstValue("etag").orElse(""));
            assertEquals("accept-encoding", known.headers().firstValue("vary").orElse(""));
        }
    }

    @Test
    void aSmallAnswerIsSentAsItIs() {
        HttpResponse<Void> small = running.head("/extracts/count", "Accept-Encoding", "gzip, br");
        assertEquals(Optional.empty(), small.headers().firstValue("content-encoding"));
    }

    /// Not of the body's bytes, so it is right for errors, too.
    @Test
    void anErrorIsNeverTakenForUnchanged() {
        HttpResponse<String> wrong = running.get(SERIES + "&nonsense=1", "If-None-Match", "*");
        assertEquals(400, wrong.statusCode());
        HttpRequest.Builder post = HttpRequest.newBuilder(running.at(SERIES))
                .header("If-None-Match", "*")
                .POST(HttpRequest.BodyPublishers.noBody());
        assertEquals(405, running.send(post).statusCode());
    }
}
