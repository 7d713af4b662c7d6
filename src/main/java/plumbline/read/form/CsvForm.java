package plumbline.read.form;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import plumbline.Field;
import plumbline.Finding;
import plumbline.FormKind;
import plumbline.Name;
import plumbline.Place;
import plumbline.Reading;
import plumbline.Row;
import plumbline.Severity;
import plumbline.read.Charsets;
import plumbline.read.Decoded;
import plumbline.read.Encoding;
import plumbline.read.Numeral;
import plumbline.read.sheet.Table;

/// A form in CSV: its kind is told by its header, its rows are streamed. Rows may be read any number of times; each
/// time parses the bytes anew and keeps one row at a time. Immutable.
public final class CsvForm implements Form {
    private static final String SEPARATORS = ",;\t";

    private final String file;
    private final Decoded decoded;
    private final char separator;
    private final Header header;
    private final Optional<Extracted> extracted;

    private CsvForm(String file, Decoded decoded, char separator, Header header, Optional<Extracted> extracted) {
        this.file = file;
        this.decoded = decoded;
        this.separator = separator;
        this.header = header;
        this.extracted = extracted;
    }

    /// Opens a form and reads its header; empty, with findings, where its rows cannot be understood. A form that is
    /// returned may have brought findings too (a doubled or unknown column).
    ///
    /// @param given fields that need no column because every row gets them from elsewhere (department, period)
    public static Optional<CsvForm> open(String file, byte[] bytes, Set<Field> given, Consumer<Finding> findings) {
        return open(file, bytes, Encoding.DETECTED, given, findings);
    }

    /// As above, in the encoding that a person named.
    public static Optional<CsvForm> open(
            String file, byte[] bytes, Encoding encoding, Set<Field> given, Consumer<Finding> findings) {
        Optional<Decoded> decoded = Charsets.decode(file, bytes, encoding, findings);
        if (decoded.isEmpty()) {
            return Optional.empty();
        }
        char separator = sniff(decoded.get());
        try (CsvReader<CsvRecord> csv = Table.csv(decoded.get(), separator);
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            while (records.hasNext()) {
                CsvRecord first = records.next();
                if (!isBlank(first.getFields())) {
                    int line = (int) first.getStartingLineNumber();
                    Optional<Extracted> extracted = Extracted.of(first.getFields());
                    return extracted
                            .map(each -> each.header(line))
                            .or(() -> Header.read(file, line, first.getFields(), given, findings))
                            .map(header -> new CsvForm(file, decoded.get(), separator, header, extracted));
                }
            }
            findings.accept(empty(file));
        } catch (CsvParseException broken) {
            findings.accept(broken(file, decoded.get(), separator, 1, broken));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // the bytes are in memory
        }
        return Optional.empty();
    }

    @Override
    public FormKind kind() {
        return header.kind();
    }

    /// Name of the encoding the bytes are in.
    @Override
    public String encoding() {
        return decoded.encoding();
    }

    @Override
    public boolean has(Field field) {
        return header.columns().containsKey(field);
    }

    /// Hands over row after row; rows with more cells than the header become findings instead.
    ///
    /// @return how many rows stand in the file, blank lines not counted
    @Override
    public int rows(Consumer<Row> each, Consumer<Finding> findings) {
        int count = 0;
        int line = header.line();
        try (CsvReader<CsvRecord> csv = Table.csv(decoded, separator);
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            while (records.hasNext()) {
                CsvRecord next = records.next();
                line = (int) next.getStartingLineNumber();
                if (line <= header.line() || isBlank(next.getFields())) {
                    continue;
                }
                List<String> cells = next.getFields();
                if (isNote(cells)) {
                    continue;
                }
                count++;
                if (cells.size() > header.width() && !isBlank(cells.subList(header.width(), cells.size()))) {
                    findings.accept(tooManyCells(line, cells));
                } else {
                    if (cells.size() < header.least()) {
                        findings.accept(tooFewCells(line, cells));
                    }
                    take(new Row(line, header.columns(), cells), each, findings);
                }
            }
        } catch (CsvParseException broken) {
            findings.accept(broken(file, decoded, separator, line + 1, broken));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return count;
    }

    private void take(Row row, Consumer<Row> each, Consumer<Finding> findings) {
        if (extracted.isEmpty()) {
            each.accept(row);
        } else {
            extracted.get().row(file, row, true, findings).ifPresent(each);
        }
    }

    /// As [#rows] for a figures form: the wording of the value understood and the passage read, nothing checked.
    @Override
    public int readings(Consumer<Reading> each, Consumer<Finding> findings) {
        PassageReader passages = new PassageReader(file, findings);
        return rows(
                row -> each.accept(
                        new Reading(SaidPeriod.written(row), Numeral.read(row.field(Field.VALUE)), passages.read(row))),
                findings);
    }

    /// The separator that stands most often in the first line that is not blank: comma, semicolon or tab.
    static char sniff(Decoded decoded) {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean blank = true;
        try (Reader in = new BufferedReader(decoded.reader(), 1 << 10)) {
            for (int c = in.read(); c >= 0 && (blank || (c != '\n' && c != '\r')); c = in.read()) {
                commas += c == ',' ? 1 : 0;
                semicolons += c == ';' ? 1 : 0;
                tabs += c == '\t' ? 1 : 0;
                blank &= Character.isWhitespace(c);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (tabs > commas && tabs >= semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    /// Whether the first line that is not blank names a known column, cut by this separator.
    static boolean hasHeader(Decoded decoded, char separator) {
        try (CsvReader<CsvRecord> csv = Table.csv(decoded, separator);
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            while (records.hasNext()) {
                List<String> cells = records.next().getFields();
                if (!isBlank(cells)) {
                    return cells.stream().anyMatch(each -> Field.named(each).isPresent());
                }
            }
            return false;
        } catch (CsvParseException broken) {
            return false;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The separator that stands most often in the first lines, the first of which may be titles.
    static char separatorOfAll(Decoded decoded) {
        int[] counts = new int[3];
        try (Reader in = new BufferedReader(decoded.reader(), 1 << 13)) {
            int lines = 0;
            for (int c = in.read(); c >= 0 && lines < 20; c = in.read()) {
                lines += c == '\n' ? 1 : 0;
                int which = SEPARATORS.indexOf(c);
                if (which >= 0) {
                    counts[which]++;
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        int most = counts[1] > counts[0] ? 1 : 0;
        return SEPARATORS.charAt(counts[2] > 0 && counts[2] >= counts[most] ? 2 : most);
    }

    /// A remark or a signature below the figures.
    private boolean isNote(List<String> cells) {
        int value = header.columns().getOrDefault(Field.VALUE, -1);
        return header.kind() == FormKind.FIGURES
                && !(value < cells.size() && isPlainNumber(cells.get(value)))
                && cells.stream()
                        .filter(each -> !each.isBlank())
                        .findFirst()
                        .filter(first -> RowSorts.isNote(
                                first, value < cells.size() ? Stream.of(cells.get(value)) : Stream.empty()))
                        .isPresent();
    }

    /// Nearly all values are; it spares them a closer look.
    private static boolean isPlainNumber(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
                return false;
            }
        }
        return !cell.isEmpty();
    }

    private static boolean isBlank(List<String> cells) {
        for (String each : cells) {
            if (!each.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private Finding tooManyCells(int line, List<String> cells) {
        return Finding.at(
                Severity.ERROR,
                "too_many_cells",
                file,
                new Place.Line(line, header.width() + 1),
                String.valueOf(cells.get(header.width())),
                header.width() + " cells",
                new Name(
                        "本行有%d格，表头只有%d列；值中若有分隔符，请加引号。".formatted(cells.size(), header.width()),
                        "the row has %d cells, the header only %d; quote a value that holds the separator."
                                .formatted(cells.size(), header.width())));
    }

    /// Only a remark, since some programs leave out empty cells at a row's end; but so does a file that was cut off.
    private Finding tooFewCells(int line, List<String> cells) {
        return Finding.at(
                Severity.WARNING,
                "too_few_cells",
                file,
                new Place.Line(line, cells.size()),
                String.join(",", cells),
                header.least() + " cells",
                new Name(
                        "本行只有%d格，缺的按空格读入；请核对文件是否完整。".formatted(cells.size()),
                        "the row has only %d cells; the missing ones were taken as empty. Is the file complete?"
                                .formatted(cells.size())));
    }

    static Finding empty(String file) {
        return Finding.at(
                Severity.ERROR,
                "empty_file",
                file,
                new Place.Line(1, 1),
                "",
                "a header line and rows",
                new Name("文件是空的；首行应为列名。", "the file is empty; its first line should name the columns."));
    }

    static Finding broken(String file, Decoded decoded, char separator, int line, CsvParseException why) {
        Optional<Quotes.Fault> fault;
        try {
            fault = Quotes.firstFault(decoded.reader(), separator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Place.Line place = fault.map(Quotes.Fault::place).orElse(new Place.Line(line, 1));
        if (fault.isEmpty()) {
            String message = String.valueOf(why.getMessage());
            Name sentence = new Name("从这里起读不成CSV：" + message, "from here on this is no CSV: " + message);
            return Finding.at(Severity.ERROR, "broken_csv", file, place, message, "CSV (RFC 4180)", sentence);
        }
        boolean unclosed = fault.get().unclosed();
        return Finding.at(
                Severity.ERROR,
                unclosed ? "unclosed_quote" : "text_after_quote",
                file,
                place,
                "\"",
                unclosed ? "a closing \"" : "a separator or line end behind the closing \"",
                unclosed
                        ? new Name(
                                "引号没有收尾，其后各行未能读入。",
                                "this quotation mark never closes; the rows from here on were not read.")
                        : new Name(
                                "收尾引号之后还有文字，其后各行未能读入；值中的引号应写成两个。",
                                "text follows the closing quotation mark; the rows from here on were not read. "
                                        + "Double a quotation mark inside a value."));
    }
}
