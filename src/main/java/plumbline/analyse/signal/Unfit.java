package plumbline.analyse.signal;

import java.util.List;
import java.util.Optional;
import plumbline.Basis;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Reorganisation;
import plumbline.Worded;
import plumbline.analyse.Series;

/// Why a series gets no control chart at all; of several reasons the first in this order.
public enum Unfit implements Worded {
    /// Each value contains the one before, so that every such series signals (100 of 100 in simulation). The periods'
    /// own values are to be asked for instead.
    TO_DATE,
    /// What stands at a date hangs together with what stood there before.
    STOCK,
    /// Its periods are of several lengths.
    MIXED_LENGTHS,
    /// Periods share months.
    OVERLAPPING,
    /// Periods are out of order, or one is left out without a cell that says why.
    NOT_CONSECUTIVE,
    /// A reorganisation made the department another one, and no recorded phase begins with it.
    REORGANISED;

    static Optional<Unfit> of(Metric metric, Series series, List<PhaseDecision> decisions) {
        if (series.basis() == Basis.TO_DATE) {
            return Optional.of(TO_DATE);
        }
        if (metric.kind() == Kind.STOCK || series.basis() == Basis.AT_END) {
            return Optional.of(STOCK);
        }
        List<Period> periods = series.periods();
        if (periods.stream().map(period -> period.span().months()).distinct().count() > 1) {
            return Optional.of(MIXED_LENGTHS);
        }
        if (periods.stream().distinct().count() < periods.size()) {
            return Optional.of(OVERLAPPING);
        }
        for (int i = 1; i < periods.size(); i++) {
            if (!periods.get(i).previous().equals(periods.get(i - 1))) {
                return Optional.of(NOT_CONSECUTIVE);
            }
        }
        boolean told = series.breaks().stream()
                .allMatch(step -> decisions.stream().anyMatch(decision -> isAt(step, decision.first())));
        return told ? Optional.empty() : Optional.of(REORGANISED);
    }

    /// Whether a period is the one in which the step fell, or the first wholly after it.
    private static boolean isAt(Reorganisation step, Period first) {
        return !first.end().isBefore(step.date()) && first.previous().start().isBefore(step.date());
    }
}
