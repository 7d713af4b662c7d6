package plumbline.ledger;

import java.util.Optional;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.Figure;
import plumbline.RecordedFigure;
import plumbline.Reorganisation;

/// Takes the rows of one file inside its transaction. Nothing is kept unless the work that uses it says so.
public interface Recorder {
    /// What a row did.
    enum Effect {
        FRESH,
        CHANGED,
        SAME,
        /// Not recorded: in mode add the key has another value already.
        CONTRADICTS,
        /// Not recorded: in mode withdraw the key has no value.
        NOTHING_TO_WITHDRAW
    }

    /// What a row did, and the figure its key had before, where there was one.
    record Outcome(Effect effect, Optional<RecordedFigure> before) {}

    /// Records a figure according to the mode. An empty value never replaces a number.
    Outcome figure(Figure figure);

    /// Parents must have been recorded before their children.
    Effect department(Department department);

    Effect reorganisation(Reorganisation reorganisation);

    Effect deadline(Deadline deadline);
}
