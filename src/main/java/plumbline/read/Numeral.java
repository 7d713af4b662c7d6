package plumbline.read;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import plumbline.Interval;
import plumbline.Qualifier;
import plumbline.State;
import plumbline.Value;
import plumbline.Wording;

/// Understands the wording of a count: 18, 60余人次, 62万, 不少于4次, 三百二十, 3—5, `*`, 无, `—`.
///
/// Reads from left to right once, whatever the length of the text. What is no count (第三, 95%, 若干) yields no value
/// but says what it is. Stateless.
public final class Numeral {
    private static final Map<String, State> ABSENT = Map.ofEntries(
            Map.entry("", State.NOT_MENTIONED),
            Map.entry("-", State.NOT_MENTIONED),
            Map.entry("--", State.NOT_MENTIONED),
            Map.entry("—", State.NOT_MENTIONED),
            Map.entry("——", State.NOT_MENTIONED),
            Map.entry("未提及", State.NOT_MENTIONED),
            Map.entry("/", State.NOT_APPLICABLE),
            Map.entry("不适用", State.NOT_APPLICABLE),
            Map.entry("[c]", State.SUPPRESSED),
            Map.entry("未报送", State.NOT_REPORTED),
            Map.entry("未报", State.NOT_REPORTED));
    private static final Set<String> NOTHING = Set.of("无", "没有", "零", "未发现", "未发生", "未收到", "不存在", "无此情况");
    private static final int LONGEST_UNIT = 12;

    private final Cursor in;
    private final long one;
    private String unit = "";

    private Numeral(Cursor in, long one) {
        this.in = in;
        this.one = one;
    }

    /// Whether a number in digits or in Chinese characters may contain the character.
    public static boolean isNumeral(char c) {
        return Digits.isDigit(c) || Han.isNumeral(c);
    }

    /// Length of the longest approximator (近, 不少于) that ends right before the place, 0 for none.
    public static int approximatorBefore(CharSequence text, int end) {
        return Modifier.BEFORE.stream()
                .map(Map.Entry::getKey)
                .filter(word -> word.length() <= end && word.contentEquals(text.subSequence(end - word.length(), end)))
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
    }

    /// Length of the longest approximator (以上, 左右, 余) that stands at the place, 0 for none.
    public static int approximatorAt(CharSequence text, int at) {
        return Modifier.BEHIND.stream()
                .map(Map.Entry::getKey)
                .filter(word -> at + word.length() <= text.length()
                        && word.contentEquals(text.subSequence(at, at + word.length())))
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
    }

    /// Reads a count.
    ///
    /// @return the value with the measure word behind the number; or no value and one of the problems `year`,
    ///     `ordinal`, `enumerator`, `share`, `multiple`, `change`, `vague`, `negative`, `decimal`, `date`, `phone`,
    ///     `scientific`, `spreadsheet_error`, `too_large` and `not_a_number`
    public static Wording read(String text) {
        if (text.length() < 19 && !text.isEmpty() && text.chars().allMatch(Digits::isDigit)) {
            return new Wording(text, Optional.of(Value.exact(Long.parseLong(text))), "", ""); // most of a large file
        }
        return read(text, Cursor.fold(text), 1, false);
    }

    /// Reads a share into tenths of a per cent: 95, 95% and 95.0 are 950. Problems as of [#read]; `decimal` for more
    /// than one decimal.
    public static Wording readShare(String text) {
        String folded = Cursor.fold(text);
        boolean marked = true;
        String number = folded;
        if (folded.startsWith("百分之")) {
            number = folded.substring("百分之".length());
        } else if (folded.contains("%")) {
            number = folded.replaceFirst("%", "");
        } else {
            marked = false;
        }
        Wording read = read(text, number, 10, true);
        return marked && read.value().isPresent() && read.unit().isEmpty()
                ? new Wording(text, read.value(), "%", "")
                : read;
    }

    private static Wording read(String text, String folded, long one, boolean share) {
        State absent = ABSENT.get(folded);
        if (absent != null) {
            return new Wording(text, Optional.of(new Value.Absent(absent)), "", "");
        }
        if (NOTHING.contains(folded)) {
            return new Wording(text, Optional.of(Value.exact(0)), "", "");
        }
        Optional<String> problem = NotACount.problem(folded, share);
        if (problem.isPresent()) {
            return new Wording(text, Optional.empty(), "", problem.get());
        }
        try {
            Numeral numeral = new Numeral(new Cursor(folded), one);
            Value value = numeral.value();
            return new Wording(text, Optional.of(value), numeral.unit, "");
        } catch (Unreadable unreadable) {
            return new Wording(text, Optional.empty(), "", unreadable.problem);
        } catch (ArithmeticException _) {
            return new Wording(text, Optional.empty(), "", "too_large");
        }
    }

    private Value value() {
        in.take(Modifier.RHETORICAL);
        in.skipBlanks();
        Modifier before = in.take(Modifier.BEFORE).orElse(Modifier.PLAIN);
        in.skipBlanks();
        boolean masked = takeMask();
        Spoken number = masked ? Spoken.of(0) : number();
        in.skipBlanks();
        Modifier between = in.take(Modifier.BEHIND).orElse(Modifier.PLAIN);
        if (between == Modifier.ABOVE) {
            number = number.times(Spoken.multipliers(in)); // 60余万
        }
        unit = takeUnit();
        if (!masked && before == Modifier.PLAIN && between == Modifier.PLAIN && takeTo()) {
            return range(number);
        }
        Modifier behind = in.take(Modifier.BEHIND).orElse(Modifier.PLAIN);
        end();
        if (masked) {
            return new Value.Absent(State.WITHHELD);
        }
        return only(before, between, behind).of(number, one);
    }

    private Value range(Spoken from) {
        in.skipBlanks();
        Spoken to = number();
        String second = takeUnit();
        end();
        boolean oneUnit = unit.isEmpty() || unit.equals(second);
        boolean bothRounded = (from.grain() > 1) == (to.grain() > 1);
        if (from.isSpread() || to.isSpread() || from.low() > to.low() || !oneUnit || !bothRounded) {
            throw Unreadable.notANumber(); // also 3—5万, which may begin at 3 or at 3万
        }
        unit = second;
        return new Value.Amount(Qualifier.RANGE, OptionalLong.empty(), Interval.of(from.low(), to.low()));
    }

    private Spoken number() {
        return Digits.isDigit(in.peek()) ? Digits.read(in, one) : Han.read(in).times(one);
    }

    /// `*`, ×, X, □, and two or more of ○ or _: the figure is masked in the source. How many says nothing.
    private boolean takeMask() {
        if (!in.takeWhile(c -> "*×Xx□".indexOf(c) >= 0).isEmpty()) {
            return true;
        }
        Cursor ahead = in.copy();
        boolean masked = ahead.takeWhile(c -> c == '○' || c == '_').length() > 1;
        if (masked) {
            in.moveTo(ahead);
        }
        return masked;
    }

    /// A measure word: Chinese characters up to the next word of the grammar.
    private String takeUnit() {
        in.skipBlanks();
        StringBuilder taken = new StringBuilder();
        while (isUnit(in.peek()) && !seesGrammar()) {
            taken.append(in.peek());
            in.take(String.valueOf(in.peek()));
        }
        if (taken.length() > LONGEST_UNIT) {
            throw Unreadable.notANumber();
        }
        in.skipBlanks();
        return taken.toString();
    }

    private static boolean isUnit(char c) {
        return Character.isIdeographic(c) || c == '(' || c == ')' || c == '/' || c == '%';
    }

    private boolean seesGrammar() {
        return in.sees("至")
                || in.sees("到")
                || Modifier.BEHIND.stream().anyMatch(each -> each.getKey().length() > 1 && in.sees(each.getKey()));
    }

    private boolean takeTo() {
        return in.take("至") || in.take("到") || in.take("~") || in.take("——") || in.take("—") || in.take("-");
    }

    private void end() {
        in.skipBlanks();
        if (!in.atEnd()) {
            throw Unreadable.notANumber();
        }
    }

    private static Modifier only(Modifier... all) {
        Modifier found = Modifier.PLAIN;
        for (Modifier each : all) {
            if (each != Modifier.PLAIN) {
                if (found != Modifier.PLAIN) {
                    throw Unreadable.notANumber();
                }
                found = each;
            }
        }
        return found;
    }
}
