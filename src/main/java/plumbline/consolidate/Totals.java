package plumbline.consolidate;

import java.util.List;
import java.util.Optional;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;

/// Answers with the value of one metric for a department and everything below it.
@FunctionalInterface
public interface Totals {
    /// An inner department's value with the two it rests on.
    ///
    /// @param statement its own consolidated statement, as far as it carries a number
    /// @param children what the departments below it make together; absent where they do not add up
    record Whole(Cell cell, Optional<Cell> statement, Optional<Cell> children) {}

    /// The department's value over the span: of a leaf its own, of an inner department its total.
    ///
    /// @throws ArithmeticException if a bound leaves 64 bits
    Cell total(String department, Optional<String> category, Span span);

    /// As [#total], with the statement and the sum side by side where there are such.
    default Whole whole(String department, Optional<String> category, Span span) {
        return new Whole(total(department, category, span), Optional.empty(), Optional.empty());
    }

    /// What several departments make together, whoever stands below them left aside: the union that is compared with
    /// one that was merged of them. Not applicable where they do not add up.
    ///
    /// @param asked the department the union is shown for
    default Cell together(String asked, List<String> departments, Optional<String> category, Span span) {
        if (departments.size() == 1) {
            return total(departments.getFirst(), category, span);
        }
        Cell shown = total(asked, category, span);
        SeriesKey key = new SeriesKey(asked, shown.key().metric(), category, Scope.CONSOLIDATED);
        return Cell.missing(key, span, State.NOT_APPLICABLE, new Coverage(0, 0));
    }

    /// Whether the department itself, nobody below it counted, is expected to have a number over the span.
    default boolean isExpected(String department, Optional<String> category, Span span) {
        return total(department, category, span).state() != State.NOT_APPLICABLE;
    }
}
