package plumbline.serve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import plumbline.FigureKey;
import plumbline.Kind;
import plumbline.Method;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Receipt;
import plumbline.RecordedFigure;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;
import plumbline.Target;
import plumbline.Vintage;
import plumbline.analyse.question.Question;
import plumbline.analyse.question.Questions;
import plumbline.ledger.Ledger;
import plumbline.ledger.LedgerException;
import plumbline.ledger.RecordedTarget;

/// Which stated values are worth a second look: the questions of [Questions], asked of what is on record, of a file's
/// values too. Thread-safe.
public final class Doubts {
    /// What was stated earlier says little of what is usual today.
    private static final int YEARS = 6;

    /// As many as a person reads of one file.
    private static final int MOST_LISTED = 50;

    private static final Set<Kind> COUNTS = EnumSet.of(Kind.FLOW, Kind.PERSONS, Kind.STOCK);

    private final Catalog catalog;
    private final Ledger ledger;

    /// @param ledger that the values are in; while a file is tried, the one that goes with the trial
    public Doubts(Catalog catalog, Ledger ledger) {
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
                cells(metric, departments, last.year() - YEARS, last.year(), vintage)
                        .values()
                        .forEach(series -> found.addAll(about(metric, series, asked, vintage)));
            }
        }
        return List.copyOf(found);
    }

    /// What the files have raised that were taken in, in their order; what somebody has answered is not asked again.
    public List<Raised> raised(List<Receipt> receipts) {
        Vintage vintage = ledger.newest();
        Set<String> answered = ledger.decisions().dismissals(vintage).keySet();
        return receipts.stream()
                .map(each -> raised(each.brought(), vintage, answered))
                .toList();
    }

    /// As [#raised], and nothing where the ledger cannot be read: what was taken in stays taken in.
    public List<Raised> raisedIfReadable(List<Receipt> receipts) {
        try {
            return raised(receipts);
        } catch (LedgerException broken) {
            return receipts.stream()
                    .map(each -> new Raised(List.of(), 0, 0, each.brought().count()))
                    .toList();
        }
    }

    private Raised raised(Receipt.Brought brought, Vintage vintage, Set<String> answered) {
        List<Question> found = of(brought.keys(), vintage).stream()
                .filter(each -> !answered.contains(each.key()))
                .sorted(Comparator.comparingInt(each -> MOST_TELLING.indexOf(each.kind())))
                .toList();
        List<Question> listed = found.subList(0, Math.min(found.size(), MOST_LISTED));
        Map<Long, RecordedFigure> figures = ledger.figures()
                .all(
                        listed.stream()
                                .flatMap(each -> figure(each).stream())
                                .distinct()
                                .toList(),
                        vintage);
        List<Raised.Asked> asked = listed.stream()
                .map(each -> new Raised.Asked(
                        each,
                        metric(each),
                        figure(each)
                                .flatMap(id -> Optional.ofNullable(figures.get(id)))
                                .map(RecordedFigure::figure)
                                .map(figure -> figure.formPlace().orElse(figure.place()))))
                .toList();
        return new Raised(asked, found.size(), brought.keys().size(), brought.count());
    }

    private Metric metric(Question question) {
        return catalog.metric(question.cells().getLast().key().metric()).orElseThrow();
    }

    /// The figure that is asked about: of several the newest.
    private static Optional<Long> figure(Question question) {
        return question.cells().getLast().figures().stream().max(Comparator.naturalOrder());
    }

    private record Asked(SeriesKey key, Span span) {}

    private List<Question> of(List<FigureKey> keys, Vintage vintage) {
        Map<String, Set<Asked>> byMetric = new LinkedHashMap<>();
        keys.stream()
                .filter(key -> key.range().isEmpty() && key.category().isEmpty())
                .forEach(key -> byMetric.computeIfAbsent(key.metric(), _ -> new LinkedHashSet<>())
                        .add(new Asked(
                                new SeriesKey(key.department(), key.metric(), key.category(), key.scope()),
                                key.period().span(key.basis()))));
        List<Question> found = new ArrayList<>();
        byMetric.forEach((code, asked) -> catalog.metric(code)
                .filter(metric -> COUNTS.contains(metric.kind()))
                .ifPresent(metric -> found.addAll(of(metric, asked, vintage))));
        return found;
    }

    private List<Question> of(Metric metric, Set<Asked> asked, Vintage vintage) {
        Set<String> departments = new TreeSet<>();
        asked.forEach(each -> departments.add(each.key().department()));
        IntSummaryStatistics years =
                asked.stream().mapToInt(each -> each.span().year()).summaryStatistics();
        List<Question> found = new ArrayList<>();
        cells(metric, departments, years.getMin() - YEARS, years.getMax(), vintage)
                .values()
                .forEach(series -> found.addAll(
                        about(metric, series, cell -> asked.contains(new Asked(cell.key(), cell.span())), vintage)));
        return found;
    }

    /// What is stated of the metric as a whole in these years, by series.
    private Map<SeriesKey, Map<Span, Cell>> cells(
            Metric metric, Set<String> departments, int from, int to, Vintage vintage) {
        Map<SeriesKey, Map<Span, Cell>> series = new LinkedHashMap<>();
        int first = Math.max(Period.EARLIEST, from);
        ledger.cells(vintage, metric.code(), List.of(Optional.empty()), departments, first, to).stream()
                .filter(cell -> cell.method() == Method.STATED)
                .forEach(cell ->
                        series.computeIfAbsent(cell.key(), _ -> new HashMap<>()).put(cell.span(), cell));
        return series;
    }

    private List<Question> about(Metric metric, Map<Span, Cell> series, Predicate<Cell> asked, Vintage vintage) {
        if (series.values().stream().noneMatch(asked)) {
            return List.of();
        }
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

    /// In which order they are listed where there are many, as on the page of data quality.
    private static final List<Question.Kind> MOST_TELLING = List.of(
            Question.Kind.TO_DATE_FALLS,
            Question.Kind.UNIT_SLIP,
            Question.Kind.OUTSIDE_HISTORY,
            Question.Kind.SUM_TO_TARGET,
            Question.Kind.DIGIT_HEAPING,
            Question.Kind.IDENTICAL_TO_LAST);

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
