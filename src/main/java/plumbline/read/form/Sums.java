package plumbline.read.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import plumbline.Aggregation;
import plumbline.Field;
import plumbline.Finding;
import plumbline.Interval;
import plumbline.Metric;
import plumbline.Name;
import plumbline.Severity;
import plumbline.Value;
import plumbline.read.sheet.SheetRow;
import plumbline.read.sheet.Workbook;

/// Holds total rows and total columns against the sum of what they sum up. Amounts are intervals, so that 60余 is no
/// fault; what is not stated may be anything. Not thread-safe.
final class Sums {
    private static final Set<Field> ABOUT_THE_ROW =
            Set.of(Field.DEPARTMENT, Field.PERIOD, Field.METRIC, Field.CATEGORY);

    private final String file;
    private final FigureTable table;
    private final Workbook workbook;
    private final Consumer<Finding> findings;
    /// By column: what was read since the last subtotal, and since the beginning.
    private final Map<Integer, Sum> parts = new HashMap<>();
    private final Map<Integer, Sum> wholes = new HashMap<>();

    private final List<Above> above = new ArrayList<>();

    /// A total row that stands above its parts.
    private record Above(SheetRow row, Map<Integer, Interval> stated) {}

    private record Sum(Interval interval, int count, boolean adds) {
        static final Sum NOTHING = new Sum(Interval.of(0), 0, true);

        Sum plus(Interval other, boolean otherAdds) {
            return new Sum(interval.plus(other), count + 1, adds && otherAdds);
        }
    }

    Sums(String file, FigureTable table, Workbook workbook, Consumer<Finding> findings) {
        this.file = file;
        this.table = table;
        this.workbook = workbook;
        this.findings = findings;
    }

    static Interval interval(Optional<Value> value) {
        return value.orElse(null) instanceof Value.Amount amount ? amount.interval() : Interval.UNKNOWN;
    }

    /// A value that was read in a column.
    void add(int column, Interval value, Optional<Metric> metric) {
        boolean adds =
                metric.map(each -> adds(each, rowField().orElse(Field.METRIC))).orElse(false);
        parts.merge(column, Sum.NOTHING.plus(value, adds), (one, _) -> one.plus(value, adds));
        wholes.merge(column, Sum.NOTHING.plus(value, adds), (one, _) -> one.plus(value, adds));
    }

    private static boolean adds(Metric metric, Field along) {
        return switch (along) {
            case DEPARTMENT -> metric.overDepartments() == Aggregation.SUM;
            case PERIOD -> metric.overTime() == Aggregation.SUM;
            default -> false;
        };
    }

    /// The one thing that distinguishes the rows; empty where several do, and nobody knows over which a total runs.
    private Optional<Field> rowField() {
        List<Field> about = table.stub().columns().keySet().stream()
                .filter(ABOUT_THE_ROW::contains)
                .toList();
        return about.size() == 1 ? Optional.of(about.getFirst()) : Optional.empty();
    }

    /// A total row: each of its values against the sum of the column, of the part below the last 小计 for a 小计. One
    /// that stands above all its parts waits for them.
    ///
    /// @param stated what the row says in each column
    void check(SheetRow row, Map<Integer, Interval> stated) {
        if (wholes.isEmpty()) {
            above.add(new Above(row, stated));
            return;
        }
        boolean subtotal = row.cells().stream()
                .anyMatch(cell -> cell.text().replaceAll("\\s", "").startsWith("小计"));
        stated.forEach((column, interval) -> {
            Sum sum = (subtotal ? parts : wholes).getOrDefault(column, Sum.NOTHING);
            if (sum.count() > 0 && sum.adds()) {
                compare(row, column, interval, sum.interval());
            }
        });
        parts.clear();
    }

    /// Behind the last row: the totals that stood above their parts.
    void finish() {
        if (!wholes.isEmpty()) {
            above.forEach(each -> check(each.row(), each.stated()));
        }
        above.clear();
    }

    /// A total column: its value against the sum of the values of its group.
    void check(
            SheetRow row,
            Layout.Column total,
            Interval stated,
            Map<Integer, Interval> values,
            Map<Integer, Metric> metrics) {
        Sum sum = Sum.NOTHING;
        for (Layout.Column each : table.values()) {
            boolean group = total.parts().size() < 2
                    || each.parts().getFirst().equals(total.parts().getFirst());
            Metric metric = metrics.get(each.at());
            if (group && metric != null) {
                Field along = each.meaning().department().isPresent()
                        ? Field.DEPARTMENT
                        : each.meaning().period().isPresent() ? Field.PERIOD : Field.METRIC;
                sum = sum.plus(values.getOrDefault(each.at(), Interval.UNKNOWN), adds(metric, along));
            }
        }
        if (sum.count() > 0 && sum.adds()) {
            compare(row, total.at(), stated, sum.interval());
        }
    }

    private void compare(SheetRow row, int column, Interval stated, Interval sum) {
        if (!stated.isDisjoint(sum)) {
            return;
        }
        String text = sum.isPoint() ? String.valueOf(sum.lower()) : spoken(sum);
        String found = row.text(column);
        findings.accept(Finding.at(
                Severity.WARNING,
                "total_differs",
                file,
                workbook.place(table.sheet(), row.number(), column),
                found,
                text,
                new Name(
                        "合计为%s，各项之和为%s；合计不入库，请核对。".formatted(found, text),
                        "the total says %s, its parts add up to %s; totals are not taken in, please check."
                                .formatted(found, text))));
    }

    private static String spoken(Interval sum) {
        return sum.upper().isPresent() ? sum.lower() + "–" + sum.upper().getAsLong() : "≥" + sum.lower();
    }
}
