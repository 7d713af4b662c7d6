package plumbline.serve;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Metric;
import plumbline.Period;
import plumbline.Span;
import plumbline.State;
import plumbline.ledger.FigureSelection;
import plumbline.ledger.Ledger;

/// Figures as CSV, and how many there would be. Thread-safe.
///
/// An extract is read from the ledger in portions of some thousand rows. Between them nothing of the ledger is
/// held, so that a slow reader costs a thread and a portion of memory, but neither a connection nor a snapshot;
/// the vintage keeps the portions together.
final class ExtractHandler {
    private static final int MOST_DEPARTMENTS = 1000;
    private static final int FIRST_PORTION = 32;
    private static final long SMALL = 4_000;
    private static final long LARGE = 16_000;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneOffset.UTC);

    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;

    ExtractHandler(Catalog catalog, Ledger ledger, View.Views views) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
    }

    void count(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        View view = views.of(parameters);
        FigureSelection selection = selection(parameters, ledger.departments(view.vintage()));
        parameters.check();
        if (exchange.isKnown(catalog.version(), view.vintage().importNumber())) {
            return;
        }
        Map<State, Long> counts = new EnumMap<>(State.class);
        counts.putAll(ledger.countFigures(selection, view.vintage()));
        JsonObject states = new JsonObject();
        counts.forEach((state, count) -> states.put(state.word(), count));
        long rows = counts.values().stream().mapToLong(Long::longValue).sum();
        exchange.send(new JsonObject().put("rows", rows).put("states", states));
    }

    /// Runs on a thread of the extracts' own pool; see [Routes].
    void figures(Exchange exchange) {
        Parameters parameters = exchange.parameters();
        View view = views.of(parameters);
        DepartmentTree tree = ledger.departments(view.vintage());
        FigureSelection selection = selection(parameters, tree);
        boolean mark = parameters.choice("bom", "0", "1").equals("1");
        boolean safe = parameters.choice("safe", "1", "0").equals("1");
        boolean chinese = parameters.choice("lang", "zh", "en").equals("zh");
        parameters.check();
        if (exchange.isKnown(catalog.version(), view.vintage().importNumber())) {
            return;
        }
        Provenance provenance = new Provenance(ledger.reports(view.vintage()));
        FigureCsv rows = new FigureCsv(catalog, tree, provenance, view.vintage().sealedAt(), chinese);
        boolean gzip = exchange.acceptsGzip();
        exchange.startCoded(gzip);
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8; header=present")
                .putHeader("content-disposition", "attachment; filename=\"" + fileName(selection, view) + "\"");
        if (exchange.request().method().equals(HttpMethod.HEAD)) {
            exchange.response().end();
            return;
        }
        exchange.response().setChunked(true);
        try {
            ResponseStream plain = new ResponseStream(exchange.response());
            // Not closed by try-with-resources: an extract that failed must not get a proper end.
            OutputStream out = gzip ? Codings.gzip(plain) : plain;
            if (mark) {
                out.write(BYTE_ORDER_MARK);
            }
            out.write(FigureCsv.HEADER.getBytes(StandardCharsets.UTF_8));
            write(selection, tree, view, rows, new CsvWriter(safe), out);
            out.close();
            plain.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        exchange.response().end();
    }

    private void write(
            FigureSelection selection, DepartmentTree tree, View view, FigureCsv rows, CsvWriter csv, OutputStream out)
            throws IOException {
        List<String> departments = tree.all().stream()
                .map(Department::code)
                .filter(code -> selection.departments().isEmpty()
                        || selection.departments().contains(code))
                .toList();
        int size = FIRST_PORTION;
        for (Metric metric : catalog.metrics()) {
            if (!selection.metrics().isEmpty() && !selection.metrics().contains(metric.code())) {
                continue;
            }
            for (int from = 0; from < departments.size(); ) {
                int to = Math.min(departments.size(), from + size);
                FigureSelection portion = new FigureSelection(
                        Set.of(metric.code()),
                        Set.copyOf(departments.subList(from, to)),
                        selection.from(),
                        selection.to());
                AtomicLong count = new AtomicLong();
                ledger.eachFigure(portion, view.vintage(), figure -> {
                    rows.write(figure, csv);
                    count.incrementAndGet();
                });
                out.write(csv.take());
                from = to;
                size = next(size, count.get());
            }
        }
    }

    /// Portions grow while they are small and shrink where they became large.
    private static int next(int size, long rows) {
        return rows < SMALL ? Math.min(size * 2, MOST_DEPARTMENTS) : rows > LARGE ? Math.max(1, size / 2) : size;
    }

    private FigureSelection selection(Parameters parameters, DepartmentTree tree) {
        Choices choices = new Choices(parameters, catalog, tree);
        Set<String> departments = new LinkedHashSet<>();
        for (Department each : choices.departments("department", MOST_DEPARTMENTS)) {
            tree.subtree(each.code()).forEach(below -> departments.add(below.code()));
        }
        Optional<Span[]> ends = parameters.read(
                "period", ExtractHandler::ends, "one period or A..B, the earlier first: 2021-Q1..2023-Q4");
        return new FigureSelection(
                choices.metrics(), departments, ends.map(each -> each[0]), ends.map(each -> each[1]));
    }

    /// First and last span of a range; the two need not be of one kind.
    private static Optional<Span[]> ends(String text) {
        int dots = text.indexOf("..");
        Optional<Period> first = Period.read(dots < 0 ? text : text.substring(0, dots));
        Optional<Period> last = dots < 0 ? first : Period.read(text.substring(dots + 2));
        if (first.isEmpty()
                || last.isEmpty()
                || last.get().end().isBefore(first.get().start())) {
            return Optional.empty();
        }
        return Optional.of(new Span[] {first.get().span(), last.get().span()});
    }

    private static String fileName(FigureSelection selection, View view) {
        boolean full = selection.equals(FigureSelection.ALL);
        String stamp = STAMP.format(view.vintage().sealedAt().orElse(Instant.EPOCH));
        return "plumbline_figures_" + (full ? "full" : "filtered") + "_" + stamp + ".csv";
    }
}
