package plumbline.analyse.question;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.TDistribution;
import plumbline.Cell;

/// The exact values a department stated before, and how far from them another one would be unusual.
///
/// @param cells those with an exact, uncontested number, in the order given
record History(List<Cell> cells) {
    /// With fewer values nothing is called usual.
    static final int FEWEST = 5;

    /// The probability beyond which a value is asked about, on one side.
    private static final double TAIL = 0.001;

    /// The median absolute deviation of a normal distribution is so much smaller than its standard deviation.
    private static final double TO_DEVIATION = 1.4826;

    /// By how much the median absolute deviation of n values is too small, n = 2 to 9 (Croux and Rousseeuw 1992).
    private static final double[] FEW = {1.196, 1.495, 1.363, 1.206, 1.200, 1.140, 1.129, 1.107};

    static History of(List<Cell> cells) {
        return new History(
                cells.stream().filter(cell -> exact(cell).isPresent()).toList());
    }

    /// The number of a cell that has just one.
    static OptionalLong exact(Cell cell) {
        return cell
                .interval()
                .filter(value -> value.isPoint() && cell.conflict().isEmpty())
                .stream()
                .mapToLong(value -> value.lower())
                .findFirst();
    }

    private double[] sorted() {
        return cells.stream()
                .mapToDouble(cell -> exact(cell).orElseThrow())
                .sorted()
                .toArray();
    }

    double median() {
        return median(sorted());
    }

    /// As [Question.OutsideHistory#spread].
    double spread() {
        double median = median();
        double[] deviations = Arrays.stream(sorted())
                .map(value -> Math.abs(value - median))
                .sorted()
                .toArray();
        double robust = TO_DEVIATION * fewer(deviations.length) * median(deviations);
        return Math.max(robust, Math.sqrt(Math.max(median, 1)));
    }

    /// Whether a value is farther from the median than chance would take it, allowing for how few values there are.
    boolean isOutside(long value) {
        int count = cells.size();
        return count >= FEWEST
                && Math.abs(value - median()) > TDistribution.of(count - 1).inverseSurvivalProbability(TAIL) * spread();
    }

    /// Whether a value lies between half the smallest and twice the largest.
    boolean isOfItsSize(double value) {
        double[] sorted = sorted();
        return value >= sorted[0] / 2 && value <= sorted[sorted.length - 1] * 2;
    }

    private static double fewer(int count) {
        return count < 2 ? 1 : count < 10 ? FEW[count - 2] : count / (count - 0.8);
    }

    private static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
