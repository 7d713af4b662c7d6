package plumbline.read.narrative;

import plumbline.read.Fold;

/// A text in one spelling, without what has no width and without blanks inside Chinese words, and for each character
/// where it stood.
///
/// Line ends become `\n`; tabs stay, because tables are made of them. A single line end in the middle of a sentence,
/// as mail programs and PDF writers put it, is no end.
final class Folded {
    private static final int FULL_LINE = 30;
    private static final String ENDS = "。:;!?…》】";

    private final StringBuilder text;
    private final int[] origin;

    private Folded(StringBuilder text, int[] origin) {
        this.text = text;
        this.origin = origin;
    }

    static Folded of(String source, Steps steps) {
        StringBuilder text = new StringBuilder(source.length());
        int[] origin = new int[source.length() + 1];
        int lineStart = 0;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            char folded = c == '\n' || c == '\t' ? c : c == '\r' ? lineEnd(source, i) : Fold.of(c);
            if (folded == '\n') {
                boolean wrapped = isWrapped(source, text, lineStart, i);
                lineStart = text.length() + 1;
                if (wrapped) {
                    lineStart = text.length();
                    continue;
                }
            }
            if (folded != Fold.NOTHING && !(folded == ' ' && isInsideWords(source, text, i))) {
                origin[text.length()] = i;
                text.append(folded);
            }
        }
        origin[text.length()] = source.length();
        steps.add(source.length());
        return new Folded(text, origin);
    }

    private static char lineEnd(String source, int at) {
        return at + 1 < source.length() && source.charAt(at + 1) == '\n' ? Fold.NOTHING : '\n';
    }

    /// A blank between characters of which neither is a letter or digit of the Latin script.
    private static boolean isInsideWords(String source, StringBuilder before, int at) {
        if (at + 1 >= source.length() || before.isEmpty()) {
            return true;
        }
        char next = Fold.of(source.charAt(at + 1));
        char last = before.charAt(before.length() - 1);
        boolean spaced = isDigit(last) && isDigit(next) && isAlone(source, at - 1) && isAlone(source, at + 1);
        return next == ' ' || next == Fold.NOTHING || spaced || !(isLatin(last) && isLatin(next));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// A digit between blanks, as text recognition spaces them out: 4 8 人次.
    private static boolean isAlone(String source, int at) {
        boolean before = at > 0 && isDigit(Fold.of(source.charAt(at - 1)));
        boolean behind = at + 1 < source.length() && isDigit(Fold.of(source.charAt(at + 1)));
        return !before && !behind;
    }

    private static boolean isLatin(char c) {
        return c > ' ' && c < 128;
    }

    /// A full line that ends inside a sentence, and goes on where no new item begins.
    private static boolean isWrapped(String source, StringBuilder text, int lineStart, int at) {
        int length = text.length() - lineStart;
        int next = at + 1;
        if (length < FULL_LINE || next >= source.length() || ENDS.indexOf(text.charAt(text.length() - 1)) >= 0) {
            return false;
        }
        char first = source.charAt(next);
        boolean indented = Character.isWhitespace(first) || Character.isSpaceChar(first);
        boolean item = next + 1 < source.length() && "、.．是)）|".indexOf(source.charAt(next + 1)) >= 0;
        boolean marked = "(（【[★●■◆•·#|-—".indexOf(first) >= 0 || (first >= '①' && first <= '⑳');
        boolean prose = text.indexOf(",", lineStart) >= 0
                && text.indexOf("|", lineStart) < 0
                && text.indexOf("\t", lineStart) < 0;
        return !indented && !item && !marked && prose;
    }

    String text() {
        return text.toString();
    }

    /// Where in the source the span [`start`, `end`) of the folded text begins.
    int sourceStart(int start) {
        return origin[start];
    }

    /// Where in the source a span that ends before `end` of the folded text ends.
    int sourceEnd(int end) {
        return end == 0 ? origin[0] : origin[end - 1] + 1;
    }
}
