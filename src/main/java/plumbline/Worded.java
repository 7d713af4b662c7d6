package plumbline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An enum whose constants are written in files, URLs and JSON as their lower-case names.
public interface Worded {
    /// Supplied by the enum.
    String name();

    /// The written form, e.g. `at_least`.
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What else it is called in forms, e.g. 累计.
    default Set<String> names() {
        return Set.of();
    }

    /// The constant written or called so; letter case and surrounding blanks do not matter.
    static <E extends Enum<E> & Worded> Optional<E> read(Class<E> type, String text) {
        String wanted = text.strip();
        return Arrays.stream(type.getEnumConstants())
                .filter(each ->
                        each.word().equalsIgnoreCase(wanted) || each.names().contains(wanted))
                .findFirst();
    }

    /// All written forms for a message: `own, consolidated`.
    static <E extends Enum<E> & Worded> String all(Class<E> type) {
        return List.of(type.getEnumConstants()).stream().map(Worded::word).collect(Collectors.joining(", "));
    }
}
