package plumbline.ledger;

import java.util.Map;
import java.util.Optional;

/// A line of the log (操作日志): one import, and what kind of thing it did.
///
/// @param act word of the [plumbline.FormKind] of its file; `review` where a person said something of a text,
/// `decision`
///     where somebody decided something beside the figures
/// @param seal SHA-256 of its seal
/// @param report the file that came in, or that something was said of
/// @param verdicts how many of each kind a review or a decision holds, by word: those of verdicts, `attribution`,
/// `term`,
///     `target`, `phase`, `dismissal`
public record LogEntry(Import by, String act, String seal, Optional<Filed> report, Map<String, Integer> verdicts) {
    /// The act of an import that speaks of another one's file.
    public static final String REVIEW = "review";

    /// The act of an import that speaks of no file.
    public static final String DECISION = "decision";

    public LogEntry {
        verdicts = Map.copyOf(verdicts);
    }

    /// A file on record.
    public record Filed(long number, String name) {}
}
