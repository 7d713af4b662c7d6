package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.Mode;
import plumbline.Receipt;
import plumbline.intake.Delivery;
import plumbline.intake.Order;
import plumbline.intake.Progress;

/// A narrative report as offices write it, from its file to the sentence on the card.
class DocumentsTest {
    private static final String FIRST = "集体廉政谈话60余人次";
    private static final String SECOND = "个别谈话提醒9人次";

    @TempDir
    Path folder;

    private Running running;

    @BeforeEach
    void start() {
        running = new Running(folder);
        running.take("departments.csv", Samples.DEPARTMENTS, Mode.ADD);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @CsvSource({
        "report.docx, DOCX, writer.txt",
        "report.doc, DOC, writer.txt",
        "writer.pdf, PDF, writer-pdf.txt",
        "browser.pdf, PDF, browser-pdf.txt",
        "page.html, 'HTML, GB18030', page.txt",
    })
    void aFigureLeadsToItsSentenceInTheDocument(String file, String encoding, String expected) throws IOException {
        String text = new String(bytes(expected), StandardCharsets.UTF_8);
        Delivery document = new Delivery(file, bytes(file));
        assertEquals(
                List.of(Receipt.Outcome.ACCEPTED, Receipt.Outcome.ACCEPTED),
                outcomes(form("together.csv", "2024-Q1", "60余", file, text, FIRST), document));
        assertEquals(
                List.of(Receipt.Outcome.ACCEPTED), // the text is in the ledger by now
                outcomes(form("later.csv", "2024-Q2", "9", file, text, SECOND)));

        card("F000001", text, FIRST);
        card("F000002", text, SECOND);
        JsonObject page = json("/api/v1/reports/R0002");
        assertEquals(text, page.getString("text"));
        assertEquals("text", page.getJsonObject("report").getString("kind"));
        assertEquals(encoding, page.getJsonObject("report").getString("encoding"));
        assertEquals(2, page.getJsonArray("marks").size());
        assertArrayEquals(document.bytes(), content());
        assertEquals(List.of(Receipt.Outcome.ALREADY_IMPORTED), outcomes(document));
    }

    @Test
    void aDocumentWithoutWordsKeepsItsReason() throws IOException {
        byte[] page = bytes("page.html");
        refused("table.xls", page, "html_workbook");
        refused("empty.html", "<html><body></body></html>".getBytes(StandardCharsets.UTF_8), "no_text");
        byte[] word = bytes("report.docx");
        refused("torn.docx", java.util.Arrays.copyOf(word, word.length / 2), "damaged_document");
        assertEquals(1, running.ledger.newest().importNumber());
    }

    private void refused(String name, byte[] bytes, String rule) {
        Receipt receipt = take(new Delivery(name, bytes)).getFirst();
        assertEquals(Receipt.Outcome.REFUSED, receipt.outcome(), name);
        assertEquals(rule, receipt.findings().getFirst().rule(), receipt.toString());
    }

    private void card(String figure, String text, String sentence) {
        JsonObject place = json("/api/v1/figures/" + figure).getJsonObject("place");
        int start = text.indexOf(sentence);
        assertEquals("passage", place.getString("kind"));
        assertEquals("R0002", place.getString("report"));
        assertEquals(sentence, place.getString("quote"));
        assertEquals(text.substring(start - 80, start), place.getString("before"));
        int end = start + sentence.length();
        assertEquals(text.substring(end, end + 80), place.getString("after"));
    }

    private static Delivery form(
            String name, String period, String value, String document, String text, String sentence) {
        int start = text.indexOf(sentence); // no character outside the basic plane
        String row = "D1,%s,talks,%s,%s,%d,%d,%s%n"
                .formatted(period, value, document, start, start + sentence.length(), sentence);
        String header = "department,period,metric,value,document,start,end,quote\n";
        return new Delivery(name, (header + row).getBytes(StandardCharsets.UTF_8));
    }

    private List<Receipt.Outcome> outcomes(Delivery... files) {
        return take(files).stream().map(Receipt::outcome).toList();
    }

    private List<Receipt> take(Delivery... files) {
        Order order = new Order(Mode.ADD, Optional.empty(), Optional.empty(), Optional.empty(), false, "tester");
        return running.intake.accept(List.of(files), order, Progress.SILENT);
    }

    private JsonObject json(String path) {
        return new JsonObject(running.get(path).body());
    }

    private byte[] content() {
        HttpRequest request = HttpRequest.newBuilder(running.at("/api/v1/reports/R0002/content"))
                .build();
        try {
            return running.client
                    .send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = DocumentsTest.class.getResourceAsStream("/texts/documents/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }
}
