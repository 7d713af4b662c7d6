package plumbline;

import java.time.Instant;
import java.util.Optional;

/// What a person said of a [Proposal]; the newest one counts.
///
/// @param figure what the proposal is, with CONFIRM and VOUCH
/// @param figureNumber number of the figure that stands on account of it, with CONFIRM
public record Verdict(
        long id,
        long importNumber,
        Kind kind,
        Optional<Figure> figure,
        Optional<Long> figureNumber,
        Instant at,
        String actor,
        Optional<String> reason) {

    /// What was said.
    public enum Kind implements Worded {
        /// It is the figure named, and counts.
        CONFIRM,
        /// It is the figure named, but a second person has to say so too.
        VOUCH,
        /// It is no count.
        NO_COUNT,
        /// Somebody has to ask.
        QUERY,
        /// The verdict before is taken back.
        REOPEN,
        /// A newer reading of the same place stands in its stead.
        REPLACE
    }
}
