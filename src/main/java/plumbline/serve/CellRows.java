package plumbline.serve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Classification;
import plumbline.Department;
import plumbline.Interval;
import plumbline.Kind;
import plumbline.Method;
import plumbline.Metric;
import plumbline.Period;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.consolidate.Totals;
import plumbline.extract.Rows;
import plumbline.ledger.FigureSelection;

/// Cells as rows of [plumbline.extract.Tables#CELLS]: what the charts show. Of a series every period of a year appears
/// in which anything is known of it, the missing ones with their state; a department with others below it answers with
/// its total, in the organisation asked for.
///
/// `conflict` says that what a report states here cannot be true together with other statements, or that the difference
/// of two statements is below zero (state `conflict`); `contested` that the number was worked out from such statements.
final class CellRows {
    private final Organisation organisation;
    private final FigureSelection selection;
    private final Known known;
    private final List<Optional<String>> categories;
    private final FigureRow names;
    private final Map<Optional<String>, Totals> totals = new HashMap<>();
    private final Map<String, Set<String>> above = new HashMap<>();
    /// Per category and department the years in which anything is known of it or of a department below it.
    private final Map<Optional<String>, Map<String, Years>> years = new HashMap<>();

    /// @param known what is known of the metric in the selected departments and all below them
    CellRows(
            Organisation organisation,
            FigureSelection selection,
            Known known,
            List<Optional<String>> categories,
            FigureRow names) {
        this.organisation = organisation;
        this.selection = selection;
        this.known = known;
        this.categories = categories;
        this.names = names;
        touch(known);
        known.fraction().forEach(this::touch);
    }

    private void touch(Known some) {
        some.cells().forEach((key, cells) -> cells.keySet().forEach(span -> touch(key, span)));
    }

    /// The metric as a whole, and each category it may carry.
    static List<Optional<String>> categories(Catalog catalog, Metric metric) {
        List<Optional<String>> categories = new ArrayList<>(List.of(Optional.empty()));
        catalog.categoriesOf(metric).stream()
                .map(Classification.Category::code)
                .map(Optional::of)
                .forEach(categories::add);
        return List.copyOf(categories);
    }

    /// Years of which something is known, and those of them in which it is known by month.
    private record Years(Set<Integer> all, Set<Integer> monthly) {
        Years() {
            this(new TreeSet<>(), new TreeSet<>());
        }
    }

    private void touch(SeriesKey key, Span span) {
        Map<String, Years> touched = years.computeIfAbsent(key.category(), _ -> new HashMap<>());
        for (String code : above.computeIfAbsent(key.department(), organisation::above)) {
            Years here = touched.computeIfAbsent(code, _ -> new Years());
            here.all.add(span.year());
            if (isMonthly(span)) {
                here.monthly.add(span.year());
            }
        }
    }

    /// Writes the rows of one department, with and without categories.
    void write(Department department, Rows rows) {
        for (Optional<String> category : categories) {
            Years touched = years.getOrDefault(category, Map.of()).get(department.code());
            if (touched == null) {
                continue;
            }
            List<Period> periods = periods(touched);
            Totals totals = totals(category);
            for (Basis basis : bases(known.metric())) {
                for (Period period : periods) {
                    Cell cell = totals.total(department.code(), category, period.span(basis));
                    write(department, period, basis, cell, rows);
                }
            }
        }
    }

    private Totals totals(Optional<String> category) {
        return totals.computeIfAbsent(category, each -> known.totals(each, organisation.over()));
    }

    private static List<Basis> bases(Metric metric) {
        return metric.kind() == Kind.STOCK ? List.of(Basis.AT_END) : List.of(Basis.IN_PERIOD, Basis.TO_DATE);
    }

    private void write(Department department, Period period, Basis basis, Cell cell, Rows rows) {
        Optional<Interval> interval = cell.method() == Method.MISSING ? Optional.empty() : cell.interval();
        int decimals = known.metric().decimals();
        Optional<Classification.Category> classified = cell.key().category().flatMap(names.catalog()::category);
        rows.code(department.code())
                .code(known.metric().code())
                .code(cell.key().category().orElse(""))
                .code(period.toString())
                .code(basis.word())
                .code(cell.method().word())
                .amount(cell.value(), decimals)
                .amount(interval.map(each -> OptionalLong.of(each.lower())).orElse(OptionalLong.empty()), decimals)
                .amount(interval.map(Interval::upper).orElse(OptionalLong.empty()), decimals)
                .code(isImpossible(cell) ? "conflict" : cell.state().word())
                .code(yes(cell.conflict().isPresent() && !isContested(cell)))
                .number(cell.coverage().reported())
                .number(cell.coverage().expected())
                .code(yes(isContested(cell)))
                .text(names.name(department.name()))
                .text(names.name(known.metric().name()))
                .text(classified.map(each -> names.name(each.name())).orElse(""))
                .text(known.metric().unit())
                .day(period.span(basis).start())
                .day(period.span(basis).end())
                .code(FigureRow.compact(period))
                .endRow();
    }

    /// A difference below zero: no number can be true.
    private static boolean isImpossible(Cell cell) {
        return cell.interval().isEmpty() && cell.conflict().isPresent();
    }

    /// A number worked out from others of which some contradict each other; its own statement there is none.
    private static boolean isContested(Cell cell) {
        return cell.conflict().isPresent() && cell.interval().isPresent() && cell.method() != Method.STATED;
    }

    private static String yes(boolean so) {
        return so ? "yes" : "no";
    }

    /// Quarters, halves and the year of each touched year; months too where something is known by month.
    private List<Period> periods(Years touched) {
        Set<Period> periods = new TreeSet<>();
        for (int year : touched.all) {
            periods.add(new Period.Year(year));
            for (int part = 1; part <= 4; part++) {
                periods.add(new Period.Quarter(year, part));
                periods.add(new Period.HalfYear(year, part > 2 ? 2 : 1));
            }
            if (touched.monthly.contains(year)) {
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
