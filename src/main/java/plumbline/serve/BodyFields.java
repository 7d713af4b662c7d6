package plumbline.serve;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import plumbline.Refusal;

/// The members of a small JSON object that a page sends, read into types; one that nobody asked for is refused.
///
/// @param body as it came
record BodyFields(JsonObject body) {
    /// @param known all members the object may have
    /// @throws Refusal if it has others
    static BodyFields only(JsonObject body, String... known) {
        for (String name : body.fieldNames()) {
            if (!List.of(known).contains(name)) {
                throw Refusal.invalid(name, "an unknown member", String.join(", ", known));
            }
        }
        return new BodyFields(body);
    }

    /// Stripped; empty where the member is missing.
    String text(String name) {
        Object value = body.getValue(name);
        if (value != null && !(value instanceof String)) {
            throw Refusal.invalid(name, String.valueOf(value), "a text");
        }
        return value == null ? "" : ((String) value).strip();
    }

    /// @throws Refusal if the member is missing or `reader` does not understand it
    <T> T need(String name, Function<String, Optional<T>> reader, String accepted) {
        String text = text(name);
        return reader.apply(text).orElseThrow(() -> Refusal.invalid(name, text.isEmpty() ? "nothing" : text, accepted));
    }

    boolean flag(String name, boolean usual) {
        Object value = body.getValue(name, usual);
        if (!(value instanceof Boolean flag)) {
            throw Refusal.invalid(name, String.valueOf(value), "true or false");
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
            throw Refusal.invalid(name, String.valueOf(value), "a whole number from 1 on, or null");
        }
        return Optional.of(number.longValue());
    }
}
