package plumbline.read;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/// A place in a folded text that only moves forward. Not thread-safe.
final class Cursor {
    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    /// The text in half-width characters, with one kind of blank, dash and tilde, without what has no width, stripped.
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = Fold.of(text.charAt(i));
            if (c != Fold.NOTHING) {
                folded.append(c);
            }
        }
        return folded.toString().strip();
    }

    boolean atEnd() {
        return at == text.length();
    }

    /// The next character, or NUL at the end.
    char peek() {
        return atEnd() ? '\0' : text.charAt(at);
    }

    boolean sees(String word) {
        return text.startsWith(word, at);
    }

    boolean take(String word) {
        boolean there = sees(word);
        if (there) {
            at += word.length();
        }
        return there;
    }

    /// Moves over the longest run of such characters and returns it.
    String takeWhile(IntPredicate wanted) {
        int start = at;
        while (!atEnd() && wanted.test(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /// Moves over the first of the words that stands here and returns what it means.
    <T> Optional<T> take(List<Map.Entry<String, T>> words) {
        for (Map.Entry<String, T> each : words) {
            if (take(each.getKey())) {
                return Optional.of(each.getValue());
            }
        }
        return Optional.empty();
    }

    void skipBlanks() {
        while (peek() == ' ') {
            at++;
        }
    }

    /// Another cursor at the same place, to look ahead with.
    Cursor copy() {
        Cursor copy = new Cursor(text);
        copy.at = at;
        return copy;
    }

    void moveTo(Cursor other) {
        at = other.at;
    }

    /// Words by meaning, longest first, so that 不超过 is found before 超过's relatives.
    static <T> List<Map.Entry<String, T>> longestFirst(Map<String, T> words) {
        return words.entrySet().stream()
                .sorted(Comparator.comparingInt(each -> -each.getKey().length()))
                .map(each -> Map.entry(each.getKey(), each.getValue()))
                .toList();
    }
}
