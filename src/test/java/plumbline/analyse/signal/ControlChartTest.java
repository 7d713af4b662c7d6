package plumbline.analyse.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.Aggregation;
import plumbline.Basis;
import plumbline.Cell;
import plumbline.Direction;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.Name;
import plumbline.Period;
import plumbline.Reorganisation;
import plumbline.analyse.Cells;
import plumbline.analyse.Exclusion;
import plumbline.analyse.Series;

class ControlChartTest {
    private static final Period FIRST = Period.parse("2020-Q1");
    private static final String STABLE = "12 15 11 14 13 16 12 15 14 13 17 15 14";
    private static final String JUMP = STABLE + " 40";

    private static Metric metric(Kind kind, Direction direction, boolean persons) {
        return new Metric(
                "talks",
                new Name("谈话", "Talks"),
                "talks",
                "次",
                0,
                kind,
                direction,
                persons,
                Aggregation.SUM,
                Aggregation.SUM,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Name("", ""));
    }

    private static final Metric NEUTRAL = metric(Kind.FLOW, Direction.NEUTRAL, false);
    private static final Metric MORE = metric(Kind.FLOW, Direction.MORE, false);

    private static Series series(String words, Basis basis, List<Period> periods, List<Reorganisation> breaks) {
        List<Cell> cells = new ArrayList<>();
        List<String> all = List.of(words.split(" "));
        for (int i = 0; i < all.size(); i++) {
            cells.add(Cells.of(periods.get(i).span(), all.get(i)));
        }
        List<Optional<Series.Balance>> balances =
                cells.stream().map(_ -> Optional.<Series.Balance>empty()).toList();
        return new Series(Cells.KEY, basis, periods.subList(0, cells.size()), cells, balances, breaks);
    }

    private static List<Period> quarters(int count) {
        return java.util.stream.IntStream.range(0, count).mapToObj(FIRST::plus).toList();
    }

    private static Series series(String words) {
        return series(words, Basis.IN_PERIOD, quarters(60), List.of());
    }

    private static ControlChart chart(Metric metric, String words) {
        return ControlChart.of(metric, series(words), List.of(), OptionalLong.empty());
    }

    @Test
    void thirteenPointsHaveLimitsAndAnIcon() {
        ControlChart chart = chart(NEUTRAL, STABLE);
        assertEquals(Phase.Standing.FULL, chart.phases().getFirst().standing());
        assertEquals(Optional.of(Variation.COMMON_CAUSE), chart.variation());
        assertEquals(Optional.empty(), chart.withoutIcon());
    }

    @Test
    void twelvePointsHaveTrialLimitsAndMarkNothing() {
        ControlChart chart = chart(NEUTRAL, "12 15 11 14 13 16 12 15 14 13 17 400");
        assertEquals(Phase.Standing.TRIAL, chart.phases().getFirst().standing());
        assertTrue(chart.phases().getFirst().limits().isPresent());
        assertEquals(Optional.of(ControlChart.WithoutIcon.FEW_POINTS), chart.withoutIcon());
        assertEquals(Set.of(), chart.points().getLast().signals());
    }

    @Test
    void sevenPointsHaveTheirMedianOnly() {
        Phase phase = chart(NEUTRAL, "12 15 11 14 13 16 12").phases().getFirst();
        assertEquals(Phase.Standing.MEDIAN_ONLY, phase.standing());
        assertEquals(OptionalDouble.of(13), phase.median());
        assertEquals(OptionalDouble.empty(), phase.mean());
        assertEquals(Optional.empty(), phase.limits());
    }

    @Test
    void valuesThatHardlyEverStandNextToEachOtherHaveNoFullLimits() {
        ControlChart chart = chart(NEUTRAL, STABLE.replace(" ", " * "));
        assertEquals(Phase.Standing.MEDIAN_ONLY, chart.phases().getFirst().standing());
        assertEquals(Optional.of(ControlChart.WithoutIcon.FEW_MOVING_RANGES), chart.withoutIcon());
        ControlChart six = chart(NEUTRAL, "12 15 * 11 14 * 13 16 * 12 15 * 14 13 * 17 15 * 14");
        assertEquals(Phase.Standing.TRIAL, six.phases().getFirst().standing());
        assertEquals(Optional.of(ControlChart.WithoutIcon.FEW_MOVING_RANGES), six.withoutIcon());
        ControlChart seven = chart(NEUTRAL, "12 15 * 11 14 * 13 16 * 12 15 * 14 13 * 17 15 14");
        assertEquals(Optional.of(Variation.COMMON_CAUSE), seven.variation());
    }

    @Test
    void whatDoesNotCountIsAGapWithItsReason() {
        ControlChart chart = chart(NEUTRAL, STABLE + " * 400! 400+ 400? 14");
        assertEquals(
                List.of(Exclusion.NO_NUMBER, Exclusion.CONTESTED, Exclusion.NOT_EXACT, Exclusion.NOT_CONFIRMED),
                chart.points().stream()
                        .flatMap(point -> point.exclusion().stream())
                        .toList());
        Phase phase = chart.phases().getFirst();
        assertEquals(14, phase.points());
        assertEquals(12, phase.limits().orElseThrow().ranges());
        assertEquals(Optional.of(Variation.COMMON_CAUSE), chart.variation());
    }

    @Test
    void anIconSpeaksOfTheLastPointOrNotAtAll() {
        assertEquals(
                Optional.of(ControlChart.WithoutIcon.LAST_EXCLUDED),
                chart(NEUTRAL, JUMP + " *").withoutIcon());
        ControlChart calm = chart(NEUTRAL, JUMP + " 14 15 13 14");
        assertEquals(Set.of(Signal.OUTSIDE_HIGH), calm.points().get(13).signals());
        assertEquals(Optional.of(Variation.COMMON_CAUSE), calm.variation());
    }

    @Test
    void smallCountsHaveNoIcon() {
        ControlChart chart = chart(NEUTRAL, "2 3 4 2 3 4 2 3 4 2 3 4 2");
        assertEquals(Optional.of(ControlChart.WithoutIcon.SMALL_MEAN), chart.withoutIcon());
        assertTrue(chart.phases().getFirst().limits().isPresent());
        assertEquals(
                Optional.empty(), chart(NEUTRAL, "3 3 4 2 3 4 2 3 4 2 3 4 2").withoutIcon());
    }

    @Test
    void onlyADeclaredDirectionMakesAnImprovementAndNeverOneOfPersons() {
        assertEquals(Optional.of(Variation.NEUTRAL_HIGH), chart(NEUTRAL, JUMP).variation());
        assertEquals(Optional.of(Variation.IMPROVEMENT_HIGH), chart(MORE, JUMP).variation());
        Metric persons = metric(Kind.PERSONS, Direction.MORE, true);
        ControlChart chart = ControlChart.of(persons, series(JUMP), List.of(), OptionalLong.of(5));
        assertEquals(Optional.of(Variation.NEUTRAL_HIGH), chart.variation());
        assertEquals(Optional.empty(), chart.assurance());
    }

    @Test
    void aTargetIsJudgedOnlyWhereADirectionIsDeclared() {
        OptionalLong target = OptionalLong.of(5);
        assertEquals(
                Optional.of(Assurance.CONSISTENTLY_PASSES),
                ControlChart.of(MORE, series(STABLE), List.of(), target).assurance());
        assertEquals(
                Optional.empty(),
                ControlChart.of(NEUTRAL, series(STABLE), List.of(), target).assurance());
    }

    @Test
    void signalsThatDisagreeAreBothTold() {
        ControlChart chart = chart(MORE, "30 90 40 80 30 90 40 80 30 90 40 80 125 120 115 110 105 100 95");
        ControlChart.Point last = chart.points().getLast();
        assertEquals(Set.of(Signal.TREND_DOWN, Signal.SHIFT_HIGH), last.signals());
        assertTrue(last.disagrees());
        assertEquals(Optional.of(Variation.CONCERN_LOW), chart.variation());
    }

    @Test
    void aRecordedDecisionBeginsANewPhase() {
        List<PhaseDecision> decisions = List.of(decision(FIRST.plus(13)), decision(FIRST.plus(-9)));
        ControlChart chart = ControlChart.of(NEUTRAL, series(STABLE + " 40 41 42 43"), decisions, OptionalLong.empty());
        assertEquals(List.of(0, 13), chart.phases().stream().map(Phase::first).toList());
        assertEquals(Phase.Standing.MEDIAN_ONLY, chart.phases().getLast().standing());
        assertEquals(Optional.of(ControlChart.WithoutIcon.FEW_POINTS), chart.withoutIcon());
        assertThrows(IllegalArgumentException.class, () -> new PhaseDecision(FIRST, LocalDate.EPOCH, " ", "author"));
    }

    private static PhaseDecision decision(Period first) {
        return new PhaseDecision(first, LocalDate.of(2024, 1, 2), "new rules", "statistics office");
    }

    private static Optional<Unfit> unfit(Metric metric, Series series) {
        ControlChart chart = ControlChart.of(metric, series, List.of(), OptionalLong.empty());
        assertEquals(series.periods().size(), chart.points().size());
        assertEquals(List.of(), chart.phases());
        assertEquals(Optional.empty(), chart.variation());
        return chart.unfit();
    }

    @Test
    void whatIsUnfitIsRefusedWithItsReason() {
        List<Period> quarters = quarters(60);
        assertEquals(Optional.of(Unfit.TO_DATE), unfit(NEUTRAL, series(STABLE, Basis.TO_DATE, quarters, List.of())));
        Metric stock = metric(Kind.STOCK, Direction.NEUTRAL, false);
        assertEquals(Optional.of(Unfit.STOCK), unfit(stock, series(STABLE, Basis.AT_END, quarters, List.of())));
        List<Period> mixed = List.of(FIRST, Period.parse("2020-H1"), FIRST.plus(2));
        assertEquals(
                Optional.of(Unfit.MIXED_LENGTHS), unfit(NEUTRAL, series("1 2 3", Basis.IN_PERIOD, mixed, List.of())));
        List<Period> twice = List.of(FIRST, FIRST, FIRST.plus(1));
        assertEquals(
                Optional.of(Unfit.OVERLAPPING), unfit(NEUTRAL, series("1 2 3", Basis.IN_PERIOD, twice, List.of())));
        List<Period> holes = List.of(FIRST, FIRST.plus(2), FIRST.plus(3));
        assertEquals(
                Optional.of(Unfit.NOT_CONSECUTIVE), unfit(NEUTRAL, series("1 2 3", Basis.IN_PERIOD, holes, List.of())));
    }

    @Test
    void aReorganisationNeedsAPhaseOfItsOwn() {
        Reorganisation merged = new Reorganisation(
                LocalDate.of(2021, 5, 1), Reorganisation.Kind.MERGED, "D02", "D01", Optional.empty());
        Series series = series(STABLE, Basis.IN_PERIOD, quarters(60), List.of(merged));
        assertEquals(Optional.of(Unfit.REORGANISED), unfit(NEUTRAL, series));
        for (String first : List.of("2021-Q2", "2021-Q3")) {
            ControlChart chart =
                    ControlChart.of(NEUTRAL, series, List.of(decision(Period.parse(first))), OptionalLong.empty());
            assertEquals(Optional.empty(), chart.unfit());
            assertEquals(2, chart.phases().size());
        }
        for (String first : List.of("2021-Q1", "2021-Q4")) {
            ControlChart beside =
                    ControlChart.of(NEUTRAL, series, List.of(decision(Period.parse(first))), OptionalLong.empty());
            assertEquals(Optional.of(Unfit.REORGANISED), beside.unfit());
        }
    }
}
