package plumbline.serve;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/// Writes rows of RFC 4180: commas, CRLF, quotes only where needed; UTF-8, into memory.
///
/// Text that a spreadsheet would take for a formula gets a leading apostrophe, unless that is switched off; numbers
/// never do. Not thread-safe.
final class CsvWriter {
    private static final String FORMULA = "=+-@\t\r\n\0＝＋－＠";

    private final boolean safe;
    private final StringBuilder row = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private boolean first = true;
    private boolean escaped;

    CsvWriter(boolean safe) {
        this.safe = safe;
    }

    /// A field from outside: a name, a wording, a quotation.
    CsvWriter text(String text) {
        if (safe && isFormula(text)) {
            escaped = true;
            return field("'" + text);
        }
        return field(text);
    }

    /// A field of our own making, or a code of the catalogue.
    CsvWriter field(String text) {
        if (!first) {
            row.append(',');
        }
        first = false;
        if (needsQuotes(text)) {
            row.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            row.append(text);
        }
        return this;
    }

    CsvWriter number(long number) {
        return field(Long.toString(number));
    }

    /// A missing number is an empty field, never a zero.
    CsvWriter number(OptionalLong number) {
        return field(number.isPresent() ? Long.toString(number.getAsLong()) : "");
    }

    /// Whether text of the present row got an apostrophe, or this one would.
    boolean escapes(String next) {
        return escaped || (safe && isFormula(next));
    }

    void endRow() {
        bytes.writeBytes(row.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        row.setLength(0);
        first = true;
        escaped = false;
    }

    /// The rows since the last call.
    byte[] take() {
        byte[] taken = bytes.toByteArray();
        bytes.reset();
        return taken;
    }

    static boolean isFormula(String text) {
        int i = 0;
        while (i < text.length()
                && (text.charAt(i) == ' ' || text.charAt(i) == '\uFEFF' || text.charAt(i) == '\u3000')) {
            i++;
        }
        return i < text.length() && FORMULA.indexOf(text.charAt(i)) >= 0;
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == ',' || each == '"' || each == '\n' || each == '\r') {
                return true;
            }
        }
        return !text.isEmpty() && (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ');
    }
}
