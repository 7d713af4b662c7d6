package plumbline.read.narrative;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plumbline.read.ReportText;

/// Hostile shapes: twice the text is at most 2.3 times the work, counted in steps and not in seconds.
class LinearWorkTest {
    private static final int SMALL = 40_000;

    static Map<String, String> shapes() {
        Map<String, String> shapes = new TreeMap<>();
        shapes.put("digits", "9");
        shapes.put("digits with commas", "1,");
        shapes.put("groups of three", "123,");
        shapes.put("Chinese digits", "三");
        shapes.put("alternating characters", "十百千万亿");
        shapes.put("stars", "*");
        shapes.put("counts without stops", "谈话5人次、");
        shapes.put("counts without measure words", "谈话5");
        shapes.put("stars and measure words", "*次");
        shapes.put("open quotations", "“学习");
        shapes.put("open titles", "《学习");
        shapes.put("open brackets", "(党组");
        shapes.put("closed brackets", "党组)");
        shapes.put("adverts", "公文写作");
        shapes.put("hashes", "##paid");
        shapes.put("years", "2023年");
        shapes.put("months", "1月至");
        shapes.put("zeroes", "没有");
        shapes.put("zero nouns", "未发生举报案件");
        shapes.put("plans", "计划对");
        shapes.put("terms", "中心组学习警示教育");
        shapes.put("commas", ",");
        shapes.put("lines", "一、\n");
        shapes.put("bars", "|立案|件|5\n");
        shapes.put("tabs", "立案\t");
        shapes.put("blanks", "　 ");
        shapes.put("enumerated items", "一是谈话3次。");
        return shapes;
    }

    @TestFactory
    Stream<DynamicTest> twiceTheTextIsTwiceTheWork() {
        return shapes().entrySet().stream()
                .map(shape -> dynamicTest(shape.getKey(), () -> {
                    long once = steps(shape.getValue(), SMALL);
                    long twice = steps(shape.getValue(), 2 * SMALL);
                    assertTrue(twice <= 2.3 * once, () -> once + " steps, then " + twice);
                    assertTrue(once <= 400L * SMALL, () -> once + " steps for " + SMALL + " characters");
                }));
    }

    private static long steps(String piece, int length) {
        String text = piece.repeat(length / piece.length() + 1).substring(0, length);
        Steps steps = new Steps();
        Readers.READER.read(new ReportText("hostile", "UTF-8", text), NarrativeReader.Given.NOTHING, steps);
        return steps.count();
    }
}
