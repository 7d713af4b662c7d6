package plumbline.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import plumbline.Formula;

/// Rows of RFC 4180: commas, CRLF, quotes only where needed; UTF-8. Text that a spreadsheet would take for a formula
/// gets a leading apostrophe ([Formula]), headers too, unless that is switched off; numbers never do.
public final class CsvRows implements Rows {
    private static final String ESCAPED = "escaped";

    private final OutputStream out;
    private final boolean safe;
    private final Bytes bytes = new Bytes();
    private final Instant[] moments = {Instant.MIN, Instant.MIN};
    private final String[] written = {"", ""};
    private int oldest;
    private boolean first = true;
    private boolean escaped;

    /// How the file is written.
    ///
    /// @param mark begins with a byte order mark, so that Excel opens it by double-click
    /// @param safe guards text that a spreadsheet would take for a formula
    /// @param chineseHeader titles instead of names
    public record Style(boolean mark, boolean safe, boolean chineseHeader) {}

    /// Begins the file with its header.
    public CsvRows(Table table, Style style, OutputStream out) {
        this.out = out;
        this.safe = style.safe();
        if (style.mark()) {
            bytes.add("\uFEFF");
        }
        table.columns().forEach(each -> text(each.header(style.chineseHeader())));
        endRow();
    }

    @Override
    public Rows text(String text) {
        if (safe && Formula.needsGuard(text)) {
            escaped = true;
            return code("'" + text);
        }
        return code(text);
    }

    @Override
    public Rows code(String code) {
        next();
        if (bytes.addPlain(code)) {
            return this;
        }
        if (needsQuotes(code)) {
            bytes.add('"').add(code.replace("\"", "\"\"")).add('"');
        } else {
            bytes.add(code);
        }
        return this;
    }

    /// Says so where another field of the row got an apostrophe, or this one does.
    @Override
    public Rows note(String note) {
        if (!escaped && !(safe && Formula.needsGuard(note))) {
            return text(note);
        }
        return text(note.isEmpty() ? ESCAPED : note + "; " + ESCAPED);
    }

    @Override
    public Rows number(long number) {
        next();
        bytes.add(number);
        return this;
    }

    @Override
    public Rows amount(long amount, int decimals) {
        return decimals == 0 ? number(amount) : code(Rows.written(amount, decimals));
    }

    @Override
    public Rows day(LocalDate day) {
        next();
        bytes.add(day);
        return this;
    }

    @Override
    public Rows instant(Instant instant) {
        return code(written(instant));
    }

    /// Rows share their moments: that of the data and that of their report.
    private String written(Instant instant) {
        for (int i = 0; i < moments.length; i++) {
            if (moments[i].equals(instant)) {
                return written[i];
            }
        }
        int at = oldest;
        oldest = (oldest + 1) % moments.length;
        moments[at] = instant;
        written[at] = instant.toString();
        return written[at];
    }

    @Override
    public Rows none() {
        next();
        return this;
    }

    private void next() {
        if (!first) {
            bytes.add(',');
        }
        first = false;
    }

    @Override
    public void endRow() {
        bytes.add('\r').add('\n');
        first = true;
        escaped = false;
    }

    @Override
    public void flush() throws IOException {
        bytes.flush(out);
    }

    @Override
    public void close() throws IOException {
        flush();
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
