package plumbline.read.narrative;

/// A span [`start`, `end`) of the folded text.
record Segment(int start, int end) {
    int length() {
        return end - start;
    }

    boolean contains(int at) {
        return start <= at && at < end;
    }

    String of(String text) {
        return text.substring(start, end);
    }
}
