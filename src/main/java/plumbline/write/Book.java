package plumbline.write;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import plumbline.Place;
import plumbline.read.form.Forms;
import plumbline.read.sheet.Limits;
import plumbline.read.sheet.SheetCell;
import plumbline.read.sheet.SheetRow;
import plumbline.read.sheet.SheetVisitor;

/// A sender's file as a workbook that can be marked: XLSX and XLS as they are; of CSV and ODS a new XLSX with every
/// cell in its place, because the one cannot carry marks and nothing in Java changes the other.
final class Book {
    /// A workbook that is changed stands in memory as a whole, at about a kilobyte a cell.
    static final int MOST_BYTES = 8 << 20;

    private static final int MOST_UNPACKED = 32 << 20;
    private static final int MOST_CELLS = 100_000;
    private static final int MOST_TAGS = 1_000_000;
    private static final int COLUMN_WIDTH = 14 * 256;

    final Workbook poi;
    /// By the names that findings give them; the sheet of a CSV file has none.
    final Map<String, Sheet> sheets = new HashMap<>();
    /// Whether the workbook is a new one.
    final boolean remade;
    final String extension;

    private Book(Workbook poi, boolean remade, String extension) {
        this.poi = poi;
        this.remade = remade;
        this.extension = extension;
    }

    /// The file's own workbook; empty if it is too large to be changed in memory, or cannot be opened.
    static Optional<Book> of(String name, byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            Optional<plumbline.read.sheet.Workbook> cells = Forms.cells(bytes, Limits.DEFAULT);
            return cells.isPresent() && isSmall(cells.get())
                    ? Optional.of(open(name, bytes, cells.get()))
                    : Optional.empty();
        } catch (IOException | RuntimeException unusable) { // the libraries meet damage in many ways
            return Optional.empty();
        }
    }

    private static boolean isSmall(plumbline.read.sheet.Workbook cells) {
        Count count = new Count();
        for (int i = 0; i < cells.sheets().size() && count.cells <= MOST_CELLS; i++) {
            cells.read(i, count);
        }
        return count.cells <= MOST_CELLS;
    }

    private static final class Count implements SheetVisitor {
        private int cells;

        @Override
        public void row(SheetRow row) {
            cells += row.cells().size();
        }
    }

    private static Book open(String name, byte[] bytes, plumbline.read.sheet.Workbook cells) throws IOException {
        boolean macros = name.toLowerCase(Locale.ROOT).endsWith(".xlsm");
        Book book = switch (cells.format()) {
            case "XLSX" -> new Book(xlsx(bytes), false, macros ? ".xlsm" : ".xlsx");
            case "XLS" -> new Book(new HSSFWorkbook(new ByteArrayInputStream(bytes)), false, ".xls");
            default -> new Book(new XSSFWorkbook(), true, ".xlsx");
        };
        if (book.remade) {
            book.remake(cells, name);
        } else {
            book.poi.sheetIterator().forEachRemaining(each -> book.sheets.put(each.getSheetName(), each));
        }
        return book;
    }

    private static XSSFWorkbook xlsx(byte[] bytes) throws IOException {
        Weight weight = new Weight();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                weight.add(zip);
            }
        }
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    /// What a workbook will take in memory. Empty cells with a format take as much as others, so its tags are counted.
    private static final class Weight {
        private final byte[] piece = new byte[1 << 13];
        private long unpacked;
        private int tags;

        void add(InputStream in) throws IOException {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                unpacked += read;
                for (int i = 0; i < read; i++) {
                    tags += piece[i] == '<' ? 1 : 0;
                }
                if (unpacked > MOST_UNPACKED || tags > MOST_TAGS) {
                    throw new IOException("%d bytes and %d tags at least".formatted(unpacked, tags));
                }
            }
        }
    }

    private void remake(plumbline.read.sheet.Workbook cells, String file) {
        XSSFWorkbook workbook = (XSSFWorkbook) poi;
        XSSFCellStyle quoted = workbook.createCellStyle();
        quoted.setQuotePrefixed(true);
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < cells.sheets().size(); i++) {
            String name = cells.sheets().get(i).name();
            String wanted = name.isEmpty() ? file.replaceFirst("\\.[^.]{1,5}$", "") : name;
            XSSFSheet sheet = workbook.createSheet(free(WorkbookUtil.createSafeSheetName(wanted), taken));
            workbook.setSheetHidden(i, cells.sheets().get(i).hidden());
            sheet.setDefaultColumnWidth(COLUMN_WIDTH / 256);
            sheets.put(name, sheet);
            cells.read(i, new Copying(sheet, quoted));
        }
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name.substring(0, Math.min(name.length(), 27)) + " " + i;
        }
        return free;
    }

    /// Writes what is read into a sheet, texts as texts and numbers as numbers.
    private record Copying(XSSFSheet sheet, XSSFCellStyle quoted) implements SheetVisitor {
        @Override
        public void row(SheetRow row) {
            Row to = sheet.createRow(row.number() - 1);
            to.setZeroHeight(row.hidden());
            for (SheetCell each : row.cells()) {
                org.apache.poi.ss.usermodel.Cell cell = to.createCell(each.column() - 1);
                if (each.kind() == SheetCell.Kind.NUMBER) {
                    cell.setCellValue(Double.parseDouble(each.text()));
                } else {
                    cell.setCellValue(each.text());
                    if (Look.looksLikeFormula(each.text())) {
                        cell.setCellStyle(quoted);
                    }
                }
            }
        }

        @Override
        public void merged(Range range) {
            boolean several = range.bottom() > range.top() || range.right() > range.left();
            if (several) {
                sheet.addMergedRegionUnsafe(
                        new CellRangeAddress(range.top() - 1, range.bottom() - 1, range.left() - 1, range.right() - 1));
            }
        }

        @Override
        public void hiddenColumns(int first, int last) {
            for (int column = first; column <= Math.min(last, 1 << 10); column++) {
                sheet.setColumnHidden(column - 1, true);
            }
        }
    }

    /// The sheet of a place; empty where the place is none of a sheet.
    Optional<Sheet> sheet(Place place) {
        return switch (place) {
            case Place.Cell cell -> Optional.ofNullable(sheets.get(cell.sheet()));
            case Place.Line _ -> Optional.ofNullable(sheets.get(""));
            case Place.Passage _ -> Optional.empty();
        };
    }
}
