package plumbline.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import plumbline.Cell;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.MetricVersion;
import plumbline.Period;
import plumbline.Place;
import plumbline.Preview;
import plumbline.Proposal;
import plumbline.RecordedFigure;
import plumbline.Reorganisation;
import plumbline.Target;

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

    /// What a row did, and the figure its key had before, where there was one; that comes without wording, note and
    /// place.
    record Outcome(Effect effect, Optional<RecordedFigure> before) {}

    /// Records figures according to the mode; an empty value never replaces a number. Many at once are quicker than
    /// many times one. No key may come twice in an import, neither at once nor later.
    ///
    /// @return what each did, in the same order
    List<Outcome> figures(List<Figure> figures);

    /// Keeps the text of the report as it was extracted, and what a reader saw in it.
    void text(String text, List<Proposal> seen);

    /// Withdraws what is on record for the department and period beside the keys stated, and answers with what there
    /// was; what only said that nothing is mentioned stays.
    ///
    /// @param place of the form, since no place of it speaks of these
    List<Outcome> withdrawOthers(String department, Period period, Set<FigureKey> stated, Place place);

    /// Parents must have been recorded before their children.
    Effect department(Department department);

    Effect reorganisation(Reorganisation reorganisation);

    Effect deadline(Deadline deadline);

    Effect target(Target target);

    /// Takes a reorganisation back that is on record, whatever the mode.
    Effect withdraw(Reorganisation reorganisation);

    /// Takes a line of the calendar back that is on record, whatever the mode.
    Effect withdraw(Deadline deadline);

    /// Redefines a metric from a day on.
    ///
    /// @param before how the metric stands without the row
    Effect metric(MetricVersion before, MetricVersion row);

    /// Remembers what a person said a header cell means, for the next file of its form.
    void remember(HeaderMapping mapping);

    /// Works out the cells that the rows touched; nothing can be recorded behind it. The consumers must not call the
    /// recorder.
    ///
    /// @param contradicted takes the cells in conflict that rest on a figure of this import
    /// @param brokenDown takes the stated cells of one department and of one metric that has categories, together
    void settle(Consumer<Cell> contradicted, Consumer<List<Cell>> brokenDown);

    /// Has the cells remembered as they are before [#settle], so that [#changes] can tell.
    void keepCells();

    /// Passes on the cells of periods that the import leaves different, in the order of their keys; settles it where
    /// that was not done.
    void changes(Consumer<Preview.Change> sink);

    /// The figures of these numbers, those of this import among them.
    Map<Long, RecordedFigure> figures(Collection<Long> ids);

    /// The number that the report will have if it is kept.
    long report();
}
