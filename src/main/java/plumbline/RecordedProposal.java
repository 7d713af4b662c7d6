package plumbline;

import java.util.List;
import java.util.Optional;

/// A proposal in the ledger.
///
/// @param id number of its row, shown as `P000123`
/// @param number within its report, from 1, as it is drawn beside the text
/// @param importNumber the import that brought it
/// @param report number of the text
/// @param earlier number of the proposal of the same place that it understands otherwise
/// @param verdicts oldest first
public record RecordedProposal(
        long id,
        int number,
        long importNumber,
        long report,
        Optional<Long> earlier,
        Proposal proposal,
        List<Verdict> verdicts) {
    public RecordedProposal {
        verdicts = List.copyOf(verdicts);
    }

    /// How far it has come.
    public enum Status implements Worded {
        OPEN,
        QUERIED,
        /// One person confirmed it, a second one has to.
        VOUCHED,
        CONFIRMED,
        NO_COUNT,
        REPLACED;

        /// Whether it still awaits a person.
        public boolean isOpen() {
            return this == OPEN || this == QUERIED || this == VOUCHED;
        }
    }

    /// The verdict that counts.
    public Optional<Verdict> last() {
        return verdicts.isEmpty() ? Optional.empty() : Optional.of(verdicts.getLast());
    }

    public Status status() {
        return last().map(Verdict::kind)
                .map(kind -> switch (kind) {
                    case CONFIRM -> Status.CONFIRMED;
                    case VOUCH -> Status.VOUCHED;
                    case NO_COUNT -> Status.NO_COUNT;
                    case QUERY -> Status.QUERIED;
                    case REOPEN -> Status.OPEN;
                    case REPLACE -> Status.REPLACED;
                })
                .orElse(Status.OPEN);
    }
}
