package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A clerk fetches a form, fills it in and hands it in.
class TemplatePageTest extends DemoPages {
    private static final int FIRST = 4;
    private static final int VALUE = 4;

    @TempDir
    Path folder;

    @Test
    void aFormThatIsFilledInComesBackAndIsOnTheChart() throws IOException {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/reports");
            visit.page.locator("#template-department").selectOption("D02");
            visit.page.locator("#template-period").selectOption("2026-Q4");
            Download download = visit.page.waitForDownload(
                    () -> visit.page.locator("#template-go").click());
            assertEquals("人事教育处-2026-Q4.xlsx", download.suggestedFilename());
            Path form = folder.resolve("form.xlsx");
            download.saveAs(form);
            assertEquals("理论学习中心组学习次数", fillFirst(form, 17));
            visit.page.locator("#import-files").setInputFiles(form);
            visit.page.locator("#import-go").click();
            visit.page.locator(".job[data-status=done]").waitFor();
            assertEquals(0, visit.page.locator(".receipt table").count(), "no findings");
            visit.open("/trends?m=study_centre_group_sessions&o=D02&g=Q&f=2026-Q3&t=2026-Q4");
            assertTrue(visit.cell("0.2026-Q4").innerText().contains("17"));
            visit.assertQuiet();
        }
    }

    /// Writes a number on the first line and answers what it counts.
    private static String fillFirst(Path form, int number) throws IOException {
        try (InputStream in = Files.newInputStream(form);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            sheet.getRow(FIRST).getCell(VALUE).setCellValue(number);
            try (OutputStream out = Files.newOutputStream(form)) {
                workbook.write(out);
            }
            return sheet.getRow(FIRST).getCell(0).getStringCellValue();
        }
    }

    @Test
    void thePageSpeaksEnglishAndSoDoesTheForm() throws IOException {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/reports?lang=en");
            assertEquals("Form to fill in", visit.page.locator("#template h2").innerText());
            Download download = visit.page.waitForDownload(
                    () -> visit.page.locator("#template-go").click());
            try (InputStream in = download.createReadStream();
                    XSSFWorkbook workbook = new XSSFWorkbook(in)) {
                assertEquals(
                        List.of("Form", "How to fill in"), List.of(workbook.getSheetName(0), workbook.getSheetName(1)));
            }
            visit.assertQuiet();
        }
    }
}
