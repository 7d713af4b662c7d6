package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers stay honest up to the pixel, and each leads to its words.
class EvidenceTest extends DemoPages {
    private static final String SIXTY_ODD = "/trends?m=talk_integrity_persontimes&o=R2&g=Y&f=2022&t=2022";
    private static final String MISSING = "/trends?m=talk_integrity_persontimes&o=D10&g=Q&f=2023-Q1&t=2024-Q2";

    private static Visit visit() {
        return new Visit(chromium, demo);
    }

    @Test
    void aClickOnTheMarkOpensTheSentenceOfSixtyOddAndItsBounds() {
        try (Visit visit = visit()) {
            visit.open(SIXTY_ODD);
            Visit.Written label = visit.written().stream()
                    .filter(text -> text.words().equals("≥61"))
                    .findFirst()
                    .orElseThrow();
            // The label stands above the arrow, the mark under it.
            visit.page.mouse().click(label.x(), label.y() + 46);
            Locator card = visit.card();
            card.locator("mark").first().waitFor();
            assertEquals("60余人次", card.locator(".big").innerText());
            assertTrue(card.locator("dl").innerText().contains("61–69"), card.innerText());
            assertTrue(card.locator("dl").innerText().contains("至少"), card.innerText());
            assertEquals("集体和单独廉政谈话60余人次", card.locator("blockquote mark").innerText());
            assertEquals("60余 · ≥61", visit.cell("0.2022").innerText());
            visit.assertQuiet();
        }
    }

    @Test
    void aBulletinsSixtyTwoTenThousandsIsAboutAndLeadsToItsPublication() {
        try (Visit visit = visit()) {
            visit.open("/trends?m=petitions_received&o=BN&g=Q&b=ytd&f=2020-Q1&t=2020-Q4");
            assertEquals("62万 · ≈620,000", visit.cell("0.2020-Q1").innerText());
            // Half of what was asked for: a lower bound, and not the words of the part.
            assertEquals("≥615,000 ◔1/2", visit.cell("0.2020-Q2").innerText().replaceAll("\\s+", " "));
            visit.cell("0.2020-Q1").click();
            Locator card = visit.card();
            card.locator("mark").first().waitFor();
            assertEquals("62万件次", card.locator(".big").innerText());
            assertTrue(card.innerText().contains("615,000–624,999"), card.innerText());
            assertEquals("62万", card.locator(".form mark").innerText());
            assertTrue(card.locator("dl a[href^='https://']").isVisible());
        }
    }

    @Test
    void aWithheldNumberIsWithheldAndNotZeroInChartTableAndCard() {
        try (Visit visit = visit()) {
            visit.open("/trends?m=discipline_persons_total&o=D15&g=Q&f=2022-Q4&t=2023-Q3");
            assertEquals(List.of("0", "未公开", "未公开", "0"), visit.strip());
            assertEquals("＊ 未公开", visit.cell("0.2023-Q1").innerText());
            assertEquals("0（明确）", visit.cell("0.2023-Q3").innerText());
            visit.cell("0.2023-Q1").click();
            Locator card = visit.card();
            card.locator("mark").first().waitFor();
            assertEquals("*", card.locator(".big").innerText());
            assertTrue(card.innerText().contains("未公开"), card.innerText());
            assertFalse(card.locator("dl").innerText().matches("(?s).*\\n0\\n.*"), card.innerText());
        }
    }

    @Test
    void notReportedNotMentionedAndZeroLookDifferent() {
        try (Visit visit = visit()) {
            visit.open("/trends?m=talk_integrity_persontimes&o=D08&g=Q&f=2023-Q1&t=2023-Q4");
            assertEquals(List.of("●", "未报送", "●", "●"), visit.strip());
            assertEquals("▨ 未报送", visit.cell("0.2023-Q2").innerText());
            visit.open(MISSING);
            assertEquals(List.of("≥", "●", "未提及", "未提及", "●", "●"), visit.strip());
            assertEquals("— 未提及", visit.cell("0.2023-Q3").innerText());
            visit.open("/trends?m=conduct_eight_rules_violations&o=D07&g=Q&f=2024-Q1&t=2024-Q3");
            assertEquals("0", visit.strip().getFirst());
            assertEquals("0（明确）", visit.cell("0.2024-Q1").innerText());
        }
    }

    @Test
    void onAPhoneTheSignsStayDifferent() {
        try (Visit visit = Visit.byPhone(chromium, demo)) {
            visit.open("/trends?m=talk_integrity_persontimes&o=D10&g=Q&f=2022-Q1&t=2024-Q4");
            assertEquals(List.of("↔", "—", "●", "●", "≥", "●", "—", "—", "●", "●", "●", "●"), visit.strip());
            visit.open("/trends?m=discipline_persons_total&o=D15&g=Q&f=2022-Q1&t=2024-Q4");
            // The hatched cell of the quarter that was not reported has no sign at all.
            assertEquals(List.of("0", "0", "●", "0", "＊", "＊", "0", "●", "●", "●", "0"), visit.strip());
        }
    }

    @Test
    void aMissingPeriodIsNotBridged() {
        try (Visit visit = visit()) {
            visit.open(MISSING);
            List<Double> gaps = visit.written().stream()
                    .filter(text -> text.words().equals("未提及"))
                    .map(Visit.Written::x)
                    .toList();
            List<?> lines = (List<?>) visit.page
                    .locator("#chart svg path")
                    .evaluateAll("all => all.filter(e => e.getAttribute('stroke') === 'rgb(45, 85, 136)').map(e =>"
                            + " e.getBoundingClientRect()).filter(b => b.width > 40).map(b => [b.left,"
                            + " b.right])");
            assertEquals(2, gaps.size());
            assertEquals(2, lines.size(), "one line before and one after the gap");
            for (Object line : lines) {
                List<?> ends = (List<?>) line;
                for (double gap : gaps) {
                    assertFalse(
                            Visit.number(ends.get(0)) < gap && gap < Visit.number(ends.get(1)), "a line over " + gap);
                }
            }
        }
    }

    @Test
    void aKindKnownFromFewPartsIsToldAndHasNoBar() {
        try (Visit visit = visit()) {
            visit.open("/discipline?o=DG3&p=2026");
            assertTrue(visit.page.locator("#chart-party").textContent().contains("≥3 ◔0/5"));
            assertEquals(
                    0,
                    visit.page
                            .locator("#chart-party svg path")
                            .evaluateAll("all => all.filter(e => e.getBoundingClientRect().width > 30 &&"
                                    + " e.getAttribute('fill') !== 'none' && !['transparent',"
                                    + " null].includes(e.getAttribute('stroke'))).length"));
        }
    }

    @Test
    void thePartsOfAnIncompletePeriodAreListedAndNotTakenForIt() {
        try (Visit visit = visit()) {
            visit.open("/trends?m=talk_integrity_persontimes&o=D05&g=H&f=2022-H1&t=2022-H2");
            assertEquals("≥21 ◔1/2", visit.cell("0.2022-H1").innerText().replaceAll("\\s+", " "));
            visit.cell("0.2022-H1").click();
            Locator card = visit.card();
            card.locator(".parts a").first().waitFor();
            assertTrue(visit.page.locator("#card-title").innerText().contains("2022年上半年"));
            assertTrue(card.locator(".big").innerText().startsWith("至少21"), card.innerText());
            assertTrue(card.locator(".parts").innerText().contains("2022年第1季度"), card.innerText());
        }
    }

    @Test
    void evidenceSaysWhyItsValueChangedBetweenTheMomentsChosen() {
        try (Visit visit = visit()) {
            visit.open("/trends?m=talk_integrity_persontimes&o=DG1&g=Q&f=2023-Q4&t=2024-Q3#pt=0.2024-Q1");
            Locator why = visit.card().locator("#why:not([hidden])");
            why.waitFor();
            Locator told = why.locator("#why-told");
            assertTrue(told.innerText().contains("由81人次变为86人次：更正 +5（理由：各单位自查发现原报数字有误）"), told.innerText());
            assertEquals(1, told.locator("tbody tr").count());
            assertEquals("+5", told.locator("tfoot td").first().innerText());
            why.locator("#why-from").selectOption("-1"); // the beginning
            assertEquals(5, told.locator("tbody tr").count());
            assertEquals(0, told.locator("tfoot").count(), "from no number to 86 is not +86");
            told.locator("a[href*='#fig=']").last().click();
            visit.page.locator("#card .big:has-text('16人次')").waitFor();
            visit.assertQuiet();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        zh | 2024年第1季度综合服务片廉政谈话人次由81人次变为86人次：更正 +5（理由：各单位自查发现原报数字有误）
        en | 2024 Q1, General services group, Integrity talks (person-times): from 81 person-times to 86 person-times: Correction +5
        """)
    void whyAValueChangedIsOneLineOnPaperForWhichThePrinterWaits(String language, String line) {
        try (Visit visit = visit()) {
            // However long the server takes.
            visit.page.route("**/api/v1/changes*", route -> {
                visit.page.waitForTimeout(1200);
                route.resume();
            });
            visit.page.addInitScript("window.print = () => { window.printed = document.body.innerText; };");
            visit.open("/trends?m=talk_integrity_persontimes&o=DG1&g=Q&f=2023-Q4&t=2024-Q3&lang=" + language
                    + "#pt=0.2024-Q1");
            visit.card().locator("#why a[href*='print=1']").click();
            String printed =
                    (String) visit.page.waitForFunction("() => window.printed").jsonValue();
            assertTrue(printed.contains(line), printed);
            PdfText paper = PdfText.of(visit.page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
            assertTrue(paper.says(line), paper.words());
            visit.assertQuiet();
        }
    }

    @Test
    void aValueThatNeverChangedHasNothingToExplain() {
        try (Visit visit = visit()) {
            visit.open("/trends?m=talk_integrity_persontimes&o=D07&g=Q&f=2022-Q1&t=2022-Q4");
            visit.page.waitForResponse(
                    answer -> answer.url().contains("/api/v1/changes"),
                    () -> visit.cell("0.2022-Q2").click());
            assertTrue(visit.card().locator("#why").isHidden());
        }
    }

    @Test
    void theDownloadedFileIsTheExtractAndHasTheNumbersOfTheChart() throws IOException {
        try (Visit visit = visit()) {
            visit.open("/trends?m=talk_integrity_persontimes&o=D07,D08&g=Q&f=2022-Q1&t=2024-Q4");
            byte[] program = download(visit, "CSV（程序读取）");
            byte[] excel = download(visit, "CSV（Excel 双击可开）");
            String query = "metric=talk_integrity_persontimes&department=D07,D08&period=2022-Q1..2024-Q4";
            assertArrayEquals(get(visit, "/extracts/figures.csv?" + query), program);
            assertArrayEquals(get(visit, "/extracts/figures.csv?" + query + "&bom=1"), excel);
            assertArrayEquals(program, Arrays.copyOfRange(excel, 3, excel.length));
            assertEquals(expected(visit, "/api/v1/series?" + query), numbers(program));
        }
    }

    private static byte[] download(Visit visit, String link) throws IOException {
        Download download = visit.page.waitForDownload(() -> visit.page
                .locator("a", new com.microsoft.playwright.Page.LocatorOptions().setHasText(link))
                .click());
        return Files.readAllBytes(download.path());
    }

    private static byte[] get(Visit visit, String path) {
        return visit.page.request().get(path).body();
    }

    /// Figure → what is known of it, where a point of the chart is one stated figure.
    private static Map<String, String> expected(Visit visit, String path) {
        Map<String, String> expected = new java.util.TreeMap<>();
        List<?> points = (List<?>) visit.page.evaluate(
                "path => fetch(path).then(r => r.json()).then(a => a.series.flatMap(s => s.points))", path);
        for (Object each : points) {
            Map<?, ?> point = (Map<?, ?>) each;
            List<?> figures = (List<?>) Objects.requireNonNull(point.get("figures"));
            if (figures.size() == 1) {
                expected.put(
                        String.valueOf(figures.getFirst()),
                        point.get("state") + " " + text(point.get("lower")) + ".." + text(point.get("upper")));
            }
        }
        assertTrue(expected.size() > 20, expected.toString());
        return expected;
    }

    private static Map<String, String> numbers(byte[] csv) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new String(csv, StandardCharsets.UTF_8))) {
            return reader.stream()
                    .filter(row -> !row.getField("figure_id").isEmpty())
                    .filter(row -> row.getField("revision").equals("1"))
                    .collect(Collectors.toMap(
                            row -> row.getField("figure_id"),
                            row -> row.getField("state") + " " + row.getField("value_low") + ".."
                                    + row.getField("value_high"),
                            (a, _) -> a,
                            java.util.TreeMap::new));
        }
    }

    private static String text(@org.jspecify.annotations.Nullable Object number) {
        return number == null ? "" : String.valueOf(number);
    }

    @Test
    void theBackButtonClosesTheCardFirstAndThenRestoresTheFilters() {
        try (Visit visit = visit()) {
            visit.open("/trends?m=talk_integrity_persontimes&o=D07&g=Q&f=2022-Q1&t=2022-Q4");
            String before = visit.page.url();
            visit.page.locator("#filter-g").selectOption("Y");
            visit.page.locator("#apply").click();
            visit.cell("0.2022").waitFor();
            visit.settle();
            String after = visit.page.url();
            visit.cell("0.2022").click();
            visit.card();
            assertEquals(after + "#pt=0.2022", visit.page.url());
            visit.page.goBack();
            visit.page.waitForFunction("() => document.getElementById('card').hidden");
            assertEquals(after, visit.page.url());
            assertEquals("Y", visit.page.locator("#filter-g").inputValue());
            visit.page.goBack();
            visit.cell("0.2022-Q1").waitFor();
            assertEquals(before, visit.page.url());
            assertEquals("Q", visit.page.locator("#filter-g").inputValue());
        }
    }
}
