package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `import --marked-copies`: the sender's own workbook comes back with its faults marked, is mended, and is taken in.
class MarkedCopyTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void sitDown() throws IOException {
        shell = new Shell(folder);
        assertEquals(
                0, shell.take(shell.write("departments.csv", Shell.DEPARTMENTS)).code());
    }

    /// A clerk's form with two faults (B5, C4), a formula, a coloured cell, a comment, widths and a sheet of notes.
    private Path form(String extension) throws IOException {
        try (Workbook workbook = extension.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("一季度");
            row(sheet, 0, "2023年第一季度统计表");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            row(sheet, 1, "部门", "廉政谈话人次", "立案件数", "备注");
            row(sheet, 2, "办公室", 12, 3, "照实");
            row(sheet, 3, "某局", 30, "很多", "=cmd");
            row(sheet, 4, "财务处", 7, 1, "");
            sheet.getRow(2).getCell(1).setCellFormula("6*2");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            sheet.setColumnWidth(0, 30 * 256);
            CellStyle green = workbook.createCellStyle();
            green.setFillForegroundColor(IndexedColors.LIGHT_GREEN.getIndex());
            green.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            green.setDataFormat(workbook.createDataFormat().getFormat("#,##0"));
            sheet.getRow(3).getCell(2).setCellStyle(green);
            comment(sheet.getRow(3).getCell(2), "待核实");
            Path file = folder.resolve("q1." + extension);
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            return file;
        }
    }

    private static void row(Sheet sheet, int at, Object... cells) {
        Row row = sheet.createRow(at);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else if (!cells[i].toString().isEmpty()) {
                row.createCell(i).setCellValue(cells[i].toString());
            }
        }
    }

    private static void comment(Cell cell, String text) {
        var anchor = cell.getSheet().getWorkbook().getCreationHelper().createClientAnchor();
        anchor.setCol1(5);
        anchor.setCol2(8);
        anchor.setRow1(1);
        anchor.setRow2(4);
        var comment = cell.getSheet().createDrawingPatriarch().createCellComment(anchor);
        comment.setString(cell.getSheet().getWorkbook().getCreationHelper().createRichTextString(text));
        cell.setCellComment(comment);
    }

    private Path marked(Path file, String... more) throws IOException {
        List<Object> words = new ArrayList<>(List.of("--marked-copies", folder.resolve("back"), file));
        words.addAll(List.of(more));
        Shell.Ended done = shell.take(words.toArray());
        assertTrue(done.out().contains(": marked in "), done.out() + done.err());
        return Path.of(
                done.out().lines().reduce((_, last) -> last).orElseThrow().replaceFirst(".*: marked in ", ""));
    }

    private static <T> T look(Path file, java.util.function.Function<Workbook, T> what) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                Workbook workbook = WorkbookFactory.create(in)) {
            return what.apply(workbook);
        }
    }

    private static void change(Path file, Consumer<Workbook> how) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                Workbook workbook = WorkbookFactory.create(in)) {
            how.accept(workbook);
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    private static Cell cell(Workbook workbook, int sheet, String address) {
        CellReference at = new CellReference(address);
        return workbook.getSheetAt(sheet).getRow(at.getRow()).getCell(at.getCol());
    }

    private static String fill(Cell cell) {
        if (cell.getCellStyle() instanceof XSSFCellStyle style) {
            return style.getFillPattern() == FillPatternType.NO_FILL
                    ? "none"
                    : style.getFillForegroundXSSFColor().getARGBHex();
        }
        return cell.getCellStyle().getFillPattern() + " " + cell.getCellStyle().getFillForegroundColor();
    }

    private static List<String> list(Workbook workbook) {
        Sheet sheet = workbook.getSheetAt(workbook.getNumberOfSheets() - 1);
        return Stream.iterate(8, row -> row <= sheet.getLastRowNum(), row -> row + 1)
                .map(sheet::getRow)
                .map(row -> row.getCell(0) + " " + row.getCell(1) + " " + row.getCell(2) + " " + row.getCell(3))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void theWorkbookComesBackAsItWasWithItsFaultsMarked(String extension) throws IOException {
        Path file = form(extension);
        byte[] sent = Files.readAllBytes(file);
        Path back = marked(file);
        assertEquals("q1.核对." + extension, back.getFileName().toString());
        assertEquals(sent.length, Files.readAllBytes(file).length);
        look(back, workbook -> {
            assertEquals(List.of("一季度", "核对结果"), List.of(workbook.getSheetName(0), workbook.getSheetName(1)));
            assertEquals(2, workbook.getNumberOfSheets());
            Cell formula = cell(workbook, 0, "B3");
            assertEquals("6*2", formula.getCellFormula());
            assertEquals(12, formula.getNumericCellValue());
            assertEquals(30 * 256, workbook.getSheetAt(0).getColumnWidth(0));
            assertEquals(1, workbook.getSheetAt(0).getNumMergedRegions());
            Cell faulty = cell(workbook, 0, "C4");
            assertEquals("很多", faulty.getStringCellValue());
            assertEquals("#,##0", faulty.getCellStyle().getDataFormatString());
            assertEquals(extension.equals("xlsx") ? "FFFFC7CE" : "SOLID_FOREGROUND 45", fill(faulty));
            assertEquals("""
                待核实
                —— 准绳 Plumbline ——
                【错误】“很多”不是数量；可填18、60余、62万、3—5、*、无、— …。
                发现：很多
                可接受：18, 60余, 62万, 3—5, *, 无, — …\
                """, faulty.getCellComment().getString().getString());
            Cell nobody = cell(workbook, 0, "A5");
            assertTrue(
                    nobody.getCellComment().getString().getString().contains("【错误】没有“财务处”这个部门"),
                    nobody.getCellComment().getString().getString());
            assertNull(cell(workbook, 0, "B4").getCellComment());
            assertEquals(CellType.STRING, cell(workbook, 0, "D4").getCellType());
            assertEquals(List.of("错误 一季度 C4 很多", "错误 一季度 A5 财务处"), list(workbook));
            assertEquals("'一季度'!C4", cell(workbook, 1, "C9").getHyperlink().getAddress());
            assertEquals("q1." + extension, cell(workbook, 1, "B2").getStringCellValue());
            assertTrue(cell(workbook, 1, "B4").getStringCellValue().matches("[0-9a-f]{64}"));
            assertEquals(1, workbook.getActiveSheetIndex());
            return workbook;
        });
        assertEquals(1, shell.held().size(), "nothing of it is stored, only the departments are");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void theMendedWorkbookIsTakenInAndSaysWhereItComesFrom(String extension) throws IOException {
        Path back = marked(form(extension));
        change(back, workbook -> {
            cell(workbook, 0, "C4").setCellValue(4);
            cell(workbook, 0, "A5").setCellValue("D1");
            cell(workbook, 0, "A3").setCellValue("某局");
            cell(workbook, 0, "A4").setCellValue("某局");
            workbook.getSheetAt(0).removeRow(workbook.getSheetAt(0).getRow(2));
        });
        Shell.Ended taken = shell.take(back);
        assertEquals("", taken.err());
        assertTrue(
                taken.out().contains("q1.核对.%s: mended after q1.%s, checked 20".formatted(extension, extension)),
                taken.out());
        List<String> held = shell.held();
        assertEquals(5, held.size(), held::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void whatIsMendedLosesItsMarkWhenTheNextCopyIsMade(String extension) throws IOException {
        Path first = marked(form(extension));
        change(first, workbook -> cell(workbook, 0, "C4").setCellValue(4));
        Path second = marked(first);
        assertEquals("q1.核对 2." + extension, second.getFileName().toString());
        look(second, workbook -> {
            assertEquals(2, workbook.getNumberOfSheets());
            Cell mended = cell(workbook, 0, "C4");
            assertEquals("待核实", mended.getCellComment().getString().getString());
            assertEquals("#,##0", mended.getCellStyle().getDataFormatString());
            assertEquals(
                    extension.equals("xlsx") ? IndexedColors.LIGHT_GREEN.getIndex() : 42,
                    mended.getCellStyle().getFillForegroundColor());
            assertEquals(List.of("错误 一季度 A5 财务处"), list(workbook));
            String comment =
                    cell(workbook, 0, "A5").getCellComment().getString().getString();
            assertEquals(comment.indexOf("准绳"), comment.lastIndexOf("准绳"), comment);
            return workbook;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void aCsvFileComesBackAsAWorkbookWithItsCellsAsWritten(String charset) throws IOException {
        Path file = shell.write("q1.csv", """
            部门;期间;指标;数值;备注
            办公室;2023-Q1;立案件数;=1+1;"一行
            两行"
            办公室;2023-Q1;廉政谈话人次;1,204;@某
            """, Charset.forName(charset));
        Path back = marked(file);
        assertEquals("q1.核对.xlsx", back.getFileName().toString());
        look(back, workbook -> {
            Cell faulty = cell(workbook, 0, "D2");
            assertEquals(CellType.STRING, faulty.getCellType());
            assertEquals("=1+1", faulty.getStringCellValue());
            assertTrue(faulty.getCellStyle().getQuotePrefixed());
            assertEquals("FFFFC7CE", fill(faulty));
            assertEquals("1,204", cell(workbook, 0, "D4").getStringCellValue());
            assertEquals("一行\n两行", cell(workbook, 0, "E2").getStringCellValue());
            assertEquals(List.of("错误 q1 D2 =1+1"), list(workbook));
            return workbook;
        });
        change(back, workbook -> cell(workbook, 0, "D2").setCellValue("2"));
        Shell.Ended taken = shell.take(back);
        assertEquals("", taken.err());
        assertTrue(taken.out().contains("mended after q1.csv"), taken.out());
    }

    @Test
    void anOdsFileComesBackAsAWorkbookWithItsCellsInTheirPlaces() throws IOException {
        Path file = Files.copy(
                Path.of("src/test/resources/forms/libreoffice/merged-departments.ods"), folder.resolve("m.ods"));
        Path back = marked(file);
        assertEquals("m.核对.xlsx", back.getFileName().toString());
        look(back, workbook -> {
            assertTrue(workbook.getSheetAt(0).getNumMergedRegions() > 0);
            assertTrue(list(workbook).getFirst().startsWith("错误 "), list(workbook)::toString);
            return workbook;
        });
    }

    /// A marked copy of w.xlsx that LibreOffice opened and saved (once); its marks give way to those of now.
    @Test
    void aCopyThatAnotherProgramSavedIsKnownAndIsMarkedOnce() throws IOException {
        Path file = Files.copy(
                Path.of("src/test/resources/templates/marked-saved-by-libreoffice.xlsx"), folder.resolve("w.核对.xlsx"));
        Shell.Ended taken = shell.take(file);
        assertTrue(taken.out().contains("mended after w.xlsx, checked 2026-11-22 00:07"), taken.out());
        look(marked(file), workbook -> {
            assertEquals(2, workbook.getNumberOfSheets());
            workbook.getSheetAt(0).getCellComments().forEach((at, comment) -> {
                String text = comment.getString().getString();
                assertEquals(text.indexOf("准绳"), text.lastIndexOf("准绳"), text);
            });
            assertEquals("FFFFC7CE", fill(cell(workbook, 0, "C3")));
            return workbook;
        });
    }

    @Test
    void aFileTooLargeToBeChangedGivesTheListAlone() throws IOException {
        String note = "n".repeat(30_000);
        StringBuilder rows = new StringBuilder("department,period,metric,value,note\n");
        for (int i = 0; i < 300; i++) {
            rows.append("D1,2023-Q1,cases_filed,many,").append(note).append('\n');
        }
        Path back = marked(shell.write("large.csv", rows.toString()));
        look(back, workbook -> {
            assertEquals(1, workbook.getNumberOfSheets());
            assertEquals(300, list(workbook).size());
            assertEquals("错误  2:4 many", list(workbook).getFirst());
            assertTrue(cell(workbook, 0, "B6").getStringCellValue().startsWith("文件太大"));
            return workbook;
        });
    }

    @Test
    void aListThatNobodyWouldReadToItsEndSaysHowManyMoreThereAre() throws IOException {
        Path back = marked(shell.write(
                "many.csv", "department,period,metric,value\n" + "D1,2023-Q1,cases_filed,many\n".repeat(5_003)));
        look(back, workbook -> {
            assertEquals(5_001, list(workbook).size());
            assertTrue(list(workbook).getLast().startsWith("此后还有3处未列出。"));
            assertEquals("FFFFC7CE", fill(cell(workbook, 0, "D5004")));
            return workbook;
        });
    }

    @Test
    void theCopySpeaksEnglishOnRequest() throws IOException {
        Path back = marked(form("xlsx"), "--lang", "en");
        assertEquals("q1.checked.xlsx", back.getFileName().toString());
        look(back, workbook -> {
            assertEquals("Findings", workbook.getSheetName(1));
            assertTrue(cell(workbook, 0, "C4")
                    .getCellComment()
                    .getString()
                    .getString()
                    .contains("[error] “很多” is no count"));
            return workbook;
        });
        change(back, workbook -> workbook.getSheetAt(0).getRow(3).getCell(2).setCellValue(4));
        assertTrue(shell.take(back).out().contains("mended after q1.xlsx"));
    }

    @Test
    void whatHasNoCellsToMarkHasNoCopy() throws IOException {
        Path text = shell.write("report.txt", "没有数字");
        Path broken = folder.resolve("broken.xlsx");
        Files.write(broken, List.of("PK\u0003\u0004 and no more"));
        Shell.Ended done = shell.take("--marked-copies", folder.resolve("back"), text, broken);
        assertFalse(done.out().contains("marked in"), done.out());
        assertFalse(Files.exists(folder.resolve("back")));
    }
}
