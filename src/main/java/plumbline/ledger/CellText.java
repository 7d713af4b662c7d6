package plumbline.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Interval;
import plumbline.Period;
import plumbline.SeriesKey;
import plumbline.Span;

/// The cells of one series and year as one text, in the order of their spans: `;` between cells, `,` between the fields
/// of a cell, nothing for what is absent. The fields: first and last month as `106` (January to June), method, state,
/// value, lower, upper, review, the bounds of the conflict, reported, expected, revision, and the ids of the figures
/// with blanks between. Numbers for words as in [Codes].
final class CellText {
    private static final int MONTHS = 100;

    private CellText() {}

    static String write(List<Cell> cells) {
        StringBuilder text = new StringBuilder(cells.size() * 40);
        for (Cell cell : cells) {
            if (!text.isEmpty()) {
                text.append(';');
            }
            text.append(cell.span().first() * MONTHS + cell.span().last()).append(',');
            text.append(Codes.number(Codes.METHODS, cell.method())).append(',');
            text.append(Codes.number(Codes.STATES, cell.state())).append(',');
            number(text, cell.value());
            interval(text, cell.interval());
            text.append(Codes.number(Codes.REVIEWS, cell.review())).append(',');
            interval(text, cell.conflict());
            text.append(cell.coverage().reported()).append(',');
            text.append(cell.coverage().expected()).append(',');
            text.append(cell.revision()).append(',');
            for (int i = 0; i < cell.figures().size(); i++) {
                text.append(i == 0 ? "" : " ").append(cell.figures().get(i).longValue());
            }
        }
        return text.toString();
    }

    private static void number(StringBuilder text, OptionalLong number) {
        if (number.isPresent()) {
            text.append(number.getAsLong());
        }
        text.append(',');
    }

    private static void interval(StringBuilder text, Optional<Interval> interval) {
        if (interval.isPresent()) {
            text.append(interval.get().lower()).append(',');
            number(text, interval.get().upper());
        } else {
            text.append(",,");
        }
    }

    /// A bit for each length of a period among the spans: 1 month, 2 quarter, 4 half, 8 year.
    static int lengths(List<Cell> cells) {
        int lengths = 0;
        for (Cell cell : cells) {
            if (Period.ofSpan(cell.span()).isPresent()) {
                lengths |= switch (cell.span().months()) {
                    case 1 -> 1;
                    case 3 -> 2;
                    case 6 -> 4;
                    default -> 8;
                };
            }
        }
        return lengths;
    }

    /// The lengths in months that the bits stand for.
    static List<Integer> months(long lengths) {
        List<Integer> months = new ArrayList<>();
        int[] all = {1, 3, 6, 12};
        for (int i = 0; i < all.length; i++) {
            if ((lengths >> i & 1) == 1) {
                months.add(all[i]);
            }
        }
        return months;
    }

    /// The cells of a text that [#write] wrote.
    static List<Cell> read(SeriesKey key, int year, String text) {
        Fields fields = new Fields(text);
        List<Cell> cells = new ArrayList<>();
        while (fields.isMore()) {
            int months = (int) fields.number();
            cells.add(new Cell(
                    key,
                    new Span(year, months / MONTHS, months % MONTHS),
                    Codes.word(Codes.METHODS, fields.number()),
                    Codes.word(Codes.STATES, fields.number()),
                    fields.optional(),
                    fields.interval(),
                    Codes.word(Codes.REVIEWS, fields.number()),
                    fields.interval(),
                    new Coverage((int) fields.number(), (int) fields.number()),
                    (int) fields.number(),
                    fields.ids()));
        }
        return cells;
    }

    /// Of two texts of one series and year, the cells of the first that are not in the second.
    static String differing(String text, String other) {
        List<String> others = List.of(other.split(";", -1));
        StringJoiner differing = new StringJoiner(";");
        for (String each : text.split(";", -1)) {
            if (!others.contains(each)) {
                differing.add(each);
            }
        }
        return differing.toString();
    }

    /// Reads a text field by field. Not thread-safe.
    private static final class Fields {
        private final String text;
        private int at;

        Fields(String text) {
            this.text = text;
        }

        boolean isMore() {
            return at < text.length();
        }

        private boolean isEnd() {
            return at == text.length() || text.charAt(at) == ',' || text.charAt(at) == ';' || text.charAt(at) == ' ';
        }

        private long digits() {
            int from = at;
            while (!isEnd()) {
                at++;
            }
            try {
                return Long.parseLong(text, from, at, 10);
            } catch (NumberFormatException damaged) {
                throw new LedgerException("the ledger is damaged: no number at character " + from + " of the cells "
                        + text + "; plumbline rebuild works them out again");
            }
        }

        long number() {
            long number = digits();
            at++;
            return number;
        }

        OptionalLong optional() {
            OptionalLong number = isEnd() ? OptionalLong.empty() : OptionalLong.of(digits());
            at++;
            return number;
        }

        Optional<Interval> interval() {
            OptionalLong lower = optional();
            OptionalLong upper = optional();
            return lower.isPresent() ? Optional.of(new Interval(lower.getAsLong(), upper)) : Optional.empty();
        }

        List<Long> ids() {
            List<Long> ids = new ArrayList<>(4);
            while (!isEnd()) {
                ids.add(digits());
                if (at < text.length() && text.charAt(at) == ' ') {
                    at++;
                }
            }
            at++;
            return List.copyOf(ids);
        }
    }
}
