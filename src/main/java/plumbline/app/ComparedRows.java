package plumbline.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plumbline.extract.Column;
import plumbline.extract.ListRows;
import plumbline.extract.Rows;
import plumbline.extract.Table;
import plumbline.extract.Tables;
import plumbline.serve.Format;

/// Holds the rows of an extract that has been somewhere against those the ledger gives, by their keys. Keeps a digest
/// of each row, and of the first thousand that differ the whole. Not thread-safe.
final class ComparedRows {
    private static final int TOLD = 1_000;
    private static final String REMARKS = "(; )?(escaped|cut to [0-9]+ characters)$";

    private final TakenExtract taken;
    private final PrintWriter err;
    private final Table table;
    private final int[] key;
    private final Map<String, Theirs> theirs = new LinkedHashMap<>();
    private final Map<String, Integer> ours = new HashMap<>();
    private final Map<String, List<String>> differing = new LinkedHashMap<>();
    private long differences;

    private record Theirs(int line, long digest) {}

    ComparedRows(TakenExtract taken, PrintWriter err) {
        this.taken = taken;
        this.err = err;
        this.table = Tables.named(taken.table()).orElseThrow();
        this.key = table.key().stream().mapToInt(table::index).toArray();
        Map<String, Integer> seen = new HashMap<>();
        taken.rows((line, cells) -> {
            List<String> plain = plain(cells);
            theirs.put(numbered(plain, seen), new Theirs(line, digest(plain)));
        });
    }

    /// Takes the ledger's rows.
    Rows rows() {
        return new ListRows(this::compare);
    }

    private void compare(List<String> cells) {
        List<String> plain = plain(cells);
        String named = numbered(plain, ours);
        Theirs other = theirs.remove(named);
        if (other == null) {
            tell(taken.file(), plain, "the row is missing");
        } else if (other.digest() != digest(plain)) {
            differences++;
            if (differing.size() < TOLD) {
                differing.put(named, plain);
            }
        }
    }

    /// Tells all that differs.
    ///
    /// @return how many rows do
    long finish() {
        Map<String, Integer> seen = new HashMap<>();
        taken.rows((line, cells) -> {
            List<String> plain = plain(cells);
            String named = numbered(plain, seen);
            List<String> was = differing.get(named);
            String at = taken.file() + ":" + line;
            if (was != null) {
                err.println(at + ": " + named(plain) + ": " + changes(was, plain));
            } else if (theirs.containsKey(named)) {
                tell(at, plain, "the row is not the ledger's");
            }
        });
        if (differences > TOLD) {
            err.println(taken.file() + ": and more");
        }
        return differences;
    }

    private void tell(String at, List<String> row, String what) {
        differences++;
        if (differences <= TOLD) {
            err.println(at + ": " + named(row) + ": " + what);
        }
    }

    /// The row's key; of several rows with one key the later ones bear a number.
    private String numbered(List<String> row, Map<String, Integer> seen) {
        StringBuilder text = new StringBuilder();
        for (int at : key) {
            text.append(row.get(at)).append('\u001f');
        }
        int count = seen.merge(text.toString(), 1, Integer::sum);
        return count == 1 ? text.toString() : text.append(count).toString();
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

    private static long digest(List<String> row) {
        long digest = 1125899906842597L;
        for (String each : row) {
            for (int i = 0; i < each.length(); i++) {
                digest = 31 * digest + each.charAt(i);
            }
            digest = 31 * digest + '\u001f';
        }
        return digest;
    }

    /// Cells as both sides can have them: a workbook's moments have no time of day here, a spreadsheet writes days its
    /// own way, and remarks about the file itself are none about the figure.
    private List<String> plain(List<String> cells) {
        List<String> plain = new ArrayList<>(cells.size());
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            String cell = i < cells.size() ? cells.get(i) : "";
            plain.add(
                    switch (column.type()) {
                        case DAY -> day(cell);
                        case INSTANT ->
                            taken.format() == Format.XLSX && cell.length() > 10 ? cell.substring(0, 10) : cell;
                        case TEXT -> column.name().equals("note") ? cell.replaceFirst(REMARKS, "") : cell;
                        case CODE, WHOLE, NUMBER -> cell;
                    });
        }
        return plain;
    }

    private static String day(String cell) {
        String[] parts = cell.split("/", -1);
        return parts.length != 3
                ? cell
                : parts[0] + "-" + "0".repeat(Math.max(0, 2 - parts[1].length())) + parts[1] + "-"
                        + "0".repeat(Math.max(0, 2 - parts[2].length())) + parts[2];
    }
}
