package plumbline.extract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes JSON: maps, lists, texts, numbers, booleans and null, in the order given. Stateless.
final class Json {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Json() {}

    /// As a document of several lines.
    static String document(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out, 0);
        return out.append('\n').toString();
    }

    private static void write(@Nullable Object value, StringBuilder out, int depth) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map when map.isEmpty() -> out.append("{}");
            case List<?> list when list.isEmpty() -> out.append("[]");
            case Map<?, ?> map -> {
                String before = "{";
                for (Map.Entry<?, ?> each : map.entrySet()) {
                    indent(out.append(before), depth + 1);
                    quoted(String.valueOf(each.getKey()), out);
                    write(each.getValue(), out.append(": "), depth + 1);
                    before = ",";
                }
                indent(out, depth);
                out.append('}');
            }
            case List<?> list -> {
                String before = "[";
                for (Object each : list) {
                    indent(out.append(before), depth + 1);
                    write(each, out, depth + 1);
                    before = ",";
                }
                indent(out, depth);
                out.append(']');
            }
            case Number number -> out.append(number);
            case Boolean bool -> out.append(bool);
            default -> quoted(value.toString(), out);
        }
    }

    private static void indent(StringBuilder out, int depth) {
        out.append('\n').repeat("  ", depth);
    }

    private static void quoted(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (isPlain(each)) {
                out.append(each);
            } else {
                out.append(escape(each));
            }
        }
        out.append('"');
    }

    /// The text with what JSON wants escaped, between quotes.
    static void quoted(String text, Bytes out) {
        out.add('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                out.add(text.substring(from, i)).add(escape(text.charAt(i)));
                from = i + 1;
            }
        }
        out.add(from == 0 ? text : text.substring(from)).add('"');
    }

    private static boolean isPlain(char each) {
        return each >= ' ' && each != '"' && each != '\\' && each != '\u007f' && each != '\u2028' && each != '\u2029';
    }

    private static String escape(char each) {
        return switch (each) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u" + HEX[each >> 12 & 15] + HEX[each >> 8 & 15] + HEX[each >> 4 & 15] + HEX[each & 15];
        };
    }
}
