package plumbline.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    private StringBuilder columns = new StringBuilder(USUAL);

    @Override
    public CanonicalRow number(long number) {
        columns.append(number).append('\t');
        return this;
    }

    @Override
    public CanonicalRow text(String text) {
        escape(text);
        columns.append('\t');
        return this;
    }

    @Override
    public CanonicalRow absent(int type) {
        columns.append(ABSENT).append('\t');
        return this;
    }

    @Override
    public void end() {
        columns.setCharAt(columns.length() - 1, '\n');
    }

    /// The row that has ended; the next one may begin.
    String take() {
        String row = columns.toString();
        columns = new StringBuilder(USUAL); // one that has held Chinese stays wide, and slow
        return row;
    }

    /// The current row of `rows`, which selects these columns in this order.
    void read(ResultSet rows, List<Field<?>> fields) throws SQLException {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).getType() == Long.class) {
                number(rows, i + 1);
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

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> columns.append("\\\\");
                case '\t' -> columns.append("\\t");
                case '\n' -> columns.append("\\n");
                default -> columns.append(c);
            }
        }
    }
}
