package plumbline.read;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import plumbline.Interval;
import plumbline.Qualifier;
import plumbline.Value;

/// What the words around a number make of it (DOMAIN §4.4). Soft bounds are those of ARCHITECTURE §2.
enum Modifier {
    PLAIN,
    /// 60余: above, within the last stated place.
    ABOVE,
    /// 近90: a little below.
    NEARLY,
    /// 不足10.
    BELOW,
    /// 约35.
    ABOUT,
    /// 45以上, the number included.
    AT_LEAST,
    /// 超过30, the number excluded.
    MORE,
    /// 不超过5, the number included.
    AT_MOST;

    /// Words before the number.
    static final List<Map.Entry<String, Modifier>> BEFORE = Cursor.longestFirst(Map.ofEntries(
            Map.entry("近", NEARLY),
            Map.entry("将近", NEARLY),
            Map.entry("接近", NEARLY),
            Map.entry("不足", BELOW),
            Map.entry("不到", BELOW),
            Map.entry("不满", BELOW),
            Map.entry("少于", BELOW),
            Map.entry("低于", BELOW),
            Map.entry("<", BELOW),
            Map.entry("约", ABOUT),
            Map.entry("约为", ABOUT),
            Map.entry("大约", ABOUT),
            Map.entry("大概", ABOUT),
            Map.entry("不少于", AT_LEAST),
            Map.entry("不低于", AT_LEAST),
            Map.entry("至少", AT_LEAST),
            Map.entry("多达", AT_LEAST),
            Map.entry("最少", AT_LEAST),
            Map.entry("上", AT_LEAST),
            Map.entry("≥", AT_LEAST),
            Map.entry("超过", MORE),
            Map.entry("超", MORE),
            Map.entry("逾", MORE),
            Map.entry("突破", MORE),
            Map.entry("多于", MORE),
            Map.entry(">", MORE),
            Map.entry("不超过", AT_MOST),
            Map.entry("不多于", AT_MOST),
            Map.entry("至多", AT_MOST),
            Map.entry("最多", AT_MOST),
            Map.entry("以内", AT_MOST),
            Map.entry("≤", AT_MOST)));

    /// Words that only lead up to the number.
    static final List<Map.Entry<String, Modifier>> RHETORICAL = Cursor.longestFirst(Map.of(
            "达", PLAIN, "达到", PLAIN, "高达", PLAIN, "共", PLAIN, "共计", PLAIN, "累计", PLAIN, "合计", PLAIN, "总计", PLAIN));

    /// Words behind the number or its measure word.
    static final List<Map.Entry<String, Modifier>> BEHIND = Cursor.longestFirst(Map.of(
            "余", ABOVE,
            "多", ABOVE,
            "几", ABOVE,
            "以上", AT_LEAST,
            "及以上", AT_LEAST,
            "以下", AT_MOST,
            "及以下", AT_MOST,
            "以内", AT_MOST,
            "左右", ABOUT,
            "上下", ABOUT));

    /// The amount the number becomes.
    ///
    /// @param one how many units make 1 (10 where amounts are tenths)
    /// @throws Unreadable for what nobody says, such as 不足0
    Value.Amount of(Spoken number, long one) {
        if (number.isSpread()) {
            if (this != PLAIN && this != ABOUT) {
                throw Unreadable.notANumber();
            }
            return new Value.Amount(Qualifier.RANGE, OptionalLong.empty(), Interval.of(number.low(), number.high()));
        }
        long n = number.low();
        return switch (this) {
            case PLAIN -> number.grain() > 1 ? rounded(n, number.grain()) : Value.exact(n);
            case ABOVE -> above(n, one);
            case NEARLY ->
                stated(Qualifier.AT_MOST, n, Interval.of(Math.min(n - 1, lowerOfNearly(n, one)), least(n) - 1));
            case BELOW -> stated(Qualifier.AT_MOST, n, Interval.of(0, least(n) - 1));
            case ABOUT -> about(n, one);
            case AT_LEAST -> stated(Qualifier.AT_LEAST, n, Interval.atLeast(n));
            case MORE -> stated(Qualifier.AT_LEAST, n, Interval.atLeast(Math.addExact(n, 1)));
            case AT_MOST -> stated(Qualifier.AT_MOST, n, Interval.of(0, n));
        };
    }

    private static Value.Amount rounded(long n, long grain) {
        long half = grain / 2;
        return stated(Qualifier.ABOUT, n, Interval.of(Math.max(0, n - half), Math.addExact(n, half - 1)));
    }

    private static Value.Amount above(long n, long one) {
        long place = Spoken.placeOf(least(n));
        long lower = Math.addExact(n, 1);
        Interval interval = place <= one ? Interval.atLeast(lower) : Interval.of(lower, Math.addExact(n, place - 1));
        return stated(Qualifier.AT_LEAST, n, interval);
    }

    private static Value.Amount about(long n, long one) {
        long half = Math.max(5 * one, 5 * (Spoken.placeOf(n) / 10));
        return stated(Qualifier.ABOUT, n, Interval.of(Math.max(0, n - half), Math.addExact(n, half)));
    }

    private static long lowerOfNearly(long n, long one) {
        return Math.max(1, n - Math.max(10 * one, n / 10));
    }

    /// The number, which must be at least 1.
    private static long least(long n) {
        if (n < 1) {
            throw Unreadable.notANumber();
        }
        return n;
    }

    private static Value.Amount stated(Qualifier qualifier, long n, Interval interval) {
        return new Value.Amount(qualifier, OptionalLong.of(n), interval);
    }
}
