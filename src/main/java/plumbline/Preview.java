package plumbline;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a file does to the ledger, told before it does it.
///
/// @param sha256 digest of the file's bytes
/// @param digest digest of all that is told here and of what is not listed; a commit that names it stores this or
///     nothing
/// @param beginning the first lines as they are decoded; none for a workbook
/// @param counts rows by effect; all effects are there
/// @param rows the first of each effect, in the order of the file
/// @param cells the first of the values on charts that come to differ
/// @param cellCount how many there are
public record Preview(
        String sha256,
        String digest,
        List<String> beginning,
        Map<Effect, Integer> counts,
        List<Row> rows,
        List<Change> cells,
        long cellCount) {
    public Preview {
        beginning = List.copyOf(beginning);
        counts = Map.copyOf(counts);
        rows = List.copyOf(rows);
        cells = List.copyOf(cells);
    }

    /// What a row does.
    public enum Effect implements Worded {
        NEW,
        CHANGED,
        WITHDRAWN,
        SAME,
        REFUSED
    }

    /// A row of the file.
    ///
    /// @param key absent for a row that is no figure
    /// @param text the value as the row words it; all its cells where it is no figure
    /// @param held what is on record for the key
    public record Row(Effect effect, Place place, Optional<FigureKey> key, String text, Optional<Held> held) {}

    /// A figure on record.
    ///
    /// @param figure number of the figure
    /// @param report number of the report that brought it
    /// @param name the report's file name
    public record Held(long figure, long report, String name, Place place, String wording) {}

    /// A value on charts. The figures behind it are left out, because those of the file have no number yet.
    ///
    /// @param before absent where there was no value
    /// @param after absent where there will be none
    public record Change(Optional<Cell> before, Optional<Cell> after) {
        /// What it is about.
        public Cell either() {
            return after.or(() -> before).orElseThrow();
        }
    }
}
