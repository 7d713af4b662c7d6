package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.app.RunningDemo;

/// What a page looks like where there is nothing, too little, too much, or nobody who answers. The chart without its
/// library and the pages of an empty ledger are in [PagesTest].
class FacesTest extends DemoPages {
    private static final String TALKS = "/trends?m=talk_integrity_persontimes&g=Q";
    private static final int DEPARTMENTS = 40;
    private static final int MONTHS = 60;

    @Test
    void withoutScriptThePageSaysWhereTheNumbersAre() {
        try (BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(demo.address())
                        .setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate("/trends");
            assertTrue(page.locator("main").innerText().contains("图表需要 JavaScript"));
            assertTrue(page.locator("main").innerText().contains("The charts need JavaScript"));
            assertEquals(9, page.locator("nav a").count());
            for (Locator link : page.locator("main a").all()) {
                String address = Objects.requireNonNull(link.getAttribute("href"));
                assertEquals(200, context.request().get(address).status(), address);
            }
        }
    }

    @Test
    void withoutTheServerThePageStaysAndGoesOnWhenItIsBack() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open(TALKS + "&o=D01&f=2022-Q1&t=2022-Q4");
            visit.page.context().setOffline(true);
            // The same page with another filter: what is shown stays, with the time it was read.
            visit.page.locator("#filter-t").selectOption("2023-Q4");
            visit.page.locator("#apply").click();
            Locator alert = visit.at("main > .error");
            alert.waitFor();
            assertTrue(alert.innerText().contains("连不上服务器。"), alert.innerText());
            assertTrue(alert.innerText().contains("以下仍是"), alert.innerText());
            assertTrue(visit.cell("0.2022-Q4").isVisible());
            // Another page, of which not even the files have come yet.
            visit.page.locator("#navigation a[href^='/quality']").click();
            visit.page.waitForFunction("() => document.querySelector('main h1')?.textContent === '数据质量'");
            assertTrue(visit.at("main > .error").innerText().contains("连不上服务器。"));
            visit.page.context().setOffline(false);
            visit.page.locator("#retry").click();
            visit.page.locator(".matrix").waitFor();
            assertEquals(0, visit.page.locator("main .error").count());
        }
    }

    @Test
    void anAddressThatIsNoneSaysSoAndLeadsOn() {
        try (Visit visit = new Visit(chromium, demo)) {
            for (String path : List.of("/trend?lang=en", "/reports/none?lang=en")) {
                visit.open(path);
                assertEquals("No such page", visit.at("h1").innerText());
                assertTrue(visit.at("main .notice").innerText().startsWith(path.replace("?lang=en", " is not a page")));
                assertEquals(0, visit.page.locator("#navigation [aria-current]").count());
            }
            visit.at("main .notice a").click();
            visit.page.waitForURL("**/?lang=en");
            visit.settle();
            assertEquals("Overview", visit.at("h1").innerText());
        }
    }

    @Test
    void anErrorOfTheServerIsToldWithItsNumberAndCanBeTriedAgain() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.page.route(
                    "**/api/v1/series**",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(500)
                            .setContentType("application/problem+json")
                            .setBody("{\"status\":500,\"title\":\"internal\",\"detail\":\"Internal error"
                                    + " 5eed1e55\",\"errors\":[]}")));
            visit.page.navigate(TALKS + "&o=D01");
            Locator alert = visit.at("main > .error");
            alert.waitFor();
            assertTrue(alert.innerText().contains("服务器没能回答（500）。"), alert.innerText());
            assertTrue(alert.innerText().contains("5eed1e55"), alert.innerText());
            assertEquals("趋势", visit.at("h1").innerText());
            visit.page.unroute("**/api/v1/series**");
            visit.page.locator("#retry").click();
            visit.page.locator("#chart").waitFor();
        }
    }

    @Test
    void aRefusedQuestionNamesWhatIsWrongAndOffersThePageWithoutIt() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.page.navigate(TALKS + "&o=NOBODY");
            Locator alert = visit.at("main > .error");
            alert.waitFor();
            assertTrue(alert.innerText().contains("NOBODY"), alert.innerText());
            visit.page.locator("main > .error a.button").click();
            visit.page.locator("#chart").waitFor();
        }
    }

    /// Four kinds of nothing, each with its words and one thing to do.
    @ParameterizedTest
    @CsvSource({
        "/compare?m=talk_integrity_persontimes&p=2022&parent=D01, noMatch, 筛选无结果。",
        "/trends?m=talk_integrity_persontimes&g=Q&o=D08&f=2023-Q2&t=2023-Q2, noReport, 本期尚无报告。",
        "/trends?m=talk_integrity_persontimes&g=Q&o=D08&f=2026-Q4&t=2026-Q4, notDue, 未到报送期。",
    })
    void nothingHasItsReason(String path, String kind, String words) {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open(path);
            Locator notice = visit.at("[data-empty]");
            assertEquals(kind, notice.getAttribute("data-empty"));
            assertTrue(notice.innerText().contains(words), notice.innerText());
            assertEquals(1, notice.locator("a").count());
            assertEquals(0, visit.page.locator(".chart").count());
            visit.assertQuiet();
        }
    }

    @Test
    void onePointIsADotAndSaysThatItIsNoTrend() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/trends?m=talk_integrity_persontimes&o=R2&g=Y&f=2022&t=2022");
            Map<?, ?> drawn = (Map<?, ?>) visit.ask("drawn.js");
            assertEquals(Map.of("0.2022", "│▲●\"≥61\""), drawn.get("marks"));
            assertEquals(List.of(), drawn.get("joined"));
            assertTrue(visit.at("main").innerText().contains("只有这一期有数，看不出变化。"));
            visit.assertQuiet();
        }
    }

    @Test
    void fortyDepartmentsInSixtyMonthsCanStillBeRead(@TempDir Path folder) throws IOException {
        try (RunningDemo large = RunningDemo.of(large(folder), folder);
                Visit visit = new Visit(chromium, large)) {
            visit.open("/quality?m=talk_integrity_persontimes&o=Z&g=M&f=2019-01&t=2023-12");
            assertEquals(
                    DEPARTMENTS * MONTHS,
                    visit.page.locator(".matrix tbody .state-cell").count());
            visit.open("/compare?m=talk_integrity_persontimes&p=2023-12&parent=Z");
            assertEquals(
                    DEPARTMENTS,
                    ((Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) visit.ask("drawn.js")).get("marks"))).size());
            apart(visit);
            visit.open("/trends?m=talk_integrity_persontimes&o=Z01,Z02,Z03,Z04&g=M&f=2019-01&t=2023-12");
            apart(visit);
            visit.page.setViewportSize(360, 900);
            visit.settle();
            visit.page.locator("#chart").scrollIntoViewIfNeeded();
            visit.settle();
            apart(visit);
            assertEquals(360, visit.page.evaluate("Math.max(document.documentElement.scrollWidth, innerWidth)"));
            visit.assertQuiet();
        }
    }

    /// No two words of a chart's axis and strip lie over each other.
    private static void apart(Visit visit) {
        assertEquals(List.of(), visit.ask("collisions.js"), visit.page.url());
    }

    private static Path large(Path folder) throws IOException {
        StringBuilder departments = new StringBuilder("code,name_zh,name_en,parent\nZ,大机关,Large,\n");
        StringBuilder figures = new StringBuilder("department,period,metric,value,unit\n");
        for (int d = 1; d <= DEPARTMENTS; d++) {
            departments.append("Z%02d,第%d处,Office %d,Z\n".formatted(d, d, d));
            for (int m = 0; m < MONTHS; m++) {
                figures.append("Z%02d,%d-%02d,talk_integrity_persontimes,%d,人次\n"
                        .formatted(d, 2019 + m / 12, m % 12 + 1, (d * 7 + m * 3) % 40));
            }
        }
        Path forms = Files.createDirectory(folder.resolve("forms"));
        Files.writeString(forms.resolve("departments.csv"), departments);
        Files.writeString(forms.resolve("figures.csv"), figures);
        Files.writeString(forms.resolve("manifest.csv"), "file,mode,reason\ndepartments.csv,add,\nfigures.csv,add,\n");
        return forms;
    }
}
