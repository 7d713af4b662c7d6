package plumbline.read.narrative;

import java.util.Optional;
import java.util.Set;
import plumbline.Metric;

/// What a word of a report says about the count beside it.
///
/// @param with a word that must stand before it in the same clause (听取 for 听取…汇报), or empty
/// @param context a word that must stand before it in the sentence or in the title, or empty
/// @param metric what is counted; empty where the words say only the family or a category
/// @param category a category's code, or empty; without a metric it belongs to the metric of the list's head
/// @param family the family of the words, or empty: then it is that of the list's head
/// @param units measure words it is counted in besides the metric's own; without a metric empty means any
/// @param weak whether any other word of the clause says more
record Term(
        String word,
        String with,
        String context,
        Optional<Metric> metric,
        String category,
        String family,
        Set<String> units,
        boolean weak) {
    Term {
        units = Set.copyOf(units);
    }

    boolean isDimension() {
        return metric.isEmpty() && family.isEmpty();
    }
}
