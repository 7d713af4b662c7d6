package plumbline.intake;

import java.util.Set;
import plumbline.Proposal;
import plumbline.State;
import plumbline.Worded;

/// How much there is to look at in a proposal, most first: the order of the queue at the desk.
public enum Risk implements Worded {
    /// Another statement about the same value cannot be true together with it.
    CONFLICT,
    /// What it counts, of whom or when is not certain.
    WEAK,
    /// A number with bounds, or a masked one.
    BOUND,
    /// A plain number whose meaning is certain.
    EXACT;

    private static final Set<String> CERTAIN = Set.of("rounded", "table", "uncatalogued");

    /// @param complete whether it is known what figure the proposal is
    static Risk of(Proposal proposal, boolean complete, boolean contradicted) {
        if (contradicted) {
            return CONFLICT;
        }
        boolean weak = !complete || proposal.flags().stream().anyMatch(each -> !CERTAIN.contains(each));
        if (weak) {
            return WEAK;
        }
        State state = proposal.value().state();
        return state == State.EXACT || state == State.ZERO ? EXACT : BOUND;
    }
}
