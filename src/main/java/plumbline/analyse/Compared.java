package plumbline.analyse;

import java.util.List;
import java.util.Optional;
import plumbline.Cell;

/// A department's row of a comparison: its numbers, and what of them was set side by side.
///
/// @param current as shown for the department; the comparison may rest on a part of it
/// @param base as shown for the department; after a merger that of its predecessors
/// @param matched which departments were compared, where that is not the department itself on both sides
/// @param leftOut who was not compared, and why
/// @param obstacle why the department cannot be compared with its own past
/// @param offered where there is an obstacle, a larger set that can be compared
public record Compared(
        String department,
        Cell current,
        Cell base,
        Comparison comparison,
        Optional<Union> matched,
        List<LeftOut> leftOut,
        Optional<Obstacle> obstacle,
        Optional<Union> offered) {
    public Compared {
        leftOut = List.copyOf(leftOut);
    }

    /// Several departments taken together in both periods.
    ///
    /// @param current codes of those in the current period
    /// @param base codes of those in the base period
    public record Union(List<String> current, List<String> base, Comparison comparison) {
        public Union {
            current = List.copyOf(current);
            base = List.copyOf(base);
        }
    }

    /// A department that has no counterpart with a number.
    ///
    /// @param obstacle the reorganisation behind it; absent where a number is missing
    public record LeftOut(String department, Comparison.Reason reason, Optional<Obstacle> obstacle) {}
}
