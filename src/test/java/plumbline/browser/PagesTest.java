package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import plumbline.app.RunningDemo;

/// What holds for every page.
class PagesTest extends DemoPages {
    private static final String WITH_EVERY_GAP =
            "/trends?m=talk_integrity_persontimes&o=D05,D08,D10,D15&g=Q&f=2022-Q1&t=2024-Q4";

    static final List<String> PAGES = List.of(
            "/",
            WITH_EVERY_GAP,
            "/compare?m=talk_integrity_persontimes&p=2022&parent=R",
            "/compare?m=talk_integrity_persontimes&p=2023-Q2&d=all&vw=pair",
            "/compare?m=talk_integrity_persontimes&d=all&vw=heat",
            "/discipline?o=D15&p=2023-Q1",
            "/discipline?o=D15&vw=period",
            "/reports",
            "/reports/R0019",
            "/quality",
            "/quality?m=talk_integrity_persontimes&o=D&f=2022-Q1&t=2024-Q4",
            "/extracts?o=D01");

    static final List<String> IN_BOTH_LANGUAGES =
            PAGES.stream().flatMap(page -> Stream.of(page, english(page))).toList();

    private static String english(String page) {
        return page + (page.contains("?") ? "&" : "?") + "lang=en";
    }

    @ParameterizedTest
    @FieldSource("IN_BOTH_LANGUAGES")
    void aPageOpensWithoutANoise(String path) {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open(path);
            assertTrue(visit.at("h1").isVisible());
            assertTrue(
                    visit.page.locator("#demo").innerText().contains(path.contains("lang=en") ? "Demo data" : "演示数据"));
            visit.assertQuiet();
        }
    }

    @Test
    void axeFindsNothingOnAnyPageInLightAndDarkWideAndNarrow() {
        List<String> found = new ArrayList<>();
        try (Visit visit = new Visit(chromium, demo)) {
            for (String path : IN_BOTH_LANGUAGES) {
                visit.page.setViewportSize(1280, 900);
                visit.open(path);
                for (int width : new int[] {1280, 360}) {
                    visit.page.setViewportSize(width, 900);
                    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                        visit.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                        violations(visit.settle().page, scheme)
                                .forEach(each -> found.add(path + " " + width + " " + scheme + " " + each));
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }

    private static List<String> violations(Page page, ColorScheme scheme) {
        AxeRunOptions brief = new AxeRunOptions();
        brief.setResultTypes(List.of("violations"));
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true).options(brief);
        // Darkness changes colours only.
        return (scheme == ColorScheme.DARK ? axe.withRules(List.of("color-contrast")) : axe)
                .analyze().getViolations().stream()
                        .map(each ->
                                each.getId() + " " + each.getNodes().getFirst().getTarget())
                        .toList();
    }

    @Test
    void noPageScrollsSidewaysOnAPhone() {
        List<String> wide = new ArrayList<>();
        try (Visit visit = new Visit(chromium, demo, 360)) {
            for (String path : IN_BOTH_LANGUAGES) {
                visit.open(path);
                Object width = visit.page.evaluate("Math.max(document.documentElement.scrollWidth, innerWidth)");
                if (!width.equals(360)) {
                    wide.add(path + " " + width);
                }
            }
        }
        assertEquals(List.of(), wide);
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void aPagePrintsWithItsDataVersionAndPageNumber(String path) {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open(path + (path.contains("?") ? "&" : "?") + "print=1");
            visit.page.waitForFunction(
                    "() => [...document.querySelectorAll('.chart')].every(c => c.querySelector('svg'))");
            String text = PdfText.of(visit.page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
            assertTrue(Pattern.compile("数据截至\\s*20").matcher(text).find(), text);
            assertTrue(text.contains("演示数据"), text);
            assertTrue(Pattern.compile("第\\s*1").matcher(text).find(), text);
        }
    }

    @Test
    void trendsShowCompleteYearsOfTheFirstOrganisation() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/trends");
            assertEquals(4, visit.page.locator(".chips li").count());
            assertEquals("2025-Q4", visit.page.locator("#filter-t").inputValue());
            assertTrue(visit.page.locator("table a.state-exact").count() > 20);
            assertEquals(
                    0,
                    visit.page
                            .locator("table a.state-not_reported, table a.state-not_due")
                            .count());
        }
    }

    @Test
    void aLengthOfPeriodWithoutDataOfTheMetricSaysSo() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/trends?m=study_notes_per_member_min&o=D01");
            assertEquals("H", visit.page.locator("#filter-g").inputValue());
            assertEquals(
                    List.of("季（此指标没有）", "半年", "年（此指标没有）"),
                    visit.page.locator("#filter-g option").allInnerTexts());
        }
    }

    @Test
    void theLanguageSwitchKeepsTheView() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open(WITH_EVERY_GAP);
            int cells = visit.page.locator("table a.value").count();
            visit.page.locator("#language a").click();
            visit.page.waitForFunction("() => document.documentElement.lang === 'en'");
            visit.settle();
            assertEquals(demo.address() + english(WITH_EVERY_GAP), visit.page.url());
            assertEquals(cells, visit.page.locator("table a.value").count());
            assertTrue(visit.page.locator("#figure-title").innerText().contains("Logistics"));
            visit.page.locator("#language a").click();
            visit.page.waitForFunction("() => document.documentElement.lang === 'zh-CN'");
            assertEquals(demo.address() + WITH_EVERY_GAP, visit.page.url());
        }
    }

    @Test
    void theTableShowsWhereTheChartLibraryIsUnavailable() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.page.route("**/lib/echarts/**", route -> route.abort());
            visit.open(WITH_EVERY_GAP);
            visit.page.locator(".chart.off").waitFor();
            assertEquals(
                    "图没能载入，数字都在下面的表里。",
                    visit.page.locator(".chart.off").innerText().strip());
            assertTrue(visit.cell("0.2022-Q1").isVisible());
        }
    }

    @ParameterizedTest
    @FieldSource("PAGES_OF_NOTHING")
    void anEmptyLedgerHasItsDesignedPages(String path, @TempDir Path folder) {
        try (RunningDemo empty = RunningDemo.empty(folder);
                Visit visit = new Visit(chromium, empty)) {
            visit.open(path);
            assertEquals("尚无数据", visit.page.locator("#as-of").innerText());
            assertTrue(visit.page.locator("#demo").isHidden());
            String words = visit.page.locator("main").innerText();
            assertTrue(
                    words.contains(
                            path.equals("/reports") ? "还没有报告。" : path.equals("/extracts") ? "所选没有数据" : "尚未导入报告。"),
                    words);
            visit.assertQuiet();
        }
    }

    static final List<String> PAGES_OF_NOTHING =
            List.of("/", "/trends", "/compare", "/discipline", "/reports", "/quality", "/extracts");
}
