package plumbline;

import java.util.List;
import java.util.Optional;

/// A number that a reader, or a person, saw in a narrative text. Nothing of it counts before a person confirms it.
///
/// @param metric code of what it counts; empty for a count the catalogue does not know
/// @param noun the words that name what is counted
/// @param category category code; absent = the metric as a whole
/// @param unit measure word as written; empty where there is none
/// @param department the name the text gives its own department; empty where it is masked or not named
/// @param period as the text has it: `2022-H1`, `2022-YTD`, `2018-01/2018-07`, `--H1`; empty where it is unknown
/// @param flags what to look at twice: `combined`, `duplicate`, `carried` …
/// @param rule which decided that it is a figure
/// @param reader version of the reader that saw it; [#PERSON] for a number a person marked
public record Proposal(
        Place.Passage passage,
        Optional<String> metric,
        String noun,
        String family,
        Optional<String> category,
        Value value,
        String unit,
        String department,
        String period,
        Basis basis,
        List<String> flags,
        String rule,
        String reader) {
    /// The reader of what no reader saw.
    public static final String PERSON = "person";

    public Proposal {
        flags = List.copyOf(flags);
    }

    /// Whether they share a character of the text.
    public boolean overlaps(Place.Passage other) {
        return passage.start() < other.end() && other.start() < passage.end();
    }
}
