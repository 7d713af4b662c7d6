package plumbline.ledger;

import java.util.Optional;
import plumbline.Figure;
import plumbline.Mode;
import plumbline.OwnTerm;
import plumbline.Period;
import plumbline.Proposal;
import plumbline.RecordedFigure;
import plumbline.Verdict;

/// Takes what a person says of texts inside one transaction. Nothing is kept unless the work that uses it says so.
public interface Reviewer {
    /// Says whose report a text is, and for which period.
    void attribute(long report, String department, Period period);

    /// Adds what was seen in a text.
    ///
    /// @param earlier number of the proposal of the same place that it understands otherwise
    /// @return its number
    long propose(long report, Proposal seen, Optional<Long> earlier);

    /// Records a figure as from this report.
    Written figure(long report, Figure figure, Mode mode);

    /// States a figure again as it was recorded before, place and report included.
    Written restate(RecordedFigure before);

    /// Confirms a figure of a form as it stands.
    Written confirm(RecordedFigure standing);

    /// What became of a figure.
    ///
    /// @param figure number of the one that stands on account of it
    record Written(Recorder.Outcome outcome, Optional<Long> figure) {}

    /// How many verdicts there are on a proposal by now.
    int verdicts(long proposal);

    /// Records a verdict.
    ///
    /// @param figure what the proposal is, with CONFIRM and VOUCH
    /// @param number of the figure that stands on account of it, with CONFIRM
    void verdict(long proposal, Verdict.Kind kind, Optional<Figure> figure, Optional<Long> number);

    /// Remembers a word for a metric, or forgets it.
    void term(OwnTerm term);
}
