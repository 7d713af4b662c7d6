package plumbline.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plumbline.Mode;

/// Which lines of the log are wanted; what is absent is all.
///
/// @param acts words of [LogEntry#act]; none = all
/// @param actor part of the name of who did it
/// @param words part of the reason or of the file's name
/// @param from first instant
/// @param until first instant that is too late
/// @param before number of the import before which they came
public record LogSelection(
        List<String> acts,
        Optional<Mode> mode,
        Optional<String> actor,
        Optional<String> words,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Long> before) {
    public LogSelection {
        acts = List.copyOf(acts);
    }

    /// Everything.
    public static final LogSelection ALL = new LogSelection(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
}
