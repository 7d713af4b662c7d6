package plumbline.read.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;

/// An XLS workbook of Excel 97 to 2003, read record by record.
final class Xls implements Workbook {
    private final byte[] bytes;
    private final Limits limits;
    private final List<Sheet> sheets = new ArrayList<>();
    private final boolean macros;

    /// @throws NoWorkbook if there is no workbook inside
    Xls(byte[] bytes, Limits limits) {
        this.bytes = bytes;
        this.limits = limits;
        this.macros = pass(this::isMacros, new SheetNames());
        if (sheets.size() > limits.sheets()) {
            throw NoWorkbook.tooMuch(sheets.size() + " sheets", limits.sheets() + " sheets");
        }
    }

    private interface Look {
        boolean at(DirectoryNode root);
    }

    private boolean isMacros(DirectoryNode root) {
        return root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR");
    }

    /// Runs over all records of the file.
    private boolean pass(Look look, HSSFListener listener) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            DirectoryNode root = files.getRoot();
            refuseOthers(root);
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(listener);
            new HSSFEventFactory().processWorkbookEvents(request, root);
            return look.at(root);
        } catch (NoWorkbook refused) {
            throw refused;
        } catch (EncryptedDocumentException encrypted) {
            throw ZipArchive.encrypted();
        } catch (OldExcelFormatException old) {
            throw NoWorkbook.because(
                    "old_workbook",
                    "a workbook of Excel 95 or older",
                    "XLSX, XLS (Excel 97 or later), ODS or CSV",
                    "这是Excel 95或更早的文件；请另存为XLSX再报。",
                    "this workbook is of Excel 95 or older; save it as XLSX.");
        } catch (IOException | RuntimeException broken) { // the library meets damage in many ways
            throw NoWorkbook.broken("XLS: " + broken.getClass().getSimpleName());
        }
    }

    private static void refuseOthers(DirectoryNode root) {
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw ZipArchive.encrypted();
        }
        if (!root.hasEntryCaseInsensitive("Workbook") && !root.hasEntryCaseInsensitive("Book")) {
            throw Workbooks.otherDocument(root.hasEntryCaseInsensitive("WordDocument") ? "Word" : "OLE2");
        }
    }

    private final class SheetNames implements HSSFListener {
        @Override
        public void processRecord(Record record) {
            if (record instanceof BoundSheetRecord sheet) {
                sheets.add(new Sheet(sheet.getSheetname(), sheet.isHidden() || sheet.isVeryHidden()));
            }
        }
    }

    @Override
    public String format() {
        return "XLS";
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public boolean stale() {
        return false;
    }

    @Override
    public List<String> ignored() {
        return macros ? List.of("macros") : List.of();
    }

    @Override
    public void read(int sheet, SheetVisitor visitor) {
        Reading reading = new Reading(sheet, visitor);
        pass(_ -> true, reading);
        reading.endRow();
    }

    /// One pass over one sheet: records of the workbook first, then those of each sheet between its beginning and end.
    private final class Reading implements HSSFListener {
        private final int wanted;
        private final SheetVisitor visitor;
        private final Budget budget = new Budget(limits);
        private final Map<Integer, NumberFormat> formats = new HashMap<>();
        private final List<Integer> styles = new ArrayList<>();
        private final Set<Integer> hiddenRows = new HashSet<>();
        private int sheet = -1;
        private boolean from1904;
        private SSTRecord texts = new SSTRecord();
        private int row;
        private int waiting;
        private List<SheetCell> cells = new ArrayList<>();

        Reading(int wanted, SheetVisitor visitor) {
            this.wanted = wanted;
            this.visitor = visitor;
        }

        @Override
        public void processRecord(Record record) {
            budget.step();
            switch (record) {
                case BOFRecord bof -> sheet += bof.getType() == BOFRecord.TYPE_WORKSHEET ? 1 : other(bof);
                case SSTRecord sst -> texts = sst;
                case DateWindow1904Record window -> from1904 = window.getWindowing() == 1;
                case FormatRecord format ->
                    formats.put(format.getIndexCode(), NumberFormat.of(format.getFormatString()));
                case ExtendedFormatRecord style -> styles.add((int) style.getFormatIndex());
                default -> {
                    if (sheet == wanted) {
                        ofSheet(record);
                    }
                }
            }
        }

        /// A chart inside a sheet is no sheet, but a chart that is one counts among the names.
        private int other(BOFRecord bof) {
            return bof.getType() == BOFRecord.TYPE_EXCEL_4_MACRO || bof.getType() == BOFRecord.TYPE_VB_MODULE ? 1 : 0;
        }

        private void ofSheet(Record record) {
            switch (record) {
                case RowRecord info -> {
                    if (info.getZeroHeight()) {
                        hiddenRows.add(info.getRowNumber() + 1);
                    }
                }
                case ColumnInfoRecord info -> {
                    if (info.getHidden()) {
                        visitor.hiddenColumns(info.getFirstColumn() + 1, info.getLastColumn() + 1);
                    }
                }
                case MergeCellsRecord merged -> {
                    for (int i = 0; i < merged.getNumAreas(); i++) {
                        CellRangeAddress area = merged.getAreaAt(i);
                        visitor.merged(new SheetVisitor.Range(
                                area.getFirstRow() + 1,
                                area.getFirstColumn() + 1,
                                area.getLastRow() + 1,
                                area.getLastColumn() + 1));
                    }
                }
                case LabelSSTRecord label ->
                    add(
                            label.getRow(),
                            text(
                                    label.getColumn(),
                                    texts.getString(label.getSSTIndex()).getString()));
                case LabelRecord label -> add(label.getRow(), text(label.getColumn(), label.getValue()));
                case NumberRecord number ->
                    add(number.getRow(), number(number.getColumn(), number.getXFIndex(), number.getValue(), false));
                case BoolErrRecord flag -> add(flag.getRow(), flag(flag));
                case FormulaRecord formula -> formula(formula);
                case StringRecord text -> {
                    if (waiting > 0) {
                        add(row - 1, new SheetCell(waiting, SheetCell.Kind.TEXT, text.getString(), true));
                    }
                    waiting = 0;
                }
                default -> {}
            }
        }

        private static SheetCell text(int column, String text) {
            return SheetCell.text(column + 1, text);
        }

        private SheetCell number(int column, int style, double value, boolean formula) {
            int format = style < styles.size() ? styles.get(style) : 0;
            return formats.getOrDefault(format, NumberFormat.builtIn(format))
                    .cell(column + 1, Double.toString(value), from1904, formula);
        }

        private static SheetCell flag(BoolErrRecord flag) {
            return flag.isError()
                    ? error(flag.getColumn(), flag.getErrorValue(), false)
                    : truth(flag.getColumn(), flag.getBooleanValue(), false);
        }

        private static SheetCell error(int column, byte code, boolean formula) {
            String text =
                    FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
            return new SheetCell(column + 1, SheetCell.Kind.ERROR, text, formula);
        }

        private static SheetCell truth(int column, boolean value, boolean formula) {
            return new SheetCell(column + 1, SheetCell.Kind.BOOLEAN, value ? "TRUE" : "FALSE", formula);
        }

        @SuppressWarnings("deprecation") // the library offers no other way to ask
        private void formula(FormulaRecord formula) {
            int column = formula.getColumn();
            switch (CellType.forInt(formula.getCachedResultType())) {
                case NUMERIC -> add(formula.getRow(), number(column, formula.getXFIndex(), formula.getValue(), true));
                case BOOLEAN -> add(formula.getRow(), truth(column, formula.getCachedBooleanValue(), true));
                case ERROR -> add(formula.getRow(), error(column, (byte) formula.getCachedErrorValue(), true));
                case STRING -> {
                    move(formula.getRow());
                    waiting = column + 1; // its text comes in a record of its own
                }
                default -> {}
            }
        }

        private void add(int zeroBased, SheetCell cell) {
            move(zeroBased);
            if (!cell.text().isBlank()) {
                budget.cell(sheets.get(wanted).name(), row, cell.column(), cell.text());
                cells.add(cell);
            }
        }

        private void move(int zeroBased) {
            if (zeroBased + 1 < row) {
                throw NoWorkbook.broken("row %d behind row %d".formatted(zeroBased + 1, row));
            }
            if (zeroBased + 1 > row) {
                endRow();
                row = zeroBased + 1;
            }
        }

        void endRow() {
            if (!cells.isEmpty()) {
                visitor.row(new SheetRow(row, hiddenRows.contains(row), cells));
                cells = new ArrayList<>();
            }
        }
    }
}
