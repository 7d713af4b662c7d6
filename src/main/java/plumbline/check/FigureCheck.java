package plumbline.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Classification.Category;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Finding;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Place;
import plumbline.Reading;
import plumbline.Review;
import plumbline.Scope;
import plumbline.Value;
import plumbline.Wording;

/// Checks the readings of figures forms, one after the other, and says everything that is wrong with each.
///
/// An instance may check one file after another: it remembers the documents it was shown, and the keys seen in the
/// present file. Not thread-safe.
public final class FigureCheck {
    private static final List<Field> PASSAGE = List.of(Field.START, Field.END, Field.QUOTE);

    private final Defaults defaults;
    private final Lifetimes lifetimes;
    private final Departments departments;
    private final Subjects subjects;
    private final Amounts amounts;
    private final Passages passages;
    private Duplicates duplicates = new Duplicates();
    private String file = "";

    /// @param documents the decoded text of a narrative report by its file name
    /// @param shares understands the wording of a share, in tenths of a per cent (`Numeral::readShare`)
    public FigureCheck(
            Catalog catalog,
            DepartmentTree tree,
            Function<String, Optional<String>> documents,
            Function<String, Wording> shares,
            Defaults defaults) {
        this.defaults = defaults;
        this.lifetimes = new Lifetimes(tree);
        this.departments = new Departments(tree);
        this.subjects = new Subjects(catalog);
        this.amounts = new Amounts(catalog, shares);
        this.passages = new Passages(documents);
    }

    /// The figure of the reading; empty, with at least one finding of severity error, where the row is at fault.
    /// Findings of severity warning may come with a figure.
    public Optional<Figure> check(String name, Reading reading, Consumer<Finding> findings) {
        begin(name);
        Faults row = new Faults(name, reading.row(), findings);
        Optional<Period> period = Times.period(row, defaults.period());
        Optional<Department> department = department(row, period);
        Optional<Metric> metric = subjects.metric(row);
        Optional<Category> category = metric.flatMap(each -> subjects.category(row, each));
        Optional<Value> value = amounts.value(row, reading.value(), metric);
        Optional<Basis> basis = Times.basis(row, metric);
        Optional<Scope> scope = row.worded(Field.SCOPE, Scope.class, Scope.OWN, "范围");
        Optional<Review> review = row.worded(Field.REVIEW, Review.class, Review.CONFIRMED, "核对状态");
        Optional<FigureKey.Range> range = Times.range(row, period, basis);
        reading.passage().ifPresentOrElse(passage -> passages.check(row, passage), () -> passages.checkDocument(row));
        if (department.isEmpty() || metric.isEmpty() || period.isEmpty() || basis.isEmpty() || scope.isEmpty()) {
            return Optional.empty();
        }
        lifetimes.check(row, department.get(), period.get(), basis.get());
        FigureKey key = new FigureKey(
                department.get().code(),
                metric.get().code(),
                category.map(Category::code),
                period.get(),
                basis.get(),
                scope.get(),
                range);
        category.ifPresent(
                each -> subjects.inUse(row, metric.get(), each, period.get().span(basis.get())));
        boolean repeats = value.isPresent()
                && !row.anyAt(Field.CATEGORY, Field.FROM, Field.TO)
                && repeats(row, key, value.get(), reading.value().text());
        // A passage that could not even be read is a finding of the form already.
        boolean brokenPassage = reading.passage().isEmpty()
                && PASSAGE.stream().anyMatch(each -> !row.field(each).isEmpty());
        return row.any() || repeats || brokenPassage || value.isEmpty() || review.isEmpty()
                ? Optional.empty()
                : Optional.of(figure(reading, key, value.get(), review.get()));
    }

    private void begin(String name) {
        if (!name.equals(file)) {
            file = name;
            duplicates = new Duplicates();
        }
    }

    private Optional<Department> department(Faults row, Optional<Period> period) {
        if (!row.field(Field.DEPARTMENT).isEmpty()) {
            return departments.find(row, Field.DEPARTMENT, period.map(Period::span));
        }
        if (defaults.department().isEmpty()) {
            row.missing(Field.DEPARTMENT, "a department's code or name", "部门", "department");
        }
        return defaults.department();
    }

    /// Whether an earlier row of the file has this key. Saying the same once more is only remarked upon; saying
    /// something else is a fault, since nobody but the sender knows which of the two is meant.
    private boolean repeats(Faults row, FigureKey key, Value value, String wording) {
        Optional<Duplicates.First> first = duplicates.first(key, row.row().line(), value, wording);
        first.ifPresent(each -> Repetitions.report(row, key, each, value));
        return first.isPresent();
    }

    private static Figure figure(Reading reading, FigureKey key, Value value, Review review) {
        Place cell = reading.row().place(Field.VALUE);
        Optional<Place> passage = reading.passage().map(each -> each);
        return new Figure(
                key,
                value,
                reading.value().text(),
                review,
                reading.row().field(Field.NOTE),
                passage.orElse(cell),
                passage.map(_ -> cell));
    }
}
