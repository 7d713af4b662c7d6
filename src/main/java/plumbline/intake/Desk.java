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
import plumbline.FormKind;
import plumbline.Place;
import plumbline.RecordedFigure;
import plumbline.RecordedProposal;
import plumbline.Refusal;
import plumbline.Report;
import plumbline.Review;
import plumbline.Vintage;
import plumbline.check.Proposed;
import plumbline.ledger.Ledger;
import plumbline.read.NumberWords;
import plumbline.read.ReportText;
import plumbline.read.narrative.NarrativeReader;

/// The desk (核对): what was read from texts lies here until a person confirms it. Thread-safe.
public final class Desk {
    private final Catalog catalog;
    private final Ledger ledger;
    private final Narratives narratives;

    Desk(Catalog catalog, Ledger ledger, Narratives narratives) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.narratives = narratives;
    }

    /// The report as it lay on the desk at that vintage.
    ///
    /// @throws Refusal if there is no such narrative report
    public DeskPage page(long report, Vintage vintage) {
        Report found = ledger.report(report, vintage)
                .filter(each -> each.kind() == FormKind.TEXT)
                .orElseThrow(() -> Refusal.notFound("id", "R%04d".formatted(report), "the id of a narrative report"));
        String text = StoredText.of(found, ledger).orElse("");
        NarrativeReader reader = narratives.reader(ledger.reviews().terms(vintage));
        NarrativeReader.Sight sight =
                reader.see(new ReportText(found.name(), found.encoding(), text), NarrativeReader.Given.NOTHING);
        Attribution stated = stated(found, vintage);
        Attribution proposed = new Attribution(
                resolved(sight.department(), ledger.departments(vintage)), sight.period());
        List<RecordedProposal> seen = ledger.reviews().in(report, vintage);
        return new DeskPage(
                found,
                text,
                stated,
                proposed,
                sight.department(),
                entries(found, seen, either(stated, proposed), vintage),
                sight.noise(),
                sight.readings().stream()
                        .filter(each -> !each.decision().isAchieved())
                        .filter(each -> seen.stream().noneMatch(other -> other.proposal().overlaps(each.passage())))
                        .map(each -> new DeskPage.Aside(
                                each.passage(), each.decision().word(), each.reason()))
                        .toList());
    }

    /// What the sender or, later, a person at the desk said.
    Attribution stated(Report report, Vintage vintage) {
        return Optional.ofNullable(ledger.reviews().attributions(vintage).get(report.id()))
                .orElse(new Attribution(report.department(), report.period()));
    }

    private static Attribution either(Attribution stated, Attribution proposed) {
        return new Attribution(
                stated.department().or(proposed::department), stated.period().or(proposed::period));
    }

    private static Optional<String> resolved(String name, DepartmentTree tree) {
        return name.isEmpty() ? Optional.empty() : tree.find(name).map(Department::code);
    }

    private List<DeskPage.Entry> entries(
            Report report, List<RecordedProposal> seen, Attribution attribution, Vintage vintage) {
        Map<Long, FigureKey> keys = new HashMap<>();
        seen.forEach(each -> key(each, attribution).ifPresent(key -> keys.put(each.id(), key)));
        Standing standing = new Standing(ledger, vintage, keys.values());
        List<RecordedFigure> marks = ledger.figuresInText(report.id(), vintage);
        List<DeskPage.Entry> entries = new ArrayList<>();
        for (RecordedProposal each : seen) {
            Optional<FigureKey> key = Optional.ofNullable(keys.get(each.id()));
            Optional<Long> taken = taken(each, marks, report.id());
            boolean open = taken.isEmpty() && each.status().isOpen();
            List<RecordedFigure> against = open
                    ? key.map(known -> standing.against(known, each.proposal().value()))
                            .orElse(List.of())
                    : List.of();
            List<RecordedProposal> others = open ? contradicting(each, seen, keys) : List.of();
            entries.add(new DeskPage.Entry(
                    each,
                    NumberWords.in(
                            each.proposal().passage().quote(),
                            each.proposal().value(),
                            each.proposal().unit()),
                    key,
                    Risk.of(each.proposal(), key.isPresent(), !against.isEmpty() || !others.isEmpty()),
                    against,
                    others,
                    taken,
                    each.last().flatMap(verdict -> verdict.figureNumber()).flatMap(id -> ledger.figure(id, vintage))));
        }
        return entries;
    }

    /// What a person confirmed it to be, else what it seems to be.
    private Optional<FigureKey> key(RecordedProposal proposal, Attribution attribution) {
        return proposal.last()
                .flatMap(verdict -> verdict.figure())
                .map(Figure::key)
                .or(() -> Proposed.key(proposal.proposal(), attribution, catalog));
    }

    /// A form that points at the same words has stated the figure already.
    private static Optional<Long> taken(RecordedProposal proposal, List<RecordedFigure> marks, long report) {
        return marks.stream()
                .filter(each -> each.report() != report && each.figure().review() == Review.CONFIRMED)
                .filter(each -> each.figure().place() instanceof Place.Passage passage
                        && proposal.proposal().overlaps(passage))
                .map(RecordedFigure::id)
                .findFirst();
    }

    private static List<RecordedProposal> contradicting(
            RecordedProposal of, List<RecordedProposal> seen, Map<Long, FigureKey> keys) {
        FigureKey key = keys.get(of.id());
        return key == null
                ? List.of()
                : seen.stream()
                        .filter(each -> each.id() != of.id() && each.status().isOpen())
                        .filter(each -> key.equals(keys.get(each.id())))
                        .filter(each -> Standing.contradict(
                                each.proposal().value(), of.proposal().value()))
                        .toList();
    }

    /// Everything that awaits a person and whose figure is known, as the figures it would be; their numbers are those
    /// of the proposals with a minus sign.
    public List<RecordedFigure> proposed(Vintage vintage) {
        Map<Long, Attribution> attributions = new HashMap<>();
        DepartmentTree tree = ledger.departments(vintage);
        List<RecordedFigure> figures = new ArrayList<>();
        for (RecordedProposal each : ledger.reviews().open(vintage)) {
            Attribution stated = attributions.computeIfAbsent(
                    each.report(),
                    report -> ledger.report(report, vintage)
                            .map(known -> stated(known, vintage))
                            .orElse(Attribution.UNKNOWN));
            Attribution attribution = either(
                    stated,
                    new Attribution(resolved(each.proposal().department(), tree), Optional.empty()));
            key(each, attribution).ifPresent(key -> figures.add(figure(each, key)));
        }
        return figures;
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
                        NumberWords.in(passage.quote(), of.proposal().value(), of.proposal().unit()),
                        Review.UNCONFIRMED,
                        "",
                        passage,
                        Optional.empty()));
    }

    /// What people say goes through here.
    public Judging judging() {
        return new Judging(catalog, ledger, this);
    }
}
