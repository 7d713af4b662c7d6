package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import plumbline.app.RunningDemo;

/// What holds for every page.
class PagesTest extends DemoPages {
    /// HTML, CSS and JavaScript of a view, compressed.
    private static final int MOST_OWN_BYTES = 60 * 1024;
    /// All that a view costs whose files the browser has seen before.
    private static final int MOST_SENT_AGAIN = 30 * 1024;
    /// Cumulative layout shift.
    private static final double MOST_MOVED = 0.02;
    /// In points: 8 is the least that is read without effort.
    private static final double SMALLEST_LETTERS = 8;

    private static final String WITH_EVERY_GAP =
            "/trends?m=talk_integrity_persontimes&o=D05,D08,D10,D15&g=Q&f=2022-Q1&t=2024-Q4";

    static final List<String> PAGES = List.of(
            "/",
            WITH_EVERY_GAP,
            // One series, with its limits.
            "/trends?m=study_centre_group_sessions&o=DG1&g=Q",
            "/compare?m=talk_integrity_persontimes&p=2022&parent=R",
            "/compare?m=talk_integrity_persontimes&p=2023-Q2&d=all&vw=pair",
            "/compare?m=talk_integrity_persontimes&d=all&vw=heat",
            "/discipline?o=D15&p=2023-Q1",
            "/discipline?o=D15&vw=period",
            "/reports",
            "/reports/R0019",
            "/review",
            "/quality",
            "/quality?m=talk_integrity_persontimes&o=D&f=2022-Q1&t=2024-Q4",
            "/signals?o=D&p=2026-Q2",
            "/compare?m=discipline_persons_total&p=2025-Q4",
            "/extracts?o=D01",
            "/admin",
            "/admin?tab=departments",
            "/admin?tab=calendar",
            "/admin?tab=jobs",
            "/admin?tab=log");

    static final List<String> IN_BOTH_LANGUAGES =
            PAGES.stream().flatMap(page -> Stream.of(page, english(page))).toList();

    private static String english(String page) {
        return page + (page.contains("?") ? "&" : "?") + "lang=en";
    }

    @ParameterizedTest
    @FieldSource("IN_BOTH_LANGUAGES")
    void aPageOpensLightlyWithoutANoiseAndStaysStill(String path) {
        try (Visit visit = new Visit(chromium, demo, 360)) {
            visit.open(path);
            assertTrue(visit.at("h1").isVisible());
            assertTrue(
                    visit.page.locator("#demo").innerText().contains(path.contains("lang=en") ? "Demo data" : "演示数据"));
            assertTrue(visit.moved() <= MOST_MOVED, "moved by " + visit.moved());
            int own = visit.ownBytes();
            assertTrue(own <= MOST_OWN_BYTES, "own bytes: " + own);
            visit.page.navigate("about:blank");
            visit.open(path);
            int again = visit.sentBytes();
            assertTrue(again <= MOST_SENT_AGAIN, "sent for a repeated view: " + again);
            visit.assertQuiet();
        }
    }

    @Test
    void noPageScrollsSidewaysAndNoTextIsWiderThanItsBoxHoweverNarrowOrSpaced() {
        List<String> wide = new ArrayList<>();
        try (Visit visit = new Visit(chromium, demo, 360)) {
            for (String path : IN_BOTH_LANGUAGES) {
                visit.page.setViewportSize(360, 900);
                visit.open(path);
                // A phone; 400 % and 200 % of a desktop; 360 px with the spacing of WCAG 1.4.12.
                for (int width : new int[] {360, 320, 640}) {
                    visit.page.setViewportSize(width, 900);
                    tooWide(visit, width).forEach(each -> wide.add(path + " " + width + " " + each));
                }
                visit.page.setViewportSize(360, 900);
                visit.page.evaluate(SPACED);
                tooWide(visit, 360).forEach(each -> wide.add(path + " spaced " + each));
            }
        }
        assertEquals(List.of(), wide);
    }

    private static final String SPACED = """
        () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('body *:not(svg, svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }'
            + ' p { margin-bottom: 2em !important; }');
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }
        """;

    private static List<String> tooWide(Visit visit, int width) {
        int whole =
                (int) Visit.number(visit.page.evaluate("Math.max(document.documentElement.scrollWidth, innerWidth)"));
        List<?> texts = (List<?>) visit.settle().ask("overflow.js");
        return Stream.concat(
                        whole == width ? Stream.of() : Stream.of("is " + whole),
                        texts.stream().map(Object::toString))
                .toList();
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void aPagePrintsOnA4WithItsDataVersionPageNumberAndLastPeriod(String path) {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open(path + (path.contains("?") ? "&" : "?") + "print=1");
            visit.page.waitForFunction(
                    "() => [...document.querySelectorAll('.chart')].every(c => c.querySelector('svg'))");
            PdfText paper = PdfText.of(visit.page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
            assertTrue(paper.says("数据截至20"), paper.words());
            assertTrue(paper.says("演示数据"), paper.words());
            assertTrue(paper.says("第1页/共%d页".formatted(paper.pages())), paper.words());
            assertTrue(paper.says("准绳"), paper.words());
            assertTrue(paper.smallest() >= SMALLEST_LETTERS, "letters of " + paper.smallest() + " points");
            paper.sheets()
                    .forEach(sheet -> assertTrue(List.of("210×297", "297×210").contains(sheet), sheet));
            assertTrue(
                    paper.pages()
                            <= MOST_SHEETS.getOrDefault(
                                    path, MOST_SHEETS.getOrDefault(path.replaceFirst("\\?.*", ""), 2)),
                    path + " needs " + paper.pages());
            visit.page
                    .locator("#chart svg text")
                    .allTextContents()
                    .forEach(text -> assertTrue(paper.says(text), text + " is not in " + paper.words()));
        }
    }

    /// Sheets that a page may need.
    private static final Map<String, Integer> MOST_SHEETS = Map.ofEntries(
            Map.entry("/", 1),
            Map.entry("/compare", 4),
            Map.entry("/discipline", 3),
            Map.entry("/discipline?o=D15&p=2023-Q1", 1),
            Map.entry("/extracts", 3),
            Map.entry("/quality", 4),
            Map.entry("/reports", 9),
            Map.entry("/signals", 5),
            // Whole lists: of metrics, and of whoever owes a report.
            Map.entry("/admin", 9),
            Map.entry("/admin?tab=departments", 4),
            Map.entry("/admin?tab=calendar", 16));

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
