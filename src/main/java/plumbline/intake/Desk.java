package plumbline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.Attribution;
import plumbline.Catalog;
import plumbline.FigureKey;
import plumbline.FormKind;
import plumbline.Mode;
import plumbline.Place;
import plumbline.RecordedFigure;
import plumbline.RecordedProposal;
import plumbline.Refusal;
import plumbline.Report;
import plumbline.Review;
import plumbline.Verdict;
import plumbline.Vintage;
import plumbline.ledger.Ledger;
import plumbline.ledger.Reviews;
import plumbline.read.NumberWords;
import plumbline.read.ReportText;
import plumbline.read.narrative.NarrativeReader;

/// The desk (核对): what was read from texts lies here until a person confirms it. Thread-safe.
public final class Desk {
    private final Catalog catalog;
    private final Ledger ledger;
    private final Narratives narratives;
    private final Proposals proposals;

    Desk(Catalog catalog, Ledger ledger, Narratives narratives) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.narratives = narratives;
        this.proposals = new Proposals(catalog, ledger);
    }

    /// The report as it lay on the desk at that vintage.
    ///
    /// @throws Refusal if there is no such narrative report
    public DeskPage page(long report, Vintage vintage) {
        Looked looked = look(report, vintage);
        List<RecordedFigure> marks = ledger.figures().inText(report, vintage);
        List<DeskPage.Entry> entries = entries(looked.report(), looked.seen(), looked.attribution(), marks, vintage);
        return new DeskPage(
                looked.report(),
                looked.text(),
                looked.stated(),
                looked.proposed(),
                looked.sight().department(),
                entries,
                marks.stream().filter(each -> each.report() != report).toList(),
                looked.sight().noise(),
                looked.sight().readings().stream()
                        .filter(each -> !each.decision().isAchieved())
                        .filter(each -> looked.seen().stream()
                                .noneMatch(other -> other.proposal().overlaps(each.passage())))
                        .map(each -> new DeskPage.Aside(
                                each.passage(), each.decision().word(), each.reason()))
                        .toList(),
                names(entries, vintage),
                differences(looked).size());
    }

    /// A text as the reader of today sees it.
    private record Looked(
            Report report,
            String text,
            NarrativeReader reader,
            NarrativeReader.Sight sight,
            Attribution stated,
            Attribution proposed,
            List<RecordedProposal> seen) {
        Attribution attribution() {
            return Proposals.either(stated, proposed);
        }
    }

    private Looked look(long report, Vintage vintage) {
        Report found = ledger.report(report, vintage)
                .filter(each -> each.kind() == FormKind.TEXT)
                .orElseThrow(() -> Refusal.notFound("id", "R%04d".formatted(report), "the id of a narrative report"));
        String text = StoredText.of(found, ledger).orElse("");
        NarrativeReader reader =
                narratives.reader(ledger.catalog(vintage), ledger.reviews().terms(vintage));
        Attribution stated = proposals.stated(found, vintage);
        NarrativeReader.Sight sight = reader.see(
                new ReportText(found.name(), found.encoding(), text),
                new NarrativeReader.Given(Optional.empty(), stated.period()));
        return new Looked(
                found,
                text,
                reader,
                sight,
                stated,
                new Attribution(
                        Proposals.named(sight.department(), ledger.departments(vintage))
                                .department(),
                        sight.period()),
                ledger.reviews().in(report, vintage));
    }

    private static List<Rereading.Difference> differences(Looked looked) {
        return new Rereading(looked.attribution())
                .differences(
                        looked.seen(),
                        Narratives.achieved(looked.reader(), looked.sight().readings()));
    }

    /// What a rereading proposed.
    ///
    /// @param fresh numbers nobody had seen
    /// @param different numbers understood otherwise than before
    public record Reread(int fresh, int different) {}

    /// Reads a text again with the reader of today, and proposes what it sees otherwise. What people have confirmed or
    /// rejected stays; what nobody has judged is replaced.
    ///
    /// @throws Refusal if there is no such narrative report
    public Reread reread(long report, String actor) {
        Looked looked = look(report, ledger.newest());
        List<Rereading.Difference> differences = differences(looked);
        if (!differences.isEmpty()) {
            Reviews.Order order = new Reviews.Order(
                    report,
                    actor.strip(),
                    Mode.ADD,
                    Optional.of("reader " + looked.reader().version()));
            ledger.reviews().record(order, reviewer -> {
                for (Rereading.Difference each : differences) {
                    reviewer.propose(report, each.proposal(), each.earlier().map(RecordedProposal::id));
                    each.earlier()
                            .filter(_ -> each.replaces())
                            .ifPresent(old -> reviewer.verdict(
                                    old.id(), Verdict.Kind.REPLACE, Optional.empty(), Optional.empty()));
                }
                return true;
            });
        }
        int different = (int)
                differences.stream().filter(each -> each.earlier().isPresent()).count();
        return new Reread(differences.size() - different, different);
    }

    private Map<Long, String> names(List<DeskPage.Entry> entries, Vintage vintage) {
        Map<Long, String> names = new HashMap<>();
        entries.stream()
                .flatMap(each -> Stream.concat(each.against().stream(), each.standing().stream()))
                .forEach(each -> names.computeIfAbsent(
                        each.report(),
                        number ->
                                ledger.report(number, vintage).map(Report::name).orElse("")));
        return names;
    }

    /// A report with something that awaits a person.
    ///
    /// @param stated whose report it is, as a person or the sender said
    /// @param proposals how many numbers were seen in it
    /// @param open how many of them await a person, the next two included
    /// @param queried how many of them somebody has asked about
    /// @param vouched how many await a second person
    public record Queued(Report report, Attribution stated, int proposals, int open, int queried, int vouched) {}

    /// The reports with something that awaits a person, oldest first.
    public List<Queued> queue(Vintage vintage) {
        Map<Long, List<RecordedProposal>> open = new LinkedHashMap<>();
        ledger.reviews()
                .open(vintage)
                .forEach(each -> open.computeIfAbsent(each.report(), _ -> new ArrayList<>())
                        .add(each));
        Map<Long, Report> reports = new HashMap<>();
        if (!open.isEmpty()) {
            ledger.reports(vintage).forEach(each -> reports.put(each.id(), each));
        }
        Map<Long, Integer> seen = ledger.reviews().counts(vintage);
        List<Queued> queue = new ArrayList<>();
        open.forEach((number, those) -> Optional.ofNullable(reports.get(number))
                .ifPresent(report -> queue.add(new Queued(
                        report,
                        proposals.stated(report, vintage),
                        seen.getOrDefault(number, those.size()),
                        those.size(),
                        count(those, RecordedProposal.Status.QUERIED),
                        count(those, RecordedProposal.Status.VOUCHED)))));
        return queue;
    }

    private static int count(List<RecordedProposal> those, RecordedProposal.Status status) {
        return (int) those.stream().filter(each -> each.status() == status).count();
    }

    private List<DeskPage.Entry> entries(
            Report report,
            List<RecordedProposal> seen,
            Attribution attribution,
            List<RecordedFigure> marks,
            Vintage vintage) {
        Map<Long, FigureKey> keys = new HashMap<>();
        seen.forEach(each -> proposals.key(each, attribution).ifPresent(key -> keys.put(each.id(), key)));
        Standing standing = new Standing(ledger, vintage, keys.values());
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
                    each.last()
                            .flatMap(verdict -> verdict.figureNumber())
                            .flatMap(id -> ledger.figures().one(id, vintage))));
        }
        return entries;
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

    /// What people say goes through here.
    public Judging judging() {
        return new Judging(catalog, ledger, proposals);
    }
}
