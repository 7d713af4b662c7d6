package plumbline.read.sheet;

import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An XLSX workbook. Its texts are kept in memory within the limits, its sheets are streamed.
final class Xlsx implements Workbook {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final ZipArchive zip;
    private final Limits limits;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private final List<NumberFormat> styles;
    private final List<String> texts;
    private boolean from1904;
    private boolean stale;

    /// @throws NoWorkbook if there is no workbook inside
    Xlsx(ZipArchive zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
        String main =
                related("", "/officeDocument").values().stream().findFirst().orElse("xl/workbook.xml");
        readMain(main);
        Map<String, String> styleParts = related(main, "/styles");
        this.styles = styleParts.isEmpty()
                ? List.of()
                : styles(styleParts.values().iterator().next());
        Map<String, String> textParts = related(main, "/sharedStrings");
        this.texts = textParts.isEmpty()
                ? List.of()
                : texts(textParts.values().iterator().next());
    }

    private void readMain(String main) {
        Map<String, String> sheetParts = related(main, "/worksheet");
        try (Xml xml = part(main)) {
            while (xml.next()) {
                if (xml.isStart("workbookPr")) {
                    from1904 = xml.flag("date1904");
                } else if (xml.isStart("calcPr")) {
                    stale = xml.flag("fullCalcOnLoad")
                            || xml.attribute("calcCompleted").equals("0");
                } else if (xml.isStart("sheet")) {
                    String part = sheetParts.get(xml.attribute("relationships", "id"));
                    if (part != null) { // charts and macro sheets have no cells
                        sheets.add(new Sheet(
                                xml.attribute("name"),
                                xml.attribute("state").startsWith("h")
                                        || xml.attribute("state").startsWith("veryH")));
                        parts.add(part);
                    }
                }
            }
        }
        if (sheets.size() > limits.sheets()) {
            throw NoWorkbook.tooMuch(sheets.size() + " sheets", limits.sheets() + " sheets");
        }
    }

    /// Parts inside the file that the part points to, by id; of one type of relation, told by its end.
    private Map<String, String> related(String part, String type) {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        Map<String, String> related = new HashMap<>();
        Optional<InputStream> relations = zip.open(folder + "_rels/" + part.substring(slash + 1) + ".rels");
        if (relations.isPresent()) {
            try (Xml xml = Xml.open(relations.get())) {
                while (xml.next()) {
                    boolean wanted = xml.isStart("Relationship")
                            && xml.attribute("Type").endsWith(type)
                            && !xml.attribute("TargetMode").equals("External");
                    if (wanted) {
                        related.put(xml.attribute("Id"), resolve(folder, xml.attribute("Target")));
                    }
                }
            }
        }
        return related;
    }

    private static String resolve(String folder, String target) {
        try {
            return URI.create("/" + folder)
                    .resolve(target)
                    .normalize()
                    .getPath()
                    .substring(1);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException | NullPointerException unusable) {
            throw NoWorkbook.broken("relation to " + target);
        }
    }

    private Xml part(String name) {
        return Xml.open(zip.open(name).orElseThrow(() -> NoWorkbook.broken(name + " is missing")));
    }

    private List<NumberFormat> styles(String part) {
        Map<Integer, NumberFormat> own = new HashMap<>();
        List<NumberFormat> found = new ArrayList<>();
        boolean inCells = false;
        try (Xml xml = part(part)) {
            while (xml.next()) {
                if (xml.isStart("numFmt")) {
                    own.put(xml.number("numFmtId", -1), NumberFormat.of(xml.attribute("formatCode")));
                } else if (xml.isStart("cellXfs") || xml.isEnd("cellXfs")) {
                    inCells = xml.isStart();
                } else if (inCells && xml.isStart("xf")) {
                    int id = xml.number("numFmtId", 0);
                    found.add(own.getOrDefault(id, NumberFormat.builtIn(id)));
                }
            }
        }
        return List.copyOf(found);
    }

    private List<String> texts(String part) {
        List<String> found = new ArrayList<>();
        long characters = 0;
        try (Xml xml = part(part)) {
            while (xml.next()) {
                if (xml.isStart("si")) {
                    String text = richText(xml, "si");
                    characters += text.length() + 16; // an empty text takes room too
                    found.add(text);
                    if (characters > limits.characters()) {
                        throw NoWorkbook.tooMuch(
                                "more than %d characters of text".formatted(limits.characters()),
                                limits.characters() + " characters");
                    }
                }
            }
        }
        return found;
    }

    /// The text up to the end of the element, without the phonetic signs above it.
    private String richText(Xml xml, String end) {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        int phonetic = 0;
        while (xml.next() && !xml.isEnd(end)) {
            if (xml.isStart("rPh") || xml.isEnd("rPh")) {
                phonetic += xml.isStart() ? 1 : -1;
            } else if (xml.isStart("t") || xml.isEnd("t")) {
                inText = xml.isStart();
            } else if (inText && phonetic == 0 && text.length() <= limits.cellCharacters()) {
                xml.appendTo(text);
            }
        }
        return unescaped(text.toString());
    }

    /// What XML cannot hold stands there as `_x000D_`.
    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(each ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(each.group(1), 16))))
                : text;
    }

    @Override
    public String format() {
        return "XLSX";
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public boolean stale() {
        return stale;
    }

    @Override
    public List<String> ignored() {
        List<String> ignored = new ArrayList<>();
        if (zip.hasAny("vbaproject.bin")) {
            ignored.add("macros");
        }
        if (zip.hasUnder("xl/externalLinks/")) {
            ignored.add("links");
        }
        return ignored;
    }

    @Override
    public void read(int sheet, SheetVisitor visitor) {
        try (Xml xml = part(parts.get(sheet))) {
            new Reading(xml, sheets.get(sheet).name(), visitor).run();
        }
    }

    /// One pass over one sheet.
    private final class Reading {
        private final Xml xml;
        private final String sheet;
        private final SheetVisitor visitor;
        private final Budget budget = new Budget(limits);
        private int row;
        private boolean hidden;
        private int column;
        private List<SheetCell> cells = new ArrayList<>();

        Reading(Xml xml, String sheet, SheetVisitor visitor) {
            this.xml = xml;
            this.sheet = sheet;
            this.visitor = visitor;
        }

        void run() {
            while (xml.next()) {
                if (xml.isStart()) {
                    budget.step();
                    start(xml.name());
                } else if (xml.isEnd("row") && !cells.isEmpty()) {
                    visitor.row(new SheetRow(row, hidden, cells));
                    cells = new ArrayList<>();
                }
            }
        }

        private void start(String name) {
            switch (name) {
                case "row" -> {
                    int next = xml.number("r", row + 1);
                    if (next <= row) {
                        throw NoWorkbook.broken("row %d behind row %d".formatted(next, row));
                    }
                    row = next;
                    hidden = xml.flag("hidden");
                    column = 0;
                }
                case "c" -> cell();
                case "col" -> {
                    if (xml.flag("hidden")) {
                        visitor.hiddenColumns(xml.number("min", 1), xml.number("max", 1));
                    }
                }
                case "mergeCell" -> A1.range(xml.attribute("ref")).ifPresent(visitor::merged);
                default -> {}
            }
        }

        private void cell() {
            int next = A1.column(xml.attribute("r"));
            next = next > 0 ? next : column + 1;
            if (next <= column) {
                throw NoWorkbook.broken("column %d behind column %d".formatted(next, column));
            }
            column = next;
            String type = xml.attribute("t");
            NumberFormat style = style(xml.number("s", -1));
            StringBuilder value = new StringBuilder();
            StringBuilder formula = new StringBuilder();
            boolean hasFormula = false;
            while (xml.next() && !xml.isEnd("c")) {
                if (xml.isStart("f")) {
                    hasFormula = true;
                    text("f", formula);
                } else if (xml.isStart("v")) {
                    text("v", value);
                } else if (xml.isStart("is")) {
                    value.append(richText(xml, "is"));
                }
            }
            add(made(type, style, value.toString(), hasFormula, formula.toString()));
        }

        private void text(String end, StringBuilder into) {
            while (xml.next() && !xml.isEnd(end)) {
                if (into.length() <= limits.cellCharacters()) {
                    xml.appendTo(into);
                }
            }
        }

        private void add(SheetCell cell) {
            if (!cell.text().isBlank()) {
                budget.cell(sheet, row, column, cell.text());
                cells.add(cell);
            }
        }

        private NumberFormat style(int index) {
            return index >= 0 && index < styles.size() ? styles.get(index) : NumberFormat.GENERAL;
        }

        private SheetCell made(String type, NumberFormat style, String value, boolean hasFormula, String formula) {
            if (value.isEmpty() && hasFormula && !type.equals("str")) {
                return new SheetCell(column, SheetCell.Kind.UNCALCULATED, "=" + formula, true);
            }
            return switch (type) {
                case "s" -> new SheetCell(column, SheetCell.Kind.TEXT, shared(value), hasFormula);
                case "str", "inlineStr" -> new SheetCell(column, SheetCell.Kind.TEXT, value, hasFormula);
                case "b" ->
                    new SheetCell(column, SheetCell.Kind.BOOLEAN, value.equals("1") ? "TRUE" : "FALSE", hasFormula);
                case "e" -> new SheetCell(column, SheetCell.Kind.ERROR, value, hasFormula);
                case "d" ->
                    new SheetCell(
                            column,
                            SheetCell.Kind.DATE,
                            value.length() > 10 ? value.substring(0, 10) : value,
                            hasFormula);
                default ->
                    value.isBlank()
                            ? SheetCell.text(column, "")
                            : style.cell(column, value.strip(), from1904, hasFormula);
            };
        }

        private String shared(String index) {
            try {
                return texts.get(Integer.parseInt(index.strip()));
            } catch (NumberFormatException | IndexOutOfBoundsException missing) {
                throw NoWorkbook.broken("text %s of %d".formatted(index, texts.size()));
            }
        }
    }
}
