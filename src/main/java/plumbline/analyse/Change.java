package plumbline.analyse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.Cell;
import plumbline.Worded;

/// Why a value is another one than it was (为何变化): what happened between two moments, each with its share.
///
/// A step's share is what the bounds moved when it happened, with all that was known before. So the shares add up to
/// the difference exactly, lower bound and upper bound apart, wherever the bound was a number all the way; where it was
/// not, an [Effect] says so. Steps that left the value as it was are not told.
///
/// @param from the value at the first moment; absent where the department was not known yet
/// @param to the value at the second moment
/// @param contributions in the order in which they happened
public record Change(Optional<Cell> from, Optional<Cell> to, List<Contribution> contributions) {
    /// What kind of thing happened.
    public enum Kind implements Worded {
        NEW_REPORT,
        CORRECTION,
        WITHDRAWAL,
        /// Departments were added or described anew.
        ORGANISATION,
        REORGANISATION,
        /// The reporting calendar asks for something else.
        CALENDAR,
        /// Nothing came in, but a day passed by which something was due.
        DUE,
        /// Imports of a long time ago, taken together because there are too many to tell apart.
        SEVERAL
    }

    /// One thing that happened, and the value after it.
    ///
    /// @param imports numbers of the imports, ascending; empty for a day that passed
    public record Step(Kind kind, Instant at, List<Long> imports, Optional<Cell> after) {
        public Step {
            imports = List.copyOf(imports);
        }
    }

    /// A step that changed the value.
    ///
    /// @param effects in the order of [Effect], never empty
    public record Contribution(Step step, Optional<Cell> before, Share share, List<Effect> effects) {
        public Contribution {
            effects = List.copyOf(effects);
        }
    }

    public Change {
        contributions = List.copyOf(contributions);
    }

    /// Works out the contributions.
    ///
    /// @param steps in the order in which they happened, everything that may have touched the value
    public static Change of(Optional<Cell> from, List<Step> steps) {
        List<Contribution> contributions = new ArrayList<>();
        Optional<Cell> before = from;
        for (Step step : steps) {
            List<Effect> effects = Effect.between(before, step.after());
            if (!effects.isEmpty()) {
                contributions.add(new Contribution(step, before, Share.between(before, step.after()), effects));
            }
            before = step.after();
        }
        return new Change(from, before, contributions);
    }

    /// From the first value to the last.
    public Share difference() {
        return Share.between(from, to);
    }
}
