package plumbline.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/// The parts a workbook is made of (ECMA-376): its sheets, and around them what names and formats them. Not
/// thread-safe.
final class XlsxParts {
    static final int PLAIN = 0;
    static final int HEADER = 1;
    static final int DAY = 2;
    static final int INSTANT = 3;
    /// Text that begins like a formula: what Excel itself does with `'=1`.
    static final int QUOTED = 4;

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Archive archive;
    private final List<String> sheets = new ArrayList<>();

    XlsxParts(OutputStream out) {
        archive = new Archive(out, Deflater.BEST_SPEED);
    }

    /// Names of the sheets so far.
    List<String> sheets() {
        return sheets;
    }

    /// Begins a sheet.
    void sheet(String name) {
        sheets.add(name);
        try {
            archive.begin("xl/worksheets/sheet" + sheets.size() + ".xml");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void write(Bytes bytes) throws IOException {
        bytes.flush(archive);
    }

    void end() throws IOException {
        archive.end();
    }

    /// @param columns by which the widths go; none for a sheet of words
    void head(List<Column> columns, Bytes out) {
        out.add(XML).add("<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\"");
        out.add(sheets.size() == 1 ? " tabSelected=\"1\">" : ">");
        out.add("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
        out.add("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        int[] words = {28, 28, 90};
        int count = columns.isEmpty() ? words.length : columns.size();
        for (int i = 0; i < count; i++) {
            int width = columns.isEmpty() ? words[i] : width(columns.get(i));
            out.add("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\"" + width + "\" customWidth=\"1\"/>");
        }
        out.add("</cols><sheetData>");
    }

    private static int width(Column column) {
        return switch (column.type()) {
            case TEXT -> 20;
            case INSTANT -> 20;
            case DAY -> 12;
            case CODE, WHOLE, NUMBER -> 14;
        };
    }

    /// Digits in a column of words are words; Excel need not point that out.
    void foot(String lastColumn, Bytes out) {
        out.add("</sheetData><ignoredErrors><ignoredError sqref=\"A1:" + lastColumn + XlsxRows.MOST_ROWS
                + "\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>");
    }

    void finish() throws IOException {
        part("xl/styles.xml", styles());
        part("xl/workbook.xml", workbook());
        part("xl/_rels/workbook.xml.rels", relations());
        part(
                "_rels/.rels",
                XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\""
                        + DOCUMENT + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        part("[Content_Types].xml", types());
        archive.finish();
    }

    private void part(String name, String content) throws IOException {
        archive.entry(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String styles() {
        return XML + "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"2\"><numFmt numFmtId=\"164\""
                + " formatCode=\"yyyy\\-mm\\-dd\"/><numFmt numFmtId=\"165\""
                + " formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts><fonts"
                + " count=\"2\"><font><sz val=\"11\"/><name"
                + " val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name"
                + " val=\"Calibri\"/></font></fonts><fills"
                + " count=\"3\"><fill><patternFill"
                + " patternType=\"none\"/></fill><fill><patternFill"
                + " patternType=\"gray125\"/></fill><fill><patternFill"
                + " patternType=\"solid\"><fgColor"
                + " rgb=\"FFE3E7EC\"/></patternFill></fill></fills><borders"
                + " count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs"
                + " count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\""
                + " borderId=\"0\"/></cellStyleXfs><cellXfs count=\"5\"><xf"
                + " numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\""
                + " xfId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\""
                + " borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\"/><xf"
                + " numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\""
                + " xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"165\""
                + " fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
                + " applyNumberFormat=\"1\"/><xf numFmtId=\"0\" fontId=\"0\""
                + " fillId=\"0\" borderId=\"0\" xfId=\"0\""
                + " quotePrefix=\"1\"/></cellXfs><cellStyles count=\"1\"><cellStyle"
                + " name=\"Normal\" xfId=\"0\""
                + " builtinId=\"0\"/></cellStyles></styleSheet>";
    }

    private String workbook() {
        StringBuilder out =
                new StringBuilder(XML).append("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + DOCUMENT + "\"><sheets>");
        for (int i = 1; i <= sheets.size(); i++) {
            out.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(sheets.get(i - 1), i, i));
        }
        return out.append("</sheets></workbook>").toString();
    }

    private String relations() {
        StringBuilder out = new StringBuilder(XML).append("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 1; i <= sheets.size(); i++) {
            out.append("<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                    .formatted(i, DOCUMENT, i));
        }
        return out.append("<Relationship Id=\"rId%d\" Type=\"%s/styles\" Target=\"styles.xml\"/></Relationships>"
                        .formatted(sheets.size() + 1, DOCUMENT))
                .toString();
    }

    private String types() {
        StringBuilder out = new StringBuilder(XML)
                .append("<Types xmlns=\"" + PACKAGE + "content-types\">")
                .append("<Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
                .append("<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>")
                .append("<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>");
        for (int i = 1; i <= sheets.size(); i++) {
            out.append("<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"%sworksheet+xml\"/>"
                    .formatted(i, TYPE));
        }
        return out.append("</Types>").toString();
    }

    static boolean hasOuterBlank(String text) {
        return !text.isEmpty()
                && (text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ' || text.indexOf('\n') >= 0);
    }

    /// Text inside an element. What XML cannot hold is written `_x0001_`, and what looks like that `_x005F_x0001_`.
    static void escaped(String text, Bytes out) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            String instead = each > '>' && each < 0xD800 && each != '_' ? "" : instead(text, i, each);
            if (!instead.isEmpty()) {
                out.add(text.substring(from, i)).add(instead);
                from = i + 1;
            }
        }
        out.add(from == 0 ? text : text.substring(from));
    }

    private static String instead(String text, int at, char each) {
        return switch (each) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '_' -> looksEscaped(text, at) ? "_x005F_" : "";
            default -> {
                boolean control = (each < ' ' && each != '\t' && each != '\n') || each >= '\uFFFE';
                yield control ? "_x%04X_".formatted((int) each) : isLone(text, at, each) ? "\uFFFD" : "";
            }
        };
    }

    private static boolean looksEscaped(String text, int at) {
        return text.length() > at + 6 && text.charAt(at + 1) == 'x' && text.charAt(at + 6) == '_';
    }

    /// Half of a character that needs two.
    private static boolean isLone(String text, int at, char each) {
        if (Character.isHighSurrogate(each)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(each) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
