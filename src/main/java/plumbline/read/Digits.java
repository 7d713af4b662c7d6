package plumbline.read;

/// Numbers in digits: 6, 1,204, 2 544, 0.4万, 2万5千.
final class Digits {
    private Digits() {}

    /// Reads the number at the cursor, in units of 1/`one`.
    ///
    /// @throws Unreadable if none stands there or it has more decimals than it may
    /// @throws ArithmeticException beyond 64 bits
    static Spoken read(Cursor in, long one) {
        Part first = part(in);
        long value = first.value(one);
        if (first.factor == 1) {
            return Spoken.of(value);
        }
        Part last = first;
        while (isDigit(in.peek())) {
            Part next = part(in);
            if (next.factor >= last.factor || next.digits >= last.factor / next.factor || next.isAmbiguousAfter(last)) {
                throw Unreadable.notANumber();
            }
            value = Math.addExact(value, next.value(one));
            last = next;
        }
        return new Spoken(value, value, last.grain(one));
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /// Digits with decimals and what multiplies them: `digits` / 10^`decimals` · `factor`; `length` counts the digits.
    private record Part(long digits, int decimals, long factor, int length) {
        long value(long one) {
            long scaled = Math.multiplyExact(Math.multiplyExact(digits, factor), one);
            long divisor = power(decimals);
            if (scaled % divisor != 0) {
                throw new Unreadable("decimal");
            }
            return scaled / divisor;
        }

        /// The unit of the last stated digit.
        long grain(long one) {
            return factor == 1 ? 1 : Math.max(1, Math.multiplyExact(factor, one) / power(decimals));
        }

        /// 2万5 may be 20005 or 25000; 1万2345 leaves no doubt.
        boolean isAmbiguousAfter(Part before) {
            return factor == 1 && power(length) != before.factor;
        }
    }

    private static Part part(Cursor in) {
        String whole = groups(in);
        String decimals = "";
        if (in.peek() == '.') {
            in.take(".");
            decimals = in.takeWhile(Digits::isDigit);
            if (decimals.isEmpty()) {
                throw Unreadable.notANumber();
            }
        }
        String digits = whole + decimals;
        return new Part(number(digits), decimals.length(), Spoken.multipliers(in), digits.length());
    }

    /// Digits, in groups of three if they are in groups at all.
    private static String groups(Cursor in) {
        StringBuilder digits = new StringBuilder(in.takeWhile(Digits::isDigit));
        if (digits.isEmpty()) {
            throw Unreadable.notANumber();
        }
        char separator = in.peek();
        if (separator != ',' && separator != ' ') {
            return digits.toString();
        }
        int head = digits.length();
        Cursor ahead = in.copy();
        while (ahead.take(String.valueOf(separator)) && isDigit(ahead.peek())) {
            String group = ahead.takeWhile(Digits::isDigit);
            if (group.length() != 3 || head > 3 || digits.charAt(0) == '0') {
                throw Unreadable.notANumber();
            }
            digits.append(group);
            in.moveTo(ahead);
        }
        return digits.toString();
    }

    private static long number(String digits) {
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            number = Math.addExact(Math.multiplyExact(number, 10L), digits.charAt(i) - '0');
        }
        return number;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power = Math.multiplyExact(power, 10L);
        }
        return power;
    }
}
