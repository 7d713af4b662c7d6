package plumbline.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import plumbline.Formula;
import plumbline.read.form.OwnSheets;

/// Rows as a workbook: numbers and days are real ones, the header stays in sight, a sheet of the columns' meanings and
/// one of the query stand behind; after 1,048,576 rows the next sheet begins. Text that begins like a formula carries
/// Excel's own mark for text and is otherwise as it is.
///
/// Written by hand because it must be the same bytes years later and a million rows of 35 columns must come in constant
/// memory within half a minute: fastexcel stamps the present time into each file and keeps cells as objects, POI's
/// streaming writer takes three times as long. What is used of the format fits on a page.
public final class XlsxRows implements Rows {
    /// Rows of a sheet, its header among them.
    public static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST = 32_000;
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final long MICROS_A_DAY = 86_400_000_000L;
    private static final String CUT = "cut to " + LONGEST + " characters";

    private final Table table;
    private final boolean chinese;
    private final Supplier<List<List<String>>> about;
    private final int mostRows;
    private final XlsxParts parts;
    private final String[] letters;
    private final Bytes bytes = new Bytes();
    private int column;
    private int row;
    private boolean open;
    private boolean cut;

    /// @param about the lines of the query sheet, asked for at the end
    public XlsxRows(Table table, boolean chinese, Supplier<List<List<String>>> about, OutputStream out) {
        this(table, chinese, about, MOST_ROWS, out);
    }

    /// @param mostRows of a sheet, the header among them
    XlsxRows(Table table, boolean chinese, Supplier<List<List<String>>> about, int mostRows, OutputStream out) {
        this.table = table;
        this.chinese = chinese;
        this.about = about;
        this.mostRows = mostRows;
        this.parts = new XlsxParts(out);
        this.letters = new String
                [Math.max(
                        2,
                        Math.max(
                                table.columns().size(),
                                Tables.DICTIONARY.columns().size()))];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = letters(i);
        }
    }

    private static String letters(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : letters(index / 26 - 1) + last;
    }

    /// Begins a row, and before it a sheet where there is none or it is full.
    private void begin() {
        if (column > 0) {
            return;
        }
        if (open && row == mostRows) {
            endSheet();
        }
        if (!open) {
            beginSheet();
        }
        row++;
        bytes.add("<row r=\"").add(row).add("\">");
    }

    private void beginSheet() {
        int part = parts.sheets().size() + 1;
        String name = chinese ? table.title().zh() : table.name();
        parts.sheet(part == 1 ? name : name + " (" + part + ")");
        parts.head(table.columns(), bytes);
        open = true;
        row = 1;
        bytes.add("<row r=\"1\">");
        for (int i = 0; i < table.columns().size(); i++) {
            string(i, XlsxParts.HEADER, table.columns().get(i).header(chinese));
        }
        bytes.add("</row>");
    }

    private void endSheet() {
        parts.foot(letters[letters.length - 1], bytes);
        try {
            parts.write(bytes);
            parts.end();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        open = false;
    }

    @Override
    public Rows text(String text) {
        return string(text, Formula.is(text) ? XlsxParts.QUOTED : XlsxParts.PLAIN);
    }

    @Override
    public Rows code(String code) {
        return string(code, XlsxParts.PLAIN);
    }

    private Rows string(String text, int style) {
        begin();
        if (!text.isEmpty()) {
            boolean tooLong = text.length() > LONGEST;
            cut |= tooLong;
            string(column, style, tooLong ? text.substring(0, LONGEST) + "…" : text);
        }
        column++;
        return this;
    }

    private void string(int at, int style, String text) {
        cell(at, style);
        bytes.add(" t=\"inlineStr\"><is><t");
        if (XlsxParts.hasOuterBlank(text)) {
            bytes.add(" xml:space=\"preserve\"");
        }
        bytes.add('>');
        XlsxParts.escaped(text, bytes);
        bytes.add("</t></is></c>");
    }

    private void cell(int at, int style) {
        bytes.add("<c r=\"").add(letters[at]).add(row).add('"');
        if (style != XlsxParts.PLAIN) {
            bytes.add(" s=\"").add(style).add('"');
        }
    }

    @Override
    public Rows note(String note) {
        return text(!cut ? note : note.isEmpty() ? CUT : note + "; " + CUT);
    }

    @Override
    public Rows number(long number) {
        begin();
        cell(column++, XlsxParts.PLAIN);
        bytes.add("><v>").add(number).add("</v></c>");
        return this;
    }

    @Override
    public Rows amount(long amount, int decimals) {
        if (decimals == 0) {
            return number(amount);
        }
        begin();
        cell(column++, XlsxParts.PLAIN);
        bytes.add("><v>").add(Rows.written(amount, decimals)).add("</v></c>");
        return this;
    }

    @Override
    public Rows day(LocalDate day) {
        begin();
        cell(column++, XlsxParts.DAY);
        bytes.add("><v>").add(ChronoUnit.DAYS.between(EPOCH, day)).add("</v></c>");
        return this;
    }

    /// In UTC, because a workbook knows no zones.
    @Override
    public Rows instant(Instant instant) {
        begin();
        cell(column++, XlsxParts.INSTANT);
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        long days = Math.floorDiv(micros, MICROS_A_DAY) + ChronoUnit.DAYS.between(EPOCH, LocalDate.EPOCH);
        double time = Math.floorMod(micros, MICROS_A_DAY) / (double) MICROS_A_DAY;
        bytes.add("><v>").add(Double.toString(days + time)).add("</v></c>");
        return this;
    }

    @Override
    public Rows none() {
        begin();
        column++;
        return this;
    }

    @Override
    public void endRow() {
        bytes.add("</row>");
        column = 0;
        cut = false;
    }

    @Override
    public void flush() throws IOException {
        if (open) {
            parts.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        if (parts.sheets().isEmpty()) {
            beginSheet();
        }
        if (open) {
            endSheet();
        }
        lines(chinese ? "各列的含义" : "columns", chinese ? OwnSheets.COLUMNS_ZH : OwnSheets.COLUMNS_EN, dictionary());
        lines(chinese ? "查询" : "query", chinese ? OwnSheets.QUERY_ZH : OwnSheets.QUERY_EN, about.get());
        parts.finish();
    }

    private List<List<String>> dictionary() {
        return table.columns().stream()
                .map(each -> List.of(
                        each.header(chinese),
                        chinese ? each.name() : each.title().en(),
                        chinese ? each.meaning().zh() : each.meaning().en()))
                .toList();
    }

    /// A sheet of words under a title.
    private void lines(String name, String title, List<List<String>> lines) throws IOException {
        parts.sheet(name);
        parts.head(List.of(), bytes);
        row = 1;
        bytes.add("<row r=\"1\">");
        string(0, XlsxParts.HEADER, title);
        bytes.add("</row>");
        for (List<String> line : lines) {
            row++;
            bytes.add("<row r=\"").add(row).add("\">");
            for (int i = 0; i < line.size(); i++) {
                string(i, Formula.is(line.get(i)) ? XlsxParts.QUOTED : XlsxParts.PLAIN, line.get(i));
            }
            bytes.add("</row>");
        }
        parts.foot("Z", bytes);
        parts.write(bytes);
        parts.end();
    }
}
