package plumbline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import plumbline.Attribution;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Department;
import plumbline.Figure;
import plumbline.FormKind;
import plumbline.Metric;
import plumbline.Mode;
import plumbline.OwnTerm;
import plumbline.Period;
import plumbline.Place;
import plumbline.Proposal;
import plumbline.RecordedFigure;
import plumbline.RecordedProposal;
import plumbline.Refusal;
import plumbline.Report;
import plumbline.Review;
import plumbline.State;
import plumbline.Value;
import plumbline.Verdict;
import plumbline.Vintage;
import plumbline.Wording;
import plumbline.ledger.Ledger;
import plumbline.ledger.Recorder;
import plumbline.ledger.Reviewer;
import plumbline.ledger.Reviews;
import plumbline.read.NumberWords;
import plumbline.read.ReportText;

/// Takes down what people say at the desk: each saying is one sealed import with who and why. Thread-safe.
public final class Judging {
    private static final int LONGEST_MARK = 200;
    private static final int LONGEST_WORD = 40;

    private final Catalog catalog;
    private final Ledger ledger;
    private final Proposals proposals;

    Judging(Catalog catalog, Ledger ledger, Proposals proposals) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.proposals = proposals;
    }

    /// Says whose report a text is and for which period.
    ///
    /// @param department code or name
    /// @throws Refusal naming what cannot be
    public void attribute(long report, String department, String period, String actor) {
        Vintage vintage = ledger.newest();
        Report text = text(report, vintage);
        List<Refusal.Fault> faults = new ArrayList<>();
        Optional<Department> found = ledger.departments(vintage).find(department);
        Optional<Period> read = Period.read(period);
        if (found.isEmpty()) {
            faults.add(new Refusal.Fault("department", department, "code or name of a department"));
        }
        if (read.isEmpty()) {
            faults.add(new Refusal.Fault("period", period, Period.ACCEPTED));
        }
        named(actor).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, faults);
        }
        Attribution said = new Attribution(found.map(Department::code), read);
        if (!said.equals(proposals.stated(text, vintage))) {
            ledger.reviews().record(new Reviews.Order(report, actor.strip(), Mode.ADD, Optional.empty()), reviewer -> {
                reviewer.attribute(report, found.orElseThrow().code(), read.orElseThrow());
                return true;
            });
        }
    }

    /// Adds a number that no reader saw, as the words [`start`, `end`) of the text, in code points; answers its number.
    /// It awaits a person like any other.
    ///
    /// @throws Refusal if the text has no such passage
    public long mark(long report, int start, int end, String actor) {
        Vintage vintage = ledger.newest();
        Report text = text(report, vintage);
        named(actor).ifPresent(Judging::refuse);
        ReportText words = new ReportText(
                text.name(), text.encoding(), StoredText.of(text, ledger).orElse(""));
        if (start < 0 || end <= start || end - start > LONGEST_MARK || end > words.length()) {
            throw Refusal.invalid(
                    "start",
                    start + "-" + end,
                    "a passage of 1 to %d characters within %d".formatted(LONGEST_MARK, words.length()));
        }
        Proposal seen = marked(words.passage(start, end));
        Reviews.Order order = new Reviews.Order(report, actor.strip(), Mode.ADD, Optional.empty());
        return ledger.reviews().record(order, reviewer -> reviewer.propose(report, seen, Optional.empty()));
    }

    private static Proposal marked(Place.Passage passage) {
        Wording number = NumberWords.first(passage.quote());
        return new Proposal(
                passage,
                Optional.empty(),
                "",
                "other",
                Optional.empty(),
                number.value().orElse(new Value.Absent(State.NOT_MENTIONED)),
                number.unit(),
                "",
                "",
                Basis.IN_PERIOD,
                List.of(),
                "marked",
                Proposal.PERSON);
    }

    /// Takes a verdict down; it is in the ledger when this returns.
    ///
    /// @throws Refusal saying what is missing or what contradicts it; then nothing has changed
    public void judge(long report, Judgement said) {
        Vintage vintage = ledger.newest();
        Report text = text(report, vintage);
        RecordedProposal proposal = ledger.reviews()
                .proposal(said.proposal(), vintage)
                .filter(each -> each.report() == report)
                .orElseThrow(() ->
                        Refusal.notFound("proposal", "P%06d".formatted(said.proposal()), "a proposal of this report"));
        named(said.actor()).ifPresent(Judging::refuse);
        said.seen().filter(each -> each != proposal.verdicts().size()).ifPresent(_ -> refuseUnseen(proposal));
        said.remember()
                .filter(each -> each.isBlank() || each.strip().length() < 2 || each.length() > LONGEST_WORD)
                .ifPresent(each -> refuse(new Refusal.Fault("remember", each, "words of 2 to 40 characters")));
        switch (said.kind()) {
            case CONFIRM, VOUCH -> confirm(text, proposal, said, vintage);
            case NO_COUNT, QUERY -> dismiss(text, proposal, said, vintage);
            case REOPEN -> undo(text, proposal, said, vintage);
            case REPLACE -> throw Refusal.invalid("verdict", "replace", "confirm, no_count, query, reopen");
        }
    }

    /// Two people at two desks: the second one has to see what the first one said.
    private static void refuseUnseen(RecordedProposal proposal) {
        String found = proposal.last()
                .map(each -> "%s by %s at %s".formatted(each.kind().word(), each.actor(), each.at()))
                .orElse("no verdict");
        throw new Refusal(
                Refusal.Kind.CONFLICT,
                List.of(new Refusal.Fault("seen", found, "a verdict by somebody who has seen that one")));
    }

    private void confirm(Report text, RecordedProposal proposal, Judgement said, Vintage vintage) {
        Figure figure = new Confirmed(catalog, ledger, proposals).figure(text, proposal, said, vintage);
        boolean corrects = proposal.status() == RecordedProposal.Status.CONFIRMED;
        Optional<Figure> before = proposal.last().flatMap(Verdict::figure);
        boolean changed = corrects && before.filter(each -> same(each, figure)).isEmpty();
        if (corrects && !changed) {
            return;
        }
        if (corrects || !said.fields().isEmpty()) {
            needReason(said);
        }
        boolean sensitive = catalog.metric(figure.key().metric())
                .map(Metric::personSensitive)
                .orElse(false);
        if (sensitive && !isSecond(proposal, figure, said)) {
            record(text, said, Mode.ADD, reviewer -> {
                reviewer.verdict(proposal.id(), Verdict.Kind.VOUCH, Optional.of(figure), Optional.empty());
                remember(said, proposal.proposal().unit(), figure, reviewer);
            });
            return;
        }
        Optional<RecordedFigure> standing = standing(figure, vintage);
        boolean contradicts = standing.map(each -> each.figure().value())
                .filter(each -> each.state() != State.NOT_MENTIONED)
                .filter(each -> !each.equals(figure.value()))
                .isPresent();
        if (contradicts && said.reason().isEmpty()) {
            throw contradiction(standing.orElseThrow());
        }
        Mode mode = contradicts ? Mode.CORRECT : Mode.ADD;
        record(text, said, mode, reviewer -> {
            if (changed && !before.orElseThrow().key().equals(figure.key())) {
                reviewer.figure(text.id(), before.orElseThrow(), Mode.WITHDRAW);
            }
            Reviewer.Written written = reviewer.figure(text.id(), figure, mode);
            if (written.outcome().effect() == Recorder.Effect.CONTRADICTS) {
                throw contradiction(written.outcome().before().orElseThrow());
            }
            reviewer.verdict(proposal.id(), Verdict.Kind.CONFIRM, Optional.of(figure), written.figure());
            remember(said, proposal.proposal().unit(), figure, reviewer);
        });
    }

    private static void remember(Judgement said, String unit, Figure figure, Reviewer reviewer) {
        said.remember()
                .ifPresent(word -> reviewer.term(new OwnTerm(
                        word.strip(),
                        unit,
                        Optional.of(figure.key().metric()),
                        figure.key().category())));
    }

    private static boolean same(Figure one, Figure other) {
        return one.key().equals(other.key())
                && one.value().equals(other.value())
                && one.wording().equals(other.wording());
    }

    /// Whether another person has said the same before.
    private static boolean isSecond(RecordedProposal proposal, Figure figure, Judgement said) {
        Optional<Verdict> first = proposal.last().filter(each -> each.kind() == Verdict.Kind.VOUCH);
        if (first.isEmpty()
                || first.flatMap(Verdict::figure)
                        .filter(each -> same(each, figure))
                        .isEmpty()) {
            return false;
        }
        if (first.get().actor().equals(said.actor().strip())) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    List.of(new Refusal.Fault(
                            "actor", said.actor(), "another person, since this metric is about persons")));
        }
        return true;
    }

    private Optional<RecordedFigure> standing(Figure figure, Vintage vintage) {
        List<RecordedFigure> revisions = ledger.figures().revisions(figure.key(), vintage);
        return revisions.isEmpty()
                ? Optional.empty()
                : Optional.of(revisions.getLast())
                        .filter(each -> each.figure().value().state() != State.WITHDRAWN);
    }

    private Refusal contradiction(RecordedFigure standing) {
        String report = ledger.report(standing.report(), ledger.newest())
                .map(Report::name)
                .orElse("");
        return new Refusal(
                Refusal.Kind.CONFLICT,
                List.of(new Refusal.Fault(
                        "value",
                        "F%06d “%s” (%s)"
                                .formatted(standing.id(), standing.figure().wording(), report),
                        "the value on record, or a reason why it is corrected")));
    }

    private void dismiss(Report text, RecordedProposal proposal, Judgement said, Vintage vintage) {
        needReason(said);
        Optional<RecordedFigure> made = made(proposal, vintage);
        Optional<RecordedFigure> instead = said.instead()
                .flatMap(id -> ledger.figures().one(id, vintage))
                .filter(each -> each.figure().review() == Review.UNCONFIRMED)
                .filter(each ->
                        standing(each.figure(), vintage).filter(each::equals).isPresent());
        Mode mode = made.isPresent() ? Mode.WITHDRAW : Mode.ADD;
        record(text, said, mode, reviewer -> {
            made.ifPresent(each -> reviewer.figure(text.id(), each.figure(), Mode.WITHDRAW));
            instead.ifPresent(reviewer::confirm);
            reviewer.verdict(proposal.id(), said.kind(), Optional.empty(), Optional.empty());
        });
    }

    /// Confirms figures of a form that nobody has confirmed. Several at once must be plain numbers and not about
    /// persons: the others are looked at one by one.
    ///
    /// @throws Refusal naming those that cannot be; then none is confirmed
    public void confirm(long report, List<Long> figures, String actor, Optional<String> reason) {
        Vintage vintage = ledger.newest();
        named(actor).ifPresent(Judging::refuse);
        Map<Long, RecordedFigure> waiting = new HashMap<>();
        ledger.figures().unconfirmed(report, vintage).forEach(each -> waiting.put(each.id(), each));
        List<Refusal.Fault> faults = new ArrayList<>();
        for (long id : figures) {
            RecordedFigure figure = waiting.get(id);
            if (figure == null) {
                faults.add(new Refusal.Fault(
                        "figures", "F%06d".formatted(id), "a figure of this report that awaits a person"));
            } else if (figures.size() > 1 && !isPlain(figure.figure())) {
                faults.add(new Refusal.Fault(
                        "figures",
                        "F%06d “%s”".formatted(id, figure.figure().wording()),
                        "plain numbers that are not about persons; this one alone"));
            }
        }
        if (figures.isEmpty() || !faults.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    faults.isEmpty() ? List.of(new Refusal.Fault("figures", "none", "ids of figures")) : faults);
        }
        Reviews.Order order = new Reviews.Order(report, actor.strip(), Mode.ADD, reason);
        ledger.reviews().record(order, reviewer -> {
            figures.forEach(id -> reviewer.confirm(Objects.requireNonNull(waiting.get(id))));
            return true;
        });
    }

    private boolean isPlain(Figure figure) {
        State state = figure.value().state();
        boolean exact = state == State.EXACT || state == State.ZERO;
        return exact
                && !catalog.metric(figure.key().metric())
                        .map(Metric::personSensitive)
                        .orElse(false);
    }

    /// The figure the newest verdict brought into the ledger, if it did and it still stands.
    private Optional<RecordedFigure> made(RecordedProposal proposal, Vintage vintage) {
        Optional<Verdict> last = proposal.last().filter(each -> each.kind() == Verdict.Kind.CONFIRM);
        Optional<RecordedFigure> figure = last.flatMap(Verdict::figureNumber)
                .flatMap(id -> ledger.figures().one(id, vintage))
                .filter(each -> each.importNumber() == last.orElseThrow().importNumber());
        figure.ifPresent(each -> {
            RecordedFigure newest =
                    ledger.figures().revisions(each.figure().key(), vintage).getLast();
            if (newest.id() != each.id()) {
                throw new Refusal(
                        Refusal.Kind.CONFLICT,
                        List.of(new Refusal.Fault(
                                "proposal",
                                "F%06d has a newer revision, r%d".formatted(each.id(), newest.revision()),
                                "the figure as this verdict left it")));
            }
        });
        return figure;
    }

    /// Takes the newest verdict back: what was so before is so again.
    private void undo(Report text, RecordedProposal proposal, Judgement said, Vintage vintage) {
        Optional<Verdict> last = proposal.last().filter(each -> each.kind() != Verdict.Kind.REOPEN);
        if (last.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    List.of(new Refusal.Fault("verdict", "nothing to take back", "a proposal somebody has judged")));
        }
        Optional<Verdict> before = proposal.verdicts().size() > 1
                ? Optional.of(proposal.verdicts().get(proposal.verdicts().size() - 2))
                : Optional.empty();
        Optional<RecordedFigure> made = made(proposal, vintage);
        Judgement why = new Judgement(
                said.proposal(),
                said.kind(),
                said.fields(),
                Optional.empty(),
                Optional.empty(),
                said.actor(),
                said.reason().or(() -> Optional.of("撤销")),
                Optional.empty());
        record(text, why, made.isPresent() ? Mode.WITHDRAW : Mode.ADD, reviewer -> {
            Optional<Long> restored = made.flatMap(each -> restore(text, each, reviewer, vintage));
            Verdict.Kind kind = before.map(Verdict::kind).orElse(Verdict.Kind.REOPEN);
            boolean confirmed = kind == Verdict.Kind.CONFIRM;
            reviewer.verdict(
                    proposal.id(),
                    kind,
                    before.flatMap(Verdict::figure),
                    confirmed ? restored.or(() -> before.flatMap(Verdict::figureNumber)) : Optional.empty());
        });
    }

    /// The key says again what it said before the figure, or nothing if it said nothing.
    private Optional<Long> restore(Report text, RecordedFigure made, Reviewer reviewer, Vintage vintage) {
        Optional<RecordedFigure> before = ledger
                .figures()
                .revisions(made.figure().key(), vintage)
                .stream()
                .filter(each -> each.revision() == made.revision() - 1)
                .filter(each -> each.figure().value().state() != State.WITHDRAWN)
                .findFirst();
        return before.isPresent()
                ? reviewer.restate(before.get()).figure()
                : reviewer.figure(text.id(), made.figure(), Mode.WITHDRAW).figure();
    }

    private void record(Report text, Judgement said, Mode mode, java.util.function.Consumer<Reviewer> work) {
        Reviews.Order order = new Reviews.Order(
                text.id(), said.actor().strip(), mode, said.reason().map(String::strip));
        ledger.reviews().record(order, reviewer -> {
            work.accept(reviewer);
            return true;
        });
    }

    private Report text(long report, Vintage vintage) {
        return ledger.report(report, vintage)
                .filter(each -> each.kind() == FormKind.TEXT)
                .orElseThrow(() -> Refusal.notFound("id", "R%04d".formatted(report), "the id of a narrative report"));
    }

    private static void needReason(Judgement said) {
        if (said.reason().filter(each -> !each.isBlank()).isEmpty()) {
            throw Refusal.invalid("reason", "nothing", "why, in a sentence");
        }
    }

    private static Optional<Refusal.Fault> named(String actor) {
        return actor.isBlank() || actor.strip().length() > 80
                ? Optional.of(new Refusal.Fault("actor", actor, "the name of whoever decides, up to 80 characters"))
                : Optional.empty();
    }

    private static void refuse(Refusal.Fault fault) {
        throw new Refusal(Refusal.Kind.INVALID, List.of(fault));
    }
}
