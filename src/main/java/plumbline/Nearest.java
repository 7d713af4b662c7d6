package plumbline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What somebody may have meant: the choices whose code or names are nearest to what was written, by edit distance.
public final class Nearest {
    private static final int MOST = 3;
    private static final int LONGEST = 60;

    private Nearest() {}

    /// Something that may be written by its code or by any of its names; `shown` is its name for messages.
    public record Choice(String code, Name shown, Set<String> names) {
        public Choice {
            names = Set.copyOf(names);
        }

        public static Choice of(String code, Name name, Collection<String> others) {
            Set<String> names = new HashSet<>(others);
            names.add(code);
            names.add(name.zh());
            names.add(name.en());
            return new Choice(code, name, names);
        }
    }

    private record Near(Choice choice, int distance) {}

    /// The choices nearest to the text, nearest first, at most three; none where nothing is near.
    public static List<Choice> of(String text, Collection<Choice> choices) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return List.of();
        }
        List<Near> near = new ArrayList<>();
        for (Choice choice : choices) {
            int distance = choice.names().stream()
                    .mapToInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                    .min()
                    .orElse(Integer.MAX_VALUE);
            if (distance <= Math.max(1, wanted.length() / 3)) {
                near.add(new Near(choice, distance));
            }
        }
        near.sort(Comparator.comparingInt(Near::distance));
        return near.stream().limit(MOST).map(Near::choice).toList();
    }

    /// How many single characters must be put in, taken out or exchanged; a name that contains the text counts as 1.
    public static int distance(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        if (one.length() > 1 && other.contains(one)) {
            return 1;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
