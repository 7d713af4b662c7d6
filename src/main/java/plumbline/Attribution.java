package plumbline;

import java.util.Optional;

/// Whose report a text is, and for which period.
///
/// @param department code
public record Attribution(Optional<String> department, Optional<Period> period) {
    public static final Attribution UNKNOWN = new Attribution(Optional.empty(), Optional.empty());
}
