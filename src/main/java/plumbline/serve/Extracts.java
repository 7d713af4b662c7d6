package plumbline.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.FigureKey;
import plumbline.Metric;
import plumbline.Period;
import plumbline.RecordedFigure;
import plumbline.Refusal;
import plumbline.Span;
import plumbline.intake.Proposals;
import plumbline.ledger.FigureSelection;
import plumbline.ledger.Ledger;

/// The one writer of extracts, for the web and for the command line. Thread-safe.
///
/// An extract is read from the ledger in portions of some thousand rows. Between them nothing of the ledger is held, so
/// that a slow reader costs a thread and a portion of memory, but neither a connection nor a snapshot; the vintage
/// keeps the portions together.
public final class Extracts {
    private static final int MOST_DEPARTMENTS = 1_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;
    private static final int FIRST_PORTION = 32;
    private static final long SMALL = 4_000;
    private static final long LARGE = 16_000;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final Proposals proposals;

    /// How an extract is written.
    ///
    /// @param mark begins with a byte order mark, so that Excel opens it by double-click
    /// @param safe guards text that a spreadsheet would take for a formula
    /// @param chinese whether names are the Chinese ones
    public record Style(boolean mark, boolean safe, boolean chinese) {
        /// For programs: no mark, guarded, Chinese names.
        public static final Style PLAIN = new Style(false, true, true);
    }

    /// @param zone where the days of the reporting calendar begin and end
    public Extracts(Catalog catalog, Ledger ledger, InstantSource clock, ZoneId zone) {
        this(catalog, ledger, new View.Views(ledger, clock, zone));
    }

    Extracts(Catalog catalog, Ledger ledger, View.Views views) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.proposals = new Proposals(catalog, ledger);
    }

    /// Writes the figures that `query` asks for, in the words of the web's parameters: metric, department, period,
    /// as_of.
    ///
    /// @throws Refusal listing every fault of the query; nothing is written then
    public void figures(Map<String, String> query, Style style, OutputStream out) throws IOException {
        Parameters parameters = new Parameters(query);
        View view = views.of(parameters).reviewed(parameters);
        FigureSelection selection = selection(parameters, ledger.departments(view.vintage()));
        parameters.check();
        figures(selection, view, style, out);
    }

    /// Writes the cells of every series and year that holds any, in the same words; see [CellCsv].
    ///
    /// @throws Refusal listing every fault of the query; nothing is written then
    public void cells(Map<String, String> query, OutputStream out) throws IOException {
        Parameters parameters = new Parameters(query);
        View view = views.of(parameters).reviewed(parameters);
        DepartmentTree tree = ledger.departments(view.vintage());
        FigureSelection selection = selection(parameters, tree);
        parameters.check();
        List<Department> departments = departments(selection, tree);
        Set<String> codes = departments.stream()
                .flatMap(each -> tree.everBelow(each.code()).stream())
                .collect(Collectors.toSet());
        Known.Around around = new Known.Around(catalog, ledger, proposals, tree, view, codes, FIRST_YEAR, LAST_YEAR);
        out.write(CellCsv.HEADER.getBytes(StandardCharsets.UTF_8));
        CsvWriter csv = new CsvWriter(true);
        Map<String, Set<String>> holders = ledger.holders(view.vintage());
        for (Metric metric : metrics(selection)) {
            if (!isKnown(metric, holders.keySet())) {
                continue;
            }
            List<Optional<String>> categories = CellCsv.categories(catalog, metric);
            CellCsv cells = new CellCsv(tree, selection, around.of(metric, categories), categories);
            for (Department department : departments) {
                cells.write(department, csv);
                out.write(csv.take());
            }
        }
    }

    /// Whether any report speaks of the metric, or of both numbers it is worked out from.
    private boolean isKnown(Metric metric, Set<String> held) {
        List<Metric> fraction = Known.fraction(catalog, metric);
        return held.contains(metric.code())
                || (!fraction.isEmpty()
                        && held.containsAll(fraction.stream().map(Metric::code).toList()));
    }

    /// The selection that the parameters ask for; a department stands for all that ever stood below it.
    FigureSelection selection(Parameters parameters, DepartmentTree tree) {
        Choices choices = new Choices(parameters, catalog, tree);
        Set<String> departments = new LinkedHashSet<>();
        for (Department each : choices.departments("department", MOST_DEPARTMENTS)) {
            departments.addAll(tree.everBelow(each.code()));
        }
        Optional<Span[]> ends =
                parameters.read("period", Extracts::ends, "one period or A..B, the earlier first: 2021-Q1..2023-Q4");
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

    /// Writes the figures of the selection.
    void figures(FigureSelection selection, View view, Style style, OutputStream out) throws IOException {
        DepartmentTree tree = ledger.departments(view.vintage());
        Provenance provenance = new Provenance(ledger.reports(view.vintage()));
        FigureCsv rows = new FigureCsv(
                ledger.catalog(view.vintage()), tree, provenance, view.vintage().sealedAt(), style.chinese());
        CsvWriter csv = new CsvWriter(style.safe());
        if (style.mark()) {
            out.write(BYTE_ORDER_MARK);
        }
        out.write(FigureCsv.HEADER.getBytes(StandardCharsets.UTF_8));
        List<String> departments =
                departments(selection, tree).stream().map(Department::code).toList();
        int size = FIRST_PORTION;
        for (Metric metric : metrics(selection)) {
            for (int from = 0; from < departments.size(); ) {
                int to = Math.min(departments.size(), from + size);
                FigureSelection portion = new FigureSelection(
                        Set.of(metric.code()),
                        Set.copyOf(departments.subList(from, to)),
                        selection.from(),
                        selection.to());
                AtomicLong count = new AtomicLong();
                ledger.eachFigure(portion, view.vintage(), view.unconfirmedToo(), figure -> {
                    rows.write(figure, csv);
                    count.incrementAndGet();
                });
                proposed(portion, view).forEach(figure -> rows.write(figure, csv));
                out.write(csv.take());
                from = to;
                size = next(size, count.get());
            }
        }
    }

    /// What texts are believed to state of the selection; nothing unless what awaits a person counts.
    List<RecordedFigure> proposed(FigureSelection selection, View view) {
        return !view.unconfirmedToo()
                ? List.of()
                : proposals.open(view.vintage()).stream()
                        .filter(each -> {
                            FigureKey key = each.figure().key();
                            return (selection.metrics().isEmpty()
                                            || selection.metrics().contains(key.metric()))
                                    && (selection.departments().isEmpty()
                                            || selection.departments().contains(key.department()))
                                    && selection.includes(key.period().span());
                        })
                        .toList();
    }

    /// Portions grow while they are small and shrink where they became large.
    private static int next(int size, long rows) {
        return rows < SMALL ? Math.min(size * 2, MOST_DEPARTMENTS) : rows > LARGE ? Math.max(1, size / 2) : size;
    }

    private List<Metric> metrics(FigureSelection selection) {
        return catalog.metrics().stream()
                .filter(each ->
                        selection.metrics().isEmpty() || selection.metrics().contains(each.code()))
                .toList();
    }

    private static List<Department> departments(FigureSelection selection, DepartmentTree tree) {
        return tree.all().stream()
                .filter(each -> selection.departments().isEmpty()
                        || selection.departments().contains(each.code()))
                .toList();
    }
}
