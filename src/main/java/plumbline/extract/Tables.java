package plumbline.extract;

import java.util.List;
import java.util.Optional;
import plumbline.Metric;

/// Every table there is. The columns never change their order or their meaning; new ones are appended.
public final class Tables {
    /// What the reports state, and a row with its state for what they should have stated.
    public static final Table FIGURES = FigureTables.FIGURES;

    /// What the charts show.
    public static final Table CELLS = CellTable.CELLS;

    public static final Table METRICS = CodeLists.METRICS;
    public static final Table ORGS = CodeLists.ORGS;
    public static final Table PERIODS = CodeLists.PERIODS;
    public static final Table CODES = CodeLists.CODES;
    public static final Table REPORTS = CodeLists.REPORTS;

    /// The columns of a table as a table.
    static final Table DICTIONARY = CodeLists.DICTIONARY;

    /// What differs between two moments.
    public static final Table CHANGES = FigureTables.CHANGES;

    /// What has a file of its own.
    public static final List<Table> LISTED = List.of(FIGURES, CELLS, METRICS, ORGS, PERIODS, CODES, REPORTS);

    private Tables() {}

    /// The figures with a row per department and period and two columns per metric: its number, and its state.
    public static Table wide(List<Metric> metrics) {
        return FigureTables.wide(metrics);
    }

    /// The table whose file has this name without its ending; empty for none and for the wide one.
    public static Optional<Table> named(String name) {
        return LISTED.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// Writes the dictionary of tables.
    static void describe(List<Table> tables, Rows rows) {
        for (Table table : tables) {
            int position = 1;
            for (Column each : table.columns()) {
                rows.code(table.name())
                        .number(position++)
                        .code(each.name())
                        .text(each.title().zh())
                        .text(each.title().en())
                        .code(each.type().csvw)
                        .code(each.required() ? "yes" : "no")
                        .code(each.codes())
                        .text(each.meaning().zh())
                        .text(each.meaning().en())
                        .endRow();
            }
        }
    }
}
