package plumbline.analyse.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.Cell;
import plumbline.Span;
import plumbline.analyse.Cells;

class QuestionsTest {
    private static List<Cell> cells(String words) {
        return words.isEmpty()
                ? List.of()
                : Stream.of(words.split(" ")).map(Cells::of).toList();
    }

    private static List<Question.Kind> kinds(String value, String past) {
        return Questions.about(Cells.of(value), cells(past)).stream()
                .map(Question::kind)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "31, 30 28 33 29 31 30, ''",
        "75, 30 28 33 29 31 30, OUTSIDE_HISTORY",
        "75, 30 28 33 29, ''",
        // The same distance says less with fewer values and more with many.
        "58, 30 28 33 29 31, ''",
        "58, 30 28 33 29 31 30 28 33 29 31 30 28 33 29, OUTSIDE_HISTORY",
        // A constant past is no proof that nothing else can be.
        "22, 20 20 20 20 20 20, ''",
        "4, 1 0 2 1 0 1, ''",
        "75+, 30 28 33 29 31 30, ''",
        "75!, 30 28 33 29 31 30, ''",
        "30, 30 28 33 29 31 31, ''",
        "31, 30 28 33 29 31 31, IDENTICAL_TO_LAST",
        "9, 8 9 7 9, ''",
        "31, 31 *, ''",
        "31+, 31+, ''",
        "310, 30 28 33, UNIT_SLIP",
        "3, 30 28 33, UNIT_SLIP",
        "300000, 30 28 33, UNIT_SLIP",
        "310, 30 28, ''",
        "310, 30 28 33 300, ''",
        "4, 1 0 0, ''",
        "0, 30 28 33 30, ''",
        "1100, 1000 11 12, ''",
    })
    void aValueIsAskedAboutBesideItsPast(String value, String past, String asked) {
        assertEquals(
                asked,
                String.join(" ", kinds(value, past).stream().map(Enum::name).toList()));
    }

    @Test
    void aQuestionHasItsFigures() {
        Question.OutsideHistory outside = assertInstanceOf(
                Question.OutsideHistory.class,
                Questions.about(Cells.of("75"), cells("30 28 * 33 29 31 30")).getFirst());
        assertEquals(30, outside.median());
        assertEquals(Math.sqrt(30), outside.spread());
        assertEquals(6, outside.history().size());
        Question.OutsideHistory wide = assertInstanceOf(
                Question.OutsideHistory.class,
                Questions.outsideHistory(Cells.of("9000"), cells("100 300 500 700 900 1100"))
                        .orElseThrow());
        assertEquals(600, wide.median());
        assertEquals(1.4826 * 1.2 * 300, wide.spread(), 1e-9);
        Question.UnitSlip lost = assertInstanceOf(
                Question.UnitSlip.class,
                Questions.about(Cells.of("3"), cells("30 28 33")).getFirst());
        assertEquals(10, lost.factor());
        assertEquals(false, lost.tooLarge());
        Question.UnitSlip tens = assertInstanceOf(
                Question.UnitSlip.class,
                Questions.about(Cells.of("300000"), cells("30 28 33")).getFirst());
        assertEquals(10_000, tens.factor());
        assertEquals(true, tens.tooLarge());
    }

    @Test
    void stableCountsAreSeldomAskedAbout() {
        Random random = new Random(20_261_121);
        int asked = 0;
        for (int round = 0; round < 2_000; round++) {
            PoissonDistribution poisson = PoissonDistribution.of(1 + random.nextInt(80));
            List<Cell> past = new ArrayList<>();
            for (int i = 0; i < 5 + round % 20; i++) {
                past.add(Cells.of("" + poisson.inverseCumulativeProbability(random.nextDouble())));
            }
            Cell next = Cells.of("" + poisson.inverseCumulativeProbability(random.nextDouble()));
            asked += Questions.outsideHistory(next, past).isPresent() ? 1 : 0;
        }
        assertTrue(asked <= 20, asked + " of 2000");
    }

    @Test
    void numbersThatEndInZeroOrFiveTooOftenAreAskedAbout() {
        Question.DigitHeaping heaped = assertInstanceOf(
                Question.DigitHeaping.class,
                Questions.digitHeaping(cells("10 25 30 40 55 60 5 71 80 95 20 15 * 60+"))
                        .orElseThrow());
        assertEquals(10, heaped.round());
        assertEquals(11, heaped.cells().size());
        assertEquals(Math.pow(0.2, 11) + 11 * Math.pow(0.2, 10) * 0.8, heaped.chance(), 1e-12);
        assertEquals(Optional.empty(), Questions.digitHeaping(cells("11 25 33 40 52 67 78 71 84 95 21")));
        assertEquals(Optional.empty(), Questions.digitHeaping(cells("10 25 30 40 55 60 70 80 95")));
    }

    @Test
    void partsThatAddUpToJustTheTargetAreAskedAbout() {
        assertEquals(
                Optional.of(Question.Kind.SUM_TO_TARGET),
                Questions.sumToTarget(cells("3 4 3 2"), 12).map(Question::kind));
        assertEquals(Optional.empty(), Questions.sumToTarget(cells("3 4 3 3"), 12));
        assertEquals(Optional.empty(), Questions.sumToTarget(cells("3 4 3 2+"), 12));
        assertEquals(Optional.empty(), Questions.sumToTarget(cells("12"), 12));
        assertEquals(Optional.empty(), Questions.sumToTarget(cells("1 1 1 1"), 4));
    }

    private static List<Cell> toDate(String... values) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            int quarter = i % 4;
            cells.add(Cells.of(new Span(2022 + i / 4, 1, 3 * quarter + 3), values[i]));
        }
        return cells;
    }

    @Test
    void aTotalSinceJanuaryThatFallsIsAskedAbout() {
        List<Cell> cells = toDate("10", "30", "*", "25", "5");
        assertEquals(List.of(new Question.ToDateFalls(cells.get(1), cells.get(3))), Questions.toDateFalls(cells));
        assertEquals(List.of(), Questions.toDateFalls(toDate("10", "30", "30", "41")));
        assertEquals(List.of(), Questions.toDateFalls(toDate("10", "30..40", "25+", "35")));
        assertEquals(1, Questions.toDateFalls(toDate("10", "30+", "20..29")).size());
        assertEquals(2, Questions.toDateFalls(toDate("10", "30", "20", "25")).size());
    }
}
