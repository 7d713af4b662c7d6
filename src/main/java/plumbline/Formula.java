package plumbline;

/// Text that a spreadsheet would run: what begins like a formula gets an apostrophe in front where it leaves in a CSV
/// file, and loses it where that file comes back. Numbers are never touched. Stateless.
public final class Formula {
    private static final String STARTS = "=+-@\t\r\n\0＝＋－＠";
    private static final char GUARD = '\'';

    private Formula() {}

    /// Whether a spreadsheet may take the text for a formula; blanks and marks in front do not hide one.
    public static boolean is(String text) {
        int i = 0;
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i < text.length() && STARTS.indexOf(text.charAt(i)) >= 0;
    }

    /// Whether the text needs the apostrophe: it begins like a formula, or like one that was guarded before, which must
    /// not lose its own apostrophe on the way back.
    public static boolean needsGuard(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == GUARD) {
            i++;
        }
        return is(i == 0 ? text : text.substring(i));
    }

    /// The text as it leaves.
    public static String guard(String text) {
        return needsGuard(text) ? GUARD + text : text;
    }

    /// The text as it was before [#guard].
    public static String unguard(String text) {
        return !text.isEmpty() && text.charAt(0) == GUARD && needsGuard(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean isBlank(char each) {
        return each == ' ' || each == '\uFEFF' || each == '\u3000';
    }
}
