package plumbline.analyse.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What holds for every series, tried on seeded random ones.
class XmrPropertiesTest {
    private static final long SEED = 20_261_121;

    private static List<Optional<BigDecimal>> values(Random random, int count, int most, boolean gaps) {
        List<Optional<BigDecimal>> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean gap = gaps && random.nextInt(8) == 0;
            values.add(gap ? Optional.empty() : Optional.of(BigDecimal.valueOf(random.nextInt(most), 1)));
        }
        return values;
    }

    @Test
    void aConstantAddedToAllValuesShiftsMeanAndLimitsAndChangesNoSignal() {
        Random random = new Random(SEED);
        for (int round = 0; round < 1_000; round++) {
            List<Optional<BigDecimal>> values = values(random, 2 + random.nextInt(40), 60, true);
            BigDecimal constant = BigDecimal.valueOf(random.nextLong(2_000_000_001) - 1_000_000_000, 2);
            Xmr before = Xmr.of(values, List.of());
            Xmr after = Xmr.of(
                    values.stream()
                            .map(value -> value.map(number -> number.add(constant)))
                            .toList(),
                    List.of());
            assertEquals(before.signals(), after.signals());
            before.phases().getFirst().limits().ifPresent(limits -> {
                Limits moved = after.phases().getFirst().limits().orElseThrow();
                assertEquals(0, limits.rangeSum().compareTo(moved.rangeSum()));
                assertEquals(limits.upper() + constant.doubleValue(), moved.upper(), 1e-6);
                assertEquals(limits.lower() + constant.doubleValue(), moved.lower(), 1e-6);
            });
        }
    }

    /// Under limits that stay: taking a value away may change the limits themselves.
    @Test
    void aGapNeverCreatesASignal() {
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            List<Optional<BigDecimal>> values = new ArrayList<>(values(random, 13 + random.nextInt(30), 25, true));
            Limits limits =
                    Xmr.of(values, List.of()).phases().getFirst().limits().orElseThrow();
            List<Set<Signal>> before = Mdc7.signals(values, limits);
            int gap = random.nextInt(values.size());
            values.set(gap, Optional.empty());
            List<Set<Signal>> after = Mdc7.signals(values, limits);
            assertTrue(after.get(gap).isEmpty());
            for (int i = 0; i < values.size(); i++) {
                assertTrue(before.get(i).containsAll(after.get(i)), values + " at " + i);
            }
        }
    }

    /// Per cent of 4000 stable series that DOMAIN.md found to signal anywhere, and at the last point.
    @ParameterizedTest
    @CsvSource({"1,13,18,3.8", "1,36,61,5.3", "5,13,7.1,1.1", "5,36,33,2.5"})
    void stableCountsSignalAsOftenAsKnown(double mean, int count, double any, double last) {
        Random random = new Random(SEED);
        PoissonDistribution poisson = PoissonDistribution.of(mean);
        int anywhere = 0;
        int atLast = 0;
        for (int round = 0; round < 2_000; round++) {
            List<Optional<BigDecimal>> values = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                values.add(Optional.of(BigDecimal.valueOf(poisson.inverseCumulativeProbability(random.nextDouble()))));
            }
            List<Set<Signal>> signals = Xmr.of(values, List.of()).signals();
            anywhere += signals.stream().allMatch(Set::isEmpty) ? 0 : 1;
            atLast += signals.getLast().isEmpty() ? 0 : 1;
        }
        assertEquals(any, anywhere / 20.0, 2);
        assertEquals(last, atLast / 20.0, 2);
    }
}
