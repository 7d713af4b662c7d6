package plumbline.ledger;

import java.util.Arrays;
import plumbline.Figure;
import plumbline.Value;

/// The figures that an import under way has recorded, so that their cells can be worked out without reading them back;
/// packed, so that a million of them cost some forty megabytes.
final class ImportedFigures {
    private static final int USUAL = 256;

    private final Packed.Writer bytes = new Packed.Writer(USUAL * 32);
    private long[] series = new long[USUAL];
    private int[] ends = new int[USUAL];
    private int size;

    /// @param packed the series and year ([SeriesYear])
    /// @param value what it counts as; a figure that is withdrawn has a value all the same
    void add(long packed, Figure figure, Value value, FigureBytes.Numbering number) {
        if (size == series.length) {
            series = Arrays.copyOf(series, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        FigureBytes.write(bytes, figure, value, number);
        series[size] = packed;
        ends[size] = bytes.size();
        size++;
    }

    /// The figures series by series.
    ///
    /// @param sorted every series and year that has figures, and perhaps more
    BySeries by(long[] sorted) {
        int[] ranks = new int[size];
        int[] starts = new int[sorted.length + 1];
        for (int i = 0; i < size; i++) {
            boolean again = i > 0 && series[i] == series[i - 1]; // forms are mostly sorted
            ranks[i] = again ? ranks[i - 1] : Arrays.binarySearch(sorted, series[i]);
            starts[ranks[i] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = Arrays.copyOf(starts, sorted.length);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[next[ranks[i]]++] = i;
        }
        return new BySeries(starts, order);
    }

    /// Finds the figures of a series and year.
    final class BySeries {
        private final int[] starts;
        private final int[] order;

        private BySeries(int[] starts, int[] order) {
            this.starts = starts;
            this.order = order;
        }

        /// As [FigureBytes] has them, in the order of their recording.
        ///
        /// @param rank of the series and year among those sorted
        byte[] figures(int rank) {
            int length = 0;
            for (int i = starts[rank]; i < starts[rank + 1]; i++) {
                length += ends[order[i]] - start(order[i]);
            }
            byte[] figures = new byte[length];
            int to = 0;
            for (int i = starts[rank]; i < starts[rank + 1]; i++) {
                int from = start(order[i]);
                bytes.copy(from, ends[order[i]], figures, to);
                to += ends[order[i]] - from;
            }
            return figures;
        }

        private int start(int figure) {
            return figure == 0 ? 0 : ends[figure - 1];
        }
    }
}
