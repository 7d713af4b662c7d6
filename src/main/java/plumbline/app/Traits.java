package plumbline.app;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plumbline.Formula;
import plumbline.extract.Column;
import plumbline.extract.Tables;
import plumbline.serve.Format;

/// What the rows of a file say of how it was written, where no manifest says it.
///
/// @param asOf the moment that its first row names; empty where there is none
/// @param english whether names in it are English ones
/// @param raw whether text that begins like a formula stands in it unguarded; only CSV knows guards
/// @param coarse whether moments have been through a program that knows no zones and no parts of seconds
record Traits(String asOf, boolean english, boolean raw, boolean coarse) {
    static final Traits NONE = new Traits("", false, false, false);

    private static final List<String> NAMES = List.of("org_name", "department_name", "metric_name");
    private static final Pattern NUMBER = Pattern.compile("-[0-9.]+");
    private static final int DAY = 10;

    /// Looks at row after row. Not thread-safe.
    static final class Scan {
        private final Format format;
        private List<String> header = List.of();
        private int asOf = -1;
        private int[] names = {};
        private int[] moments = {};

        private String moment = "";
        private long chinese;
        private long english;
        private long guarded;
        private long unguarded;
        private boolean coarse;

        /// @param header none: the first row is it
        Scan(Format format, List<String> header) {
            this.format = format;
            if (!header.isEmpty()) {
                begin(header);
            }
        }

        private void begin(List<String> columns) {
            header = List.copyOf(columns);
            // A workbook's moments are days.
            asOf = format == Format.XLSX ? -1 : Math.max(header.indexOf("as_of"), header.indexOf("数据截至"));
            names = places(Stream.of(Tables.FIGURES, Tables.CELLS)
                    .flatMap(each -> each.columns().stream())
                    .filter(each -> NAMES.contains(each.name())));
            moments = places(Tables.LISTED.stream()
                    .flatMap(each -> each.columns().stream())
                    .filter(each -> each.type() == Column.Type.INSTANT));
        }

        private int[] places(Stream<Column> columns) {
            return columns.mapToInt(each -> TakenRows.place(each, header))
                    .filter(at -> at >= 0)
                    .distinct()
                    .toArray();
        }

        void row(List<String> cells) {
            if (header.isEmpty()) {
                begin(cells);
            } else if (!cells.equals(header)) {
                look(cells);
            }
        }

        private void look(List<String> cells) {
            if (moment.isEmpty()) {
                moment = cell(cells, asOf);
            }
            for (int at : names) {
                String name = cell(cells, at);
                if (name.codePoints().anyMatch(Scan::isHan)) {
                    chinese++;
                } else if (!name.isEmpty()) {
                    english++;
                }
            }
            coarse |= IntStream.of(moments)
                    .mapToObj(at -> cell(cells, at))
                    .anyMatch(each -> each.length() > DAY && !each.endsWith("Z"));
            if (format == Format.CSV) {
                cells.forEach(this::guard);
            }
        }

        private void guard(String cell) {
            if (!Formula.unguard(cell).equals(cell)) {
                guarded++;
            } else if (Formula.is(cell) && !NUMBER.matcher(cell).matches()) {
                unguarded++;
            }
        }

        private static String cell(List<String> cells, int at) {
            return at < 0 || at >= cells.size() ? "" : cells.get(at);
        }

        private static boolean isHan(int each) {
            return Character.UnicodeScript.of(each) == Character.UnicodeScript.HAN;
        }

        List<String> header() {
            return header;
        }

        Traits traits() {
            return new Traits(moment, english > chinese, unguarded > 0 && unguarded >= guarded, coarse);
        }
    }
}
