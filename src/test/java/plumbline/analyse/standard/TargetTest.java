package plumbline.analyse.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.Aggregation;
import plumbline.Direction;
import plumbline.Interval;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.Name;
import plumbline.Period;
import plumbline.Span;
import plumbline.Target;
import plumbline.analyse.Cells;

class TargetTest {
    private static final Target YEAR = target("2022", 50);

    private static Target target(String period, long least) {
        return new Target("study", "D01", Period.parse(period), least, "学习制度第三条");
    }

    @ParameterizedTest
    @CsvSource({
        "50,MET",
        "60+,MET",
        "49,NOT_MET",
        "40..49,NOT_MET",
        "45..50,CANNOT_BE_JUDGED",
        "40+,CANNOT_BE_JUDGED",
        "*,CANNOT_BE_JUDGED",
        "-,CANNOT_BE_JUDGED",
        "0,NOT_MET",
        "60!,MET",
        "49!,CANNOT_BE_JUDGED",
    })
    void aTargetIsJudgedByWhatAValueSurelyIs(String value, Attainment expected) {
        assertEquals(expected, Attainment.of(Cells.of(value), YEAR));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 13, ON_PACE, 12.5, 37, 37, 9",
        "3, 12, BEHIND, 12.5, 38, 38, 9",
        "6, 25, ON_PACE, 25, 25, 25, 6",
        "6, 20..30, CANNOT_BE_JUDGED, 25, 20, 30, 6",
        "6, 20+, CANNOT_BE_JUDGED, 25, 0, 30, 6",
        "6, 30+, ON_PACE, 25, 0, 20, 6",
        "9, 80, ON_PACE, 37.5, 0, 0, 3",
        "9, 80!, CANNOT_BE_JUDGED, 37.5, 0, 0, 3",
    })
    void paceIsEvenOverTheYear(
            int month, String value, Pace.Standing standing, double due, long fewest, long most, int left) {
        Pace pace = Pace.of(Cells.of(new Span(2022, 1, month), value), YEAR);
        assertEquals(standing, pace.standing());
        assertEquals(due, pace.due());
        assertEquals(Optional.of(Interval.of(fewest, most)), pace.remaining());
        assertEquals(left, pace.monthsLeft());
    }

    @Test
    void withoutANumberThereIsNoPace() {
        Pace pace = Pace.of(Cells.of(new Span(2022, 1, 6), "*"), YEAR);
        assertEquals(Pace.Standing.CANNOT_BE_JUDGED, pace.standing());
        assertEquals(Optional.empty(), pace.remaining());
    }

    @Test
    void aTargetStandsBesideItsOwnTimeOnly() {
        assertThrows(IllegalArgumentException.class, () -> Attainment.of(Cells.of("5"), target("2022-Q1", 3)));
        assertThrows(IllegalArgumentException.class, () -> Pace.of(Cells.of(new Span(2022, 4, 6), "5"), YEAR));
        assertThrows(IllegalArgumentException.class, () -> Pace.of(Cells.of(new Span(2021, 1, 6), "5"), YEAR));
    }

    @Test
    void aTargetHasASourceAndAsksForSomething() {
        assertThrows(IllegalArgumentException.class, () -> target("2022", 0));
        assertThrows(IllegalArgumentException.class, () -> new Target("study", "D01", Period.parse("2022"), 4, " "));
    }

    private static boolean isPossible(String family, Direction direction, boolean persons) {
        return Target.isPossible(new Metric(
                "m",
                new Name("指标", "Metric"),
                family,
                "次",
                0,
                Kind.FLOW,
                direction,
                persons,
                Aggregation.SUM,
                Aggregation.SUM,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Name("", "")));
    }

    @Test
    void sanctionsAndPetitionsHaveNoTarget() {
        assertEquals(true, isPossible("study", Direction.MORE, false));
        assertEquals(false, isPossible("meetings", Direction.NEUTRAL, false));
        assertEquals(false, isPossible("discipline", Direction.MORE, true));
        assertEquals(false, isPossible("petitions", Direction.MORE, false));
    }
}
