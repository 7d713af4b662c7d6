package plumbline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.Attribution;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Place;
import plumbline.RecordedFigure;
import plumbline.RecordedProposal;
import plumbline.Report;
import plumbline.Review;
import plumbline.Verdict;
import plumbline.Vintage;
import plumbline.check.Proposed;
import plumbline.ledger.Ledger;
import plumbline.read.NumberWords;

/// The figures that proposals would be. Thread-safe; remembers those of the vintage asked for last.
public final class Proposals {
    private final Catalog catalog;
    private final Ledger ledger;
    private Optional<Known> known = Optional.empty();

    private record Known(Vintage vintage, List<RecordedFigure> figures) {}

    public Proposals(Catalog catalog, Ledger ledger) {
        this.catalog = catalog;
        this.ledger = ledger;
    }

    /// Everything that awaits a person and whose figure is known. Their numbers are those of the proposals with a minus
    /// sign, their revision is 0.
    public synchronized List<RecordedFigure> open(Vintage vintage) {
        if (known.filter(each -> each.vintage().equals(vintage)).isEmpty()) {
            known = Optional.of(new Known(vintage, read(vintage)));
        }
        return known.get().figures();
    }

    private List<RecordedFigure> read(Vintage vintage) {
        List<RecordedProposal> open = ledger.reviews().open(vintage);
        if (open.isEmpty()) {
            return List.of();
        }
        Map<Long, Report> reports = new HashMap<>();
        ledger.reports(vintage).forEach(each -> reports.put(each.id(), each));
        DepartmentTree tree = ledger.departments(vintage);
        Map<Long, Attribution> said = ledger.reviews().attributions(vintage);
        List<RecordedFigure> figures = new ArrayList<>();
        for (RecordedProposal each : open) {
            Report report = reports.get(each.report());
            if (report != null) {
                Attribution stated =
                        said.getOrDefault(each.report(), new Attribution(report.department(), report.period()));
                key(each, either(stated, named(each.proposal().department(), tree)))
                        .ifPresent(key -> figures.add(figure(each, key)));
            }
        }
        return List.copyOf(figures);
    }

    /// What the sender or, later, a person at the desk said.
    Attribution stated(Report report, Vintage vintage) {
        return Optional.ofNullable(ledger.reviews().attributions(vintage).get(report.id()))
                .orElse(new Attribution(report.department(), report.period()));
    }

    /// The department of this name, if there is exactly one.
    static Attribution named(String department, DepartmentTree tree) {
        return new Attribution(
                department.isEmpty() ? Optional.empty() : tree.find(department).map(Department::code),
                Optional.empty());
    }

    static Attribution either(Attribution stated, Attribution proposed) {
        return new Attribution(
                stated.department().or(proposed::department), stated.period().or(proposed::period));
    }

    /// What a person confirmed it to be, else what it seems to be.
    Optional<FigureKey> key(RecordedProposal proposal, Attribution attribution) {
        return proposal.last()
                .flatMap(Verdict::figure)
                .map(Figure::key)
                .or(() -> Proposed.key(proposal.proposal(), attribution, catalog));
    }

    /// The figure a proposal would be.
    static RecordedFigure figure(RecordedProposal of, FigureKey key) {
        Place.Passage passage = of.proposal().passage();
        return new RecordedFigure(
                -of.id(),
                0,
                of.importNumber(),
                of.report(),
                Optional.of(of.report()),
                new Figure(
                        key,
                        of.proposal().value(),
                        NumberWords.in(
                                passage.quote(),
                                of.proposal().value(),
                                of.proposal().unit()),
                        Review.UNCONFIRMED,
                        "",
                        passage,
                        Optional.empty()));
    }
}
