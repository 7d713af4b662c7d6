package plumbline.read;

/// One spelling for characters that mean the same: full-width forms, blanks, dashes and tildes.
public final class Fold {
    /// What [#of] answers for characters without width.
    public static final char NOTHING = '\0';

    private Fold() {}

    /// The character's half-width form or its one spelling; [#NOTHING] for characters without width.
    public static char of(char c) {
        if (c >= '！' && c <= '～') {
            return (char) (c - '！' + '!');
        }
        if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
            return ' ';
        }
        return switch (c) {
            case '−' -> '-';
            case '–', '―', '─' -> '—';
            case '〜', '∼' -> '~';
            default -> Character.getType(c) == Character.FORMAT ? NOTHING : c;
        };
    }
}
