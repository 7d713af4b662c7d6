package plumbline.serve;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plumbline.Refusal;

/// The members of a small JSON object that a page sends, read into types. Faults are collected while reading, a member
/// that nobody asked for among them; [#check] then throws all of them at once.
///
/// Belongs to one request; not thread-safe.
final class BodyFields {
    private static final int LONGEST_SHOWN = 200;

    private final JsonObject body;
    private final List<Refusal.Fault> faults = new ArrayList<>();

    /// @param known all members the object may have
    BodyFields(JsonObject body, String... known) {
        this.body = body;
        for (String name : body.fieldNames()) {
            if (!List.of(known).contains(name)) {
                fault(name, "an unknown member", String.join(", ", known));
            }
        }
    }

    /// Stripped; empty where the member is missing, null or no text.
    String text(String name) {
        Object value = body.getValue(name);
        if (value != null && !(value instanceof String)) {
            fault(name, shown(value), "a text");
        }
        return value instanceof String text ? text.strip() : "";
    }

    /// As [#text]; absent where it is empty.
    Optional<String> given(String name) {
        return Optional.of(text(name)).filter(each -> !each.isEmpty());
    }

    /// As [#text], of a member that must be there.
    String said(String name, String accepted) {
        return need(name, Optional::of, accepted).orElse("");
    }

    /// What `reader` makes of the member; absent, and a fault, where it is missing or the reader does not understand
    /// it.
    <T> Optional<T> need(String name, Function<String, Optional<T>> reader, String accepted) {
        int before = faults.size();
        String text = text(name);
        if (faults.size() > before) {
            return Optional.empty();
        }
        Optional<T> read = text.isEmpty() ? Optional.empty() : reader.apply(text);
        if (read.isEmpty()) {
            fault(name, text.isEmpty() ? "nothing" : text, accepted);
        }
        return read;
    }

    boolean flag(String name, boolean usual) {
        Object value = body.getValue(name, usual);
        if (!(value instanceof Boolean flag)) {
            fault(name, shown(value), "true or false");
            return usual;
        }
        return flag;
    }

    /// A whole number from 1 on; absent where the member is null or missing.
    Optional<Long> count(String name) {
        Object value = body.getValue(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Number number) || number.doubleValue() != number.longValue() || number.longValue() < 1) {
            fault(name, shown(value), "a whole number from 1 on, or null");
            return Optional.empty();
        }
        return Optional.of(number.longValue());
    }

    /// The value of a member as a message shows it.
    static String shown(@Nullable Object value) {
        String text = value == null || value.equals("") ? "nothing" : String.valueOf(value);
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    void fault(String name, String found, String accepted) {
        faults.add(new Refusal.Fault(name, found, accepted));
    }

    /// @throws Refusal with all faults found so far
    void check() {
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
    }
}
