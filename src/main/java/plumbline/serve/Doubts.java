package plumbline.serve;

import io.vertx.core.json.JsonArray;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Kind;
import plumbline.Method;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Preview;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;
import plumbline.Target;
import plumbline.Vintage;
import plumbline.analyse.question.Question;
import plumbline.analyse.question.Questions;
import plumbline.ledger.Ledger;
import plumbline.ledger.RecordedTarget;

/// Which stated values are worth a second look: the questions of [Questions], asked of what is on record or of what a
/// file would bring. Thread-safe.
final class Doubts {
    /// What was stated earlier says little of what is usual today.
    private static final int YEARS = 6;

    private static final int MOST_FORESEEN = 50;

    private static final Set<Kind> COUNTS = EnumSet.of(Kind.FLOW, Kind.PERSONS, Kind.STOCK);

    private final Catalog catalog;
    private final Ledger ledger;

    Doubts(Catalog catalog, Ledger ledger) {
        this.catalog = catalog;
        this.ledger = ledger;
    }

    /// The questions about values that end within the periods, of the departments, by metric, department and time.
    List<Question> of(Set<String> departments, List<Period> periods, Vintage vintage) {
        if (periods.isEmpty()) {
            return List.of();
        }
        Period last = periods.getLast();
        Predicate<Cell> asked =
                cell -> !cell.span().end().isBefore(periods.getFirst().start())
                        && !cell.span().end().isAfter(last.end());
        Set<String> held = ledger.extent().holders(vintage).keySet();
        List<Question> found = new ArrayList<>();
        for (Metric metric : catalog.metrics()) {
            if (held.contains(metric.code()) && COUNTS.contains(metric.kind())) {
                cells(metric, departments, last.year(), vintage)
                        .values()
                        .forEach(series -> found.addAll(about(metric, series, asked, vintage)));
            }
        }
        return List.copyOf(found);
    }

    /// What a preview tells of the values that a file would bring, as many as a person reads.
    JsonArray foreseen(Preview preview) {
        List<Question> found = of(preview.cells(), ledger.newest());
        return CatalogJson.array(
                found.subList(0, Math.min(found.size(), MOST_FORESEEN)),
                each -> QuestionJson.question(
                        each,
                        catalog.metric(each.cells().getLast().key().metric()).orElseThrow(),
                        Optional.empty()));
    }

    /// The questions about what a file would bring, each value beside what is on record and what else the file says.
    List<Question> of(Collection<Preview.Change> changes, Vintage vintage) {
        Map<String, List<Cell>> stated = new LinkedHashMap<>();
        changes.stream()
                .flatMap(each -> each.after().stream())
                .filter(cell -> cell.method() == Method.STATED)
                .forEach(cell -> stated.computeIfAbsent(cell.key().metric(), _ -> new ArrayList<>())
                        .add(cell));
        List<Question> found = new ArrayList<>();
        stated.forEach((code, fresh) -> catalog.metric(code)
                .filter(metric -> COUNTS.contains(metric.kind()))
                .ifPresent(metric -> foreseen(metric, fresh, vintage, found)));
        return List.copyOf(found);
    }

    private void foreseen(Metric metric, List<Cell> fresh, Vintage vintage, List<Question> found) {
        Set<String> departments = new TreeSet<>();
        fresh.forEach(each -> departments.add(each.key().department()));
        int year = fresh.stream().mapToInt(each -> each.span().year()).max().orElseThrow();
        Map<SeriesKey, Map<Span, Cell>> known = cells(metric, departments, year, vintage);
        fresh.stream()
                .filter(each -> each.key().category().isEmpty())
                .forEach(each ->
                        known.computeIfAbsent(each.key(), _ -> new HashMap<>()).put(each.span(), each));
        known.values().forEach(series -> found.addAll(about(metric, series, fresh::contains, vintage)));
    }

    /// What is stated of the metric as a whole in the years up to one, by series.
    private Map<SeriesKey, Map<Span, Cell>> cells(Metric metric, Set<String> departments, int year, Vintage vintage) {
        Map<SeriesKey, Map<Span, Cell>> series = new LinkedHashMap<>();
        int from = Math.max(Period.EARLIEST, year - YEARS);
        ledger.cells(vintage, metric.code(), List.of(Optional.empty()), departments, from, year).stream()
                .filter(cell -> cell.method() == Method.STATED)
                .forEach(cell ->
                        series.computeIfAbsent(cell.key(), _ -> new HashMap<>()).put(cell.span(), cell));
        return series;
    }

    private List<Question> about(Metric metric, Map<Span, Cell> series, Predicate<Cell> asked, Vintage vintage) {
        List<Cell> all = series.values().stream().sorted(BY_TIME).toList();
        List<Question> found = new ArrayList<>();
        for (Cell cell : all) {
            if (asked.test(cell)) {
                Questions.about(cell, past(cell, all)).stream()
                        .filter(each -> metric.kind() != Kind.STOCK || each.kind() != Question.Kind.IDENTICAL_TO_LAST)
                        .forEach(found::add);
            }
        }
        if (metric.kind() != Kind.STOCK) {
            Questions.toDateFalls(all.stream()
                            .filter(each -> each.span().first() == 1)
                            .toList())
                    .stream()
                    .filter(each -> asked.test(each.cells().getLast()))
                    .forEach(found::add);
            Questions.digitHeaping(ofOneLength(all))
                    .filter(each -> asked.test(each.cells().getLast()))
                    .ifPresent(found::add);
            sums(all, asked, vintage).forEach(found::add);
        }
        return found;
    }

    private static final Comparator<Cell> BY_TIME = Comparator.<Cell, LocalDate>comparing(
                    cell -> cell.span().end())
            .thenComparingInt(cell -> cell.span().months());

    /// The values of earlier periods of the same length. Where the one just before is not known, that stands there, so
    /// that an older one is not taken for it.
    private static List<Cell> past(Cell cell, List<Cell> all) {
        List<Cell> past = new ArrayList<>(all.stream()
                .filter(each -> each.span().months() == cell.span().months()
                        && each.span().end().isBefore(cell.span().start()))
                .toList());
        Optional<Span> before =
                Period.ofSpan(cell.span()).map(each -> each.previous().span());
        boolean known =
                !past.isEmpty() && before.equals(Optional.of(past.getLast().span()));
        if (!past.isEmpty() && !known) {
            past.add(Cell.missing(cell.key(), before.orElse(cell.span()), State.NOT_MENTIONED, new Coverage(0, 1)));
        }
        return past;
    }

    /// The values of the length that most have, because a year holds its quarters.
    private static List<Cell> ofOneLength(List<Cell> all) {
        TreeMap<Integer, List<Cell>> byLength = new TreeMap<>();
        all.forEach(each -> byLength.computeIfAbsent(each.span().months(), _ -> new ArrayList<>())
                .add(each));
        return byLength.values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    /// Parts that add up to just what is asked of their whole.
    private List<Question> sums(List<Cell> all, Predicate<Cell> asked, Vintage vintage) {
        if (all.isEmpty()) {
            return List.of();
        }
        SeriesKey key = all.getFirst().key();
        List<Question> found = new ArrayList<>();
        for (RecordedTarget each : ledger.decisions().targets(vintage)) {
            Target target = each.target();
            if (target.metric().equals(key.metric()) && target.department().equals(key.department())) {
                for (int months : new int[] {1, 3, 6}) {
                    List<Cell> parts = parts(all, target.period().span(), months);
                    if (!parts.isEmpty() && asked.test(parts.getLast())) {
                        Questions.sumToTarget(parts, target.least()).ifPresent(found::add);
                    }
                }
            }
        }
        return found;
    }

    /// The values of one length that make the whole; none if one is missing.
    private static List<Cell> parts(List<Cell> all, Span whole, int months) {
        List<Cell> parts = all.stream()
                .filter(each -> each.span().months() == months && whole.contains(each.span()))
                .toList();
        return parts.size() * months == whole.months() ? parts : List.of();
    }
}
