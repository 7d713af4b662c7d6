package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A clerk confirms what was read from a narrative report. `report.docx` was made with Writer from words of ours.
class DeskTest extends DemoPages {
    private static final String TREND = "/trends?m=study_essays&o=D05&g=Q&f=2025-Q3&t=2025-Q4";

    @Test
    void aDocumentIsDroppedConfirmedByKeyboardDrawnTracedAndCorrected() throws IOException {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/reports");
            drop(visit, "report.docx");
            visit.page.locator("#import-go").click();
            Locator receipt = visit.page.locator(".job[data-status=done] .receipt");
            receipt.waitFor();
            assertTrue(receipt.innerText().contains("读出3个数字，待核"), receipt.innerText());
            // Nothing of it counts yet, and the chart says that something waits.
            visit.open(TREND);
            assertEquals("◌ 待核", visit.cell("0.2025-Q4").innerText());
            visit.open(TREND + "&s=all");
            assertEquals("43 ◌", words(visit.cell("0.2025-Q4")));

            visit.open("/review");
            visit.page
                    .locator(
                            "main table a",
                            new com.microsoft.playwright.Page.LocatorOptions().setHasText("report.docx"))
                    .click();
            visit.settle();
            judgedByAComputerThatEnlargesAndNotByAPhone(visit);
            try (Visit other = new Visit(chromium, demo)) {
                other.open(visit.page.url());
                confirmByKeyboard(visit);
                judgeWithoutHavingSeen(other);
            }
            String confirmed = Instant.now().toString();

            visit.open(TREND);
            assertEquals("43", visit.cell("0.2025-Q4").innerText());
            visit.cell("0.2025-Q4").click();
            assertEquals("撰写学习心得体会43篇", visit.card().locator("blockquote mark").innerText());
            visit.card().locator("a[href*='/reports/']").first().click();
            visit.settle();
            assertEquals("撰写学习心得体会43篇", visit.at("mark.seen.here").innerText().replaceFirst("^\\d+\\s*", ""));

            correct(visit);
            visit.open(TREND);
            assertEquals("34 r2", words(visit.cell("0.2025-Q4")));
            visit.cell("0.2025-Q4").click();
            String revisions = visit.card().locator(".revisions").innerText();
            assertTrue(revisions.contains("r1 43") && revisions.contains("r2 34"), revisions);
            assertTrue(revisions.contains("王芳") && revisions.contains("原文是34篇，误写"), revisions);
            visit.open(TREND + "&at=" + confirmed);
            assertEquals("43", visit.cell("0.2025-Q4").innerText());
            visit.assertQuiet();
        }
    }

    private static void judgedByAComputerThatEnlargesAndNotByAPhone(Visit visit) {
        Locator acts = visit.page.locator(".acts:visible");
        for (int width : new int[] {640, 320}) {
            visit.page.setViewportSize(width, 900);
            assertTrue(acts.count() > 0, "nothing to judge with at " + width);
            assertEquals(width, visit.page.evaluate("document.documentElement.scrollWidth"));
        }
        visit.page.setViewportSize(1280, 900);
        try (Visit phone = Visit.byPhone(chromium, demo)) {
            phone.open(visit.page.url());
            assertEquals(0, phone.page.locator(".acts:visible").count());
            assertTrue(phone.at(".text").isVisible());
        }
    }

    private static String words(Locator of) {
        return of.innerText().replaceAll("\\s+", " ");
    }

    /// Puts the file on the page as a hand with a mouse would.
    private static void drop(Visit visit, String file) throws IOException {
        byte[] bytes;
        try (InputStream in = DeskTest.class.getResourceAsStream("/desk/" + file)) {
            bytes = java.util.Objects.requireNonNull(in).readAllBytes();
        }
        visit.page.evaluate("""
            ([name, bytes]) => {
              const data = new DataTransfer();
              data.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], name));
              document.getElementById('drop').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """, List.of(file, Base64.getEncoder().encodeToString(bytes)));
    }

    /// From the first key to the last without a mouse.
    private static void confirmByKeyboard(Visit visit) {
        var keys = visit.page.keyboard();
        // Nothing is confirmed before it is said whose report it is; the text's own words are proposed.
        visit.page.locator("#reviewer").focus();
        keys.type("王芳");
        keys.press("Enter");
        assertEquals("edit-department", visit.page.evaluate("document.activeElement.id"));
        assertEquals("D05", visit.page.locator("#edit-department").inputValue());
        assertEquals("2025", visit.page.locator("#edit-year").inputValue());
        assertEquals("-Q4", visit.page.locator("#edit-part").inputValue());
        keys.press("Tab");
        keys.press("Tab");
        keys.press("Tab");
        keys.press("Enter");
        visit.page
                .locator("#whose", new com.microsoft.playwright.Page.LocatorOptions().setHasText("后勤保障中心"))
                .waitFor();
        // A metric about persons waits for a second person; what is said can be taken back.
        walkTo(visit, "诫勉谈话7人次");
        keys.press("Enter");
        waitFor(visit, "#queue button.vouched", "诫勉谈话");
        keys.press("u");
        waitFor(visit, "#queue button.open", "诫勉谈话");
        walkTo(visit, "撰写学习心得体会43篇");
        keys.press("Enter");
        waitFor(visit, "#desk-progress", "1/3");
    }

    /// Somebody whose page is older than the verdict before: that one stands, and is shown.
    private static void judgeWithoutHavingSeen(Visit visit) {
        visit.page.locator("#reviewer").fill("李军");
        visit.at("#entry-title").focus();
        walkTo(visit, "撰写学习心得体会43篇");
        visit.page.keyboard().press("x");
        visit.page.locator("#edit-reason").press("Enter");
        waitFor(visit, "#entry-fault", "王芳刚才已裁定这一处：确认。请看过再定。");
        waitFor(visit, "#desk-progress", "1/3");
        assertEquals("撰写学习心得体会43篇", visit.at("#entry blockquote").innerText());
    }

    private static void waitFor(Visit visit, String selector, String text) {
        visit.page
                .locator(selector, new com.microsoft.playwright.Page.LocatorOptions().setHasText(text))
                .waitFor();
    }

    private static void walkTo(Visit visit, String quote) {
        for (int i = 0; i < 5 && !visit.at("#entry blockquote").innerText().equals(quote); i++) {
            visit.page.keyboard().press("j");
        }
        if (!visit.at("#entry blockquote").innerText().equals(quote)) {
            for (int i = 0; i < 5 && !visit.at("#entry blockquote").innerText().equals(quote); i++) {
                visit.page.keyboard().press("k");
            }
        }
        assertEquals(quote, visit.at("#entry blockquote").innerText());
    }

    private static void correct(Visit visit) {
        var keys = visit.page.keyboard();
        visit.at("#entry-title").focus();
        keys.press("e");
        assertEquals("edit-value", visit.page.evaluate("document.activeElement.id"));
        keys.press("Control+A");
        keys.type("34");
        visit.page.locator("#edit-reason").focus();
        keys.type("原文是34篇，误写");
        keys.press("Enter");
        visit.page
                .locator("#queue li", new com.microsoft.playwright.Page.LocatorOptions().setHasText("撰写心得体会"))
                .waitFor();
        visit.page.waitForFunction("() => !document.querySelector('#entry-form form')");
        assertFalse(
                visit.at("#entry-fault").innerText().contains("："),
                visit.at("#entry-fault").innerText());
    }
}
