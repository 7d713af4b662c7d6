package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `template`: the form that goes out, and what becomes of it when it comes back.
class TemplateCommandTest {
    private static final int HEADER = 3;

    /// A quarter with every sort of figure a form can state.
    private static final String LAST_QUARTER = """
        部门,期间,指标,分类,数值,计量单位,口径,范围
        办公室,2022-Q4,廉政谈话人次,,60余,人次,当期,
        办公室,2022-Q4,立案件数,,12,件,累计,
        办公室,2022-Q4,党纪处分人数,警告,3,人,,
        办公室,2022-Q4,党纪处分人数,开除党籍,*,人,,
        办公室,2022-Q4,排查廉政风险点个数,,47,个,期末,
        办公室,2022-Q4,信访办结率,,95.5%,,,
        办公室,2022-Q3,线上答题期数,,2,期,,
        办公室,2022,撰写心得体会篇数,,9,篇,,
        某局,2022-Q4,廉政谈话人次,,80,人次,,汇总
        """;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void sitDown() throws IOException {
        shell = new Shell(folder);
        Shell.Ended taken =
                shell.take(shell.write("departments.csv", Shell.DEPARTMENTS), shell.write("last.csv", LAST_QUARTER));
        assertEquals(0, taken.code(), taken.err());
    }

    private Path template(String department, String period, String... more) {
        Path file = folder.resolve("form " + department + " " + period + ".xlsx");
        List<Object> words = new ArrayList<>(List.of(
                "template", "--db", shell.database(), "--department", department, "--period", period, "-o", file));
        words.addAll(List.of(more));
        Shell.Ended done = Shell.run(words.toArray());
        assertEquals(0, done.code(), done.err());
        assertEquals(file + "\n", done.out());
        return file;
    }

    private static List<List<String>> lines(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            List<List<String>> lines = new ArrayList<>();
            for (Row row : workbook.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getLastCellNum(); i++) {
                    cells.add(new DataFormatter().formatCellValue(row.getCell(i)));
                }
                if (row.getRowNum() >= HEADER && !String.join("", cells).isEmpty()) {
                    lines.add(cells);
                }
            }
            return lines;
        }
    }

    /// Fills the lines of these metrics (and categories, behind a blank) in.
    private Path fill(Path file, String column, Map<String, Object> values) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            int at = column(sheet.getRow(HEADER), column);
            for (Row row : sheet) {
                String name = (text(row, 0) + " " + text(row, 1)).strip();
                Object value = values.get(name);
                if (value instanceof Number number) {
                    row.getCell(at).setCellValue(number.doubleValue());
                } else if (value != null) {
                    row.getCell(at).setCellValue(value.toString());
                }
            }
            Path filled = folder.resolve("filled " + file.getFileName());
            try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                workbook.write(out);
                return Files.write(filled, out.toByteArray());
            }
        }
    }

    private static String text(Row row, int column) {
        return new DataFormatter().formatCellValue(row.getCell(column));
    }

    private static int column(Row header, String name) {
        for (Cell each : header) {
            if (each.getStringCellValue().equals(name)) {
                return each.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + name);
    }

    @Test
    void theLinesAreWhatWasStatedBeforeWithTheWordingOfLastTimeBeside() throws IOException {
        List<List<String>> lines = lines(template("办公室", "2023-Q1"));
        assertEquals(List.of("指标", "分类", "计量单位", "口径", "数值", "上期数值\n（2022-Q4）", "备注"), lines.getFirst());
        assertEquals(
                List.of(
                        "线上答题期数||期|当期||",
                        "廉政谈话人次||人次|当期||60余",
                        "党纪处分人数|警告|人|当期||3",
                        "党纪处分人数|严重警告|人|当期||",
                        "党纪处分人数|撤销党内职务|人|当期||",
                        "党纪处分人数|留党察看|人|当期||",
                        "党纪处分人数|开除党籍|人|当期||*",
                        "信访办结率||%|当期||95.5%",
                        "立案件数||件|累计||12",
                        "排查廉政风险点个数||个|期末||47"),
                lines.stream()
                        .skip(1)
                        .map(each -> String.join("|", each.subList(0, 6)))
                        .toList());
    }

    @Test
    void theNumbersOfLastTimeAreNumbersAndTheHeaderStaysInSight() throws IOException {
        try (InputStream in = Files.newInputStream(template("D1", "2023-Q1"));
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            Map<String, CellType> types = new LinkedHashMap<>();
            for (Row row : sheet) {
                if (row.getRowNum() > HEADER && !text(row, 5).isEmpty()) {
                    types.put(text(row, 0) + text(row, 1), row.getCell(5).getCellType());
                }
            }
            assertEquals(
                    "{廉政谈话人次=STRING, 党纪处分人数警告=NUMERIC, 党纪处分人数开除党籍=STRING, 信访办结率=STRING, 立案件数=NUMERIC,"
                            + " 排查廉政风险点个数=NUMERIC}",
                    types.toString());
            assertEquals(HEADER + 1, sheet.getPaneInformation().getHorizontalSplitPosition());
            assertEquals(List.of("填报", "说明"), List.of(workbook.getSheetName(0), workbook.getSheetName(1)));
            assertTrue(sheet.getColumnWidth(0) > 30 * 256);
        }
    }

    @Test
    void whatIsTypedInIsCheckedAndNamesAreOffered() throws IOException {
        try (InputStream in = Files.newInputStream(template("D1", "2023-Q1"));
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            List<String> checks = new ArrayList<>();
            for (XSSFDataValidation each : workbook.getSheetAt(0).getDataValidations()) {
                DataValidationConstraint how = each.getValidationConstraint();
                String offered = how.getExplicitListValues() == null
                        ? String.valueOf(how.getFormula1()).replaceFirst("MID\\(.*,1\\)", "MID(…)")
                        : String.join("/", how.getExplicitListValues());
                String where = each.getRegions().getCellRangeAddresses()[0].formatAsString();
                checks.add(where + " " + offered);
                assertTrue(each.getErrorBoxText().length() > 5, where);
                assertTrue(offered.length() + 80 < 255, "longer than spreadsheets allow");
            }
            assertEquals(
                    List.of(
                            "E5:E11 IF(ISNUMBER(E5),AND(E5>=0,E5=INT(E5)),SUMPRODUCT(--ISNUMBER(FIND(MID(…),E5)))>0)",
                            "E12 IF(ISNUMBER(E12),E12>=0,SUMPRODUCT(--ISNUMBER(FIND(MID(…),E12)))>0)",
                            "B6 '说明'!$D$3:$D$4",
                            "B7:B11 '说明'!$E$3:$E$13",
                            "B13 '说明'!$F$3:$F$8",
                            "B14 '说明'!$G$3:$G$5",
                            "D5:D13 当期/累计",
                            "D14 期末",
                            "A15:A34 '说明'!$I$3:$I$84",
                            "B15:B34 '说明'!$H$3:$H$18",
                            "D15:D34 当期/累计/期末"),
                    checks);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void whatComesBackFilledInIsTakenWithoutAQuestion(String language) throws IOException {
        boolean chinese = language.equals("zh");
        Path form = template("办公室", "2023-Q1", "--lang", language);
        Map<String, Object> values = chinese
                ? Map.of(
                        "廉政谈话人次",
                        "70余",
                        "立案件数",
                        15,
                        "党纪处分人数 警告",
                        0,
                        "党纪处分人数 留党察看",
                        "*",
                        "党纪处分人数 开除党籍",
                        "无",
                        "排查廉政风险点个数",
                        1234,
                        "信访办结率",
                        96.5,
                        "线上答题期数",
                        "/")
                : Map.of(
                        "Integrity talks (person-times)",
                        "70余",
                        "Cases filed",
                        15,
                        "Persons given Party discipline warning",
                        0,
                        "Persons given Party discipline probation within the Party",
                        "*",
                        "Persons given Party discipline expulsion from the Party",
                        "无",
                        "Integrity-risk points identified",
                        1234,
                        "Petition closure ratio",
                        96.5,
                        "Online quiz rounds",
                        "/");
        Path filled = fill(form, chinese ? "数值" : "value", values);
        Shell.Ended taken = shell.take(filled);
        assertEquals("", taken.err());
        assertEquals(0, taken.code());
        assertEquals(
                filled.getFileName() + ": accepted; report R0003; new 10, changed 0, same 0, refused 0\n", taken.out());
        assertEquals(FILLED, stated("2023-Q1"));
    }

    /// The same form, opened and saved by LibreOffice (once, in each of its formats).
    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls", "ods"})
    void whatAnotherProgramSavedIsTakenTheSame(String format) {
        Shell.Ended taken = shell.take(Path.of("src/test/resources/templates/filled-in-by-libreoffice." + format));
        assertEquals("", taken.err());
        assertEquals(FILLED, stated("2023-Q1"));
    }

    private static final List<String> FILLED = List.of(
            "cases_filed whole TO_DATE 15",
            "discipline_party_persons party_sanction.expulsion IN_PERIOD 无",
            "discipline_party_persons party_sanction.probation IN_PERIOD *",
            "discipline_party_persons party_sanction.removal_party_posts IN_PERIOD ",
            "discipline_party_persons party_sanction.serious_warning IN_PERIOD ",
            "discipline_party_persons party_sanction.warning IN_PERIOD 0",
            "petition_closure_ratio whole IN_PERIOD 96.5",
            "risk_integrity_points whole AT_END 1234",
            "study_online_quiz_rounds whole IN_PERIOD /",
            "talk_integrity_persontimes whole IN_PERIOD 70余");

    /// The department's figures of the period: what, which time, how worded.
    private List<String> stated(String period) {
        try (House house = House.open(shell.database().toString())) {
            List<String> all = new ArrayList<>();
            house.ledger()
                    .figures()
                    .each(plumbline.ledger.FigureSelection.ALL, house.ledger().newest(), each -> {
                        var key = each.figure().key();
                        if (key.period().toString().equals(period)) {
                            all.add(key.metric() + " " + key.category().orElse("whole") + " " + key.basis() + " "
                                    + each.figure().wording());
                        }
                    });
            return all.stream().sorted().toList();
        }
    }

    @Test
    void anUntouchedFormSaysThatNothingIsMentionedAndDeletesNothing() throws IOException {
        Path form = template("办公室", "2022-Q4");
        Shell.Ended taken = shell.take(form);
        assertEquals("", taken.err());
        assertEquals(0, taken.code());
        assertTrue(stated("2022-Q4").contains("talk_integrity_persontimes whole IN_PERIOD 60余"));
    }

    @Test
    void linesThatNobodyExpectedAreAddedBelow() throws IOException {
        Path form = template("办公室", "2023-Q1");
        try (InputStream in = Files.newInputStream(form);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            Row spare = workbook.getSheetAt(0).getRow(HEADER + 12);
            spare.getCell(0).setCellValue("结案件数");
            spare.getCell(4).setCellValue(7);
            try (var out = Files.newOutputStream(form)) {
                workbook.write(out);
            }
        }
        Shell.Ended taken = shell.take(form);
        assertEquals("", taken.err());
        assertTrue(stated("2023-Q1").contains("cases_closed whole IN_PERIOD 7"));
    }

    @Test
    void whoseDoingsAreCountedIsSaidWhereItMatters() throws IOException {
        Path form = template("某局", "2023-Q1");
        assertEquals("廉政谈话人次||人次|当期|汇总||80|", String.join("|", lines(form).get(1)));
        Shell.Ended taken = shell.take(fill(form, "数值", Map.of("廉政谈话人次", 90)));
        assertEquals("", taken.err());
        assertEquals(List.of("talk_integrity_persontimes whole IN_PERIOD 90"), stated("2023-Q1"));
    }

    @Test
    void theCalendarAsksForMetricsNobodyHasStatedYet() throws IOException {
        shell.take(shell.write("calendar.csv", """
            metric,department,period,due
            conduct_gifts_surrendered,D1,2023-Q1,2023-04-10
            cases_filed,D1,2023-Q1,2023-04-10
            cases_closed,D1,2023-Q2,2023-07-10
            """));
        List<String> metrics =
                lines(template("办公室", "2023-Q1")).stream().map(List::getFirst).toList();
        assertTrue(metrics.contains("上交礼品礼金件（次）数"), metrics::toString);
        assertEquals(1, metrics.stream().filter("立案件数"::equals).count());
        assertTrue(!metrics.contains("结案件数"), metrics::toString);
    }

    @Test
    void aNameThatTwoDepartmentsShareGivesWayToTheCode() throws IOException {
        shell.take(shell.write("twins.csv", "code,name_zh,name_en,parent\nD8,财务处,Finance,B\nD9,财务处,Finance,B\n"));
        Path filled = fill(template("D9", "2023-Q1"), "数值", Map.of("立案件数", 3));
        Shell.Ended taken = shell.take(filled);
        assertEquals("", taken.err());
        assertTrue(shell.held().stream().anyMatch(each -> each.contains("department=D9") && each.contains(" 3 ")));
    }

    @Test
    void aDepartmentWithoutAPastGetsWhatOthersState() throws IOException {
        shell.take(shell.write("more.csv", "code,name_zh,name_en,parent\nD2,财务处,Finance,B\n"));
        assertEquals(
                List.of("指标", "线上答题期数", "撰写心得体会篇数", "廉政谈话人次", "党纪处分人数", "立案件数", "排查廉政风险点个数"),
                lines(template("财务处", "2023-Q1")).stream().map(List::getFirst).toList());
    }

    @Test
    void theSameTemplateIsTheSameBytes() throws IOException {
        Path first = template("办公室", "2023-Q1");
        byte[] bytes = Files.readAllBytes(first);
        Files.delete(first);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                assertEquals(1980, each.getTimeLocal().getYear(), "the time it was packed must not be in it");
            }
        }
        assertArrayEquals(bytes, Files.readAllBytes(template("办公室", "2023-Q1")));
    }

    @Test
    void whatCannotBeWrittenIsRefused() throws IOException {
        Path there = template("办公室", "2023-Q1");
        byte[] bytes = Files.readAllBytes(there);
        Object[] again = {"template", "--db", shell.database(), "--department", "D1", "--period", "2023-Q1", "-o", there
        };
        Shell.Ended refused = Shell.run(again);
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("which is there already'; accepted: a new file"), refused.err());
        assertArrayEquals(bytes, Files.readAllBytes(there));
        Shell.Ended nobody =
                Shell.run("template", "--db", shell.database(), "--department", "办公事", "--period", "2023-Q5");
        assertEquals(1, nobody.code());
        assertTrue(nobody.err().contains("code or name of a department: D1"), nobody.err());
        assertTrue(nobody.err().contains("2022, 2022-H1, 2022-Q1 or 2022-03"), nobody.err());
    }
}
