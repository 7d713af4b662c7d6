package plumbline.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Classification;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Interval;
import plumbline.Kind;
import plumbline.Method;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Span;
import plumbline.analyse.Series;
import plumbline.ledger.FigureSelection;
import plumbline.ledger.Ledger;

/// Cells as rows: what the charts show. Of a series every period of a year appears in which anything is known of it,
/// the missing ones with their state; a department with others below it answers with its total.
final class CellCsv {
    static final String HEADER =
            "department_code,metric_code,category_code,period,basis,method,value,lower,upper,state,"
                    + "conflict,coverage_n,coverage_of\r\n";

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private final Catalog catalog;
    private final Ledger ledger;
    private final Charts charts;
    private final DepartmentTree tree;
    private final View view;

    CellCsv(Catalog catalog, Ledger ledger, DepartmentTree tree, View view) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.charts = new Charts(ledger);
        this.tree = tree;
        this.view = view;
    }

    /// Writes the rows of one metric of one department, with and without categories.
    void write(Metric metric, Department department, FigureSelection selection, CsvWriter csv) {
        List<Optional<String>> categories = new ArrayList<>(List.of(Optional.empty()));
        catalog.categoriesOf(metric).stream()
                .map(Classification.Category::code)
                .map(Optional::of)
                .forEach(categories::add);
        List<Cell> known = ledger.cells(
                view.vintage(), metric.code(), categories, tree.everBelow(department.code()), FIRST_YEAR, LAST_YEAR);
        for (Optional<String> category : categories) {
            List<Period> periods = periods(
                    known.stream()
                            .filter(each -> each.key().category().equals(category))
                            .toList(),
                    selection);
            if (!periods.isEmpty()) {
                for (Basis basis : bases(metric)) {
                    write(metric, department, category, periods, basis, csv);
                }
            }
        }
    }

    private static List<Basis> bases(Metric metric) {
        return metric.kind() == Kind.STOCK ? List.of(Basis.AT_END) : List.of(Basis.IN_PERIOD, Basis.TO_DATE);
    }

    private void write(
            Metric metric,
            Department department,
            Optional<String> category,
            List<Period> periods,
            Basis basis,
            CsvWriter csv) {
        Series series = charts.series(
                        new Charts.SeriesQuestion(
                                metric, List.of(category), List.of(department), periods, basis, false),
                        tree,
                        view)
                .getFirst();
        for (int i = 0; i < periods.size(); i++) {
            write(series, periods.get(i), series.cells().get(i), csv);
        }
    }

    private static void write(Series series, Period period, Cell cell, CsvWriter csv) {
        Optional<Interval> interval = cell.method() == Method.MISSING ? Optional.empty() : cell.interval();
        csv.field(series.key().department())
                .field(series.key().metric())
                .field(series.key().category().orElse(""))
                .field(period.toString())
                .field(series.basis().word())
                .field(cell.method().word())
                .number(cell.value())
                .number(interval.map(each -> OptionalLong.of(each.lower())).orElse(OptionalLong.empty()))
                .number(interval.map(Interval::upper).orElse(OptionalLong.empty()))
                .field(cell.state().word())
                .field(cell.conflict().isPresent() ? "yes" : "no")
                .number(cell.coverage().reported())
                .number(cell.coverage().expected())
                .endRow();
    }

    /// Quarters, halves and the year of each year something is known of; months too where something is known by month.
    private static List<Period> periods(List<Cell> known, FigureSelection selection) {
        Set<Period> periods = new TreeSet<>();
        for (Cell cell : known) {
            int year = cell.span().year();
            periods.add(new Period.Year(year));
            for (int part = 1; part <= 4; part++) {
                periods.add(new Period.Quarter(year, part));
                periods.add(new Period.HalfYear(year, part > 2 ? 2 : 1));
            }
            if (isMonthly(cell.span())) {
                for (int month = 1; month <= 12; month++) {
                    periods.add(new Period.Month(year, month));
                }
            }
        }
        return periods.stream().filter(each -> selection.includes(each.span())).toList();
    }

    private static boolean isMonthly(Span span) {
        return (span.first() - 1) % 3 != 0 || span.last() % 3 != 0;
    }
}
