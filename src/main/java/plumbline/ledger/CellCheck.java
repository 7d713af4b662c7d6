package plumbline.ledger;

import static plumbline.ledger.generated.Tables.SERIES_YEAR;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import plumbline.Cell;
import plumbline.DepartmentTree;

/// Holds the stored cells against those that follow from the figures; both come in the order of their keys, one series
/// in memory at a time.
final class CellCheck implements AutoCloseable {
    private static final List<Field<?>> FIELDS = SeriesRows.columns();
    private static final List<Field<Long>> KEY = SeriesRows.key();

    private final SeriesRows rows;
    private final long imports;
    private final StoredRows stored;
    private final CanonicalRow row = new CanonicalRow();
    private final TreeMap<Key, String> series = new TreeMap<>();
    private long cells;

    /// The numbers in a row's key.
    private record Key(long metric, long department, long category, long scope, long year) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::metric)
                .thenComparingLong(Key::department)
                .thenComparingLong(Key::category)
                .thenComparingLong(Key::scope)
                .thenComparingLong(Key::year);

        static Key of(String row) {
            String[] columns = row.split("\t", KEY.size() + 1);
            return new Key(
                    Long.parseLong(columns[0]),
                    Long.parseLong(columns[1]),
                    Long.parseLong(columns[2]),
                    Long.parseLong(columns[3]),
                    Long.parseLong(columns[4]));
        }

        boolean isOfSeries(Key other) {
            return metric == other.metric && department == other.department && category == other.category;
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /// @param imports how many imports there are, all of them sound
    CellCheck(DSLContext dsl, Dictionary dictionary, long imports) throws SQLException {
        rows = new SeriesRows(dictionary);
        this.imports = imports;
        stored = new StoredRows(dsl, SERIES_YEAR, KEY);
    }

    /// Checks all cells; returns how many there are.
    ///
    /// @param tree with the lives of the departments as they are known now
    /// @throws BrokenPlace at the first cell that is not as the figures make it
    long all(DSLContext dsl, Refresh refresh, DepartmentTree tree) throws SQLException {
        refresh.eachRow(dsl, tree, this::worked);
        compareSeries();
        if (stored.isPresent()) {
            throw broken(stored.canonical(), "nothing");
        }
        return cells;
    }

    private void worked(SeriesRows.Row worked) {
        SeriesRows.write(row, worked);
        String text = row.take();
        Key key = Key.of(text);
        if (!series.isEmpty() && !series.firstKey().isOfSeries(key)) {
            compareSeries();
        }
        series.put(key, text);
        cells += worked.count();
    }

    private void compareSeries() {
        try {
            for (Map.Entry<Key, String> each : series.entrySet()) {
                compare(each.getKey(), each.getValue());
                stored.advance();
            }
            series.clear();
        } catch (SQLException broken) {
            throw new LedgerException("cannot read the ledger: " + broken.getMessage(), broken);
        }
    }

    private void compare(Key key, String worked) throws SQLException {
        String found = stored.isPresent() ? stored.canonical() : "";
        int order = found.isEmpty() ? 1 : Key.of(found).compareTo(key);
        if (order > 0) {
            throw broken(worked, "nothing", values(worked));
        }
        if (order < 0) {
            throw broken(found, "nothing");
        }
        if (!found.equals(worked)) {
            throw broken(found, differing(found, worked), differing(worked, found));
        }
    }

    /// The cells of the row that are not in the other one.
    private String differing(String row, String other) {
        String differing = CellBytes.differing(cells(row), cells(other));
        return differing.isEmpty() ? values(row) : "cells=" + differing;
    }

    /// The cells of a row in canonical form; none if they are damaged, and then the bytes tell.
    private List<Cell> cells(String row) {
        Key key = Key.of(row);
        try {
            return CellBytes.read(
                    rows.series(
                            SeriesYear.pack(key.metric(), key.department(), key.category(), key.scope(), key.year())),
                    Math.toIntExact(key.year()),
                    HexFormat.of().parseHex(row, row.lastIndexOf('\t') + 1, row.length() - 1));
        } catch (RuntimeException damaged) {
            return List.of();
        }
    }

    private BrokenPlace broken(String found, String accepted) {
        return broken(found, values(found), accepted);
    }

    private BrokenPlace broken(String row, String found, String accepted) {
        return new BrokenPlace(
                imports,
                "cells " + CanonicalRow.describe(row, FIELDS, KEY::contains),
                found,
                accepted + ", which follows from the figures");
    }

    private static String values(String row) {
        return CanonicalRow.describe(row, FIELDS, each -> !KEY.contains(each));
    }

    @Override
    public void close() throws SQLException {
        stored.close();
    }
}
