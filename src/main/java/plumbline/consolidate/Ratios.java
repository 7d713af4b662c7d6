package plumbline.consolidate;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Interval;
import plumbline.Method;
import plumbline.Span;
import plumbline.State;

/// A share in percent, worked out again for every span and department from the totals above and below the line, and
/// never averaged. What a report states for just this span goes before it, unchecked: the two need not count the same
/// cases, and printed shares are made to add up.
///
/// Two exact totals give the share rounded to the metric's decimals, half up; intervals give all shares that are
/// possible, rounded outwards. Where a total is only a lower bound, so is the share. Nothing below the line has no
/// share: not applicable.
///
/// @param stated what the reports state as the share itself
/// @param decimals digits after the point kept in the stored integer
public record Ratios(Totals stated, Totals numerator, Totals denominator, int decimals) implements Totals {
    private static final Interval NONE = Interval.of(0);

    @Override
    public Cell total(String department, Optional<String> category, Span span) {
        Cell own = stated.total(department, category, span);
        return own.method() == Method.STATED
                ? own
                : share(
                        own,
                        numerator.total(department, category, span),
                        denominator.total(department, category, span));
    }

    private Cell share(Cell own, Cell above, Cell below) {
        if (above.interval().isEmpty() || below.interval().isEmpty()) {
            State why = above.interval().isEmpty() ? above.state() : below.state();
            return Cell.missing(own.key(), own.span(), why, new Coverage(0, why == State.NOT_APPLICABLE ? 0 : 1));
        }
        if (below.interval().get().equals(NONE)) {
            return Cell.missing(own.key(), own.span(), State.NOT_APPLICABLE, new Coverage(0, 0));
        }
        boolean partial = above.method() == Method.PARTIAL || below.method() == Method.PARTIAL;
        Interval share = divide(above.interval().get(), below.interval().get());
        Interval bounds = partial ? Interval.atLeast(share.lower()) : share;
        boolean contested = above.conflict().isPresent() || below.conflict().isPresent();
        List<Cell> behind = List.of(above, below);
        return new Cell(
                own.key(),
                own.span(),
                partial ? Method.PARTIAL : Method.DERIVED,
                state(bounds),
                bounds.isPoint() ? OptionalLong.of(bounds.lower()) : OptionalLong.empty(),
                Optional.of(bounds),
                Parts.review(behind),
                contested ? Optional.of(divide(otherwise(above), otherwise(below))) : Optional.empty(),
                new Coverage(
                        Math.min(above.coverage().reported(), below.coverage().reported()),
                        Math.max(above.coverage().expected(), below.coverage().expected())),
                Parts.revision(behind),
                Parts.figures(behind));
    }

    private static Interval otherwise(Cell cell) {
        return cell.conflict().orElse(cell.interval().orElse(Interval.UNKNOWN));
    }

    private Interval divide(Interval above, Interval below) {
        if (above.isPoint() && below.isPoint() && below.lower() > 0) {
            return Interval.of(quotient(above.lower(), below.lower(), Rounding.HALF_UP));
        }
        long lower = below.upper().isPresent() && below.upper().getAsLong() > 0
                ? quotient(above.lower(), below.upper().getAsLong(), Rounding.DOWN)
                : 0;
        return above.upper().isPresent() && below.lower() > 0
                ? Interval.of(lower, quotient(above.upper().getAsLong(), below.lower(), Rounding.UP))
                : Interval.atLeast(lower);
    }

    private enum Rounding {
        DOWN,
        HALF_UP,
        UP
    }

    private long quotient(long above, long below, Rounding rounding) {
        BigInteger line = BigInteger.valueOf(below);
        BigInteger add = switch (rounding) {
            case DOWN -> BigInteger.ZERO;
            case HALF_UP -> line;
            case UP -> line.shiftLeft(1).subtract(BigInteger.ONE);
        };
        return BigInteger.valueOf(Math.max(0, above))
                .multiply(BigInteger.TEN.pow(2 + decimals))
                .shiftLeft(1)
                .add(add)
                .divide(line.shiftLeft(1))
                .longValueExact();
    }

    private static State state(Interval interval) {
        if (interval.isPoint()) {
            return interval.lower() == 0 ? State.ZERO : State.EXACT;
        }
        return interval.upper().isEmpty() ? State.AT_LEAST : State.RANGE;
    }
}
