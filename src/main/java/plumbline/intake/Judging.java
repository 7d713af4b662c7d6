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
import plumbline.Period;
import plumbline.Place;
import plumbline.Proposal;
import plumbline.RecordedFigure;
import plumbline.RecordedProposal;
import plumbline.Refusal;
import plumbline.Report;
import plumbline.State;
import plumbline.Value;
import plumbline.Vintage;
import plumbline.Wording;
import plumbline.ledger.Ledger;
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
        said.remember()
                .filter(each -> each.isBlank() || each.strip().length() < 2 || each.length() > LONGEST_WORD)
                .ifPresent(each -> refuse(new Refusal.Fault("remember", each, "words of 2 to 40 characters")));
        new Verdicts(catalog, ledger, proposals).take(text, proposal, said, vintage);
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

    private Report text(long report, Vintage vintage) {
        return ledger.report(report, vintage)
                .filter(each -> each.kind() == FormKind.TEXT)
                .orElseThrow(() -> Refusal.notFound("id", "R%04d".formatted(report), "the id of a narrative report"));
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
