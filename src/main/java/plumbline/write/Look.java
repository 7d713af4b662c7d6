package plumbline.write;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// The styles of a workbook of our own. Colours are plain RGB, so that no theme changes them.
final class Look {
    private static final String FONT = "微软雅黑";
    private static final int GREY = 0xF2F2F2;
    private static final int HEAD = 0xDDE6F0;
    private static final int INPUT = 0xFFFBE6;
    private static final int LINE = 0xBFBFBF;

    private final XSSFWorkbook workbook;
    final XSSFCellStyle title;
    final XSSFCellStyle plain;
    final XSSFCellStyle quiet;
    final XSSFCellStyle head;
    final XSSFCellStyle text;
    final XSSFCellStyle link;
    /// To be filled in.
    final XSSFCellStyle input;
    /// Given, and not read.
    final XSSFCellStyle given;
    /// As `given`, for text that a program would take for a formula.
    final XSSFCellStyle givenText;

    Look(XSSFWorkbook workbook) {
        this.workbook = workbook;
        title = style(font(16, true, 0x1F1F1F), -1, false);
        plain = style(font(11, false, 0x1F1F1F), -1, false);
        plain.setWrapText(true);
        quiet = style(font(10, false, 0x595959), -1, false);
        head = style(font(11, true, 0x1F1F1F), HEAD, true);
        head.setAlignment(HorizontalAlignment.CENTER);
        text = style(font(11, false, 0x1F1F1F), -1, true);
        link = style(font(11, false, 0x0B57A4), -1, true);
        input = style(font(11, false, 0x1F1F1F), INPUT, true);
        input.setAlignment(HorizontalAlignment.RIGHT);
        given = style(font(11, false, 0x595959), GREY, true);
        given.setAlignment(HorizontalAlignment.RIGHT);
        givenText = workbook.createCellStyle();
        givenText.cloneStyleFrom(given);
        givenText.setQuotePrefixed(true);
    }

    private XSSFFont font(int size, boolean bold, int colour) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) size);
        font.setBold(bold);
        font.setColor(rgb(colour));
        return font;
    }

    private XSSFCellStyle style(XSSFFont font, int fill, boolean lined) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        if (fill >= 0) {
            style.setFillForegroundColor(rgb(fill));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (lined) {
            style.setWrapText(true);
            lines(style);
        }
        return style;
    }

    private static void lines(XSSFCellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setTopBorderColor(rgb(LINE));
        style.setBottomBorderColor(rgb(LINE));
        style.setLeftBorderColor(rgb(LINE));
        style.setRightBorderColor(rgb(LINE));
    }

    static XSSFColor rgb(int colour) {
        return new XSSFColor(new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour});
    }

    /// In characters as spreadsheets count them; a Chinese one is twice as wide.
    static int width(String text) {
        return text.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
    }

    /// Whether a program would take the text for a formula. Where the style is quoted it stays a text even when edited.
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }
}
