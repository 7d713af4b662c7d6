package plumbline.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import plumbline.Catalog;
import plumbline.Classification.Category;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Figure;
import plumbline.Metric;
import plumbline.Qualifier;
import plumbline.Value;

/// Writes a [Template] as XLSX: a line per figure with what was said last beside it, checks on what is typed in, and a
/// sheet that says how to fill it in. What comes back filled in is understood without a question.
public final class TemplateWorkbook {
    static final int HEADER_ROW = 3;
    /// Empty lines below, for what nobody expected.
    static final int SPARE = 20;

    private static final int CHARACTER = 256;
    private static final float ROW_HEIGHT = 22;
    private static final float TWO_LINES = 36;

    private final Catalog catalog;
    private final DepartmentTree tree;
    private final Template template;
    private final Language language;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Look look = new Look(workbook);
    private final XSSFSheet sheet;
    private final Map<Header, Integer> columns = new EnumMap<>(Header.class);

    private TemplateWorkbook(Catalog catalog, DepartmentTree tree, Template template, Language language) {
        this.catalog = catalog;
        this.tree = tree;
        this.template = template;
        this.language = language;
        this.sheet = workbook.createSheet(language.of("填报", "Form"));
        for (Header each : Header.values()) {
            if (each != Header.SCOPE || template.hasScopes()) {
                columns.put(each, columns.size());
            }
        }
    }

    /// The workbook; equal templates make equal bytes.
    ///
    /// @param tree the departments by which the name will be understood when it comes back
    public static byte[] write(Catalog catalog, DepartmentTree tree, Template template, Language language) {
        TemplateWorkbook writer = new TemplateWorkbook(catalog, tree, template, language);
        try (XSSFWorkbook workbook = writer.workbook) {
            writer.form();
            Instructions instructions = new Instructions(workbook, writer.look, language);
            instructions.write(writer.metrics(), catalog);
            new InputChecks(writer.sheet, language, writer.columns, instructions)
                    .add(template.lines(), HEADER_ROW + 1, SPARE);
            writer.properties();
            return Bytes.timeless(Bytes.of(workbook));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private List<Metric> metrics() {
        return template.lines().stream().map(Template.Line::metric).distinct().toList();
    }

    private void form() {
        titles();
        Row header = row(HEADER_ROW);
        header.setHeightInPoints(TWO_LINES);
        columns.forEach((column, at) -> {
            Cell cell = header.createCell(at);
            cell.setCellValue(column.text(language, template.period()));
            cell.setCellStyle(look.head);
            sheet.setColumnWidth(at, column.width * CHARACTER);
        });
        int at = HEADER_ROW + 1;
        for (Template.Line each : template.lines()) {
            line(row(at++), each);
        }
        for (int i = 0; i < SPARE; i++) {
            spare(row(at++));
        }
        sheet.createFreezePane(1, HEADER_ROW + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEADER_ROW, HEADER_ROW, -1, -1));
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setActiveCell(new CellAddress(HEADER_ROW + 1, columns.getOrDefault(Header.VALUE, 0)));
    }

    private void titles() {
        String name = language.of(template.department().name());
        Cell title = row(0).createCell(0);
        title.setCellValue(language.of("%s %s 报送表", "%s, %s").formatted(name, template.period()));
        title.setCellStyle(look.title);
        row(0).setHeightInPoints(TWO_LINES);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, columns.size() - 1));
        Row labels = row(1);
        label(labels, 0, language.of("填报单位", "Department"), departmentText());
        label(labels, 2, language.of("期间", "Period"), template.period().toString());
        Cell hint = row(2).createCell(0);
        hint.setCellValue(language.of(
                "只填黄色各格：写实有的数；没有提到的留空，确实没有的写0或无。填法见“说明”。",
                "Fill in the yellow cells only. Leave empty what the report does not mention, write 0 for a"
                        + " real zero. The other sheet says how."));
        hint.setCellStyle(look.quiet);
        sheet.addMergedRegion(new CellRangeAddress(2, 2, 0, columns.size() - 1));
    }

    private void label(Row row, int at, String label, String text) {
        row.createCell(at).setCellValue(label);
        row.getCell(at).setCellStyle(look.plain);
        row.createCell(at + 1).setCellValue(text);
        row.getCell(at + 1).setCellStyle(look.plain);
    }

    /// The name, or the code where the name alone might be another department.
    private String departmentText() {
        Department department = template.department();
        String name = language.of(department.name());
        return tree.find(name).filter(department::equals).isPresent() ? name : department.code();
    }

    private Row row(int at) {
        Row row = sheet.getRow(at);
        if (row == null) {
            row = sheet.createRow(at);
            row.setHeightInPoints(ROW_HEIGHT);
        }
        return row;
    }

    private void line(Row row, Template.Line line) {
        String metric = metricText(line.metric());
        String category =
                line.category().map(each -> categoryText(line.metric(), each)).orElse("");
        boolean wraps =
                Look.width(metric) > Header.METRIC.width - 2 || Look.width(category) > Header.CATEGORY.width - 2;
        row.setHeightInPoints(wraps ? TWO_LINES : ROW_HEIGHT);
        text(row, Header.METRIC, metric);
        text(row, Header.CATEGORY, category);
        text(row, Header.UNIT, line.metric().unit());
        text(row, Header.BASIS, language.of(line.basis().zh(), line.basis().word()));
        text(row, Header.SCOPE, language.of(line.scope().zh(), line.scope().word()));
        cell(row, Header.VALUE).ifPresent(each -> each.setCellStyle(look.input));
        cell(row, Header.LAST).ifPresent(each -> last(each, line.last()));
        cell(row, Header.NOTE).ifPresent(each -> each.setCellStyle(look.text));
    }

    private void spare(Row row) {
        columns.forEach((column, at) -> row.createCell(at)
                .setCellStyle(column == Header.VALUE ? look.input : column == Header.LAST ? look.given : look.text));
    }

    private Optional<Cell> cell(Row row, Header column) {
        return Optional.ofNullable(columns.get(column)).map(row::createCell);
    }

    private void text(Row row, Header column, String text) {
        cell(row, column).ifPresent(cell -> {
            cell.setCellStyle(look.text);
            if (!text.isEmpty()) {
                cell.setCellValue(text);
            }
        });
    }

    /// A plain number as a number, any other wording as it was worded.
    private void last(Cell cell, Optional<Figure> last) {
        cell.setCellStyle(look.given);
        if (last.isEmpty()) {
            return;
        }
        String wording = last.get().wording();
        if (last.get().value() instanceof Value.Amount amount
                && amount.qualifier() == Qualifier.EXACT
                && wording.equals(String.valueOf(amount.interval().lower()))) {
            cell.setCellValue((double) amount.interval().lower()); // at most a hundred million million: exact
        } else {
            cell.setCellValue(wording);
            cell.setCellStyle(Look.looksLikeFormula(wording) ? look.givenText : look.given);
        }
    }

    private String metricText(Metric metric) {
        return metricText(catalog, metric, language);
    }

    /// The name, or the code where the name alone might be another metric.
    static String metricText(Catalog catalog, Metric metric, Language language) {
        String name = language.of(metric.name());
        return catalog.findMetric(name).filter(metric::equals).isPresent() ? name : metric.code();
    }

    private String categoryText(Metric metric, Category category) {
        return categoryText(catalog, metric, category, language);
    }

    /// The name, or the code where the name alone might be another category of the metric.
    static String categoryText(Catalog catalog, Metric metric, Category category, Language language) {
        String name = language.of(category.name());
        return catalog.findCategory(metric, name).filter(category::equals).isPresent() ? name : category.code();
    }

    private void properties() {
        POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
        core.setCreator("Plumbline");
        core.setTitle(sheet.getRow(0).getCell(0).getStringCellValue());
        core.setCreated(Optional.of(Date.from(template.asOf())));
        core.setModified(Optional.of(Date.from(template.asOf())));
    }
}
