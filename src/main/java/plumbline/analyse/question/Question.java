package plumbline.analyse.question;

import java.util.List;
import java.util.stream.Collectors;
import plumbline.Cell;
import plumbline.Interval;
import plumbline.SeriesKey;
import plumbline.Worded;

/// A question about a value, with the values it arises from. Amounts are in the metric's smallest unit.
public sealed interface Question {
    /// What is asked; the word by which a dismissal is recorded.
    enum Kind implements Worded {
        OUTSIDE_HISTORY,
        IDENTICAL_TO_LAST,
        DIGIT_HEAPING,
        SUM_TO_TARGET,
        UNIT_SLIP,
        TO_DATE_FALLS
    }

    /// Is it right that this is so far from what the department stated before?
    ///
    /// @param history exact values of earlier periods of the same length
    /// @param spread what is usual around the median: the median absolute deviation as a standard deviation,
    ///     corrected for few values, and no less than chance makes of a count
    record OutsideHistory(Cell cell, List<Cell> history, double median, double spread) implements Question {
        public OutsideHistory {
            history = List.copyOf(history);
        }

        @Override
        public Kind kind() {
            return Kind.OUTSIDE_HISTORY;
        }

        @Override
        public List<Cell> cells() {
            return List.of(cell);
        }
    }

    /// Was the last period's number sent again?
    record IdenticalToLast(Cell cell, Cell last) implements Question {
        @Override
        public Kind kind() {
            return Kind.IDENTICAL_TO_LAST;
        }

        @Override
        public List<Cell> cells() {
            return List.of(last, cell);
        }
    }

    /// Were these counted, or estimated? More of them end in 0 or 5 than counts do.
    ///
    /// @param cells all that were looked at
    /// @param round how many of them end in 0 or 5; two in ten would be usual
    /// @param chance the probability of so many or more
    record DigitHeaping(List<Cell> cells, int round, double chance) implements Question {
        public DigitHeaping {
            cells = List.copyOf(cells);
        }

        @Override
        public Kind kind() {
            return Kind.DIGIT_HEAPING;
        }
    }

    /// Is it so that the parts add up to just the target?
    record SumToTarget(List<Cell> cells, long target) implements Question {
        public SumToTarget {
            cells = List.copyOf(cells);
        }

        @Override
        public Kind kind() {
            return Kind.SUM_TO_TARGET;
        }
    }

    /// Is a digit or a unit (万) too many or missing?
    ///
    /// @param factor 10 or 10 000
    /// @param tooLarge whether the value would fit divided by the factor; otherwise multiplied
    record UnitSlip(Cell cell, List<Cell> history, long factor, boolean tooLarge) implements Question {
        public UnitSlip {
            history = List.copyOf(history);
        }

        @Override
        public Kind kind() {
            return Kind.UNIT_SLIP;
        }

        @Override
        public List<Cell> cells() {
            return List.of(cell);
        }
    }

    /// Was something taken back, or is one of the two not a total since January?
    record ToDateFalls(Cell before, Cell cell) implements Question {
        @Override
        public Kind kind() {
            return Kind.TO_DATE_FALLS;
        }

        @Override
        public List<Cell> cells() {
            return List.of(before, cell);
        }
    }

    Kind kind();

    /// The values it is about, by time.
    List<Cell> cells();

    /// Names the question with its numbers, so that what was answered is not asked again, and other numbers are.
    default String key() {
        List<Cell> about = cells();
        String numbers = about.size() > 2
                ? about.size() + " values to " + number(about.getLast()) + " sum "
                        + about.stream()
                                .mapToLong(each ->
                                        each.interval().map(Interval::lower).orElse(0L))
                                .sum()
                : about.stream().map(Question::number).collect(Collectors.joining(" "));
        SeriesKey series = about.getLast().key();
        return String.join(
                " ",
                kind().word(),
                series.department(),
                series.metric(),
                series.category().orElse("-"),
                series.scope().word(),
                numbers);
    }

    private static String number(Cell cell) {
        return cell.span().code() + "="
                + cell.interval()
                        .map(each -> each.lower() + (each.isPoint() ? "" : "+"))
                        .orElse("-");
    }
}
