package plumbline.read.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;

/// A workbook drawn as text, written in every format the way its usual program writes it.
///
/// `# NAME` starts a sheet (`#- NAME` a hidden one); then a line for a row, cells between `|`. A cell is text; digits
/// are a number; `<` and `^` belong to the cell at the left or above; `=18` is a formula with its value, `=!` one with
/// an error, `=?` one without; `95.0%` a percentage, `@2022-03-01` a day, `@2022-03` a month, `'18` text. A row that
/// begins with `~` is hidden, and so is a column whose first cell does.
public record Drawn(List<Page> pages) {
    public record Page(String name, boolean hidden, List<List<String>> rows) {
        /// Merged cells: top, left, bottom, right, 0-based.
        List<int[]> merged() {
            List<int[]> found = new ArrayList<>();
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    int right = c;
                    while (at(r, right + 1).equals("<")) {
                        right++;
                    }
                    int bottom = r;
                    while (at(bottom + 1, c).equals("^")) {
                        bottom++;
                    }
                    boolean first = !at(r, c).equals("<") && !at(r, c).equals("^");
                    if (first && (right > c || bottom > r)) {
                        found.add(new int[] {r, c, bottom, right});
                    }
                }
            }
            return found;
        }

        String at(int row, int column) {
            return row < rows.size() && column < rows.get(row).size()
                    ? rows.get(row).get(column)
                    : "";
        }

        boolean isRowHidden(int row) {
            return at(row, 0).startsWith("~");
        }

        boolean isColumnHidden(int column) {
            return column > 0
                    && rows.stream()
                            .anyMatch(row ->
                                    row.size() > column && row.get(column).startsWith("~"));
        }

        int width() {
            return rows.stream().mapToInt(List::size).max().orElse(0);
        }
    }

    private static final Logger WRITER = Logger.getLogger("org.apache.poi");

    static {
        WRITER.setLevel(Level.OFF); // it tells what it writes
    }

    private static final Pattern SHEET = Pattern.compile("#(-?) (.+)");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern PERCENT = Pattern.compile("([0-9]+)(\\.[0-9]+)?%");

    public static Drawn parse(List<String> lines) {
        List<Page> pages = new ArrayList<>();
        for (String line : lines) {
            Matcher sheet = SHEET.matcher(line);
            if (sheet.matches()) {
                pages.add(new Page(sheet.group(2), !sheet.group(1).isEmpty(), new ArrayList<>()));
            } else {
                pages.getLast()
                        .rows()
                        .add(
                                line.isEmpty()
                                        ? List.of()
                                        : List.of(line.split("\\|", -1)).stream()
                                                .map(String::strip)
                                                .toList());
            }
        }
        return new Drawn(pages);
    }

    private static String content(String cell) {
        String plain = cell.startsWith("~") ? cell.substring(1) : cell;
        return plain.equals("<") || plain.equals("^") ? "" : plain;
    }

    /// The first sheet as CSV, in which everything is text and nothing merged.
    public byte[] csv(char separator, Charset charset) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : pages.getFirst().rows()) {
            List<String> cells =
                    row.stream().map(Drawn::content).map(Drawn::shown).toList();
            text.append(String.join(String.valueOf(separator), cells)).append("\r\n");
        }
        return text.toString().getBytes(charset);
    }

    private static String shown(String cell) {
        String text = switch (cell.isEmpty() ? ' ' : cell.charAt(0)) {
            case '=' -> cell.equals("=!") ? "#DIV/0!" : cell.equals("=?") ? "=SUM(A1:A2)" : cell.substring(1);
            case '@', '\'' -> cell.substring(1);
            default -> cell;
        };
        return text.contains(",") ? '"' + text + '"' : text;
    }

    public byte[] xlsx() {
        Map<String, String> parts = new LinkedHashMap<>();
        StringBuilder sheets = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            String state = pages.get(i).hidden() ? " state=\"hidden\"" : "";
            sheets.append("<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"rId%d\"/>"
                    .formatted(pages.get(i).name(), i + 1, state, i + 1));
            relations.append("<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                    .formatted(i + 1, OFFICE, i + 1));
            parts.put("xl/worksheets/sheet" + (i + 1) + ".xml", xlsxSheet(pages.get(i)));
        }
        relations.append("<Relationship Id=\"rIdS\" Type=\"%s/styles\" Target=\"styles.xml\"/>".formatted(OFFICE));
        parts.put("xl/workbook.xml", """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="%s"><sheets>%s</sheets></workbook>\
            """.formatted(OFFICE, sheets));
        parts.put("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        parts.put("xl/styles.xml", """
            <styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>\
            """);
        parts.put(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                        .formatted(OFFICE));
        return zip(parts);
    }

    static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static String xlsxSheet(Page page) {
        StringBuilder xml = new StringBuilder("<worksheet><cols>");
        for (int c = 0; c < page.width(); c++) {
            if (page.isColumnHidden(c)) {
                xml.append("<col min=\"%d\" max=\"%d\" hidden=\"1\"/>".formatted(c + 1, c + 1));
            }
        }
        xml.append("</cols><sheetData>");
        for (int r = 0; r < page.rows().size(); r++) {
            xml.append("<row r=\"%d\"%s>".formatted(r + 1, page.isRowHidden(r) ? " hidden=\"1\"" : ""));
            for (int c = 0; c < page.rows().get(r).size(); c++) {
                xml.append(xlsxCell(content(page.at(r, c)), new plumbline.Place.Cell("", r + 1, c + 1).reference()));
            }
            xml.append("</row>");
        }
        xml.append("</sheetData><mergeCells>");
        for (int[] m : page.merged()) {
            xml.append("<mergeCell ref=\"%s:%s\"/>"
                    .formatted(
                            new plumbline.Place.Cell("", m[0] + 1, m[1] + 1).reference(),
                            new plumbline.Place.Cell("", m[2] + 1, m[3] + 1).reference()));
        }
        return xml.append("</mergeCells></worksheet>").toString();
    }

    private static String xlsxCell(String cell, String at) {
        Matcher percent = PERCENT.matcher(cell);
        if (cell.isEmpty()) {
            return "<c r=\"%s\" s=\"0\"/>".formatted(at);
        }
        if (cell.equals("=!")) {
            return "<c r=\"%s\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>".formatted(at);
        }
        if (cell.equals("=?")) {
            return "<c r=\"%s\"><f>SUM(A1:A2)</f></c>".formatted(at);
        }
        if (cell.startsWith("=")) {
            return "<c r=\"%s\"><f>%s*1</f><v>%s</v></c>".formatted(at, cell.substring(1), cell.substring(1));
        }
        if (cell.startsWith("@")) {
            boolean month = cell.length() == 8;
            return "<c r=\"%s\" s=\"%d\"><v>%d</v></c>".formatted(at, month ? 3 : 2, serial(cell));
        }
        if (percent.matches()) {
            double value = Double.parseDouble(cell.replace("%", "")) / 100;
            return "<c r=\"%s\" s=\"1\"><v>%s</v></c>".formatted(at, value);
        }
        return NUMBER.matcher(cell).matches()
                ? "<c r=\"%s\"><v>%s</v></c>".formatted(at, cell)
                : "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(at, escaped(unquoted(cell)));
    }

    private static long serial(String cell) {
        String day = cell.substring(1) + (cell.length() == 8 ? "-01" : "");
        return java.time.LocalDate.of(1899, 12, 30)
                .until(java.time.LocalDate.parse(day), java.time.temporal.ChronoUnit.DAYS);
    }

    private static String unquoted(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    public byte[] xls() {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFCellStyle percent = book.createCellStyle();
            percent.setDataFormat(book.createDataFormat().getFormat("0.0%"));
            HSSFCellStyle day = book.createCellStyle();
            day.setDataFormat((short) 14);
            HSSFCellStyle month = book.createCellStyle();
            month.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\""));
            for (Page page : pages) {
                HSSFSheet sheet = book.createSheet(page.name());
                book.setSheetHidden(book.getSheetIndex(sheet), page.hidden());
                for (int r = 0; r < page.rows().size(); r++) {
                    HSSFRow row = sheet.createRow(r);
                    row.setZeroHeight(page.isRowHidden(r));
                    for (int c = 0; c < page.rows().get(r).size(); c++) {
                        xlsCell(row.createCell(c), content(page.at(r, c)), percent, day, month);
                        sheet.setColumnHidden(c, page.isColumnHidden(c));
                    }
                }
                page.merged().forEach(m -> sheet.addMergedRegion(new CellRangeAddress(m[0], m[2], m[1], m[3])));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @SuppressWarnings("deprecation") // of a cell that is an error
    private static void xlsCell(
            HSSFCell cell, String content, HSSFCellStyle percent, HSSFCellStyle day, HSSFCellStyle month) {
        if (content.equals("=!")) {
            cell.setCellFormula("1/0");
            cell.setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.DIV0.getCode());
        } else if (content.startsWith("=")) {
            cell.setCellFormula(content.equals("=?") ? "SUM(A1:A2)" : content.substring(1) + "*1");
            cell.setCellValue(Double.parseDouble(content.equals("=?") ? "0" : content.substring(1)));
        } else if (content.startsWith("@")) {
            cell.setCellValue((double) serial(content));
            cell.setCellStyle(content.length() == 8 ? month : day);
        } else if (PERCENT.matcher(content).matches()) {
            cell.setCellValue(Double.parseDouble(content.replace("%", "")) / 100);
            cell.setCellStyle(percent);
        } else if (NUMBER.matcher(content).matches()) {
            cell.setCellValue(Double.parseDouble(content));
        } else if (!content.isEmpty()) {
            cell.setCellValue(unquoted(content));
        }
    }

    /// As LibreOffice writes it: styles before the sheets, repeated cells in one, a million rows of nothing at the end.
    public byte[] ods() {
        StringBuilder xml = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?><office:document-content \
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">\
            <office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties \
            table:display="true"/></style:style><style:style style:name="ta2" style:family="table">\
            <style:table-properties table:display="false"/></style:style></office:automatic-styles>\
            <office:body><office:spreadsheet>\
            """);
        for (Page page : pages) {
            xml.append("<table:table table:name=\"%s\" table:style-name=\"%s\">"
                    .formatted(page.name(), page.hidden() ? "ta2" : "ta1"));
            for (int c = 0; c < page.width(); c++) {
                xml.append("<table:table-column%s/>"
                        .formatted(page.isColumnHidden(c) ? " table:visibility=\"collapse\"" : ""));
            }
            for (int r = 0; r < page.rows().size(); r++) {
                xml.append(
                        "<table:table-row%s>".formatted(page.isRowHidden(r) ? " table:visibility=\"collapse\"" : ""));
                odsRow(page, r, xml);
                xml.append("<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>");
            }
            xml.append("<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell"
                    + " table:number-columns-repeated=\"16384\"/></table:table-row></table:table>");
        }
        xml.append("</office:spreadsheet></office:body></office:document-content>");
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        parts.put("content.xml", xml.toString());
        return zip(parts);
    }

    private static void odsRow(Page page, int r, StringBuilder xml) {
        for (int c = 0; c < page.rows().get(r).size(); c++) {
            int row = r;
            int column = c;
            String cell = content(page.at(r, c));
            String span = page.merged().stream()
                    .filter(m -> m[0] == row && m[1] == column)
                    .map(m -> " table:number-columns-spanned=\"%d\" table:number-rows-spanned=\"%d\""
                            .formatted(m[3] - m[1] + 1, m[2] - m[0] + 1))
                    .findFirst()
                    .orElse("");
            String element =
                    page.at(r, c).equals("<") || page.at(r, c).equals("^") ? "covered-table-cell" : "table-cell";
            int repeated = 1;
            while (!cell.isEmpty()
                    && span.isEmpty()
                    && content(page.at(r, c + 1)).equals(cell)) {
                repeated++;
                c++;
            }
            String times = repeated > 1 ? " table:number-columns-repeated=\"%d\"".formatted(repeated) : "";
            xml.append(odsCell(element, span + times, cell));
        }
    }

    private static String odsCell(String element, String attributes, String cell) {
        String formula = cell.startsWith("=") ? " table:formula=\"of:=SUM([.A1:.A2])\"" : "";
        String value;
        String shown = shown(cell).replace("\"", "");
        if (cell.isEmpty() || cell.equals("=?")) {
            return "<table:%s%s%s/>".formatted(element, attributes, formula);
        } else if (cell.equals("=!")) {
            value = "office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"";
        } else if (cell.startsWith("@")) {
            value = "office:value-type=\"date\" office:date-value=\"%s\""
                    .formatted(cell.length() == 8 ? shown + "-01" : shown);
            shown = cell.length() == 8 ? shown.replace("-0", "年").replace("-", "年") + "月" : shown.replace('-', '/');
        } else if (PERCENT.matcher(cell).matches()) {
            value = "office:value-type=\"percentage\" office:value=\"%s\""
                    .formatted(Double.parseDouble(cell.replace("%", "")) / 100);
        } else if (NUMBER.matcher(shown).matches() && !cell.startsWith("'")) {
            value = "office:value-type=\"float\" office:value=\"%s\"".formatted(shown);
        } else {
            value = "office:value-type=\"string\"";
        }
        return "<table:%s%s%s %s><text:p>%s</text:p></table:%s>"
                .formatted(element, attributes, formula, value, escaped(shown), element);
    }

    public static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
