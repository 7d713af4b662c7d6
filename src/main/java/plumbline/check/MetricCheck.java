package plumbline.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import plumbline.Catalog;
import plumbline.Direction;
import plumbline.Field;
import plumbline.Finding;
import plumbline.Metric;
import plumbline.MetricVersion;
import plumbline.Name;
import plumbline.Row;

/// Checks the rows of one metrics form. A field without a column stays as it is. Not thread-safe.
public final class MetricCheck {
    private static final Pattern BETWEEN = Pattern.compile("[;；\\n]");
    private static final int LONGEST = 60;

    private final Catalog shipped;
    private final Catalog now;
    private final Subjects subjects;
    private final Map<String, Integer> firstLines = new HashMap<>();

    /// @param shipped the catalogue as the program has it, which says what can never be judged
    /// @param now as the organisation speaks of it
    public MetricCheck(Catalog shipped, Catalog now) {
        this.shipped = shipped;
        this.now = now;
        this.subjects = new Subjects(now);
    }

    /// A row that passed, and how its metric stands without it.
    public record Checked(MetricVersion before, MetricVersion version) {}

    /// What the row says; empty, with at least one error, where it is at fault.
    public Optional<Checked> check(String file, Row source, Consumer<Finding> findings) {
        Faults row = new Faults(file, source, findings);
        if (row.field(Field.METRIC).isEmpty()) {
            row.missing(Field.METRIC, "a metric's code or name", "指标", "metric");
            return Optional.empty();
        }
        Optional<Metric> found = subjects.metric(row);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Metric metric = found.get();
        repeated(row, metric);
        Name name = name(row, metric);
        MetricVersion version = new MetricVersion(
                metric.code(),
                name,
                direction(row, metric),
                withFormer(row, metric, name, aliases(row, metric)),
                changed(row, metric));
        return row.any() ? Optional.empty() : Optional.of(new Checked(MetricVersion.of(metric), version));
    }

    private void repeated(Faults row, Metric metric) {
        Integer first = firstLines.putIfAbsent(metric.code(), row.row().line());
        if (first != null) {
            row.error(
                    Field.METRIC,
                    "duplicate_key",
                    "one row for it (line %d is the first)".formatted(first),
                    "与第%d行重复（%s）。".formatted(first, metric.code()),
                    "repeats line %d (%s).".formatted(first, metric.code()));
        }
    }

    private Name name(Faults row, Metric metric) {
        String zh = row.field(Field.NAME_ZH);
        String en = row.row().has(Field.NAME_EN)
                ? row.field(Field.NAME_EN)
                : metric.name().en();
        if (zh.isEmpty()) {
            row.missing(Field.NAME_ZH, "a name", "指标名称", "metric's name");
            return metric.name();
        }
        named(row, Field.NAME_ZH, zh, metric);
        if (!en.isEmpty() && !en.equals(zh)) {
            named(row, Field.NAME_EN, en, metric);
        }
        return new Name(zh, en.isEmpty() ? zh : en);
    }

    /// A name of two metrics would find neither of them in a form.
    private void named(Faults row, Field at, String name, Metric metric) {
        if (name.codePointCount(0, name.length()) > LONGEST && at == Field.ALIASES) {
            row.error(
                    at,
                    "long_alias",
                    name,
                    "at most %d characters".formatted(LONGEST),
                    "别名“%s”过长，最多%d字。".formatted(Finding.brief(name), LONGEST),
                    "the alias “%s” is longer than %d characters.".formatted(Finding.brief(name), LONGEST));
        }
        now.findMetric(name)
                .filter(other -> !other.code().equals(metric.code()))
                .ifPresent(other -> row.error(
                        at,
                        "name_taken",
                        name,
                        "a name that no other metric has",
                        "“%s”已是%s（%s）的名称或别名；两个指标同名，表中就认不出是哪一个。"
                                .formatted(Finding.brief(name), other.name().zh(), other.code()),
                        "“%s” is a name of %s (%s) already; forms could not tell the two apart."
                                .formatted(Finding.brief(name), other.name().en(), other.code())));
    }

    private Direction direction(Faults row, Metric metric) {
        Optional<Direction> said = row.worded(Field.DIRECTION, Direction.class, metric.direction(), "方向");
        boolean locked =
                shipped.metric(metric.code()).map(Metric::isNeverJudged).orElse(false);
        if (locked && said.equals(Optional.of(Direction.MORE))) {
            row.error(
                    Field.DIRECTION,
                    "direction_locked",
                    Direction.NEUTRAL.word(),
                    "处分、线索案件、信访和涉及个人的指标没有好坏之分，方向只能是neutral。",
                    "sanctions, leads, cases, petitions and what concerns persons have no better or worse; the"
                            + " direction stays neutral.");
        }
        return said.orElse(metric.direction());
    }

    private List<String> aliases(Faults row, Metric metric) {
        if (!row.row().has(Field.ALIASES)) {
            return metric.surfaceForms();
        }
        Set<String> aliases = new LinkedHashSet<>();
        for (String each : parts(row.field(Field.ALIASES))) {
            aliases.add(each);
            named(row, Field.ALIASES, each, metric);
        }
        return List.copyOf(aliases);
    }

    /// A metric that is renamed is still found by its former name, in the forms that are under way.
    private static List<String> withFormer(Faults row, Metric metric, Name name, List<String> aliases) {
        Set<String> all = new LinkedHashSet<>(aliases);
        Name former = metric.name();
        if (!former.zh().equals(name.zh()) && all.add(former.zh())) {
            row.warning(
                    Field.NAME_ZH,
                    "former_name_kept",
                    "nothing; a later row may leave the alias out",
                    "原名“%s”留作别名，照旧表填报的也能认出。".formatted(former.zh()),
                    "the former name “%s” stays as an alias, so that forms under way are understood."
                            .formatted(former.zh()));
        }
        if (!former.en().equals(name.en())) {
            all.add(former.en());
        }
        return List.copyOf(all);
    }

    private static List<LocalDate> changed(Faults row, Metric metric) {
        if (!row.row().has(Field.CHANGED)) {
            return metric.changed();
        }
        Set<LocalDate> days = new TreeSet<>();
        for (String each : parts(row.field(Field.CHANGED))) {
            Dates.read(each).ifPresentOrElse(days::add, () -> Dates.bad(row, Field.CHANGED, each));
        }
        return List.copyOf(days);
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (String each : BETWEEN.split(text)) {
            if (!each.isBlank()) {
                parts.add(each.strip());
            }
        }
        return parts;
    }
}
