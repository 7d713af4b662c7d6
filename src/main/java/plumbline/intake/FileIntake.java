package plumbline.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.Finding;
import plumbline.FormKind;
import plumbline.Mode;
import plumbline.Period;
import plumbline.Preview;
import plumbline.Receipt;
import plumbline.Row;
import plumbline.check.CalendarCheck;
import plumbline.check.Defaults;
import plumbline.check.DepartmentCheck;
import plumbline.check.FigureCheck;
import plumbline.check.MetricCheck;
import plumbline.check.ReorganisationCheck;
import plumbline.check.TargetCheck;
import plumbline.ledger.Book;
import plumbline.ledger.HeaderMapping;
import plumbline.ledger.Ledger;
import plumbline.ledger.LedgerException;
import plumbline.ledger.Received;
import plumbline.ledger.Recorder;
import plumbline.read.Numeral;
import plumbline.read.form.HeaderCell;
import plumbline.read.narrative.NarrativeReader;

/// Takes the files of one order in, one after the other. Keeps the department tree up to date between them.
final class FileIntake {
    private final Catalog shipped;
    private final Catalog catalog;
    private final Ledger ledger;
    private final Book book;
    private final Order order;
    private final Defaults defaults;
    private final Documents documents;
    private final Counters counters;
    private final Optional<Set<String>> previewed;
    private final Set<String> departments = new TreeSet<>();
    private final ReportNames names;
    private final TextIntake texts;
    private DepartmentTree tree;
    private long files;
    private int proposed;
    private Receipt.Brought brought = Receipt.Brought.NOTHING;

    /// @param shipped the catalogue as the program has it
    /// @param catalog as the organisation speaks of it
    /// @param book where the files are recorded
    /// @param previewed digests of the previews, one of which each file must keep to; empty where there were none
    FileIntake(
            Catalog shipped,
            Catalog catalog,
            Ledger ledger,
            Book book,
            Order order,
            Optional<Set<String>> previewed,
            Defaults defaults,
            DepartmentTree tree,
            Documents documents,
            Supplier<NarrativeReader> reader,
            Progress progress) {
        this.shipped = shipped;
        this.catalog = catalog;
        this.ledger = ledger;
        this.book = book;
        this.order = order;
        this.previewed = previewed;
        this.defaults = defaults;
        this.tree = tree;
        this.documents = documents;
        counters = new Counters(progress);
        names = new ReportNames(ledger);
        texts = new TextIntake(catalog, ledger, defaults, documents, reader, counters, names);
    }

    /// The departments with those that the files so far have brought.
    DepartmentTree tree() {
        return tree;
    }

    /// Notes whose reports the texts are that a form points into.
    void findOwners(Opened file) {
        FigureCheck check = figureCheck();
        file.form()
                .orElseThrow()
                .readings(
                        reading -> check.check(file.file().name(), reading, _ -> {})
                                .ifPresent(figure -> {
                                    String text = reading.row().field(Field.DOCUMENT);
                                    documents.owned(
                                            text,
                                            figure.key().department(),
                                            figure.key().period());
                                }),
                        _ -> {});
    }

    /// Takes one file in, whole or not at all, and says which.
    Receipt accept(Opened file) {
        files++;
        Optional<Foresight> foresight = order.dryRun() || previewed.isPresent()
                ? Optional.of(new Foresight(file.file().bytes(), settings(file)))
                : Optional.empty();
        departments.clear();
        try {
            counters.goOn();
            return file.isReadable() ? recorded(file, foresight) : unstored(file, Receipt.Outcome.REFUSED, foresight);
        } catch (Cancelled _) {
            return unstored(file, Receipt.Outcome.CANCELLED, Optional.empty());
        } catch (LedgerException broken) {
            file.findings().accept(Contradictions.notStored(file, broken));
            return unstored(file, Receipt.Outcome.NOT_STORED, Optional.empty());
        }
    }

    private Receipt unstored(Opened file, Receipt.Outcome outcome, Optional<Foresight> foresight) {
        Optional<Preview> told = foresight.map(each -> each.told(file.findings(), file.beginning()));
        Receipt.Brought nothing = Receipt.Brought.NOTHING;
        return Receipts.of(file, outcome, Optional.empty(), Receipt.Counts.NONE, 0, nothing, told);
    }

    private Receipt recorded(Opened file, Optional<Foresight> foresight) {
        proposed = 0;
        brought = Receipt.Brought.NOTHING;
        Received received = received(file);
        Told told = new Told();
        Book.Recorded recorded = book.record(received, recorder -> {
            foresight.ifPresent(_ -> recorder.keepCells());
            work(file, recorder, foresight);
            counters.fileDone(files);
            if (received.kind() == FormKind.FIGURES && !file.findings().hasErrors()) {
                new Disagreements(received.name(), catalog, tree, recorder, names::of).report(file.findings());
            }
            counters.goOn();
            remember(file, recorder);
            foresight.ifPresent(each -> told.keep(foresee(file, each, recorder)));
            return !file.findings().hasErrors() && !told.isOutdated(previewed);
        });
        recorded.report().filter(_ -> recorded.kept()).ifPresent(number -> kept(received, number, recorded));
        if (recorded.undone() > 0) {
            file.findings().accept(Contradictions.undone(file, recorded));
        }
        if (recorded.kept()) {
            tree = book.departments();
        }
        Optional<Preview> preview = recorded.alreadyImported()
                ? foresight.map(each -> each.told(file.findings(), file.beginning()))
                : told.preview;
        Optional<Long> number = recorded.report().filter(each -> !order.dryRun() || !names.isOurs(each));
        if (recorded.alreadyImported() && received.kind() == FormKind.FIGURES) {
            brought = number.filter(each -> !names.isOurs(each))
                    .map(each -> ledger.figures().brought(each, ledger.newest(), FigureIntake.MOST_KEYS))
                    .orElse(brought);
        }
        Receipt.Outcome outcome = outcome(file, recorded, told);
        int waiting = proposed(file, number, outcome);
        return Receipts.of(file, outcome, number, recorded.counts(), waiting, brought, preview);
    }

    /// Has what was said of the file's header remembered, for each department whose figures it has.
    private void remember(Opened file, Recorder recorder) {
        for (HeaderAnswers.Answer each : file.answers()) {
            HeaderCell cell = each.cell();
            if (each.earlier().isEmpty()) {
                departments.forEach(department -> recorder.remember(new HeaderMapping(
                        department,
                        cell.form(),
                        cell.name(),
                        each.meaning(),
                        cell.column(),
                        cell.unit(),
                        Optional.empty())));
            }
        }
        departments.clear();
    }

    /// What the recording of a file had foreseen when it ended.
    private static final class Told {
        private Optional<Preview> preview = Optional.empty();

        void keep(Preview foreseen) {
            preview = Optional.of(foreseen);
        }

        boolean isOutdated(Optional<Set<String>> previewed) {
            return previewed.isPresent()
                    && preview.map(each -> !previewed.get().contains(each.digest()))
                            .orElse(false);
        }
    }

    private static Preview foresee(Opened file, Foresight foresight, Recorder recorder) {
        if (!file.findings().hasErrors()) {
            recorder.changes(foresight::cell);
        }
        return foresight.told(file.findings(), file.beginning());
    }

    private void kept(Received received, long number, Book.Recorded recorded) {
        if (!recorded.alreadyImported()) {
            names.add(number, received.name());
        }
        if (received.kind() == FormKind.TEXT) {
            documents.recorded(received.name(), number);
        }
    }

    /// What makes a difference besides the bytes.
    private List<String> settings(Opened file) {
        String answers = file.answers().stream()
                .map(each -> each.cell().header() + "=" + each.meaning())
                .collect(Collectors.joining("\n"));
        return List.of(
                answers,
                file.encoding().orElse(""),
                order.mode().word(),
                defaults.department().map(Department::code).orElse(""),
                defaults.period().map(Period::toString).orElse(""));
    }

    private Receipt.Outcome outcome(Opened file, Book.Recorded recorded, Told told) {
        if (recorded.alreadyImported() && recorded.undone() == 0) {
            return Receipt.Outcome.ALREADY_IMPORTED;
        }
        if (told.isOutdated(previewed)) {
            return Receipt.Outcome.PREVIEW_OUTDATED;
        }
        if (file.findings().hasErrors()) {
            return Receipt.Outcome.REFUSED;
        }
        return order.dryRun() ? Receipt.Outcome.WOULD_ACCEPT : Receipt.Outcome.ACCEPTED;
    }

    /// How many numbers of a text await a person: of one that came before, those seen then.
    private int proposed(Opened file, Optional<Long> report, Receipt.Outcome outcome) {
        if (!outcome.isTaken() || file.text().isEmpty()) {
            return 0;
        }
        return proposed > 0 || report.isEmpty() || names.isOurs(report.get())
                ? proposed
                : ledger.reviews().in(report.get(), ledger.newest()).size();
    }

    private Received received(Opened file) {
        String name = file.file().name();
        Documents.Owner owner = documents.owner(name);
        return new Received(
                name,
                file.kind().orElseThrow(),
                file.file().bytes(),
                file.encoding().orElseThrow(),
                // What a text says is corrected where it is confirmed; the text itself only comes in.
                file.text().isPresent() && order.mode() != Mode.WITHDRAW ? Mode.ADD : order.mode(),
                order.actor(),
                order.reason(),
                defaults.department().map(Department::code).or(owner::department),
                defaults.period().or(owner::period),
                documents.numbers());
    }

    /// Whether files of the kind may come in the order's mode.
    private boolean fits(FormKind kind) {
        return switch (order.mode()) {
            case ADD, CORRECT -> true;
            case WITHDRAW -> kind == FormKind.FIGURES || kind == FormKind.REORGANISATIONS || kind == FormKind.CALENDAR;
            case REPLACE -> kind == FormKind.FIGURES || kind == FormKind.TEXT;
        };
    }

    private void work(Opened file, Recorder recorder, Optional<Foresight> foresight) {
        FormKind kind = file.kind().orElseThrow();
        if (!fits(kind)) {
            file.findings().accept(Contradictions.unfit(file, order.mode()));
            return;
        }
        Findings findings = file.findings();
        String name = file.file().name();
        Rows rows = new Rows(file, foresight);
        switch (file.kind().orElseThrow()) {
            case TEXT -> proposed = texts.take(file, recorder, tree);
            case FIGURES -> {
                FigureIntake figures = new FigureIntake(order, counters, names, file, recorder, foresight);
                figures.take(figureCheck(), comparison());
                departments.addAll(figures.departments());
                brought = figures.brought();
            }
            case DEPARTMENTS -> {
                DepartmentCheck check = new DepartmentCheck(tree);
                rows.each(row -> check.check(name, row, findings), recorder::department, _ -> false);
            }
            case REORGANISATIONS -> {
                ReorganisationCheck check = new ReorganisationCheck(tree, order.mode());
                rows.each(
                        row -> check.check(name, row, findings),
                        each -> reorganised(each, recorder),
                        ReorganisationCheck.Checked::isWithdrawn);
            }
            case CALENDAR -> {
                CalendarCheck check = new CalendarCheck(catalog, tree, order.mode());
                rows.each(
                        row -> check.check(name, row, findings),
                        each -> each.isWithdrawn() ? recorder.withdraw(each.line()) : recorder.deadline(each.line()),
                        CalendarCheck.Checked::isWithdrawn);
            }
            case METRICS -> {
                MetricCheck check = new MetricCheck(shipped, catalog);
                rows.each(
                        row -> check.check(name, row, findings),
                        each -> recorder.metric(each.before(), each.version()),
                        _ -> false);
            }
            case TARGETS -> {
                TargetCheck check = new TargetCheck(catalog, tree);
                rows.each(row -> check.check(name, row, findings), recorder::target, _ -> false);
            }
        }
    }

    /// A step with the departments it brings along or ends: one line of the form, whole or not at all.
    private static Recorder.Effect reorganised(ReorganisationCheck.Checked each, Recorder recorder) {
        if (each.isWithdrawn()) {
            return recorder.withdraw(each.step());
        }
        each.departments().forEach(recorder::department);
        Recorder.Effect effect = recorder.reorganisation(each.step());
        boolean more = effect == Recorder.Effect.SAME && !each.departments().isEmpty();
        return more ? Recorder.Effect.CHANGED : effect;
    }

    /// The rows of a form that is no figures form.
    private final class Rows {
        private final Opened file;
        private final Optional<Foresight> foresight;

        Rows(Opened file, Optional<Foresight> foresight) {
            this.file = file;
            this.foresight = foresight;
        }

        <T> void each(Function<Row, Optional<T>> check, Function<T, Recorder.Effect> record, Predicate<T> withdraws) {
            file.form()
                    .orElseThrow()
                    .rows(
                            row -> {
                                Optional<T> checked = check.apply(row);
                                counters.checked();
                                checked.ifPresent(each -> {
                                    Recorder.Effect effect = record.apply(each);
                                    Contradictions.report(file, row, each, effect);
                                    foresight.ifPresent(
                                            told -> told.row(seen(row, effect, withdraws.test(each)), false));
                                    counters.recorded();
                                });
                            },
                            file.findings());
        }

        private Preview.Row seen(Row row, Recorder.Effect effect, boolean withdraws) {
            String text = String.join(" · ", row.cells());
            return new Preview.Row(
                    FigureIntake.effect(effect, withdraws ? Mode.WITHDRAW : order.mode()),
                    row.place(Field.CODE),
                    Optional.empty(),
                    Finding.brief(text),
                    Optional.empty());
        }
    }

    /// What form and text say differently is asked about where both come as news.
    private TextsAndForms comparison() {
        return order.mode() == Mode.ADD ? texts.waiting() : new TextsAndForms(List.of(), names::of);
    }

    private FigureCheck figureCheck() {
        return new FigureCheck(catalog, tree, documents::text, Numeral::readShare, defaults);
    }
}
