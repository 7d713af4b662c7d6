package plumbline.read;

import java.util.ArrayList;
import java.util.List;

/// Gathers what is wrong with the catalogue, so that all of it is said at once.
public final class CatalogFaults {
    private final List<String> all = new ArrayList<>();

    public void add(String file, long line, String found, String accepted) {
        all.add("%s:%d: found %s; accepted: %s".formatted(file, line, found, accepted));
    }

    public void throwIfAny() {
        if (!all.isEmpty()) {
            throw new IllegalArgumentException("the catalogue does not hold together:\n" + String.join("\n", all));
        }
    }
}
