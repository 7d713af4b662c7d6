package plumbline.read.narrative;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.Catalog;

/// What words of reports mean: terms for what is counted, measure words, and the cues of the grammar. Immutable.
public final class Lexicon {
    /// Cues looked for everywhere in a text; the others are asked for at one place only.
    private static final Set<Cue> EVERYWHERE = EnumSet.of(
            Cue.FIXED,
            Cue.NEUTRAL,
            Cue.PLAN,
            Cue.REQUIREMENT,
            Cue.DELTA,
            Cue.LEVEL,
            Cue.ZERO,
            Cue.ZERO_NOT_FOUND,
            Cue.ZERO_NOUN,
            Cue.NORM,
            Cue.SUBSET,
            Cue.EACH,
            Cue.AVERAGE,
            Cue.REDUCTION,
            Cue.PERSON,
            Cue.STOCK,
            Cue.RECEIVED,
            Cue.CASE,
            Cue.PAST,
            Cue.PENDING,
            Cue.GOVERNS,
            Cue.VAGUE,
            Cue.ALL_DONE);

    private static final int LONGEST_WORD = 10;

    private final Catalog catalog;
    private final String version;
    private final Words<List<Term>> terms;
    private final Words<Set<Cue>> cues;
    private final Words<Boolean> adverts;
    private final Map<Cue, Set<String>> lists = new EnumMap<>(Cue.class);
    private final Map<String, Measure> measures;
    private final int longestMeasure;

    /// @param version digest of everything it was made from
    Lexicon(
            Catalog catalog,
            String version,
            Map<String, List<Term>> terms,
            Map<Cue, Set<String>> cues,
            Map<String, Measure> measures) {
        this.catalog = catalog;
        this.version = version;
        this.terms = new Words<>(terms);
        this.measures = Map.copyOf(measures);
        this.longestMeasure = longest(measures.keySet());
        for (Cue cue : Cue.values()) {
            lists.put(cue, Set.copyOf(cues.getOrDefault(cue, Set.of())));
        }
        Map<String, Set<Cue>> everywhere = new HashMap<>();
        EVERYWHERE.forEach(cue -> words(cue)
                .forEach(word -> everywhere
                        .computeIfAbsent(word, _ -> EnumSet.noneOf(Cue.class))
                        .add(cue)));
        this.cues = new Words<>(everywhere);
        Map<String, Boolean> adverts = new HashMap<>();
        words(Cue.ADVERT).forEach(word -> adverts.put(word, true));
        this.adverts = new Words<>(adverts);
    }

    Catalog catalog() {
        return catalog;
    }

    String version() {
        return version;
    }

    Words<List<Term>> terms() {
        return terms;
    }

    Words<Set<Cue>> cues() {
        return cues;
    }

    Words<Boolean> adverts() {
        return adverts;
    }

    private Set<String> words(Cue cue) {
        return lists.getOrDefault(cue, Set.of());
    }

    /// Whether the text contains a word of the list.
    boolean contains(Cue list, String text) {
        return words(list).stream().anyMatch(text::contains);
    }

    /// Whether the text is a word of the list.
    boolean is(Cue list, String text) {
        return words(list).contains(text);
    }

    /// Length of the longest word of the list that stands at the place, 0 for none.
    int lengthAt(Cue list, CharSequence text, int at, int limit) {
        return longestAt(words(list), LONGEST_WORD, text, at, limit);
    }

    /// Length of the longest measure word at the place, 0 for none.
    int measureAt(CharSequence text, int at, int limit) {
        return longestAt(measures.keySet(), longestMeasure, text, at, limit);
    }

    Optional<Measure> measure(String word) {
        return Optional.ofNullable(measures.get(word));
    }

    private static int longestAt(Set<String> words, int longest, CharSequence text, int at, int limit) {
        for (int length = Math.min(longest, limit - at); length > 0; length--) {
            if (words.contains(text.subSequence(at, at + length).toString())) {
                return length;
            }
        }
        return 0;
    }

    private static int longest(Collection<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0);
    }

    /// The words of the list; for tests of the lexicon itself.
    Set<String> list(Cue cue) {
        return new HashSet<>(words(cue));
    }
}
