package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No column is so narrow that a word or a number in it is cut in two: ≥110 on two lines is another number.
class WholeWordsTest extends DemoPages {
    /// The width of a sheet of A4 between its margins, in CSS pixels, upright and across.
    private static final int UPRIGHT = 650;

    private static final int ACROSS = 979;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?lang=en",
                "/trends?m=talk_integrity_persontimes&o=D01,D02,D03,D04,D05,D06,D07,D08&g=Q&lang=en",
                "/compare?m=talk_integrity_persontimes&p=2024-Q3&vw=pair&lang=en",
                "/compare?m=talk_integrity_persontimes&vw=heat&lang=en",
                "/compare?m=discipline_party_persons&vw=funnel&p=2024&lang=en",
                "/discipline?vw=period&lang=en",
                "/discipline?vw=period",
                "/quality?lang=en",
                "/signals?o=D&p=2026-Q2&lang=en",
                "/reports?lang=en",
                "/review?lang=en"
            })
    void wordsAndNumbersStayWholeOnAPhoneAndOnPaper(String path) {
        try (Visit visit = new Visit(chromium, demo, 360)) {
            visit.open(path);
            assertEquals(List.of(), visit.ask("words.js"), "on a phone");
            visit.page.setViewportSize(path.matches(".*(/quality|/signals|vw=heat).*") ? ACROSS : UPRIGHT, 900);
            visit.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            visit.open(path + (path.contains("?") ? "&" : "?") + "print=1");
            assertEquals(List.of(), visit.ask("words.js"), "on paper");
            // What is wider than the sheet would be printed smaller, with all that is on it.
            double wider = Visit.number(visit.page.evaluate("document.documentElement.scrollWidth - innerWidth"));
            assertTrue(wider <= 1, "wider than the sheet by " + wider);
        }
    }
}
