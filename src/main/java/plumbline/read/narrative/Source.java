package plumbline.read.narrative;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// A report prepared for reading: folded, its words found, its noise and masks marked. Not thread-safe.
///
/// @param masked where numbers mean nothing: titles, quotations, fixed expressions, noise
record Source(
        String original,
        Folded folded,
        String text,
        List<Words.Hit<List<Term>>> terms,
        List<Words.Hit<Set<Cue>>> cues,
        BitSet masked,
        BitSet noise,
        Steps steps) {
    static Source of(String original, Lexicon lexicon, Steps steps) {
        Folded folded = Folded.of(original, steps);
        String text = folded.text();
        List<Words.Hit<List<Term>>> terms = Words.outermost(lexicon.terms().in(text, steps));
        List<Words.Hit<Set<Cue>>> everyCue = lexicon.cues().in(text, steps);
        BitSet masked = Masks.in(text, everyCue, steps);
        List<Words.Hit<Set<Cue>>> cues = Words.outermost(everyCue);
        BitSet noise = Noise.in(text, lexicon, steps);
        masked.or(noise);
        return new Source(original, folded, text, terms, cues, masked, noise, steps);
    }

    /// The cues of the kind that begin inside [`from`, `to`), in their order.
    List<Words.Hit<Set<Cue>>> cues(Cue kind, int from, int to) {
        List<Words.Hit<Set<Cue>>> found = new ArrayList<>();
        for (int i = firstFrom(cues, from); i < cues.size() && cues.get(i).start() < to; i++) {
            steps.add(1);
            if (cues.get(i).meaning().contains(kind)) {
                found.add(cues.get(i));
            }
        }
        return found;
    }

    boolean has(Cue kind, int from, int to) {
        for (int i = firstFrom(cues, from); i < cues.size() && cues.get(i).start() < to; i++) {
            steps.add(1);
            if (cues.get(i).meaning().contains(kind)) {
                return true;
            }
        }
        return false;
    }

    /// The terms that lie inside [`from`, `to`), in their order.
    List<Words.Hit<List<Term>>> terms(int from, int to) {
        List<Words.Hit<List<Term>>> found = new ArrayList<>();
        for (int i = firstFrom(terms, from); i < terms.size() && terms.get(i).start() < to; i++) {
            steps.add(1);
            if (terms.get(i).end() <= to) {
                found.add(terms.get(i));
            }
        }
        return found;
    }

    private static <T> int firstFrom(List<Words.Hit<T>> hits, int from) {
        int low = 0;
        int high = hits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hits.get(middle).start() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
