package plumbline.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.Field;
import plumbline.Finding;

/// Days as forms write them: 2022-03-01, and what spreadsheets make of it: 2022/3/1, 2022.3.1, 2022年3月1日.
final class Dates {
    static final String ACCEPTED = "2022-03-01";
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{4})([-/.年])([0-9]{1,2})([-/.月])([0-9]{1,2})日?");

    private Dates() {}

    /// The day in the field; empty if nothing stands there, and, with an error, if no day does.
    static Optional<LocalDate> optional(Faults row, Field at) {
        String text = row.field(at);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> read = read(text);
        if (read.isEmpty()) {
            bad(row, at, text);
        }
        return read;
    }

    static void bad(Faults row, Field at, String text) {
        row.error(
                at,
                "bad_date",
                text,
                ACCEPTED,
                "“%s”不是日期；应写成%s。".formatted(Finding.brief(text), ACCEPTED),
                "“%s” is no date; write it like %s.".formatted(Finding.brief(text), ACCEPTED));
    }

    /// As [#optional], but an empty field is an error too.
    static Optional<LocalDate> required(Faults row, Field at, String zhWhat, String enWhat) {
        if (row.field(at).isEmpty()) {
            row.missing(at, ACCEPTED, zhWhat, enWhat);
        }
        return optional(row, at);
    }

    static Optional<LocalDate> read(String text) {
        Matcher m = WRITTEN.matcher(text);
        if (!m.matches() || m.group(2).equals("年") != m.group(4).equals("月")) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(m.group(1)), Integer.parseInt(m.group(3)), Integer.parseInt(m.group(5)));
            return day.getYear() < 1900 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException _) {
            return Optional.empty(); // 2022-02-30
        }
    }
}
