package plumbline.read.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import plumbline.Attempt;
import plumbline.Field;
import plumbline.Finding;
import plumbline.FormKind;
import plumbline.Name;
import plumbline.Place;
import plumbline.Severity;
import plumbline.read.sheet.SheetRow;
import plumbline.read.sheet.Workbook;

/// Looks at every sheet of a workbook: a table of figures, a list, or nothing that can be taken in; and says what is
/// hidden, left out or doubtful. One use.
final class Sheets {
    private final String file;
    private final Workbook workbook;
    private final Terms terms;
    private final Consumer<Finding> findings;
    private final Consumer<Question> asked;
    private final List<FigureTable> tables = new ArrayList<>();
    private final List<SheetForm.ListedRows> lists = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private Optional<Attempt> earlier = Optional.empty();

    private record Skipped(int sheet, Outline outline) {}

    Sheets(String file, Workbook workbook, Known known, Consumer<Finding> findings, Consumer<Question> asked) {
        this.file = file;
        this.workbook = workbook;
        this.terms = new Terms(known);
        this.findings = findings;
        this.asked = asked;
    }

    /// The form; empty, with findings, if no sheet holds one.
    Optional<SheetForm> open(Set<Field> given) {
        remarks();
        Optional<SheetForm> form = openIfRecognised(given);
        if (form.isEmpty()) {
            if (skipped.isEmpty()) {
                add(
                        Severity.ERROR,
                        new Place.Line(1, 1),
                        "empty_file",
                        "",
                        "a header and rows",
                        "文件里没有内容。",
                        "there is nothing in the file.");
            }
            skipped.stream().limit(1).forEach(each -> unknown(each.sheet(), each.outline()));
        }
        return form;
    }

    /// As [#open], but silent about a file that resembles no form.
    ///
    /// @return whether anything is said or found
    boolean openOrAsk(Set<Field> given, Consumer<SheetForm> form) {
        Optional<SheetForm> found = openIfRecognised(given);
        found.ifPresent(form);
        return found.isPresent() || skipped.stream().limit(1).anyMatch(each -> ask(each.sheet(), each.outline()));
    }

    private Optional<SheetForm> openIfRecognised(Set<Field> given) {
        for (int sheet = 0; sheet < workbook.sheets().size(); sheet++) {
            if (workbook.sheets().get(sheet).hidden()) {
                hiddenSheet(sheet);
            } else {
                look(sheet, given);
            }
        }
        if (tables.isEmpty() && lists.isEmpty()) {
            return Optional.empty();
        }
        skipped.forEach(each -> skipped(each.sheet(), each.outline()));
        return Optional.of(new SheetForm(file, workbook, terms, tables, lists, earlier));
    }

    private void look(int sheet, Set<Field> given) {
        Outline outline = new Outline();
        workbook.read(sheet, outline);
        if (outline.isEmpty()) {
            return;
        }
        if (OwnSheets.isOwn(outline)) {
            earlier = OwnSheets.attempt(outline).or(() -> earlier);
            return;
        }
        if (isExtract(sheet, outline)) {
            hiddenParts(sheet, outline);
            return;
        }
        FigureTable.Finder finder = new FigureTable.Finder(file, workbook, sheet, outline, terms, findings);
        Optional<FigureTable> table = finder.find(given);
        finder.questions().forEach(asked);
        boolean other = table.isPresent() ? !lists.isEmpty() : list(sheet, outline, given);
        if (other) {
            mixed(sheet, outline);
        } else if (table.isPresent()) {
            tables.add(table.get());
        }
        if (table.isPresent() || (!lists.isEmpty() && lists.getLast().sheet() == sheet)) {
            hiddenParts(sheet, outline);
        }
    }

    /// Whether the sheet is (a part of) an extract that comes back.
    private boolean isExtract(int sheet, Outline outline) {
        SheetRow first = outline.head().getFirst();
        Optional<Extracted> extracted = Extracted.of(first.texts());
        boolean fits = extracted.isPresent()
                && tables.isEmpty()
                && lists.stream().allMatch(each -> each.extracted().isPresent());
        if (fits) {
            Header header = extracted.get().header(first.number());
            lists.add(new SheetForm.ListedRows(sheet, header, extracted));
        }
        return fits;
    }

    /// Looks for a list of departments, reorganisations or due days; true if there is one that does not belong here.
    private boolean list(int sheet, Outline outline, Set<Field> given) {
        for (SheetRow row :
                outline.head().subList(0, Math.min(10, outline.head().size()))) {
            List<String> cells = row.texts();
            if (Header.names(cells, FormKind.FIGURES)) {
                boolean fits = tables.isEmpty() && lists.isEmpty();
                if (fits) {
                    Header.read(
                                    file,
                                    row.number(),
                                    cells,
                                    column -> place(sheet, row.number(), column),
                                    given,
                                    findings)
                            .ifPresent(header -> lists.add(new SheetForm.ListedRows(sheet, header, Optional.empty())));
                }
                return !fits;
            }
        }
        skipped.add(new Skipped(sheet, outline));
        return false;
    }

    private Place place(int sheet, int row, int column) {
        return workbook.place(sheet, row, column);
    }

    private String name(int sheet) {
        return workbook.sheets().get(sheet).name();
    }

    private Place start(int sheet, Outline outline) {
        SheetRow first = outline.head().getFirst();
        return place(sheet, first.number(), first.cells().getFirst().column());
    }

    private void remarks() {
        for (String what : workbook.ignored()) {
            boolean macros = what.equals("macros");
            add(
                    Severity.WARNING,
                    new Place.Line(1, 1),
                    macros ? "macros_ignored" : "links_ignored",
                    macros ? "macros" : "links to other workbooks",
                    "values only",
                    macros ? "文件带有宏；宏不会运行，只读单元格里保存的值。" : "文件引用了别的工作簿；不会打开，只读保存的值。",
                    macros
                            ? "the file has macros; they are not run, only the saved values are read."
                            : "the file refers to other workbooks; they are not opened, only the saved values are"
                                    + " read.");
        }
    }

    private void hiddenSheet(int sheet) {
        add(
                Severity.WARNING,
                place(sheet, 1, 1),
                "hidden_sheet",
                name(sheet),
                "sheets that can be seen",
                "工作表“%s”是隐藏的，未读入。".formatted(name(sheet)),
                "sheet “%s” is hidden and was not read.".formatted(name(sheet)));
    }

    private void hiddenParts(int sheet, Outline outline) {
        if (outline.hiddenRowCount() > 0) {
            String rows = String.join(
                            ", ",
                            outline.hiddenRows().stream().map(String::valueOf).toList())
                    + (outline.hiddenRowCount() > outline.hiddenRows().size() ? " …" : "");
            add(
                    Severity.WARNING,
                    place(sheet, outline.hiddenRows().getFirst(), 1),
                    "hidden_rows",
                    rows,
                    "rows that can be seen",
                    "有%d行隐藏（%s），已一并读入。".formatted(outline.hiddenRowCount(), rows),
                    "%d rows are hidden (%s) and were read all the same.".formatted(outline.hiddenRowCount(), rows));
        }
        outline.hiddenColumns().stream().findFirst().ifPresent(column -> {
            int count = outline.hiddenColumns().cardinality();
            Place at = place(sheet, outline.head().getFirst().number(), column);
            add(
                    Severity.WARNING,
                    at,
                    "hidden_columns",
                    String.valueOf(count),
                    "columns that can be seen",
                    "有%d列隐藏，已一并读入。".formatted(count),
                    "%d columns are hidden and were read all the same.".formatted(count));
        });
        if (workbook.stale() && outline.formulas() > 0) {
            add(
                    Severity.WARNING,
                    start(sheet, outline),
                    "formulas_not_calculated",
                    outline.formulas() + " formulas",
                    "a file that was calculated and saved",
                    "有%d个公式保存后未重新计算，读入的是保存时的值；请打开、保存后再报。".formatted(outline.formulas()),
                    "%d formulas were not calculated when the file was saved; the saved values were read. Open it, save it and send it again."
                            .formatted(outline.formulas()));
        }
    }

    private void mixed(int sheet, Outline outline) {
        add(
                Severity.ERROR,
                start(sheet, outline),
                "mixed_forms",
                name(sheet),
                "one sort of form in a file",
                "工作表“%s”是另一种表；请另存为单独的文件再报。".formatted(name(sheet)),
                "sheet “%s” is another sort of form; send it as a file of its own.".formatted(name(sheet)));
    }

    /// A sheet beside the tables that are read. Where its header resembles one, its figures must not be lost.
    private void skipped(int sheet, Outline outline) {
        if (!ask(sheet, outline)) {
            add(
                    Severity.WARNING,
                    start(sheet, outline),
                    "sheet_skipped",
                    name(sheet),
                    "a header with metrics, departments or periods",
                    "工作表“%s”没有认得的表头，未读入。".formatted(name(sheet)),
                    "sheet “%s” has no header that is known and was not read.".formatted(name(sheet)));
        }
    }

    private void unknown(int sheet, Outline outline) {
        if (!ask(sheet, outline)) {
            SheetRow first = outline.head().getFirst();
            add(
                    Severity.ERROR,
                    start(sheet, outline),
                    "unknown_form",
                    String.join(",", first.texts()),
                    "a header with metrics, departments or periods",
                    "看不出这是哪种表：没有认得的表头；表头应有指标、部门、期间的名称。",
                    "this is no known form: no header is known; a header names metrics, departments or periods.");
        }
    }

    /// Asks about the header cells of a sheet of which none is known; false if none of them resembles anything.
    private boolean ask(int sheet, Outline outline) {
        Optional<Layout> layout = Layout.presumed(outline, terms);
        boolean any = layout.stream()
                .flatMap(each -> each.columns().stream())
                .anyMatch(each -> each.meaning().isNothing()
                        && !terms.near(each.parts().getLast()).isEmpty()
                        && Stub.hasCounts(outline, layout.orElseThrow(), each.at()));
        if (any) {
            FigureTable.Finder finder = new FigureTable.Finder(file, workbook, sheet, outline, terms, findings);
            Layout found = layout.orElseThrow();
            Titles titles = Titles.read(
                    outline.head().subList(0, found.above()), terms, (row, column) -> place(sheet, row, column));
            found.columns().stream()
                    .filter(each -> each.meaning().isNothing())
                    .forEach(each -> finder.ask(each, found, titles));
            finder.questions().forEach(asked);
        }
        return any;
    }

    private void add(Severity severity, Place at, String rule, String found, String accepted, String zh, String en) {
        findings.accept(Finding.at(severity, rule, file, at, found, accepted, new Name(zh, en)));
    }
}
