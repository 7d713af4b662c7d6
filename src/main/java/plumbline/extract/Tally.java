package plumbline.extract;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// Passes rows on and counts them: in all, by state, and by metric with the sum of what is exact.
///
/// Sums are exact however many there are. Not thread-safe.
public final class Tally implements Rows {
    private Rows rows;
    private final int state;
    private final int metric;
    private final int value;
    private final Map<String, long[]> states = new TreeMap<>();
    private final Map<String, OfMetric> metrics = new TreeMap<>();
    private int column;
    private long count;
    private String rowState = "";
    private String rowMetric = "";
    private boolean hasValue;
    private long rowAmount;
    private int rowDecimals;
    private String lastState = "";
    private long[] lastCount = {0};
    private String lastMetric = "";
    private OfMetric lastOf = new OfMetric(); // of no metric

    /// What a metric adds up to.
    private static final class OfMetric {
        private long rows;
        private long numbers;
        private int decimals;
        /// What does not fit into `small` any more.
        private BigDecimal large = BigDecimal.ZERO;
        private long small;

        void add(long amount, int unit) {
            // Amounts are never below zero, so a sum that is has run over.
            boolean fits = unit == decimals && small + amount >= 0;
            if (!fits) {
                large = sum();
                small = 0;
            }
            decimals = unit;
            small += amount;
        }

        BigDecimal sum() {
            return large.add(BigDecimal.valueOf(small, decimals));
        }
    }

    public Tally(Table table, Rows rows) {
        this.rows = rows;
        this.state = position(table, "state");
        this.metric = position(table, "metric_code");
        this.value = position(table, "value");
    }

    /// From now on rows go there; all are counted together.
    public Tally through(Rows other) {
        rows = other;
        return this;
    }

    private static int position(Table table, String column) {
        return table.columns().stream().anyMatch(each -> each.name().equals(column)) ? table.index(column) : -1;
    }

    public long count() {
        return count;
    }

    /// Rows by state, in the order of the words.
    public Map<String, Long> states() {
        Map<String, Long> all = new LinkedHashMap<>();
        states.forEach((word, number) -> all.put(word, number[0]));
        return all;
    }

    /// Metric code → rows, rows with an exact number, and their sum.
    public Map<String, Map<String, Object>> metrics() {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        metrics.forEach((code, each) -> {
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("rows", each.rows);
            of.put("numbers", each.numbers);
            of.put("sum", each.sum());
            all.put(code, of);
        });
        return all;
    }

    @Override
    public Rows code(String code) {
        if (column == state) {
            rowState = code;
        } else if (column == metric) {
            rowMetric = code;
        }
        column++;
        rows.code(code);
        return this;
    }

    @Override
    public Rows text(String text) {
        column++;
        rows.text(text);
        return this;
    }

    @Override
    public Rows note(String note) {
        column++;
        rows.note(note);
        return this;
    }

    @Override
    public Rows number(long number) {
        return amount(number, 0);
    }

    @Override
    public Rows amount(long amount, int decimals) {
        if (column == value) {
            hasValue = true;
            rowAmount = amount;
            rowDecimals = decimals;
        }
        column++;
        rows.amount(amount, decimals);
        return this;
    }

    @Override
    public Rows day(LocalDate day) {
        column++;
        rows.day(day);
        return this;
    }

    @Override
    public Rows instant(Instant instant) {
        column++;
        rows.instant(instant);
        return this;
    }

    @Override
    public Rows none() {
        column++;
        rows.none();
        return this;
    }

    @Override
    public void endRow() {
        rows.endRow();
        count++;
        if (state >= 0) {
            if (!rowState.equals(lastState)) {
                lastState = rowState;
                lastCount = states.computeIfAbsent(rowState, _ -> new long[1]);
            }
            lastCount[0]++;
        }
        if (metric >= 0) {
            if (!rowMetric.equals(lastMetric)) {
                lastMetric = rowMetric;
                lastOf = metrics.computeIfAbsent(rowMetric, _ -> new OfMetric());
            }
            lastOf.rows++;
            if (hasValue) {
                lastOf.numbers++;
                lastOf.add(rowAmount, rowDecimals);
            }
        }
        column = 0;
        hasValue = false;
    }

    @Override
    public void flush() throws IOException {
        rows.flush();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
