package plumbline.analyse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.Period;
import plumbline.Refusal;

class PeriodRangeTest {
    @Test
    void aRangeHoldsEveryPeriodBetweenItsEnds() {
        assertEquals(
                "[2021-Q3, 2021-Q4, 2022-Q1]",
                PeriodRange.parse("2021-Q3..2022-Q1").periods().toString());
        assertEquals(
                "[2021-H2, 2022-H1]",
                PeriodRange.parse("2021-H2..2022-H1").periods().toString());
        assertEquals(
                "[2021-12, 2022-01]",
                PeriodRange.parse("2021-12..2022-01").periods().toString());
        assertEquals("[2020, 2021]", PeriodRange.parse("2020..2021").periods().toString());
    }

    @Test
    void onePeriodIsARangeOfOne() {
        assertEquals("[2022-Q1]", PeriodRange.parse("2022-Q1").periods().toString());
        assertEquals(
                "[2022-Q1]", PeriodRange.parse("2022-Q1..2022-Q1").periods().toString());
    }

    @Test
    void aHundredAndTwentyPeriodsAreTheMost() {
        assertEquals(
                Period.parse("2021-12"),
                PeriodRange.parse("2012-01..2021-12").periods().getLast());
        assertThrows(Refusal.class, () -> PeriodRange.parse("2012-01..2022-01"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "2022..",
                "..2022",
                "2022..2021",
                "2022-Q1..2022",
                "2022-Q1..2022-Q2..2022-Q3",
                "1899..1901"
            })
    void anythingElseIsRefusedSayingWhatWouldBeAccepted(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> PeriodRange.parse(text));
        assertEquals(Refusal.Kind.INVALID, refusal.kind());
        assertEquals("period", refusal.faults().getFirst().parameter());
        assertEquals(text, refusal.faults().getFirst().found());
        assertTrue(refusal.faults().getFirst().accepted().contains("2021-Q1..2023-Q4"));
    }
}
