package plumbline.write;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plumbline.Basis;
import plumbline.Classification.Category;
import plumbline.Department;
import plumbline.Figure;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Scope;

/// A form for one department and period, with a line for each figure expected of it.
///
/// @param asOf when the ledger stood as it says; the same template is the same bytes
public record Template(Department department, Period period, List<Line> lines, Instant asOf) {
    public Template {
        lines = List.copyOf(lines);
    }

    /// A figure to be filled in.
    ///
    /// @param category absent = the metric as a whole
    /// @param last what the department said for the period before; absent where it said nothing
    public record Line(Metric metric, Optional<Category> category, Basis basis, Scope scope, Optional<Figure> last) {}

    /// Whether the lines differ in whose doings they count, so that this must be said.
    boolean hasScopes() {
        return lines.stream().anyMatch(each -> each.scope() != Scope.OWN);
    }
}
