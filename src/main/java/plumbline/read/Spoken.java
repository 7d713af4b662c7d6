package plumbline.read;

/// A number as spoken, before its approximators: a point, or a spread such as 三四 or 十几.
///
/// @param grain 1 for a number said to the last unit, otherwise the unit of its last stated digit (62万: 10000)
record Spoken(long low, long high, long grain) {
    static Spoken of(long exact) {
        return new Spoken(exact, exact, 1);
    }

    boolean isSpread() {
        return low != high;
    }

    /// @throws ArithmeticException beyond 64 bits
    Spoken times(long factor) {
        long top = Math.multiplyExact(high, factor);
        return new Spoken(Math.multiplyExact(low, factor), isSpread() ? Math.addExact(top, factor - 1) : top, grain);
    }

    /// The place of the last digit that is not zero: 10 for 130, 100 for 2200, 1 for 65.
    static long placeOf(long number) {
        long place = 1;
        while (number != 0 && number % (place * 10) == 0 && place < 100_000_000_000_000_000L) {
            place *= 10;
        }
        return place;
    }

    /// What the character multiplies by; 0 if it is no multiplier.
    static long multiplier(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> 0;
        };
    }

    /// Takes a run of multipliers (千万) and returns their product, 1 without any.
    static long multipliers(Cursor in) {
        long product = 1;
        for (char c : in.takeWhile(c -> multiplier((char) c) > 0).toCharArray()) {
            product = Math.multiplyExact(product, multiplier(c));
        }
        return product;
    }
}
