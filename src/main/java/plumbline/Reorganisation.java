package plumbline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// One step of a reorganisation on `date`, the first day on which things stood as they do after it.
///
/// - renamed: `to` continues `from`, which ended.
/// - merged: `from` went into `to` and ended; several rows with one `to` are one merger. `to` may be new or older.
/// - split: a part of `from` went to `to`; `from` goes on unless it is closed.
/// - moved: `to` is the superior (上级) of `from` from that day on.
///
/// @param weight for a split, the share of `from` that went to `to` (0 to 1); absent = unknown
public record Reorganisation(LocalDate date, Kind kind, String from, String to, Optional<BigDecimal> weight) {
    public enum Kind implements Worded {
        RENAMED,
        MERGED,
        SPLIT,
        MOVED
    }

    /// Whether `to` takes the whole place of `from`, which ends.
    public boolean isSuccession() {
        return kind == Kind.RENAMED || kind == Kind.MERGED;
    }
}
