package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A clerk whose file is refused fetches it back with its faults marked, mends it and hands it in again.
class MarkedCopyPageTest extends DemoPages {
    @TempDir
    Path folder;

    @Test
    void theMarkedFileIsFetchedMendedAndTakenIn() throws IOException {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/reports");
            String faulty = "部门,期间,指标,数值\nD03,2026-Q4,廉政谈话人次,许多\n";
            visit.page
                    .locator("#import-files")
                    .setInputFiles(new FilePayload("四季度.csv", "text/csv", faulty.getBytes(StandardCharsets.UTF_8)));
            visit.page.locator("#import-go").click();
            visit.page.locator(".job[data-status=refused]").waitFor();
            Download download = visit.page.waitForDownload(
                    () -> visit.page.locator(".marked-copy").click());
            assertEquals("四季度.核对.xlsx", download.suggestedFilename());
            Path copy = folder.resolve("copy.xlsx");
            download.saveAs(copy);
            mend(copy);
            visit.page.locator("#import-files").setInputFiles(copy);
            visit.page.locator("#import-go").click();
            visit.page.locator(".job[data-status=done]").waitFor();
            assertTrue(visit.page.locator(".receipt .earlier").innerText().startsWith("修改自“四季度.csv”（20"));
            assertEquals(0, visit.page.locator(".marked-copy").count());
            visit.open("/trends?m=talk_integrity_persontimes&o=D03&g=Q&f=2026-Q3&t=2026-Q4");
            assertTrue(visit.cell("0.2026-Q4").innerText().contains("19"));
            visit.assertQuiet();
        }
    }

    private static void mend(Path copy) throws IOException {
        try (InputStream in = Files.newInputStream(copy);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            Cell faulty = workbook.getSheetAt(0).getRow(1).getCell(3);
            assertTrue(faulty.getCellComment().getString().getString().contains("【错误】“许多”"));
            faulty.setCellValue(19);
            try (OutputStream out = Files.newOutputStream(copy)) {
                workbook.write(out);
            }
        }
    }
}
