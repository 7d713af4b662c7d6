package plumbline.analyse.rate;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongToDoubleFunction;
import plumbline.Cell;
import plumbline.State;

/// What rates and proportions share.
final class Numbers {
    private Numbers() {}

    static boolean isHidden(Cell cell) {
        return cell.state() == State.WITHHELD || cell.state() == State.SUPPRESSED;
    }

    static OptionalDouble map(OptionalLong number, LongToDoubleFunction how) {
        return number.isPresent() ? OptionalDouble.of(how.applyAsDouble(number.getAsLong())) : OptionalDouble.empty();
    }
}
