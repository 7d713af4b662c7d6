package plumbline.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.Mode;
import plumbline.Period;
import plumbline.Preview;
import plumbline.Receipt;
import plumbline.Refusal;
import plumbline.check.Defaults;
import plumbline.ledger.Book;
import plumbline.ledger.Ledger;
import plumbline.read.Encoding;
import plumbline.read.form.Known;
import plumbline.read.form.Mapping;
import plumbline.read.sheet.Limits;

/// Takes files in: reads each, checks it, records it in one transaction, and answers with a receipt per file.
///
/// Files handed in together may speak of each other: departments are taken in first, then reorganisations, the
/// calendar, texts, and last the figures that point into the texts. A file with an error leaves nothing behind; the
/// others stay.
///
/// Thread-safe; the ledger lets one import in at a time.
public final class Intake {
    private static final int TEXTS = 3;
    private static final Set<Receipt.Outcome> STOPPED =
            EnumSet.of(Receipt.Outcome.CANCELLED, Receipt.Outcome.NOT_STORED);

    private final Catalog catalog;
    private final Ledger ledger;
    private final Narratives narratives;
    private final Limits limits;
    private final Function<String, Optional<byte[]>> elsewhere;
    private final boolean looksElsewhere;

    public Intake(Catalog catalog, Ledger ledger) {
        this(catalog, ledger, Limits.DEFAULT);
    }

    /// @param limits what a workbook may cost at most
    public Intake(Catalog catalog, Ledger ledger, Limits limits) {
        this(catalog, ledger, new Narratives(), limits, _ -> Optional.empty(), false);
    }

    private Intake(
            Catalog catalog,
            Ledger ledger,
            Narratives narratives,
            Limits limits,
            Function<String, Optional<byte[]>> elsewhere,
            boolean looksElsewhere) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.narratives = narratives;
        this.limits = limits;
        this.elsewhere = elsewhere;
        this.looksElsewhere = looksElsewhere;
    }

    /// The same intake, which also looks for a text that a form names in the place given, e.g. the form's folder.
    public Intake withTextsFrom(Function<String, Optional<byte[]>> place) {
        return new Intake(catalog, ledger, narratives, limits, place, true);
    }

    /// Where people confirm what was read from texts.
    public Desk desk() {
        return new Desk(catalog, ledger, narratives);
    }

    /// Takes the files in. What is wrong with a file stands in its receipt; the receipts come in the order of the
    /// files, those of texts found elsewhere behind them.
    ///
    /// A dry run goes the same way in a transaction of which nothing stays. An order that names a preview is
    /// carried out as previewed; where it would do anything else, nothing is stored, and the receipts say what it
    /// would do.
    ///
    /// @throws Refusal if the order itself cannot be carried out (an unknown department, no reason)
    /// @throws plumbline.ledger.LedgerException if the database cannot even be read; where it cannot be written,
    ///     the receipt of the file says so
    public List<Receipt> accept(List<Delivery> files, Order order, Progress progress) {
        return accept(files, order, progress, (receipts, _) -> receipts);
    }

    /// As [#accept(List, Order, Progress)], where more is to be told than the receipts.
    ///
    /// @param look is shown the receipts and the ledger as it then is; after a dry run and for an
    ///     outdated preview as it would be, before all of it is taken back
    public <T> T accept(
            List<Delivery> files, Order order, Progress progress, BiFunction<List<Receipt>, Ledger, T> look) {
        if (order.dryRun()) {
            return rehearse(files, order, progress, look);
        }
        if (order.previewed().isEmpty()) {
            return look.apply(run(files, order, ledger, Optional.empty(), progress), ledger);
        }
        Optional<Set<String>> digests = order.previewed().map(Set::of);
        if (files.size() > 1 || looksElsewhere) {
            // What is stored file by file must not come to half of what was previewed together.
            List<Receipt> rehearsed = rehearse(files, order.asDryRun(), silent(progress), (receipts, _) -> receipts);
            if (rehearsed.stream().anyMatch(each -> STOPPED.contains(each.outcome()))) {
                return look.apply(rehearsed, ledger);
            }
            if (!digest(rehearsed).equals(order.previewed().get())) {
                return outdated(files, order, progress, look);
            }
            digests = Optional.of(rehearsed.stream()
                    .flatMap(each -> each.preview().stream())
                    .map(Preview::digest)
                    .collect(Collectors.toSet()));
        }
        List<Receipt> receipts = run(files, order, ledger, digests, progress);
        boolean kept = receipts.stream().noneMatch(each -> each.outcome() == Receipt.Outcome.PREVIEW_OUTDATED);
        return kept || receipts.size() > 1 ? look.apply(receipts, ledger) : outdated(files, order, progress, look);
    }

    /// Tells what the files would do now.
    private <T> T outdated(
            List<Delivery> files, Order order, Progress progress, BiFunction<List<Receipt>, Ledger, T> look) {
        return rehearse(
                files,
                order.asDryRun(),
                silent(progress),
                (receipts, within) ->
                        look.apply(receipts.stream().map(Receipt::asOutdated).toList(), within));
    }

    /// Tells nothing and can be stopped all the same.
    private static Progress silent(Progress heard) {
        return new Progress() {
            @Override
            public void stage(Stage stage, long done, OptionalLong total) {}

            @Override
            public boolean isCancelled() {
                return heard.isCancelled();
            }
        };
    }

    /// What a commit names the previews by that a dry run has told.
    public static String digest(List<Receipt> previewed) {
        return Foresight.together(previewed);
    }

    /// A dry run of which more is to be told than the receipts.
    ///
    /// @param look is shown the receipts and the ledger as it would be, before all of it is taken back
    public <T> T rehearse(List<Delivery> files, Order order, BiFunction<List<Receipt>, Ledger, T> look) {
        return rehearse(files, order.asDryRun(), Progress.SILENT, look);
    }

    private <T> T rehearse(
            List<Delivery> files, Order order, Progress progress, BiFunction<List<Receipt>, Ledger, T> look) {
        return ledger.rehearse(
                (book, within) -> look.apply(run(files, order, book, Optional.empty(), progress), within));
    }

    private List<Receipt> run(
            List<Delivery> files, Order order, Book book, Optional<Set<String>> previewed, Progress progress) {
        DepartmentTree tree = ledger.departments(ledger.newest());
        Catalog spoken = ledger.catalog(ledger.newest());
        Defaults defaults = defaults(order, tree, spoken);
        Documents documents = new Documents(ledger);
        HeaderAnswers answers = new HeaderAnswers(ledger, spoken, order.mapping(), defaults.department());
        boolean replaces = order.mode() == Mode.REPLACE;
        Opened.Reading reading = new Opened.Reading(encoding(order), given(defaults), limits);
        List<Opened> opened = new ArrayList<>();
        progress.stage(Stage.RECEIVED, files.size(), OptionalLong.of(files.size()));
        for (Delivery file : files) {
            opened.add(
                    progress.isCancelled()
                            ? Opened.unread(file, tree)
                            : Opened.open(file, reading, known(spoken, tree, replaces), answers));
        }
        if (!progress.isCancelled()) {
            refuseUnasked(answers);
        }
        if (order.mode() != Mode.WITHDRAW) { // texts are not withdrawn: figures are found in those on record
            opened.addAll(textsElsewhere(opened, reading, known(spoken, tree, replaces), answers));
            opened.forEach(each -> each.text().ifPresent(documents::add));
        }
        FileIntake intake = new FileIntake(
                catalog,
                spoken,
                ledger,
                book,
                order,
                previewed,
                defaults,
                tree,
                documents,
                () -> narratives.reader(spoken, ledger.reviews().terms(ledger.newest())),
                progress);
        Map<Opened, Receipt> receipts = new HashMap<>();
        inTurn(opened).filter(each -> turn(each) < TEXTS).forEach(each -> receipts.put(each, intake.accept(each)));
        // Headers may name departments that only the files before them brought.
        opened.replaceAll(each -> each.with(reading, known(spoken, intake.tree(), replaces), answers));
        // Only now are the departments known whose reports the texts are.
        opened.stream().filter(Opened::hasDocuments).forEach(intake::findOwners);
        inTurn(opened).filter(each -> turn(each) >= TEXTS).forEach(each -> receipts.put(each, intake.accept(each)));
        return opened.stream()
                .flatMap(each -> Optional.ofNullable(receipts.get(each)).stream())
                .toList();
    }

    private static Stream<Opened> inTurn(List<Opened> opened) {
        return opened.stream().sorted(Comparator.comparingInt(Intake::turn));
    }

    private static Known known(Catalog spoken, DepartmentTree tree, boolean blanksCount) {
        return new Known(spoken, tree, Mapping.NONE, blanksCount);
    }

    /// An answer that nobody asked for would be lost without a word.
    private static void refuseUnasked(HeaderAnswers answers) {
        if (!answers.unasked().isEmpty()) {
            throw Refusal.invalid(
                    "map",
                    String.join(", ", answers.unasked()),
                    answers.asked().isEmpty()
                            ? "no mapping; every header is understood"
                            : "a header that is asked about: " + String.join(", ", answers.asked()));
        }
    }

    /// Whether the order can be carried out, before any file is looked at.
    private static Defaults defaults(Order order, DepartmentTree tree, Catalog spoken) {
        List<Refusal.Fault> faults = new ArrayList<>();
        if (order.mode().needsReason()
                && order.reason().filter(each -> !each.isBlank()).isEmpty()) {
            faults.add(new Refusal.Fault("reason", "", "why the figures are corrected or withdrawn, in a sentence"));
        }
        order.mapping().forEach((header, meaning) -> {
            if (!Mapping.isUnderstood(meaning, known(spoken, tree, false))) {
                String accepted =
                        "code or name of a metric, a department, a period or a field; - leaves the column out";
                faults.add(new Refusal.Fault("map", header + "=" + meaning, accepted));
            }
        });
        if (order.encoding().isPresent()
                && order.encoding().flatMap(Encoding::read).isEmpty()) {
            faults.add(new Refusal.Fault("encoding", order.encoding().get(), Order.ENCODINGS));
        }
        Optional<Department> department = order.department().flatMap(text -> {
            Optional<Department> found = tree.find(text);
            if (found.isEmpty()) {
                faults.add(new Refusal.Fault("department", text, "code or name of a department"));
            }
            return found;
        });
        Optional<Period> period = order.period().flatMap(text -> {
            Optional<Period> read = Period.read(text);
            if (read.isEmpty()) {
                faults.add(new Refusal.Fault("period", text, Period.ACCEPTED));
            }
            return read;
        });
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
        return new Defaults(department, period);
    }

    private static Encoding encoding(Order order) {
        return order.encoding().flatMap(Encoding::read).orElse(Encoding.DETECTED);
    }

    private static Set<Field> given(Defaults defaults) {
        Set<Field> given = EnumSet.noneOf(Field.class);
        defaults.department().ifPresent(_ -> given.add(Field.DEPARTMENT));
        defaults.period().ifPresent(_ -> given.add(Field.PERIOD));
        return given;
    }

    /// The texts that forms name and nobody handed in, where the place given has them.
    private List<Opened> textsElsewhere(
            List<Opened> opened, Opened.Reading reading, Known known, HeaderAnswers answers) {
        Set<String> missing = new LinkedHashSet<>();
        for (Opened each : opened) {
            if (each.hasDocuments()) {
                each.form().orElseThrow().rows(row -> missing.add(row.field(Field.DOCUMENT)), _ -> {});
            }
        }
        missing.remove("");
        opened.forEach(each -> missing.remove(each.file().name()));
        return missing.stream()
                .flatMap(name -> elsewhere.apply(name).map(bytes -> new Delivery(name, bytes)).stream())
                .map(text -> Opened.open(text, reading.detected(), known, answers))
                .filter(each -> each.form().isEmpty()) // a form may bring its texts along, but no other forms
                .toList();
    }

    private static int turn(Opened file) {
        return file.kind()
                .map(kind -> switch (kind) {
                    case DEPARTMENTS -> 0;
                    case REORGANISATIONS -> 1;
                    case METRICS, CALENDAR, TARGETS -> 2;
                    case TEXT -> TEXTS;
                    case FIGURES -> 4;
                })
                .orElse(5);
    }
}
