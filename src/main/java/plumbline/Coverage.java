package plumbline;

/// How many of the expected parts stand behind a value.
public record Coverage(int reported, int expected) {
    public Coverage {
        if (reported < 0 || expected < reported) {
            throw new IllegalArgumentException(reported + " of " + expected);
        }
    }
}
