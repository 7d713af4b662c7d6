package plumbline;

import java.time.LocalDate;
import java.util.Optional;

/// Who reports.
///
/// @param parent code of the department above it
/// @param opened first day it existed; absent = always
/// @param closed first day it no longer existed; absent = still exists
/// @param additive whether its children add up to it; false for a mere heading over unrelated organisations
public record Department(
        String code,
        Name name,
        Optional<String> parent,
        Optional<LocalDate> opened,
        Optional<LocalDate> closed,
        boolean additive) {

    /// Whether it existed on at least one day of the span.
    public boolean existsIn(Span span) {
        return opened.map(day -> !day.isAfter(span.end())).orElse(true)
                && closed.map(day -> day.isAfter(span.start())).orElse(true);
    }
}
