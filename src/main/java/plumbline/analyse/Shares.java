package plumbline.analyse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import plumbline.Interval;
import plumbline.Reorganisation;
import plumbline.analyse.Matching.Asked;

/// Which share of its predecessors' numbers a department may claim after splits with weights.
///
/// Only where every split on the way has weights and all of it happened after the base span ended and before the
/// current one began: a share of a period that was itself cut in two nobody knows.
final class Shares {
    private Shares() {}

    /// Department of the base span → the share of it that became the department asked about; empty if unknown.
    static Optional<Map<String, BigDecimal>> of(Asked asked, List<String> base) {
        Map<String, Map<String, BigDecimal>> holdings = new HashMap<>();
        Map<Reorganisation, Map<String, BigDecimal>> before = new HashMap<>();
        base.forEach(each -> holdings.put(each, new LinkedHashMap<>(Map.of(each, BigDecimal.ONE))));
        for (Reorganisation step : asked.tree().between(asked.base(), asked.current())) {
            boolean ofOurs = step.kind() != Reorganisation.Kind.MOVED
                    && (holdings.containsKey(step.from()) || holdings.containsKey(step.to()));
            if (!ofOurs) {
                continue;
            }
            boolean clean = step.date().isAfter(asked.base().end())
                    && !step.date().isAfter(asked.current().start());
            if (!clean || (step.kind() == Reorganisation.Kind.SPLIT && !isWhole(asked, step))) {
                return Optional.empty();
            }
            pass(holdings, before, step);
        }
        return Optional.ofNullable(holdings.get(asked.department()));
    }

    /// Whether the weights of a split say where all of the department went.
    private static boolean isWhole(Asked asked, Reorganisation split) {
        List<Reorganisation> parts = asked.tree().reorganisations().stream()
                .filter(each -> each.kind() == Reorganisation.Kind.SPLIT
                        && each.from().equals(split.from())
                        && each.date().equals(split.date()))
                .toList();
        if (parts.stream().anyMatch(each -> each.weight().isEmpty())) {
            return false;
        }
        BigDecimal sum =
                parts.stream().flatMap(each -> each.weight().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean goesOn = asked.tree().life(split.from()).existsOn(split.date());
        return goesOn || sum.compareTo(BigDecimal.ONE) == 0;
    }

    /// The weights of one split are shares of what there was before it.
    ///
    /// @param before what each giver held on the morning of a split
    private static void pass(
            Map<String, Map<String, BigDecimal>> holdings,
            Map<Reorganisation, Map<String, BigDecimal>> before,
            Reorganisation step) {
        BigDecimal weight = step.isSuccession() ? BigDecimal.ONE : step.weight().orElseThrow();
        Map<String, BigDecimal> giver = holdings.computeIfAbsent(step.from(), _ -> new LinkedHashMap<>());
        Map<String, BigDecimal> taker = holdings.computeIfAbsent(step.to(), _ -> new LinkedHashMap<>());
        Reorganisation morning = new Reorganisation(step.date(), step.kind(), step.from(), "", Optional.empty());
        Map<String, BigDecimal> held = before.computeIfAbsent(morning, _ -> new LinkedHashMap<>(giver));
        held.forEach((whose, share) -> {
            taker.merge(whose, share.multiply(weight), BigDecimal::add);
            giver.merge(whose, share.multiply(weight).negate(), BigDecimal::add);
        });
        giver.values().removeIf(share -> share.signum() == 0);
    }

    /// The interval of a share, rounded outwards to whole units.
    static Interval share(Interval whole, BigDecimal share) {
        OptionalLong upper = whole.upper().isPresent()
                ? OptionalLong.of(rounded(whole.upper().getAsLong(), share, RoundingMode.CEILING))
                : OptionalLong.empty();
        return new Interval(rounded(whole.lower(), share, RoundingMode.FLOOR), upper);
    }

    private static long rounded(long number, BigDecimal share, RoundingMode mode) {
        BigInteger whole =
                BigDecimal.valueOf(number).multiply(share).setScale(0, mode).toBigIntegerExact();
        return whole.longValueExact();
    }
}
