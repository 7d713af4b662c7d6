package plumbline.read.narrative;

import java.util.List;
import java.util.Optional;
import plumbline.Metric;

/// What a count was found to count.
///
/// @param terms the words it was told by; none where it is told by the place alone
/// @param quote the span of the words and the number
/// @param flags what makes it doubtful
/// @param named whether words beside the number name what is counted
record Attached(
        Optional<Metric> metric,
        String category,
        String family,
        List<Term> terms,
        Segment quote,
        List<String> flags,
        boolean named) {
    Attached {
        terms = List.copyOf(terms);
        flags = List.copyOf(flags);
    }
}
