package plumbline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import plumbline.Attribution;
import plumbline.Figure;
import plumbline.Proposal;
import plumbline.RecordedProposal;
import plumbline.Verdict;
import plumbline.check.Proposed;

/// What a newer reader sees otherwise than the one before it. It proposes; what a person has confirmed stays.
final class Rereading {
    private final Attribution attribution;

    /// @param attribution whose report it is, and for which period
    Rereading(Attribution attribution) {
        this.attribution = attribution;
    }

    /// A proposal that the newer reader makes.
    ///
    /// @param earlier the one of the same place that it understands otherwise
    /// @param replaces whether the earlier one is out of date, since nobody has said anything of it
    record Difference(Proposal proposal, Optional<RecordedProposal> earlier, boolean replaces) {}

    /// @param known everything that was ever proposed for the text
    /// @param read what the newer reader sees
    List<Difference> differences(List<RecordedProposal> known, List<Proposal> read) {
        List<Difference> differences = new ArrayList<>();
        for (Proposal each : read) {
            boolean said = known.stream().anyMatch(other -> same(other.proposal(), each) || confirms(other, each));
            if (said) {
                continue;
            }
            Optional<RecordedProposal> earlier = known.stream()
                    .filter(other -> other.status() != RecordedProposal.Status.REPLACED)
                    .filter(other -> other.proposal().overlaps(each.passage()))
                    .findFirst();
            boolean replaces = earlier.filter(other -> other.verdicts().isEmpty())
                    .filter(other -> !other.proposal().reader().equals(Proposal.PERSON))
                    .isPresent();
            differences.add(new Difference(each, earlier, replaces));
        }
        return differences;
    }

    private boolean same(Proposal one, Proposal other) {
        return one.passage().start() == other.passage().start()
                && one.passage().end() == other.passage().end()
                && means(one, other);
    }

    private boolean means(Proposal one, Proposal other) {
        return one.metric().equals(other.metric())
                && one.category().equals(other.category())
                && one.value().equals(other.value())
                && Objects.equals(time(one), time(other));
    }

    private Optional<Proposed.Time> time(Proposal proposal) {
        return Proposed.time(proposal, attribution.period());
    }

    /// Whether a person has confirmed of these words what the newer reader sees in them.
    private static boolean confirms(RecordedProposal known, Proposal read) {
        Optional<Figure> confirmed = known.last().flatMap(Verdict::figure);
        return known.proposal().overlaps(read.passage())
                && confirmed
                        .filter(each -> Optional.of(each.key().metric()).equals(read.metric()))
                        .filter(each -> each.key().category().equals(read.category()))
                        .filter(each -> each.value().equals(read.value()))
                        .isPresent();
    }
}
