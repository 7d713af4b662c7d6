package plumbline.read.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import plumbline.Place;
import plumbline.read.Decoded;

/// A CSV file as a workbook of one sheet without a name; its places are lines and columns of the file.
///
/// @param separator comma, semicolon or tab
public record Table(Decoded decoded, char separator, Limits limits) implements Workbook {
    @Override
    public String format() {
        return decoded.encoding();
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(new Sheet("", false));
    }

    @Override
    public List<String> ignored() {
        return List.of();
    }

    @Override
    public boolean stale() {
        return false;
    }

    @Override
    public Place place(int sheet, int row, int column) {
        return new Place.Line(row, column);
    }

    /// @throws de.siegmar.fastcsv.reader.CsvParseException where the quotation marks are not in order
    @Override
    public void read(int sheet, SheetVisitor visitor) {
        Budget budget = new Budget(limits);
        try (CsvReader<CsvRecord> csv = csv(decoded, separator);
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            while (records.hasNext()) {
                CsvRecord next = records.next();
                int line = (int) next.getStartingLineNumber();
                List<SheetCell> cells = new ArrayList<>();
                for (int i = 0; i < next.getFieldCount(); i++) {
                    String text = next.getField(i);
                    if (!text.isBlank()) {
                        budget.cell("", line, i + 1, text);
                        cells.add(SheetCell.text(i + 1, text));
                    }
                }
                if (!cells.isEmpty()) {
                    visitor.row(new SheetRow(line, false, cells));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // the bytes are in memory
        }
    }

    public static CsvReader<CsvRecord> csv(Decoded decoded, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(decoded.reader());
    }
}
