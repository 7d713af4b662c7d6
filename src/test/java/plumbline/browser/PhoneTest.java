package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a phone of 360 px shows first.
class PhoneTest extends DemoPages {
    private static final int SCREEN = 740;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/trends?m=talk_integrity_persontimes&o=D05&g=Q",
                "/compare?m=talk_integrity_persontimes&p=2022&parent=R",
                "/discipline?o=D15&p=2023-Q1",
                "/quality?m=talk_integrity_persontimes&o=D&f=2022-Q1&t=2024-Q4"
            })
    void theFigureBeginsOnTheFirstScreen(String path) {
        try (Visit visit = Visit.byPhone(chromium, demo)) {
            visit.open(path);
            double top = Visit.number(
                    visit.page.evaluate("document.querySelector('.figure').getBoundingClientRect().top + scrollY"));
            assertTrue(top < SCREEN, path + " begins at " + top);
        }
    }

    @Test
    void theFiltersAreFoldedBehindWhatIsChosenAndFoldAgainOnceApplied() {
        try (Visit visit = Visit.byPhone(chromium, demo)) {
            visit.open("/trends?m=talk_integrity_persontimes&o=D05&g=Q&f=2022-Q1&t=2024-Q4");
            assertFalse(visit.at("#filters").isVisible());
            String chosen = visit.at("#filter-fold").innerText();
            assertTrue(chosen.contains("廉政谈话人次 · 部门 已选1 · 季 · 2022年第1季度 · 2024年第4季度"), chosen);
            assertFalse(chosen.contains("不计入"), "what is as usual is not told");
            visit.at("#filter-fold").click();
            assertEquals("true", visit.at("#filter-fold").getAttribute("aria-expanded"));
            visit.page.locator("#filter-b").selectOption("ytd");
            visit.page.locator("#apply").click();
            visit.page.waitForURL(url -> url.contains("b=ytd"));
            visit.settle();
            assertFalse(visit.at("#filters").isVisible());
            assertTrue(visit.at("#filter-fold").innerText().contains("累计"));
            assertEquals("filter-fold", visit.page.evaluate("document.activeElement.id"));
            visit.assertQuiet();
        }
    }

    @Test
    void aWideWindowShowsTheFilters() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/trends");
            assertTrue(visit.at("#filters").isVisible());
            assertFalse(visit.at("#filter-fold").isVisible());
        }
    }
}
