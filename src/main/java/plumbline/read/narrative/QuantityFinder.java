package plumbline.read.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.Qualifier;
import plumbline.State;
import plumbline.Value;
import plumbline.Wording;
import plumbline.read.Numeral;

/// Finds numbers and redaction marks with their measure words: 近200个, 60余人次, `**`次, 三百二十余人次, 12人（次）.
///
/// Goes over the span once; whatever stands at a number is looked at a bounded number of times.
final class QuantityFinder {
    private static final int LONGEST_NUMBER = 24;
    private static final String MULTIPLIERS = "十百千万亿";
    private static final String MARKS = "*×Xx□○_";
    private static final String TO = "—~-至到";
    private static final Value NONE = Value.exact(0);

    private final Source source;
    private final String text;
    private final Lexicon lexicon;

    QuantityFinder(Source source, Lexicon lexicon) {
        this.source = source;
        this.text = source.text();
        this.lexicon = lexicon;
    }

    List<Quantity> in(Segment span) {
        List<Quantity> found = new ArrayList<>();
        int at = span.start();
        while (at < span.end()) {
            char c = text.charAt(at);
            boolean mark = MARKS.indexOf(c) >= 0;
            int next = at + 1;
            if ((mark || Numeral.isNumeral(c)) && !source.masked().get(at)) {
                int end = mark ? endOfMarks(at, span.end()) : endOfNumber(at, span.end());
                next = Math.max(next, end);
                Optional<Quantity> read = startsInsideWord(at, end, mark) ? Optional.empty() : at(span, at, end, mark);
                read.ifPresent(found::add);
                next = read.map(Quantity::end).map(stop -> Math.max(stop, end)).orElse(next);
            }
            source.steps().add(next - at);
            at = next;
        }
        return found;
    }

    /// LED3, wk01, dada-X: part of a name in Latin letters. 次数 ends in a character that may begin a number.
    private boolean startsInsideWord(int at, int end, boolean mark) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = end < text.length() ? text.charAt(end) : ' ';
        boolean latin = isLetter(before) || (mark && isLetter(after)) || before == '+' || after == '+';
        return latin || end - at > LONGEST_NUMBER || (text.charAt(at) == '数' && "人次件总多少起".indexOf(before) >= 0);
    }

    private static boolean isLetter(char c) {
        return c < 128 && Character.isLetter(c);
    }

    private int endOfMarks(int at, int limit) {
        int end = at;
        while (end < limit && MARKS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private int endOfNumber(int at, int limit) {
        int end = oneNumber(at, limit);
        boolean range = end + 1 < limit
                && TO.indexOf(text.charAt(end)) >= 0
                && Numeral.isNumeral(text.charAt(end + 1))
                && end - at <= LONGEST_NUMBER;
        return range ? oneNumber(end + 1, limit) : end;
    }

    private int oneNumber(int at, int limit) {
        int end = at;
        if (!isDigit(end, limit)) {
            while (end < limit && Numeral.isNumeral(text.charAt(end)) && !isDigit(end, limit)) {
                end++;
            }
            return end;
        }
        while (isDigit(end, limit) || isInnerPoint(end, limit) || isGroup(end, limit)) {
            end++;
        }
        while (end < limit && MULTIPLIERS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private boolean isDigit(int at, int limit) {
        return at < limit && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean isInnerPoint(int at, int limit) {
        return at < limit && text.charAt(at) == '.' && isDigit(at + 1, limit);
    }

    /// A separator before exactly three digits.
    private boolean isGroup(int at, int limit) {
        return at < limit
                && (text.charAt(at) == ',' || text.charAt(at) == ' ')
                && isDigit(at + 1, limit)
                && isDigit(at + 2, limit)
                && isDigit(at + 3, limit)
                && !isDigit(at + 4, limit);
    }

    private Optional<Quantity> at(Segment span, int number, int end, boolean mark) {
        int limit = span.end();
        int middle = end;
        middle = skipBlank(middle, limit);
        if (middle < limit && "余多几".indexOf(text.charAt(middle)) >= 0) {
            middle++;
        }
        while (middle < limit && (middle > end || mark) && MULTIPLIERS.indexOf(text.charAt(middle)) >= 0) {
            middle++;
        }
        if (middle < limit && "余多".indexOf(text.charAt(middle)) >= 0 && middle == end) {
            middle++;
        }
        int unitStart = skipBlank(middle, limit);
        int length = lexicon.measureAt(text, unitStart, limit);
        if (length == 0) {
            return bare(span, number, end, mark);
        }
        String unit = text.substring(unitStart, unitStart + length);
        int stop = unitStart + length;
        stop += Numeral.approximatorAt(text.substring(stop, Math.min(limit, stop + 4)), 0);
        int start = startOfApproximator(number, span.start());
        String behind = text.substring(unitStart + length, stop);
        String said = text.substring(start, number)
                + (mark ? "*" : text.substring(number, end))
                + text.substring(end, middle)
                + unit
                + behind;
        return Optional.of(quantity(said, start, number, stop, unit, mark));
    }

    private Quantity quantity(String said, int start, int number, int stop, String unit, boolean mark) {
        boolean written = !mark && !isDigit(number, text.length());
        String plain = unit.replace("(", "").replace(")", "");
        Measure kind = lexicon.measure(unit).orElse(Measure.COUNT);
        if (kind == Measure.NONE) {
            return new Quantity(
                    start, number, stop, NONE, plain, written, false, mark ? "redacted_name" : "no_measure");
        }
        if (number > 0 && text.charAt(number - 1) == '第') {
            return new Quantity(start, number, stop, NONE, plain, written, false, "ordinal");
        }
        Optional<Value> share = unit.equals("%") ? Numeral.readShare(said).value() : Optional.empty();
        if (share.isPresent() && !mark) {
            return new Quantity(start, number, stop, share.get(), plain, written, false, Measure.SHARE.word());
        }
        if (kind == Measure.TIME || kind == Measure.SHARE || kind == Measure.SIZE) {
            return new Quantity(start, number, stop, NONE, plain, written, false, kind.word());
        }
        Wording read = Numeral.read(said.replace("万字", "字"));
        if (mark) {
            return new Quantity(start, number, stop, new Value.Absent(State.WITHHELD), plain, false, false, "");
        }
        if (read.value().isEmpty()) {
            return new Quantity(start, number, stop, NONE, plain, written, false, read.problem());
        }
        Value value = read.value().get();
        boolean rounded = value instanceof Value.Amount amount
                && amount.qualifier() == Qualifier.ABOUT
                && start == number
                && stop - unit.length() >= number
                && said.endsWith(unit)
                && !said.contains("余");
        return new Quantity(start, number, stop, value, plain, written, rounded, "");
    }

    /// A number whose unit stands before it: 受处分人数为0.
    private Optional<Quantity> bare(Segment span, int number, int end, boolean mark) {
        int at = number;
        while (at > span.start() && "为是共达:有".indexOf(text.charAt(at - 1)) >= 0 && number - at < 2) {
            at--;
        }
        boolean closed = end >= span.end() || ",;。、)!?".indexOf(text.charAt(end)) >= 0;
        if (at > span.start() + 1 && text.charAt(at - 1) == '数' && closed) {
            String unit = text.substring(at - 2, at - 1);
            if (lexicon.measure(unit).isPresent()) {
                return Optional.of(
                        quantity((mark ? "*" : text.substring(number, end)) + unit, number, number, end, unit, mark));
            }
        }
        return mark
                ? Optional.of(new Quantity(number, number, end, NONE, "", false, false, "redacted_name"))
                : Optional.empty();
    }

    private int startOfApproximator(int number, int from) {
        int at = number;
        while (at > from && text.charAt(at - 1) == ' ') {
            at--;
        }
        int length =
                Numeral.approximatorBefore(text.substring(Math.max(from, at - 4), at), at - Math.max(from, at - 4));
        if (length == 0) {
            return number;
        }
        int start = at - length;
        char before = start > from ? text.charAt(start - 1) : ' ';
        boolean partOfWord = switch (text.substring(start, at)) {
            case "近" -> "最附临远就新".indexOf(before) >= 0;
            case "约" -> "签节制合公履违预条契".indexOf(before) >= 0;
            case "上" -> "百千万".indexOf(text.charAt(number)) < 0 || "以网会线路".indexOf(before) >= 0;
            case "超" -> before == '高';
            default -> false;
        };
        return partOfWord ? number : start;
    }

    private int skipBlank(int at, int limit) {
        return at < limit && text.charAt(at) == ' ' ? at + 1 : at;
    }
}
