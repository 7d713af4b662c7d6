package plumbline.analyse.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import plumbline.Cell;
import plumbline.Interval;

/// Finds what to ask. Values that are not exact, contested ones and gaps raise no question but the fall of a total to
/// date, which needs only bounds. Stateless.
public final class Questions {
    /// Equal small numbers are no wonder: two counts around 10 are equal once in eleven times.
    static final long SMALLEST_REPEATED = 10;

    /// With fewer two-digit numbers last digits show nothing.
    static final int FEWEST_DIGITS = 10;

    /// Below this probability heaping is asked about.
    private static final double HEAPED = 0.001;

    /// How many earlier values a slip of the unit is told from.
    static final int FEWEST_FOR_SLIP = 3;

    private static final long[] SLIPS = {10, 10_000};

    private Questions() {}

    /// What the value itself raises beside its past: a slip of the unit, else a value outside its history; and whether
    /// it is the last one again.
    ///
    /// @param past values of the same series for earlier periods of the same length, by time
    public static List<Question> about(Cell cell, List<Cell> past) {
        List<Question> questions = new ArrayList<>();
        Optional<Question> slip = unitSlip(cell, past);
        slip.or(() -> outsideHistory(cell, past)).ifPresent(questions::add);
        identicalToLast(cell, past).ifPresent(questions::add);
        return List.copyOf(questions);
    }

    static Optional<Question> outsideHistory(Cell cell, List<Cell> past) {
        OptionalLong value = History.exact(cell);
        History history = History.of(past);
        return value.isPresent() && history.isOutside(value.getAsLong())
                ? Optional.of(new Question.OutsideHistory(cell, history.cells(), history.median(), history.spread()))
                : Optional.empty();
    }

    static Optional<Question> identicalToLast(Cell cell, List<Cell> past) {
        OptionalLong value = History.exact(cell);
        if (past.isEmpty() || value.isEmpty() || value.getAsLong() < SMALLEST_REPEATED) {
            return Optional.empty();
        }
        return History.exact(past.getLast()).equals(value)
                ? Optional.of(new Question.IdenticalToLast(cell, past.getLast()))
                : Optional.empty();
    }

    /// Asked where the value is not of the size of what was there before, and ten or ten thousand times more or less
    /// would be.
    static Optional<Question> unitSlip(Cell cell, List<Cell> past) {
        History history = History.of(past);
        OptionalLong value = History.exact(cell);
        if (value.isEmpty() || value.getAsLong() == 0 || history.cells().size() < FEWEST_FOR_SLIP) {
            return Optional.empty();
        }
        double number = value.getAsLong();
        // Where there are few, one more or less is as much as a digit.
        if (history.isOfItsSize(number) || Math.max(number, history.median()) < SMALLEST_REPEATED) {
            return Optional.empty();
        }
        for (long factor : SLIPS) {
            boolean tooLarge = number > history.median();
            if (history.isOfItsSize(tooLarge ? number / factor : number * factor)) {
                return Optional.of(new Question.UnitSlip(cell, history.cells(), factor, tooLarge));
            }
        }
        return Optional.empty();
    }

    /// Asked of many numbers at once: of a report, a department or a metric.
    public static Optional<Question> digitHeaping(List<Cell> cells) {
        List<Cell> looked = cells.stream()
                .filter(cell -> History.exact(cell).orElse(0) >= 10)
                .toList();
        if (looked.size() < FEWEST_DIGITS) {
            return Optional.empty();
        }
        int round = (int) looked.stream()
                .filter(cell -> History.exact(cell).orElseThrow() % 5 == 0)
                .count();
        double chance = BinomialDistribution.of(looked.size(), 0.2).survivalProbability(round - 1);
        return chance < HEAPED ? Optional.of(new Question.DigitHeaping(looked, round, chance)) : Optional.empty();
    }

    /// Asked of parts that together make the period of a target.
    ///
    /// @param parts at least two, by time; all must be exact
    /// @param target in the metric's smallest unit
    public static Optional<Question> sumToTarget(List<Cell> parts, long target) {
        boolean exact = parts.stream().allMatch(cell -> History.exact(cell).isPresent());
        if (parts.size() < 2 || !exact || target < SMALLEST_REPEATED) {
            return Optional.empty();
        }
        long sum = 0;
        for (Cell part : parts) {
            sum = Math.addExact(sum, History.exact(part).orElseThrow());
        }
        return sum == target ? Optional.of(new Question.SumToTarget(parts, target)) : Optional.empty();
    }

    /// Asked wherever a total since January surely is below an earlier one of its year.
    ///
    /// @param cells totals to date of one series, by time; gaps between them do not matter
    public static List<Question> toDateFalls(List<Cell> cells) {
        List<Question> questions = new ArrayList<>();
        Optional<Cell> highest = Optional.empty();
        for (Cell cell : cells) {
            Optional<Interval> value = cell.interval();
            if (value.isEmpty()) {
                continue;
            }
            if (highest.isPresent()
                    && highest.get().span().year() != cell.span().year()) {
                highest = Optional.empty();
            }
            long before = highest.flatMap(Cell::interval).map(Interval::lower).orElse(-1L);
            if (highest.isPresent() && value.get().endsBefore(Interval.of(before))) {
                questions.add(new Question.ToDateFalls(highest.get(), cell));
            }
            if (value.get().lower() >= before) {
                highest = Optional.of(cell);
            }
        }
        return List.copyOf(questions);
    }
}
