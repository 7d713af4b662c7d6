package plumbline.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Interval;
import plumbline.SeriesKey;
import plumbline.Span;

/// The cells of one series and year as bytes ([Packed]), in the order of their spans. Of a cell: first and last month
/// as `106` (January to June), method, state, amount, review, the bounds of the conflict, reported, expected, revision,
/// how many figures are behind it and their ids, each after the first as the distance to the one before. Numbers for
/// words as in [Codes].
final class CellBytes {
    private static final int MONTHS = 100;

    private CellBytes() {}

    static byte[] write(List<Cell> cells) {
        Packed.Writer out = new Packed.Writer(cells.size() * 24);
        for (Cell cell : cells) {
            out.number((long) cell.span().first() * MONTHS + cell.span().last())
                    .number(Codes.number(Codes.METHODS, cell.method()))
                    .number(Codes.number(Codes.STATES, cell.state()))
                    .amount(cell.value(), cell.interval())
                    .number(Codes.number(Codes.REVIEWS, cell.review()))
                    .amount(OptionalLong.empty(), cell.conflict())
                    .number(cell.coverage().reported())
                    .number(cell.coverage().expected())
                    .number(cell.revision())
                    .number(cell.figures().size());
            long before = 0;
            for (long id : cell.figures()) {
                out.number(id - before);
                before = id;
            }
        }
        return out.take();
    }

    /// The cells that [#write] wrote.
    static List<Cell> read(SeriesKey key, int year, byte[] bytes) {
        Packed.Reader in = new Packed.Reader(bytes);
        List<Cell> cells = new ArrayList<>();
        while (in.isMore()) {
            cells.add(cell(key, year, in));
        }
        return cells;
    }

    private static Cell cell(SeriesKey key, int year, Packed.Reader in) {
        int months = in.small();
        Span span = new Span(year, months / MONTHS, months % MONTHS);
        var method = Codes.word(Codes.METHODS, in.number());
        var state = Codes.word(Codes.STATES, in.number());
        Packed.Amount amount = in.amount();
        var review = Codes.word(Codes.REVIEWS, in.number());
        Optional<Interval> conflict = in.amount().interval();
        Coverage coverage = new Coverage(in.small(), in.small());
        int revision = in.small();
        return new Cell(
                key,
                span,
                method,
                state,
                amount.value(),
                amount.interval(),
                review,
                conflict,
                coverage,
                revision,
                ids(in));
    }

    private static List<Long> ids(Packed.Reader in) {
        int count = in.small();
        List<Long> ids = new ArrayList<>(Math.min(count, 16));
        long id = 0;
        for (int i = 0; i < count; i++) {
            id += in.number();
            ids.add(id);
        }
        return ids;
    }

    /// Of two lists of cells of one series and year, the cells of the first that are not in the second, in words.
    static String differing(List<Cell> cells, List<Cell> others) {
        StringJoiner differing = new StringJoiner("; ");
        for (Cell each : cells) {
            if (!others.contains(each)) {
                differing.add(describe(each));
            }
        }
        return differing.toString();
    }

    private static String describe(Cell cell) {
        return "%d-%d %s %s %s [%s,%s] %s conflict [%s] %d/%d r%d %s"
                .formatted(
                        cell.span().first(),
                        cell.span().last(),
                        cell.method(),
                        cell.state(),
                        text(cell.value()),
                        cell.interval().map(each -> Long.toString(each.lower())).orElse(""),
                        text(cell.interval().map(Interval::upper).orElse(OptionalLong.empty())),
                        cell.review(),
                        cell.conflict()
                                .map(each -> each.lower() + "," + text(each.upper()))
                                .orElse(""),
                        cell.coverage().reported(),
                        cell.coverage().expected(),
                        cell.revision(),
                        cell.figures());
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }
}
