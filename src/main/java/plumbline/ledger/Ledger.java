package plumbline.ledger;

import static plumbline.ledger.generated.Tables.FIGURE;
import static plumbline.ledger.generated.Tables.IMPORT;
import static plumbline.ledger.generated.Tables.REPORT;
import static plumbline.ledger.generated.Tables.SEAL;
import static plumbline.ledger.generated.Tables.SERIES_YEAR;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Consolidator;
import plumbline.Deadline;
import plumbline.DepartmentTree;
import plumbline.Mode;
import plumbline.RecordedFigure;
import plumbline.Refusal;
import plumbline.Report;
import plumbline.Span;
import plumbline.Vintage;

/// The append-only record (台账) of reports and figures.
///
/// Every read is of one [Vintage] and answers as the ledger stood then. Thread-safe; several readers and one writer
/// at a time, also across processes.
public final class Ledger implements Book, AutoCloseable {
    private final Database database;
    private final Catalog catalog;
    private final Consolidator consolidator;
    private final InstantSource clock;
    private final Reviews reviews;
    private final History history;
    private final Decisions decisions;
    private final Figures figures;
    private final Arrivals arrivals;
    private final Extent extent;
    private final PerVintage<Dictionary> dictionaries = new PerVintage<>();
    private final PerVintage<Catalog> catalogs = new PerVintage<>();
    private final PerVintage<DepartmentTree> trees = new PerVintage<>();
    private final PerVintage<List<Deadline>> deadlines = new PerVintage<>();
    private volatile @Nullable Newest newest;

    private Ledger(Database database, Catalog catalog, Consolidator consolidator, InstantSource clock) {
        this.database = database;
        this.catalog = catalog;
        this.consolidator = consolidator;
        this.clock = clock;
        this.history = new History(database);
        this.reviews = new Reviews(database, catalog, consolidator, clock);
        this.decisions = new Decisions(database, clock);
        this.figures = new Figures(database, this::figureQueries, this::cellQueries);
        this.arrivals = new Arrivals(database, this::dictionary);
        this.extent = new Extent(database, catalog, this::dictionary);
    }

    /// What the reports state.
    public Figures figures() {
        return figures;
    }

    /// What came in between two vintages.
    public Arrivals arrivals() {
        return arrivals;
    }

    /// What people decided beside the figures: standards, phases, questions set aside.
    public Decisions decisions() {
        return decisions;
    }

    /// What was read from texts, and what people made of it.
    public Reviews reviews() {
        return reviews;
    }

    /// Who said what of the organisation, its calendar and its metrics.
    public History history() {
        return history;
    }

    /// Opens a ledger, migrating it as needed; a SQLite file is made if it does not exist.
    ///
    /// @param where a file name, `jdbc:sqlite:FILE` or `jdbc:postgresql://HOST/DATABASE?user=…`
    /// @throws IllegalArgumentException if it is none of these
    /// @throws LedgerException if it cannot be opened or belongs to another program
    public static Ledger open(String where, Catalog catalog, Consolidator consolidator, InstantSource clock) {
        Database database = Database.open(where);
        Ledger ledger = new Ledger(database, catalog, consolidator, clock);
        boolean lacksCells = database.write((_, dsl) -> {
            Dictionary.register(dsl, catalog);
            boolean lacks = !dsl.fetchExists(SERIES_YEAR) && dsl.fetchExists(FIGURE);
            return new Database.Written<>(true, lacks);
        });
        if (lacksCells) {
            ledger.rebuild(); // a migration left them to be worked out
        }
        return ledger;
    }

    // Vintages

    public Vintage newest() {
        // Asked before the vintage: what is committed in between makes the next one ask again.
        OptionalLong commits = commits();
        Newest known = newest;
        if (known != null && commits.equals(OptionalLong.of(known.commits()))) {
            return known.vintage();
        }
        Vintage vintage = database.read((_, dsl) -> VintageRows.newest(dsl));
        newest = commits.isPresent() ? new Newest(commits.getAsLong(), vintage) : null;
        return vintage;
    }

    /// @param commits as [#commits] told it before
    private record Newest(long commits, Vintage vintage) {}

    /// The ledger as it stood at the instant.
    public Vintage asOf(Instant instant) {
        return database.read((_, dsl) -> VintageRows.asOf(dsl, instant));
    }

    /// The ledger as it stood after the import of this number, if there is one and it is sealed.
    public Optional<Vintage> vintage(long number) {
        return database.read((_, dsl) -> VintageRows.numbered(dsl, number));
    }

    /// A number that is another one after each commit, by whichever program; next to no cost. Empty where the database
    /// has none.
    public OptionalLong commits() {
        return database.commits();
    }

    /// The instants at which the ledger changed, newest first.
    ///
    /// @param most of them at most
    public List<Instant> instants(int most) {
        return database.read((_, dsl) -> VintageRows.instants(dsl, most));
    }

    /// The first instant after the given one at which the ledger changed.
    public Optional<Instant> instantAfter(Instant instant) {
        return database.read((_, dsl) -> VintageRows.instantAfter(dsl, instant));
    }

    /// The import of this number.
    public Import imported(long number) {
        return database.read((_, dsl) -> VintageRows.imported(dsl, number))
                .orElseThrow(() -> new LedgerException("no import " + number));
    }

    /// Whether somebody of this name has imported anything.
    public boolean hasActor(String actor) {
        return database.read((_, dsl) -> dsl.fetchExists(IMPORT, IMPORT.ACTOR.eq(actor)));
    }

    /// The catalogue as the organisation speaks of it as of the vintage; what metrics count is the same in all.
    public Catalog catalog(Vintage vintage) {
        return catalogs.get(
                vintage,
                () -> database.read((_, dsl) ->
                        catalog.with(MetricRows.newest(dsl, dictionary(dsl, vintage), vintage.importNumber()))));
    }

    // The organisation

    public DepartmentTree departments(Vintage vintage) {
        return trees.get(
                vintage,
                () -> database.read((_, dsl) -> organisation(dsl, vintage).tree(dsl)));
    }

    /// The reporting calendar.
    public List<Deadline> deadlines(Vintage vintage) {
        return deadlines.get(
                vintage,
                () -> database.read((_, dsl) -> organisation(dsl, vintage).deadlines(dsl)));
    }

    /// For which periods each of the departments has reported anything, as spans, between two years.
    public Map<String, Set<Span>> submissions(
            Vintage vintage, Collection<String> departments, int fromYear, int toYear) {
        return database.read((_, dsl) -> organisation(dsl, vintage).submissions(dsl, departments, fromYear, toYear));
    }

    /// When each of the departments first reported anything about each span, between two years.
    public Map<String, Map<Span, Instant>> firstSubmissions(
            Vintage vintage, Collection<String> departments, int fromYear, int toYear) {
        return database.read(
                (_, dsl) -> organisation(dsl, vintage).firstSubmissions(dsl, departments, fromYear, toYear));
    }

    /// Who ever stated anything of which metric, and of when.
    public Extent extent() {
        return extent;
    }

    private DepartmentRows organisation(DSLContext dsl, Vintage vintage) {
        return new DepartmentRows(dictionary(dsl, vintage), vintage.importNumber());
    }

    private Dictionary dictionary(DSLContext dsl, Vintage vintage) {
        return dictionaries.get(vintage, () -> Dictionary.load(dsl));
    }

    private FigureQueries figureQueries(DSLContext dsl, Vintage vintage) {
        return new FigureQueries(dictionary(dsl, vintage), vintage.importNumber());
    }

    private CellQueries cellQueries(DSLContext dsl, Vintage vintage) {
        Dictionary dictionary = dictionary(dsl, vintage);
        return new CellQueries(dictionary, new Refresh(catalog, consolidator, dictionary), vintage);
    }

    // Cells

    /// The cells of a metric, both scopes, in the order of department, category and span. The newest vintage is read
    /// from the stored cells; an earlier one is worked out from the figures of that time.
    ///
    /// @param categories category codes; an empty Optional asks for the metric as a whole
    public List<Cell> cells(
            Vintage vintage,
            String metric,
            Collection<Optional<String>> categories,
            Collection<String> departments,
            int fromYear,
            int toYear) {
        return database.read(
                (_, dsl) -> cellQueries(dsl, vintage).cells(dsl, metric, categories, departments, fromYear, toYear));
    }

    /// As [#cells], but of any vintage worked out from the figures, those that nobody has confirmed among them.
    ///
    /// @param proposed what texts are believed to state besides
    public List<Cell> cellsWithUnconfirmed(
            Vintage vintage,
            String metric,
            Collection<Optional<String>> categories,
            Collection<String> departments,
            int fromYear,
            int toYear,
            Collection<RecordedFigure> proposed) {
        return database.read((_, dsl) -> cellQueries(dsl, vintage)
                .withUnconfirmed(dsl, metric, categories, departments, fromYear, toYear, proposed));
    }

    /// What persons have said the header cells of these forms mean: the newest of each department and cell, the newest
    /// of all first.
    public List<HeaderMapping> headerMappings(Collection<String> forms) {
        return forms.isEmpty()
                ? List.of()
                : database.read((_, dsl) -> HeaderMappings.newest(dsl, Dictionary.load(dsl), forms));
    }

    // Reports

    /// The reports received, newest first.
    public List<Report> reports(Vintage vintage) {
        return database.read((_, dsl) -> new ReportRows(dsl, vintage).select(DSL.noCondition()));
    }

    public Optional<Report> report(long id, Vintage vintage) {
        return database.read((_, dsl) ->
                new ReportRows(dsl, vintage).select(REPORT.ID.eq(id)).stream().findFirst());
    }

    /// The newest text of this name.
    public Optional<Report> text(String name) {
        return database.read((_, dsl) -> new ReportRows(dsl, VintageRows.newest(dsl)).text(name));
    }

    /// The bytes as received.
    public byte[] content(long report) {
        return database.read((_, dsl) -> ReportRows.content(dsl, report));
    }

    // Writing

    /// Records one file in a transaction of its own.
    @Override
    public Recorded record(Received received, Predicate<Recorder> work) {
        if (received.mode().needsReason() && received.reason().isEmpty()) {
            throw Refusal.invalid("reason", "", "why the figures are corrected or withdrawn, in a sentence");
        }
        String sha256 = received.sha256();
        return database.write((connection, dsl) -> {
            Recorded recorded = record(connection, dsl, received, sha256, work);
            return new Database.Written<>(recorded.kept() && !recorded.alreadyImported(), recorded);
        });
    }

    /// As [#record], inside a transaction; where the work is not to be kept, the caller takes it back.
    Recorded record(Connection connection, DSLContext dsl, Received received, String sha256, Predicate<Recorder> work)
            throws SQLException {
        Optional<Recorded> before = recordedBefore(dsl, sha256, received.mode());
        if (before.isPresent()) {
            return before.get();
        }
        Dictionary dictionary = Dictionary.load(dsl);
        try (Recording recording =
                new Recording(connection, dsl, dictionary, received, sha256, catalog, consolidator)) {
            boolean keep = work.test(recording);
            if (keep) {
                recording.seal(clock.instant());
            }
            Optional<Long> report = keep ? Optional.of(recording.report()) : Optional.empty();
            return new Recorded(keep, false, 0, report, recording.counts());
        }
    }

    /// Runs imports of which nothing stays: they see each other as they would in earnest, and so every answer is the
    /// one that they would get. Holds up other writers.
    ///
    /// @throws LedgerException if the database fails
    public <T> T rehearse(Function<Book, T> work) {
        return database.write(
                (connection, dsl) -> new Database.Written<>(false, work.apply(new Rehearsal(this, connection, dsl))));
    }

    /// As [#rehearse], with a ledger beside it that answers as this one would if the imports had stayed; it may be read
    /// until the work is over, and by its thread alone.
    public <T> T rehearse(BiFunction<Book, Ledger, T> work) {
        return database.write((connection, dsl) -> {
            Ledger within = new Ledger(new Snapshot(connection, dsl), catalog, consolidator, clock);
            return new Database.Written<>(false, work.apply(new Rehearsal(this, connection, dsl), within));
        });
    }

    @Override
    public DepartmentTree departments() {
        return departments(newest());
    }

    /// Whether these bytes were taken in before in this mode.
    public boolean holds(byte[] bytes, Mode mode) {
        return database.read((_, dsl) -> recordedBefore(dsl, Digests.sha256(bytes), mode))
                .isPresent();
    }

    private static Optional<Recorded> recordedBefore(DSLContext dsl, String sha256, Mode mode) {
        return dsl.select()
                .from(REPORT)
                .join(SEAL)
                .on(SEAL.IMPORT_ID.eq(REPORT.IMPORT_ID))
                .join(IMPORT)
                .on(IMPORT.ID.eq(REPORT.IMPORT_ID))
                .where(REPORT.SHA256.eq(sha256).and(REPORT.MODE.eq(mode.word())))
                .fetchOptional(row -> new Recorded(
                        true,
                        true,
                        UndoneRows.count(dsl, row.get(REPORT.IMPORT_ID), mode),
                        Optional.of(row.get(REPORT.ID)),
                        VintageRows.imported(row).counts()));
    }

    /// Works out every cell again from the figures, and who stated what of when.
    ///
    /// @return how many cells there are, and how many of them differed from what was stored
    public Rebuilt rebuild() {
        return database.write((connection, dsl) -> {
            Dictionary dictionary = Dictionary.load(dsl);
            Refresh refresh = new Refresh(catalog, consolidator, dictionary);
            return new Database.Written<>(true, Rebuild.all(connection, dsl, dictionary, refresh));
        });
    }

    /// What a rebuild found.
    ///
    /// @param cells how many cells there are now
    /// @param different how many series and years, holders and periods were not as stored before
    public record Rebuilt(long cells, long different) {}

    @Override
    public void close() {
        database.close();
    }
}
