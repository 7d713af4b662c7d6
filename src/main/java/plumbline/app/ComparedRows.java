package plumbline.app;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plumbline.Formula;
import plumbline.Refusal;
import plumbline.extract.Column;
import plumbline.extract.Table;
import plumbline.serve.Format;

/// Holds the rows of a file that has been somewhere against those the ledger gives, by their keys. Keeps a digest of
/// each row, and of the first thousand that differ the whole. Not thread-safe.
final class ComparedRows {
    private static final int TOLD = 1_000;
    private static final Pattern REMARKS = Pattern.compile("(; )?(escaped|cut to [0-9]+ characters)$");

    private final TakenRows taken;
    private final Table table;
    private final boolean guarded;
    private final int[] places;
    private final int[] key;
    /// Whether moments have been through a program that knows no zones and no parts of seconds.
    private final boolean coarse;

    private final List<String> told = new ArrayList<>();
    /// The rows of the file that have not been met among the ledger's, by their keys.
    private final Map<RowDigest, RowDigest> theirs = new HashMap<>();
    private final Map<RowDigest, Integer> ours = new HashMap<>();
    private final Map<RowDigest, List<String>> differing = new HashMap<>();
    private long differences;

    /// @param guarded whether text that begins like a formula bears an apostrophe in the file
    ComparedRows(TakenRows taken, Table table, boolean guarded) {
        this.taken = taken;
        this.table = table;
        this.guarded = guarded && taken.format() == Format.CSV;
        this.places = taken.places(table);
        this.key = table.key().stream().mapToInt(table::index).toArray();
        columns();
        this.coarse = taken.format() == Format.XLSX || taken.traits().coarse();
        Map<RowDigest, Integer> seen = new HashMap<>();
        taken.each((_, cells) -> {
            List<String> plain = plain(row(cells));
            theirs.put(numbered(plain, seen), RowDigest.of(plain));
        });
    }

    /// A column that is gone cannot be compared; one that was put in is nobody's.
    private void columns() {
        for (int at : key) {
            if (places[at] < 0) {
                throw Refusal.invalid(
                        "FILE",
                        taken.file() + " without the column "
                                + table.columns().get(at).name(),
                        "all of " + String.join(", ", table.key())
                                + "; without them no row can be held against another");
            }
        }
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0) {
                tell(taken.file() + ": the column " + table.columns().get(i).name() + " is missing");
            }
        }
        for (int i = 0; i < taken.header().size(); i++) {
            int at = i;
            if (IntStream.of(places).noneMatch(each -> each == at)) {
                tell(taken.file() + ": the column “" + taken.header().get(i) + "” is not the ledger's");
            }
        }
    }

    /// The cells of the table's columns, text as it was before it was guarded.
    private List<String> row(List<String> cells) {
        List<String> row = new ArrayList<>(places.length);
        for (int at : places) {
            String cell = at < 0 || at >= cells.size() ? "" : cells.get(at);
            row.add(guarded ? Formula.unguard(cell) : cell);
        }
        return row;
    }

    /// Takes a row of the ledger.
    void ours(List<String> cells) {
        List<String> plain = plain(cells);
        RowDigest named = numbered(plain, ours);
        RowDigest other = theirs.remove(named);
        if (other == null) {
            tell(taken.file() + ": " + named(plain) + ": the row is missing");
        } else if (!other.equals(RowDigest.of(plain))) {
            differences++;
            if (differing.size() < TOLD) {
                differing.put(named, plain);
            }
        }
    }

    /// Ends the comparison.
    ///
    /// @return how many rows and columns differ
    long finish() {
        ours.clear();
        if (!theirs.isEmpty() || !differing.isEmpty()) {
            tellWhere();
        }
        if (differences > TOLD) {
            told.add(taken.file() + ": and more");
        }
        return differences;
    }

    /// Reads the file once more for what became of its rows.
    private void tellWhere() {
        Map<RowDigest, Integer> seen = new HashMap<>();
        taken.each((place, cells) -> {
            List<String> plain = plain(row(cells));
            RowDigest named = numbered(plain, seen);
            List<String> was = differing.get(named);
            String at = taken.file() + ":" + place + ": " + named(plain) + ": ";
            if (was != null) {
                told.add(at + changes(was, plain));
            } else if (theirs.containsKey(named)) {
                tell(at + "the row is not the ledger's");
            }
        });
    }

    /// What differs, in words.
    List<String> told() {
        return told;
    }

    private void tell(String what) {
        differences++;
        if (differences <= TOLD) {
            told.add(what);
        }
    }

    /// The row's key; of several rows with one key the later ones bear a number.
    private RowDigest numbered(List<String> row, Map<RowDigest, Integer> seen) {
        List<String> cells = new ArrayList<>(key.length + 1);
        for (int at : key) {
            cells.add(row.get(at));
        }
        RowDigest digest = RowDigest.of(cells);
        int count = seen.merge(digest, 1, Integer::sum);
        if (count == 1) {
            return digest;
        }
        cells.add(String.valueOf(count));
        return RowDigest.of(cells);
    }

    private String named(List<String> row) {
        return IntStream.of(key)
                .filter(at -> !row.get(at).isEmpty())
                .mapToObj(at -> table.columns().get(at).name() + "=" + row.get(at))
                .collect(Collectors.joining(", "));
    }

    private String changes(List<String> was, List<String> is) {
        return IntStream.range(0, was.size())
                .filter(at -> !was.get(at).equals(is.get(at)))
                .mapToObj(at ->
                        "%s was “%s”, is “%s”".formatted(table.columns().get(at).name(), was.get(at), is.get(at)))
                .collect(Collectors.joining("; "));
    }

    /// Cells as both sides can have them: a workbook's moments have no time of day here, a spreadsheet writes days and
    /// numbers its own way, and remarks about the file itself are none about the figure.
    private List<String> plain(List<String> cells) {
        List<String> plain = new ArrayList<>(places.length);
        for (int i = 0; i < places.length; i++) {
            Column column = table.columns().get(i);
            String cell = places[i] < 0 || i >= cells.size() ? "" : cells.get(i);
            plain.add(
                    switch (column.type()) {
                        case DAY -> day(cell);
                        case INSTANT -> coarse ? day(cell.split("[ T]", 2)[0]) : cell;
                        case TEXT ->
                            column.name().equals("note") ? REMARKS.matcher(cell).replaceFirst("") : cell;
                        case CODE -> cell;
                        case WHOLE, NUMBER -> number(cell);
                    });
        }
        return plain;
    }

    /// 95.50 and 95.5 are one number. A workbook and a column of Parquet hold numbers as binary fractions.
    private String number(String cell) {
        try {
            BigDecimal number = new BigDecimal(cell);
            boolean binary = taken.format() == Format.XLSX || taken.format() == Format.PARQUET;
            BigDecimal held = binary ? BigDecimal.valueOf(number.doubleValue()) : number;
            return held.signum() == 0 ? "0" : held.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException text) {
            return cell;
        }
    }

    private static String day(String cell) {
        String[] parts = cell.strip().split("/", -1);
        return parts.length != 3
                ? cell
                : parts[0] + "-" + "0".repeat(Math.max(0, 2 - parts[1].length())) + parts[1] + "-"
                        + "0".repeat(Math.max(0, 2 - parts[2].length())) + parts[2];
    }
}
