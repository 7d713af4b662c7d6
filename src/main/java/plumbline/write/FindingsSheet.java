package plumbline.write;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import plumbline.Finding;
import plumbline.Place;
import plumbline.Severity;
import plumbline.read.form.OwnSheets;

/// The last sheet of a marked copy: what was checked and when, and every finding with a link to its cell.
final class FindingsSheet {
    /// First row of the list, and its columns that tell where; 0-based.
    static final int FIRST = 8;

    static final int SHEET = 1;
    static final int CELL = 2;
    /// Hidden: what the cell looked like before it was marked.
    static final int BEFORE = 6;

    /// More than a person mends by hand; a list takes a second for each few thousand.
    private static final int MOST_LINES = 5_000;

    private static final int LONGEST = 2_000;
    private static final int[] WIDTHS = {8, 18, 10, 26, 34, 80};
    private static final float LINE = 16;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Workbook workbook;
    private final Language language;
    private final Marks marks;
    private final CellStyle plain;
    private final CellStyle head;
    private final CellStyle title;
    private final CellStyle error;
    private final CellStyle warning;
    private final CellStyle link;
    private final Sheet sheet;

    FindingsSheet(Workbook workbook, Language language, Marks marks) {
        this.workbook = workbook;
        this.language = language;
        this.marks = marks;
        plain = style(false, 11);
        plain.setWrapText(false);
        title = style(true, 15);
        title.setWrapText(false);
        head = lined(style(true, 11));
        Marks.fill(workbook, head, 0xDDE6F0);
        error = lined(style(true, 11));
        Marks.fill(workbook, error, Marks.colour(Severity.ERROR));
        warning = lined(style(true, 11));
        Marks.fill(workbook, warning, Marks.colour(Severity.WARNING));
        link = lined(style(false, 11));
        Font blue = workbook.createFont();
        blue.setUnderline(Font.U_SINGLE);
        blue.setColor(IndexedColors.BLUE.getIndex());
        link.setFont(blue);
        sheet = workbook.createSheet(freeName());
    }

    private String freeName() {
        String name = language.of("核对结果", "Findings");
        String free = name;
        for (int i = 2; workbook.getSheet(free) != null; i++) {
            free = name + " " + i;
        }
        return free;
    }

    private CellStyle style(boolean bold, int size) {
        Font font = workbook.createFont();
        font.setBold(bold);
        font.setFontHeightInPoints((short) size);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setQuotePrefixed(true);
        return style;
    }

    private static CellStyle lined(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    /// @param own the sender's workbook; absent where this list is all there is
    void write(Source file, List<Finding> findings, ZonedDateTime when, Optional<Book> own) {
        text(0, 0, language.of(OwnSheets.FINDINGS_ZH, OwnSheets.FINDINGS_EN), title);
        long errors = findings.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .count();
        labelled(OwnSheets.FILE_ROW, language.of("原文件", "File"), file.name());
        labelled(OwnSheets.CHECKED_ROW, language.of("核对时间", "Checked"), TIME.format(when));
        labelled(OwnSheets.DIGEST_ROW, "SHA-256", file.sha256());
        labelled(
                OwnSheets.DIGEST_ROW + 1,
                language.of("结果", "Result"),
                language.of(
                                "错误%d处，提醒%d处。改好后直接导入本文件即可，颜色、批注和本表会自动略去。",
                                "%d errors, %d warnings. Mend this file and import it as it is; colours, comments and"
                                        + " this sheet are left out.")
                        .formatted(errors, findings.size() - errors));
        labelled(OwnSheets.DIGEST_ROW + 2, language.of("附注", "Note"), note(own));
        String[] names = language == Language.ZH
                ? new String[] {"程度", "工作表", "单元格", "发现", "可接受", "说明"}
                : new String[] {"severity", "sheet", "cell", "found", "accepted", "message"};
        for (int i = 0; i < names.length; i++) {
            text(FIRST - 1, i, names[i], head);
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        sheet.setColumnHidden(BEFORE, true);
        CellStyle cells = lined(style(false, 11));
        Set<String> told = new HashSet<>();
        int listed = Math.min(findings.size(), MOST_LINES);
        for (int i = 0; i < listed; i++) {
            line(FIRST + i, findings.get(i), own, cells, told);
        }
        if (findings.size() > listed) {
            String more = language.of("此后还有%d处未列出。", "%d more are not listed.").formatted(findings.size() - listed);
            text(FIRST + listed, 0, more, plain);
        }
        sheet.createFreezePane(0, FIRST);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getPrintSetup().setLandscape(true);
        open();
    }

    private String note(Optional<Book> own) {
        if (own.isEmpty()) {
            return language.of(
                    "文件太大或不能改动，未附原表，这里只有清单；请对照原文件修改。",
                    "The file is too large or cannot be changed: this is the list alone, mend your own file by it.");
        }
        return own.get().remade
                ? language.of(
                        "原文件的格式不能带标记，已另存为XLSX：各格的位置和内容照旧，原来的字体、列宽等没有保留。",
                        "A file of this format cannot be marked, so this is an XLSX: every cell in its place and as"
                                + " written, without the fonts and widths of before.")
                : language.of(
                        "红色为错误，须改正；黄色为提醒，请核对。鼠标指到格上可见批注。",
                        "Red is an error and must be mended; yellow is a warning. Each cell says why in its comment.");
    }

    private void line(int row, Finding finding, Optional<Book> own, CellStyle cells, Set<String> told) {
        Place place = finding.place();
        text(row, 0, Marks.severity(finding, language), finding.severity() == Severity.ERROR ? error : warning);
        Optional<String> address = own.flatMap(book -> Marks.address(book, place));
        String sheetName = own.flatMap(book -> book.sheet(place))
                .map(Sheet::getSheetName)
                .orElseGet(() -> place instanceof Place.Cell cell ? cell.sheet() : "");
        text(row, SHEET, sheetName, cells);
        Cell where = text(row, CELL, cell(place, address), address.isPresent() ? link : cells);
        address.ifPresent(to -> {
            Hyperlink hyperlink = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            hyperlink.setAddress(to);
            where.setHyperlink(hyperlink);
            if (told.add(to)) {
                own.flatMap(book -> marks.before(book, place))
                        .ifPresent(
                                looked -> sheet.getRow(row).createCell(BEFORE).setCellStyle(looked));
            }
        });
        text(row, 3, finding.found(), cells);
        text(row, 4, finding.accepted(), cells);
        text(row, 5, language.of(finding.message()), cells);
        int lines = 1;
        String[] wrapped = {sheetName, finding.found(), finding.accepted(), language.of(finding.message())};
        int[] widths = {WIDTHS[1], WIDTHS[3], WIDTHS[4], WIDTHS[5]};
        for (int i = 0; i < wrapped.length; i++) {
            lines = Math.max(lines, Look.width(wrapped[i]) / (widths[i] - 2) + 1);
        }
        sheet.getRow(row).setHeightInPoints(LINE * Math.min(lines, 20));
    }

    private static String cell(Place place, Optional<String> address) {
        return switch (place) {
            case Place.Cell cell -> cell.reference();
            case Place.Line line ->
                address.isPresent() ? new Place.Cell("", line.line(), line.column()).reference() : line.toString();
            case Place.Passage passage -> passage.toString();
        };
    }

    private void labelled(int row, String label, String text) {
        text(row - 1, 0, label, plain);
        text(row - 1, 1, text, plain);
    }

    private Cell text(int row, int column, String text, CellStyle style) {
        Row at = Optional.ofNullable(sheet.getRow(row)).orElseGet(() -> sheet.createRow(row));
        Cell cell = at.createCell(column);
        cell.setCellValue(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
        cell.setCellStyle(style);
        return cell;
    }

    /// The workbook opens here, and with this sheet alone: what is typed into several selected ones goes into all.
    private void open() {
        int at = workbook.getSheetIndex(sheet);
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            workbook.getSheetAt(i).setSelected(i == at);
        }
        workbook.setActiveSheet(at);
    }
}
