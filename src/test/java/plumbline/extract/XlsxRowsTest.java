package plumbline.extract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.Name;
import plumbline.read.form.Forms;
import plumbline.read.sheet.Limits;
import plumbline.read.sheet.SheetRow;
import plumbline.read.sheet.SheetVisitor;
import plumbline.read.sheet.Workbook;

/// The workbook as other programs see it: Apache POI, and our own reader.
class XlsxRowsTest {
    private static final Table TABLE = new Table(
            "trial",
            new Name("试", "Trial"),
            List.of(
                    new Column("code", "代码", "Code", Column.Type.CODE, "", ""),
                    new Column("words", "文字", "Words", Column.Type.TEXT, "", ""),
                    new Column("count", "数", "Count", Column.Type.NUMBER, "", ""),
                    new Column("day", "日", "Day", Column.Type.DAY, "", ""),
                    new Column("moment", "时", "Moment", Column.Type.INSTANT, "", ""),
                    new Column("share", "率", "Share", Column.Type.NUMBER, "", "")),
            List.of("code"));
    private static final Instant MOMENT = Instant.parse("2026-11-20T09:00:00.123456Z");

    private static byte[] written(int rows, int mostRows, String words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxRows to = new XlsxRows(TABLE, false, () -> List.of(List.of("rows", "" + rows)), mostRows, out)) {
            for (int i = 0; i < rows; i++) {
                to.code("C" + i)
                        .text(words)
                        .number(i)
                        .day(LocalDate.of(2022, 3, 1))
                        .instant(MOMENT)
                        .amount(955, 1)
                        .endRow();
                if (i % 1000 == 0) {
                    to.flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_500})
    void cellsAreRealNumbersAndDays(int rows) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(written(rows, XlsxRows.MOST_ROWS, "词")))) {
            assertEquals(3, book.getNumberOfSheets());
            Sheet sheet = book.getSheetAt(0);
            assertEquals(rows, sheet.getLastRowNum());
            assertEquals(1, sheet.getPaneInformation().getHorizontalSplitPosition());
            assertTrue(sheet.getPaneInformation().isFreezePane());
            for (int i = 1; i <= rows; i++) {
                Cell count = sheet.getRow(i).getCell(2);
                assertEquals(CellType.NUMERIC, count.getCellType());
                assertEquals(i - 1, count.getNumericCellValue());
            }
            Cell day = sheet.getRow(1).getCell(3);
            assertEquals(CellType.NUMERIC, day.getCellType());
            assertTrue(DateUtil.isCellDateFormatted(day));
            assertEquals("2022-03-01T00:00", day.getLocalDateTimeCellValue().toString());
            Cell moment = sheet.getRow(1).getCell(4);
            assertTrue(DateUtil.isCellDateFormatted(moment));
            assertTrue(moment.getLocalDateTimeCellValue().toString().startsWith("2026-11-20T09:00:00"));
            assertEquals(95.5, sheet.getRow(rows).getCell(5).getNumericCellValue());
        }
    }

    @Test
    void sixtyThousandRowsAreNumbersToTheLast() throws IOException {
        byte[] bytes = written(60_000, XlsxRows.MOST_ROWS, "词");
        Workbook book = Forms.cells(bytes, Limits.DEFAULT).orElseThrow();
        List<SheetRow> last = new ArrayList<>(List.of());
        int[] numbers = {0};
        book.read(0, new SheetVisitor() {
            @Override
            public void row(SheetRow row) {
                boolean number = row.cell(3)
                        .filter(each -> each.kind() == plumbline.read.sheet.SheetCell.Kind.NUMBER)
                        .isPresent();
                numbers[0] += number ? 1 : 0;
                last.clear();
                last.add(row);
            }
        });
        assertEquals(60_000, numbers[0]);
        assertEquals("59999", last.getFirst().text(3));
        assertEquals("2022-03-01", last.getFirst().text(4));
    }

    @Test
    void aFullSheetIsFollowedByTheNext() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(written(25, 11, "词")))) {
            assertEquals(
                    List.of("trial", "trial (2)", "trial (3)", "columns", "query"),
                    java.util.stream.IntStream.range(0, book.getNumberOfSheets())
                            .mapToObj(book::getSheetName)
                            .toList());
            assertEquals(10, book.getSheetAt(0).getLastRowNum());
            assertEquals("code", book.getSheetAt(2).getRow(0).getCell(0).getStringCellValue());
            assertEquals("C24", book.getSheetAt(2).getRow(5).getCell(0).getStringCellValue());
        }
    }

    @Test
    void noRowsAreASheetWithItsHeader() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(written(0, 11, "")))) {
            assertEquals(0, book.getSheetAt(0).getLastRowNum());
            assertEquals("words", book.getSheetAt(0).getRow(0).getCell(1).getStringCellValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "a<b>&\"'",
                " blank ",
                "two\nlines",
                "back\rspace\u0001",
                "_x0041_",
                "𠮷林",
                "\uD842",
                "＝1"
            })
    void textIsTextAndAsItWas(String words) throws IOException {
        byte[] bytes = written(1, 11, words);
        String expected = words.replace("\uD842", words.length() == 1 ? "\uFFFD" : "\uD842");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            Cell cell = book.getSheetAt(0).getRow(1).getCell(1);
            assertEquals(CellType.STRING, cell.getCellType());
            assertEquals(expected, cell.getStringCellValue());
            assertEquals(plumbline.Formula.is(words), cell.getCellStyle().getQuotePrefixed());
        }
        List<String> read = new ArrayList<>();
        Forms.cells(bytes, Limits.DEFAULT).orElseThrow().read(0, new SheetVisitor() {
            @Override
            public void row(SheetRow row) {
                row.cell(2).ifPresent(each -> read.add(each.text()));
            }
        });
        assertEquals(List.of("words", expected), read);
    }

    @Test
    void theSameRowsAreTheSameBytes() throws InterruptedException {
        byte[] first = written(100, 50, "词");
        Thread.sleep(2100); // the clock of ZIP files counts in steps of two seconds
        assertArrayEquals(first, written(100, 50, "词"));
    }
}
