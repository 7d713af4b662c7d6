package plumbline.read;

/// Numbers in Chinese characters: 一百零二, 两千五, 壹佰贰拾叁, and the approximate ones: 三四, 七八十, 十几, 数十.
final class Han {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String WRITTEN = "〇两壹贰叁肆伍陆柒捌玖拾佰仟";
    private static final String PLAIN = "零二一二三四五六七八九十百千";
    private static final String NUMERAL = DIGITS + WRITTEN + "十百千万亿廿卅几数";

    private Han() {}

    static boolean isNumeral(int c) {
        return NUMERAL.indexOf(c) >= 0;
    }

    static boolean isDigit(int c) {
        return (DIGITS + "〇").indexOf(c) >= 0;
    }

    /// Reads the number at the cursor.
    ///
    /// @throws Unreadable if the characters there make no number
    /// @throws ArithmeticException beyond 64 bits
    static Spoken read(Cursor in) {
        String run = plain(in.takeWhile(Han::isNumeral));
        int some = run.indexOf('几');
        if (some >= 0) {
            String first = some == 0 ? "二" : "一";
            return spread(run, some, 1, first, "九");
        }
        for (int i = 0; i + 1 < run.length(); i++) {
            int one = DIGITS.indexOf(run.charAt(i));
            int two = DIGITS.indexOf(run.charAt(i + 1));
            if (one > 0 && two > 0) {
                boolean neighbours = two == one + 1 || (one == 3 && two == 5);
                if (!neighbours) {
                    throw Unreadable.notANumber();
                }
                return spread(run, i, 2, run.substring(i, i + 1), run.substring(i + 1, i + 2));
            }
        }
        return Spoken.of(value(run));
    }

    /// One spelling for each digit and unit; 数十 becomes 几十.
    private static String plain(String run) {
        StringBuilder plain = new StringBuilder(run.replace("廿", "二十").replace("卅", "三十"));
        for (int i = 0; i < plain.length(); i++) {
            int written = WRITTEN.indexOf(plain.charAt(i));
            if (written >= 0) {
                plain.setCharAt(i, PLAIN.charAt(written));
            }
        }
        if (plain.length() > 1 && plain.charAt(0) == '数') {
            plain.setCharAt(0, '几');
        }
        return plain.toString();
    }

    /// The two readings with `first` and with `last` at the place, up to the end of the last one's decade.
    private static Spoken spread(String run, int at, int length, String first, String last) {
        String before = run.substring(0, at);
        String after = run.substring(at + length);
        if (after.isEmpty() && !before.isEmpty() && "百千万亿".indexOf(before.charAt(at - 1)) >= 0) {
            throw Unreadable.notANumber(); // 一百二三: 102 to 103, or 120 to 130?
        }
        long high = value(before + last + after);
        return new Spoken(value(before + first + after), Math.addExact(high, Spoken.placeOf(high) - 1), 1);
    }

    private static long value(String run) {
        Sum sum = new Sum();
        if (run.isEmpty()) {
            throw Unreadable.notANumber();
        }
        for (int i = 0; i < run.length(); i++) {
            int digit = DIGITS.indexOf(run.charAt(i));
            if (digit >= 0) {
                sum.digit(digit);
            } else if (Spoken.multiplier(run.charAt(i)) > 0) {
                sum.unit(Spoken.multiplier(run.charAt(i)));
            } else {
                throw Unreadable.notANumber();
            }
        }
        return sum.total();
    }

    /// Adds up from left to right: digits wait for their unit, sections (up to 9999) for 万 and 亿.
    private static final class Sum {
        private long total;
        private long section;
        private int waiting = -1;
        private boolean zero;
        private boolean anything;
        private long lastUnit;
        private long lastInSection = 10_000;
        private boolean tenThousands;
        private boolean hundredMillions;

        void digit(int digit) {
            if (waiting >= 0 || (digit == 0 && zero)) {
                throw Unreadable.notANumber();
            }
            anything = true;
            if (digit == 0) {
                zero = true;
            } else {
                waiting = digit;
            }
        }

        void unit(long unit) {
            if (unit < 10_000) {
                small(unit);
            } else {
                big(unit);
            }
            anything = true;
            waiting = -1;
            zero = false;
            lastUnit = unit;
        }

        private void small(long unit) {
            if (unit >= lastInSection || (waiting < 0 && (section > 0 || zero))) {
                throw Unreadable.notANumber();
            }
            section += (waiting < 0 ? 1 : waiting) * unit;
            lastInSection = unit;
        }

        private void big(long unit) {
            section += Math.max(waiting, 0);
            if (section == 0 && !anything) {
                section = 1; // 万余
            }
            boolean hundredMillion = unit > 10_000;
            if ((hundredMillion ? hundredMillions : tenThousands)
                    || (section == 0 && (!hundredMillion || total == 0))) {
                throw Unreadable.notANumber();
            }
            total = hundredMillion
                    ? Math.multiplyExact(Math.addExact(total, section), unit)
                    : Math.addExact(total, Math.multiplyExact(section, unit));
            hundredMillions |= hundredMillion;
            tenThousands = !hundredMillion;
            section = 0;
            lastInSection = 10_000;
        }

        /// A last digit right behind 百, 千, 万 or 亿 counts the next smaller unit: 两千五 is 2500.
        long total() {
            if (waiting < 0 && zero && anything && lastUnit > 0) {
                throw Unreadable.notANumber(); // 一百零
            }
            long rest = Math.max(waiting, 0);
            boolean shortened = rest > 0 && !zero && lastUnit >= 100;
            return Math.addExact(Math.addExact(total, section), shortened ? rest * lastUnit / 10 : rest);
        }
    }
}
