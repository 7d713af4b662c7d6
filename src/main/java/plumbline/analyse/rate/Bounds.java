package plumbline.analyse.rate;

/// A confidence interval or a pair of limits, `lower` ≤ `upper`.
public record Bounds(double lower, double upper) {
    public Bounds {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("bounds from " + lower + " to " + upper);
        }
    }

    Bounds times(double factor) {
        return new Bounds(lower * factor, upper * factor);
    }
}
