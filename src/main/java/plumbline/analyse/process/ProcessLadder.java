package plumbline.analyse.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.Cell;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.Worded;
import plumbline.analyse.rate.Proportion;

/// The steps of a process with their numbers beside each other. A percentage from one step to the next stands only
/// where the two are compatible.
public record ProcessLadder(List<Rung> rungs) {
    /// A step and its value.
    public record Step(Metric metric, Cell cell) {}

    /// A step beside the one before it.
    ///
    /// @param share of the step before; absent for the first, and where `reason` stands
    /// @param reason why there is no share of the step before
    public record Rung(Step step, Optional<Proportion> share, Optional<Incompatible> reason) {}

    /// Why two steps have no percentage between them; of several reasons the first in this order.
    public enum Incompatible implements Worded {
        /// 件次, 件 and 人: a case has several persons, a person several reports.
        UNIT_DIFFERS,
        /// Other months.
        TIME_DIFFERS,
        /// Another department, or one with and one without those below it.
        DEPARTMENT_DIFFERS,
        /// A part by category beside the whole or another category.
        CATEGORY_DIFFERS,
        /// The catalogue declares no ratio of the two: what is decided in a period began in earlier ones (18771 cases
        /// filed, 9455 persons sanctioned), so one is no part of the other.
        NOT_DECLARED
    }

    public ProcessLadder {
        rungs = List.copyOf(rungs);
    }

    /// Sets the steps beside each other.
    ///
    /// @param steps in the order of the process
    /// @param catalog metrics that may declare a ratio of two steps
    public static ProcessLadder of(List<Step> steps, List<Metric> catalog) {
        List<Rung> rungs = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (i == 0) {
                rungs.add(new Rung(step, Optional.empty(), Optional.empty()));
                continue;
            }
            Step before = steps.get(i - 1);
            Optional<Incompatible> reason = incompatible(before, step, catalog);
            rungs.add(new Rung(
                    step,
                    reason.isPresent() ? Optional.empty() : Optional.of(Proportion.of(step.cell(), before.cell())),
                    reason));
        }
        return new ProcessLadder(rungs);
    }

    private static Optional<Incompatible> incompatible(Step whole, Step part, List<Metric> catalog) {
        if (!whole.metric().unit().equals(part.metric().unit())
                || whole.metric().decimals() != part.metric().decimals()) {
            return Optional.of(Incompatible.UNIT_DIFFERS);
        }
        if (!whole.cell().span().equals(part.cell().span())) {
            return Optional.of(Incompatible.TIME_DIFFERS);
        }
        if (!whole.cell().key().department().equals(part.cell().key().department())
                || whole.cell().key().scope() != part.cell().key().scope()) {
            return Optional.of(Incompatible.DEPARTMENT_DIFFERS);
        }
        if (!whole.cell().key().category().equals(part.cell().key().category())) {
            return Optional.of(Incompatible.CATEGORY_DIFFERS);
        }
        boolean declared = catalog.stream()
                .anyMatch(ratio -> ratio.kind() == Kind.RATIO
                        && ratio.numerator().equals(Optional.of(part.metric().code()))
                        && ratio.denominator().equals(Optional.of(whole.metric().code())));
        return declared ? Optional.empty() : Optional.of(Incompatible.NOT_DECLARED);
    }
}
