package plumbline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import plumbline.Attribution;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.Figure;
import plumbline.Finding;
import plumbline.FormKind;
import plumbline.Mode;
import plumbline.Period;
import plumbline.Preview;
import plumbline.Proposal;
import plumbline.Receipt;
import plumbline.RecordedFigure;
import plumbline.RecordedProposal;
import plumbline.Report;
import plumbline.Row;
import plumbline.State;
import plumbline.check.CalendarCheck;
import plumbline.check.Defaults;
import plumbline.check.DepartmentCheck;
import plumbline.check.FigureCheck;
import plumbline.check.Proposed;
import plumbline.check.ReorganisationCheck;
import plumbline.ledger.Book;
import plumbline.ledger.HeaderMapping;
import plumbline.ledger.Ledger;
import plumbline.ledger.LedgerException;
import plumbline.ledger.Received;
import plumbline.ledger.Recorder;
import plumbline.read.Numeral;
import plumbline.read.ReportText;
import plumbline.read.form.Form;
import plumbline.read.form.HeaderCell;
import plumbline.read.narrative.NarrativeReader;

/// Takes the files of one order in, one after the other. Keeps the department tree up to date between them.
final class FileIntake {
    private final Catalog catalog;
    private final Ledger ledger;
    private final Book book;
    private final Order order;
    private final Defaults defaults;
    private final Documents documents;
    private final Supplier<NarrativeReader> reader;
    private final Counters counters;
    private final Optional<Set<String>> previewed;
    private final Set<String> departments = new TreeSet<>();
    private final Map<Long, String> ours = new HashMap<>();
    private final Map<Long, String> reportNames = new HashMap<>();
    private final List<RecordedFigure> seenInTexts = new ArrayList<>();
    private DepartmentTree tree;
    private TextsAndForms comparison = new TextsAndForms(List.of(), _ -> "");
    private long files;
    private int proposed;

    /// @param book where the files are recorded
    /// @param previewed digests of the previews, one of which each file must keep to; empty where there were none
    FileIntake(
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
        this.reader = reader;
        this.catalog = catalog;
        this.ledger = ledger;
        this.book = book;
        this.order = order;
        this.previewed = previewed;
        this.defaults = defaults;
        this.tree = tree;
        this.documents = documents;
        this.counters = new Counters(progress);
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
        return receipt(file, outcome, Optional.empty(), Receipt.Counts.NONE, told);
    }

    private Receipt recorded(Opened file, Optional<Foresight> foresight) {
        proposed = 0;
        Received received = received(file);
        Told told = new Told();
        Book.Recorded recorded = book.record(received, recorder -> {
            foresight.ifPresent(_ -> recorder.keepCells());
            work(file, recorder, foresight);
            counters.fileDone(files);
            if (received.kind() == FormKind.FIGURES && !file.findings().hasErrors()) {
                new Disagreements(received.name(), catalog, tree, recorder, this::reportName).report(file.findings());
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
        Optional<Long> number = recorded.report().filter(each -> !order.dryRun() || !ours.containsKey(each));
        return receipt(file, outcome(file, recorded, told), number, recorded.counts(), preview);
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
            ours.put(number, received.name());
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

    private static List<Receipt.Question> questions(Opened file) {
        return file.questions().stream()
                .map(each -> new Receipt.Question(each.place(), each.header(), each.candidates()))
                .toList();
    }

    private static List<Receipt.Answer> answers(Opened file) {
        return file.answers().stream()
                .map(each -> new Receipt.Answer(
                        each.cell().header(),
                        each.meaning(),
                        each.earlier().map(who -> new Receipt.Confirmed(who.actor(), who.at()))))
                .toList();
    }

    /// How many numbers of a text await a person: of one that came before, those seen then.
    private int proposed(Opened file, Optional<Long> report, boolean refused) {
        if (refused || file.text().isEmpty()) {
            return 0;
        }
        return proposed > 0 || report.isEmpty() || ours.containsKey(report.get())
                ? proposed
                : ledger.reviews().in(report.get(), ledger.newest()).size();
    }

    private Receipt receipt(
            Opened file,
            Receipt.Outcome outcome,
            Optional<Long> report,
            Receipt.Counts counts,
            Optional<Preview> preview) {
        boolean refused = !outcome.isTaken();
        boolean isFaulty = outcome == Receipt.Outcome.REFUSED || outcome == Receipt.Outcome.PREVIEW_OUTDATED;
        return new Receipt(
                file.file().name(),
                outcome,
                file.kind(),
                file.encoding(),
                file.form().flatMap(Form::earlier),
                refused ? Optional.empty() : report,
                new Receipt.Counts(
                        refused ? 0 : counts.fresh(),
                        refused ? 0 : counts.changed(),
                        counts.same(),
                        isFaulty ? file.findings().faultyRows() : 0),
                proposed(file, report, refused),
                file.findings().list(),
                questions(file),
                answers(file),
                preview);
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

    private void work(Opened file, Recorder recorder, Optional<Foresight> foresight) {
        FormKind kind = file.kind().orElseThrow();
        boolean onlyFigures = order.mode() == Mode.WITHDRAW || (order.mode() == Mode.REPLACE && kind != FormKind.TEXT);
        if (onlyFigures && kind != FormKind.FIGURES) {
            file.findings().accept(Contradictions.onlyFigures(file, order.mode()));
            return;
        }
        Findings findings = file.findings();
        String name = file.file().name();
        Rows rows = new Rows(file, foresight);
        switch (file.kind().orElseThrow()) {
            case TEXT -> text(file, recorder);
            case FIGURES -> figures(file, recorder, foresight);
            case DEPARTMENTS -> {
                DepartmentCheck check = new DepartmentCheck(tree);
                rows.each(row -> check.check(name, row, findings), recorder::department);
            }
            case REORGANISATIONS -> {
                ReorganisationCheck check = new ReorganisationCheck(tree);
                rows.each(row -> check.check(name, row, findings), recorder::reorganisation);
            }
            case CALENDAR -> {
                CalendarCheck check = new CalendarCheck(catalog, tree);
                rows.each(row -> check.check(name, row, findings), recorder::deadline);
            }
        }
    }

    private void text(Opened file, Recorder recorder) {
        ReportText text = file.text().orElseThrow();
        Documents.Owner owner = documents.owner(text.name());
        NarrativeReader.Given given = new NarrativeReader.Given(
                defaults.department().map(each -> each.name().zh()),
                defaults.period().or(owner::period));
        List<Proposal> seen = Narratives.proposals(reader.get(), text, given);
        recorder.text(text.text(), seen);
        proposed = seen.size();
        List<RecordedFigure> figures = wouldBe(recorder.report(), seen, owner);
        seenInTexts.addAll(figures);
        TextsAndForms.report(
                file,
                figures,
                new Standing(
                        ledger,
                        ledger.newest(),
                        figures.stream().map(each -> each.figure().key()).toList()),
                this::reportName);
        seen.forEach(_ -> {
            counters.checked();
            counters.recorded();
        });
    }

    /// The figures that the numbers of a text would be, as far as that is known.
    private List<RecordedFigure> wouldBe(long report, List<Proposal> seen, Documents.Owner owner) {
        Attribution said = new Attribution(
                defaults.department().map(Department::code).or(owner::department),
                defaults.period().or(owner::period));
        List<RecordedFigure> figures = new ArrayList<>();
        for (Proposal each : seen) {
            RecordedProposal recorded =
                    new RecordedProposal(figures.size() + 1L, 0, 0, report, Optional.empty(), each, List.of());
            Attribution attribution = Proposals.either(said, Proposals.named(each.department(), tree));
            Proposed.key(each, attribution, catalog).ifPresent(key -> figures.add(Proposals.figure(recorded, key)));
        }
        return figures;
    }

    /// What awaits a person, with what the texts before it brought: a rehearsal's are on record nowhere.
    private TextsAndForms textsAndForms() {
        List<RecordedFigure> all = new ArrayList<>(seenInTexts);
        new Proposals(catalog, ledger)
                .open(ledger.newest()).stream()
                        .filter(each -> !ours.containsKey(each.report()))
                        .forEach(all::add);
        return new TextsAndForms(all, this::reportName);
    }

    /// The rows of a form that is no figures form.
    private final class Rows {
        private final Opened file;
        private final Optional<Foresight> foresight;

        Rows(Opened file, Optional<Foresight> foresight) {
            this.file = file;
            this.foresight = foresight;
        }

        <T> void each(Function<Row, Optional<T>> check, Function<T, Recorder.Effect> record) {
            file.form()
                    .orElseThrow()
                    .rows(
                            row -> {
                                Optional<T> checked = check.apply(row);
                                counters.checked();
                                checked.ifPresent(each -> {
                                    Recorder.Effect effect = record.apply(each);
                                    Contradictions.report(file, row, each, effect);
                                    foresight.ifPresent(told -> told.row(seen(row, effect), false));
                                    counters.recorded();
                                });
                            },
                            file.findings());
        }

        private Preview.Row seen(Row row, Recorder.Effect effect) {
            String text = String.join(" · ", row.cells());
            return new Preview.Row(
                    effect(effect), row.place(Field.CODE), Optional.empty(), Finding.brief(text), Optional.empty());
        }
    }

    /// A row that passed the checks.
    private record Checked(Row row, Figure figure) {}

    private void figures(Opened file, Recorder recorder, Optional<Foresight> foresight) {
        Optional<Replacement> replacement =
                order.mode() == Mode.REPLACE ? Optional.of(new Replacement(file)) : Optional.empty();
        comparison = order.mode() == Mode.ADD ? textsAndForms() : new TextsAndForms(List.of(), this::reportName);
        ReadAhead.<Checked>run(checked -> check(file, checked), read -> {
            List<Checked> batch = read.stream()
                    .map(each -> new Checked(each.row(), comparison.compared(file, each.row(), each.figure())))
                    .toList();
            replacement.ifPresent(each -> batch.forEach(row -> each.states(row.figure())));
            record(file, batch, recorder, foresight);
        });
        replacement
                .map(each -> each.withdrawOthers(recorder))
                .ifPresent(gone -> gone.forEach(each -> foresight.ifPresent(told -> withdrawn(each, recorder, told))));
    }

    private void record(Opened file, List<Checked> batch, Recorder recorder, Optional<Foresight> foresight) {
        List<Recorder.Outcome> outcomes =
                recorder.figures(batch.stream().map(Checked::figure).toList());
        batch.forEach(each -> departments.add(each.figure().key().department()));
        Map<Long, RecordedFigure> questioned = questioned(batch, outcomes, recorder, foresight);
        for (int i = 0; i < outcomes.size(); i++) {
            Checked each = batch.get(i);
            Recorder.Outcome outcome = outcomes.get(i);
            Recorder.Outcome full = new Recorder.Outcome(
                    outcome.effect(), outcome.before().map(old -> questioned.getOrDefault(old.id(), old)));
            Contradictions.report(file, each.row(), each.figure(), order.mode(), full, this::reportName);
            foresight.ifPresent(told -> foresee(each, full, recorder, told));
            counters.recorded();
        }
    }

    /// The figures on record that a finding or a preview may have to name, with their places.
    private Map<Long, RecordedFigure> questioned(
            List<Checked> batch, List<Recorder.Outcome> outcomes, Recorder recorder, Optional<Foresight> foresight) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Recorder.Outcome outcome = outcomes.get(i);
            boolean empty = batch.get(i).figure().value().state() == State.NOT_MENTIONED;
            boolean listed = foresight
                    .filter(each -> each.lists(effect(outcome.effect())))
                    .isPresent();
            if (outcome.effect() == Recorder.Effect.CONTRADICTS || empty || listed) {
                outcome.before().map(RecordedFigure::id).ifPresent(ids::add);
            }
        }
        return ids.isEmpty() ? Map.of() : recorder.figures(ids);
    }

    private void foresee(Checked checked, Recorder.Outcome outcome, Recorder recorder, Foresight told) {
        Figure figure = checked.figure();
        boolean isOurs = outcome.before()
                .filter(each -> each.report() == recorder.report() || ours.containsKey(each.report()))
                .isPresent();
        told.row(
                new Preview.Row(
                        effect(outcome.effect()),
                        figure.formPlace().orElse(figure.place()),
                        Optional.of(figure.key()),
                        figure.wording(),
                        outcome.before()
                                .filter(each -> each.figure().value().state() != State.WITHDRAWN)
                                .map(each -> held(each, recorder))),
                isOurs);
    }

    private void withdrawn(Replacement.Gone gone, Recorder recorder, Foresight told) {
        told.row(
                new Preview.Row(
                        Preview.Effect.WITHDRAWN,
                        gone.place(),
                        Optional.of(gone.figure().figure().key()),
                        "",
                        Optional.of(held(gone.figure(), recorder))),
                ours.containsKey(gone.figure().report()));
    }

    private Preview.Held held(RecordedFigure figure, Recorder recorder) {
        boolean here = figure.report() == recorder.report();
        return new Preview.Held(
                figure.id(),
                figure.report(),
                here ? "" : reportName(figure.report()),
                figure.figure().formPlace().orElse(figure.figure().place()),
                figure.figure().wording());
    }

    /// What the row does in the words of a preview.
    private Preview.Effect effect(Recorder.Effect effect) {
        return switch (effect) {
            case FRESH -> Preview.Effect.NEW;
            case CHANGED -> order.mode() == Mode.WITHDRAW ? Preview.Effect.WITHDRAWN : Preview.Effect.CHANGED;
            case SAME -> Preview.Effect.SAME;
            case CONTRADICTS, NOTHING_TO_WITHDRAW -> Preview.Effect.REFUSED;
        };
    }

    /// The name of the file that came as the report of this number.
    private String reportName(long report) {
        String here = ours.get(report);
        return here != null
                ? here
                : reportNames.computeIfAbsent(
                        report,
                        number -> ledger.report(number, ledger.newest())
                                .map(Report::name)
                                .orElseThrow(() -> new LedgerException("no report " + number)));
    }

    private void check(Opened file, Consumer<Checked> checked) {
        FigureCheck check = figureCheck();
        String name = file.file().name();
        file.form()
                .orElseThrow()
                .readings(
                        reading -> {
                            Optional<Figure> figure = check.check(name, reading, file.findings());
                            counters.checked();
                            figure.ifPresent(each -> checked.accept(new Checked(reading.row(), each)));
                        },
                        file.findings());
    }

    private FigureCheck figureCheck() {
        return new FigureCheck(catalog, tree, documents::text, Numeral::readShare, defaults);
    }
}
