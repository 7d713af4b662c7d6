package plumbline.check;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import plumbline.Catalog;
import plumbline.Field;
import plumbline.Kind;
import plumbline.Metric;
import plumbline.Value;
import plumbline.Wording;

/// Checks the value of a row and the units it is in.
///
/// @param shares understands the wording of a share, in tenths of a per cent
record Amounts(Catalog catalog, Function<String, Wording> shares) {
    private static final long HUNDRED_PER_CENT = 1000;
    private static final Set<String> OF_CELLS = Set.of("date", "spreadsheet_error", "not_calculated");

    /// Totals of years and of a hundred thousand departments stay within 64 bits.
    private static final long LARGEST = 99_999_999_999_999L;

    /// No organisation counts as many talks, cases or persons.
    private static final long IMPLAUSIBLE = 1_000_000_000;

    private static final long SMALLEST_DATE = 19_000_101;
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern PLAIN_DATE = Pattern.compile("(19|20)\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");

    /// The value; empty, with an error, where it is no number of the metric's kind. Also checks the units.
    Optional<Value> value(Faults row, Wording wording, Optional<Metric> metric) {
        boolean share = metric.map(each -> each.kind() == Kind.RATIO).orElse(false);
        // What a spreadsheet says of a cell (an error, a date) is not for the reader of shares to judge.
        boolean text = wording.value().isPresent() || !OF_CELLS.contains(wording.problem());
        Wording read = share && text ? shares.apply(wording.text()) : wording;
        boolean maybeShare = metric.isEmpty()
                && (read.problem().equals("share") || read.problem().equals("decimal"));
        if (read.value().isEmpty() && !maybeShare) {
            noCount(row, read.problem(), share);
        }
        metric.ifPresent(each -> {
            unit(row, Field.UNIT, row.field(Field.UNIT), each);
            unit(row, Field.VALUE, read.unit(), each);
        });
        if (share && read.value().orElse(null) instanceof Value.Amount amount) {
            if (amount.interval().lower() > HUNDRED_PER_CENT) {
                row.warning(
                        Field.VALUE,
                        "share_above_100",
                        "0 to 100",
                        "“%s”超过百分之百，请核对。".formatted(row.quoted(Field.VALUE)),
                        "“%s” is above 100 per cent; please check.".formatted(row.quoted(Field.VALUE)));
            }
        }
        if (read.value().orElse(null) instanceof Value.Amount amount && !fits(row, amount, metric)) {
            return Optional.empty();
        }
        return read.value();
    }

    /// Whether the amount can be kept and is no telephone number. Amounts that are merely hard to believe are kept and
    /// remarked upon.
    private static boolean fits(Faults row, Value.Amount amount, Optional<Metric> metric) {
        long most = amount.interval().upper().orElse(amount.interval().lower());
        if (most > LARGEST) {
            noCount(row, "too_large", false);
            return false;
        }
        if (most < SMALLEST_DATE || metric.map(each -> each.unit().equals("元")).orElse(true)) {
            return true;
        }
        String text = row.field(Field.VALUE).strip();
        if (MOBILE.matcher(text).matches()) {
            noCount(row, "phone", false);
            return false;
        }
        if (most >= IMPLAUSIBLE || PLAIN_DATE.matcher(text).matches()) {
            boolean date = most < IMPLAUSIBLE;
            row.warning(
                    Field.VALUE,
                    date ? "looks_like_date" : "implausible_size",
                    "a count of " + metric.orElseThrow().unit(),
                    (date ? "“%s”像是日期；已按数量收下，请核对。" : "“%s”超过十亿；已按所报收下，请核对。").formatted(row.quoted(Field.VALUE)),
                    (date
                                    ? "“%s” looks like a date; it was taken for a count, please check."
                                    : "“%s” is a thousand million or more; it was taken as stated, please check.")
                            .formatted(row.quoted(Field.VALUE)));
        }
        return true;
    }

    private void unit(Faults row, Field at, String word, Metric metric) {
        if (word.isEmpty()) {
            return;
        }
        boolean perPerson = metric.kind() == Kind.PERCAP && metric.unit().startsWith(word + "/");
        if (!perPerson && !catalog.isUnitOf(metric, word)) {
            row.error(
                    at,
                    "wrong_unit",
                    word,
                    metric.unit(),
                    "“%s”以%s计，不以%s计。".formatted(metric.name().zh(), metric.unit(), word),
                    "“%s” is counted in %s, not in %s.".formatted(metric.code(), metric.unit(), word));
        } else if (catalog.unit(word)
                .map(unit -> !perPerson && !unit.symbol().equals(metric.unit()))
                .orElse(false)) {
            row.warning(
                    at,
                    "kindred_unit",
                    metric.unit(),
                    "“%s”以%s计；%s按%s读入。".formatted(metric.name().zh(), metric.unit(), word, metric.unit()),
                    "“%s” is counted in %s; %s was taken for it.".formatted(metric.code(), metric.unit(), word));
        }
    }

    private static void noCount(Faults row, String problem, boolean share) {
        String what = row.quoted(Field.VALUE);
        String accepted = share ? "95%, 95.0, 约95%, *, 无 …" : "18, 60余, 62万, 3—5, *, 无, — …";
        row.error(
                Field.VALUE,
                problem.equals("not_a_number") ? "bad_number" : "bad_number_" + problem,
                accepted,
                "“%s”%s；可填%s。".formatted(what, zh(problem, share), accepted.replace(", ", "、")),
                "“%s” %s; accepted: %s".formatted(what, en(problem, share), accepted));
    }

    private static String zh(String problem, boolean share) {
        return switch (problem) {
            case "year" -> "是年份，不是数量";
            case "ordinal" -> "是序数，不是数量";
            case "enumerator" -> "是编号，不是数量";
            case "share" -> "是比例，而这个指标是数量";
            case "multiple" -> "是倍数，不是数量";
            case "change" -> "是增减，不是数量；请填本期的数";
            case "phone" -> "是电话号码，不是数量";
            case "scientific" -> "是科学记数，末几位可能已丢失；请写出整数";
            case "spreadsheet_error" -> "是电子表格的错误值，不是数量";
            case "vague" -> "没有说出数目；没有数目就留空（未提及）";
            case "negative" -> "是负数，数量不能小于零";
            case "decimal" -> share ? "的小数多于一位" : "是小数，数量应为整数（万、亿之前可有小数）";
            case "too_large" -> "太大，超过百万亿";
            case "date" -> "是日期，不是数量（电子表格会把3-5改成日期）";
            case "not_calculated" -> "是没有保存计算结果的公式；请打开、保存后再报";
            default -> share ? "不是比例" : "不是数量";
        };
    }

    private static String en(String problem, boolean share) {
        return switch (problem) {
            case "year" -> "is a year, not a count";
            case "ordinal" -> "is an ordinal, not a count";
            case "enumerator" -> "is a section number, not a count";
            case "share" -> "is a share, and this metric is a count";
            case "multiple" -> "is a multiple, not a count";
            case "change" -> "is a change, not a count; give the number of this period";
            case "phone" -> "is a telephone number, not a count";
            case "scientific" -> "is in scientific notation, and digits may be lost; write the whole number";
            case "spreadsheet_error" -> "is an error of a spreadsheet, not a count";
            case "vague" -> "names no number; leave the cell empty (not mentioned)";
            case "negative" -> "is negative, and no count is below zero";
            case "decimal" ->
                share ? "has more than one decimal" : "is a decimal, and counts are whole (except before 万 and 亿)";
            case "too_large" -> "is too large: a hundred million million or more";
            case "date" -> "is a date, not a count (spreadsheets make one of 3-5)";
            case "not_calculated" -> "is a formula saved without its value; open the file, save it and send it again";
            default -> share ? "is no share" : "is no count";
        };
    }
}
