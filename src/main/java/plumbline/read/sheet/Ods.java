package plumbline.read.sheet;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.read.SpokenPeriod;

/// An ODS workbook. All its sheets stand in one part, which is streamed for each.
final class Ods implements Workbook {
    private static final String CONTENT = "content.xml";
    /// Rows of a sheet that may come from saying of another one that it is repeated.
    private static final int MOST_REPEATED = 20_000;

    private static final int MOST_ROWS = 1 << 20;

    private final ZipArchive zip;
    private final Limits limits;
    private final List<Sheet> sheets;

    /// @throws NoWorkbook if there is no workbook inside
    Ods(ZipArchive zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
        refuseEncrypted();
        this.sheets = names();
        if (sheets.size() > limits.sheets()) {
            throw NoWorkbook.tooMuch(sheets.size() + " sheets", limits.sheets() + " sheets");
        }
    }

    private void refuseEncrypted() {
        Optional<InputStream> manifest = zip.open("META-INF/manifest.xml");
        if (manifest.isPresent()) {
            try (Xml xml = Xml.open(manifest.get())) {
                while (xml.next()) {
                    if (xml.isStart("encryption-data")) {
                        throw ZipArchive.encrypted();
                    }
                }
            }
        }
    }

    private Xml content() {
        return Xml.open(zip.open(CONTENT).orElseThrow(() -> NoWorkbook.broken(CONTENT + " is missing")));
    }

    private List<Sheet> names() {
        List<Sheet> found = new ArrayList<>();
        Set<String> hidden = new HashSet<>();
        String style = "";
        try (Xml xml = content()) {
            while (xml.next()) {
                if (xml.isStart("style")) {
                    style = xml.attribute("style:1.0", "name");
                } else if (xml.isStart("table-properties")
                        && xml.attribute("display").equals("false")) {
                    hidden.add(style);
                } else if (isTable(xml)) {
                    found.add(new Sheet(
                            xml.attribute("table:1.0", "name"), hidden.contains(xml.attribute("style-name"))));
                }
            }
        }
        return found;
    }

    /// A sheet, and no table that belongs to a link or to a tracked change.
    private static boolean isTable(Xml xml) {
        return xml.isStart("table") && !xml.attribute("table:1.0", "name").isEmpty();
    }

    @Override
    public String format() {
        return "ODS";
    }

    @Override
    public List<Sheet> sheets() {
        return sheets;
    }

    @Override
    public boolean stale() {
        return false;
    }

    @Override
    public List<String> ignored() {
        return zip.hasUnder("Basic/") || zip.hasUnder("Scripts/") ? List.of("macros") : List.of();
    }

    @Override
    public void read(int sheet, SheetVisitor visitor) {
        try (Xml xml = content()) {
            int index = -1;
            while (xml.next()) {
                if (isTable(xml) && ++index == sheet) {
                    new Reading(xml, sheets.get(sheet).name(), visitor).run();
                    return;
                }
            }
        }
    }

    /// One pass over one sheet.
    private final class Reading {
        private final Xml xml;
        private final String sheet;
        private final SheetVisitor visitor;
        private final Budget budget = new Budget(limits);
        private int row;
        private int columns;
        private int column;
        private long repeats;

        Reading(Xml xml, String sheet, SheetVisitor visitor) {
            this.xml = xml;
            this.sheet = sheet;
            this.visitor = visitor;
        }

        void run() {
            while (xml.next() && !xml.isEnd("table")) {
                if (xml.isStart("table-column")) {
                    column();
                } else if (xml.isStart("table-row")) {
                    row();
                }
            }
        }

        private static boolean isHidden(Xml xml) {
            String visibility = xml.attribute("visibility");
            return visibility.equals("collapse") || visibility.equals("filter");
        }

        private void column() {
            int first = columns + 1;
            columns += Math.clamp(xml.number("number-columns-repeated", 1), 1, MOST_ROWS);
            if (isHidden(xml)) {
                visitor.hiddenColumns(first, columns);
            }
        }

        private void row() {
            int repeated = Math.clamp(xml.number("number-rows-repeated", 1), 1, MOST_ROWS);
            boolean hidden = isHidden(xml);
            List<SheetCell> cells = new ArrayList<>();
            column = 0;
            row++;
            if (row > MOST_ROWS) {
                throw NoWorkbook.tooMuch("more than %d rows".formatted(MOST_ROWS), "%d rows".formatted(MOST_ROWS));
            }
            while (xml.next() && !xml.isEnd("table-row")) {
                if (xml.isStart("table-cell") || xml.isStart("covered-table-cell")) {
                    cell(xml.name(), cells);
                }
            }
            if (!cells.isEmpty()) {
                repeats += repeated - 1;
                if (repeats > MOST_REPEATED) {
                    throw NoWorkbook.tooMuch(
                            "more than %d repeated rows".formatted(MOST_REPEATED),
                            "%d repeated rows".formatted(MOST_REPEATED));
                }
                visitor.row(new SheetRow(row, hidden, cells));
                for (int i = 1; i < repeated; i++) {
                    cells.forEach(each -> budget.cell(sheet, row, each.column(), each.text()));
                    visitor.row(new SheetRow(row + i, hidden, cells));
                }
            }
            row += repeated - 1;
        }

        private void cell(String element, List<SheetCell> cells) {
            budget.step();
            int repeated = Math.clamp(xml.number("number-columns-repeated", 1), 1, MOST_ROWS);
            int right = column + xml.number("number-columns-spanned", 1);
            int bottom = row + xml.number("number-rows-spanned", 1) - 1;
            if (right > column + 1 || bottom > row) {
                visitor.merged(new SheetVisitor.Range(row, column + 1, bottom, right));
            }
            String type = xml.attribute("office:1.0", "value-type");
            String number = xml.attribute("office:1.0", "value");
            String date = xml.attribute("date-value");
            String truth = xml.attribute("boolean-value");
            boolean error = xml.attribute("calcext:1.0", "value-type").equals("error");
            String formula = xml.attribute("formula");
            String shown = shown(element);
            for (int i = 0; i < repeated; i++) {
                column++;
                SheetCell cell = made(type, number, date, truth, error, formula, shown);
                if (cell.text().isBlank()) {
                    column += repeated - 1; // nothing repeated is still nothing
                    return;
                }
                budget.cell(sheet, row, column, cell.text());
                cells.add(cell);
            }
        }

        /// The paragraphs of the cell, without those of notes pinned to it.
        private String shown(String element) {
            StringBuilder text = new StringBuilder();
            int paragraphs = 0;
            int notes = 0;
            while (xml.next() && !xml.isEnd(element)) {
                if (xml.isStart("annotation") || xml.isEnd("annotation")) {
                    notes += xml.isStart() ? 1 : -1;
                } else if (notes == 0 && xml.isStart("p")) {
                    text.append(paragraphs++ > 0 ? "\n" : "");
                } else if (notes == 0 && xml.isStart("s")) {
                    text.repeat(' ', Math.clamp(xml.number("c", 1), 1, 100));
                } else if (notes == 0 && paragraphs > 0 && text.length() <= limits.cellCharacters()) {
                    xml.appendTo(text);
                }
            }
            return text.toString();
        }

        private SheetCell made(
                String type, String number, String date, String truth, boolean error, String formula, String shown) {
            boolean isFormula = !formula.isEmpty();
            if (error) {
                return new SheetCell(column, SheetCell.Kind.ERROR, shown, isFormula);
            }
            return switch (type) {
                case "float", "currency" -> NumberFormat.GENERAL.cell(column, number, false, isFormula);
                case "percentage" -> percentage(number, shown, isFormula);
                case "date" -> date(date, shown, isFormula);
                case "boolean" ->
                    new SheetCell(column, SheetCell.Kind.BOOLEAN, truth.equals("true") ? "TRUE" : "FALSE", isFormula);
                case "" ->
                    isFormula && shown.isEmpty()
                            ? new SheetCell(column, SheetCell.Kind.UNCALCULATED, formula, true)
                            : new SheetCell(column, SheetCell.Kind.TEXT, shown, isFormula);
                default -> new SheetCell(column, SheetCell.Kind.TEXT, shown, isFormula);
            };
        }

        private SheetCell percentage(String number, String shown, boolean formula) {
            try {
                String text = shown.endsWith("%")
                        ? shown.replace(",", "")
                        : NumberFormat.plain(new BigDecimal(number).movePointRight(2)) + "%";
                return new SheetCell(column, SheetCell.Kind.PERCENT, text, formula);
            } catch (NumberFormatException _) {
                return new SheetCell(column, SheetCell.Kind.TEXT, shown, formula);
            }
        }

        /// A day, or a month where no day is shown.
        private SheetCell date(String date, String shown, boolean formula) {
            try {
                LocalDate day = LocalDate.parse(date.length() > 10 ? date.substring(0, 10) : date);
                return NumberFormat.date(column, day, SpokenPeriod.read(shown).isPresent(), formula);
            } catch (DateTimeException _) {
                return new SheetCell(column, SheetCell.Kind.TEXT, shown, formula);
            }
        }
    }
}
