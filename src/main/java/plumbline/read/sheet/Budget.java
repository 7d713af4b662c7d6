package plumbline.read.sheet;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import plumbline.Place;

/// Counts what one pass over a sheet costs and stops it at the limits. Not thread-safe.
final class Budget {
    private static final int LOOK_AT_THE_CLOCK = 1 << 12;
    /// How many times over the texts of a sheet may be used.
    private static final long REPEATED = 5;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Limits limits;
    private final long started = worked();
    private int cells;
    private long characters;
    private long steps;

    Budget(Limits limits) {
        this.limits = limits;
    }

    /// Called once for each piece of work, however it is cut.
    void step() {
        if (++steps % LOOK_AT_THE_CLOCK == 0
                && Duration.ofNanos(worked() - started).compareTo(limits.time()) > 0) {
            throw NoWorkbook.tooMuch(
                    "more than %d s of work".formatted(limits.time().toSeconds()),
                    "what can be read in %d s".formatted(limits.time().toSeconds()));
        }
    }

    /// What the reading thread has worked so far. While it waits for a slow ledger its time stands still: that is not
    /// the file's fault.
    private static long worked() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /// A cell with content.
    void cell(String sheet, int row, int column, String text) {
        step();
        if (column > limits.columns()) {
            Place.Cell at = new Place.Cell(sheet, row, column);
            String last = new Place.Cell(sheet, row, limits.columns()).reference();
            throw NoWorkbook.at(
                    at,
                    "too_many_columns",
                    at.reference(),
                    "%d columns at most (up to %s; setting %s)"
                            .formatted(limits.columns(), last, Limits.COLUMNS_SETTING),
                    "内容超出第%d列（由设置%s规定）。".formatted(limits.columns(), Limits.COLUMNS_SETTING),
                    "there is content beyond column %d, the limit of the setting %s."
                            .formatted(limits.columns(), Limits.COLUMNS_SETTING));
        }
        if (++cells > limits.cells()) {
            throw NoWorkbook.beyond(
                    Limits.CELLS_SETTING,
                    "more than %d cells".formatted(limits.cells()),
                    "%d cells".formatted(limits.cells()));
        }
        // One long text that a million cells refer to takes no room, but a long time.
        characters += text.length();
        if (characters > REPEATED * limits.characters()) {
            throw NoWorkbook.tooMuch(
                    "more than %d characters in its cells".formatted(REPEATED * limits.characters()),
                    "%d characters".formatted(REPEATED * limits.characters()));
        }
        if (text.length() > limits.cellCharacters()) {
            throw NoWorkbook.at(
                    new Place.Cell(sheet, row, column),
                    "cell_too_long",
                    text.substring(0, 40) + "…",
                    "%d characters at most".formatted(limits.cellCharacters()),
                    "一格超过%d字。".formatted(limits.cellCharacters()),
                    "a cell of more than %d characters.".formatted(limits.cellCharacters()));
        }
    }
}
