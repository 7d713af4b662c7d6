package plumbline.ledger;

import java.util.Optional;
import java.util.function.Predicate;
import plumbline.DepartmentTree;
import plumbline.Receipt;
import plumbline.Refusal;

/// Where files are recorded: the ledger, or a rehearsal of which nothing stays ([Ledger#rehearse]).
public sealed interface Book permits Ledger, Rehearsal {
    /// What the work of an import came to.
    ///
    /// @param undone where the same bytes came before: how much of what they said was taken back since, so that
    ///     the first receipt is no longer true
    record Recorded(boolean kept, boolean alreadyImported, long undone, Optional<Long> report, Receipt.Counts counts) {}

    /// Records one file: one import, one seal, whole or not at all. Where the same bytes came before in the same mode,
    /// `work` is not called and the answer is what they did then.
    ///
    /// @param work hands over the rows and answers whether to keep them; whatever it throws leaves nothing behind
    /// @throws Refusal if the mode needs a reason and there is none
    /// @throws LedgerException if the database fails; then nothing was recorded
    Recorded record(Received received, Predicate<Recorder> work);

    /// The departments as the newest import left them.
    DepartmentTree departments();
}
