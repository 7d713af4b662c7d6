package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The page that says what is not known.
class QualityPageTest extends DemoPages {
    private static final String OF_A_METRIC = "/quality?m=talk_integrity_persontimes&o=D&f=2022-Q1&t=2024-Q4";

    @Test
    void everyReportHasASignAndWhoOwesOneIsNamed() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/quality?o=D&f=2024-Q4&t=2026-Q3");
            assertEquals(20 * 8, visit.page.locator(".matrix tbody .state-cell").count());
            assertEquals(
                    6, visit.page.locator(".matrix tbody .state-not_reported").count());
            assertEquals(6, visit.page.locator(".owed li").count());
            String reminder = visit.at("[data-copy]").getAttribute("data-copy");
            assertEquals(7, reminder.lines().count(), reminder);
            assertTrue(reminder.contains("档案信息中心：2026年第3季度（应于2026年10月31日前报送"), reminder);
            assertEquals("12/18", visit.page.locator(".matrix tfoot td").nth(7).innerText());
            visit.assertQuiet();
        }
    }

    @Test
    void aStateOfAMetricOpensItsEvidenceAndTheArrowsWalk() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open(OF_A_METRIC);
            visit.cell("D05.2022-Q1").focus();
            visit.page.keyboard().press("ArrowRight");
            assertEquals("D05.2022-Q2", visit.page.evaluate("document.activeElement.dataset.ref"));
            assertEquals("＊", visit.cell("D05.2022-Q2").innerText());
            visit.page.keyboard().press("Enter");
            assertTrue(visit.card().innerText().contains("未公开"));
        }
    }

    @Test
    void manyQuestionsOfOneKindStandFoldedAndAFewOpen() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/quality?o=D&f=2024-Q4&t=2026-Q3");
            visit.page.locator(".questions:not([aria-busy])").waitFor();
            Set<Boolean> seen = new HashSet<>();
            for (Locator group : visit.page.locator(".questions > details").all()) {
                int count = group.locator("> ul > li").count();
                boolean many = count > 8;
                seen.add(many);
                String title = group.locator("> summary").innerText();
                assertTrue(title.endsWith("（" + count + "）"), title);
                assertEquals(!many, group.locator("> ul > li").first().isVisible(), title);
                if (many) {
                    group.locator("> summary").click();
                    assertTrue(group.locator("> ul > li").last().isVisible(), title);
                }
            }
            assertEquals(Set.of(true, false), seen, "the demonstration has a kind with many and one with a few");
            visit.assertQuiet();
        }
    }

    @Test
    void aContradictionLeadsToItsEvidence() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open(OF_A_METRIC);
            visit.at(".findings a").click();
            visit.page.waitForURL(url -> url.contains("/trends?m=talk_integrity_persontimes&o=D05&g=H"));
            assertTrue(visit.card().innerText().contains("各部分相加"));
        }
    }

    @Test
    void theCoverageOfTheOverviewLeadsHere() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/?o=D&p=2025-Q4");
            visit.at(".overview-table a.coverage").click();
            visit.page.waitForURL(demo.address() + "/quality?m=study_centre_group_sessions&o=D&f=2024-Q1&t=2025-Q4");
        }
    }

    @Test
    void aPinnedPageSaysWhichNumbersAndReportsAreOthersNow() {
        try (Visit visit = new Visit(chromium, demo)) {
            String reports =
                    visit.page.request().get(demo.address() + "/api/v1/reports").text();
            visit.open(OF_A_METRIC + "&at=" + ComparePageTest.before(reports, "corrections.csv"));
            Locator since = visit.at(".since");
            assertEquals("1", since.getAttribute("data-since"));
            assertTrue(since.innerText().contains("财务审计处 · 2024年第1季度 11 → 16 r2"), since.innerText());
            since.locator("li a").click();
            assertTrue(visit.card().innerText().contains("原文"));
            visit.open("/quality?o=D&f=2025-Q4&t=2026-Q3&at=" + ComparePageTest.before(reports, "2026.csv"));
            assertTrue(since.innerText().matches("(?s).*综合办公室 · 2026年第1季度 .+ → 已报送.*"), since.innerText());
            since.locator("a").last().click();
            visit.page.waitForFunction("() => !location.search.includes('at=')");
            assertFalse(visit.settle().at(".since").isVisible());
        }
    }
}
