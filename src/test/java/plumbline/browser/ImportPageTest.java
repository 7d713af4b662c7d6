package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A clerk hands a file in.
class ImportPageTest extends DemoPages {
    /// Hands the file in and waits until the import has this outcome.
    private static void handIn(Visit visit, String button, String content, String outcome) {
        visit.page
                .locator("#import-files")
                .setInputFiles(new FilePayload("handed-in.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        visit.page.locator(button).click();
        visit.page.locator(".job[data-status=" + outcome + "]").waitFor();
    }

    /// Enough rows for an import to be watched.
    private static String manyMonths() {
        return twelveYears(
                2010, List.of("study_essays", "pb_group_meetings", "pb_rules_issued", "inspection_issues_found"));
    }

    private static String twelveYears(int year, List<String> metrics) {
        StringBuilder rows = new StringBuilder("department,period,metric,value\n");
        for (String metric : metrics) {
            for (int department = 1; department <= 16; department++) {
                for (int month = 0; month < 144; month++) {
                    rows.append("D%02d,%d-%02d,%s,%d\n"
                            .formatted(department, year + month / 12, month % 12 + 1, metric, month + department));
                }
            }
        }
        return rows.toString();
    }

    @Test
    void anAcceptedFileShowsItsStagesAndReceiptAndItsFigureIsOnTheChart() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.page.addInitScript("""
                window.seen = [];
                new MutationObserver(() => {
                  const status = document.querySelector('.job')?.dataset.status;
                  if (status && seen.at(-1) !== status) seen.push(status);
                }).observe(document, { subtree: true, childList: true });
                """);
            visit.open("/reports");
            handIn(visit, "#import-go", manyMonths() + "D02,2025-Q4,talk_admonition_persontimes,70余\n", "done");
            assertEquals("done", ((List<?>) visit.page.evaluate("seen")).getLast());
            assertTrue(((List<?>) visit.page.evaluate("seen")).size() > 1, "progress was shown before the end");
            assertEquals(
                    List.of("接收", "读取", "核对", "入库", "汇总"),
                    visit.page.locator(".stages li b").allInnerTexts());
            assertEquals(0, visit.page.locator(".stages li:not(.past)").count());
            assertTrue(visit.page.locator(".receipt.accepted").innerText().contains("新增9217"));
            assertEquals(
                    "handed-in.csv",
                    visit.page.locator("main > .scroll tbody th").first().innerText());
            visit.open("/trends?m=talk_admonition_persontimes&o=D02&g=Q&f=2025-Q3&t=2025-Q4");
            assertEquals("≥", visit.strip().getLast());
            assertTrue(visit.written().stream().anyMatch(text -> text.words().equals("≥71")));
            assertEquals("70余 · ≥71", visit.cell("0.2025-Q4").innerText());
            visit.cell("0.2025-Q4").click();
            visit.card().locator("mark").first().waitFor();
            assertEquals("70余", visit.card().locator(".form mark").innerText());
            visit.assertQuiet();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        zh | D01 | 210 | 值得再看一眼（1） | 这一期为210人次；如果差了10倍，应为21，与以往19期相近。单位或位数是否有误？（2:4） | 这些是问题，不是结论
        en | D14 | 130 | Worth a second look (1) | 130 person-times in this period; 10 times off it would be 13, like the 18 periods before. Is the unit or a digit wrong? (2:4) | These are questions, not findings
        """)
    void whatIsWorthASecondLookIsAskedInThePreviewAndKeptInTheReceipt(
            String language, String department, String value, String title, String question, String nature) {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/reports?lang=" + language);
            String file = "department,period,metric,value\n%s,2026-Q4,talk_integrity_persontimes,%s\n"
                    .formatted(department, value);
            handIn(visit, "#import-preview", file, "done");
            String previewed = visit.page.locator(".receipt .foreseen").innerText();
            assertTrue(previewed.contains(title) && previewed.contains(nature), previewed);
            assertTrue(previewed.replaceAll("\\s+", "").contains(question.replaceAll("\\s+", "")), previewed);
            visit.page.locator("#import-commit").click();
            visit.page.locator(".receipt.accepted").waitFor();
            String kept = visit.page.locator(".receipt.accepted .foreseen").innerText();
            assertTrue(kept.replaceAll("\\s+", "").contains(question.replaceAll("\\s+", "")), kept);
            // and from the receipt one comes to where it is answered
            visit.page.locator(".receipt .foreseen a").click();
            visit.page.waitForURL(url -> url.contains("/quality?o=" + department));
            visit.page.locator(".questions:not([aria-busy])").waitFor();
            assertTrue(
                    visit.page.locator(".questions").innerText().contains(question.replaceFirst(" ?[(（]2:4[)）]$", "")));
            visit.assertQuiet();
        }
    }

    @Test
    void anImportThatIsBeingStoppedSaysSoHoweverOftenItIsDrawnUntilItHasStopped() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/reports");
            List<String> metrics = List.of(
                    "study_essays",
                    "pb_group_meetings",
                    "pb_rules_issued",
                    "inspection_issues_found",
                    "study_seminars",
                    "study_staff_sessions",
                    "study_training_participants",
                    "inspection_issues_rectified",
                    "talk_reminder_persontimes",
                    "talk_admonition_persontimes",
                    "pb_theme_party_days",
                    "pb_lectures_sessions");
            FilePayload[] files = IntStream.range(0, 5)
                    .mapToObj(i -> new FilePayload(
                            "part-" + i + ".csv",
                            "text/csv",
                            twelveYears(1950 + 12 * i, metrics).getBytes(StandardCharsets.UTF_8)))
                    .toArray(FilePayload[]::new);
            Queue<Route> asked = new ConcurrentLinkedQueue<>();
            AtomicBoolean reached = new AtomicBoolean();
            visit.page.route("**/api/v1/imports/*", route -> {
                if (!route.request().method().equals("DELETE")) {
                    route.resume();
                } else if (reached.getAndSet(true)) {
                    asked.add(route);
                } else {
                    route.abort();
                }
            });
            visit.page.locator("#import-files").setInputFiles(files);
            visit.page.locator("#import-go").click();
            Locator stop = visit.page.locator(".job[data-status=running] button.stop-import");
            stop.click();
            // The network failed: it can be pressed again.
            visit.page.waitForCondition(reached::get);
            visit.page.waitForCondition(
                    () -> stop.isEnabled() && stop.innerText().equals("停止导入"));
            stop.click();
            visit.page.waitForCondition(() -> !asked.isEmpty());
            assertTrue(stop.isDisabled());
            // Another page and back: the import is drawn anew, and has not been told yet to stop.
            visit.page.locator("nav a[href^='/review']").click();
            stop.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            visit.settle();
            visit.page.goBack();
            stop.waitFor();
            assertTrue(stop.isDisabled());
            assertEquals("正在停止", stop.innerText().replaceAll("…$", ""));
            asked.remove().resume();
            visit.page.locator(".job[data-status=cancelled]").waitFor();
            assertEquals(0, visit.page.locator("button.stop-import").count());
            assertTrue(visit.page.locator(".receipt.accepted").count() < files.length, "not all of it was taken in");
        }
    }

    @Test
    void aFaultyFileShowsEveryFaultWithItsPlaceAndStoresNothing() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/reports");
            Object before = ledger(visit);
            String faulty = """
                department,period,metric,value
                D03,2025-Q1,talk_preappointment_persontimes,12
                D99,2025-Q1,talk_preappointment_persontimes,12
                D03,2025-Q7,talk_preappointment_persontimes,12
                D03,2025-Q2,talk_preapointment_persontimes,12
                D03,2025-Q3,talk_preappointment_persontimes,many
                """;
            handIn(visit, "#import-go", faulty, "refused");
            List<String> places =
                    visit.page.locator(".receipt.refused td[data-label=位置]").allInnerTexts();
            assertEquals(
                    List.of("handed-in.csv:3:1", "handed-in.csv:4:2", "handed-in.csv:5:3", "handed-in.csv:6:4"),
                    places);
            assertEquals(
                    List.of("D99", "2025-Q7", "talk_preapointment_persontimes", "many"),
                    visit.page.locator(".receipt.refused td[data-label=发现]").allInnerTexts());
            List<String> accepted =
                    visit.page.locator(".receipt.refused td[data-label=可接受]").allInnerTexts();
            assertEquals("2022, 2022-H1, 2022-Q1或2022-03", accepted.get(1), "in Chinese");
            assertEquals(before, ledger(visit));
            visit.open("/trends?m=talk_preappointment_persontimes&o=D03&g=Q&f=2025-Q1&t=2025-Q4");
            assertEquals(0, visit.page.locator("table a.state-exact").count());
            visit.assertQuiet();
        }
    }

    @Test
    void aPreviewStoresNothing() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/reports");
            Object before = ledger(visit);
            handIn(
                    visit,
                    "#import-preview",
                    "department,period,metric,value\nD04,2025-Q1,talk_preappointment_persontimes,12\n",
                    "done");
            assertEquals(
                    "handed-in.csv · 可以接受", visit.page.locator(".receipt h3").innerText());
            assertEquals(before, ledger(visit));
        }
    }

    @Test
    void whatWasPreviewedIsStoredWithOneButtonAndStandsOnTheChart() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/reports");
            String form = "department,period,metric,value\nD05,2025-Q1,talk_preappointment_persontimes,23\n";
            handIn(visit, "#import-preview", form, "done");
            assertEquals(
                    "新增1，改变0，撤回0，相同0，未接受0",
                    visit.page.locator(".preview > p").first().innerText().split(" ", 2)[0]);
            assertTrue(visit.page
                    .locator(".preview tr:has-text('2025年第1季度')")
                    .last()
                    .innerText()
                    .contains("23"));
            visit.page.locator("#import-commit").focus();
            visit.page.keyboard().press("Enter");
            visit.page.locator(".receipt.accepted").waitFor();
            visit.open("/trends?m=talk_preappointment_persontimes&o=D05&g=Q&f=2025-Q1&t=2025-Q2");
            assertEquals("23", visit.cell("0.2025-Q1").innerText());
            visit.assertQuiet();
        }
    }

    @Test
    void theSecondOfTwoClerksSeesTheDifferenceAndDecides() {
        String head = "department,period,metric,value\n";
        try (Visit mine = new Visit(chromium, demo);
                Visit yours = new Visit(chromium, demo)) {
            mine.open("/reports");
            handIn(mine, "#import-preview", head + "D06,2025-Q1,talk_preappointment_persontimes,4\n", "done");
            yours.open("/reports");
            handIn(yours, "#import-preview", head + "D06,2025-Q1,talk_preappointment_persontimes,5\n", "done");
            yours.page.locator("#import-commit").click();
            yours.page.locator(".receipt.accepted").waitFor();
            mine.page.locator("#import-commit").click();
            mine.page.locator(".receipt.preview_outdated").waitFor();
            assertEquals("5", mine.page.locator(".preview del").innerText());
            assertEquals("4", mine.page.locator(".preview ins").innerText());
            assertEquals(0, mine.page.locator("#import-commit").count()); // it contradicts what is on record
            mine.page.locator("#filter-mode").selectOption("correct");
            mine.page.locator("#import-reason").fill("数错了");
            mine.page.locator("#import-preview").click();
            mine.page.locator(".receipt.would_accept").waitFor();
            mine.page.locator("#import-commit").click();
            mine.page.locator(".receipt.accepted").waitFor();
            mine.assertQuiet();
        }
    }

    @Test
    void anotherModeThanThePreviewedNeedsAnotherPreview() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/reports");
            handIn(
                    visit,
                    "#import-preview",
                    "department,period,metric,value\nD07,2025-Q1,talk_preappointment_persontimes,4\n",
                    "done");
            visit.page.locator("#filter-mode").selectOption("correct");
            assertEquals(0, visit.page.locator("#import-commit").count());
            assertTrue(visit.page.locator("#commit-note").innerText().contains("重新预览"));
        }
    }

    @Test
    void aHeaderNobodyKnowsIsAnsweredByKeyboardAndTheNextFileIsNotAsked() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/reports");
            String form = "部门,期间,任前谈话情况,study_essays\nD08,2025-Q1,31,5\n";
            handIn(visit, "#import-preview", form, "refused");
            assertEquals("任前谈话情况", visit.page.locator(".mapping label b").innerText());
            visit.page.locator("#mapping-0").focus();
            String meant = "talk_preappointment_persontimes";
            for (int i = 0;
                    i < 3 && !visit.page.locator("#mapping-0").inputValue().equals(meant);
                    i++) {
                visit.page.keyboard().press("ArrowDown"); // it is among the likely ones, which stand first
            }
            assertEquals(meant, visit.page.locator("#mapping-0").inputValue());
            visit.page.keyboard().press("Tab");
            visit.page.keyboard().press("Enter");
            visit.page.locator(".receipt.would_accept").waitFor();
            assertTrue(visit.page.locator(".readings").innerText().startsWith("按本次的对应：“任前谈话情况”"));
            visit.page.locator("#import-commit").click();
            visit.page.locator(".receipt.accepted").waitFor();
            handIn(visit, "#import-preview", form.replace("Q1,31", "Q2,32"), "done");
            visit.page.locator("#import-commit").waitFor(); // the one before was done too
            assertTrue(visit.page.locator(".readings").innerText().startsWith("读取方式沿用20"));
            assertEquals(0, visit.page.locator(".mapping").count());
            visit.page.locator("#import-commit").click();
            visit.page.locator(".receipt.accepted").waitFor();
            visit.open("/trends?m=talk_preappointment_persontimes&o=D08&g=Q&f=2025-Q1&t=2025-Q2");
            assertEquals("31", visit.cell("0.2025-Q1").innerText());
            assertEquals("32", visit.cell("0.2025-Q2").innerText());
            visit.assertQuiet();
        }
    }

    /// The version of the data and the reports it knows.
    private static Object ledger(Visit visit) {
        return visit.page.evaluate("""
            () => Promise.all(['catalog', 'reports', 'series?metric=talk_preappointment_persontimes&department=D03,D04&period=2025-Q1..2025-Q4']
              .map(p => fetch('/api/v1/' + p).then(r => r.text()))).then(all => all.join())
            """);
    }
}
