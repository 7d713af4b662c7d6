package plumbline.read.form;

import java.util.regex.Pattern;

/// The column of our own templates that shows what was said for the period before; it is there to compare with and is
/// not read.
public final class LastValue {
    public static final String ZH = "上期数值";
    public static final String EN = "last value";

    private static final Pattern HEADER = Pattern.compile("(?i:" + ZH + "|" + EN + ")\\s*(?:[（(][^（()）]*[)）])?");

    private LastValue() {}

    static boolean isHeader(String text) {
        return HEADER.matcher(text).matches();
    }
}
