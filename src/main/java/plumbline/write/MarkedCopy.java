package plumbline.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import plumbline.Finding;
import plumbline.FormKind;
import plumbline.Place;
import plumbline.Receipt;

/// The sender's own file as a workbook in which every faulty cell is coloured and says in a comment what is wrong with
/// it; a last sheet lists all findings. Nothing else is changed: formulas, formats, widths, macros and other sheets
/// stay. When it comes back mended, the import leaves marks and list alone and knows which attempt it comes from.
///
/// A workbook that is too large to be changed in memory, or cannot be, gives the list alone.
///
/// @param name of the file: `q1.核对.xlsx`
/// @param whole whether the sender's own cells are in it
@SuppressWarnings("ArrayRecordComponent") // the bytes of a file; nothing compares two of them
public record MarkedCopy(String name, byte[] bytes, boolean whole) {
    /// Whether a file with this receipt has cells to mark.
    public static boolean isOffered(Receipt receipt) {
        boolean text = receipt.kind().filter(FormKind.TEXT::equals).isPresent();
        return !text
                && receipt.outcome() != Receipt.Outcome.ALREADY_IMPORTED
                && receipt.findings().stream().map(Finding::place).anyMatch(each -> isCell(each, receipt));
    }

    /// A finding about a file that could not be opened stands in line 1 as well, but there is nothing to mark.
    private static boolean isCell(Place place, Receipt receipt) {
        return switch (place) {
            case Place.Cell _ -> true;
            case Place.Line line -> receipt.encoding().isPresent() || line.line() > 1;
            case Place.Passage _ -> false;
        };
    }

    /// Makes the copy.
    ///
    /// @param when the file was checked
    public static MarkedCopy of(Source file, List<Finding> all, Language language, ZonedDateTime when) {
        // What is said of a whole row may have been found for each of its values.
        List<Finding> findings = all.stream().distinct().toList();
        Optional<Book> own = Book.of(file.name(), file.bytes());
        try (org.apache.poi.ss.usermodel.Workbook poi =
                own.<org.apache.poi.ss.usermodel.Workbook>map(book -> book.poi).orElseGet(XSSFWorkbook::new)) {
            EarlierMarks.remove(poi);
            Marks marks = new Marks(poi, language);
            own.ifPresent(book -> marks.add(book, findings));
            new FindingsSheet(poi, language, marks).write(file, findings, when, own);
            String extension = own.map(book -> book.extension).orElse(".xlsx");
            return new MarkedCopy(name(file.name(), extension, language), Bytes.of(poi), own.isPresent());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String name(String file, String extension, Language language) {
        String mark = language.of(".核对", ".checked");
        String stem = file.replaceFirst("\\.[^.]{1,5}$", "");
        return (stem.endsWith(mark) ? stem : stem + mark) + extension;
    }
}
