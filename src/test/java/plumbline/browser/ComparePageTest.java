package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Departments beside each other: two periods, period by period, then and now.
class ComparePageTest extends DemoPages {
    private static final String HEAT = "/compare?m=talk_integrity_persontimes&d=all&g=Q&f=2023-Q1&t=2024-Q4&vw=heat";

    private static Visit visit(int width) {
        return new Visit(chromium, demo, width);
    }

    private static Locator heatCell(Visit visit, String point) {
        return visit.page.locator("table.heat a[href='#pt=" + point + "']");
    }

    @Test
    void arrowsWalkOverTheHeatTableAndEnterOpensTheEvidence() {
        try (Visit visit = visit(1280)) {
            visit.open(HEAT);
            assertEquals(1, visit.page.locator("table.heat a[tabindex='0']").count());
            heatCell(visit, "D05.2023-Q1").focus();
            visit.page.keyboard().press("ArrowRight");
            assertEquals("#pt=D05.2023-Q2", visit.page.evaluate("document.activeElement.getAttribute('href')"));
            assertTrue(visit.at("#heat-told").innerText().startsWith("后勤保障中心 · 2023年第2季度"));
            visit.page.keyboard().press("Enter");
            assertTrue(visit.card().innerText().contains("原文"));
            visit.page.keyboard().press("Escape");
            visit.page.waitForFunction("() => document.getElementById('card').hidden");
            assertEquals("#pt=D05.2023-Q2", visit.page.evaluate("document.activeElement.getAttribute('href')"));
            visit.assertQuiet();
        }
    }

    @Test
    void aTotalOpensItsPartsFirstAndTheSecondKeyTheWords() {
        try (Visit visit = visit(1280)) {
            visit.open(HEAT);
            heatCell(visit, "DG1.2024-Q1").focus();
            visit.page.keyboard().press("Enter");
            visit.card().locator(".parts a").first().waitFor();
            visit.page.keyboard().press("Enter");
            visit.page.waitForURL(Pattern.compile(".*#fig=F.*"));
            visit.page.locator("#card .form mark").waitFor();
            visit.assertQuiet();
        }
    }

    @Test
    void theHeatTableScrollsInItsOwnRegionOnAPhone() {
        try (Visit visit = visit(360)) {
            visit.open(HEAT);
            assertEquals(360, visit.page.evaluate("document.documentElement.scrollWidth"));
            heatCell(visit, "D20.2024-Q4").focus();
            List<?> seen = (List<?>) visit.page.evaluate(
                    "() => { const cell = document.activeElement.getBoundingClientRect(); const name ="
                            + " document.activeElement.closest('tr').cells[0].getBoundingClientRect(); const head"
                            + " = document.querySelector('table.heat thead tr + tr').getBoundingClientRect();"
                            + " return [cell.left - name.right, cell.top - head.bottom, innerWidth -"
                            + " cell.right].map(Math.round); }");
            for (Object room : seen) {
                assertTrue(Visit.number(room) >= -1, "a cell under a header or outside: " + seen);
            }
        }
    }

    @Test
    void twoPeriodsAreJoinedOnlyWhereBothAreExact() {
        try (Visit visit = visit(1280)) {
            visit.open("/compare?m=talk_integrity_persontimes&p=2023-Q2&d=all&vw=pair");
            assertTrue(visit.at(".lede").innerText().contains("2023年第2季度与2022年第2季度相比"));
            assertTrue(visit.written().stream().anyMatch(text -> text.words().equals("＊未公开")));
            visit.cell("D05~base").click();
            assertTrue(visit.card().innerText().contains("它不是零"));
            visit.assertQuiet();
        }
    }

    @Test
    void aPinnedPageSaysWhatHasChangedSinceAndLeadsToNow() {
        try (Visit visit = visit(1280)) {
            String before = visit.page
                    .request()
                    .get(demo.address() + "/api/v1/reports")
                    .text()
                    .transform(reports -> before(reports, "corrections.csv"));
            visit.open("/trends?m=talk_integrity_persontimes&o=D03&g=Q&f=2023-Q1&t=2024-Q4&at=" + before);
            Locator since = visit.at(".since");
            assertEquals("1", since.getAttribute("data-since"));
            assertTrue(since.innerText().contains("财务审计处 · 2024年第1季度 11 → 16 r2"), since.innerText());
            since.locator("li a").click();
            assertTrue(visit.card().innerText().contains("原文"));
            visit.page.locator("#why:not([hidden])").waitFor();
            since.locator("a").last().click();
            visit.page.waitForFunction("() => !location.search.includes('at=')");
            visit.settle();
            assertFalse(visit.at(".since").isVisible());
            assertEquals("16 r2", visit.cell("0.2024-Q1").innerText().replaceAll("\\s+", " "));
        }
    }

    /// The instant of the last import before the one of this file; the list has the newest first.
    static String before(String reports, String file) {
        String after = reports.substring(reports.indexOf("\"" + file + "\""));
        java.util.regex.Matcher times =
                Pattern.compile("\"received_at\":\"([^\"]+)\"").matcher(after);
        assertTrue(times.find(), "its own moment");
        assertTrue(times.find(), "the moment before");
        return times.group(1);
    }
}
