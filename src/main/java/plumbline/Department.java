package plumbline;

import java.time.LocalDate;
import java.util.Optional;

/// Who reports.
///
/// @param parent code of the department above it when it was first placed; what moved since has a reorganisation
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

    /// What the department itself says of its life; what reorganisations say of it as well is known to
    /// [DepartmentTree#life].
    public Life life() {
        return new Life(opened, closed);
    }

    /// Whether it existed on at least one day of the span.
    public boolean existsIn(Span span) {
        return life().existsIn(span);
    }
}
