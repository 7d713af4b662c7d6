package plumbline.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Metric;
import plumbline.Name;
import plumbline.Period;
import plumbline.RecordedFigure;
import plumbline.Refusal;
import plumbline.Span;
import plumbline.extract.CsvRows;
import plumbline.extract.DigestStream;
import plumbline.extract.JsonRows;
import plumbline.extract.ListRows;
import plumbline.extract.Manifest;
import plumbline.extract.Parquet;
import plumbline.extract.Rows;
import plumbline.extract.Table;
import plumbline.extract.Tables;
import plumbline.extract.Tally;
import plumbline.extract.XlsxRows;
import plumbline.ledger.FigureSelection;
import plumbline.ledger.Ledger;

/// The one writer of extracts, for the web, the command line and packages. Thread-safe.
public final class Extracts {
    private static final int MOST_DEPARTMENTS = 1_000;
    /// Rows from which on a package splits the figures by year, because a spreadsheet could not open them.
    private static final long MOST_ROWS = 1_000_000;

    private final Catalog catalog;
    private final Ledger ledger;
    private final View.Views views;
    private final ExtractRows rows;
    private final long mostRows;
    private final Packages packages;

    /// How an extract is written.
    ///
    /// @param mark begins with a byte order mark, so that Excel opens it by double-click
    /// @param safe guards text that a spreadsheet would take for a formula
    /// @param chinese whether names are the Chinese ones
    /// @param chineseHeader whether the header has titles in Chinese instead of the columns' names
    public record Style(boolean mark, boolean safe, boolean chinese, boolean chineseHeader) {
        /// For programs: no mark, guarded, Chinese names.
        public static final Style PLAIN = new Style(false, true, true, false);
    }

    /// @param zone where the days of the reporting calendar begin and end
    public Extracts(Catalog catalog, Ledger ledger, InstantSource clock, ZoneId zone) {
        this(catalog, ledger, new View.Views(ledger, clock, zone));
    }

    Extracts(Catalog catalog, Ledger ledger, View.Views views) {
        this(catalog, ledger, views, MOST_ROWS);
    }

    /// @param mostRows of one file of a package; more are split by year
    Extracts(Catalog catalog, Ledger ledger, View.Views views, long mostRows) {
        this.mostRows = mostRows;
        this.catalog = catalog;
        this.ledger = ledger;
        this.views = views;
        this.rows = new ExtractRows(catalog, ledger);
        this.packages = new Packages(ledger, rows, mostRows);
    }

    /// Writes the figures that `query` asks for, in the words of the web's parameters: metric, department, period,
    /// as_of.
    ///
    /// @throws Refusal listing every fault of the query; nothing is written then
    public void figures(Map<String, String> query, Style style, OutputStream out) throws IOException {
        write("figures", Format.CSV, query, style, out);
    }

    /// Writes the cells of every series and year that holds any, in the same words; see [CellRows].
    ///
    /// @throws Refusal listing every fault of the query; nothing is written then
    public void cells(Map<String, String> query, OutputStream out) throws IOException {
        write("cells", Format.CSV, query, Style.PLAIN, out);
    }

    /// Writes a table in a format.
    ///
    /// @param table figures, figures_wide, cells or a code list
    /// @param query in the words of the web's parameters, without those that say how the file is written
    /// @return what proves it
    /// @throws Refusal listing every fault of the query; nothing is written then
    public Manifest write(String table, Format format, Map<String, String> query, Style style, OutputStream out)
            throws IOException {
        Parameters parameters = new Parameters(query);
        Extract extract = file(table, parameters, views.of(parameters), style);
        parameters.check();
        return write(extract, format, out);
    }

    /// The same, as they are written where a set day decides what is due, whatever day it is.
    public Extracts on(LocalDate day) {
        return new Extracts(catalog, ledger, views.on(day), mostRows);
    }

    /// The columns that a table has for a question; the wide one has two per metric asked for.
    ///
    /// @throws Refusal listing every fault of the query
    public Table table(String table, Map<String, String> query) {
        Parameters parameters = new Parameters(query);
        Table found = file(table, parameters, views.of(parameters), Style.PLAIN).table();
        parameters.check();
        return found;
    }

    /// How many of the figures selected are no longer as they were at the moment in `as_of`.
    ///
    /// @throws Refusal listing every fault of the query
    public long changedSince(Map<String, String> query) {
        Parameters parameters = new Parameters(query);
        Extract then = file(Tables.CELLS.name(), parameters, views.of(parameters), Style.PLAIN);
        parameters.check();
        long[] changed = {0};
        ledger.figures()
                .eachChange(
                        then.selection(),
                        then.view().vintage(),
                        ledger.newest(),
                        then.view().unconfirmedToo(),
                        (_, _, _) -> changed[0]++);
        return changed[0];
    }

    /// Hands the rows of a table to a writer of its own.
    ///
    /// @throws Refusal listing every fault of the query; nothing is written then
    public void rows(String table, Map<String, String> query, Style style, Rows to) throws IOException {
        Parameters parameters = new Parameters(query);
        Extract extract = file(table, parameters, views.of(parameters), style);
        parameters.check();
        rows.write(extract, to);
    }

    /// The first rows of an extract, as texts.
    List<List<String>> first(Extract extract, int most) throws IOException {
        List<List<String>> found = new ArrayList<>();
        Rows to = new ListRows(found::add, () -> {
            if (found.size() >= most) {
                throw new Enough();
            }
        });
        try {
            rows.write(extract, to);
        } catch (Enough _) {
            // the rest was not asked for
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough", null, false, false);
        }
    }

    /// Reads what is asked for; its faults are the parameters'.
    Extract extract(String name, Parameters parameters, View at, Style style) {
        View view = at.reviewed(parameters);
        FigureSelection selection = selection(parameters, ledger.departments(view.vintage()));
        return new Extract(table(name, selection), selection, view, false, style, words(parameters, style));
    }

    /// As [#extract], for a whole file: cells may be asked for in today's organisation. What was stated is by whom it
    /// was stated.
    Extract file(String name, Parameters parameters, View at, Style style) {
        Extract extract = extract(name, parameters, at, style);
        boolean asIs = parameters.choice("view", "as_was", "as_is").equals("as_is");
        if (asIs && !name.equals(Tables.CELLS.name())) {
            parameters.fault("view", "as_is", "as_was; as_is for cells only");
        }
        return asIs ? extract.seenAsIs() : extract;
    }

    private Table table(String name, FigureSelection selection) {
        return name.equals("figures_wide")
                ? Tables.wide(rows.metrics(selection))
                : Tables.named(name).orElseThrow();
    }

    /// The names of all files there are, for a message.
    static String names() {
        List<String> names = new ArrayList<>(List.of("figures_wide"));
        Tables.LISTED.forEach(each -> names.add(each.name()));
        return String.join(", ", names);
    }

    /// The question in the words of the address, in a fixed order, without what is as usual.
    private static String words(Parameters parameters, Style style) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String each : List.of("metric", "department", "period")) {
            parameters.text(each).ifPresent(value -> said.put(each, value));
        }
        parameters.text("review").filter("all"::equals).ifPresent(value -> said.put("review", value));
        Map<String, Boolean> styles = new LinkedHashMap<>();
        styles.put("bom=1", style.mark());
        styles.put("safe=0", !style.safe());
        styles.put("lang=en", !style.chinese());
        styles.put("header=zh", style.chineseHeader());
        List<String> words = new ArrayList<>();
        said.forEach((name, value) -> words.add(
                name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",")));
        styles.forEach((word, isSo) -> words.addAll(isSo ? List.of(word) : List.of()));
        return String.join("&", words);
    }

    /// What texts are believed to state of the selection; nothing unless what awaits a person counts.
    List<RecordedFigure> proposed(FigureSelection selection, View view) {
        return rows.proposed(selection, view);
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

    /// Writes the extract; an exception leaves it unfinished, and whoever sends it must see to it that nobody takes it
    /// for a whole one.
    ///
    /// @return what proves it
    Manifest write(Extract extract, Format format, OutputStream out) throws IOException {
        DigestStream digest = new DigestStream(out);
        String file = extract.table().name() + "." + format.ending();
        Manifest.Asked asked = extract.asked(file, catalog.version());
        if (format == Format.ZIP) {
            return packages.write(extract, asked, cautions(extract.selection()), digest);
        }
        if (format == Format.PARQUET) {
            return parquet(extract, asked, digest);
        }
        Tally[] tally = new Tally[1];
        Rows written = switch (format) {
            case CSV -> new CsvRows(extract.table(), extract.csv(), digest);
            case JSON -> new JsonRows(extract.table(), digest);
            case XLSX ->
                new XlsxRows(extract.table(), extract.style().chineseHeader(), () -> about(asked, tally[0]), digest);
            case PARQUET, ZIP -> throw new IllegalStateException("written above");
        };
        tally[0] = new Tally(extract.table(), written);
        rows.write(extract, tally[0]);
        tally[0].close();
        return Manifest.of(asked, extract.table(), tally[0], digest.size(), digest.sha256Hex());
    }

    private static List<List<String>> about(Manifest.Asked asked, Tally tally) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("查询 query", asked.query().isEmpty() ? "全部 everything" : asked.query()));
        lines.add(List.of("数据截至 as of", asked.asOf()));
        lines.add(List.of("按日判断是否到期 due dates judged on", asked.day()));
        lines.add(List.of("行数 rows", String.valueOf(tally.count())));
        tally.states().forEach((state, count) -> lines.add(List.of(state, String.valueOf(count))));
        return lines;
    }

    /// Parquet needs the whole before its first byte: it is made in a file of its own.
    private Manifest parquet(Extract extract, Manifest.Asked asked, DigestStream out) throws IOException {
        Path folder = Files.createTempDirectory("plumbline-extract");
        Path csv = folder.resolve("rows.csv");
        Path parquet = folder.resolve("rows.parquet");
        try {
            CsvRows.Style plain = new CsvRows.Style(false, false, false);
            Tally tally;
            try (OutputStream file = Files.newOutputStream(csv)) {
                tally = new Tally(extract.table(), new CsvRows(extract.table(), plain, file));
                rows.write(extract, tally);
                tally.close();
            }
            Parquet.write(extract.table(), csv, parquet);
            Files.copy(parquet, out);
            return Manifest.of(asked, extract.table(), tally, out.size(), out.sha256Hex());
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /// What readers of the selected metrics must not conclude.
    List<Name> cautions(FigureSelection selection) {
        return rows.metrics(selection).stream()
                .map(Metric::caution)
                .filter(each -> !each.zh().isEmpty())
                .distinct()
                .toList();
    }

    /// How many rows the figures of the selection would have, by state.
    ExtractRows.Count count(FigureSelection selection, View view) {
        return rows.count(selection, view);
    }
}
