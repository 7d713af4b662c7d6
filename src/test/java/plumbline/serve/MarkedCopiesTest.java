package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Finding;
import plumbline.FormKind;
import plumbline.Name;
import plumbline.Place;
import plumbline.Receipt;
import plumbline.Refusal;
import plumbline.Severity;
import plumbline.intake.Delivery;
import plumbline.write.Language;

/// The sender's own file with its faults marked, over HTTP; and how long it can be had.
class MarkedCopiesTest {
    private static final Contract CONTRACT = new Contract();
    private static final String FAULTY = "部门,期间,指标,数值\n办公室,2023-Q3,廉政谈话,many\n财务处,2023-Q3,廉政谈话,7\n";

    @TempDir
    Path folder;

    private static JsonObject upload(Running running, String query, String name, byte[] content) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--xyz--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> accepted = running.send(HttpRequest.newBuilder(running.at("/api/v1/imports" + query))
                .header("Content-Type", "multipart/form-data; boundary=xyz")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        String job = accepted.headers().firstValue("location").orElseThrow();
        running.get(job + "/events");
        HttpResponse<String> answer = running.get(job);
        assertEquals(
                List.of(),
                CONTRACT.faults("/api/v1/imports/{id}", "get", 200, "application/json", answer.body()),
                answer.body());
        return new JsonObject(answer.body());
    }

    private static HttpResponse<byte[]> bytes(Running running, String address) throws IOException {
        try {
            return running.client.send(
                    HttpRequest.newBuilder(running.at(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void aRefusedFileComesBackMarkedAndIsNowhereInTheLedger() throws IOException {
        try (Running running = new Running(folder).withSamples()) {
            int reports = running.ledger.reports(running.ledger.newest()).size();
            JsonObject job = upload(running, "", "一季度.csv", FAULTY.getBytes(StandardCharsets.UTF_8));
            JsonObject receipt = job.getJsonArray("receipts").getJsonObject(0);
            assertEquals("refused", receipt.getString("outcome"));
            assertNull(receipt.getJsonObject("earlier"));
            String address = receipt.getString("marked_copy");
            HttpResponse<byte[]> copy = bytes(running, address);
            assertEquals(200, copy.statusCode());
            assertEquals("no-store", copy.headers().firstValue("cache-control").orElse(""));
            assertTrue(copy.headers()
                    .firstValue("content-disposition")
                    .orElse("")
                    .endsWith("filename*=UTF-8''%E4%B8%80%E5%AD%A3%E5%BA%A6.%E6%A0%B8%E5%AF%B9.xlsx"));
            byte[] mended = mend(copy.body(), "3");
            assertEquals(
                    reports, running.ledger.reports(running.ledger.newest()).size());
            assertEquals(404, running.get(address.replace("file=1", "file=2")).statusCode());
            JsonObject again = upload(running, "?dry_run=true", "一季度.核对.xlsx", mended)
                    .getJsonArray("receipts")
                    .getJsonObject(0);
            assertEquals("would_accept", again.getString("outcome"));
            assertEquals("一季度.csv", again.getJsonObject("earlier").getString("file"));
            assertEquals("2023-06-01 16:00", again.getJsonObject("earlier").getString("checked_at"));
            assertEquals(64, again.getJsonObject("earlier").getString("sha256").length());
            assertNull(again.getString("marked_copy"));
        }
    }

    private static byte[] mend(byte[] copy, String value) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(copy));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            assertNotNull(workbook.getSheetAt(0).getRow(1).getCell(3).getCellComment());
            workbook.getSheetAt(0).getRow(1).getCell(3).setCellValue(value);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static Receipt refused(String file) {
        Finding fault = Finding.at(
                Severity.ERROR,
                "bad_number",
                file,
                new Place.Line(2, 4),
                "many",
                "18",
                new Name("不是数量", "is no count"));
        return new Receipt(
                file,
                Receipt.Outcome.REFUSED,
                Optional.of(FormKind.FIGURES),
                Optional.of("UTF-8"),
                Optional.empty(),
                Optional.empty(),
                Receipt.Counts.NONE,
                List.of(fault));
    }

    @Test
    void afterAnHourTheFileIsGone() {
        AtomicReference<Instant> now = new AtomicReference<>(Running.NOW);
        MarkedCopies copies = new MarkedCopies(now::get, ZoneOffset.UTC);
        Delivery file = new Delivery("a.csv", FAULTY.getBytes(StandardCharsets.UTF_8));
        assertEquals(Set.of(1), copies.keep("j", List.of(file), List.of(refused("a.csv"))));
        now.set(Running.NOW.plus(Duration.ofMinutes(59)));
        assertTrue(copies.make("j", 1, Language.ZH).whole());
        now.set(Running.NOW.plus(Duration.ofMinutes(61)));
        assertThrows(Refusal.class, () -> copies.make("j", 1, Language.ZH));
    }

    @Test
    void newerFilesPushOlderOnesOutOfMemoryAndLargeOnesKeepTheirList() {
        MarkedCopies copies = new MarkedCopies(() -> Running.NOW, ZoneOffset.UTC);
        byte[] seven = new byte[7 << 20];
        for (int i = 0; i < 20; i++) {
            copies.keep("j" + i, List.of(new Delivery("a.csv", seven)), List.of(refused("a.csv")));
        }
        assertThrows(Refusal.class, () -> copies.make("j0", 1, Language.ZH));
        copies.keep("large", List.of(new Delivery("b.csv", new byte[9 << 20])), List.of(refused("b.csv")));
        assertFalse(copies.make("large", 1, Language.ZH).whole());
    }
}
