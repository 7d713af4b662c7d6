package plumbline.analyse;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Interval;
import plumbline.Worded;

/// What a step did to a value beside the [Share], which only tells numbers.
public enum Effect implements Worded {
    /// There is a number where there was none.
    GAINED,
    /// There is no number any more.
    LOST,
    /// The upper bound was open and is known.
    CLOSED,
    /// The upper bound was known and is open.
    OPENED,
    /// A bound moved by the share.
    MOVED,
    /// Another state: withheld became not mentioned, at least became exact.
    STATE,
    /// More or fewer of the expected parts stand behind it, or other parts are expected.
    COVERAGE,
    /// A contradiction arose or was settled, or is another one.
    CONFLICT,
    /// The same value rests on other figures, another revision, another review or another method.
    EVIDENCE;

    /// Everything that differs; empty if nothing does. What a number says stands before what it rests on, and the
    /// latter is only told where nothing else is.
    public static List<Effect> between(Optional<Cell> before, Optional<Cell> after) {
        EnumSet<Effect> effects = EnumSet.noneOf(Effect.class);
        Optional<Interval> one = before.flatMap(Cell::interval);
        Optional<Interval> other = after.flatMap(Cell::interval);
        if (one.isEmpty() != other.isEmpty()) {
            effects.add(one.isEmpty() ? GAINED : LOST);
        }
        if (one.isPresent() && other.isPresent() && isOpen(one.get()) != isOpen(other.get())) {
            effects.add(isOpen(one.get()) ? CLOSED : OPENED);
        }
        if (Share.between(before, after).moves()) {
            effects.add(MOVED);
        }
        if (!before.map(Cell::state).equals(after.map(Cell::state))) {
            effects.add(STATE);
        }
        if (!coverage(before).equals(coverage(after))) {
            effects.add(COVERAGE);
        }
        if (!before.flatMap(Cell::conflict).equals(after.flatMap(Cell::conflict))) {
            effects.add(CONFLICT);
        }
        if (effects.isEmpty() && !before.equals(after)) {
            effects.add(EVIDENCE);
        }
        return List.copyOf(effects);
    }

    private static boolean isOpen(Interval interval) {
        return interval.upper().equals(OptionalLong.empty());
    }

    /// Of a department that is not known yet nothing is expected.
    private static Coverage coverage(Optional<Cell> cell) {
        return cell.map(Cell::coverage).orElse(new Coverage(0, 0));
    }
}
