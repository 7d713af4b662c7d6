package plumbline.read.narrative;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import plumbline.Wording;
import plumbline.read.Numeral;

/// Finds the times a text speaks of. Reads from left to right once; each mention is a few words long.
final class ScopeFinder {
    private static final Map<String, Integer> RELATIVE_YEARS = Map.ofEntries(
            Map.entry("今年", 0),
            Map.entry("本年度", 0),
            Map.entry("本年", 0),
            Map.entry("当年", 0),
            Map.entry("去年", -1),
            Map.entry("上年度", -1),
            Map.entry("上年", -1),
            Map.entry("上一年度", -1),
            Map.entry("上一年", -1),
            Map.entry("前年", -2),
            Map.entry("明年", 1),
            Map.entry("来年", 1));
    private static final List<String> OWN = List.of("半年来", "一年来", "本季度", "本月份", "本月", "当月", "当季", "本期", "季度内");
    private static final List<String> SO_FAR = List.of("截至目前", "截止目前", "到目前为止", "目前为止", "截至报告日", "截止到目前", "截至当前", "迄今");
    private static final List<String> SINCE = List.of("以来", "来", "起");
    private static final String FIRST_CHARACTERS = "今本当去上前明来半一二三四五六七八九十〇零截到目迄全年开下第季";

    private final String text;
    private final BitSet masked;
    private int at;

    private ScopeFinder(String text, BitSet masked) {
        this.text = text;
        this.masked = masked;
    }

    static List<Scope> in(String text, BitSet masked, Steps steps) {
        ScopeFinder finder = new ScopeFinder(text, masked);
        List<Scope> found = new ArrayList<>();
        int place = 0;
        while (place < text.length()) {
            finder.at = place;
            Scope scope = finder.starts(place) ? finder.scope(place) : null;
            steps.add(1);
            if (scope != null) {
                found.add(scope);
            }
            place = scope == null ? finder.behindDigits(place) : scope.end();
        }
        steps.add(text.length());
        return found;
    }

    private boolean starts(int place) {
        char c = text.charAt(place);
        return !masked.get(place) && (isDigit(place) || FIRST_CHARACTERS.indexOf(c) >= 0);
    }

    private int behindDigits(int place) {
        int next = place + 1;
        while (isDigit(place) && isDigit(next)) {
            next++;
        }
        return next;
    }

    private @org.jspecify.annotations.Nullable Scope scope(int start) {
        if (takeAny(SO_FAR)) {
            return new Scope(start, at, OptionalInt.empty(), 0, 1, 12, Scope.Kind.SO_FAR);
        }
        if (takeAny(OWN)) {
            return new Scope(start, at, OptionalInt.empty(), 0, 1, 12, Scope.Kind.OWN);
        }
        boolean until = take("截至") || take("截止到") || take("截止") || take("到");
        OptionalInt year = year();
        int shift = year.isEmpty() ? relativeYear() : 0;
        boolean hasYear = year.isPresent() || shift != NO_YEAR;
        if (!hasYear && (take("全年") || take("年内") || take("年度内"))) {
            return new Scope(start, at, OptionalInt.empty(), 0, 0, 0, Scope.Kind.MONTHS);
        }
        if (!hasYear && take("开年以来")) {
            return new Scope(start, at, OptionalInt.empty(), 0, 1, 12, Scope.Kind.SO_FAR);
        }
        int[] months = months();
        if (months.length == 0) {
            return hasYear ? yearOnly(start, year, Math.max(shift, -9)) : null;
        }
        int own = shift == NO_YEAR ? 0 : shift;
        if (months.length == 3) {
            return new Scope(start, at, year, own, months[0], months[1], Scope.Kind.DAY);
        }
        boolean ends = take("底") || take("末") || take("止");
        boolean toDate = until && (ends || months[1] < 12);
        boolean since = takeAny(SINCE) && !ends;
        Scope.Kind kind = toDate ? Scope.Kind.TO_DATE : since ? Scope.Kind.SO_FAR : Scope.Kind.MONTHS;
        return new Scope(start, at, year, own, toDate ? 1 : months[0], months[1], kind);
    }

    private static final int NO_YEAR = -99;

    private Scope yearOnly(int start, OptionalInt year, int shift) {
        boolean since = takeAny(SINCE);
        int own = shift == -9 ? 0 : shift;
        if (since && own == 0 && year.isEmpty()) {
            return new Scope(start, at, year, 0, 1, 12, Scope.Kind.SO_FAR);
        }
        take("全年");
        return new Scope(start, at, year, own, 0, 0, since ? Scope.Kind.SINCE : Scope.Kind.MONTHS);
    }

    /// Four digits or four characters with 年.
    private OptionalInt year() {
        int end = at;
        while (end < text.length() && end - at < 5 && (isDigit(end) || "〇零一二三四五六七八九".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        if (end - at != 4 || end >= text.length() || text.charAt(end) != '年') {
            return OptionalInt.empty();
        }
        int year = 0;
        for (int i = at; i < end; i++) {
            int digit = isDigit(i) ? text.charAt(i) - '0' : Math.max(0, "〇一二三四五六七八九".indexOf(text.charAt(i)));
            year = year * 10 + digit;
        }
        at = end + 1;
        take("度");
        return year >= 1949 && year < 2200 ? OptionalInt.of(year) : OptionalInt.empty();
    }

    private int relativeYear() {
        for (int length = 4; length >= 2; length--) {
            Integer shift = at + length <= text.length() ? RELATIVE_YEARS.get(text.substring(at, at + length)) : null;
            if (shift != null) {
                at += length;
                return shift;
            }
        }
        return NO_YEAR;
    }

    /// First and last month; a third element where a day follows; empty for none.
    private int[] months() {
        if (take("前三季度") || take("前3季度")) {
            return new int[] {1, 9};
        }
        if (take("上半年")) {
            return new int[] {1, 6};
        }
        if (take("下半年")) {
            return new int[] {7, 12};
        }
        int place = at;
        take("第");
        int quarter = number();
        if (quarter >= 1 && quarter <= 4 && take("季度")) {
            return new int[] {quarter * 3 - 2, quarter * 3};
        }
        at = place;
        return take("前") ? firstMonths(place) : monthRange(place);
    }

    /// 前7个月.
    private int[] firstMonths(int place) {
        int last = number();
        if (last >= 2 && last <= 12 && take("个月")) {
            return new int[] {1, last};
        }
        at = place;
        return new int[0];
    }

    private int[] monthRange(int place) {
        int first = number();
        if (first < 1 || first > 12) {
            at = place;
            return new int[0];
        }
        boolean named = takeMonth();
        if (named && !text.startsWith("日", at) && day()) {
            return new int[] {first, first, 1};
        }
        int behindFirst = at;
        if (take("至") || take("到") || take("—") || take("-") || take("~")) {
            year();
            int last = number();
            if (last >= first && last <= 12 && takeMonth()) {
                return new int[] {first, last};
            }
            at = behindFirst;
        }
        if (!named) {
            at = place;
            return new int[0];
        }
        return new int[] {first, first};
    }

    private boolean takeMonth() {
        return take("月份") || take("月");
    }

    private boolean day() {
        int place = at;
        int day = number();
        if (day >= 1 && day <= 31 && (take("日") || take("号"))) {
            return true;
        }
        at = place;
        return false;
    }

    /// A number of one or two digits or characters; 0 for none.
    private int number() {
        int end = at;
        while (end < text.length() && end - at < 4 && (isDigit(end) || "一二三四五六七八九十".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        if (end == at || end - at > 3) {
            return 0;
        }
        Wording read = Numeral.read(text.substring(at, end));
        if (read.value().orElse(null) instanceof plumbline.Value.Amount amount
                && amount.stated().isPresent()
                && amount.stated().getAsLong() < 99) {
            at = end;
            return (int) amount.stated().getAsLong();
        }
        return 0;
    }

    private boolean isDigit(int place) {
        return place < text.length() && text.charAt(place) >= '0' && text.charAt(place) <= '9';
    }

    private boolean take(String word) {
        boolean there = text.startsWith(word, at);
        at += there ? word.length() : 0;
        return there;
    }

    private boolean takeAny(List<String> words) {
        return words.stream().anyMatch(this::take);
    }
}
