package plumbline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is counted: an activity together with its unit. 讲党课 in 期 and 讲党课 in 人次 are two metrics.
///
/// @param decimals how many decimals an amount has; amounts are integers in the smallest unit
/// @param schemes codes of the classifications whose categories this metric may be broken down by
/// @param numerator for a ratio, the metric above the line
/// @param denominator for a ratio, the metric below the line
/// @param surfaceForms names under which reports speak of it
/// @param caution what a reader must not conclude; empty where there is nothing to warn of
/// @param changed the days from which on it counts something else than before
public record Metric(
        String code,
        Name name,
        String family,
        String unit,
        int decimals,
        Kind kind,
        Direction direction,
        boolean personSensitive,
        Aggregation overTime,
        Aggregation overDepartments,
        List<String> schemes,
        Optional<String> numerator,
        Optional<String> denominator,
        List<String> surfaceForms,
        Name caution,
        List<LocalDate> changed) {
    private static final Set<String> NEVER_JUDGED = Set.of("discipline", "sanctions", "cases", "petitions", "conduct");

    public Metric {
        schemes = List.copyOf(schemes);
        surfaceForms = List.copyOf(surfaceForms);
        changed = List.copyOf(changed);
    }

    /// A metric that always counted the same.
    public Metric(
            String code,
            Name name,
            String family,
            String unit,
            int decimals,
            Kind kind,
            Direction direction,
            boolean personSensitive,
            Aggregation overTime,
            Aggregation overDepartments,
            List<String> schemes,
            Optional<String> numerator,
            Optional<String> denominator,
            List<String> surfaceForms,
            Name caution) {
        this(
                code,
                name,
                family,
                unit,
                decimals,
                kind,
                direction,
                personSensitive,
                overTime,
                overDepartments,
                schemes,
                numerator,
                denominator,
                surfaceForms,
                caution,
                List.of());
    }

    /// The same metric, called and read as the organisation says.
    public Metric as(MetricVersion version) {
        return new Metric(
                code,
                version.name(),
                family,
                unit,
                decimals,
                kind,
                version.direction(),
                personSensitive,
                overTime,
                overDepartments,
                schemes,
                numerator,
                denominator,
                version.aliases(),
                caution,
                version.changed());
    }

    /// The days after the first day of `base` and up to the end of `current` from which on it counts something else: a
    /// line breaks there, and nothing is compared across.
    public List<LocalDate> changedBetween(Span base, Span current) {
        return changed.stream()
                .filter(day -> day.isAfter(base.start()) && !day.isAfter(current.end()))
                .toList();
    }

    /// Whether more of it can never be called better or worse: what concerns persons, and discipline, leads, cases,
    /// petitions and conduct, as the catalogue has them.
    public boolean isNeverJudged() {
        return personSensitive || (direction == Direction.NEUTRAL && NEVER_JUDGED.contains(family));
    }

    /// The basis a figure has where a form names none.
    public Basis usualBasis() {
        return kind == Kind.STOCK ? Basis.AT_END : Basis.IN_PERIOD;
    }

    /// Whether a figure of this metric can have the basis.
    public boolean accepts(Basis basis) {
        return (kind == Kind.STOCK) == (basis == Basis.AT_END);
    }
}
