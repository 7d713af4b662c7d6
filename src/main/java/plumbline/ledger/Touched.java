package plumbline.ledger;

import static plumbline.ledger.generated.Tables.CELL;
import static plumbline.ledger.generated.Tables.FIGURE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;

/// The series and years an import touches, one packed number each: a million rows cost eight megabytes at most.
final class Touched {
    private static final int YEAR_BITS = 14;
    private static final int CATEGORY_BITS = 14;
    private static final int DEPARTMENT_BITS = 22;

    private long[] packed = new long[256];
    private int size;

    /// The rows of one series between two years that were touched without a gap.
    record Series(long metric, long department, long category, int firstYear, int lastYear) {
        Condition figures() {
            return FIGURE.METRIC_ID
                    .eq(metric)
                    .and(FIGURE.DEPARTMENT_ID.eq(department))
                    .and(FIGURE.CATEGORY_ID.eq(category))
                    .and(FIGURE.SPAN.between(from(), to()));
        }

        Condition cells() {
            return CELL.METRIC_ID
                    .eq(metric)
                    .and(CELL.DEPARTMENT_ID.eq(department))
                    .and(CELL.CATEGORY_ID.eq(category))
                    .and(CELL.SPAN.between(from(), to()));
        }

        private long from() {
            return firstYear * 10_000L;
        }

        private long to() {
            return lastYear * 10_000L + 9_999;
        }
    }

    void add(long metric, long department, long category, int year) {
        long key = ((metric << DEPARTMENT_BITS | department) << CATEGORY_BITS | category) << YEAR_BITS | year;
        if (size > 0 && packed[size - 1] == key) {
            return; // forms are mostly sorted
        }
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, size * 2);
        }
        packed[size++] = key;
    }

    /// In key order, neighbouring years of a series together.
    List<Series> series() {
        long[] sorted = Arrays.stream(packed, 0, size).sorted().distinct().toArray();
        if (sorted.length == 0) {
            return List.of();
        }
        List<Series> series = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[i - 1] + 1) {
                series.add(series(sorted[start], sorted[i - 1]));
                start = i;
            }
        }
        return series;
    }

    private static Series series(long first, long last) {
        return new Series(
                first >>> (YEAR_BITS + CATEGORY_BITS + DEPARTMENT_BITS),
                first >>> (YEAR_BITS + CATEGORY_BITS) & ((1L << DEPARTMENT_BITS) - 1),
                first >>> YEAR_BITS & ((1L << CATEGORY_BITS) - 1),
                (int) (first & ((1L << YEAR_BITS) - 1)),
                (int) (last & ((1L << YEAR_BITS) - 1)));
    }
}
