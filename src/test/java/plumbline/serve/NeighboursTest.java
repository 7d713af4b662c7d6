package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plumbline.Mode;
import plumbline.Receipt;
import plumbline.intake.Delivery;
import plumbline.intake.Order;
import plumbline.intake.Progress;

/// The evidence of a figure from a workbook: its cell, and what stands around it on the sheet.
class NeighboursTest extends SampleServer {
    private static final Contract CONTRACT = new Contract();
    private static final String TEMPLATE = "/api/v1/figures/{id}/cells";

    static String figure;

    @BeforeAll
    static void more() throws IOException {
        Order order = new Order(Mode.ADD, Optional.empty(), Optional.empty(), Optional.empty(), false, "tester");
        List<Receipt> receipts =
                running.intake.accept(List.of(new Delivery("talks.xlsx", workbook())), order, Progress.SILENT);
        assertEquals(Receipt.Outcome.ACCEPTED, receipts.getFirst().outcome(), receipts.toString());
        figure = new JsonObject(running.get("/api/v1/series?metric=talks&department=D1&period=2021-Q4")
                        .body())
                .getJsonArray("series")
                .getJsonObject(0)
                .getJsonArray("points")
                .getJsonObject(0)
                .getJsonArray("figures")
                .getString(0);
    }

    /// Departments down the side, quarters across; the fourth quarter of the office stands in F9.
    static byte[] workbook() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("廉政谈话");
            text(sheet, 0, "廉政谈话（人次）");
            text(sheet, 1, "部门", "期间", "指标", "备注", "来源", "数值");
            for (int i = 0; i < 6; i++) {
                text(sheet, 2 + i, "财务处", "%d-Q1".formatted(2015 + i), "talks", "", "", "");
            }
            Row row = text(sheet, 8, "办公室", "2021-Q4", "talks", "补报", "台账", "");
            row.createCell(5).setCellValue(37);
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static Row text(Sheet sheet, int number, String... texts) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                row.createCell(i).setCellValue(texts[i]);
            }
        }
        return row;
    }

    private static JsonObject cells() {
        HttpResponse<String> answer = running.get("/api/v1/figures/" + figure + "/cells");
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(List.of(), CONTRACT.faults(TEMPLATE, "get", 200, "application/json", answer.body()));
        return new JsonObject(answer.body());
    }

    private static List<JsonObject> objects(JsonArray array) {
        return IntStream.range(0, array.size()).mapToObj(array::getJsonObject).toList();
    }

    @Test
    void theCellStandsAmongItsNeighbours() {
        JsonObject cells = cells();
        assertEquals("廉政谈话 F9", cells.getString("sheet") + " " + cells.getString("column") + cells.getInteger("row"));
        List<JsonObject> rows = objects(cells.getJsonArray("rows"));
        assertEquals(
                List.of(6, 7, 8, 9, 10, 11),
                rows.stream().map(row -> row.getInteger("number")).toList());
        assertEquals(
                new JsonArray(List.of("talks", "补报", "台账", "37", "", "", "")),
                rows.get(3).getJsonArray("cells"));
    }

    @Test
    void columnsAndRowsHaveTheirFirstWords() {
        JsonObject cells = cells();
        assertEquals(
                List.of("C 指标", "D 备注", "E 来源", "F 数值", "G ", "H ", "I "),
                objects(cells.getJsonArray("columns")).stream()
                        .map(each -> each.getString("name") + " " + each.getString("head"))
                        .toList());
        assertEquals("办公室", objects(cells.getJsonArray("rows")).get(3).getString("label"));
    }

    @Test
    void theSameCellIsNotSentAgain() {
        String path = "/api/v1/figures/" + figure + "/cells";
        String tag = running.get(path).headers().firstValue("etag").orElseThrow();
        assertEquals(304, running.get(path, "If-None-Match", tag).statusCode());
    }
}
