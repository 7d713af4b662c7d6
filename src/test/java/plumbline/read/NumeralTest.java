package plumbline.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.Value;
import plumbline.Wording;

class NumeralTest {
    private static final Pattern SOFT = Pattern.compile("soft ([0-9]+)\\.\\.([0-9]+)");

    /// What was understood, in one word: `at_least 60 [61,69] 人次`, `withheld`, `problem year`.
    private static String spoken(Wording read) {
        String value = switch (read.value().orElse(null)) {
            case null -> "problem " + read.problem();
            case Value.Absent absent -> absent.state().word();
            case Value.Amount amount ->
                "%s %s [%d,%s]"
                        .formatted(
                                amount.state().word(),
                                amount.stated().isPresent() ? amount.stated().getAsLong() : "",
                                amount.interval().lower(),
                                amount.interval().upper().isPresent()
                                        ? amount.interval().upper().getAsLong()
                                        : "");
        };
        return read.unit().isEmpty() ? value : value + " " + read.unit();
    }

    @TestFactory
    Stream<DynamicTest> everyRowOfTheVectorsIsUnderstood() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/vectors/numerals.csv")) {
            assertNotNull(in);
            List<NamedCsvRecord> rows =
                    CsvReader.builder().ofNamedCsvRecord(in).stream().toList();
            assertEquals(94, rows.size());
            return rows.stream().map(row -> dynamicTest(row.getField("text"), () -> understood(row)));
        }
    }

    private static void understood(NamedCsvRecord row) {
        Matcher soft = SOFT.matcher(row.getField("note"));
        boolean isSoft = soft.find();
        String low = isSoft ? soft.group(1) : row.getField("low");
        String high = isSoft ? soft.group(2) : row.getField("high");
        String expected = switch (row.getField("kind")) {
            case "EXACT" -> row.getField("value").equals("0") ? "zero" : "exact";
            case "ROUNDED", "APPROX_ABOUT" -> "about";
            case "APPROX_ABOVE", "AT_LEAST", "MORE_THAN" -> "at_least";
            case "APPROX_BELOW", "AT_MOST" -> "at_most";
            case "RANGE" -> "range";
            case "REDACTED" -> "withheld";
            case "MENTION" -> "problem vague";
            case "YEAR", "ORDINAL", "ENUMERATOR", "SHARE", "MULTIPLE" ->
                "problem " + row.getField("kind").toLowerCase(java.util.Locale.ROOT);
            default -> throw new IllegalArgumentException(row.getField("kind"));
        };
        boolean number = !expected.startsWith("problem") && !expected.equals("withheld");
        assertEquals(
                number ? "%s %s [%s,%s]".formatted(expected, row.getField("value"), low, high) : expected,
                spoken(Numeral.read(row.getField("text"))));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "60余人次 | at_least 60 [61,69] 人次",
                "１，２３４件 | exact 1234 [1234,1234] 件",
                "5次以内 | at_most 5 [0,5] 次",
                "3—5次 | range  [3,5] 次",
                "3次至5次 | range  [3,5] 次",
                "62万人次 | about 620000 [615000,624999] 人次",
                "60余万件 | at_least 600000 [600001,699999] 件",
                "近90 | at_most 90 [80,89]",
                "近5 | at_most 5 [1,4]",
                "约35 | about 35 [30,40]",
                "约3名 | about 3 [0,8] 名",
                "共计12人（次） | exact 12 [12,12] 人(次)",
                "不少于 4 次 | at_least 4 [4,] 次",
                "45人以上 | at_least 45 [45,] 人",
                "20人次左右 | about 20 [15,25] 人次",
                "上百人次 | at_least 100 [100,] 人次",
                "零次 | zero 0 [0,0] 次",
                "三四百 | range  [300,499]",
                "二十三四 | range  [23,24]",
                "几万 | range  [20000,99999]",
                "1万2345 | exact 12345 [12345,12345]",
                "一万亿 | exact 1000000000000 [1000000000000,1000000000000]",
                "一亿零二 | exact 100000002 [100000002,100000002]",
                "2 544 | exact 2544 [2544,2544]",
                "9223372036854775807 | exact 9223372036854775807 [9223372036854775807,9223372036854775807]",
            })
    void wordingsBeyondTheVectors(String text, String expected) {
        assertEquals(expected, spoken(Numeral.read(text)));
    }

    @ParameterizedTest(name = "{0} is nothing that was counted: zero")
    @CsvSource({"无", "没有", "零", "未发现", "未发生", "未收到", "不存在", "无此情况"})
    void saidToBeNone(String text) {
        assertEquals("zero 0 [0,0]", spoken(Numeral.read(text)));
    }

    @ParameterizedTest(name = "“{0}” is {1}, never zero")
    @CsvSource({
        "'', not_mentioned",
        "—, not_mentioned",
        "－, not_mentioned",
        "-, not_mentioned",
        "未提及, not_mentioned",
        "/, not_applicable",
        "不适用, not_applicable",
        "[c], suppressed",
        "未报送, not_reported",
        "未报, not_reported",
        "*余人次, withheld 人次",
        "近＊篇, withheld 篇",
        "xx次, withheld 次",
        "__次, withheld 次",
    })
    void absencesStayApart(String text, String expected) {
        assertEquals(expected, spoken(Numeral.read(text)));
    }

    @ParameterizedTest(name = "{0} is no count: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2023年 | year",
                "第3次 | ordinal",
                "首次 | ordinal",
                "(3) | enumerator",
                "三、 | enumerator",
                "三成 | share",
                "5倍 | multiple",
                "多次 | vague",
                "-5 | negative",
                "－5件 | negative",
                "负五 | negative",
                "6.5 | decimal",
                "1.23456万 | decimal",
                "9223372036854775808 | too_large",
                "99999999999999亿 | too_large",
                "超过9223372036854775807 | too_large",
                "1,20 | not_a_number",
                "12,3456 | not_a_number",
                "0,123 | not_a_number",
                "5—3 | not_a_number",
                "3—5万 | not_a_number",
                "2万5 | not_a_number",
                "一百二三 | not_a_number",
                "一二三 | not_a_number",
                "一百零 | not_a_number",
                "十百 | not_a_number",
                "不足0 | not_a_number",
                "约60余 | not_a_number",
                "6次（含视频会1次） | not_a_number",
                "2022-03-01 | date",
                "1E+05 | scientific",
                "3月5日 | date",
                "2022.3.5 | date",
                "0755-12345678 | phone",
                "#REF! | spreadsheet_error",
                "增加3次 | change",
                "abc | not_a_number",
                "○ | not_a_number",
                "万万 | not_a_number",
                "3..5 | not_a_number",
            })
    void whatIsNoCountSaysWhatItIs(String text, String problem) {
        assertEquals("problem " + problem, spoken(Numeral.read(text)));
    }

    @ParameterizedTest(name = "the share {0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "95% | exact 950 [950,950] %",
                "95 | exact 950 [950,950]",
                "95.0 | exact 950 [950,950]",
                "95.5％ | exact 955 [955,955] %",
                "百分之九十五 | exact 950 [950,950] %",
                "0% | zero 0 [0,0] %",
                "100% | exact 1000 [1000,1000] %",
                "约95% | about 950 [900,1000] %",
                "95%以上 | at_least 950 [950,] %",
                "近90% | at_most 900 [800,899] %",
                "*% | withheld %",
                "95.55% | problem decimal",
                "三分之二 | problem not_a_number",
                "95人 | exact 950 [950,950] 人",
                " — | not_mentioned",
            })
    void sharesAreReadInTenthsOfAPercent(String text, String expected) {
        assertEquals(expected, spoken(Numeral.readShare(text)));
    }

    @Test
    void aVeryLongTextIsReadInOneGo() {
        String long1 = "1,111" + ",111".repeat(200_000);
        String long2 = "三".repeat(500_000);
        String long3 = "*".repeat(500_000) + "余".repeat(500_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertEquals("problem too_large", spoken(Numeral.read(long1)));
            assertEquals("problem not_a_number", spoken(Numeral.read(long2)));
            assertEquals("problem not_a_number", spoken(Numeral.read(long3)));
        });
    }

    @Test
    void theWordingIsKeptAsItStands() {
        assertEquals("６０余 人次", Numeral.read("６０余 人次").text());
    }
}
