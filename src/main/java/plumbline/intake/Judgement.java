package plumbline.intake;

import java.util.Map;
import java.util.Optional;
import plumbline.Field;
import plumbline.Verdict;

/// What a person says of one proposal.
///
/// @param proposal its number
/// @param kind what is said; CONFIRM of a metric about persons becomes VOUCH until a second person says the same
/// @param fields what the person wrote, by field; what is left out is as it was read
/// @param remember words that mean the metric confirmed from now on, in every text
/// @param instead with NO_COUNT the figure of a form that is right, if nobody has confirmed it yet
/// @param actor who says so
/// @param reason why; needed unless a proposal is confirmed as it was read
/// @param seen how many verdicts on it the person has seen; nothing is taken down where somebody has judged it since.
///     Absent where that does not matter
public record Judgement(
        long proposal,
        Verdict.Kind kind,
        Map<Field, String> fields,
        Optional<String> remember,
        Optional<Long> instead,
        String actor,
        Optional<String> reason,
        Optional<Integer> seen) {
    public Judgement {
        fields = Map.copyOf(fields);
    }
}
