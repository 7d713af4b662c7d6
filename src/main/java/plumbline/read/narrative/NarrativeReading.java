package plumbline.read.narrative;

import java.util.List;
import java.util.Optional;
import plumbline.Basis;
import plumbline.Metric;
import plumbline.Place;
import plumbline.Value;

/// A number a text states and what was understood of it; not yet trusted.
///
/// @param passage where it stands, in code points of the decoded text, with its words
/// @param metric what it counts; empty for a count the catalogue does not know
/// @param noun the words that name what is counted
/// @param category a category's code or empty
/// @param unit measure word as written; empty where there is none
/// @param department the name the report gives its own department; empty where it is masked or not named
/// @param period `2022-H1`, `2022-YTD`, `2018-01/2018-07`, `--H1`; empty where it is unknown
/// @param flags what to look at twice: `combined`, `duplicate`, `carried`, `unit_differs`, `rounded` …
/// @param reason the rule that decided
public record NarrativeReading(
        Place.Passage passage,
        Optional<Metric> metric,
        String noun,
        String family,
        String category,
        Value value,
        String unit,
        String department,
        String period,
        Basis basis,
        List<String> flags,
        Decision decision,
        String reason) {
    public NarrativeReading {
        flags = List.copyOf(flags);
    }
}
