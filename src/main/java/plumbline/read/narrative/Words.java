package plumbline.read.narrative;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Finds all words of a list in one pass over a text (Aho and Corasick 1975). Immutable, shared.
///
/// The transitions lie in one open-addressed table of (state, character), so that a step costs one or two look-ups
/// whatever the number of words.
final class Words<T> {
    private static final long FREE = -1;
    private static final int ROOT = 0;

    /// What stands where.
    record Hit<T>(int start, int end, T meaning) {
        int length() {
            return end - start;
        }

        boolean contains(Hit<T> other) {
            return start <= other.start && other.end <= end && length() > other.length();
        }
    }

    private long[] keys = new long[1 << 12];
    private int[] targets = new int[1 << 12];
    private int used;
    private int[] fallback;
    private int[] shorter;
    private final List<T> meanings = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();

    Words(Map<String, T> words) {
        Arrays.fill(keys, FREE);
        newState();
        words.forEach(this::add);
        fallback = new int[meanings.size()];
        shorter = new int[meanings.size()];
        link(words.keySet());
    }

    private void add(String word, T meaning) {
        int state = ROOT;
        for (int i = 0; i < word.length(); i++) {
            int next = target(state, word.charAt(i));
            if (next < 0) {
                next = newState();
                put(state, word.charAt(i), next);
            }
            state = next;
        }
        meanings.set(state, meaning);
        lengths.set(state, word.length());
    }

    private int newState() {
        meanings.add(null);
        lengths.add(0);
        return meanings.size() - 1;
    }

    /// Breadth first: each state falls back to the longest proper suffix that is a state, and knows the nearest
    /// shorter word among its suffixes.
    private void link(Iterable<String> words) {
        boolean[] linked = new boolean[meanings.size()];
        ArrayDeque<String> prefixes = new ArrayDeque<>();
        List<String> byLength = new ArrayList<>();
        words.forEach(byLength::add);
        int longest = byLength.stream().mapToInt(String::length).max().orElse(0);
        for (int length = 1; length <= longest; length++) {
            for (String word : byLength) {
                if (word.length() >= length) {
                    prefixes.add(word.substring(0, length));
                }
            }
        }
        for (String prefix : prefixes) {
            int state = walk(prefix);
            if (!linked[state]) {
                linked[state] = true;
                link(state, prefix);
            }
        }
    }

    private void link(int state, String prefix) {
        if (prefix.length() == 1) {
            return; // falls back to the root
        }
        char last = prefix.charAt(prefix.length() - 1);
        int from = fallback[walk(prefix.substring(0, prefix.length() - 1))];
        int next = target(from, last);
        while (next < 0 && from != ROOT) {
            from = fallback[from];
            next = target(from, last);
        }
        fallback[state] = Math.max(next, ROOT);
        int suffix = fallback[state];
        shorter[state] = lengths.get(suffix) > 0 ? suffix : shorter[suffix];
    }

    private int walk(String prefix) {
        int state = ROOT;
        for (int i = 0; i < prefix.length(); i++) {
            state = target(state, prefix.charAt(i));
        }
        return state;
    }

    /// All words of the text by their end; of those that end together the longest first.
    List<Hit<T>> in(CharSequence text, Steps steps) {
        List<Hit<T>> hits = new ArrayList<>();
        int state = ROOT;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int next = target(state, c);
            while (next < 0 && state != ROOT) {
                state = fallback[state];
                next = target(state, c);
                steps.add(1);
            }
            state = Math.max(next, ROOT);
            steps.add(1);
            for (int word = lengths.get(state) > 0 ? state : shorter[state]; word != ROOT; word = shorter[word]) {
                hits.add(new Hit<>(i + 1 - lengths.get(word), i + 1, meanings.get(word)));
                steps.add(1);
            }
        }
        return hits;
    }

    /// The hits that lie in no longer one, by start.
    static <T> List<Hit<T>> outermost(List<Hit<T>> hits) {
        List<Hit<T>> kept = new ArrayList<>();
        for (Hit<T> hit : hits) {
            while (!kept.isEmpty() && hit.contains(kept.getLast())) {
                kept.removeLast();
            }
            if (kept.isEmpty() || !kept.getLast().contains(hit)) {
                kept.add(hit);
            }
        }
        return kept;
    }

    private int target(int state, char c) {
        long key = (long) state << 16 | c;
        int slot = slot(key);
        return keys[slot] == key ? targets[slot] : -1;
    }

    private void put(int state, char c, int next) {
        if (++used * 3 > keys.length) {
            grow();
        }
        long key = (long) state << 16 | c;
        int slot = slot(key);
        keys[slot] = key;
        targets[slot] = next;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & keys.length - 1;
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new long[oldKeys.length * 2];
        targets = new int[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                targets[slot] = oldTargets[i];
            }
        }
    }
}
