package plumbline;

import java.util.Optional;

/// An accepted value for one key, with its wording and the place it was read from.
///
/// @param wording the value as the report words it (60余)
/// @param formPlace the form's field, where `place` is a passage of the text the form points into
public record Figure(
        FigureKey key,
        Value value,
        String wording,
        Review review,
        String note,
        Place place,
        Optional<Place> formPlace) {}
