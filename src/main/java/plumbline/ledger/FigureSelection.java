package plumbline.ledger;

import java.util.Optional;
import java.util.Set;
import plumbline.Span;

/// Which figures an extract asks for; an empty set stands for all.
///
/// @param from first span month asked for; absent = from the beginning
/// @param to last; absent = to the end
public record FigureSelection(Set<String> metrics, Set<String> departments, Optional<Span> from, Optional<Span> to) {
    public static final FigureSelection ALL =
            new FigureSelection(Set.of(), Set.of(), Optional.empty(), Optional.empty());

    public FigureSelection {
        metrics = Set.copyOf(metrics);
        departments = Set.copyOf(departments);
    }

    /// Whether a figure of the span lies inside what is asked for.
    public boolean includes(Span span) {
        return from.map(first -> !span.start().isBefore(first.start())).orElse(true)
                && to.map(last -> !span.end().isAfter(last.end())).orElse(true);
    }
}
