package plumbline.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plumbline.Samples.AUDIT;
import static plumbline.Samples.BUREAU;
import static plumbline.Samples.H1;
import static plumbline.Samples.OFFICE;
import static plumbline.Samples.Q1;
import static plumbline.Samples.Q2;
import static plumbline.Samples.STATISTICS;
import static plumbline.Samples.TALKS;
import static plumbline.Samples.exact;
import static plumbline.Samples.figure;
import static plumbline.Samples.key;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.Basis;
import plumbline.Cell;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.FormKind;
import plumbline.Interval;
import plumbline.Method;
import plumbline.Mode;
import plumbline.Name;
import plumbline.Place;
import plumbline.Qualifier;
import plumbline.RecordedFigure;
import plumbline.Refusal;
import plumbline.Reorganisation;
import plumbline.Review;
import plumbline.Samples;
import plumbline.Scope;
import plumbline.Span;
import plumbline.State;
import plumbline.Value;
import plumbline.Vintage;
import plumbline.consolidate.Consolidation;

/// What every ledger promises, whatever database it lies in.
abstract class LedgerContract {
    private Instant now = Instant.parse("2026-04-30T08:00:00Z");
    private final String where = fresh();
    private final Ledger ledger = open();
    private int files;

    /// A new, empty database.
    abstract String fresh();

    private Ledger open() {
        return Ledger.open(where, Samples.CATALOG, new Consolidation(), () -> now);
    }

    @BeforeEach
    void establish() {
        organisation(Mode.ADD, BUREAU, OFFICE, STATISTICS, AUDIT);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Received received(FormKind kind, Mode mode, String content) {
        return new Received(
                "form-" + ++files + ".csv",
                kind,
                content.getBytes(StandardCharsets.UTF_8),
                "UTF-8",
                mode,
                "clerk",
                mode.needsReason() ? Optional.of("typing error") : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    private Ledger.Recorded organisation(Mode mode, Department... departments) {
        return ledger.record(received(FormKind.DEPARTMENTS, mode, List.of(departments) + mode.word()), recorder -> {
            for (Department each : departments) {
                recorder.department(each);
            }
            return true;
        });
    }

    private List<Recorder.Outcome> figures(Mode mode, Figure... figures) {
        List<Recorder.Outcome> outcomes = new ArrayList<>();
        ledger.record(received(FormKind.FIGURES, mode, "file " + files), recorder -> {
            for (Figure each : figures) {
                outcomes.add(recorder.figure(each));
            }
            return true;
        });
        now = now.plusSeconds(60);
        return outcomes;
    }

    private List<RecordedFigure> all(Vintage vintage) {
        List<RecordedFigure> all = new ArrayList<>();
        ledger.eachFigure(FigureSelection.ALL, vintage, all::add);
        return all;
    }

    private List<Cell> cells(Vintage vintage) {
        return ledger.cells(vintage, "talks", List.of(Optional.empty()), List.of("B1", "B2", "B3"), 2026, 2026);
    }

    private Cell cell(Vintage vintage, String department, Span span) {
        return cells(vintage).stream()
                .filter(each -> each.key().department().equals(department)
                        && each.span().equals(span))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyStateComesBackAsItWasSaid() {
        List<Figure> said = oneOfEachState();
        figures(Mode.ADD, said.toArray(Figure[]::new));
        assertEquals(
                said, all(ledger.newest()).stream().map(RecordedFigure::figure).toList());
    }

    /// One figure per state, in key order.
    private static List<Figure> oneOfEachState() {
        List<Value> values = List.of(
                Value.exact(18),
                Value.exact(0),
                Samples.sixtyOdd(),
                new Value.Amount(Qualifier.AT_LEAST, OptionalLong.of(45), Interval.atLeast(45)),
                new Value.Amount(Qualifier.AT_MOST, OptionalLong.of(90), Interval.of(80, 89)),
                new Value.Amount(Qualifier.ABOUT, OptionalLong.of(620_000), Interval.of(615_000, 624_999)),
                new Value.Amount(Qualifier.RANGE, OptionalLong.empty(), Interval.of(11, 19)),
                new Value.Absent(State.WITHHELD),
                new Value.Absent(State.SUPPRESSED),
                new Value.Absent(State.NOT_MENTIONED),
                new Value.Absent(State.NOT_REPORTED),
                new Value.Absent(State.NOT_APPLICABLE));
        List<Figure> figures = new ArrayList<>();
        for (int month = 1; month <= values.size(); month++) {
            Value value = values.get(month - 1);
            figures.add(
                    figure(key(OFFICE, TALKS, new plumbline.Period.Month(2026, month)), value, "原文" + value.state()));
        }
        return figures;
    }

    @Test
    void aFigureKeepsItsPassageItsFormFieldAndItsNote() {
        long text = ledger.record(received(FormKind.TEXT, Mode.ADD, "年内廉政谈话60余人次。"), _ -> true)
                .report()
                .orElseThrow();
        Place passage = new Place.Passage("form-" + files + ".csv", 2, 13, "廉政谈话60余人次");
        FigureKey key = new FigureKey(
                "B1", "talks", Optional.empty(), Q1, Basis.IN_PERIOD, Scope.OWN, Optional.of(Samples.firstWeeks()));
        Figure said = new Figure(
                key,
                Samples.sixtyOdd(),
                "60余",
                Review.UNCONFIRMED,
                "备注\t一行",
                passage,
                Optional.of(new Place.Line(7, 4)));
        String name = "form-" + files + ".csv";
        Received form = received(FormKind.FIGURES, Mode.ADD, "points into a text");
        ledger.record(
                new Received(
                        form.name(),
                        form.kind(),
                        form.bytes(),
                        form.encoding(),
                        form.mode(),
                        form.actor(),
                        form.reason(),
                        form.department(),
                        form.period(),
                        Map.of(name, text)),
                recorder -> {
                    recorder.figure(said);
                    return true;
                });
        assertEquals(said, all(ledger.newest()).getFirst().figure());
        assertEquals(
                List.of(said),
                ledger.figuresInText(text, ledger.newest()).stream()
                        .map(RecordedFigure::figure)
                        .toList());
        assertTrue(cells(ledger.newest()).isEmpty(), "a free range takes part in no sum");
    }

    @Test
    void aRefusedImportLeavesNothing() {
        Vintage before = ledger.newest();
        ledger.record(received(FormKind.FIGURES, Mode.ADD, "refused"), recorder -> {
            recorder.figure(exact(OFFICE, TALKS, Q1, 3));
            return false;
        });
        assertEquals(before, ledger.newest());
        assertEquals(List.of(), all(ledger.newest()));
        assertEquals(1, ledger.reports(ledger.newest()).size());
    }

    @Test
    void anImportThatBreaksHalfWayLeavesNothing() {
        Received received = received(FormKind.FIGURES, Mode.ADD, "broken");
        assertThrows(
                IllegalStateException.class,
                () -> ledger.record(received, recorder -> {
                    recorder.figure(exact(OFFICE, TALKS, Q1, 3));
                    throw new IllegalStateException("a fault of the program");
                }));
        assertEquals(List.of(), all(ledger.newest()));
        assertEquals(
                Recorder.Effect.FRESH,
                figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 4)).getFirst().effect());
    }

    @Test
    void theSameBytesAgainAreAnsweredWithTheFirstReceipt() {
        Received received = received(FormKind.FIGURES, Mode.ADD, "same bytes");
        Predicate<Recorder> work = recorder -> {
            recorder.figure(exact(OFFICE, TALKS, Q1, 3));
            return true;
        };
        Ledger.Recorded first = ledger.record(received, work);
        Ledger.Recorded second = ledger.record(received, work);
        assertTrue(second.alreadyImported());
        assertEquals(first.report(), second.report());
        assertEquals(first.counts(), second.counts());
        assertEquals(1, all(ledger.newest()).size());
        assertArrayEquals(received.bytes(), ledger.content(second.report().orElseThrow()));
    }

    @Test
    void anotherValueForAKeyContradictsUnlessItIsACorrection() {
        figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 3));
        Recorder.Outcome added = figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 5)).getFirst();
        assertEquals(Recorder.Effect.CONTRADICTS, added.effect());
        assertEquals("3", added.before().orElseThrow().figure().wording());
        assertEquals(
                Recorder.Effect.SAME,
                figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 3)).getFirst().effect());
        assertEquals(
                Recorder.Effect.CHANGED,
                figures(Mode.CORRECT, exact(OFFICE, TALKS, Q1, 5)).getFirst().effect());
        assertEquals(
                List.of("3", "5"),
                ledger.revisions(key(OFFICE, TALKS, Q1), ledger.newest()).stream()
                        .map(each -> each.figure().wording())
                        .toList());
    }

    @Test
    void anEmptyValueNeverReplacesANumber() {
        figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 3));
        Figure empty = figure(key(OFFICE, TALKS, Q1), new Value.Absent(State.NOT_MENTIONED), "");
        assertEquals(
                Recorder.Effect.SAME, figures(Mode.CORRECT, empty).getFirst().effect());
        assertEquals(3, cell(ledger.newest(), "B1", Q1.span()).value().orElseThrow());
    }

    @Test
    void aWithdrawnFigureIsGoneFromCellsAndExtractsButNotFromItsRevisions() {
        figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 3));
        figures(Mode.WITHDRAW, exact(OFFICE, TALKS, Q1, 3));
        assertEquals(List.of(), cells(ledger.newest()));
        assertEquals(List.of(), all(ledger.newest()));
        assertEquals(
                2, ledger.revisions(key(OFFICE, TALKS, Q1), ledger.newest()).size());
        assertEquals(
                Recorder.Effect.NOTHING_TO_WITHDRAW,
                figures(Mode.WITHDRAW, exact(AUDIT, TALKS, Q1, 3)).getFirst().effect());
    }

    @Test
    void aCorrectionWithoutAReasonIsRefused() {
        Received form = received(FormKind.FIGURES, Mode.ADD, "no reason");
        Received correction = new Received(
                form.name(),
                form.kind(),
                form.bytes(),
                form.encoding(),
                Mode.CORRECT,
                form.actor(),
                Optional.empty(),
                form.department(),
                form.period(),
                form.documents());
        assertThrows(Refusal.class, () -> ledger.record(correction, _ -> true));
    }

    @Test
    void aReadAsOfAnEarlierMomentAnswersAsThen() {
        figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 3), exact(OFFICE, TALKS, Q2, 4));
        Instant then = now;
        now = now.plusSeconds(3_600);
        figures(Mode.CORRECT, exact(OFFICE, TALKS, Q1, 10));
        figures(Mode.ADD, exact(STATISTICS, TALKS, Q1, 1));
        Vintage before = ledger.asOf(then);
        assertEquals(7, cell(before, "B1", H1.span()).value().orElseThrow());
        assertEquals(14, cell(ledger.newest(), "B1", H1.span()).value().orElseThrow());
        assertEquals(List.of("3", "4"), wordings(before));
        assertEquals(List.of("10", "4", "1"), wordings(ledger.newest()));
        assertEquals(Vintage.EMPTY, ledger.asOf(Instant.EPOCH));
    }

    private List<String> wordings(Vintage vintage) {
        return all(vintage).stream().map(each -> each.figure().wording()).toList();
    }

    /// Of what was withdrawn by then, and of quarters that follow from what was stated.
    @Test
    void whoHeldWhatAndOfWhichLengthIsAnsweredAsThen() {
        figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 3), exact(OFFICE, TALKS, H1, 8), exact(AUDIT, TALKS, Q1, 1));
        figures(Mode.WITHDRAW, exact(AUDIT, TALKS, Q1, 1));
        Vintage then = ledger.newest();
        List<Object> answered = List.of(ledger.holders(then), ledger.lengths(then));
        assertEquals(Map.of("talks", java.util.Set.of("B1")), answered.getFirst());
        figures(Mode.ADD, exact(STATISTICS, TALKS, Q2, 1));
        try (Ledger opened = open()) { // without the answers remembered
            assertEquals(answered, List.of(opened.holders(then), opened.lengths(then)));
        }
    }

    @Test
    void cellsAreFreshOnCommitAndEqualToRebuiltOnes() {
        figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 3));
        figures(Mode.ADD, exact(OFFICE, TALKS, Q2, 4), exact(AUDIT, TALKS, H1, 9));
        figures(Mode.CORRECT, exact(OFFICE, TALKS, Q2, 5));
        Cell half = cell(ledger.newest(), "B1", H1.span());
        assertEquals(Method.SUMMED, half.method());
        assertEquals(8, half.value().orElseThrow());
        assertEquals(2, half.revision());
        List<Cell> fresh = cells(ledger.newest());
        assertEquals(0, ledger.rebuild().different());
        assertEquals(fresh, cells(ledger.newest()));
    }

    @Test
    void sealsNeverGoBackInTimeThoughTheClockDoes() {
        figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 3));
        Vintage first = ledger.newest();
        now = now.minusSeconds(86_400);
        figures(Mode.ADD, exact(OFFICE, TALKS, Q2, 3));
        Vintage second = ledger.newest();
        assertTrue(second.sealedAt().orElseThrow().isAfter(first.sealedAt().orElseThrow()));
        assertEquals(first, ledger.asOf(first.sealedAt().orElseThrow()));
    }

    @Test
    void theDepartmentTreeIsThatOfItsVintage() {
        Vintage before = ledger.newest();
        now = now.plusSeconds(60);
        Department renamed = new Department(
                "B3",
                new Name("审计监督处", "Audit and supervision"),
                Optional.of("B"),
                Optional.empty(),
                Optional.of(LocalDate.of(2027, 1, 1)),
                true);
        organisation(Mode.CORRECT, renamed);
        assertEquals(Optional.of(AUDIT), ledger.departments(before).withCode("B3"));
        assertEquals(Optional.of(renamed), ledger.departments(ledger.newest()).withCode("B3"));
        assertEquals(
                List.of("B", "B1", "B2", "B3"),
                ledger.departments(ledger.newest()).all().stream()
                        .map(Department::code)
                        .toList());
    }

    @Test
    void theCalendarReorganisationsAndSubmissionsAreKept() {
        Deadline deadline = new Deadline(Optional.empty(), "B1", Q1, LocalDate.of(2026, 4, 30));
        Reorganisation merger =
                new Reorganisation(LocalDate.of(2026, 7, 1), Reorganisation.Kind.MERGED, "B2", "B3", Optional.empty());
        ledger.record(received(FormKind.CALENDAR, Mode.ADD, "calendar"), recorder -> {
            recorder.deadline(deadline);
            recorder.reorganisation(merger);
            return true;
        });
        figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 3));
        assertEquals(List.of(deadline), ledger.deadlines(ledger.newest()));
        assertEquals(List.of(merger), ledger.departments(ledger.newest()).reorganisations());
        assertEquals(
                Map.of("B1", java.util.Set.of(Q1.span())),
                ledger.submissions(ledger.newest(), List.of("B1", "B2"), 2026, 2026));
    }

    @Test
    void aReportKnowsTheDepartmentAndPeriodItsRowsShare() {
        figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 3), exact(OFFICE, TALKS, Q2, 3));
        var report = ledger.reports(ledger.newest()).getFirst();
        assertEquals(Optional.of("B1"), report.department());
        assertEquals(Optional.empty(), report.period());
        assertEquals(2, report.figures());
        assertFalse(ledger.holds("other bytes".getBytes(StandardCharsets.UTF_8), Mode.ADD));
    }
}
