package plumbline.read;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Numbers that count nothing, and words that only sound like a count (DOMAIN §4.10).
final class NotACount {
    private static final Set<String> VAGUE = Set.of("若干", "多", "一些", "个别", "少数", "部分", "许多", "大量", "不少", "逐一", "数");
    private static final Set<String> COUNTS = Set.of("不少于", "多于", "数十", "数百", "数千", "数万", "数亿");

    private static final Set<String> CHANGES = Set.of("增加", "减少", "增长", "下降", "上升", "增至", "降至", "同比", "环比", "多了", "少了");

    /// 2022-03-05, 2022年3月5日, 3月5日.
    private static final Pattern DATE = Pattern.compile("(19|20)\\d\\d([-/.])\\d{1,2}\\2\\d{1,2}(["
            + " t]\\d{1,2}:\\d\\d(:\\d\\d)?)?|((19|20)\\d\\d年)?\\d{1,2}月(\\d{1,2}[日号])?");

    /// A telephone number with its area code.
    private static final Pattern PHONE = Pattern.compile("\\(?0\\d{2,3}\\)?[- ]?\\d{7,8}");

    /// 1.2E+05, as spreadsheets show long numbers.
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+(\\.\\d+)?[eE][+-]?\\d+");

    private NotACount() {}

    /// What the folded text is instead of a count; empty if it may be one.
    ///
    /// @param share whether a share is what is wanted
    static Optional<String> problem(String text, boolean share) {
        if (isShortNumber(text)) {
            return Optional.empty(); // nearly all cells of a form; too short for a date or a telephone
        }
        if (text.startsWith("第") || text.startsWith("首")) {
            return Optional.of("ordinal");
        }
        if (isEnumerator(text)) {
            return Optional.of("enumerator");
        }
        if (isYear(text)) {
            return Optional.of("year");
        }
        if (text.startsWith("#")) {
            return Optional.of("spreadsheet_error"); // #REF!, #N/A, ###
        }
        if (DATE.matcher(text).matches()) {
            return Optional.of("date");
        }
        if (PHONE.matcher(text).matches()) {
            return Optional.of("phone");
        }
        if (SCIENTIFIC.matcher(text).matches()) {
            return Optional.of("scientific");
        }
        if (CHANGES.stream().anyMatch(text::startsWith)) {
            return Optional.of("change");
        }
        if (text.endsWith("倍") || text.endsWith("番")) {
            return Optional.of("multiple");
        }
        if (share ? text.contains("分之") : isShare(text)) {
            return Optional.of(share ? "not_a_number" : "share");
        }
        if (COUNTS.stream().noneMatch(text::startsWith) && VAGUE.stream().anyMatch(text::startsWith)) {
            return Optional.of("vague");
        }
        if (isNegative(text)) {
            return Optional.of("negative");
        }
        return Optional.empty();
    }

    private static boolean isShare(String text) {
        boolean tenths = text.length() > 1 && text.endsWith("成") && Han.isNumeral(text.charAt(text.length() - 2));
        return tenths || text.contains("%") || text.contains("分之") || text.endsWith("百分点");
    }

    private static boolean isNegative(String text) {
        return text.length() > 1
                && (text.charAt(0) == '-' || text.charAt(0) == '负')
                && (Digits.isDigit(text.charAt(1)) || Han.isNumeral(text.charAt(1)));
    }

    /// 三是, （三）, 3., 三、, 1), ①.
    private static boolean isShortNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() < 8;
    }

    private static boolean isEnumerator(String text) {
        if (text.length() < 2) {
            return !text.isEmpty() && text.charAt(0) >= '①' && text.charAt(0) <= '⑳';
        }
        int last = text.length() - 1;
        String number = text.substring(text.startsWith("(") ? 1 : 0, last);
        return "是.、)".indexOf(text.charAt(last)) >= 0
                && !number.isEmpty()
                && number.chars().allMatch(c -> Digits.isDigit(c) || Han.isNumeral(c));
    }

    /// 二〇二三, 2023年, 2023年度.
    private static boolean isYear(String text) {
        String rest = text.endsWith("年度") ? text.substring(0, text.length() - 2) : text;
        boolean named = rest.length() < text.length();
        if (rest.endsWith("年")) {
            rest = rest.substring(0, rest.length() - 1);
            named = true;
        }
        boolean spelt = rest.length() == 4 && rest.chars().allMatch(Han::isDigit);
        return spelt || (named && rest.length() == 4 && rest.chars().allMatch(Digits::isDigit));
    }
}
