package plumbline.read.narrative;

/// Counts the work done on a text, so that a test can hold that it grows with the text and no faster. Not thread-safe.
final class Steps {
    private long count;

    void add(long steps) {
        count += steps;
    }

    long count() {
        return count;
    }
}
