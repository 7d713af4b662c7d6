package plumbline.read.form;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// What was worked out for a text, since the cells at the side of a table say the same again and again. Forgets all of
/// it when a file says too many different things. Not thread-safe.
final class Remembered<T> {
    private static final int MOST = 10_000;

    private final Map<String, T> known = new HashMap<>();

    T get(String text, Function<String, T> workOut) {
        T before = known.get(text);
        if (before != null) {
            return before;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        T now = workOut.apply(text);
        known.put(text, now);
        return now;
    }
}
