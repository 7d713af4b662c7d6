package plumbline.consolidate;

import plumbline.Interval;
import plumbline.State;

/// When two intervals contradict each other.
///
/// A number rounded to a stated digit (62万) is shown with half a unit of that digit on both sides. Whether bulletins
/// round or cut is not documented, so a contradiction is only called one beyond a full unit (DOMAIN §3.2). Half a unit
/// is half the width of the interval: [615000, 624999] becomes [610000, 629999].
final class RoundingTolerance {
    private RoundingTolerance() {}

    static boolean contradict(State oneState, Interval one, State otherState, Interval other) {
        return widened(oneState, one).isDisjoint(widened(otherState, other));
    }

    static Interval widened(State state, Interval interval) {
        if (state != State.ABOUT || interval.upper().isEmpty()) {
            return interval;
        }
        long upper = interval.upper().getAsLong();
        long half = (upper - interval.lower() + 1) / 2;
        return Interval.of(Math.max(0, interval.lower() - half), Math.addExact(upper, half));
    }
}
