package plumbline.analyse.signal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/// The arithmetic of a control chart of single values and moving ranges, without any judgement of whether the values
/// are fit for one; [ControlChart] judges that.
///
/// @param phases in order of time, without holes
/// @param signals per value, gaps counted
public record Xmr(List<Phase> phases, List<Set<Signal>> signals) {
    /// Where a phase begins.
    ///
    /// @param index of its first point, gaps counted
    /// @param baseline how many of its first values mean and limits rest on; all where absent
    public record Start(int index, OptionalInt baseline) {}

    public Xmr {
        phases = List.copyOf(phases);
        signals = List.copyOf(signals);
    }

    /// Works out phases and signals.
    ///
    /// @param values in order of time; a gap is empty
    /// @param starts of the phases by ascending index; the first value begins one in any case
    /// @throws IllegalArgumentException if the starts are out of order or outside
    public static Xmr of(List<Optional<BigDecimal>> values, List<Start> starts) {
        List<Start> all = new ArrayList<>(starts);
        if (all.isEmpty() || all.getFirst().index() > 0) {
            all.addFirst(new Start(0, OptionalInt.empty()));
        }
        List<Phase> phases = new ArrayList<>();
        List<Set<Signal>> signals = new ArrayList<>();
        for (int i = 0; i < all.size() && !values.isEmpty(); i++) {
            int first = all.get(i).index();
            int end = i + 1 < all.size() ? all.get(i + 1).index() : values.size();
            if (first >= end || end > values.size()) {
                throw new IllegalArgumentException(
                        "a phase from " + first + " to before " + end + " of " + values.size() + " values");
            }
            List<Optional<BigDecimal>> within = values.subList(first, end);
            Phase phase = phase(first, within, baseline(within, all.get(i).baseline()));
            phases.add(phase);
            signals.addAll(phase.limits()
                    .map(limits -> Mdc7.signals(within, limits))
                    .orElseGet(() -> within.stream().map(_ -> Set.<Signal>of()).toList()));
        }
        return new Xmr(phases, signals);
    }

    /// The values up to the last one that belongs to the baseline.
    private static List<Optional<BigDecimal>> baseline(List<Optional<BigDecimal>> within, OptionalInt count) {
        int left = count.orElse(Integer.MAX_VALUE);
        int end = 0;
        while (end < within.size() && left > 0) {
            left -= within.get(end).isPresent() ? 1 : 0;
            end++;
        }
        return within.subList(0, end);
    }

    private static Phase phase(int first, List<Optional<BigDecimal>> within, List<Optional<BigDecimal>> baseline) {
        List<BigDecimal> known = baseline.stream().flatMap(Optional::stream).toList();
        BigDecimal sum = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        OptionalDouble mean =
                known.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum.doubleValue() / known.size());
        return new Phase(
                first,
                first + within.size() - 1,
                known.size(),
                mean,
                median(known),
                limits(known.size(), sum, baseline));
    }

    private static Optional<Limits> limits(int points, BigDecimal sum, List<Optional<BigDecimal>> baseline) {
        int ranges = 0;
        BigDecimal rangeSum = BigDecimal.ZERO;
        for (int i = 1; i < baseline.size(); i++) {
            Optional<BigDecimal> before = baseline.get(i - 1);
            Optional<BigDecimal> value = baseline.get(i);
            if (before.isPresent() && value.isPresent()) {
                rangeSum = rangeSum.add(value.get().subtract(before.get()).abs());
                ranges++;
            }
        }
        return ranges == 0 ? Optional.empty() : Optional.of(new Limits(points, sum, ranges, rangeSum));
    }

    private static OptionalDouble median(List<BigDecimal> values) {
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<BigDecimal> sorted = values.stream().sorted().toList();
        BigDecimal both = sorted.get((sorted.size() - 1) / 2).add(sorted.get(sorted.size() / 2));
        return OptionalDouble.of(both.doubleValue() / 2);
    }
}
