package plumbline.read.text;

/// What comes between two pieces of text that were apart only by layout: words of letters and figures need a blank,
/// Chinese is written without.
final class Seams {
    private static final char FIRST_WIDE = '\u2e80';

    private Seams() {}

    static boolean needBlank(CharSequence one, CharSequence next) {
        return !one.isEmpty() && !next.isEmpty() && !isWide(one.charAt(one.length() - 1)) && !isWide(next.charAt(0));
    }

    static boolean isWide(char c) {
        return c >= FIRST_WIDE;
    }
}
