package plumbline.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import plumbline.Catalog;
import plumbline.Classification.Category;
import plumbline.Metric;
import plumbline.read.form.OwnSheets;

/// The sheet that says how a template is filled in, with the names its drop-downs offer.
final class Instructions {
    private static final int FIRST_LIST = 3;
    private static final int LIST_ROW = 1;
    private static final int TEXT_WIDTH = 88;
    private static final float LINE = 20;
    private static final int LIST_WIDTH = 30 * 256;

    private final XSSFWorkbook workbook;
    private final Look look;
    private final Language language;
    private final XSSFSheet sheet;
    private final Map<List<String>, String> lists = new HashMap<>();
    private final Map<Metric, String> categories = new HashMap<>();
    private String allCategories = "";
    private String allMetrics = "";
    private int nextColumn = FIRST_LIST;

    Instructions(XSSFWorkbook workbook, Look look, Language language) {
        this.workbook = workbook;
        this.look = look;
        this.language = language;
        this.sheet = workbook.createSheet(language.of("说明", "How to fill in"));
    }

    /// @param metrics those of the template
    void write(List<Metric> metrics, Catalog catalog) {
        cell(0, 0, language.of(OwnSheets.INSTRUCTIONS_ZH, OwnSheets.INSTRUCTIONS_EN), look.title);
        sheet.setColumnWidth(0, TEXT_WIDTH * 256);
        sheet.setColumnWidth(1, 4 * 256);
        sheet.setColumnWidth(2, 4 * 256);
        int at = 2;
        for (String each : language.of(ZH, EN).lines().toList()) {
            cell(at, 0, each, look.plain);
            int lines = Look.width(each) / (TEXT_WIDTH - 6) + 1;
            sheet.getRow(at++).setHeightInPoints(LINE * lines);
        }
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, 0, 0, at - 1);
        Set<String> offered = new LinkedHashSet<>();
        for (Metric metric : metrics) {
            List<String> names = new ArrayList<>();
            for (Category each : catalog.categoriesOf(metric)) {
                names.add(TemplateWorkbook.categoryText(catalog, metric, each, language));
            }
            if (!names.isEmpty()) {
                categories.put(metric, list(TemplateWorkbook.metricText(catalog, metric, language), names));
                offered.addAll(names);
            }
        }
        if (!offered.isEmpty()) {
            allCategories = list(language.of("以上各分类", "all these categories"), List.copyOf(offered));
        }
        List<String> every = catalog.metrics().stream()
                .map(each -> TemplateWorkbook.metricText(catalog, each, language))
                .toList();
        allMetrics = list(language.of("全部指标", "all metrics"), every);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setSelected(false);
        workbook.setActiveSheet(0);
    }

    /// Writes a list in a column of its own, unless it stands there already; answers where.
    private String list(String name, List<String> items) {
        return lists.computeIfAbsent(items, _ -> {
            int column = nextColumn++;
            sheet.setColumnWidth(column, LIST_WIDTH);
            cell(LIST_ROW, column, name, look.head);
            int row = LIST_ROW + 1;
            for (String each : items) {
                cell(row++, column, each, look.text);
            }
            String letter = CellReference.convertNumToColString(column);
            return "'%s'!$%s$%d:$%s$%d".formatted(sheet.getSheetName(), letter, LIST_ROW + 2, letter, row);
        });
    }

    private void cell(int row, int column, String text, XSSFCellStyle style) {
        Row at = Optional.ofNullable((Row) sheet.getRow(row)).orElseGet(() -> sheet.createRow(row));
        Cell cell = at.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    /// Where the categories of the metric stand; absent if it has none.
    Optional<String> categoriesOf(Metric metric) {
        return Optional.ofNullable(categories.get(metric));
    }

    /// Where the categories of all metrics of the template stand; empty if there are none.
    String allCategories() {
        return allCategories;
    }

    /// Where the names of all metrics stand.
    String allMetrics() {
        return allMetrics;
    }

    private static final String ZH = """
        1. 只填“数值”一列（黄色），有话要说写在“备注”。一行一个数，行的次序可以改。
        2. 没有提到的留空。空格的意思是“报告没有提到”，不是0，也不会删除以前报过的数。
        3. 确实没有的，写0或“无”。
        4. 不公开的写*；与本部门无关的写/。
        5. 数不确切时照报告的原话写：60余、约35、近90、3—5、62万。不要自己凑成整数。
        6. “3-5”会被电子表格改成日期，请写3—5或3至5。
        7. “口径”：当期＝本期间内发生的；累计＝从1月1日到期末；期末＝最后一天的存量。报的是哪一种，就选哪一种。
        8. “计量单位”是各指标的单位。所报单位不同（如件与人次），请不要硬填，先与收表人联系。
        9. “上期数值”只供对照，导入时不读；与本期相差很大时，请在“备注”写明原因。
        10. 表中没有的指标，可在下面的空行里从下拉表选指标、分类再填。不需要的行可以删去，也可以留空。
        11. 列可以移动，但请保留列名；也请保留上面的填报单位和期间。
        12. 填好后存为XLSX（WPS、Excel均可），在“报告”页导入。先点“预览”，看无误再导入。
        13. 如有问题，可下载标出问题的原表，改好后再导入。
        """;

    private static final String EN = """
        1. Fill in the column “value” (yellow); remarks go into “note”. One number a row; rows may change places.
        2. Leave empty what the report does not mention. An empty cell means “not mentioned”: it is no 0 and deletes nothing.
        3. For a real zero write 0 or 无.
        4. Write * for what is withheld and / for what does not concern the department.
        5. Where a number is not exact, keep the report's own words: 60余, 约35, 近90, 3—5, 62万.
        6. Spreadsheets turn 3-5 into a date; write 3—5.
        7. basis: in_period = what happened inside the period; to_date = since 1 January; at_end = what stood on the last day.
        8. unit is the unit of the metric. If yours differs (cases and persons, say), ask before you fill it in.
        9. “last value” is there to compare with and is not imported; where this one is far from it, say why in “note”.
        10. For a metric that is not listed, choose it in one of the empty rows below. Rows not needed may stay or go.
        11. Columns may move; keep their names, and keep the department and the period above.
        12. Save as XLSX and import it on the page Reports; preview it first.
        13. If something is wrong, download your own workbook with the cells marked, mend it and import it again.
        """;
}
