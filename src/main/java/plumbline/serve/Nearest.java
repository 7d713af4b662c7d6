package plumbline.serve;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/// The codes somebody may have meant, for messages. Stateless.
final class Nearest {
    private static final int SHOWN = 5;

    private Nearest() {}

    /// The candidates with the fewest letters to change, separated by commas.
    static String to(String wanted, Collection<String> candidates) {
        if (candidates.isEmpty()) {
            return "none, there are none yet";
        }
        // The sort works the distances out again and again; the lists are short and the request is refused anyway.
        String low = wanted.toLowerCase(Locale.ROOT);
        String shown = candidates.stream()
                .sorted(Comparator.comparingInt(each -> distance(low, each.toLowerCase(Locale.ROOT))))
                .limit(SHOWN)
                .collect(Collectors.joining(", "));
        return candidates.size() > SHOWN ? shown + " …" : shown;
    }

    /// Letters to insert, remove or replace to make one of the other.
    static int distance(String a, String b) {
        int length = Math.min(a.length(), 64); // a request must not choose how much work it is
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
