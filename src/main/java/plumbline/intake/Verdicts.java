package plumbline.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import plumbline.Catalog;
import plumbline.Figure;
import plumbline.Metric;
import plumbline.Mode;
import plumbline.OwnTerm;
import plumbline.RecordedFigure;
import plumbline.RecordedProposal;
import plumbline.Refusal;
import plumbline.Report;
import plumbline.Review;
import plumbline.State;
import plumbline.Verdict;
import plumbline.Vintage;
import plumbline.ledger.Ledger;
import plumbline.ledger.Recorder;
import plumbline.ledger.Reviewer;
import plumbline.ledger.Reviews;

/// What a person's verdict on one proposal does: the figure it brings, corrects or takes away, and the words it
/// teaches.
final class Verdicts {
    private final Catalog catalog;
    private final Ledger ledger;
    private final Proposals proposals;

    Verdicts(Catalog catalog, Ledger ledger, Proposals proposals) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.proposals = proposals;
    }

    /// Takes it down.
    ///
    /// @throws Refusal saying what is missing or what contradicts it; then nothing has changed
    void take(Report text, RecordedProposal proposal, Judgement said, Vintage vintage) {
        said.seen().filter(each -> each != proposal.verdicts().size()).ifPresent(_ -> refuseUnseen(proposal));
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
            record(text, proposal, said, Mode.ADD, reviewer -> {
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
        record(text, proposal, said, mode, reviewer -> {
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
        record(text, proposal, said, mode, reviewer -> {
            made.ifPresent(each -> reviewer.figure(text.id(), each.figure(), Mode.WITHDRAW));
            instead.ifPresent(reviewer::confirm);
            reviewer.verdict(proposal.id(), said.kind(), Optional.empty(), Optional.empty());
        });
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
        record(text, proposal, why, made.isPresent() ? Mode.WITHDRAW : Mode.ADD, reviewer -> {
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

    /// What is taken down follows from the verdicts there were: with another one since, nothing is.
    private void record(Report text, RecordedProposal proposal, Judgement said, Mode mode, Consumer<Reviewer> work) {
        Reviews.Order order = new Reviews.Order(
                text.id(), said.actor().strip(), mode, said.reason().map(String::strip));
        ledger.reviews().record(order, reviewer -> {
            if (reviewer.verdicts(proposal.id()) != proposal.verdicts().size()) {
                ledger.reviews().proposal(proposal.id(), ledger.newest()).ifPresent(Verdicts::refuseUnseen);
            }
            work.accept(reviewer);
            return true;
        });
    }

    private static void needReason(Judgement said) {
        if (said.reason().filter(each -> !each.isBlank()).isEmpty()) {
            throw Refusal.invalid("reason", "nothing", "why, in a sentence");
        }
    }
}
