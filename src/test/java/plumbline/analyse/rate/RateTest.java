package plumbline.analyse.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import plumbline.Interval;
import plumbline.Span;
import plumbline.analyse.Cells;

class RateTest {
    private static final Span H1 = new Span(2022, 1, 6);
    private static final double CLOSE = 1e-9;

    private static StaffTime.HeadCount count(int year, int month, int day, long staff) {
        return new StaffTime.HeadCount(LocalDate.of(year, month, day), Interval.of(staff));
    }

    private static Optional<StaffTime> year(Interval staff) {
        return StaffTime.over(Span.ofYear(2022), List.of(new StaffTime.HeadCount(LocalDate.of(2021, 12, 31), staff)));
    }

    private static Rate rate(String events, long staff) {
        return Rate.of(Cells.of(events), year(Interval.of(staff)));
    }

    @Test
    void halfAYearOf120StaffIs60PersonYears() {
        StaffTime time = StaffTime.over(H1, List.of(count(2021, 12, 31, 120))).orElseThrow();
        assertEquals(Interval.of(720), time.personMonths());
        Rate rate = Rate.of(Cells.of(H1, "6"), Optional.of(time));
        assertEquals(10, rate.per100().orElseThrow().low(), CLOSE);
    }

    @Test
    void eachMonthHasItsLatestHeadCount() {
        List<StaffTime.HeadCount> known = List.of(count(2022, 3, 31, 90), count(2021, 12, 31, 120));
        assertEquals(
                Interval.of(2 * 120 + 4 * 90),
                StaffTime.over(H1, known).orElseThrow().personMonths());
    }

    @Test
    void aHeadCountOfTheEndSpeaksForTheMonthsBeforeIt() {
        assertEquals(
                Interval.of(6 * 80),
                StaffTime.over(H1, List.of(count(2022, 6, 30, 80)))
                        .orElseThrow()
                        .personMonths());
        assertEquals(Optional.empty(), StaffTime.over(H1, List.of(count(2022, 7, 1, 80))));
    }

    @Test
    void aHeadCountOfMoreThanAYearAgoSaysNothing() {
        assertTrue(StaffTime.over(H1, List.of(count(2021, 6, 30, 80))).isPresent());
        assertEquals(Optional.empty(), StaffTime.over(H1, List.of(count(2021, 6, 29, 80))));
    }

    @Test
    void noEventHasAnUpperEndAllTheSame() {
        Rate.Estimate none = rate("0", 100).per100().orElseThrow();
        assertEquals(0, none.low());
        assertEquals(0, none.lower());
        assertEquals(3.688879454, none.upper().orElseThrow(), 1e-6);
    }

    @Test
    void aNumeratorThatIsNotExactIsComputedAtBothEnds() {
        Rate.Estimate range = rate("8..12", 200).per100().orElseThrow();
        assertEquals(4, range.low(), CLOSE);
        assertEquals(6, range.high().orElseThrow(), CLOSE);
        assertEquals(CountBounds.exact(8, Level.P95).lower() / 2, range.lower(), CLOSE);
        assertEquals(CountBounds.byar(12, Level.P95).upper() / 2, range.upper().orElseThrow(), CLOSE);
        Rate.Estimate open = rate("60+", 200).per100().orElseThrow();
        assertEquals(30, open.low(), CLOSE);
        assertEquals(OptionalDouble.empty(), open.high());
        assertEquals(OptionalDouble.empty(), open.upper());
    }

    @Test
    void aDenominatorThatIsNotExactIsComputedAtBothEnds() {
        Rate.Estimate found =
                Rate.of(Cells.of("8"), year(Interval.of(80, 100))).per100().orElseThrow();
        assertEquals(8, found.low(), CLOSE);
        assertEquals(10, found.high().orElseThrow(), CLOSE);
    }

    @Test
    void whereThereIsNoRateTheReasonIsTold() {
        assertEquals(
                Optional.of(Rate.WithoutRate.EVENTS_WITHHELD), rate("*", 100).reason());
        assertEquals(
                Optional.of(Rate.WithoutRate.EVENTS_MISSING), rate("-", 100).reason());
        assertEquals(
                Optional.of(Rate.WithoutRate.EVENTS_CONTESTED), rate("7!", 100).reason());
        assertEquals(
                Optional.of(Rate.WithoutRate.STAFF_MISSING),
                Rate.of(Cells.of("7"), Optional.empty()).reason());
        assertEquals(
                Optional.of(Rate.WithoutRate.STAFF_OPEN),
                Rate.of(Cells.of("7"), year(Interval.atLeast(50))).reason());
        assertEquals(Optional.of(Rate.WithoutRate.STAFF_BELOW_20), rate("7", 19).reason());
        assertEquals(Optional.empty(), rate("7", 19).per100());
        assertEquals(Optional.empty(), rate("7", 20).reason());
    }

    @Test
    void fewerThanFiveAreTooFewToCompare() {
        assertTrue(rate("4..9", 100).isOfFewEvents());
        assertFalse(rate("5", 100).isOfFewEvents());
    }

    private static Proportion proportion(String part, String whole) {
        return Proportion.of(Cells.of(part), Cells.of(whole));
    }

    @Test
    void aShareHasWilsonsInterval() {
        Rate.Estimate share = proportion("65", "100").share().orElseThrow();
        assertEquals(0.65, share.low());
        assertEquals(0.552544433, share.lower(), 1e-6);
        assertEquals(0.7363575176, share.upper().orElseThrow(), 1e-6);
    }

    @Test
    void aShareOfWhatIsNotExactHasAllThatIsPossible() {
        Rate.Estimate share = proportion("18+", "20..24").share().orElseThrow();
        assertEquals(18 / 24.0, share.low());
        assertEquals(OptionalDouble.of(1), share.high());
        assertEquals(ShareBounds.wilson(18, 24, Level.P95).lower(), share.lower());
        assertEquals(OptionalDouble.of(1), share.upper());
    }

    @Test
    void whereThereIsNoShareTheReasonIsTold() {
        assertEquals(
                Optional.of(Proportion.WithoutShare.WITHHELD),
                proportion("*", "30").reason());
        assertEquals(
                Optional.of(Proportion.WithoutShare.MISSING),
                proportion("3", "-").reason());
        assertEquals(
                Optional.of(Proportion.WithoutShare.CONTESTED),
                proportion("3", "30!").reason());
        assertEquals(
                Optional.of(Proportion.WithoutShare.WHOLE_OPEN),
                proportion("3", "30+").reason());
        assertEquals(
                Optional.of(Proportion.WithoutShare.WHOLE_BELOW_20),
                proportion("3", "19").reason());
        assertEquals(
                Optional.of(Proportion.WithoutShare.PART_ABOVE_WHOLE),
                proportion("308", "298").reason());
        assertEquals(Optional.empty(), proportion("20", "20").reason());
    }
}
