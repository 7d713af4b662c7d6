package plumbline.analyse.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import plumbline.Aggregation;
import plumbline.Direction;
import plumbline.Interval;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.Name;
import plumbline.analyse.Cells;
import plumbline.analyse.rate.Bounds;
import plumbline.analyse.rate.Level;
import plumbline.analyse.rate.StaffTime;

class FunnelTest {
    private static final long SEED = 20_261_121;
    private static final Metric SANCTIONED = metric(Kind.PERSONS, true);
    private static final Metric RECTIFIED = metric(Kind.RATIO, false);

    private static Metric metric(Kind kind, boolean persons) {
        return new Metric(
                "m",
                new Name("指标", "Metric"),
                "family",
                "人",
                0,
                kind,
                Direction.NEUTRAL,
                persons,
                Aggregation.BOUND,
                Aggregation.SUM,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Name("", ""));
    }

    private static RateFunnel.Member rate(String department, String events, long staff) {
        return new RateFunnel.Member(
                department, Cells.of(events), Optional.of(new StaffTime(12, Interval.of(12 * staff))));
    }

    private static ShareFunnel.Member share(String department, String part, String whole) {
        return new ShareFunnel.Member(department, Cells.of(part), Cells.of(whole));
    }

    private static List<RateFunnel.Member> rates(Random random, int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> rate("D" + i, "" + random.nextInt(25), 5 + random.nextInt(400)))
                .toList());
    }

    @Test
    void classAndTailAndLineOfRatesAgree() {
        Random random = new Random(SEED);
        for (int round = 0; round < 5_000; round++) {
            double expected = random.nextInt(4) == 0 ? random.nextDouble() : 60 * random.nextDouble();
            long events = random.nextInt(90);
            PoissonDistribution chance = PoissonDistribution.of(expected);
            for (Level level : Level.values()) {
                Bounds line = PoissonLimits.at(expected, level);
                boolean high = chance.survivalProbability((int) events - 1) < level.tail();
                boolean low = chance.cumulativeProbability((int) events) < level.tail();
                assertEquals(high, PoissonLimits.isHigh(events, expected, level));
                assertEquals(low, PoissonLimits.isLow(events, expected, level));
                assertEquals(high, events > line.upper(), events + " of " + expected);
                assertEquals(low, events < line.lower(), events + " of " + expected);
            }
        }
    }

    @Test
    void classAndTailAndLineOfSmallProportionsAgree() {
        for (int size = 1; size < ShareLimits.SCORE_FROM; size++) {
            for (double centre : List.of(0.02, 0.3, 0.5, 0.87, 0.995)) {
                BinomialDistribution chance = BinomialDistribution.of(size, centre);
                for (int part = 0; part <= size; part++) {
                    Outlier expected = Outlier.of(
                            chance.cumulativeProbability(part) < 0.001,
                            chance.cumulativeProbability(part) < 0.025,
                            chance.survivalProbability(part - 1) < 0.025,
                            chance.survivalProbability(part - 1) < 0.001);
                    assertEquals(expected, ShareLimits.outlier(part, size, centre), part + " of " + size);
                }
            }
        }
    }

    @Test
    void everyPointLiesOnItsSideOfTheDrawnLine() {
        Random random = new Random(SEED);
        for (int round = 0; round < 30; round++) {
            Funnel funnel = RateFunnel.of(SANCTIONED, rates(random, 8 + random.nextInt(20)));
            for (Funnel.Point point : funnel.points()) {
                Funnel.Limits line = funnel.lines().stream()
                        .filter(each -> each.size() == point.size())
                        .findFirst()
                        .orElseThrow();
                assertEquals(point.outlier(), ShareLimits.outlier(point.value(), line.inner(), line.outer()));
            }
        }
    }

    @Test
    void theOrderOfDepartmentsIsIrrelevant() {
        Random random = new Random(SEED);
        for (int round = 0; round < 30; round++) {
            List<RateFunnel.Member> rates = rates(random, 14);
            Funnel before = RateFunnel.of(SANCTIONED, rates);
            Collections.shuffle(rates, random);
            Funnel after = RateFunnel.of(SANCTIONED, rates);
            assertEquals(new HashSet<>(before.points()), new HashSet<>(after.points()));
            assertEquals(before.lines(), after.lines());

            List<ShareFunnel.Member> shares = new ArrayList<>(IntStream.range(0, 14)
                    .mapToObj(i -> {
                        int whole = 1 + random.nextInt(60);
                        return share("D" + i, "" + random.nextInt(whole + 1), "" + whole);
                    })
                    .toList());
            Funnel one = ShareFunnel.of(RECTIFIED, shares);
            Collections.shuffle(shares, random);
            Funnel other = ShareFunnel.of(RECTIFIED, shares);
            assertEquals(new HashSet<>(one.points()), new HashSet<>(other.points()));
            assertEquals(one.lines(), other.lines());
            assertEquals(one.dispersion(), other.dispersion());
        }
    }

    @Test
    void whatIsNotByChanceHasNoFunnel() {
        List<RateFunnel.Member> rates = rates(new Random(SEED), 10);
        assertEquals(
                Optional.of(Funnel.Reason.NOT_BY_CHANCE),
                RateFunnel.of(metric(Kind.FLOW, false), rates).reason());
        assertEquals(
                Optional.of(Funnel.Reason.NOT_BY_CHANCE),
                RateFunnel.of(metric(Kind.STOCK, true), rates).reason());
        assertEquals(
                Optional.of(Funnel.Reason.NOT_BY_CHANCE),
                ShareFunnel.of(SANCTIONED, List.of()).reason());
    }

    @Test
    void fewerThanEightDepartmentsHaveNoFunnel() {
        assertEquals(
                Optional.of(Funnel.Reason.FEW_DEPARTMENTS),
                RateFunnel.of(SANCTIONED, rates(new Random(SEED), 7)).reason());
        assertEquals(
                Optional.empty(),
                RateFunnel.of(SANCTIONED, rates(new Random(SEED), 8)).reason());
        List<RateFunnel.Member> none =
                IntStream.range(0, 8).mapToObj(i -> rate("D" + i, "0", 50)).toList();
        assertEquals(
                Optional.of(Funnel.Reason.NO_EVENTS),
                RateFunnel.of(SANCTIONED, none).reason());
    }

    @Test
    void aDepartmentWithoutAPointIsNamedWithItsReason() {
        List<RateFunnel.Member> members = rates(new Random(SEED), 8);
        members.add(rate("withheld", "*", 50));
        members.add(rate("contested", "3!", 50));
        members.add(rate("open", "3+", 50));
        members.add(rate("unconfirmed", "3?", 50));
        members.add(rate("nobody", "3", 0));
        members.add(new RateFunnel.Member("unknown", Cells.of("3"), Optional.empty()));
        members.add(
                new RateFunnel.Member("unsure", Cells.of("3"), Optional.of(new StaffTime(12, Interval.of(600, 720)))));
        Funnel funnel = RateFunnel.of(SANCTIONED, members);
        assertEquals(8, funnel.points().size());
        assertEquals(
                List.of(
                        new Funnel.LeftOut("withheld", Funnel.Omission.NO_NUMBER),
                        new Funnel.LeftOut("contested", Funnel.Omission.CONTESTED),
                        new Funnel.LeftOut("open", Funnel.Omission.NOT_EXACT),
                        new Funnel.LeftOut("unconfirmed", Funnel.Omission.NOT_CONFIRMED),
                        new Funnel.LeftOut("nobody", Funnel.Omission.SIZE_ZERO),
                        new Funnel.LeftOut("unknown", Funnel.Omission.SIZE_MISSING),
                        new Funnel.LeftOut("unsure", Funnel.Omission.SIZE_NOT_SURE)),
                funnel.leftOut());
    }

    private static List<ShareFunnel.Member> shares(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> share("D" + i, i % 2 == 0 ? "10" : "38", "40"))
                .toList());
    }

    @Test
    void aShareWithoutAPointIsNamedWithItsReason() {
        List<ShareFunnel.Member> members = shares(8);
        members.add(share("none", "0", "0"));
        members.add(share("missing", "3", "-"));
        members.add(share("unsure", "3", "30?"));
        members.add(share("above", "308", "298"));
        assertEquals(
                List.of(
                        new Funnel.LeftOut("none", Funnel.Omission.SIZE_ZERO),
                        new Funnel.LeftOut("missing", Funnel.Omission.SIZE_MISSING),
                        new Funnel.LeftOut("unsure", Funnel.Omission.SIZE_NOT_SURE),
                        new Funnel.LeftOut("above", Funnel.Omission.PART_ABOVE_WHOLE)),
                ShareFunnel.of(RECTIFIED, members).leftOut());
    }

    @Test
    void whatIsUsualBetweenTenDepartmentsIsAllowedFor() {
        Funnel nine = ShareFunnel.of(RECTIFIED, shares(9));
        assertEquals(Optional.empty(), nine.dispersion());
        assertEquals(Outlier.LOW_998, nine.points().getFirst().outlier());
        Funnel ten = ShareFunnel.of(RECTIFIED, shares(10));
        assertTrue(ten.dispersion().orElseThrow().tauSquared() > 0);
        assertEquals(Outlier.INSIDE, ten.points().getFirst().outlier());
        assertThrows(IllegalArgumentException.class, () -> Dispersion.of(List.of()));
    }
}
