package plumbline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import plumbline.Attribution;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Proposal;
import plumbline.RecordedFigure;
import plumbline.RecordedProposal;
import plumbline.check.Defaults;
import plumbline.check.Proposed;
import plumbline.ledger.Ledger;
import plumbline.ledger.Recorder;
import plumbline.read.ReportText;
import plumbline.read.narrative.NarrativeReader;

/// Takes the narrative reports of one order in. What is read from them awaits a person, and is held against what forms
/// state.
final class TextIntake {
    private final Catalog catalog;
    private final Ledger ledger;
    private final Defaults defaults;
    private final Documents documents;
    private final Supplier<NarrativeReader> reader;
    private final Counters counters;
    private final ReportNames names;
    private final List<RecordedFigure> seenInTexts = new ArrayList<>();

    TextIntake(
            Catalog catalog,
            Ledger ledger,
            Defaults defaults,
            Documents documents,
            Supplier<NarrativeReader> reader,
            Counters counters,
            ReportNames names) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.defaults = defaults;
        this.documents = documents;
        this.reader = reader;
        this.counters = counters;
        this.names = names;
    }

    /// Records a text with what is read from it; answers how many numbers that is.
    int take(Opened file, Recorder recorder, DepartmentTree tree) {
        ReportText text = file.text().orElseThrow();
        Documents.Owner owner = documents.owner(text.name());
        NarrativeReader.Given given = new NarrativeReader.Given(
                defaults.department().map(each -> each.name().zh()),
                defaults.period().or(owner::period));
        List<Proposal> seen = Narratives.proposals(reader.get(), text, given);
        recorder.text(text.text(), seen);
        List<RecordedFigure> figures = wouldBe(recorder.report(), seen, owner, tree);
        seenInTexts.addAll(figures);
        TextsAndForms.report(
                file,
                figures,
                new Standing(
                        ledger,
                        ledger.newest(),
                        figures.stream().map(each -> each.figure().key()).toList()),
                names::of);
        seen.forEach(_ -> {
            counters.checked();
            counters.recorded();
        });
        return seen.size();
    }

    /// The figures that the numbers of a text would be, as far as that is known.
    private List<RecordedFigure> wouldBe(long report, List<Proposal> seen, Documents.Owner owner, DepartmentTree tree) {
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
    TextsAndForms waiting() {
        List<RecordedFigure> all = new ArrayList<>(seenInTexts);
        new Proposals(catalog, ledger)
                .open(ledger.newest()).stream()
                        .filter(each -> !names.isOurs(each.report()))
                        .forEach(all::add);
        return new TextsAndForms(all, names::of);
    }
}
