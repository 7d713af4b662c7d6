package plumbline.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import plumbline.Vintage;

/// The last few answers to something nearly every request asks. What held as of an import never changes, so an answer
/// is good for ever; only a few are kept because few vintages are asked for at a time.
///
/// Thread-safe; two threads may work out the same answer at once.
final class PerVintage<T> {
    private static final int KEPT = 8;

    private final Map<Long, T> answers = new LinkedHashMap<>(2 * KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, T> eldest) {
            return size() > KEPT;
        }
    };

    T get(Vintage vintage, Supplier<T> read) {
        synchronized (answers) {
            T known = answers.get(vintage.importNumber());
            if (known != null) {
                return known;
            }
        }
        T answer = read.get();
        synchronized (answers) {
            answers.put(vintage.importNumber(), answer);
        }
        return answer;
    }
}
