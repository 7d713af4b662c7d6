package plumbline.analyse.signal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// The rules of mdc7, all with strict inequalities: outside a limit; seven on one side of the mean (a value equal to it
/// breaks the run); seven rising or falling (a tie breaks it); two of three beyond the near limit with all three on one
/// side, outside points included. A gap breaks every one of them. Stateless.
final class Mdc7 {
    /// Points in a shift or trend. Six would nearly double the false alarms.
    static final int RUN = 7;

    private Mdc7() {}

    /// The signals of each value; none for a gap.
    static List<Set<Signal>> signals(List<Optional<BigDecimal>> values, Limits limits) {
        List<Set<Signal>> signals = new ArrayList<>();
        values.forEach(_ -> signals.add(EnumSet.noneOf(Signal.class)));
        outside(values, limits, signals);
        runs(values, signals, Signal.TREND_UP, RUN - 1, (before, value) -> value.compareTo(before) > 0);
        runs(values, signals, Signal.TREND_DOWN, RUN - 1, (before, value) -> value.compareTo(before) < 0);
        runs(values, signals, Signal.SHIFT_HIGH, RUN - 1, (before, value) -> areAt(limits, 1, before, value));
        runs(values, signals, Signal.SHIFT_LOW, RUN - 1, (before, value) -> areAt(limits, -1, before, value));
        for (int i = 2; i < values.size(); i++) {
            twoOfThree(values, limits, signals, i);
        }
        return signals.stream().map(Collections::unmodifiableSet).toList();
    }

    private static void outside(List<Optional<BigDecimal>> values, Limits limits, List<Set<Signal>> signals) {
        for (int i = 0; i < values.size(); i++) {
            Set<Signal> point = signals.get(i);
            values.get(i).ifPresent(value -> {
                if (limits.isAboveUpper(value)) {
                    point.add(Signal.OUTSIDE_HIGH);
                } else if (limits.isBelowLower(value)) {
                    point.add(Signal.OUTSIDE_LOW);
                }
            });
        }
    }

    /// Marks every run in which each value and the one before hold together at least `steps` times in a row.
    private static void runs(
            List<Optional<BigDecimal>> values,
            List<Set<Signal>> signals,
            Signal signal,
            int steps,
            BiPredicate<BigDecimal, BigDecimal> holds) {
        int start = 0;
        for (int i = 1; i <= values.size(); i++) {
            boolean goesOn = i < values.size()
                    && values.get(i - 1).isPresent()
                    && values.get(i).isPresent()
                    && holds.test(values.get(i - 1).get(), values.get(i).get());
            if (!goesOn) {
                if (i - 1 - start >= steps) {
                    signals.subList(start, i).forEach(point -> point.add(signal));
                }
                start = i;
            }
        }
    }

    private static boolean areAt(Limits limits, int side, BigDecimal one, BigDecimal other) {
        return limits.side(one) == side && limits.side(other) == side;
    }

    private static void twoOfThree(
            List<Optional<BigDecimal>> values, Limits limits, List<Set<Signal>> signals, int last) {
        List<Optional<BigDecimal>> three = values.subList(last - 2, last + 1);
        if (three.stream().anyMatch(Optional::isEmpty)) {
            return;
        }
        List<BigDecimal> known = three.stream().flatMap(Optional::stream).toList();
        int side = limits.side(known.getFirst());
        boolean oneSide = side != 0 && known.stream().allMatch(value -> limits.side(value) == side);
        if (oneSide && known.stream().filter(limits::isBeyondNear).count() >= 2) {
            for (int i = 0; i < 3; i++) {
                if (limits.isBeyondNear(known.get(i))) {
                    signals.get(last - 2 + i).add(side > 0 ? Signal.TWO_OF_THREE_HIGH : Signal.TWO_OF_THREE_LOW);
                }
            }
        }
    }
}
