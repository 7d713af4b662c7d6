package plumbline.read.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/// How a spreadsheet shows a number, as far as it changes what the number says.
///
/// @param decimals of a percentage
/// @param suffix 万 or 亿 where the format only writes it behind the number (62 shown as 62万)
record NumberFormat(Look look, int decimals, String suffix) {
    enum Look {
        PLAIN,
        PERCENT,
        DAY,
        /// A date that shows no day: 2022年3月.
        MONTH
    }

    static final NumberFormat GENERAL = new NumberFormat(Look.PLAIN, 0, "");

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465; // 9999-12-31

    /// The formats a file may use without defining them; those of East Asian programs among them.
    static NumberFormat builtIn(int id) {
        return switch (id) {
            case 9 -> new NumberFormat(Look.PERCENT, 0, "");
            case 10 -> new NumberFormat(Look.PERCENT, 2, "");
            case 14, 15, 16, 22, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 58 -> new NumberFormat(Look.DAY, 0, "");
            case 17, 27, 57 -> new NumberFormat(Look.MONTH, 0, "");
            default -> GENERAL;
        };
    }

    static NumberFormat of(String code) {
        String shown = code.contains(";") ? code.substring(0, code.indexOf(';')) : code;
        String letters = letters(shown).toLowerCase(Locale.ROOT);
        if (letters.contains("%")) {
            int point = letters.indexOf('.');
            int decimals = point < 0
                    ? 0
                    : (int) letters.substring(point)
                            .chars()
                            .filter(c -> c == '0' || c == '#')
                            .count();
            return new NumberFormat(Look.PERCENT, decimals, "");
        }
        if (letters.contains("y") || letters.contains("d")) {
            return new NumberFormat(letters.contains("d") ? Look.DAY : Look.MONTH, 0, "");
        }
        boolean scaled = letters.endsWith(",") || letters.contains(",.") || shown.contains("!.");
        String suffix = shown.contains("万") ? "万" : shown.contains("亿") ? "亿" : "";
        return scaled || suffix.isEmpty() ? GENERAL : new NumberFormat(Look.PLAIN, 0, suffix);
    }

    /// The code without quoted words, escaped characters and what stands in brackets.
    private static String letters(String code) {
        StringBuilder letters = new StringBuilder();
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && "\\_*!".indexOf(c) >= 0) {
                i++;
            } else if (!quoted && (c == '[' || c == ']')) {
                bracketed = c == '[';
            } else if (!quoted && !bracketed) {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    /// The number as a cell; text that is no number becomes text.
    ///
    /// @param stored as the file has it, e.g. `0.28999999999999998`
    /// @param from1904 whether days count from 1904
    SheetCell cell(int column, String stored, boolean from1904, boolean formula) {
        BigDecimal number;
        try {
            double value = Double.parseDouble(stored);
            number = Double.isFinite(value) ? new BigDecimal(Double.toString(value)) : BigDecimal.ZERO;
        } catch (NumberFormatException _) {
            return new SheetCell(column, SheetCell.Kind.TEXT, stored, formula);
        }
        return switch (look) {
            case PLAIN -> new SheetCell(column, SheetCell.Kind.NUMBER, plain(number) + suffix, formula);
            case PERCENT ->
                new SheetCell(
                        column,
                        SheetCell.Kind.PERCENT,
                        number.movePointRight(2)
                                        .setScale(decimals, RoundingMode.HALF_UP)
                                        .toPlainString()
                                + "%",
                        formula);
            case DAY, MONTH -> date(column, number, from1904, formula);
        };
    }

    private SheetCell date(int column, BigDecimal number, boolean from1904, boolean formula) {
        if (number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return new SheetCell(column, SheetCell.Kind.NUMBER, plain(number), formula);
        }
        LocalDate day = (from1904 ? EPOCH_1904 : EPOCH_1900).plusDays(number.longValue());
        return date(column, day, look == Look.MONTH, formula);
    }

    static SheetCell date(int column, LocalDate day, boolean month, boolean formula) {
        String text = month ? YearMonth.from(day).toString() : day.toString();
        return new SheetCell(column, SheetCell.Kind.DATE, text, formula);
    }

    /// Without exponent and without zeros behind the last decimal.
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
