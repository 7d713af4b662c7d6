package plumbline;

import java.util.OptionalLong;

/// What a report says about one key: an [Amount] with its wording's firmness, or the reason why there is no number.
public sealed interface Value {
    /// A stated number. `stated` is the number as worded (60 of 60余); absent where the wording is a range (十几).
    record Amount(Qualifier qualifier, OptionalLong stated, Interval interval) implements Value {
        public Amount {
            if (interval.lower() < 0) {
                throw new IllegalArgumentException("a count below zero: " + interval.lower());
            }
            if (qualifier == Qualifier.EXACT && !interval.isPoint()) {
                throw new IllegalArgumentException("an exact amount with the interval " + interval);
            }
        }

        @Override
        public State state() {
            return switch (qualifier) {
                case EXACT -> interval.lower() == 0 ? State.ZERO : State.EXACT;
                case AT_LEAST -> State.AT_LEAST;
                case AT_MOST -> State.AT_MOST;
                case ABOUT -> State.ABOUT;
                case RANGE -> State.RANGE;
            };
        }
    }

    /// No number, and why. `state` is one of the states without a number.
    record Absent(State state) implements Value {
        public Absent {
            if (state.hasNumber()) {
                throw new IllegalArgumentException(state + " carries a number");
            }
        }
    }

    State state();

    static Amount exact(long number) {
        return new Amount(Qualifier.EXACT, OptionalLong.of(number), Interval.of(number));
    }
}
