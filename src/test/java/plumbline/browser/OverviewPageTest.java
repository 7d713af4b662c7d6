package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/// The page that leaders open first.
class OverviewPageTest extends DemoPages {
    private static final String ASKED = "/?o=D01&p=2026-Q2";
    private static final String PINNED = "/?o=D&p=2025-Q4";

    @Test
    void itTellsThreeSentencesAndKeyMetricsWithoutTheChartLibrary() {
        try (Visit visit = new Visit(chromium, demo)) {
            ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
            visit.page.onRequest(request -> asked.add(request.url()));
            visit.open("/");
            assertEquals(3, visit.page.locator(".sentences li").count());
            assertEquals(10, visit.page.locator(".overview-table tbody tr").count());
            assertFalse(visit.page.content().contains("m=discipline_"));
            assertEquals(
                    10,
                    visit.page.locator(".overview-table svg.spark[aria-label]").count());
            assertTrue(visit.at(".overview-table .now").innerText().contains("至少"));
            assertFalse(asked.stream().anyMatch(url -> url.contains("echarts")), asked::toString);
            assertEquals("总览", visit.at("#navigation [aria-current]").innerText());
            visit.assertQuiet();
        }
    }

    @Test
    void theAddressIsItsStateAndARowLeadsToTheTrend() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open(PINNED);
            visit.page.locator("#filter-p").selectOption("2025-H2");
            visit.page.locator("#apply").click();
            visit.page.waitForURL(demo.address() + "/?o=D&p=2025-H2");
            visit.page.goBack();
            visit.settle();
            visit.page.waitForFunction("() => document.querySelector('#filter-p').value === '2025-Q4'");
            visit.at(".overview-table tbody th a").click();
            visit.page.waitForURL(demo.address() + "/trends?m=study_centre_group_sessions&o=D&g=Q");
        }
    }

    @Test
    void aValueOpensItsParts() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open(PINNED);
            visit.cell("study_centre_group_sessions").click();
            assertTrue(visit.card().innerText().contains("覆盖"));
        }
    }

    @Test
    void organisationsThatDoNotAddUpAreOfferedOneByOne() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/?o=R");
            assertEquals(0, visit.page.locator(".overview-table").count());
            assertEquals(5, visit.page.locator(".choices a").count());
            visit.at(".choices a").click();
            visit.page.waitForURL(demo.address() + "/?o=R1");
        }
    }

    /// A standard of the period, and one of the year that still runs.
    @Test
    void standardsHaveAColumnWhereThereAreAny() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open(ASKED);
            assertEquals(2, visit.page.locator(".td-target .bullet").count());
            assertEquals(
                    List.of("未达到", "已达到"),
                    visit.page.locator(".td-target .attainment").allInnerTexts());
            visit.open("/?o=D&p=2026-Q2");
            assertEquals(0, visit.page.locator(".th-target").count());
            visit.assertQuiet();
        }
    }

    @Test
    void itPrintsOnOneSheet() {
        try (Visit visit = new Visit(chromium, demo)) {
            for (String path :
                    List.of("/?print=1", "/?lang=en&print=1", ASKED + "&print=1", ASKED + "&lang=en&print=1")) {
                visit.open(path);
                byte[] pdf = visit.page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
                assertEquals(1, PdfText.of(pdf).pages(), path);
            }
        }
    }
}
