package plumbline.read.form;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import plumbline.Field;
import plumbline.Finding;
import plumbline.read.Charsets;
import plumbline.read.Decoded;
import plumbline.read.Encoding;
import plumbline.read.sheet.Limits;
import plumbline.read.sheet.NoWorkbook;
import plumbline.read.sheet.Table;
import plumbline.read.sheet.Workbook;
import plumbline.read.sheet.Workbooks;

/// Opens any file that may be a form. Start here.
public final class Forms {
    private Forms() {}

    /// Opens the file as a form, whatever its format and layout; empty, with findings, where it is none. A form that is
    /// returned may have brought findings too: errors where its header was not wholly understood.
    ///
    /// @param given fields that every row gets from elsewhere (department, period)
    public static Optional<? extends Form> open(
            String file, byte[] bytes, Set<Field> given, Known known, Limits limits, Consumer<Finding> findings) {
        return open(file, bytes, Encoding.DETECTED, given, known, limits, findings, _ -> {});
    }

    /// As above; what headers leave open is asked too, each time beside an error among the findings.
    ///
    /// @param encoding of a file that is no workbook
    public static Optional<? extends Form> open(
            String file,
            byte[] bytes,
            Encoding encoding,
            Set<Field> given,
            Known known,
            Limits limits,
            Consumer<Finding> findings,
            Consumer<Question> asked) {
        try {
            if (Workbooks.isBinary(bytes)) {
                return new Sheets(file, Workbooks.open(bytes, limits), known, findings, asked).open(given);
            }
            return csv(file, bytes, encoding, given, known, limits, findings, asked);
        } catch (NoWorkbook refused) {
            findings.accept(refused.finding(file));
            return Optional.empty();
        }
    }

    /// A tidy CSV file is read as such, and so is one that is no form at all: its reader says best what is missing.
    private static Optional<? extends Form> csv(
            String file,
            byte[] bytes,
            Encoding encoding,
            Set<Field> given,
            Known known,
            Limits limits,
            Consumer<Finding> findings,
            Consumer<Question> asked) {
        List<Finding> asTidy = new ArrayList<>();
        Optional<CsvForm> tidy = CsvForm.open(file, bytes, encoding, given, asTidy::add);
        Optional<Decoded> decoded = Charsets.ladder(bytes, encoding);
        if (tidy.isEmpty() && decoded.isPresent()) {
            List<SheetForm> form = new ArrayList<>();
            if (isTable(file, decoded.get(), given, known, limits, form::add, findings, asked)) {
                return form.stream().findFirst();
            }
        }
        asTidy.forEach(findings);
        return tidy;
    }

    private static boolean isTable(
            String file,
            Decoded decoded,
            Set<Field> given,
            Known known,
            Limits limits,
            Consumer<SheetForm> form,
            Consumer<Finding> findings,
            Consumer<Question> asked) {
        List<Finding> asTable = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        try {
            Workbook workbook = new Table(decoded, CsvForm.separatorOfAll(decoded), limits);
            boolean table = new Sheets(file, workbook, known, asTable::add, questions::add).openOrAsk(given, form);
            if (table) {
                asTable.forEach(findings);
                questions.forEach(asked);
            }
            return table;
        } catch (CsvParseException brokenQuotes) {
            return false; // the tidy reader says where
        }
    }

    /// The cells of a file, whether it is a form or not, at the places that findings about it name; empty for a text
    /// that cannot be decoded.
    ///
    /// @throws NoWorkbook if it is a workbook that cannot be opened
    public static Optional<Workbook> cells(byte[] bytes, Limits limits) {
        if (Workbooks.isBinary(bytes)) {
            return Optional.of(Workbooks.open(bytes, limits));
        }
        return Charsets.ladder(bytes).map(decoded -> {
            char first = CsvForm.sniff(decoded);
            return new Table(
                    decoded, CsvForm.hasHeader(decoded, first) ? first : CsvForm.separatorOfAll(decoded), limits);
        });
    }

    /// Where a CSV file stopped being one; no other workbook has quotation marks.
    static Finding broken(String file, Workbook workbook, CsvParseException why) {
        if (workbook instanceof Table table) {
            return CsvForm.broken(file, table.decoded(), table.separator(), 1, why);
        }
        throw why;
    }
}
