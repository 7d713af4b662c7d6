package plumbline.serve;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plumbline.Refusal;
import plumbline.Worded;

/// The query parameters of one request, read into types. Faults are collected while reading; [#check] then throws
/// all of them at once, a parameter nobody asked for among them. An empty value counts as an absent parameter.
///
/// Belongs to one request; not thread-safe.
final class Parameters {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Refusal.Fault> faults = new ArrayList<>();

    /// Reads `a=1&b=%E5%8A%9E`. Escapes that are none or no UTF-8, and a name given twice, are faults.
    Parameters(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return;
        }
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            Optional<String> name = decode(equals < 0 ? pair : pair.substring(0, equals));
            Optional<String> value = decode(equals < 0 ? "" : pair.substring(equals + 1));
            if (name.isEmpty() || value.isEmpty()) {
                fault("query", pair, "percent-encoded UTF-8");
            } else if (values.put(name.get(), value.get()) != null) {
                fault(name.get(), "given twice", "once; several values separated by commas");
            }
        }
    }

    /// Parameters that need no decoding.
    Parameters(Map<String, String> values) {
        this.values.putAll(values);
    }

    private static Optional<String> decode(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '%') {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.put((byte) (high << 4 | low));
                i += 2;
            } else {
                // The decoder hands the request line on as Latin-1: a char is a byte.
                bytes.put((byte) (each == '+' ? ' ' : each));
            }
        }
        try {
            String decoded =
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
            return decoded.indexOf('\0') < 0 ? Optional.of(decoded) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// The value, stripped; absent where the parameter is missing or empty.
    Optional<String> text(String name) {
        known.add(name);
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /// The value read by `reader`; a value it cannot read is a fault, and then the answer is absent too.
    <T> Optional<T> read(String name, Function<String, Optional<T>> reader, String accepted) {
        Optional<String> text = text(name);
        Optional<T> value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) {
            fault(name, text.get(), accepted);
        }
        return value;
    }

    /// As [#read], for a parameter that must be there.
    <T> Optional<T> need(String name, Function<String, Optional<T>> reader, String accepted) {
        if (text(name).isEmpty()) {
            fault(name, "nothing", accepted);
        }
        return read(name, reader, accepted);
    }

    <E extends Enum<E> & Worded> Optional<E> word(String name, Class<E> type) {
        return read(name, text -> Worded.read(type, text), Worded.all(type));
    }

    /// One of a few words; the first is the default.
    String choice(String name, String... words) {
        List<String> all = List.of(words);
        return read(name, text -> Optional.of(text).filter(all::contains), String.join(", ", all))
                .orElse(all.getFirst());
    }

    /// Values separated by commas, without repeats, in the order given; empty where the parameter is missing.
    List<String> list(String name, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return List.of();
        }
        Set<String> items = new LinkedHashSet<>();
        for (String item : text.get().split(",", -1)) {
            items.add(item.strip());
        }
        items.remove("");
        if (items.isEmpty() || items.size() > most) {
            fault(name, items.size() + " values", "1 to " + most + " separated by commas");
            return List.of();
        }
        return List.copyOf(items);
    }

    void fault(String name, String found, String accepted) {
        faults.add(new Refusal.Fault(name, found, accepted));
    }

    /// @throws Refusal with all faults found so far and all parameters nobody asked for
    void check() {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                fault(name, "an unknown parameter", known.isEmpty() ? "none" : String.join(", ", known));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
    }
}
