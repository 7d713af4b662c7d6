package plumbline.serve;

import io.vertx.core.json.JsonArray;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.Catalog;
import plumbline.Deadline;
import plumbline.DepartmentTree;
import plumbline.FormKind;
import plumbline.Hierarchy;
import plumbline.Metric;
import plumbline.Mode;
import plumbline.Period;
import plumbline.Reorganisation;
import plumbline.Span;
import plumbline.Vintage;
import plumbline.Worded;
import plumbline.extract.CsvRows;
import plumbline.extract.Rows;
import plumbline.ledger.History.Said;
import plumbline.ledger.Import;
import plumbline.ledger.Ledger;
import plumbline.ledger.LogEntry;
import plumbline.ledger.LogSelection;

/// What the page 管理 shows: metrics, departments, the reporting calendar and the log. Thread-safe.
final class AdministrationHandler {
    private static final int MOST_LINES = 500;
    private static final int MOST_ENTRIES = 200;
    private static final int MOST_IN_CSV = 1_000_000;
    private static final List<String> COLUMNS = List.of(
            "number",
            "at",
            "actor",
            "act",
            "mode",
            "reason",
            "report",
            "file",
            "new",
            "changed",
            "same",
            "verdicts",
            "seal");
    private static final String DAY = "a day: 2022-03-01";

    private final Catalog shipped;
    private final Ledger ledger;
    private final View.Views views;

    AdministrationHandler(Catalog shipped, Ledger ledger, View.Views views) {
        this.shipped = shipped;
        this.ledger = ledger;
        this.views = views;
    }

    /// The dictionary, with where each metric is used.
    void metrics(Exchange exchange) {
        View view = views.of(exchange.parameters());
        exchange.parameters().check();
        Vintage vintage = view.vintage();
        if (exchange.isKnown(shipped.version(), vintage.seal())) {
            return;
        }
        Map<String, List<Long>> history = ledger.history().metrics(vintage);
        Map<Long, Import> imports = imports(history.values().stream().flatMap(List::stream));
        Map<String, Integer> figures = ledger.history().figures(vintage);
        Map<String, Set<String>> holders = ledger.extent().holders(vintage);
        Map<String, Set<Integer>> lengths = ledger.extent().lengths(vintage);
        JsonArray metrics = new JsonArray();
        for (Metric each : ledger.catalog(vintage).metrics()) {
            String code = each.code();
            metrics.add(AdministrationJson.metric(
                    each,
                    shipped.metric(code).orElse(each),
                    holders.getOrDefault(code, Set.of()),
                    lengths.getOrDefault(code, Set.of()),
                    figures.getOrDefault(code, 0),
                    AdministrationJson.who(history.get(code), imports)));
        }
        exchange.send(AdministrationJson.asOf(vintage).put("metrics", metrics));
    }

    /// The departments as they stood on a day, and all reorganisations.
    void departments(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        View view = views.of(parameters);
        LocalDate day = parameters.read("day", AdministrationHandler::day, DAY).orElse(view.today());
        parameters.check();
        Vintage vintage = view.vintage();
        if (exchange.isKnown(vintage.seal(), day)) {
            return;
        }
        DepartmentTree tree = ledger.departments(vintage);
        Hierarchy on = tree.asWasOn(day);
        Map<String, List<Long>> history = ledger.history().departments(vintage);
        List<Said<Reorganisation>> steps = ledger.history().reorganisations(vintage);
        Map<Long, Import> imports = imports(Stream.concat(
                history.values().stream().flatMap(List::stream),
                steps.stream()
                        .flatMap(each -> Stream.concat(Stream.of(each.importNumber()), each.withdrawn().stream()))));
        exchange.send(AdministrationJson.asOf(vintage)
                .put("day", day.toString())
                .put(
                        "departments",
                        CatalogJson.array(
                                tree.all(),
                                each -> AdministrationJson.department(
                                        each,
                                        tree,
                                        on,
                                        day,
                                        AdministrationJson.who(history.get(each.code()), imports))))
                .put("reorganisations", CatalogJson.array(steps, each -> AdministrationJson.step(each, imports))));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() < Period.EARLIEST || day.getYear() > 9999 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /// Who is expected to report what, and when.
    void calendar(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        View view = views.of(parameters);
        Vintage vintage = view.vintage();
        Choices choices = new Choices(parameters, ledger.catalog(vintage), ledger.departments(vintage));
        Set<String> departments = choices.departments("department", MOST_ENTRIES).stream()
                .map(each -> each.code())
                .collect(Collectors.toSet());
        Optional<Period> period = parameters.read("period", Period::read, Period.ACCEPTED);
        parameters.check();
        if (exchange.isKnown(vintage.seal())) {
            return;
        }
        List<Said<Deadline>> lines = ledger.history().deadlines(vintage).stream()
                .filter(each -> departments.isEmpty()
                        || departments.contains(each.what().department()))
                .filter(each -> period.isEmpty() || isWithin(each.what().period(), period.get()))
                .sorted(java.util.Comparator.comparing(
                                (Said<Deadline> each) -> each.what().due())
                        .reversed())
                .toList();
        List<Said<Deadline>> some = lines.subList(0, Math.min(lines.size(), MOST_LINES));
        Map<Long, Import> imports = imports(some.stream().map(Said::importNumber));
        Map<String, Map<Span, Instant>> came = came(some, vintage);
        exchange.send(AdministrationJson.asOf(vintage)
                .put("count", lines.size())
                .put(
                        "lines",
                        CatalogJson.array(
                                some,
                                each -> AdministrationJson.line(
                                        each,
                                        imports,
                                        Optional.ofNullable(came.getOrDefault(
                                                                each.what().department(), Map.of())
                                                        .get(each.what()
                                                                .period()
                                                                .span()))
                                                .map(views::day)))));
    }

    private static boolean isWithin(Period period, Period around) {
        return !period.start().isBefore(around.start()) && !period.end().isAfter(around.end());
    }

    private Map<String, Map<Span, Instant>> came(List<Said<Deadline>> lines, Vintage vintage) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        TreeSet<Integer> years = new TreeSet<>();
        Set<String> departments = new TreeSet<>();
        lines.forEach(each -> {
            years.add(each.what().period().year());
            departments.add(each.what().department());
        });
        return ledger.firstSubmissions(vintage, departments, years.first(), years.last());
    }

    /// Every import with who, when and why; the newest first, as many as a page holds.
    void log(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        View view = views.of(parameters);
        LogSelection selection = selection(parameters);
        parameters.check();
        if (exchange.isKnown(view.vintage().seal())) {
            return;
        }
        List<LogEntry> entries = ledger.history().log(selection, view.vintage(), MOST_ENTRIES);
        exchange.alternate(Twin.of(
                exchange,
                "/api/v1/administration/log.csv",
                "act",
                "mode",
                "actor",
                "q",
                "from",
                "until",
                "before",
                "as_of"));
        exchange.send(AdministrationJson.asOf(view.vintage())
                .put("count", ledger.history().logged(selection, view.vintage()))
                .put("entries", CatalogJson.array(entries, AdministrationJson::entry)));
    }

    /// The same as CSV, all of it.
    void logCsv(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        View view = views.of(parameters);
        LogSelection selection = selection(parameters);
        boolean mark = parameters.choice("bom", "0", "1").equals("1");
        parameters.check();
        if (exchange.isKnown(view.vintage().seal())) {
            return;
        }
        List<LogEntry> entries = ledger.history().log(selection, view.vintage(), MOST_IN_CSV);
        byte[] csv = PlainCsv.of(
                "log", COLUMNS, new CsvRows.Style(mark, true, false), rows -> entries.forEach(each -> row(each, rows)));
        exchange.response().putHeader("content-disposition", "attachment; filename=\"plumbline_log.csv\"");
        exchange.send("text/csv; charset=utf-8; header=present", csv);
    }

    private static void row(LogEntry entry, Rows row) {
        Import by = entry.by();
        row.number(by.number())
                .instant(by.sealedAt())
                .text(by.actor())
                .code(entry.act())
                .code(by.mode().word())
                .text(by.reason().orElse(""))
                .code(entry.report().map(file -> Ids.report(file.number())).orElse(""))
                .text(entry.report().map(LogEntry.Filed::name).orElse(""))
                .number(by.counts().fresh())
                .number(by.counts().changed())
                .number(by.counts().same())
                .code(entry.verdicts().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(said -> said.getKey() + "=" + said.getValue())
                        .collect(Collectors.joining(" ")))
                .code(entry.seal())
                .endRow();
    }

    private LogSelection selection(Parameters parameters) {
        List<String> acts = new ArrayList<>();
        List<String> known =
                new ArrayList<>(Stream.of(FormKind.values()).map(Worded::word).toList());
        known.add(LogEntry.REVIEW);
        known.add(LogEntry.DECISION);
        for (String each : parameters.list("act", known.size())) {
            if (known.contains(each)) {
                acts.add(each);
            } else {
                parameters.fault("act", each, String.join(", ", known));
            }
        }
        return new LogSelection(
                acts,
                parameters.word("mode", Mode.class),
                parameters.text("actor"),
                parameters.text("q"),
                parameters.read("from", AdministrationHandler::day, DAY).map(views::startOf),
                parameters.read("until", AdministrationHandler::day, DAY).map(each -> views.startOf(each.plusDays(1))),
                parameters.read(
                        "before",
                        text -> text.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(text)) : Optional.empty(),
                        "the number of an import"));
    }

    private Map<Long, Import> imports(Stream<Long> numbers) {
        return new HashMap<>(ledger.history().imports(numbers.collect(Collectors.toSet())));
    }
}
