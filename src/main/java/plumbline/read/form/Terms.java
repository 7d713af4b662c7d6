package plumbline.read.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Classification.Category;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.Metric;
import plumbline.Name;
import plumbline.Nearest;
import plumbline.read.SpokenPeriod;

/// Understands single cells of headers and titles by what the catalogue and the departments are called. Exact names
/// only: what merely resembles one is asked about. Immutable.
final class Terms {
    private static final Set<String> TOTALS =
            Set.of("合计", "总计", "小计", "共计", "总合计", "全局合计", "total", "Total", "TOTAL", "subtotal", "Subtotal");
    private static final Set<String> SERIALS = Set.of("序号", "编号", "行次", "No.", "No", "NO", "NO.", "#");
    /// Further names of side columns, of which a table may have two for one thing (年度 and 月份, a code and a name).
    private static final Map<String, Field> LABELS = Map.ofEntries(
            Map.entry("部门名称", Field.DEPARTMENT),
            Map.entry("单位名称", Field.DEPARTMENT),
            Map.entry("科室名称", Field.DEPARTMENT),
            Map.entry("机构名称", Field.DEPARTMENT),
            Map.entry("年度", Field.PERIOD),
            Map.entry("年份", Field.PERIOD),
            Map.entry("季度", Field.PERIOD),
            Map.entry("月份", Field.PERIOD),
            Map.entry("月度", Field.PERIOD));
    private static final Map<String, Basis> BASES = Map.ofEntries(
            Map.entry("累计", Basis.TO_DATE),
            Map.entry("累计数", Basis.TO_DATE),
            Map.entry("本年累计", Basis.TO_DATE),
            Map.entry("年初累计", Basis.TO_DATE),
            Map.entry("当期", Basis.IN_PERIOD),
            Map.entry("本期", Basis.IN_PERIOD),
            Map.entry("本期数", Basis.IN_PERIOD),
            Map.entry("本月", Basis.IN_PERIOD),
            Map.entry("本月数", Basis.IN_PERIOD),
            Map.entry("本季度", Basis.IN_PERIOD),
            Map.entry("期末", Basis.AT_END),
            Map.entry("期末数", Basis.AT_END));
    private static final Pattern MEASURED =
            Pattern.compile("(.+?)[（(\\[【](?:计量)?(?:单位[:：])?([^（(\\[【）)\\]】]+(?:[（(]次[）)])?)[）)\\]】]");
    private static final Pattern TWO = Pattern.compile("(.+?)\\s*[-—–/：:·_|]\\s*(.+)");
    private static final Pattern PART_OF = Pattern.compile("^其中[:：、]\\s*");
    private static final Pattern NAMED_PART = Pattern.compile("(?:党内|行政|政务)");

    private final Catalog catalog;
    private final DepartmentTree tree;
    private final Mapping mapping;
    private final boolean blanksCount;
    private final List<Nearest.Choice> choices = new ArrayList<>();

    Terms(Known known) {
        this.catalog = known.catalog();
        this.tree = known.tree();
        this.mapping = known.mapping();
        this.blanksCount = known.blanksCount();
        catalog.metrics()
                .forEach(each -> choices.add(Nearest.Choice.of(each.code(), each.name(), each.surfaceForms())));
        for (Field field : List.of(Field.DEPARTMENT, Field.PERIOD, Field.METRIC, Field.CATEGORY, Field.VALUE)) {
            choices.add(new Nearest.Choice(field.word(), new Name(zh(field), field.word()), field.names()));
        }
        tree.all().forEach(each -> choices.add(Nearest.Choice.of(each.code(), each.name(), List.of())));
    }

    static String zh(Field field) {
        return switch (field) {
            case DEPARTMENT -> "部门";
            case PERIOD -> "期间";
            case METRIC -> "指标";
            case CATEGORY -> "分类";
            case VALUE -> "数值";
            default -> field.word();
        };
    }

    /// The text of a header cell as a question quotes it and an answer names it.
    static String header(List<String> parts) {
        return String.join("|", parts.stream().map(Terms::plain).toList());
    }

    /// Without line breaks and blanks at the ends.
    static String plain(String text) {
        return text.replaceAll("[\\r\\n]+", "").strip();
    }

    List<Nearest.Choice> near(String text) {
        return Nearest.of(MEASURED.matcher(plain(text)).replaceFirst("$1"), choices);
    }

    static boolean isTotal(String text) {
        return TOTALS.contains(plain(text).replaceAll("[\\s\\u3000]+", ""));
    }

    /// What the cells of a header, from the top down, say together; [Meaning#NONE] if one of them is not understood,
    /// save a mere heading over a metric.
    Meaning of(List<String> parts) {
        Optional<String> answer = mapping.answer(header(parts));
        if (answer.isEmpty()) {
            return all(parts);
        }
        if (answer.get().equals(Mapping.NOT_READ)) {
            return Meaning.IGNORED;
        }
        Meaning meaning = meant(answer.get());
        return measure(parts)
                .filter(_ -> meaning.isValue())
                .map(each -> measured(meaning, each))
                .orElse(meaning);
    }

    /// What an answer says: a name, or names with `|` between.
    Meaning meant(String answer) {
        return all(List.of(answer.split("\\|", -1)));
    }

    boolean blanksCount() {
        return blanksCount;
    }

    boolean isDepartment(String text) {
        return tree.find(text).isPresent();
    }

    /// The unit in brackets at the end of a header cell, from the lowest one up.
    Optional<Meaning.Measure> measure(List<String> parts) {
        return parts.reversed().stream()
                .map(each -> MEASURED.matcher(plain(each)))
                .filter(Matcher::matches)
                .flatMap(each -> measure(each.group(2)).stream())
                .findFirst();
    }

    /// The text without a unit in brackets behind it.
    String withoutMeasure(String text) {
        Matcher measured = MEASURED.matcher(text);
        return measured.matches() && measure(measured.group(2)).isPresent() ? measured.group(1) : text;
    }

    private Meaning all(List<String> parts) {
        Meaning together = Meaning.NONE;
        boolean heading = false;
        for (String part : parts) {
            Meaning next = one(part, together);
            heading |= next.isNothing();
            together = together.with(next);
        }
        boolean understood = !heading
                || (together.metric().isPresent()
                        && !one(parts.getLast(), Meaning.NONE).isNothing());
        return understood ? together : Meaning.NONE;
    }

    /// What the text says below a metric: a category of it.
    Meaning below(Meaning metric, String text) {
        Meaning meaning = one(text, metric);
        return meaning.category().isPresent() ? metric.with(meaning) : Meaning.NONE;
    }

    Optional<Basis> basis(String text) {
        return Optional.ofNullable(BASES.get(plain(text)));
    }

    /// @param above what the cells above have said
    private Meaning one(String text, Meaning above) {
        for (String spelling : spellings(text)) {
            Meaning meaning = exactly(spelling, above);
            if (!meaning.isNothing()) {
                return meaning;
            }
        }
        return composed(plain(text), above);
    }

    private Meaning exactly(String text, Meaning above) {
        if (isTotal(text)) {
            return Meaning.TOTAL;
        }
        if (SERIALS.contains(text) || LastValue.isHeader(text)) {
            return Meaning.IGNORED;
        }
        Optional<Category> category = above.metric().flatMap(metric -> catalog.findCategory(metric, text));
        if (category.isPresent()) {
            return Meaning.of(category.get());
        }
        Optional<Meaning> metric = metric(text, Meaning.Measure.NONE);
        if (metric.isPresent()) {
            return metric.get();
        }
        Optional<Field> field = Field.named(text).or(() -> Optional.ofNullable(LABELS.get(text)));
        if (field.isPresent()) {
            return Meaning.of(field.get());
        }
        Optional<SpokenPeriod> period = SpokenPeriod.read(text);
        if (period.isPresent()) {
            return Meaning.of(period.get());
        }
        Basis basis = BASES.get(text);
        if (basis != null) {
            return Meaning.of(basis);
        }
        return tree.find(text).map(Department::code).map(Meaning::ofDepartment).orElse(Meaning.NONE);
    }

    /// A metric by one of its names. A name that is that of a part (记过 of the sanctions) means the part; empty where
    /// it may be several parts.
    private Optional<Meaning> metric(String text, Meaning.Measure measure) {
        Optional<Metric> found = catalog.findMetric(text);
        if (found.isEmpty()
                || found.get().code().equals(text)
                || found.get().name().zh().equals(text)) {
            return found.map(metric -> Meaning.of(metric, Optional.empty(), measure));
        }
        String bare = NAMED_PART.matcher(text).replaceFirst("");
        List<Category> parts = catalog.categoriesOf(found.get()).stream()
                .filter(each ->
                        each.name().zh().equals(text) || each.name().zh().equals(bare))
                .toList();
        return parts.size() > 1
                ? Optional.empty()
                : Optional.of(Meaning.of(found.get(), parts.stream().findFirst(), measure));
    }

    /// A metric with its unit in brackets, or two names with a sign between: 党纪处分-警告.
    private Meaning composed(String text, Meaning above) {
        Matcher measured = MEASURED.matcher(text);
        if (measured.matches()) {
            Optional<Meaning.Measure> measure = measure(measured.group(2));
            for (String spelling : spellings(measured.group(1))) {
                Optional<Meaning> metric = measure.flatMap(each -> metric(spelling, each));
                if (metric.isPresent()) {
                    return metric.get();
                }
            }
            Meaning inner = measure.isPresent() ? exactly(measured.group(1).strip(), above) : Meaning.NONE;
            return measure.map(each -> inner.isNothing() || inner.field().isPresent() ? inner : measured(inner, each))
                    .orElse(Meaning.NONE);
        }
        Matcher two = TWO.matcher(text);
        if (two.matches()) {
            Meaning first = exactly(two.group(1).strip(), above);
            Meaning second = exactly(two.group(2).strip(), above.with(first));
            boolean both = first.isValue() && (second.isValue() || second.total());
            boolean different = first.axes().stream().noneMatch(second.axes()::contains);
            if (both && different && first.with(second).metric().isPresent()) {
                return first.with(second);
            }
        }
        return Meaning.NONE;
    }

    private static Meaning measured(Meaning inner, Meaning.Measure measure) {
        return new Meaning(
                inner.field(),
                inner.metric(),
                inner.category(),
                inner.period(),
                inner.department(),
                inner.basis(),
                measure.unit(),
                measure.scale(),
                inner.total(),
                inner.ignored());
    }

    /// 件, 万件, 万元; empty if no unit stands there.
    Optional<Meaning.Measure> measure(String text) {
        String word = plain(text);
        if (catalog.unit(word).isPresent()) {
            return Optional.of(new Meaning.Measure(word, ""));
        }
        boolean scaled = word.startsWith("万") || word.startsWith("亿");
        String unit = scaled ? word.substring(1) : word;
        return scaled && (unit.isEmpty() || catalog.unit(unit).isPresent())
                ? Optional.of(new Meaning.Measure(unit, word.substring(0, 1)))
                : Optional.empty();
    }

    /// The department of that name, however it is spaced; the text itself where there is none.
    String department(String text) {
        return spellings(text).stream()
                .filter(each -> tree.find(each).isPresent())
                .findFirst()
                .orElse(text);
    }

    /// The code of the department of that name; the text itself where there is none.
    String code(String text) {
        return tree.find(department(text)).map(Department::code).orElse(text);
    }

    /// The department whose name the text begins with; the longest such name.
    Optional<String> departmentAtStart(String text) {
        return tree.all().stream()
                .map(each -> each.name().zh())
                .filter(name -> name.length() > 1
                        && text.startsWith(name)
                        && tree.find(name).isPresent())
                .max(java.util.Comparator.comparingInt(String::length));
    }

    /// The one metric whose Chinese name stands in the text.
    Optional<Metric> metricInside(String text) {
        List<Metric> named = catalog.metrics().stream()
                .filter(each -> text.contains(each.name().zh())
                        || each.surfaceForms().stream()
                                .anyMatch(form -> form.length() > 2
                                        && text.contains(form)
                                        && catalog.findMetric(form).isPresent()))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /// The text as it stands, without inner blanks, and with brackets of either width.
    private static Set<String> spellings(String text) {
        String plain = PART_OF.matcher(plain(text)).replaceFirst("");
        String tight = plain.replaceAll("[\\s\\u3000]+", "");
        Set<String> spellings = new LinkedHashSet<>(List.of(plain, tight));
        spellings.add(tight.replace('(', '（').replace(')', '）'));
        spellings.add(tight.replace('（', '(').replace('）', ')'));
        return spellings;
    }
}
