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
/// @param time of work (not of waiting) for one pass over one sheet
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
    /// Settings by which the person who runs the program may change a limit; a refusal names the one that matters.
    public static final String FILE_SETTING = "PLUMBLINE_FILE_MB";

    public static final String UNPACKED_SETTING = "PLUMBLINE_UNPACKED_MB";
    public static final String CELLS_SETTING = "PLUMBLINE_CELLS";
    public static final String COLUMNS_SETTING = "PLUMBLINE_COLUMNS";

    public static final Limits DEFAULT = of(50, 512, 5_000_000, 1024);

    /// The limits that are settings; the others follow from what spreadsheet programs can write.
    public static Limits of(int megabytes, int unpackedMegabytes, int cells, int columns) {
        return new Limits(
                (long) megabytes << 20,
                (long) unpackedMegabytes << 20,
                200,
                2000,
                200,
                cells,
                columns,
                40_000_000,
                32_767,
                Duration.ofMinutes(2));
    }
}
