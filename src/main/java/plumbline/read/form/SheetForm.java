package plumbline.read.form;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import plumbline.Attempt;
import plumbline.Field;
import plumbline.Finding;
import plumbline.FormKind;
import plumbline.Reading;
import plumbline.Row;
import plumbline.read.Numeral;
import plumbline.read.sheet.NoWorkbook;
import plumbline.read.sheet.SheetCell;
import plumbline.read.sheet.SheetRow;
import plumbline.read.sheet.SheetVisitor;
import plumbline.read.sheet.Workbook;

/// A form in a workbook: the tables of figures on its sheets in whatever layout, or one list of departments,
/// reorganisations or due days. Immutable.
public final class SheetForm implements Form {
    private final String file;
    private final Workbook workbook;
    private final Terms terms;
    private final List<FigureTable> tables;
    private final List<ListedRows> lists;
    private final Optional<Attempt> earlier;

    /// A table that is no table of figures: rows under a header of fields.
    ///
    /// @param extracted how its rows are understood, where it is an extract of figures that comes back
    record ListedRows(int sheet, Header header, Optional<Extracted> extracted) {}

    SheetForm(
            String file,
            Workbook workbook,
            Terms terms,
            List<FigureTable> tables,
            List<ListedRows> lists,
            Optional<Attempt> earlier) {
        this.file = file;
        this.workbook = workbook;
        this.terms = terms;
        this.tables = List.copyOf(tables);
        this.lists = List.copyOf(lists);
        this.earlier = earlier;
    }

    @Override
    public FormKind kind() {
        return lists.isEmpty() ? FormKind.FIGURES : lists.getFirst().header().kind();
    }

    @Override
    public String encoding() {
        return workbook.format();
    }

    @Override
    public Optional<Attempt> earlier() {
        return earlier;
    }

    @Override
    public boolean has(Field field) {
        return tables.stream().anyMatch(each -> each.fields().contains(field))
                || lists.stream().anyMatch(each -> each.header().columns().containsKey(field));
    }

    @Override
    public int rows(Consumer<Row> each, Consumer<Finding> findings) {
        return read((row, _) -> each.accept(row), findings);
    }

    @Override
    public int readings(Consumer<Reading> each, Consumer<Finding> findings) {
        PassageReader passages = new PassageReader(file, findings);
        return read((row, wording) -> each.accept(new Reading(row, wording, passages.read(row))), findings);
    }

    private int read(TableReader.Sink sink, Consumer<Finding> findings) {
        int count = 0;
        try {
            for (FigureTable table : tables) {
                TableReader reader = new TableReader(file, table, workbook, terms, sink, findings);
                workbook.read(table.sheet(), reader);
                reader.finish();
                count += reader.values();
            }
            for (ListedRows list : lists) {
                count += listed(list, sink, findings);
            }
        } catch (NoWorkbook refused) {
            findings.accept(refused.finding(file));
        } catch (CsvParseException broken) {
            findings.accept(Forms.broken(file, workbook, broken));
        }
        return count;
    }

    private int listed(ListedRows list, TableReader.Sink sink, Consumer<Finding> findings) {
        int[] count = {0};
        workbook.read(list.sheet(), new SheetVisitor() {
            @Override
            public void row(SheetRow row) {
                if (row.number() > list.header().line()) {
                    count[0]++;
                    take(list, asRow(list, row), sink, findings);
                }
            }
        });
        return count[0];
    }

    private void take(ListedRows list, Row row, TableReader.Sink sink, Consumer<Finding> findings) {
        if (list.extracted().isEmpty()) {
            sink.accept(row, Numeral.read(""));
        } else {
            list.extracted()
                    .get()
                    .row(file, row, false, findings)
                    .ifPresent(each -> sink.accept(each, Numeral.read(each.field(Field.VALUE))));
        }
    }

    private Row asRow(ListedRows list, SheetRow row) {
        List<String> cells = new ArrayList<>();
        for (SheetCell each : row.cells()) {
            while (cells.size() < each.column() - 1) {
                cells.add("");
            }
            cells.add(each.text());
        }
        return new Row(
                row.number(), list.header().columns(), cells, at -> workbook.place(list.sheet(), row.number(), at + 1));
    }
}
