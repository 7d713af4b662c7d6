package plumbline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import plumbline.Attribution;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Field;
import plumbline.Figure;
import plumbline.FormKind;
import plumbline.Mode;
import plumbline.Place;
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
import plumbline.ledger.Ledger;
import plumbline.ledger.LedgerException;
import plumbline.ledger.Received;
import plumbline.ledger.Recorder;
import plumbline.read.Numeral;
import plumbline.read.ReportText;
import plumbline.read.form.Form;
import plumbline.read.narrative.NarrativeReader;

/// Takes the files of one order in, one after the other. Keeps the department tree up to date between them, in a dry
/// run too, where the ledger does not have the departments that earlier files would bring.
final class FileIntake {
    private final Catalog catalog;
    private final Ledger ledger;
    private final Order order;
    private final Defaults defaults;
    private final Documents documents;
    private final Supplier<NarrativeReader> reader;
    private final Counters counters;
    private final Set<String> imagined = new HashSet<>();
    private final List<RecordedFigure> imaginedProposals = new ArrayList<>();
    private final List<Department> brought = new ArrayList<>();
    private final Map<Long, String> reportNames = new HashMap<>();
    private DepartmentTree tree;
    private TextsAndForms comparison = new TextsAndForms(List.of(), _ -> "");
    private long files;
    private int imaginedRows;
    private int proposed;

    FileIntake(
            Catalog catalog,
            Ledger ledger,
            Order order,
            Defaults defaults,
            DepartmentTree tree,
            Documents documents,
            Supplier<NarrativeReader> reader,
            Progress progress) {
        this.reader = reader;
        this.catalog = catalog;
        this.ledger = ledger;
        this.order = order;
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
        try {
            counters.goOn();
            return file.isReadable() ? recorded(file) : unstored(file, Receipt.Outcome.REFUSED);
        } catch (Cancelled _) {
            return unstored(file, Receipt.Outcome.CANCELLED);
        } catch (LedgerException broken) {
            file.findings().accept(Contradictions.notStored(file, broken));
            return unstored(file, Receipt.Outcome.NOT_STORED);
        }
    }

    private Receipt unstored(Opened file, Receipt.Outcome outcome) {
        brought.clear();
        return receipt(file, outcome, Optional.empty(), Receipt.Counts.NONE);
    }

    private Receipt recorded(Opened file) {
        imaginedRows = 0;
        proposed = 0;
        Received received = received(file);
        Ledger.Recorded recorded = ledger.record(received, recorder -> {
            work(file, recorder);
            counters.fileDone(files);
            if (received.kind() == FormKind.FIGURES && !file.findings().hasErrors()) {
                new Disagreements(received.name(), catalog, tree, recorder, this::reportName).report(file.findings());
            }
            counters.goOn();
            return !file.findings().hasErrors() && !order.dryRun();
        });
        recorded.report()
                .filter(_ -> received.kind() == FormKind.TEXT)
                .ifPresent(number -> documents.recorded(file.file().name(), number));
        if (recorded.undone() > 0) {
            file.findings().accept(Contradictions.undone(file, recorded));
        }
        organisationChanged(file, recorded.kept());
        return receipt(file, outcome(file, recorded), recorded.report(), recorded.counts());
    }

    private Receipt.Outcome outcome(Opened file, Ledger.Recorded recorded) {
        if (recorded.alreadyImported() && recorded.undone() == 0) {
            return Receipt.Outcome.ALREADY_IMPORTED;
        }
        if (file.findings().hasErrors()) {
            return Receipt.Outcome.REFUSED;
        }
        return order.dryRun() ? Receipt.Outcome.WOULD_ACCEPT : Receipt.Outcome.ACCEPTED;
    }

    private Receipt receipt(Opened file, Receipt.Outcome outcome, Optional<Long> report, Receipt.Counts counts) {
        boolean refused = !outcome.isTaken();
        return new Receipt(
                file.file().name(),
                outcome,
                file.kind(),
                file.encoding(),
                file.form().flatMap(Form::earlier),
                refused ? Optional.empty() : report,
                new Receipt.Counts(
                        refused ? 0 : counts.fresh() + imaginedRows,
                        refused ? 0 : counts.changed(),
                        counts.same(),
                        outcome == Receipt.Outcome.REFUSED ? file.findings().faultyRows() : 0),
                proposed(file, report, refused),
                file.findings().list());
    }

    /// How many numbers of a text await a person: of one that came before, those seen then.
    private int proposed(Opened file, Optional<Long> report, boolean refused) {
        if (refused || file.text().isEmpty()) {
            return 0;
        }
        return proposed > 0 || order.dryRun() || report.isEmpty()
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
                file.text().isPresent() && order.mode() == Mode.CORRECT ? Mode.ADD : order.mode(),
                order.actor(),
                order.reason(),
                defaults.department().map(Department::code).or(owner::department),
                defaults.period().or(owner::period),
                documents.numbers());
    }

    private void work(Opened file, Recorder recorder) {
        if (order.mode() == Mode.WITHDRAW && file.kind().orElseThrow() != FormKind.FIGURES) {
            file.findings().accept(Contradictions.onlyFiguresAreWithdrawn(file));
            return;
        }
        Findings findings = file.findings();
        String name = file.file().name();
        switch (file.kind().orElseThrow()) {
            case TEXT -> text(file, recorder);
            case FIGURES -> figures(file, recorder);
            case DEPARTMENTS -> {
                DepartmentCheck check = new DepartmentCheck(tree);
                rows(file, row -> check.check(name, row, findings), each -> department(each, recorder));
            }
            case REORGANISATIONS -> {
                ReorganisationCheck check = new ReorganisationCheck(tree);
                rows(
                        file,
                        row -> check.check(name, row, findings),
                        each -> isImagined(each.from()) || isImagined(each.to())
                                ? imagine()
                                : recorder.reorganisation(each));
            }
            case CALENDAR -> {
                CalendarCheck check = new CalendarCheck(catalog, tree);
                rows(
                        file,
                        row -> check.check(name, row, findings),
                        each -> isImagined(each.department()) ? imagine() : recorder.deadline(each));
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
        if (order.dryRun()) {
            imaginedProposals.addAll(figures);
        }
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

    /// What awaits a person, with what the texts of a dry run would bring.
    private TextsAndForms textsAndForms() {
        List<RecordedFigure> all = new ArrayList<>(new Proposals(catalog, ledger).open(ledger.newest()));
        all.addAll(imaginedProposals);
        return new TextsAndForms(
                all,
                report -> ledger.report(report, ledger.newest())
                        .map(Report::name)
                        .orElseGet(() -> nameOfImagined(all, report)));
    }

    private static String nameOfImagined(List<RecordedFigure> all, long report) {
        return all.stream()
                .filter(each -> each.report() == report)
                .map(each -> each.figure().place())
                .map(place -> place instanceof Place.Passage passage ? passage.document() : "")
                .findFirst()
                .orElse("");
    }

    /// A row that passed the checks.
    private record Checked(Row row, Figure figure) {}

    private void figures(Opened file, Recorder recorder) {
        comparison = order.mode() == Mode.ADD ? textsAndForms() : new TextsAndForms(List.of(), this::reportName);
        ReadAhead.<Checked>run(checked -> check(file, checked), batch -> record(file, batch, recorder));
    }

    private void record(Opened file, List<Checked> batch, Recorder recorder) {
        List<Checked> known = new ArrayList<>(batch.size());
        for (Checked each : batch) {
            if (isImagined(each.figure().key().department())) {
                report(file, each, new Recorder.Outcome(imagine(), Optional.empty()));
            } else {
                known.add(new Checked(each.row(), comparison.compared(file, each.row(), each.figure())));
            }
        }
        List<Recorder.Outcome> outcomes = recorder.figures(known.stream()
                .map(Checked::figure)
                .map(each -> order.dryRun() ? withoutPassage(each) : each)
                .toList());
        Map<Long, RecordedFigure> questioned = questioned(known, outcomes, recorder);
        for (int i = 0; i < outcomes.size(); i++) {
            Recorder.Outcome outcome = outcomes.get(i);
            report(
                    file,
                    known.get(i),
                    new Recorder.Outcome(
                            outcome.effect(), outcome.before().map(each -> questioned.getOrDefault(each.id(), each))));
        }
        batch.forEach(_ -> counters.recorded());
    }

    /// The figures on record that a finding may have to name, with their places.
    private static Map<Long, RecordedFigure> questioned(
            List<Checked> batch, List<Recorder.Outcome> outcomes, Recorder recorder) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Recorder.Outcome outcome = outcomes.get(i);
            boolean empty = batch.get(i).figure().value().state() == State.NOT_MENTIONED;
            if (outcome.effect() == Recorder.Effect.CONTRADICTS || empty) {
                outcome.before().map(RecordedFigure::id).ifPresent(ids::add);
            }
        }
        return ids.isEmpty() ? Map.of() : recorder.figures(ids);
    }

    private void report(Opened file, Checked checked, Recorder.Outcome outcome) {
        Contradictions.report(file, checked.row(), checked.figure(), order.mode(), outcome, this::reportName);
    }

    /// The name of the file that came as the report of this number.
    private String reportName(long report) {
        return reportNames.computeIfAbsent(
                report,
                number -> ledger.report(number, ledger.newest())
                        .map(Report::name)
                        .orElseThrow(() -> new LedgerException("no report " + number)));
    }

    /// In a dry run the ledger does not have the texts of the order, and nothing depends on the passage.
    private static Figure withoutPassage(Figure figure) {
        return new Figure(
                figure.key(),
                figure.value(),
                figure.wording(),
                figure.review(),
                figure.note(),
                figure.formPlace().orElse(figure.place()),
                Optional.empty());
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

    /// In a dry run the ledger does not know departments that an earlier file of the order would bring.
    private boolean isImagined(String department) {
        return imagined.contains(department);
    }

    /// What a row about a department does that the ledger does not know yet: it says something new.
    private Recorder.Effect imagine() {
        if (order.mode() == Mode.WITHDRAW) {
            return Recorder.Effect.NOTHING_TO_WITHDRAW;
        }
        imaginedRows++;
        return Recorder.Effect.FRESH;
    }

    private Recorder.Effect department(Department department, Recorder recorder) {
        brought.add(department);
        return department.parent().map(this::isImagined).orElse(false) ? imagine() : recorder.department(department);
    }

    private <T> void rows(Opened file, Function<Row, Optional<T>> check, Function<T, Recorder.Effect> record) {
        file.form()
                .orElseThrow()
                .rows(
                        row -> {
                            Optional<T> checked = check.apply(row);
                            counters.checked();
                            checked.ifPresent(each -> {
                                Contradictions.report(file, row, each, record.apply(each));
                                counters.recorded();
                            });
                        },
                        file.findings());
    }

    /// Makes the departments of the file known to the files behind it.
    private void organisationChanged(Opened file, boolean kept) {
        if (kept) {
            tree = ledger.departments(ledger.newest());
        } else if (!brought.isEmpty() && !file.findings().hasErrors()) {
            List<Department> all = new ArrayList<>(tree.all());
            brought.forEach(each -> {
                all.removeIf(other -> other.code().equals(each.code()));
                all.add(each);
                imagined.add(each.code());
            });
            tree = new DepartmentTree(all, tree.reorganisations());
        }
        brought.clear();
    }

    private FigureCheck figureCheck() {
        return new FigureCheck(catalog, tree, documents::text, Numeral::readShare, defaults);
    }
}
