package plumbline.serve;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.Department;
import plumbline.FigureKey;
import plumbline.Metric;
import plumbline.Period;
import plumbline.RecordedFigure;
import plumbline.Review;

/// The CSV file that has the numbers of an answer, to be named in its head: its path, and the query that gives them.
///
/// A file knows neither one category nor one department without those below it: it has the rows of the answer and may
/// have others beside them, each with its own key.
record Twin(String path, Map<String, String> query) {
    private static final String CELLS = "/extracts/cells.csv";
    static final String FIGURES = "/extracts/figures.csv";

    /// What charts show, as it is shown: `review`, `as_of` and the organisation are the question's own.
    static Twin cells(
            Exchange exchange,
            Collection<String> metrics,
            Collection<Department> departments,
            List<Period> periods,
            boolean asIs) {
        Map<String, String> query =
                query(exchange, metrics, departments.stream().map(Department::code), periods);
        query.put("view", asIs ? "as_is" : "");
        return new Twin(CELLS, query);
    }

    static Twin cells(
            Exchange exchange, Collection<Metric> metrics, Department department, List<Period> periods, boolean asIs) {
        return cells(exchange, metrics.stream().map(Metric::code).toList(), List.of(department), periods, asIs);
    }

    /// What reports state.
    static Twin figures(
            Exchange exchange, Collection<String> metrics, Collection<String> departments, List<Period> periods) {
        return new Twin(FIGURES, query(exchange, metrics, departments.stream(), periods));
    }

    /// What these figures state, revised or not.
    static Twin figures(Exchange exchange, List<RecordedFigure> figures) {
        List<FigureKey> keys = figures.stream().map(each -> each.figure().key()).toList();
        Twin twin = figures(
                exchange,
                keys.stream().map(FigureKey::metric).toList(),
                keys.stream().map(FigureKey::department).toList(),
                keys.stream().map(FigureKey::period).toList());
        boolean waiting = figures.stream().anyMatch(each -> each.figure().review() == Review.UNCONFIRMED);
        if (waiting) {
            twin.query().put("review", "all");
        }
        return twin;
    }

    /// A file of the question's own parameters of these names.
    static Twin of(Exchange exchange, String path, String... names) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String name : names) {
            query.put(name, exchange.parameters().text(name).orElse(""));
        }
        return new Twin(path, query);
    }

    private static Map<String, String> query(
            Exchange exchange, Collection<String> metrics, Stream<String> departments, List<Period> periods) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("metric", metrics.stream().distinct().collect(Collectors.joining(",")));
        query.put("department", departments.distinct().collect(Collectors.joining(",")));
        query.put("period", range(periods));
        query.put("review", exchange.parameters().text("review").orElse(""));
        query.put("as_of", exchange.parameters().text("as_of").orElse(""));
        return query;
    }

    /// From the one that begins first to the one that ends last.
    private static String range(List<Period> periods) {
        if (periods.isEmpty()) {
            return "";
        }
        Period first = periods.stream().min(Comparator.comparing(Period::start)).orElseThrow();
        Period last = periods.stream().max(Comparator.comparing(Period::end)).orElseThrow();
        return first.equals(last) ? first.toString() : first + ".." + last;
    }
}
