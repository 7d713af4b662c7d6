package plumbline.analyse.signal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import plumbline.Cell;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Worded;
import plumbline.analyse.Exclusion;
import plumbline.analyse.Series;

/// A series with what may honestly be said about its changes, and why nothing more.
///
/// @param unfit why there is no control chart; then points are bare and phases empty
/// @param points one per period of the series
/// @param phases with limits as far as their number of points carries them
/// @param variation what the last point says; absent with a reason in `withoutIcon`, or where unfit
/// @param assurance whether the target will be reached; only beside an icon, a target and a declared direction
public record ControlChart(
        Optional<Unfit> unfit,
        List<Point> points,
        List<Phase> phases,
        Optional<Variation> variation,
        Optional<WithoutIcon> withoutIcon,
        Optional<Assurance> assurance) {
    /// Below this mean a count signals by chance too often (3.8 to 5.3 % of last points at a mean of 1).
    public static final int SMALLEST_MEAN = 3;

    /// A period with its value and what marks it.
    ///
    /// @param exclusion why it does not count; then it has no signals
    /// @param signals by precedence; several may disagree, and all are told
    public record Point(Period period, Cell cell, Optional<Exclusion> exclusion, Set<Signal> signals) {
        /// Whether one reason speaks of high and another of low values.
        public boolean disagrees() {
            return signals.stream().map(Signal::isHigh).distinct().count() > 1;
        }
    }

    /// Why there is no icon; of several reasons the first in this order.
    public enum WithoutIcon implements Worded {
        /// Fewer than 13 points in the current phase.
        FEW_POINTS,
        /// Fewer than seven times do two points stand next to each other.
        FEW_MOVING_RANGES,
        /// An icon speaks of the last point, and that one does not count.
        LAST_EXCLUDED,
        /// Counts with a mean below 3.
        SMALL_MEAN
    }

    public ControlChart {
        points = List.copyOf(points);
        phases = List.copyOf(phases);
    }

    /// Judges a series.
    ///
    /// @param decisions about phases, in any order; what lies outside the series has no effect
    /// @param target in the metric's smallest unit
    public static ControlChart of(Metric metric, Series series, List<PhaseDecision> decisions, OptionalLong target) {
        Optional<Unfit> unfit = Unfit.of(metric, series, decisions);
        List<Optional<Exclusion>> exclusions =
                series.cells().stream().map(Exclusion::of).toList();
        if (unfit.isPresent() || series.periods().isEmpty()) {
            List<Set<Signal>> none =
                    series.cells().stream().map(_ -> Set.<Signal>of()).toList();
            return new ControlChart(
                    unfit,
                    points(series, exclusions, none),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        List<Optional<BigDecimal>> values = IntStream.range(0, exclusions.size())
                .mapToObj(i -> exclusions.get(i).isPresent()
                        ? Optional.<BigDecimal>empty()
                        : series.cells().get(i).interval().map(each -> scaled(each.lower(), metric)))
                .toList();
        Xmr xmr = Xmr.of(values, starts(series.periods(), decisions));
        List<Point> points = points(series, exclusions, marks(xmr));
        Phase now = xmr.phases().getLast();
        Optional<WithoutIcon> withoutIcon = withoutIcon(metric, now, points.getLast());
        boolean icon = withoutIcon.isEmpty();
        Wanted wanted = Wanted.of(metric);
        return new ControlChart(
                unfit,
                points,
                xmr.phases().stream().map(Phase::asShown).toList(),
                icon ? Optional.of(Variation.of(points.getLast().signals(), wanted)) : Optional.empty(),
                withoutIcon,
                icon && target.isPresent()
                        ? now.limits()
                                .flatMap(limits -> Assurance.of(limits, scaled(target.getAsLong(), metric), wanted))
                        : Optional.empty());
    }

    private static BigDecimal scaled(long amount, Metric metric) {
        return BigDecimal.valueOf(amount, metric.decimals());
    }

    private static List<Xmr.Start> starts(List<Period> periods, List<PhaseDecision> decisions) {
        return IntStream.range(0, periods.size())
                .filter(i -> decisions.stream().anyMatch(decision -> isFirstFrom(periods.get(i), decision.first())))
                .mapToObj(i -> new Xmr.Start(i, OptionalInt.empty()))
                .toList();
    }

    /// A phase decided on in quarters begins in a chart of years with the year of its quarter.
    private static boolean isFirstFrom(Period period, Period decided) {
        return !period.start().isAfter(decided.start()) && !period.end().isBefore(decided.start());
    }

    /// Signals of phases whose limits stand; a trial marks no point.
    private static List<Set<Signal>> marks(Xmr xmr) {
        List<Set<Signal>> marks = new ArrayList<>();
        for (Phase phase : xmr.phases()) {
            boolean stands = phase.standing() == Phase.Standing.FULL;
            xmr.signals().subList(phase.first(), phase.last() + 1).forEach(each -> marks.add(stands ? each : Set.of()));
        }
        return marks;
    }

    private static List<Point> points(Series series, List<Optional<Exclusion>> exclusions, List<Set<Signal>> signals) {
        return IntStream.range(0, exclusions.size())
                .mapToObj(i ->
                        new Point(series.periods().get(i), series.cells().get(i), exclusions.get(i), signals.get(i)))
                .toList();
    }

    private static Optional<WithoutIcon> withoutIcon(Metric metric, Phase now, Point last) {
        if (now.points() < Phase.FULL) {
            return Optional.of(WithoutIcon.FEW_POINTS);
        }
        if (now.limits().isEmpty() || now.standing() != Phase.Standing.FULL) {
            return Optional.of(WithoutIcon.FEW_MOVING_RANGES);
        }
        if (last.exclusion().isPresent()) {
            return Optional.of(WithoutIcon.LAST_EXCLUDED);
        }
        boolean small = metric.kind() != Kind.RATIO && now.limits().get().isMeanBelow(SMALLEST_MEAN);
        return small ? Optional.of(WithoutIcon.SMALL_MEAN) : Optional.empty();
    }
}
