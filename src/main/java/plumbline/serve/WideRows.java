package plumbline.serve;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.FigureKey;
import plumbline.Metric;
import plumbline.Period;
import plumbline.RecordedFigure;
import plumbline.Scope;
import plumbline.State;
import plumbline.extract.Rows;
import plumbline.ledger.FigureSelection;
import plumbline.ledger.Ledger;

/// Figures with a row per department and period and two columns per metric. Categories, free ranges, wordings and
/// bounds are not in it: it is for looking at, not for keeping.
record WideRows(ExtractRows rows, Catalog catalog, Ledger ledger) {
    private static final Comparator<RowKey> ORDER =
            Comparator.comparing(RowKey::period).thenComparing(RowKey::basis).thenComparing(RowKey::scope);

    private record RowKey(Period period, Basis basis, Scope scope) {}

    private record Said(OptionalLong value, State state) {}

    void write(Extract extract, Rows to) throws IOException {
        FigureRow names = rows.row(extract);
        FigureSelection selection = extract.selection();
        View view = extract.view();
        List<Metric> metrics = rows.metrics(selection);
        Missing missing = rows.missing(selection, view);
        for (Department department : ExtractRows.departments(selection, rows.tree(extract))) {
            Map<RowKey, Map<String, Said>> found = new TreeMap<>(ORDER);
            Map<String, Missing.Of> gaps = new HashMap<>();
            metrics.forEach(each -> gaps.put(each.code(), missing.new Of(each)));
            FigureSelection one = FigurePortions.ofAllTimes(selection.metrics(), Set.of(department.code()));
            ledger.figures()
                    .each(one, view.vintage(), view.unconfirmedToo(), each -> add(each, selection, found, gaps));
            rows.proposed(one, view).forEach(each -> add(each, selection, found, gaps));
            metrics.forEach(metric -> gaps.getOrDefault(metric.code(), missing.new Of(metric))
                    .of(
                            department,
                            gap -> found.computeIfAbsent(
                                            new RowKey(gap.period(), metric.usualBasis(), Scope.OWN),
                                            _ -> new HashMap<>())
                                    .putIfAbsent(metric.code(), new Said(OptionalLong.empty(), gap.state()))));
            found.forEach((key, said) -> write(names, department, key, said, metrics, to));
            to.flush();
        }
    }

    private static void add(
            RecordedFigure recorded,
            FigureSelection selection,
            Map<RowKey, Map<String, Said>> found,
            Map<String, Missing.Of> gaps) {
        FigureKey key = recorded.figure().key();
        Missing.Of of = gaps.get(key.metric());
        if (of != null) {
            of.see(key);
        }
        if (key.category().isEmpty()
                && key.range().isEmpty()
                && selection.includes(key.period().span())) {
            found.computeIfAbsent(new RowKey(key.period(), key.basis(), key.scope()), _ -> new HashMap<>())
                    .put(
                            key.metric(),
                            new Said(
                                    FigureRow.exact(recorded.figure().value()),
                                    recorded.figure().value().state()));
        }
    }

    private static void write(
            FigureRow names, Department department, RowKey key, Map<String, Said> said, List<Metric> metrics, Rows to) {
        to.code(department.code())
                .text(names.name(department.name()))
                .code(FigureRow.compact(key.period()))
                .day(key.period().span(key.basis()).start())
                .day(key.period().span(key.basis()).end())
                .code(FigureRow.basis(key.basis()))
                .code(key.scope().word());
        for (Metric metric : metrics) {
            Said one = said.get(metric.code());
            if (one == null) {
                to.none().none();
            } else {
                to.amount(one.value(), metric.decimals()).code(one.state().word());
            }
        }
        to.endRow();
    }
}
