package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The API reference: made from the contract, in both languages, with our own files only.
class ReferencePageTest extends DemoPages {
    private static Visit opened(int width, String path) {
        Visit visit = new Visit(chromium, demo, width);
        visit.page.navigate(path);
        visit.page.locator("#schemas").waitFor();
        return visit;
    }

    @ParameterizedTest
    @CsvSource({"1280, '', LIGHT", "360, ?lang=en, DARK", "360, '', LIGHT"})
    void itIsAccessibleAndFits(int width, String query, ColorScheme scheme) {
        try (Visit visit = opened(width, "/reference" + query)) {
            visit.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            visit.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
            List<String> faults = new AxeBuilder(visit.page)
                    .analyze().getViolations().stream()
                            .map(each -> each.getId() + " " + each.getNodes().getFirst())
                            .toList();
            assertEquals(List.of(), faults);
            assertEquals(0, visit.page.evaluate("document.documentElement.scrollWidth - innerWidth"));
            visit.assertQuiet();
        }
    }

    @Test
    void eachOperationIsToldInBothLanguages() {
        try (Visit zh = opened(1280, "/reference");
                Visit en = opened(1280, "/reference?lang=en")) {
            assertEquals("接口参考", zh.at("h1").innerText());
            assertEquals("API reference", en.at("h1").innerText());
            assertTrue(zh.at("#getSeries summary").innerText().contains("连续各期"));
            assertTrue(en.at("#getSeries summary").innerText().contains("consecutive periods"));
            assertEquals(
                    0, zh.page.locator(".operation > summary span[lang=en]").count());
            int operations = en.page.locator(".operation .method").count();
            assertEquals(
                    operations,
                    en.page.evaluate("fetch('/api/v1/openapi.json').then(a => a.json())"
                            + ".then(c => Object.values(c.paths).flatMap(Object.keys).length)"));
        }
    }

    @Test
    void anAddressOpensWhatItPointsAt() {
        try (Visit visit = opened(1280, "/reference?lang=en#listFigures")) {
            assertTrue(visit.at("#listFigures table").isVisible());
            visit.at("#listFigures a[href='#schema-FiguresAnswer']").click();
            visit.at("#schema-FiguresAnswer table").waitFor();
            assertTrue(visit.at("#schema-FiguresAnswer").innerText().contains("next"));
            visit.assertQuiet();
        }
    }

    @Test
    void examplesNameThisServer() {
        try (Visit visit = opened(1280, "/reference")) {
            assertEquals(5, visit.page.locator(".example").count());
            assertTrue(visit.at(".example pre").innerText().contains("server=" + demo.address()));
            assertTrue(
                    visit.at(".example [data-copy]").getAttribute("data-copy").contains(demo.address()));
        }
    }
}
