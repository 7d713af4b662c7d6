package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is more than chance, what is fair and what is enough: each face in both languages, on paper and on a phone.
class SignalPagesTest extends DemoPages {
    private static final String D12 = "/trends?m=talk_integrity_persontimes&o=D12&g=Q&f=2023-Q1&t=2026-Q2";
    private static final String FUNNEL = "/compare?m=discipline_persons_total&p=2025-Q4&parent=D";

    private static List<String> words(Locator locator) {
        return locator.allInnerTexts().stream().map(String::strip).toList();
    }

    @Test
    void theOverviewHasAColumnOfSignalsOnlyWhereThereIsOneToTell() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/?o=D&p=2026-Q2");
            assertTrue(words(visit.page.locator(".overview-table thead th")).contains("信号"));
            assertTrue(words(visit.page.locator(".overview-table .signal")).contains("平稳"));
            visit.open("/?o=D&p=2022-Q2");
            assertFalse(words(visit.page.locator(".overview-table thead th")).contains("信号"));
            assertEquals(0, visit.page.locator(".overview-table .signal").count());
            visit.assertQuiet();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        zh | 明显偏高（向好） | 异常≠好坏       | 已达到的 | 落后
        en | Unusually high (good) | Unusual is not bad | Met (   | rank
        """)
    void theGridHasASignAndAWordInEachCellAndLeadsToTheTrend(
            String language, String word, String note, String met, String never) {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/signals?o=D&p=2026-Q2&lang=" + language);
            Locator cells = visit.page.locator(".signal-grid tbody .signal-cell");
            assertEquals(
                    visit.page.locator(".signal-grid tbody tr").count()
                            * (visit.page.locator(".signal-grid thead th").count() - 1),
                    cells.count());
            assertEquals(
                    cells.count(),
                    visit.page.locator(".signal-cell svg.signal-icon").count());
            assertTrue(words(cells).stream().noneMatch(String::isEmpty));
            String text = visit.page.locator("main").innerText();
            assertTrue(text.contains(word) && text.contains(note) && text.contains(met), text);
            assertFalse(text.contains(never), text);
            visit.at(".signal-cell.tone-better").click();
            visit.page.waitForURL(url -> url.contains("/trends?m=talk_integrity_persontimes&o=D12&g=Q"));
            visit.assertQuiet();
        }
    }

    /// As the link of another page has it: department and period are the page's own choice.
    @Test
    void anAddressWithoutAPeriodShowsTheNewestOne() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/signals");
            assertTrue(visit.page.locator(".signal-grid tbody .signal-cell").count() > 0);
            assertFalse(visit.page.locator("select[name=p]").inputValue().isEmpty());
            visit.assertQuiet();
        }
    }

    @Test
    void aTrendHasTheStandardsOfItsPeriodsAndSaysByWhichRule() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/trends?m=study_centre_group_sessions&o=D01,D02&g=Q&f=2025-Q1&t=2026-Q2");
            String notes = visit.at(".standard-notes").innerText();
            assertTrue(notes.contains("不少于3次（演示规定：中心组学习每季度不少于3次）"), notes);
            assertTrue(notes.contains("综合办公室：未达到2期；人事教育处：已达到2期"), notes);
            visit.open("/trends?m=study_centre_group_sessions&o=D01,D02&g=Q&f=2024-Q1&t=2025-Q2");
            assertEquals(0, visit.page.locator(".standard-notes").count());
            visit.assertQuiet();
        }
    }

    @Test
    void aTrendOfOneDepartmentHasItsLimitsAndSaysWhatTheyMean() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open(D12);
            List<String> written =
                    visit.written().stream().map(Visit.Written::words).toList();
            assertTrue(written.stream().anyMatch(each -> each.startsWith("均值 34.1")), written::toString);
            assertTrue(written.stream().anyMatch(each -> each.startsWith("上限 59.0")), written::toString);
            String notes = visit.at(".signal-notes").innerText();
            assertTrue(notes.contains("连续7期高于均值") && notes.contains("异常≠好坏"), notes);
            visit.open("/trends?m=talk_integrity_persontimes&o=D12&g=Q&b=ytd");
            assertEquals(0, visit.page.locator(".signal-notes").count());
            visit.open("/trends?m=staff_headcount&o=D12&g=Q");
            assertEquals(0, visit.page.locator(".signal-notes").count());
            visit.assertQuiet();
        }
    }

    @Test
    void aPersonRecordsAPhaseWithNameAndReasonAndTakesItBack() {
        String trend = "/trends?m=petitions_received&o=D02&g=Q&f=2023-Q1&t=2026-Q2";
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open(trend);
            visit.page.locator("#phase summary").click();
            visit.page.locator("#phase select[name=first]").selectOption("2024-Q3");
            visit.page.locator("#phase input[name=actor]").fill("处长");
            visit.page.locator("#phase input[name=reason]").fill("网上信访开通");
            visit.page.locator("#phase button").click();
            visit.page.locator("#no-phase").waitFor();
            assertTrue(visit.at(".signal-notes").innerText().contains("2024年第3季度起为新阶段：网上信访开通（处长"));
            visit.page.locator("#no-phase summary").click();
            visit.page.locator("#no-phase input[name=reason]").fill("记错了");
            visit.page.locator("#no-phase button").click();
            visit.page.waitForFunction("() => !document.querySelector('#no-phase')");
            visit.assertQuiet();
        }
    }

    @Test
    void sanctionsAreSetBesideEachOtherBySizeAndNeverSorted() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open(FUNNEL);
            assertEquals("按规模", visit.at(".tabs [aria-current]").innerText().strip());
            List<String> written =
                    visit.written().stream().map(Visit.Written::words).toList();
            assertTrue(written.contains("99.8%") && written.contains("95%"), written::toString);
            List<String> names = words(visit.page.locator(".figure tbody th"));
            assertEquals("综合办公室", names.getFirst());
            assertEquals(18, names.size());
            String table = visit.at(".figure table").innerText();
            assertTrue(table.contains("数量过少，不宜比较"), table);
            visit.page.locator("#view-chart").click();
            visit.page.waitForURL(url -> url.contains("vw=chart"));
            visit.settle();
            assertEquals("点图", visit.at(".tabs [aria-current]").innerText().strip());
            visit.assertQuiet();
        }
    }

    @Test
    void whatIsScheduledAndWhatIsTooFewHasATableAndTheReason() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/compare?m=study_centre_group_sessions&p=2025-Q4&parent=D&vw=funnel");
            assertTrue(visit.at(".lede").innerText().contains("不作漏斗"));
            assertEquals(0, visit.page.locator("#chart").count());
            visit.open("/compare?m=discipline_persons_total&p=2025-Q4&parent=DG4");
            assertTrue(visit.at(".lede").innerText().contains("不足8个"));
            assertEquals(0, visit.page.locator("#chart").count());
            visit.open("/compare?m=discipline_persons_total&p=2023-Q1&parent=D");
            String without = visit.at(".left-out").innerText();
            assertTrue(without.contains("未公开（房屋管理处"), without);
        }
    }

    @Test
    void aStandardIsRecordedWithItsSourceAndEnded() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/signals?o=D04&p=2026-Q1");
            visit.page.locator("#target summary").click();
            visit.page.locator("#target select[name=m]").selectOption("study_staff_sessions");
            visit.page.locator("#target input[name=at_least]").fill("99");
            visit.page.locator("#target input[name=source]").fill("学习规定");
            visit.page.locator("#target input[name=actor]").fill("处长");
            visit.page.locator("#target input[name=reason]").fill("新规");
            visit.page.locator("#target button").click();
            Locator row = visit.page.locator(".targets tr", new Page.LocatorOptions().setHasText("学习规定"));
            row.waitFor();
            assertTrue(row.innerText().contains("未达到"), row.innerText());
            assertEquals(1, row.locator("svg.bullet[aria-label]").count());
            visit.page.locator("#no-target summary").click();
            visit.page
                    .locator("#no-target select")
                    .selectOption(new com.microsoft.playwright.options.SelectOption()
                            .setLabel("档案信息中心 · 干部职工集中（集体）学习次数 · 2026年第1季度"));
            visit.page.locator("#no-target input[name=reason]").fill("记错了");
            visit.page.locator("#no-target button").click();
            row.waitFor(new Locator.WaitForOptions()
                    .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            visit.assertQuiet();
        }
    }

    @Test
    void aQuestionIsAnsweredWithAReasonAndStaysAmongTheAnswered() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/quality?o=D&f=2024-Q4&t=2026-Q3");
            Locator question = visit.page.locator(".questions li", new Page.LocatorOptions().setHasText("单位或位数是否有误"));
            assertTrue(question.first().innerText().contains("如果差了10倍"));
            question.first().locator("summary").click();
            question.first().locator("input[name=actor]").fill("科员");
            question.first().locator("input[name=reason]").fill("全市大会，人数属实");
            question.first().locator("button").click();
            Locator answered =
                    visit.page.locator(".questions details", new Page.LocatorOptions().setHasText("已答复的（1）"));
            answered.first().waitFor();
            assertTrue(answered.last().textContent().contains("全市大会，人数属实"));
            visit.assertQuiet();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?o=D&p=2026-Q2", "/signals?o=D&p=2026-Q2", D12, FUNNEL, "/quality?o=D"})
    void noFaceIsWiderThanAPhone(String path) {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.page.setViewportSize(360, 740);
            visit.open(path);
            assertEquals(360, Visit.number(visit.page.evaluate("document.documentElement.scrollWidth")));
        }
    }

    @Test
    void theOverviewWithSignalsStaysOnOneSheet() {
        try (Visit visit = new Visit(chromium, demo)) {
            for (String language : List.of("zh", "en")) {
                visit.open("/?o=D&p=2026-Q2&print=1&lang=" + language);
                assertEquals(1, paper(visit).pages(), language);
            }
        }
    }

    private static PdfText paper(Visit visit) {
        return PdfText.of(visit.page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
    }

    /// What stands beyond the right edge of the sheet, or is broken within a word.
    private static final String BADLY_SET = """
        selector => [...document.querySelectorAll(selector)].filter(e => {
          const words = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          for (let node; (node = words.nextNode());) {
            for (const word of node.data.matchAll(/[A-Za-z]{2,}/g)) {
              range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
              if (range.getClientRects().length > 1) return true;
            }
          }
          return e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5;
        }).map(e => e.textContent.trim())
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        zh | 异常偏高 | 异常≠好坏 | 已达到的28项不列在纸上 | 期末至少还有20件次未办结 | 4
        en | Unusually high | Unusual is not bad | The 28 that are met are left out on paper | At least 20 case-times still open | 5
        """)
    void gridStandardsAndProcessPrintAcrossTheSheetWithTheirWordsWhole(
            String language, String word, String note, String folded, String open, int most) {
        try (Visit visit = new Visit(chromium, demo, 986)) { // as wide as a sheet across is between its margins
            visit.open("/signals?o=D&p=2026-Q2&print=1&lang=" + language);
            PdfText paper = paper(visit);
            assertTrue(paper.sheets().stream().allMatch("297×210"::equals), paper.sheets()::toString);
            assertTrue(paper.pages() <= most, paper.sheets()::toString);
            for (String said : List.of(word, note, folded, open)) {
                assertTrue(paper.says(said), said + " is not in " + paper.words());
            }
            assertTrue(paper.says(language.equals("zh") ? "数据截至" : "Data as of"), paper.words());
            visit.page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertEquals(
                    List.of(),
                    visit.page.evaluate(
                            BADLY_SET, ".signal-grid th, .signal-cell, .targets th, .targets td, .process li"));
            assertEquals(
                    visit.page.locator(".targets:visible tbody tr").count(),
                    visit.page.locator(".targets svg.bullet:visible").count());
            assertEquals(0, visit.page.locator(".decision:visible").count());
            // Whoever unfolds what is met has it on paper.
            visit.page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.SCREEN));
            visit.page.locator("details.each summary").click();
            assertFalse(paper(visit).says(folded));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        zh | discipline_persons_total | 不作优劣判断 | 数（人） | 数量过少，不宜比较
        en | discipline_persons_total | does not judge | Count (persons) | too few to compare
        zh | petition_closure_ratio | 界限已放宽 | 分子 | 分母不足20
        en | petition_closure_ratio | the limits allow for it | Numerator | Denominator below 20
        """)
    void theFunnelPrintsWithItsLimitsItsTableAndItsCaveats(
            String language, String metric, String caveat, String head, String few) {
        try (Visit visit = new Visit(chromium, demo, 650)) { // as wide as a sheet is between its margins
            visit.open("/compare?m=%s&p=2023-Q4&parent=D&vw=funnel&print=1&lang=%s".formatted(metric, language));
            visit.page.locator("#chart svg").waitFor();
            PdfText paper = paper(visit);
            assertTrue(paper.sheets().stream().allMatch("210×297"::equals), paper.sheets()::toString);
            assertTrue(paper.pages() <= 3, paper.sheets()::toString);
            for (String said : List.of("99.8%", "95%", caveat, head, few)) {
                assertTrue(paper.says(said), said + " is not in " + paper.words());
            }
            visit.page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertEquals(
                    List.of(), visit.page.evaluate(BADLY_SET, ".by-size table th, .by-size table td, .by-size > p"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /discipline?o=D&p=2025 | discipline_party_persons | 2025
        /discipline?o=D16&p=2025-Q4 | discipline_party_persons | 2025-Q4
        /discipline?o=D&vw=period&g=Q&f=2025-Q1&t=2025-Q4 | discipline_party_persons | 2025-Q4
        /discipline?o=D&vw=forms&p=2025 | four_forms_persontimes | 2025
        """)
    void aKindOfSanctionLeadsToTheFunnelOfItsMetric(String path, String metric, String period) {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open(path);
            visit.page.locator("a.by-size").first().click();
            visit.page.waitForURL(url -> url.contains("/compare?m=" + metric + "&p=" + period + "&parent=D"));
            visit.settle();
            assertEquals("按规模", visit.at(".tabs [aria-current]").innerText().strip());
            visit.assertQuiet();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        zh | 2024年第3季度起为新阶段：2024年7月1日起 | 监管执法片负责人
        en | New phase from 2024 Q3: 2024年7月1日起 | 监管执法片负责人
        """)
    void theDemonstrationHasAPhaseThatSomebodyRecorded(String language, String phase, String author) {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/trends?m=pb_theme_party_days&o=DG4&g=Q&f=2023-Q1&t=2026-Q2&lang=" + language);
            String notes = visit.at(".signal-notes").innerText();
            assertTrue(notes.contains(phase) && notes.contains(author), notes);
        }
    }
}
