package plumbline.consolidate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Span;
import plumbline.State;

/// The year as a row of equal units (four quarters or twelve months) with what is known from one cut to another.
///
/// A span is a pair of cuts: in quarters, 0 to 2 is the first half. Tiling a span is finding a way from its first cut
/// to its last.
final class Timeline {
    private static final int NO_WAY = 1 << 20;
    private static final int TILE = 1 << 4;
    /// Of equally many tiles months, quarters, halves go before "January to some month".
    private static final int NO_PERIOD = 1;
    /// So dear that a part which does not apply is used only where no number is to be had.
    private static final int DOES_NOT_APPLY = 1 << 12;

    private static final int[][] QUARTERLY = candidates(4);
    private static final int[][] MONTHLY = candidates(12);

    final int year;
    final int units;
    private final int monthsPerUnit;
    private final @Nullable Cell[] known;

    /// @param units 4 or 12
    Timeline(int year, int units) {
        this.year = year;
        this.units = units;
        monthsPerUnit = 12 / units;
        known = new @Nullable Cell[(units + 1) * (units + 1)];
    }

    /// The spans that may get a cell, as pairs of cuts, ordered like spans: units, quarters, halves, year, and January
    /// to each unit.
    int[][] candidates() {
        return units == 4 ? QUARTERLY : MONTHLY;
    }

    private static int[][] candidates(int units) {
        List<int[]> found = new ArrayList<>();
        int quarter = units / 4;
        for (int from = 0; from < units; from++) {
            for (int to = from + 1; to <= units; to++) {
                int length = to - from;
                boolean period = length == 1
                        || (length == quarter && from % quarter == 0)
                        || (length == 2 * quarter && from % (2 * quarter) == 0);
                if (from == 0 || period) {
                    found.add(new int[] {from, to});
                }
            }
        }
        return found.toArray(int[][]::new);
    }

    /// Whether the cuts bound a month, quarter, half or year, and not only January to some month.
    boolean isPeriod(int from, int to) {
        int months = (to - from) * monthsPerUnit;
        return (months == 1 || months == 3 || months == 6 || months == 12) && from * monthsPerUnit % months == 0;
    }

    Span span(int from, int to) {
        return new Span(year, from * monthsPerUnit + 1, to * monthsPerUnit);
    }

    @Nullable
    Cell at(int from, int to) {
        return known[from * (units + 1) + to];
    }

    void put(int from, int to, Cell cell) {
        known[from * (units + 1) + to] = cell;
    }

    void put(Cell cell) {
        put(firstCut(cell.span()), lastCut(cell.span()), cell);
    }

    int firstCut(Span span) {
        return (span.first() - 1) / monthsPerUnit;
    }

    int lastCut(Span span) {
        return span.last() / monthsPerUnit;
    }

    /// Adds the coarsest complete tiling to `tiles`: fewest tiles, of equally few the one with more periods among them
    /// (H1 + H2 before January to September + Q4), then the one with the longer first tile. Answers false, adding
    /// nothing, if there is none. An empty stretch is tiled by nothing.
    ///
    /// @param itself whether the stretch may be its own only tile
    boolean tile(int from, int to, boolean itself, List<Cell> tiles) {
        int[] price = new int[units + 1];
        int[] next = new int[units + 1];
        for (int cut = to - 1; cut >= from; cut--) {
            price[cut] = NO_WAY;
            for (int end = to; end > cut; end--) {
                Cell cell = at(cut, end);
                boolean refused = !itself && cut == from && end == to;
                if (cell == null || refused || !Statements.isPart(cell.state()) || price[end] >= NO_WAY) {
                    continue;
                }
                int sum = price[end]
                        + (cell.state() == State.NOT_APPLICABLE ? DOES_NOT_APPLY : TILE)
                        + (isPeriod(cut, end) ? 0 : NO_PERIOD);
                if (sum < price[cut]) {
                    price[cut] = sum;
                    next[cut] = end;
                }
            }
        }
        if (price[from] >= NO_WAY) {
            return false;
        }
        for (int cut = from; cut < to; cut = next[cut]) {
            tiles.add(tileAt(cut, next[cut]));
        }
        return true;
    }

    /// The disjoint parts that together bound the stretch best from below: greatest sum of lower bounds, then most
    /// months, then fewest parts, then the longer first.
    ///
    /// @param add whether lower bounds add up; otherwise only months, parts and length decide
    List<Cell> pack(int from, int to, boolean add) {
        long[] lower = new long[units + 1];
        int[] score = new int[units + 1];
        int[] next = new int[units + 1];
        for (int cut = to - 1; cut >= from; cut--) {
            lower[cut] = lower[cut + 1];
            score[cut] = score[cut + 1];
            next[cut] = -1;
            for (int end = to; end > cut; end--) {
                Cell cell = at(cut, end);
                if (cell == null || cell.interval().isEmpty() || (cut == from && end == to)) {
                    continue;
                }
                long sum = add ? Math.addExact(lower[end], cell.interval().get().lower()) : 0;
                int points = score[end] + (end - cut) * 100 - 1;
                if (sum > lower[cut] || (sum == lower[cut] && points > score[cut])) {
                    lower[cut] = sum;
                    score[cut] = points;
                    next[cut] = end;
                }
            }
        }
        List<Cell> parts = new ArrayList<>();
        for (int cut = from; cut < to; cut = next[cut] < 0 ? cut + 1 : next[cut]) {
            if (next[cut] >= 0) {
                parts.add(tileAt(cut, next[cut]));
            }
        }
        return parts;
    }

    /// The part of the stretch with the greatest lower bound, the longer and the earlier first.
    @Nullable
    Cell largest(int from, int to) {
        Cell largest = null;
        long lower = -1;
        for (int length = to - from - 1; length > 0; length--) {
            for (int cut = from; cut + length <= to; cut++) {
                Cell cell = at(cut, cut + length);
                if (cell != null
                        && cell.interval().isPresent()
                        && cell.interval().get().lower() > lower) {
                    largest = cell;
                    lower = cell.interval().get().lower();
                }
            }
        }
        return largest;
    }

    private Cell tileAt(int from, int to) {
        Cell cell = at(from, to);
        if (cell == null) {
            throw new IllegalStateException("no tile from " + from + " to " + to);
        }
        return cell;
    }

    /// How much of the stretch the parts cover, counted in the largest sub-periods (halves, quarters, months) of which
    /// every part is made; what does not apply is not expected.
    Coverage coverage(int from, int to, List<Cell> parts) {
        int counted = 0;
        int excluded = 0;
        int grain = to - from == units / 2 ? units / 4 : units / 2;
        for (Cell part : parts) {
            if (part.interval().isPresent()) {
                int first = firstCut(part.span());
                int last = lastCut(part.span());
                counted |= bits(first, last);
                grain = grain(grain, first, last);
            }
        }
        for (int cut = from; cut < to; cut++) {
            for (int end = cut + 1; end <= to; end++) {
                Cell cell = at(cut, end);
                if (cell != null && cell.state() == State.NOT_APPLICABLE) {
                    excluded |= bits(cut, end) & ~counted;
                    grain = grain(grain, cut, end);
                }
            }
        }
        grain = grain(grain, from, to);
        int expected = to - from - Integer.bitCount(excluded);
        return new Coverage(Integer.bitCount(counted) / grain, expected / grain);
    }

    /// The grain, or the largest finer one of which the stretch is made.
    private int grain(int grain, int from, int to) {
        int found = grain;
        while (from % found != 0 || to % found != 0) {
            found = found > units / 4 ? units / 4 : 1;
        }
        return found;
    }

    private static int bits(int from, int to) {
        return (1 << to) - (1 << from);
    }
}
