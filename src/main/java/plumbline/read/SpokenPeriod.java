package plumbline.read;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.Period;
import plumbline.Span;

/// A period as headings say it: 2022年上半年, 第一季度, 3月, 1—9月, 2022Q1, 全年. The year may stand elsewhere.
///
/// @param first first month of it, 1 to 12
/// @param last last month of it
/// @param toDate whether it is said to count from January on (1—9月, 前三季度)
public record SpokenPeriod(OptionalInt year, int first, int last, boolean toDate) {
    private static final String YEAR = "(?:(?<year>(?:19|20)[0-9]{2})(?![0-9])\\s*(?:年度|年|-|—|/|\\.)?\\s*)";
    private static final String PART = "(?:"
            + "第?(?<quarter>[一二三四1-4])季(?:度)?|[Qq](?<q>[1-4])|(?<half>[上下])半年(?:度)?|[Hh](?<h>[12])"
            + "|前(?<quarters>[二两三])(?:个)?季度|(?<whole>全年|年度|本年)"
            + "|(?<from>1?[0-9])月?\\s*(?:-|—|~|至|到)+\\s*(?<to>1?[0-9])月(?:份)?"
            + "|0?(?<month>1[0-2]|[1-9])月(?:份)?|(?<han>十[一二]?|[一二三四五六七八九])月(?:份)?)";
    private static final Pattern WITHOUT_YEAR = Pattern.compile(PART);
    private static final Pattern WITH_YEAR = Pattern.compile(YEAR + PART + "?");
    private static final Pattern QUARTER_FIRST = Pattern.compile("Q(?<q>[1-4])\\s+(?<year>(?:19|20)[0-9]{2})");
    private static final Pattern INSIDE =
            Pattern.compile("(?<![0-9])" + YEAR.replace(")?\\s*)", ")\\s*)") + PART + "?");

    /// The whole text as a period; empty if it is none. A year alone is one.
    public static Optional<SpokenPeriod> read(String text) {
        String folded = Cursor.fold(text);
        Optional<Period> written = Period.read(folded);
        if (written.isPresent()) {
            Span span = written.get().span();
            return Optional.of(new SpokenPeriod(OptionalInt.of(span.year()), span.first(), span.last(), false));
        }
        for (Pattern each : new Pattern[] {WITH_YEAR, WITHOUT_YEAR, QUARTER_FIRST}) {
            Matcher m = each.matcher(folded);
            if (m.matches()) {
                return of(m);
            }
        }
        return Optional.empty();
    }

    /// The first period with its year inside a longer text: 办公室2022年上半年统计表.
    public static Optional<SpokenPeriod> find(String text) {
        Matcher m = INSIDE.matcher(Cursor.fold(text));
        return m.find() ? of(m) : Optional.empty();
    }

    private static Optional<SpokenPeriod> of(Matcher m) {
        OptionalInt year = named(m, "year").stream().mapToInt(Integer::parseInt).findFirst();
        Optional<String> quarter = named(m, "quarter").or(() -> named(m, "q"));
        if (quarter.isPresent()) {
            int number = digit(quarter.get());
            return Optional.of(new SpokenPeriod(year, number * 3 - 2, number * 3, false));
        }
        Optional<String> half = named(m, "half").or(() -> named(m, "h"));
        if (half.isPresent()) {
            boolean first = half.get().equals("上") || half.get().equals("1");
            return Optional.of(new SpokenPeriod(year, first ? 1 : 7, first ? 6 : 12, false));
        }
        Optional<String> quarters = named(m, "quarters");
        if (quarters.isPresent()) {
            return toDate(year, digit(quarters.get()) * 3);
        }
        if (named(m, "from").isPresent()) {
            int from = Integer.parseInt(named(m, "from").orElseThrow());
            int to = Integer.parseInt(named(m, "to").orElseThrow());
            return range(year, from, to);
        }
        Optional<Integer> month =
                named(m, "month").map(Integer::valueOf).or(() -> named(m, "han").map(SpokenPeriod::digit));
        return Optional.of(month.map(each -> new SpokenPeriod(year, each, each, false))
                .orElseGet(() -> new SpokenPeriod(year, 1, 12, false)));
    }

    private static Optional<String> named(Matcher m, String group) {
        return m.namedGroups().containsKey(group) ? Optional.ofNullable(m.group(group)) : Optional.empty();
    }

    private static int digit(String text) {
        if (text.startsWith("十")) {
            return text.length() == 1 ? 10 : 10 + digit(text.substring(1));
        }
        int han = "零一二三四五六七八九".indexOf(text);
        return text.equals("两") ? 2 : han > 0 ? han : Integer.parseInt(text);
    }

    private static Optional<SpokenPeriod> range(OptionalInt year, int from, int to) {
        boolean sound = from >= 1 && to <= 12 && from <= to;
        if (!sound) {
            return Optional.empty();
        }
        Span span = new Span(year.orElse(2000), from, to);
        return Period.ofSpan(span).isPresent()
                ? Optional.of(new SpokenPeriod(year, from, to, false))
                : from == 1 ? toDate(year, to) : Optional.empty();
    }

    /// January to this month, as a figure to date of the last month or quarter.
    private static Optional<SpokenPeriod> toDate(OptionalInt year, int month) {
        return Optional.of(
                month == 6
                        ? new SpokenPeriod(year, 1, 6, false)
                        : new SpokenPeriod(year, month % 3 == 0 ? month - 2 : month, month, true));
    }

    /// The period, in its own year or else the one given; empty without any.
    public Optional<Period> in(OptionalInt otherwise) {
        OptionalInt known = year.isPresent() ? year : otherwise;
        return known.isPresent() ? Period.ofSpan(new Span(known.getAsInt(), first, last)) : Optional.empty();
    }

    /// Whether it is only a year, which may be the frame of another period.
    public boolean isYear() {
        return first == 1 && last == 12;
    }
}
