package plumbline;

/// How many of the expected parts stand behind a value.
public record Coverage(int reported, int expected) {
    public Coverage {
        if (reported < 0 || expected < reported) {
            throw new IllegalArgumentException(reported + " of " + expected);
        }
    }

    public Coverage plus(Coverage other) {
        return new Coverage(reported + other.reported, expected + other.expected);
    }
}
