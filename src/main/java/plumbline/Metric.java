package plumbline;

import java.util.List;
import java.util.Optional;

/// What is counted: an activity together with its unit. 讲党课 in 期 and 讲党课 in 人次 are two metrics.
///
/// @param decimals how many decimals an amount has; amounts are integers in the smallest unit
/// @param schemes codes of the classifications whose categories this metric may be broken down by
/// @param numerator for a ratio, the metric above the line
/// @param denominator for a ratio, the metric below the line
/// @param surfaceForms names under which reports speak of it
/// @param caution what a reader must not conclude; empty where there is nothing to warn of
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
        Name caution) {
    public Metric {
        schemes = List.copyOf(schemes);
        surfaceForms = List.copyOf(surfaceForms);
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
