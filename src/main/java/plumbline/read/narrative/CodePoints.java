package plumbline.read.narrative;

/// Counts code points up to a place of a text; quick where places are asked for from left to right.
final class CodePoints {
    private final String text;
    private int at;
    private int count;

    CodePoints(String text) {
        this.text = text;
    }

    /// How many code points stand before the character.
    int before(int place) {
        count = place >= at ? count + text.codePointCount(at, place) : count - text.codePointCount(place, at);
        at = place;
        return count;
    }
}
