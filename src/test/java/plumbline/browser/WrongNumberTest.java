package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A reader who doubts a number finds its paragraph, and says what is wrong.
class WrongNumberTest extends DemoPages {
    private static final String SIXTY_ODD = "/trends?m=talk_integrity_persontimes&o=R2&g=Y&f=2022&t=2022#pt=0.2022";

    @Test
    void theEvidenceLeadsToTheParagraphItNames() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open(SIXTY_ODD);
            Locator link = visit.card().locator(".links a").first();
            Matcher words = Pattern.compile("打开报告第(\\d+)段：R\\d+").matcher(link.innerText());
            assertTrue(words.matches(), link.innerText());
            link.click();
            visit.page.locator("#desk-text .here").first().waitFor();
            assertEquals(Integer.parseInt(words.group(1)), (int)
                    Visit.number(visit.page.evaluate("[...document.querySelectorAll('#desk-text >"
                            + " li')].indexOf(document.querySelector('#desk-text .here').closest('li')) +"
                            + " 1")));
        }
    }

    @Test
    void aNoteAboutAWrongNumberNamesItAndSaysWhatIsWrong() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.page.context().grantPermissions(java.util.List.of("clipboard-read", "clipboard-write"));
            visit.open(SIXTY_ODD);
            visit.card().locator(".wrong summary").click();
            visit.page.click("#wrong-copy");
            assertEquals("请写明哪里不对。", visit.at("#wrong-fault").innerText());
            assertEquals("wrong-what", visit.page.evaluate("document.activeElement.id"));
            assertNull(visit.at("#wrong-copy").getAttribute("data-copy"), "nothing to copy yet");
            visit.page.fill("#wrong-what", "名册上是66人次");
            visit.page.fill("#wrong-who", "王");
            visit.page.click("#wrong-copy");
            visit.page.waitForFunction("() => document.getElementById('status').textContent !== ''");
            String note = Objects.toString(visit.page.evaluate("navigator.clipboard.readText()"));
            assertTrue(note.startsWith("报错：名册上是66人次\n所指的数："), note);
            assertTrue(note.contains("60余人次") && note.contains("#fig=F") && note.contains("发现人：王，"), note);
            visit.assertQuiet();
        }
    }
}
