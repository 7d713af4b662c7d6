package plumbline.analyse.rate;

/// Wilson's score interval for a proportion. Stateless.
public final class ShareBounds {
    private ShareBounds() {}

    /// The interval at a level.
    ///
    /// @throws IllegalArgumentException unless 0 ≤ `part` ≤ `whole` and `whole` is above 0
    public static Bounds wilson(long part, long whole, Level level) {
        if (part < 0 || part > whole || whole < 1) {
            throw new IllegalArgumentException("a proportion of " + part + " in " + whole);
        }
        double n = whole;
        double p = part / n;
        double square = level.z() * level.z();
        double centre = p + square / (2 * n);
        double reach = level.z() * Math.sqrt(p * (1 - p) / n + square / (4 * n * n));
        double scale = 1 + square / n;
        // At the ends the formula gives 0 and 1, but for the last digits.
        return new Bounds(part == 0 ? 0 : (centre - reach) / scale, part == whole ? 1 : (centre + reach) / scale);
    }
}
