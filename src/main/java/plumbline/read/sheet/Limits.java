package plumbline.read.sheet;

import java.time.Duration;

/// What a workbook may cost at most, so that a hostile file costs one refusal.
///
/// @param bytes size of a workbook file (CSV is streamed and not limited here)
/// @param unpacked bytes of all its parts that are read, unpacked
/// @param ratio how many times larger a part may be unpacked than packed, once it is over a megabyte
/// @param entries files inside the file
/// @param cells cells with content in all its sheets
/// @param columns the last column that may have content
/// @param characters of all different texts together
/// @param cellCharacters of one cell
/// @param time for one pass over one sheet
public record Limits(
        long bytes,
        long unpacked,
        int ratio,
        int entries,
        int sheets,
        int cells,
        int columns,
        int characters,
        int cellCharacters,
        Duration time) {
    public static final Limits DEFAULT = new Limits(
            50L << 20, 512L << 20, 200, 2000, 200, 5_000_000, 1024, 40_000_000, 32_767, Duration.ofMinutes(2));
}
