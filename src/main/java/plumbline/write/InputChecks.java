package plumbline.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import plumbline.Basis;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.Scope;

/// What a spreadsheet program checks while a template is filled in. It stops what can only be a slip and lets every
/// wording through that the import understands; the import has the last word.
final class InputChecks {
    /// One of these makes a text a count: digits, Chinese numerals, and the marks for nothing, withheld and not
    /// applicable.
    private static final String COUNTING = "0123456789０１２３４５６７８９零〇一二两三四五六七八九十百千万亿几无未*＊×/／—－-[";

    private final XSSFSheet sheet;
    private final Language language;
    private final Map<Header, Integer> columns;
    private final Instructions lists;
    private final DataValidationHelper helper;

    InputChecks(XSSFSheet sheet, Language language, Map<Header, Integer> columns, Instructions lists) {
        this.sheet = sheet;
        this.language = language;
        this.columns = columns;
        this.lists = lists;
        this.helper = sheet.getDataValidationHelper();
    }

    /// @param first row of the first line, 0-based
    /// @param spare how many empty rows follow the lines
    void add(List<Template.Line> lines, int first, int spare) {
        int end = first + lines.size();
        values(lines, first, spare);
        Map<String, CellRangeAddressList> categories = new LinkedHashMap<>();
        Map<Boolean, CellRangeAddressList> bases = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Metric metric = lines.get(i).metric();
            int row = first + i;
            lists.categoriesOf(metric).ifPresent(list -> at(categories, list, row, Header.CATEGORY));
            at(bases, metric.accepts(Basis.AT_END), row, Header.BASIS);
        }
        categories.forEach((list, cells) -> choice(helper.createFormulaListConstraint(list), cells, false));
        bases.forEach((stock, cells) -> choice(bases(stock), cells, true));
        CellRangeAddressList spareMetrics = cells(end, end + spare - 1, Header.METRIC);
        choice(helper.createFormulaListConstraint(lists.allMetrics()), spareMetrics, false);
        if (!lists.allCategories().isEmpty()) {
            CellRangeAddressList spareCategories = cells(end, end + spare - 1, Header.CATEGORY);
            choice(helper.createFormulaListConstraint(lists.allCategories()), spareCategories, false);
        }
        choice(words(Basis.values()), cells(end, end + spare - 1, Header.BASIS), true);
        if (columns.containsKey(Header.SCOPE)) {
            choice(words(Scope.values()), cells(first, end + spare - 1, Header.SCOPE), true);
        }
    }

    /// Counts are whole; shares and what is typed into an empty row may have a decimal.
    private void values(List<Template.Line> lines, int first, int spare) {
        Map<Boolean, CellRangeAddressList> cells = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            at(cells, lines.get(i).metric().kind() == Kind.RATIO, first + i, Header.VALUE);
        }
        int end = first + lines.size();
        for (int row = end; row < end + spare; row++) {
            at(cells, true, row, Header.VALUE);
        }
        cells.forEach(this::value);
    }

    private void value(boolean decimals, CellRangeAddressList cells) {
        String cell = CellReference.convertNumToColString(columns.getOrDefault(Header.VALUE, 0))
                + (cells.getCellRangeAddress(0).getFirstRow() + 1);
        String number = decimals ? "%1$s>=0" : "AND(%1$s>=0,%1$s=INT(%1$s))";
        // ROW and not an array of characters, which validations may not hold.
        String formula = ("IF(ISNUMBER(%1$s)," + number
                        + ",SUMPRODUCT(--ISNUMBER(FIND(MID(\"%2$s\",ROW($1:$%3$d),1),%1$s)))>0)")
                .formatted(cell, COUNTING, COUNTING.length());
        DataValidation check = helper.createValidation(helper.createCustomConstraint(formula), cells);
        check.setErrorStyle(DataValidation.ErrorStyle.STOP);
        check.setShowErrorBox(true);
        check.createErrorBox(
                language.of("这里应是数", "A number belongs here"),
                decimals
                        ? language.of(
                                "请填不小于0的数；也可照原话写60余、约35、*、无、/。没有提到就留空。",
                                "A number of 0 or more, or the words of the report: 60余, 约35, *, 无, /. Leave it empty"
                                        + " if not mentioned.")
                        : language.of(
                                "请填不小于0的整数；也可照原话写60余、62万、3—5、*、无、/。没有提到就留空。",
                                "A whole number of 0 or more, or the words of the report: 60余, 62万, 3—5, *, 无, /."
                                        + " Leave it empty if not mentioned."));
        check.setEmptyCellAllowed(true);
        sheet.addValidationData(check);
    }

    private DataValidationConstraint bases(boolean stock) {
        return stock ? words(Basis.AT_END) : words(Basis.IN_PERIOD, Basis.TO_DATE);
    }

    private DataValidationConstraint words(Basis... bases) {
        return explicit(List.of(bases).stream()
                .map(each -> language.of(each.zh(), each.word()))
                .toList());
    }

    private DataValidationConstraint words(Scope... scopes) {
        return explicit(List.of(scopes).stream()
                .map(each -> language.of(each.zh(), each.word()))
                .toList());
    }

    private DataValidationConstraint explicit(List<String> words) {
        return helper.createExplicitListConstraint(words.toArray(String[]::new));
    }

    /// @param only whether nothing else is let through; names have more spellings than a list
    private void choice(DataValidationConstraint list, CellRangeAddressList cells, boolean only) {
        DataValidation check = helper.createValidation(list, cells);
        check.setErrorStyle(only ? DataValidation.ErrorStyle.STOP : DataValidation.ErrorStyle.WARNING);
        check.setShowErrorBox(true);
        check.createErrorBox(
                language.of("不在可选项中", "Not in the list"), language.of("请从下拉表中选一项。", "Choose one from the list."));
        check.setSuppressDropDownArrow(true); // the library's word for showing it
        check.setEmptyCellAllowed(true);
        sheet.addValidationData(check);
    }

    private <K> void at(Map<K, CellRangeAddressList> cells, K key, int row, Header column) {
        int at = columns.getOrDefault(column, 0);
        CellRangeAddressList list = cells.computeIfAbsent(key, _ -> new CellRangeAddressList());
        int size = list.countRanges();
        if (size > 0 && list.getCellRangeAddress(size - 1).getLastRow() == row - 1) {
            list.getCellRangeAddress(size - 1).setLastRow(row);
        } else {
            list.addCellRangeAddress(row, at, row, at);
        }
    }

    private CellRangeAddressList cells(int first, int last, Header column) {
        int at = columns.getOrDefault(column, 0);
        return new CellRangeAddressList(first, last, at, at);
    }
}
