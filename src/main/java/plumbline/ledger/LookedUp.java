package plumbline.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.FigureKey;
import plumbline.RecordedFigure;
import plumbline.SeriesKey;

/// What an import has looked up of series and years before it changed them, so that nobody looks twice.
///
/// Remembers a large correction whole; of one still larger it forgets what came first.
final class LookedUp {
    /// Some 200 bytes each.
    private static final int MOST = 200_000;

    private static final byte[] NOTHING = {};

    private final Map<Long, byte[]> figures = new HashMap<>();

    /// Makes room for so many more.
    void makeRoom(int more) {
        if (figures.size() + more > MOST) {
            figures.clear();
        }
    }

    /// It is looked for now, and perhaps not there.
    ///
    /// @param packed a series and year ([SeriesYear])
    void asked(long packed) {
        figures.put(slot(packed), NOTHING);
    }

    /// It was there.
    ///
    /// @param bytes its newest figures ([FigureBytes])
    void found(long packed, byte[] bytes) {
        figures.put(slot(packed), bytes);
    }

    boolean knows(long packed) {
        return figures.containsKey(slot(packed));
    }

    /// The newest figures of a series and year that it knows, null if there are none.
    byte @Nullable [] figures(long packed) {
        byte[] bytes = figures.get(slot(packed));
        return bytes == null || bytes.length == 0 ? null : bytes;
    }

    /// The newest revision of a key whose series and year it knows.
    Optional<RecordedFigure> newest(long packed, FigureKey key) {
        byte[] bytes = figures(packed);
        return bytes == null
                ? Optional.empty()
                : FigureBytes.find(
                        new SeriesKey(key.department(), key.metric(), key.category(), key.scope()),
                        SeriesYear.year(packed),
                        bytes,
                        key);
    }

    /// Neighbouring series differ in few bits, and so would the hash of their numbers: each number is multiplied by the
    /// odd one nearest to 2⁶⁴ / φ (Knuth, The Art of Computer Programming 3, 6.4), which keeps them apart.
    private static long slot(long packed) {
        return packed * 0x9E3779B97F4A7C15L;
    }
}
