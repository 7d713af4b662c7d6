package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Numbers in tables are plain digits in groups of three; 万 is for the axes of charts and for the words of reports.
class PlainNumbersTest extends DemoPages {
    private static final String LARGE = """
        department,period,metric,value
        D01,2024-Q4,study_essays,234567
        D01,2025-Q4,study_essays,345678
        D02,2025-Q4,study_essays,62万
        D03,2025-Q4,study_essays,12万余
        """;

    @Test
    void noTableOfAnyPageCountsInTenThousands() {
        List<String> found = new ArrayList<>();
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/reports");
            visit.page
                    .locator("#import-files")
                    .setInputFiles(new FilePayload("large.csv", "text/csv", LARGE.getBytes(StandardCharsets.UTF_8)));
            visit.page.locator("#import-go").click();
            visit.page.locator(".job[data-status=done]").waitFor();
            List<String> pages = new ArrayList<>(List.of(
                    "/trends?m=study_essays&o=D01,D02,D03&g=Q&f=2024-Q1&t=2025-Q4",
                    "/compare?m=study_essays&p=2025-Q4&parent=D&d=all",
                    "/compare?m=study_essays&p=2025-Q4&parent=D&d=all&vw=pair",
                    "/compare?m=study_essays&parent=D&d=all&vw=heat&g=Q&f=2024-Q1&t=2025-Q4",
                    "/?o=D01&p=2025-Q4",
                    "/extracts?m=study_essays"));
            pages.addAll(PagesTest.PAGES);
            for (String page : pages) {
                for (String lang : List.of("", "&lang=en")) {
                    visit.open(page + (page.contains("?") ? "" : "?") + lang);
                    ((List<?>) visit.ask("numbers.js")).forEach(each -> found.add(page + lang + " " + each));
                }
            }
            assertEquals(List.of(), found);
            visit.open(pages.getFirst());
            assertEquals("345,678", visit.cell("0.2025-Q4").innerText());
            assertTrue(visit.cell("1.2025-Q4").innerText().startsWith("62万 · "), "the report's own words stay");
            assertTrue(visit.written().stream().anyMatch(text -> text.words().endsWith("万")), "the axis counts in 万");
        }
    }
}
