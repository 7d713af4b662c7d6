package plumbline;

import java.util.Locale;

/// What a rule says about a place of a file.
///
/// @param rule name of the rule, e.g. `unknown_metric`
/// @param file name of the file
/// @param found what stands there
/// @param accepted what would be accepted there
/// @param message the whole in a sentence
public record Finding(
        Severity severity, String rule, String file, Place place, String found, String accepted, Name message) {
    private static final int LONGEST = 80;

    /// A finding whose sentence begins with the place: `第7行第3列：…`, `Line 7, column 3: …`.
    public static Finding at(
            Severity severity, String rule, String file, Place place, String found, String accepted, Name sentence) {
        Name where = spoken(place);
        String head =
                where.en().substring(0, 1).toUpperCase(Locale.ROOT) + where.en().substring(1);
        Name message = new Name(where.zh() + "：" + sentence.zh(), head + ": " + sentence.en());
        return new Finding(severity, rule, file, place, brief(found), accepted, message);
    }

    /// The text as a message quotes it: one line, cut after 80 characters.
    public static String brief(String text) {
        String line = text.replace("\r\n", "⏎").replace('\n', '⏎').replace('\r', '⏎');
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /// The place inside a sentence: `第7行第3列`, `line 7, column 3`.
    public static Name spoken(Place place) {
        return switch (place) {
            case Place.Line(int line, int column) ->
                new Name("第%d行第%d列".formatted(line, column), "line %d, column %d".formatted(line, column));
            case Place.Cell cell ->
                new Name(
                        "工作表“%s”%s格".formatted(cell.sheet(), cell.reference()),
                        "sheet “%s”, cell %s".formatted(cell.sheet(), cell.reference()));
            case Place.Passage passage ->
                new Name(
                        "第%d至%d字".formatted(passage.start(), passage.end()),
                        "characters %d to %d".formatted(passage.start(), passage.end()));
        };
    }

    /// `file:place`, the head of the line on stderr.
    public String where() {
        return file + ":" + place;
    }
}
