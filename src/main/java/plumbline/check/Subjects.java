package plumbline.check;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import plumbline.Catalog;
import plumbline.Classification.Category;
import plumbline.Field;
import plumbline.Metric;
import plumbline.Nearest;
import plumbline.Span;

/// Finds the metric and the category a row names, by code or name.
final class Subjects {
    private final Catalog catalog;
    private final Suggestions metrics;
    private final Map<String, Suggestions> categories = new HashMap<>();

    Subjects(Catalog catalog) {
        this.catalog = catalog;
        this.metrics = new Suggestions(catalog.metrics().stream()
                .map(each -> Nearest.Choice.of(each.code(), each.name(), each.surfaceForms()))
                .toList());
    }

    /// The metric in the field; empty, with an error, where it is unknown or several metrics go by that name.
    Optional<Metric> metric(Faults row) {
        String text = row.field(Field.METRIC);
        if (text.isEmpty()) {
            row.missing(Field.METRIC, "a metric's code or name", "指标", "metric");
            return Optional.empty();
        }
        Optional<Metric> found = catalog.findMetric(text);
        if (found.isEmpty()) {
            noMetric(row, metrics.of(text));
        }
        return found;
    }

    private static void noMetric(Faults row, List<Nearest.Choice> near) {
        String wanted = row.field(Field.METRIC).toLowerCase(Locale.ROOT);
        List<Nearest.Choice> exact = near.stream()
                .filter(each -> each.names().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(wanted)))
                .toList();
        String what = row.quoted(Field.METRIC);
        boolean ambiguous = exact.size() > 1;
        List<Nearest.Choice> meant = ambiguous ? exact : near;
        row.error(
                Field.METRIC,
                ambiguous ? "ambiguous_metric" : "unknown_metric",
                Suggestions.codes(meant, "a metric's code or name"),
                (ambiguous ? "“%s”可指几个指标" : "没有“%s”这个指标").formatted(what) + Suggestions.zh(meant, "应填指标的代码或名称"),
                (ambiguous ? "“%s” may be several metrics" : "there is no metric “%s”").formatted(what)
                        + Suggestions.en(meant, "give a metric's code or name"));
    }

    /// The category in the field; empty where none is given and, with an error, where the metric has no such category.
    Optional<Category> category(Faults row, Metric metric) {
        String text = row.field(Field.CATEGORY);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Category> found = catalog.findCategory(metric, text);
        if (found.isEmpty()) {
            List<Category> named = catalog.categoriesOf(metric).stream()
                    .filter(each -> each.code().endsWith("." + text)
                            || each.name().zh().equals(text)
                            || each.name().en().equalsIgnoreCase(text))
                    .toList();
            if (named.isEmpty()) {
                noCategory(row, metric);
            } else {
                ambiguous(row, named);
            }
        }
        return found;
    }

    /// A remark if the category was not in use in the period. Older and newer words are not the same series, so nothing
    /// is turned into the other (DOMAIN §2.5).
    void inUse(Faults row, Metric metric, Category category, Span span) {
        if (isValid(category, span)) {
            return;
        }
        boolean over = category.validTo().map(day -> day.isBefore(span.start())).orElse(false);
        LocalDate day = (over ? category.validTo() : category.validFrom()).orElseThrow();
        String others = metric.schemes().stream()
                .filter(scheme -> catalog.categoriesOf(metric).stream()
                        .filter(each -> each.code().startsWith(scheme + "."))
                        .allMatch(each -> isValid(each, span)))
                .collect(joining(", "));
        String name = category.name().zh();
        row.warning(
                Field.CATEGORY,
                over ? "category_no_longer_used" : "category_not_yet_used",
                others.isEmpty() ? "an empty cell" : "a category of " + others,
                (over ? "分类“%s”只用到%s" : "分类“%s”自%s才开始使用").formatted(name, day) + "，与期间不符；已按所报收下，不换成别的分类，请核对。",
                (over ? "category “%s” was used until %s only" : "category “%s” is used since %s only")
                                .formatted(category.code(), day)
                        + ", which does not suit the period; it was taken as stated and not turned into another, please"
                        + " check.");
    }

    private static boolean isValid(Category category, Span span) {
        return category.validTo().map(day -> !day.isBefore(span.start())).orElse(true)
                && category.validFrom().map(day -> !day.isAfter(span.end())).orElse(true);
    }

    private void noCategory(Faults row, Metric metric) {
        String what = row.quoted(Field.CATEGORY);
        String zhMetric = metric.name().zh();
        if (metric.schemes().isEmpty()) {
            row.error(
                    Field.CATEGORY,
                    "category_without_scheme",
                    "an empty cell",
                    "指标“%s”不分类，分类应留空。".formatted(zhMetric),
                    "metric “%s” is not broken down; leave the category empty.".formatted(metric.code()));
            return;
        }
        List<Nearest.Choice> near = categories
                .computeIfAbsent(metric.code(), _ -> new Suggestions(choices(metric)))
                .of(row.field(Field.CATEGORY));
        String schemes = String.join(", ", metric.schemes());
        boolean foreign = catalog.category(row.field(Field.CATEGORY)).isPresent();
        row.error(
                Field.CATEGORY,
                foreign ? "category_of_another_metric" : "unknown_category",
                Suggestions.codes(near, "a category of " + schemes),
                (foreign ? "“%s”不是指标“%s”的分类" : "没有“%s”这个分类（指标“%s”）").formatted(what, zhMetric)
                        + Suggestions.zh(near, "可用%s中的分类".formatted(schemes)),
                (foreign ? "“%s” is no category of metric “%s”" : "there is no category “%s” (metric “%s”)")
                                .formatted(what, metric.code())
                        + Suggestions.en(near, "categories of %s are accepted".formatted(schemes)));
    }

    private List<Nearest.Choice> choices(Metric metric) {
        return catalog.categoriesOf(metric).stream()
                .map(each -> Nearest.Choice.of(
                        each.code(),
                        each.name(),
                        List.of(each.code().substring(each.code().indexOf('.') + 1))))
                .toList();
    }

    private static void ambiguous(Faults row, List<Category> named) {
        String codes = named.stream().map(Category::code).collect(joining(", "));
        row.error(
                Field.CATEGORY,
                "ambiguous_category",
                codes,
                "“%s”可指几个分类；请填代码：%s。".formatted(row.quoted(Field.CATEGORY), codes),
                "“%s” may be several categories; give the code: %s.".formatted(row.quoted(Field.CATEGORY), codes));
    }
}
