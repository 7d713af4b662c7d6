package plumbline.ledger;

import static plumbline.ledger.generated.Tables.CELL;
import static plumbline.ledger.generated.Tables.FIGURE;
import static plumbline.ledger.generated.Tables.IMPORT;
import static plumbline.ledger.generated.Tables.REPORT;
import static plumbline.ledger.generated.Tables.SEAL;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.Consolidator;
import plumbline.Deadline;
import plumbline.DepartmentTree;
import plumbline.FigureKey;
import plumbline.Mode;
import plumbline.Period;
import plumbline.Receipt;
import plumbline.RecordedFigure;
import plumbline.Refusal;
import plumbline.Report;
import plumbline.Span;
import plumbline.State;
import plumbline.Vintage;
import plumbline.Worded;

/// The append-only record (台账) of reports and figures.
///
/// Every read is of one [Vintage] and answers as the ledger stood then. Thread-safe; several readers and one writer at
/// a
/// time, also across processes.
public final class Ledger implements AutoCloseable {
    private static final int ANY_YEAR = 2000 * 10_000;

    private final Database database;
    private final Catalog catalog;
    private final Consolidator consolidator;
    private final InstantSource clock;

    private Ledger(Database database, Catalog catalog, Consolidator consolidator, InstantSource clock) {
        this.database = database;
        this.catalog = catalog;
        this.consolidator = consolidator;
        this.clock = clock;
    }

    /// Opens the SQLite file, creating or migrating it as needed.
    ///
    /// @throws LedgerException if it cannot be opened or belongs to another program
    public static Ledger open(Path file, Catalog catalog, Consolidator consolidator, InstantSource clock) {
        Database database = Database.open(file);
        database.write((_, dsl) -> {
            Dictionary.register(dsl, catalog);
            return new Database.Written<>(true, true);
        });
        return new Ledger(database, catalog, consolidator, clock);
    }

    // Vintages

    public Vintage newest() {
        return database.read((_, dsl) -> vintage(dsl, DSL.noCondition()));
    }

    /// The ledger as it stood at the instant.
    public Vintage asOf(Instant instant) {
        return database.read((_, dsl) -> vintage(dsl, SEAL.SEALED_AT.le(Codes.text(instant))));
    }

    private static Vintage vintage(DSLContext dsl, Condition condition) {
        return dsl.select(SEAL.IMPORT_ID, SEAL.SEALED_AT)
                .from(SEAL)
                .where(condition)
                .orderBy(SEAL.IMPORT_ID.desc())
                .limit(1)
                .fetchOptional(row -> new Vintage(row.value1(), Optional.of(Instant.parse(row.value2()))))
                .orElse(new Vintage(0, Optional.empty()));
    }

    /// The import of this number.
    public Import imported(long number) {
        return database.read((_, dsl) -> dsl.select()
                .from(IMPORT)
                .join(SEAL)
                .on(SEAL.IMPORT_ID.eq(IMPORT.ID))
                .where(IMPORT.ID.eq(number))
                .fetchOptional(Ledger::imported)
                .orElseThrow(() -> new LedgerException("no import " + number)));
    }

    private static Import imported(Record row) {
        return new Import(
                row.get(IMPORT.ID),
                Instant.parse(row.get(SEAL.SEALED_AT)),
                row.get(IMPORT.ACTOR),
                Worded.read(Mode.class, row.get(IMPORT.MODE)).orElseThrow(),
                Optional.ofNullable(row.get(IMPORT.REASON)),
                new Receipt.Counts(
                        row.get(SEAL.FRESH).intValue(),
                        row.get(SEAL.CHANGED).intValue(),
                        row.get(SEAL.SAME).intValue(),
                        0));
    }

    /// Whether somebody of this name has imported anything.
    public boolean hasActor(String actor) {
        return database.read((_, dsl) -> dsl.fetchExists(IMPORT, IMPORT.ACTOR.eq(actor)));
    }

    // The organisation

    public DepartmentTree departments(Vintage vintage) {
        return database.read((_, dsl) -> new DepartmentRows(Dictionary.load(dsl), vintage.importNumber()).tree(dsl));
    }

    /// The reporting calendar.
    public List<Deadline> deadlines(Vintage vintage) {
        return database.read(
                (_, dsl) -> new DepartmentRows(Dictionary.load(dsl), vintage.importNumber()).deadlines(dsl));
    }

    /// For which periods each of the departments has reported anything, as spans, between two years.
    public Map<String, Set<Span>> submissions(
            Vintage vintage, Collection<String> departments, int fromYear, int toYear) {
        return database.read((_, dsl) -> new DepartmentRows(Dictionary.load(dsl), vintage.importNumber())
                .submissions(dsl, departments, fromYear, toYear));
    }

    /// Metric code → codes of the departments that hold figures of it.
    public Map<String, Set<String>> holders(Vintage vintage) {
        return database.read((_, dsl) -> {
            Dictionary dictionary = Dictionary.load(dsl);
            Map<String, Set<String>> holders = new HashMap<>();
            dsl.selectDistinct(CELL.METRIC_ID, CELL.DEPARTMENT_ID)
                    .from(CELL)
                    .forEach(row -> holders.computeIfAbsent(dictionary.metric(row.value1()), _ -> new HashSet<>())
                            .add(dictionary.department(row.value2())));
            return holders;
        });
    }

    /// Metric code → how many months the periods have for which anything of it is known: 1, 3, 6, 12.
    public Map<String, Set<Integer>> lengths(Vintage vintage) {
        return database.read((_, dsl) -> {
            Dictionary dictionary = Dictionary.load(dsl);
            Map<String, Set<Integer>> lengths = new HashMap<>();
            Field<Long> months = CELL.SPAN.mod(10_000L);
            dsl.selectDistinct(CELL.METRIC_ID, months).from(CELL).forEach(row -> {
                Span span = Span.ofCode(ANY_YEAR + row.value2().intValue());
                if (Period.ofSpan(span).isPresent()) {
                    lengths.computeIfAbsent(dictionary.metric(row.value1()), _ -> new HashSet<>())
                            .add(span.months());
                }
            });
            return lengths;
        });
    }

    /// The periods of which anything was said.
    public NavigableSet<Period> periods(Vintage vintage) {
        return database.read((_, dsl) -> {
            NavigableSet<Period> periods = new TreeSet<>();
            dsl.selectDistinct(FIGURE.SPAN)
                    .from(FIGURE)
                    .where(FIGURE.IMPORT_ID.le(vintage.importNumber()))
                    .forEach(row ->
                            Period.ofSpan(Span.ofCode(row.value1().intValue())).ifPresent(periods::add));
            return periods;
        });
    }

    // Cells and figures

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
        return database.read((_, dsl) -> {
            Dictionary dictionary = Dictionary.load(dsl);
            Optional<Long> metricNumber = dictionary.metricNumber(metric);
            List<Long> categoryNumbers = categories.stream()
                    .flatMap(each -> dictionary.categoryNumber(each).stream())
                    .toList();
            List<Long> departmentNumbers = departments.stream()
                    .flatMap(each -> dictionary.departmentNumber(each).stream())
                    .toList();
            if (metricNumber.isEmpty()) {
                return List.of();
            }
            if (vintage(dsl, DSL.noCondition()).importNumber() == vintage.importNumber()) {
                return new CellRows(dictionary)
                        .select(
                                dsl,
                                CELL.METRIC_ID
                                        .eq(metricNumber.get())
                                        .and(CELL.DEPARTMENT_ID.in(departmentNumbers))
                                        .and(CELL.CATEGORY_ID.in(categoryNumbers))
                                        .and(CELL.SPAN.between(fromYear * 10_000L, toYear * 10_000L + 9_999)));
            }
            return new Refresh(catalog, consolidator, dictionary)
                    .asOf(
                            dsl,
                            FIGURE.METRIC_ID
                                    .eq(metricNumber.get())
                                    .and(FIGURE.DEPARTMENT_ID.in(departmentNumbers))
                                    .and(FIGURE.CATEGORY_ID.in(categoryNumbers))
                                    .and(FIGURE.SPAN.between(fromYear * 10_000L, toYear * 10_000L + 9_999))
                                    .and(FIGURE.IMPORT_ID.le(vintage.importNumber())));
        });
    }

    public Optional<RecordedFigure> figure(long id, Vintage vintage) {
        return figures(FIGURE.ID.eq(id), vintage).stream().findFirst();
    }

    /// The figures of these numbers that the vintage knows, by number.
    public Map<Long, RecordedFigure> figures(Collection<Long> ids, Vintage vintage) {
        Map<Long, RecordedFigure> found = new HashMap<>();
        if (!ids.isEmpty()) {
            figures(FIGURE.ID.in(ids), vintage).forEach(each -> found.put(each.id(), each));
        }
        return found;
    }

    /// All revisions of a key, oldest first.
    public List<RecordedFigure> revisions(FigureKey key, Vintage vintage) {
        return database.read((_, dsl) -> {
            Dictionary dictionary = Dictionary.load(dsl);
            List<RecordedFigure> found = new ArrayList<>();
            Condition near = FIGURE.METRIC_ID
                    .eq(dictionary.metricNumber(key.metric()).orElse(-1L))
                    .and(FIGURE.DEPARTMENT_ID.eq(
                            dictionary.departmentNumber(key.department()).orElse(-1L)))
                    .and(FIGURE.CATEGORY_ID.eq(
                            dictionary.categoryNumber(key.category()).orElse(-1L)))
                    .and(FIGURE.SPAN.eq((long) key.period().span().code()))
                    .and(FIGURE.IMPORT_ID.le(vintage.importNumber()));
            new FigureRows(dictionary).each(dsl, near, each -> {
                if (each.figure().key().equals(key)) {
                    found.add(each);
                }
            });
            return found;
        });
    }

    /// The figures of the vintage whose passage lies in this text, by start.
    public List<RecordedFigure> figuresInText(long report, Vintage vintage) {
        List<RecordedFigure> found = new ArrayList<>();
        database.read((_, dsl) -> {
            new FigureRows(Dictionary.load(dsl))
                    .each(
                            dsl,
                            FIGURE.DOCUMENT_ID.eq(report).and(FIGURE.IMPORT_ID.le(vintage.importNumber())),
                            found::add);
            return found;
        });
        return found;
    }

    private List<RecordedFigure> figures(Condition condition, Vintage vintage) {
        List<RecordedFigure> found = new ArrayList<>();
        return database.read((_, dsl) -> {
            new FigureRows(Dictionary.load(dsl))
                    .each(dsl, condition.and(FIGURE.IMPORT_ID.le(vintage.importNumber())), found::add);
            return found;
        });
    }

    /// Passes the newest revision of every key selected to `sink`, in the order of the keys, row by row; those
    /// withdrawn are left out.
    public void eachFigure(FigureSelection selection, Vintage vintage, Consumer<RecordedFigure> sink) {
        database.read((_, dsl) -> {
            Dictionary dictionary = Dictionary.load(dsl);
            Predicate<RecordedFigure> inside =
                    each -> selection.includes(each.figure().key().period().span());
            new FigureRows(dictionary).eachCurrent(dsl, selected(selection, vintage, dictionary), each -> {
                if (inside.test(each)) {
                    sink.accept(each);
                }
            });
            return true;
        });
    }

    /// How many figures the selection holds, by state.
    public Map<State, Long> countFigures(FigureSelection selection, Vintage vintage) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        eachFigure(
                selection, vintage, each -> counts.merge(each.figure().value().state(), 1L, Math::addExact));
        return counts;
    }

    private static Condition selected(FigureSelection selection, Vintage vintage, Dictionary dictionary) {
        Condition condition = FIGURE.IMPORT_ID.le(vintage.importNumber());
        if (!selection.metrics().isEmpty()) {
            condition = condition.and(FIGURE.METRIC_ID.in(selection.metrics().stream()
                    .flatMap(code -> dictionary.metricNumber(code).stream())
                    .toList()));
        }
        if (!selection.departments().isEmpty()) {
            condition = condition.and(FIGURE.DEPARTMENT_ID.in(selection.departments().stream()
                    .flatMap(code -> dictionary.departmentNumber(code).stream())
                    .toList()));
        }
        return condition;
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
        return database.read((_, dsl) -> new ReportRows(dsl, vintage(dsl, DSL.noCondition())).text(name));
    }

    /// The bytes as received.
    public byte[] content(long report) {
        return database.read((_, dsl) -> ReportRows.content(dsl, report));
    }

    // Writing

    /// What the work of an import came to.
    public record Recorded(boolean kept, boolean alreadyImported, Optional<Long> report, Receipt.Counts counts) {}

    /// Records one file: one import, one transaction, one seal. Where the same bytes came before in the same mode,
    /// `work` is not called and the answer is what they did then.
    ///
    /// @param work hands over the rows and answers whether to keep them; whatever it throws leaves nothing behind
    /// @throws Refusal if the mode needs a reason and there is none
    /// @throws LedgerException if the database fails; then nothing was recorded
    public Recorded record(Received received, Predicate<Recorder> work) {
        if (received.mode().needsReason() && received.reason().isEmpty()) {
            throw Refusal.invalid("reason", "", "why the figures are corrected or withdrawn, in a sentence");
        }
        return database.write((connection, dsl) -> {
            Optional<Recorded> before = recordedBefore(dsl, received.sha256(), received.mode());
            if (before.isPresent()) {
                return new Database.Written<>(false, before.get());
            }
            Dictionary dictionary = Dictionary.load(dsl);
            try (Recording recording = new Recording(connection, dsl, dictionary, received)) {
                boolean keep = work.test(recording);
                if (keep) {
                    recording.seal(new Refresh(catalog, consolidator, dictionary), clock.instant());
                }
                Optional<Long> report = keep ? Optional.of(recording.report()) : Optional.empty();
                return new Database.Written<>(keep, new Recorded(keep, false, report, recording.counts()));
            }
        });
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
                        Optional.of(row.get(REPORT.ID)),
                        imported(row).counts()));
    }

    /// Works out every cell again from the figures.
    ///
    /// @return how many cells there are, and how many of them differed from what was stored
    public Rebuilt rebuild() {
        return database.write((connection, dsl) -> {
            Dictionary dictionary = Dictionary.load(dsl);
            CellRows rows = new CellRows(dictionary);
            Set<Cell> before = new HashSet<>(rows.select(dsl, DSL.noCondition()));
            long cells = new Refresh(catalog, consolidator, dictionary).all(connection, dsl);
            Set<Cell> after = new HashSet<>(rows.select(dsl, DSL.noCondition()));
            long missing = before.stream().filter(each -> !after.contains(each)).count();
            long added = after.stream().filter(each -> !before.contains(each)).count();
            return new Database.Written<>(true, new Rebuilt(cells, Math.max(missing, added)));
        });
    }

    /// What a rebuild found.
    ///
    /// @param cells how many cells there are now
    /// @param different how many were not as stored before
    public record Rebuilt(long cells, long different) {}

    @Override
    public void close() {
        database.close();
    }
}
