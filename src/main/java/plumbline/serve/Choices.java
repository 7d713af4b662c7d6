package plumbline.serve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Classification;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Metric;
import plumbline.Nearest;
import plumbline.Refusal;
import plumbline.analyse.PeriodRange;

/// Reads the parameters that name things of the catalogue and of the organisation; what does not exist becomes a
/// fault that names what there is. Belongs to one request; not thread-safe.
final class Choices {
    private static final int MOST = 1000;

    private final Parameters parameters;
    private final Catalog catalog;
    private final DepartmentTree tree;

    Choices(Parameters parameters, Catalog catalog, DepartmentTree tree) {
        this.parameters = parameters;
        this.catalog = catalog;
        this.tree = tree;
    }

    Optional<Metric> metric() {
        Optional<String> code = parameters.text("metric");
        Optional<Metric> metric = code.flatMap(catalog::metric);
        if (metric.isEmpty()) {
            parameters.fault("metric", code.orElse("nothing"), "a metric code: " + nearestMetrics(code.orElse("")));
        }
        return metric;
    }

    /// Any number of metrics; none stands for all.
    Set<String> metrics() {
        List<String> codes = parameters.list("metric", MOST);
        for (String code : codes) {
            if (catalog.metric(code).isEmpty()) {
                parameters.fault("metric", code, "metric codes: " + nearestMetrics(code));
            }
        }
        return new LinkedHashSet<>(codes);
    }

    private String nearestMetrics(String code) {
        return nearest(
                code,
                catalog.metrics().stream()
                        .map(each -> Nearest.Choice.of(each.code(), each.name(), each.surfaceForms()))
                        .toList());
    }

    /// What may have been meant; where nothing is near, where to find what there is.
    private static String nearest(String text, List<Nearest.Choice> choices) {
        List<String> near = Nearest.of(text, choices).stream()
                .map(each -> each.code() + " (" + each.shown().zh() + ")")
                .toList();
        return near.isEmpty() ? "one of /api/v1/catalog" : String.join(", ", near);
    }

    List<Department> departments(String name, int most) {
        List<Department> found = new ArrayList<>();
        for (String code : parameters.list(name, most)) {
            Optional<Department> department = tree.withCode(code);
            department.ifPresentOrElse(found::add, () -> unknown(name, code));
        }
        return found;
    }

    private void unknown(String name, String code) {
        List<Nearest.Choice> choices = tree.all().stream()
                .map(each -> Nearest.Choice.of(each.code(), each.name(), List.of()))
                .toList();
        parameters.fault(name, code, "department codes: " + nearest(code, choices));
    }

    /// Categories of the metric; empty = the metric as a whole. A scheme alone stands for all its categories.
    List<Optional<String>> categories(Optional<Metric> metric, int most) {
        List<String> asked = parameters.list("category", most);
        if (asked.isEmpty() || metric.isEmpty()) {
            return List.of(Optional.empty());
        }
        List<String> codes = catalog.categoriesOf(metric.get()).stream()
                .map(Classification.Category::code)
                .toList();
        Set<Optional<String>> found = new LinkedHashSet<>();
        for (String each : asked) {
            if (codes.contains(each)) {
                found.add(Optional.of(each));
            } else if (most > 1 && metric.get().schemes().contains(each)) {
                codes.stream()
                        .filter(code -> code.startsWith(each + "."))
                        .forEach(code -> found.add(Optional.of(code)));
            } else {
                parameters.fault(
                        "category",
                        each,
                        "categories of " + metric.get().code() + ": " + nearestCategory(metric.get(), each));
            }
        }
        return List.copyOf(found);
    }

    private String nearestCategory(Metric metric, String wanted) {
        List<Nearest.Choice> choices = catalog.categoriesOf(metric).stream()
                .map(each -> Nearest.Choice.of(each.code(), each.name(), List.of()))
                .toList();
        return choices.isEmpty() ? "none, it has no breakdown" : nearest(wanted, choices);
    }

    /// The basis asked for, or the metric's usual one.
    Basis basis(Optional<Metric> metric) {
        Optional<Basis> asked = parameters.word("basis", Basis.class);
        if (metric.isEmpty()) {
            return asked.orElse(Basis.IN_PERIOD);
        }
        Metric of = metric.get();
        asked.filter(basis -> !of.accepts(basis))
                .ifPresent(basis -> parameters.fault(
                        "basis",
                        basis.word(),
                        of.accepts(Basis.AT_END) ? "at_end, because it is a stock" : "in_period, to_date"));
        return asked.orElse(of.usualBasis());
    }

    /// A range of periods of one kind; faults have the words of [PeriodRange].
    Optional<PeriodRange> periods() {
        Optional<String> text = parameters.text("period");
        if (text.isEmpty()) {
            parameters.fault("period", "nothing", "one period or A..B, e.g. 2021-Q1..2023-Q4");
            return Optional.empty();
        }
        try {
            return Optional.of(PeriodRange.parse(text.get()));
        } catch (Refusal refusal) {
            refusal.faults().forEach(fault -> parameters.fault(fault.parameter(), fault.found(), fault.accepted()));
            return Optional.empty();
        }
    }
}
