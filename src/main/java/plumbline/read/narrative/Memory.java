package plumbline.read.narrative;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import plumbline.Metric;

/// What was counted last: lists go on without naming it again. Not thread-safe.
final class Memory {
    private static final int KEPT = 16;

    /// A metric that was counted; `part` where only a category or subset of it was.
    record Head(Metric metric, boolean part, String family) {}

    private final Deque<Head> heads = new ArrayDeque<>();
    private List<Term> terms = List.of();
    private boolean uncatalogued;
    private String family = "";
    private String familyOfSentence = "";

    void newSentence() {
        familyOfSentence = "";
        terms = List.of();
    }

    void remember(Attached attached, boolean subset) {
        uncatalogued = attached.metric().isEmpty();
        attached.metric().ifPresent(metric -> {
            heads.push(new Head(metric, subset || !attached.category().isEmpty(), attached.family()));
            if (heads.size() > KEPT) {
                heads.removeLast();
            }
        });
        if (!attached.terms().isEmpty()) {
            terms = attached.terms();
        }
        if (!attached.family().equals("other")) {
            family = attached.family();
            familyOfSentence = family;
        }
    }

    /// The words of the last count of the sentence.
    List<Term> terms() {
        return terms;
    }

    /// Whether no metric was found for the last count.
    boolean lastWasUncatalogued() {
        return uncatalogued;
    }

    /// The family of the last count of the sentence, empty for none.
    String familyOfSentence() {
        return familyOfSentence;
    }

    /// The family of the last count of the text, empty for none.
    String family() {
        return family;
    }

    /// The last metric that may carry the scheme, wholes before parts.
    Optional<Head> withScheme(String scheme) {
        Optional<Head> part = Optional.empty();
        for (Head head : heads) {
            if (head.metric().schemes().contains(scheme)) {
                if (!head.part()) {
                    return Optional.of(head);
                }
                part = part.or(() -> Optional.of(head));
            }
        }
        return part;
    }

    /// The last metric.
    Optional<Head> last() {
        return heads.isEmpty() ? Optional.empty() : Optional.of(heads.element());
    }
}
