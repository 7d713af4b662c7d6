package plumbline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A scheme of categories, e.g. the five Party sanctions by severity.
public record Classification(String scheme, Name name, boolean ordered, boolean exhaustive, List<Category> categories) {
    public Classification {
        categories = List.copyOf(categories);
    }

    /// One category. Its `code` is unique over all schemes: `party_sanction.warning`.
    ///
    /// @param parent code of the category it is a part of (其中)
    /// @param mapsTo code of the category that replaced it
    public record Category(
            String code,
            Name name,
            Optional<String> parent,
            Optional<LocalDate> validFrom,
            Optional<LocalDate> validTo,
            Optional<String> mapsTo) {}
}
