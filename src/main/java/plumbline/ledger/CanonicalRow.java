package plumbline.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// The canonical form of a row, the one that seals cover: the columns in order, tabs between, `\N` for nothing, a line
/// feed behind; tabs, line feeds and backslashes inside a text are escaped.
///
/// The form is the same for a row about to be written and for one read back.
final class CanonicalRow implements RowSink {
    private static final String ABSENT = "\\N";
    private static final int LONGEST = 60;

    private static final int USUAL = 256;

    /// In UTF-8.
    private byte[] columns = new byte[USUAL];

    private int size;

    @Override
    public CanonicalRow number(long number) {
        if (number < 0) {
            ascii(Long.toString(number));
        } else {
            int digits = 1;
            for (long rest = number; rest > 9; rest /= 10) {
                digits++;
            }
            room(digits);
            long rest = number;
            for (int at = size + digits - 1; at >= size; at--, rest /= 10) {
                columns[at] = (byte) ('0' + rest % 10);
            }
            size += digits;
        }
        end('\t');
        return this;
    }

    @Override
    public CanonicalRow text(String text) {
        if (isPlain(text)) {
            ascii(text);
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            room(bytes.length * 2);
            for (byte each : bytes) {
                escape(each);
            }
        }
        end('\t');
        return this;
    }

    /// Whether its characters stand for themselves, as those of most numbers do.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /// In hexadecimal digits.
    @Override
    public CanonicalRow bytes(byte[] bytes) {
        ascii(HexFormat.of().formatHex(bytes));
        end('\t');
        return this;
    }

    @Override
    public CanonicalRow absent(int type) {
        ascii(ABSENT);
        end('\t');
        return this;
    }

    @Override
    public void end() {
        columns[size - 1] = '\n';
    }

    private void ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            columns[size++] = (byte) text.charAt(i);
        }
    }

    private void end(char mark) {
        room(1);
        columns[size++] = (byte) mark;
    }

    private void room(int more) {
        if (size + more > columns.length) {
            columns = Arrays.copyOf(columns, Math.max(columns.length * 2, size + more));
        }
    }

    /// The row that has ended; the next one may begin.
    String take() {
        String row = new String(columns, 0, size, StandardCharsets.UTF_8);
        size = 0;
        return row;
    }

    /// Digests the row that has ended; the next one may begin.
    void digest(RowDigest digest) {
        digest.add(columns, size);
        size = 0;
    }

    /// The current row of `rows`, which selects these columns in this order.
    void read(ResultSet rows, List<Field<?>> fields) throws SQLException {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).getType() == Long.class) {
                number(rows, i + 1);
            } else if (fields.get(i).getType() == byte[].class) {
                bytes(rows.getBytes(i + 1));
            } else {
                textOrNull(rows.getString(i + 1));
            }
        }
        end();
    }

    /// A row for a message: `column=value` for the columns shown, those without a value left out and long texts cut.
    static String describe(String row, List<? extends Field<?>> fields, Predicate<Field<?>> shown) {
        String[] values = row.substring(0, row.length() - 1).split("\t", -1);
        StringJoiner text = new StringJoiner(", ");
        for (int i = 0; i < values.length; i++) {
            if (shown.test(fields.get(i)) && !values[i].equals(ABSENT)) {
                String value = values[i].length() > LONGEST ? values[i].substring(0, LONGEST) + "…" : values[i];
                text.add(fields.get(i).getName() + "=" + value);
            }
        }
        return text.toString();
    }

    private void number(ResultSet rows, int column) throws SQLException {
        long number = rows.getLong(column);
        if (rows.wasNull()) {
            absent(java.sql.Types.BIGINT);
        } else {
            number(number);
        }
    }

    private void textOrNull(@Nullable String text) {
        if (text == null) {
            absent(java.sql.Types.VARCHAR);
        } else {
            text(text);
        }
    }

    private void escape(byte each) {
        switch (each) {
            case '\\' -> escaped('\\');
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            default -> columns[size++] = each;
        }
    }

    private void escaped(char letter) {
        columns[size++] = '\\';
        columns[size++] = (byte) letter;
    }
}
