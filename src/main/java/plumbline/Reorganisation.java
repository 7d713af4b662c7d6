package plumbline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// One step of a reorganisation: `from` became (part of) `to` on `date`.
///
/// @param weight for a split, the share of `from` that went to `to` (0 to 1); absent = unknown
public record Reorganisation(LocalDate date, Kind kind, String from, String to, Optional<BigDecimal> weight) {
    public enum Kind implements Worded {
        RENAMED,
        MERGED,
        SPLIT,
        MOVED
    }
}
