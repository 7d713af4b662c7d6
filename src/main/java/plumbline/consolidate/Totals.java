package plumbline.consolidate;

import java.util.Optional;
import plumbline.Cell;
import plumbline.Span;

/// Answers with the value of one metric for a department and everything below it.
@FunctionalInterface
public interface Totals {
    /// The department's value over the span: of a leaf its own, of an inner department its total.
    ///
    /// @throws ArithmeticException if a bound leaves 64 bits
    Cell total(String department, Optional<String> category, Span span);
}
