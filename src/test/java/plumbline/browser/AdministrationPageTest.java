package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/// Administration as a person uses it.
class AdministrationPageTest extends DemoPages {
    private static final String WITHDRAWAL = "/admin?tab=departments&do=withdrawStep&id=2025-01-01,moved,E03,E2";

    private static void signed(Visit visit, String reason) {
        visit.page.fill("#admin-reason", reason);
        visit.page.fill("#admin-actor", "王");
    }

    private static Locator effect(Visit visit) {
        visit.page.click("#admin-preview");
        Locator told = visit.at("#admin-told .lede");
        told.waitFor(new Locator.WaitForOptions().setTimeout(60_000)); // every chart it may touch is drawn twice
        return told;
    }

    @Test
    void aReorganisationIsTakenBackAfterItsEffectWasSeenAndItsCodeTyped() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open(WITHDRAWAL);
            signed(visit, "文件已撤销");
            String sentence = effect(visit).innerText();
            assertTrue(sentence.matches("影响：5张图、[1-9][0-9]*个数字、2个断点。"), sentence);
            visit.page.click("#admin-save");
            assertEquals("请输入 E03。", visit.at("#admin-typed-fault").innerText().replace("！ ", ""));
            assertEquals("admin-typed", visit.page.evaluate("document.activeElement.id"));
            visit.page.fill("#admin-typed", "E03");
            visit.page.click("#admin-save");
            visit.at("#admin-saved").waitFor();
            assertTrue(visit.page.locator("tr:has(del)").innerText().contains("文件已撤销"));
            visit.page.click("#admin-saved a[href*='tab=log']");
            visit.page.waitForURL(url -> url.contains("tab=log"));
            visit.settle();
            String newest = visit.at("#admin-list tbody tr").innerText();
            assertTrue(newest.contains("王") && newest.contains("撤回") && newest.contains("文件已撤销"), newest);
            visit.assertQuiet();
        }
    }

    @Test
    void faultsAreListedOnTopAndLeadToTheirFields() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/admin?tab=departments&do=add");
            visit.page.click("#admin-preview");
            visit.at("#admin-faults:not([hidden])").waitFor();
            assertEquals("admin-faults", visit.page.evaluate("document.activeElement.id"));
            assertEquals(4, visit.page.locator("#admin-faults li").count(), "code, name, reason and who");
            visit.page.fill("#admin-code", "9x");
            visit.page.fill("#admin-name_zh", "信息处");
            signed(visit, "新设");
            visit.page.click("#admin-preview");
            Locator fault = visit.at("#admin-faults li:has-text('9x')");
            fault.waitFor();
            fault.locator("a").click();
            assertEquals("admin-code", visit.page.evaluate("document.activeElement.id"));
            assertEquals("true", visit.at("#admin-code").getAttribute("aria-invalid"));
        }
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsShownBesideMine() {
        try (Visit mine = new Visit(chromium, demo);
                Visit theirs = new Visit(chromium, demo)) {
            mine.open("/admin?tab=departments&do=correct&id=D05");
            theirs.open("/admin?tab=departments&do=correct&id=D05");
            theirs.page.fill("#admin-name_zh", "后勤服务中心");
            signed(theirs, "编办批复");
            effect(theirs);
            theirs.page.click("#admin-save");
            theirs.at("#admin-saved").waitFor();
            mine.page.fill("#admin-name_zh", "机关后勤中心");
            signed(mine, "通知");
            mine.page.click("#admin-preview");
            mine.at("#admin-conflict").waitFor();
            String both = mine.at("#admin-told table").innerText();
            assertTrue(both.contains("后勤保障中心") && both.contains("后勤服务中心") && both.contains("机关后勤中心"), both);
            mine.page.click("#admin-mine");
            mine.at("#admin-effect").waitFor();
        }
    }

    @Test
    void aMetricOfSanctionsKeepsItsDirection() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/admin?id=discipline_party_persons");
            assertTrue(visit.at("#admin-direction").isDisabled());
            visit.open("/admin?id=study_essays");
            assertFalse(visit.at("#admin-direction").isDisabled());
            visit.page.fill("#admin-changed", "2024-01-01");
            signed(visit, "口径调整");
            String sentence = effect(visit).innerText();
            assertTrue(sentence.matches("影响：[1-9][0-9]*张图、0个数字、1个断点。"), sentence);
            visit.assertQuiet();
        }
    }

    @Test
    void onAPhoneItIsReadAndNotChanged() {
        try (Visit visit = Visit.byPhone(chromium, demo)) {
            for (String tab : new String[] {"metrics", "departments", "calendar", "jobs", "log"}) {
                visit.open("/admin?tab=" + tab + "&lang=en");
                assertEquals(360, visit.page.evaluate("document.documentElement.scrollWidth"), tab);
                assertEquals(
                        0,
                        visit.page
                                .locator(".admin-acts:visible, .admin-edit-link:visible")
                                .count(),
                        tab);
            }
            visit.open("/admin?id=study_essays");
            assertFalse(visit.at("#admin-form").isVisible());
            assertTrue(visit.at(".admin-phone").innerText().contains("请用电脑"));
            visit.assertQuiet();
        }
    }

    /// 200 % of a small desktop, and 400 % of a large one (WCAG 1.4.10): nothing may be lost there.
    @Test
    void aComputerThatEnlargesChangesAllTheSame() {
        for (int width : new int[] {640, 320}) {
            try (Visit visit = new Visit(chromium, demo, width)) {
                visit.open("/admin?id=study_essays");
                assertTrue(visit.at("#admin-form").isVisible());
                assertFalse(visit.at(".admin-phone").isVisible());
                assertEquals(width, visit.page.evaluate("document.documentElement.scrollWidth"));
                visit.open("/admin?tab=departments");
                assertTrue(visit.page.locator(".admin-acts:visible").count() > 0);
                assertEquals(width, visit.page.evaluate("document.documentElement.scrollWidth"));
                visit.assertQuiet();
            }
        }
    }

    @Test
    void anActThatIsNoneIsNone() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/admin?tab=departments&id=D01&do=constructor");
            assertTrue(visit.at("#admin-list table").isVisible());
            assertFalse(visit.at("#admin-form").isVisible());
            visit.assertQuiet();
        }
    }

    @Test
    void theLogIsFilteredByItsAddressAndKeepsNoMoreThanThat() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/admin?tab=log&a=reorganisations&by=demo");
            assertEquals(2, visit.page.locator("#admin-list tbody tr").count());
            assertEquals(2, visit.page.locator(".chip").count());
            String csv = visit.at("a[download]").getAttribute("href");
            assertEquals("/api/v1/administration/log.csv?act=reorganisations&actor=demo&bom=1", csv);
            visit.assertQuiet();
        }
    }
}
