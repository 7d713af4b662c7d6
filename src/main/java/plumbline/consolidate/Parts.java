package plumbline.consolidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import plumbline.Aggregation;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Difference;
import plumbline.Interval;
import plumbline.Method;
import plumbline.Review;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;

/// Arithmetic on parts: their interval together, and the cell of the whole they make.
///
/// Among the parts may be some that do not apply; they add nothing.
final class Parts {
    private Parts() {}

    /// The interval of a whole made of two parts, the earlier first.
    static Interval join(Aggregation how, Interval earlier, Interval later) {
        return switch (how) {
            case SUM -> earlier.plus(later);
            case BOUND ->
                new Interval(
                        Math.max(earlier.lower(), later.lower()),
                        earlier.plus(later).upper());
            case LAST -> later;
            case NONE, RATIO -> throw new IllegalArgumentException("parts do not make a whole: " + how);
        };
    }

    /// The interval of the whole; absent if no part carries a number.
    static Optional<Interval> together(Aggregation how, List<Cell> parts) {
        Optional<Interval> whole = Optional.empty();
        for (Cell part : parts) {
            if (whole.isEmpty()) {
                whole = part.interval();
            } else if (part.interval().isPresent()) {
                whole = Optional.of(join(how, whole.get(), part.interval().get()));
            }
        }
        return whole;
    }

    /// A whole from all of its parts.
    static Cell summed(
            Aggregation how,
            SeriesKey key,
            Span span,
            Method method,
            Interval whole,
            List<Cell> parts,
            Coverage coverage) {
        OptionalLong worded = how == Aggregation.SUM ? worded(parts, List.of()) : OptionalLong.empty();
        Optional<Interval> other = isContested(parts)
                ? otherwise(how, parts).map(each -> method == Method.PARTIAL ? Interval.atLeast(each.lower()) : each)
                : Optional.empty();
        return cell(key, span, method, whole, worded, parts, coverage, other);
    }

    /// A whole rests on a contested part with the number that stands, and says so: its conflict is what the other side
    /// of the contradictions makes of it.
    private static boolean isContested(List<Cell> parts) {
        for (Cell each : parts) {
            if (each.interval().isPresent() && each.conflict().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Interval> otherwise(Aggregation how, List<Cell> parts) {
        return parts.stream()
                .filter(each -> each.interval().isPresent())
                .map(each -> each.conflict().orElse(each.interval().get()))
                .reduce((earlier, later) -> join(how, earlier, later));
    }

    /// A difference of counts, cut to zero and above.
    ///
    /// @param left not wholly below zero
    static Interval cut(Difference left) {
        return new Interval(Math.max(0, left.lower().orElse(0)), left.upper());
    }

    /// What is left of a whole when the known parts are taken away.
    static Cell derived(SeriesKey key, Span span, Interval left, List<Cell> whole, List<Cell> parts) {
        List<Cell> behind = new ArrayList<>(whole);
        behind.addAll(parts);
        Optional<Interval> other = isContested(behind)
                ? otherwise(Aggregation.SUM, whole)
                        .map(all ->
                                between(all, otherwise(Aggregation.SUM, parts).orElse(Interval.of(0))))
                : Optional.empty();
        return cell(key, span, Method.DERIVED, left, worded(whole, parts), behind, new Coverage(1, 1), other);
    }

    /// The difference as it is, below zero too; a contradiction may leave one.
    private static Interval between(Interval whole, Interval parts) {
        Difference left = Difference.between(whole, parts);
        return new Interval(left.lower().orElse(Math.min(0, left.upper().orElse(0))), left.upper());
    }

    private static Cell cell(
            SeriesKey key,
            Span span,
            Method method,
            Interval interval,
            OptionalLong worded,
            List<Cell> behind,
            Coverage coverage,
            Optional<Interval> conflict) {
        State state = state(interval, worded);
        OptionalLong value = switch (state) {
            case EXACT, ZERO -> OptionalLong.of(interval.lower());
            case ABOUT -> worded;
            case AT_LEAST, AT_MOST, RANGE -> OptionalLong.empty();
            case WITHHELD, SUPPRESSED, NOT_MENTIONED, NOT_REPORTED, NOT_APPLICABLE, NOT_DUE, WITHDRAWN, UNCONFIRMED ->
                OptionalLong.empty();
        };
        return new Cell(
                key,
                span,
                method,
                state,
                value,
                Optional.of(interval),
                review(behind),
                conflict,
                coverage,
                revision(behind),
                figures(behind));
    }

    private static State state(Interval interval, OptionalLong worded) {
        if (interval.isPoint()) {
            return interval.lower() == 0 ? State.ZERO : State.EXACT;
        }
        if (interval.upper().isEmpty()) {
            return State.AT_LEAST;
        }
        boolean inside = worded.isPresent()
                && interval.lower() <= worded.getAsLong()
                && worded.getAsLong() <= interval.upper().getAsLong();
        return inside ? State.ABOUT : State.RANGE;
    }

    /// The number that the worded ones make (30万 + 32万), if every inexact one among them is an "about".
    private static OptionalLong worded(List<Cell> plus, List<Cell> minus) {
        OptionalLong added = worded(plus);
        OptionalLong taken = worded(minus);
        return added.isPresent() && taken.isPresent()
                ? OptionalLong.of(added.getAsLong() - taken.getAsLong())
                : OptionalLong.empty();
    }

    private static OptionalLong worded(List<Cell> parts) {
        long sum = 0;
        for (Cell part : parts) {
            if (part.interval().isEmpty()) {
                continue;
            }
            boolean firm = part.state() == State.ABOUT || part.interval().get().isPoint();
            if (!firm || part.value().isEmpty()) {
                return OptionalLong.empty();
            }
            sum = Math.addExact(sum, part.value().getAsLong());
        }
        return OptionalLong.of(sum);
    }

    static Review review(List<Cell> behind) {
        for (Cell each : behind) {
            if (each.review() == Review.UNCONFIRMED) {
                return Review.UNCONFIRMED;
            }
        }
        return Review.CONFIRMED;
    }

    static int revision(List<Cell> behind) {
        int highest = 0;
        for (Cell each : behind) {
            highest = Math.max(highest, each.revision());
        }
        return highest;
    }

    /// The ids behind the cells, ascending, each once.
    static List<Long> figures(List<Cell> behind) {
        int count = 0;
        for (Cell each : behind) {
            count += each.figures().size();
        }
        long[] ids = new long[count];
        int at = 0;
        for (Cell each : behind) {
            for (long id : each.figures()) {
                ids[at++] = id;
            }
        }
        Arrays.sort(ids);
        List<Long> once = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (i == 0 || ids[i] != ids[i - 1]) {
                once.add(ids[i]);
            }
        }
        return once;
    }

    /// The same failure, naming the series it struck.
    static ArithmeticException beyond64Bits(SeriesKey key, String time, ArithmeticException cause) {
        ArithmeticException named = new ArithmeticException(
                "a total of " + key + " over " + time + " leaves 64 bits: " + cause.getMessage());
        named.initCause(cause);
        return named;
    }
}
