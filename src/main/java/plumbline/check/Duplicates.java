package plumbline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.Basis;
import plumbline.FigureKey;
import plumbline.Period;
import plumbline.Qualifier;
import plumbline.Scope;
import plumbline.Value;

/// Remembers on which line each key of a file stood first and what it said there: 16 bytes a key at most half full, a
/// million keys in 33 MB.
///
/// A key is kept exactly, as three small numbers in one long: for its department, for what is counted, for when. Not
/// thread-safe.
final class Duplicates {
    private static final int WHAT_BITS = 20;
    private static final int WHEN_BITS = 22;
    private static final int DEPARTMENT_BITS = 21;

    private record What(String metric, Optional<String> category, Scope scope) {}

    private record When(Period period, Basis basis, Optional<FigureKey.Range> range) {}

    /// What a row says.
    private record Said(Value value, String wording) {}

    /// The first row of a key.
    record First(int line, Value value, String wording) {}

    private final List<Said> worded = new ArrayList<>();
    private final Map<Said, Integer> wordings = new HashMap<>();
    private final Map<String, Integer> departments = new HashMap<>();
    private final Map<What, Integer> whats = new HashMap<>();
    private final Map<When, Integer> whens = new HashMap<>();

    /// Two places each, since what lies side by side is found at once: the key, and line and saying together.
    private long[] slots = new long[1 << 11];

    private int size;

    /// The first row with this key, if there was one; otherwise remembers this one as the first.
    Optional<First> first(FigureKey key, int line, Value value, String wording) {
        if (size * 4 >= slots.length) {
            grow();
        }
        long packed = packed(key);
        int slot = slot(packed);
        if (slots[slot + 1] != 0) {
            Said said = said((int) slots[slot + 1]);
            return Optional.of(new First((int) (slots[slot + 1] >>> Integer.SIZE), said.value(), said.wording()));
        }
        slots[slot] = packed;
        slots[slot + 1] = (long) line << Integer.SIZE | Integer.toUnsignedLong(number(value, wording));
        size++;
        return Optional.empty();
    }

    /// A number for what a row says: plain counts are themselves, wordings are counted down from -1.
    private int number(Value value, String wording) {
        if (value instanceof Value.Amount amount
                && amount.qualifier() == Qualifier.EXACT
                && amount.interval().lower() <= Integer.MAX_VALUE) {
            return (int) amount.interval().lower();
        }
        Said said = new Said(value, wording);
        return wordings.computeIfAbsent(said, _ -> {
            worded.add(said);
            return -worded.size();
        });
    }

    private Said said(int number) {
        return number < 0 ? worded.get(-number - 1) : new Said(Value.exact(number), String.valueOf(number));
    }

    private long packed(FigureKey key) {
        long department = number(departments, key.department(), DEPARTMENT_BITS);
        long what = number(whats, new What(key.metric(), key.category(), key.scope()), WHAT_BITS);
        long when = number(whens, new When(key.period(), key.basis(), key.range()), WHEN_BITS);
        return (department << WHAT_BITS | what) << WHEN_BITS | when;
    }

    private static <T> int number(Map<T, Integer> numbers, T thing, int bits) {
        int number = numbers.computeIfAbsent(thing, _ -> numbers.size());
        if (number >>> bits != 0) {
            throw new IllegalStateException("more than " + (1 << bits) + " different keys of one sort in a file");
        }
        return number;
    }

    /// Where the key is or may be put; lines count from 1, so 0 marks a free slot.
    private int slot(long packed) {
        long mixed = packed * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 31) & (slots.length - 2);
        while (slots[slot + 1] != 0 && slots[slot] != packed) {
            slot = (slot + 2) & (slots.length - 2);
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                int slot = slot(old[i]);
                slots[slot] = old[i];
                slots[slot + 1] = old[i + 1];
            }
        }
    }
}
