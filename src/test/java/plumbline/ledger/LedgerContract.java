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

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.Attribution;
import plumbline.Basis;
import plumbline.Cell;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.Direction;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.FormKind;
import plumbline.Interval;
import plumbline.Method;
import plumbline.MetricVersion;
import plumbline.Mode;
import plumbline.Name;
import plumbline.OwnTerm;
import plumbline.Period;
import plumbline.Place;
import plumbline.Proposal;
import plumbline.Qualifier;
import plumbline.RecordedFigure;
import plumbline.RecordedProposal;
import plumbline.Refusal;
import plumbline.Reorganisation;
import plumbline.Review;
import plumbline.Samples;
import plumbline.Scope;
import plumbline.Span;
import plumbline.State;
import plumbline.Target;
import plumbline.Value;
import plumbline.Verdict;
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

    private Book.Recorded organisation(Mode mode, Department... departments) {
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
            outcomes.addAll(recorder.figures(List.of(figures)));
            return true;
        });
        now = now.plusSeconds(60);
        return outcomes;
    }

    private List<RecordedFigure> all(Vintage vintage) {
        List<RecordedFigure> all = new ArrayList<>();
        ledger.figures().each(FigureSelection.ALL, vintage, true, all::add);
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

    /// The imports of the tests: 1 the departments, then each file in turn.
    @Test
    void onlyWhatAValueCanDependOnCountsAsItsHistory() {
        Subject subject = new Subject(Set.of("talks"), Optional.empty(), Set.of("B1", "B2"), 2026);
        figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 18));
        figures(Mode.ADD, exact(AUDIT, TALKS, Q1, 3));
        Vintage before = ledger.newest();
        figures(Mode.CORRECT, exact(OFFICE, TALKS, Q1, 19));
        ledger.record(received(FormKind.CALENDAR, Mode.ADD, "calendar"), recorder -> {
            recorder.deadline(new Deadline(Optional.empty(), OFFICE.code(), Q2, LocalDate.of(2026, 7, 31)));
            recorder.deadline(new Deadline(Optional.empty(), AUDIT.code(), Q2, LocalDate.of(2026, 8, 31)));
            return true;
        });
        organisation(
                Mode.ADD,
                new Department(
                        "B9", new Name("新处", "New"), Optional.of("B"), Optional.empty(), Optional.empty(), true));
        Vintage newest = ledger.newest();
        assertEquals(List.of(1L, 2L, 4L, 5L, 6L), numbers(ledger.arrivals().about(subject, Vintage.EMPTY, newest)));
        assertEquals(List.of(4L, 5L, 6L), numbers(ledger.arrivals().about(subject, before, newest)));
        assertEquals(List.of(1L, 6L), numbers(ledger.arrivals().organisation(Vintage.EMPTY, newest)));
        assertEquals(Set.of(LocalDate.of(2026, 7, 31)), ledger.arrivals().dueDays(subject, newest));
        assertEquals(
                List.of(1, 2),
                ledger.arrivals().figures(subject, newest).stream()
                        .map(RecordedFigure::revision)
                        .toList());
        assertEquals(1, ledger.arrivals().figures(subject, before).size());
    }

    private static List<Long> numbers(List<Arrival> arrivals) {
        return arrivals.stream().map(each -> each.by().number()).toList();
    }

    /// The answer of a moment stays what it was, also where all that somebody had stated is taken back later.
    @Test
    void whoStatedSomethingOnceHeldItFromThenOn() {
        Vintage empty = ledger.newest();
        figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 18));
        figures(Mode.WITHDRAW, exact(OFFICE, TALKS, Q1, 18));
        Vintage back = ledger.newest();
        Map<String, Set<String>> then = ledger.extent().holders(back);
        figures(Mode.ADD, exact(AUDIT, TALKS, Q1, 3));
        assertEquals(Set.of(OFFICE.code()), then.get("talks"));
        assertEquals(Map.of(), ledger.extent().holders(empty));
        assertEquals(
                Set.of(OFFICE.code(), AUDIT.code()),
                ledger.extent().holders(ledger.newest()).get("talks"));
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
                    recorder.figures(List.of(said));
                    return true;
                });
        assertEquals(said, all(ledger.newest()).getFirst().figure());
        assertEquals(
                List.of(said),
                ledger.figures().inText(text, ledger.newest()).stream()
                        .map(RecordedFigure::figure)
                        .toList());
        assertTrue(cells(ledger.newest()).isEmpty(), "a free range takes part in no sum");
    }

    @Test
    void aRefusedImportLeavesNothing() {
        Vintage before = ledger.newest();
        ledger.record(received(FormKind.FIGURES, Mode.ADD, "refused"), recorder -> {
            recorder.figures(List.of(exact(OFFICE, TALKS, Q1, 3)));
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
                    recorder.figures(List.of(exact(OFFICE, TALKS, Q1, 3)));
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
            recorder.figures(List.of(exact(OFFICE, TALKS, Q1, 3)));
            return true;
        };
        Book.Recorded first = ledger.record(received, work);
        Book.Recorded second = ledger.record(received, work);
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
        assertEquals(Value.exact(3), added.before().orElseThrow().figure().value());
        assertEquals(
                Recorder.Effect.SAME,
                figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 3)).getFirst().effect());
        assertEquals(
                Recorder.Effect.CHANGED,
                figures(Mode.CORRECT, exact(OFFICE, TALKS, Q1, 5)).getFirst().effect());
        assertEquals(
                List.of("3", "5"),
                ledger.figures().revisions(key(OFFICE, TALKS, Q1), ledger.newest()).stream()
                        .map(each -> each.figure().wording())
                        .toList());
    }

    @Test
    void severalBatchesOfOneImportAreRecordedTogether() {
        figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 3), exact(OFFICE, TALKS, Q2, 4));
        assertEquals(
                List.of("CHANGED", "SAME", "FRESH"),
                effects(
                        Mode.CORRECT,
                        List.of(exact(OFFICE, TALKS, Q1, 5)),
                        List.of(exact(OFFICE, TALKS, Q2, 4), exact(AUDIT, TALKS, Q1, 1))));
        assertEquals(9, cell(ledger.newest(), "B1", H1.span()).value().orElseThrow());
        assertEquals(0, ledger.rebuild().different());
    }

    /// Which of the two is meant nobody but the sender knows; the checks before ask, and the ledger takes neither.
    @Test
    void aKeyComesOnceInAnImport() {
        figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 3));
        Figure again = exact(OFFICE, TALKS, Q1, 5);
        assertThrows(LedgerException.class, () -> effects(Mode.CORRECT, List.of(again, again)));
        assertThrows(LedgerException.class, () -> effects(Mode.CORRECT, List.of(again), List.of(again)));
        assertEquals(1, all(ledger.newest()).size());
    }

    @SafeVarargs
    private List<String> effects(Mode mode, List<Figure>... batches) {
        List<String> effects = new ArrayList<>();
        ledger.record(received(FormKind.FIGURES, mode, "batches " + files), recorder -> {
            for (List<Figure> batch : batches) {
                recorder.figures(batch)
                        .forEach(each -> effects.add(each.effect().name()));
            }
            return true;
        });
        now = now.plusSeconds(60);
        return effects;
    }

    /// More rows than go into one statement, one batch or one turn of a second thread.
    @Test
    void manyFiguresAreRecordedCorrectedAndWithdrawn() {
        List<plumbline.Period> months = new ArrayList<>();
        for (plumbline.Period month = new plumbline.Period.Month(1902, 1);
                months.size() < 1_530;
                month = month.plus(1)) {
            months.add(month);
        }
        Function<Integer, List<Figure>> all = value -> Stream.of(OFFICE, STATISTICS, AUDIT)
                .flatMap(department -> months.stream().map(month -> exact(department, TALKS, month, value)))
                .toList();
        assertEquals(
                4_590,
                effects(Mode.ADD, all.apply(1)).stream().filter("FRESH"::equals).count());
        assertEquals(12, year(1950).value().orElseThrow());
        List<Figure> corrected = all.apply(2);
        assertEquals(
                4_590,
                effects(Mode.CORRECT, corrected.subList(0, 1_050), corrected.subList(1_050, 4_590)).stream()
                        .filter("CHANGED"::equals)
                        .count());
        assertEquals(24, year(1950).value().orElseThrow());
        assertEquals(0, ledger.rebuild().different());
        figures(Mode.WITHDRAW, exact(OFFICE, TALKS, new plumbline.Period.Month(1950, 12), 2));
        assertEquals(Method.PARTIAL, year(1950).method());
        assertEquals(0, ledger.rebuild().different(), "the cell of the month is gone");
    }

    private Cell year(int year) {
        return ledger.cells(ledger.newest(), "talks", List.of(Optional.empty()), List.of("B1"), year, year).stream()
                .filter(each -> each.span().equals(Span.ofYear(year)))
                .findFirst()
                .orElseThrow();
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
                2,
                ledger.figures()
                        .revisions(key(OFFICE, TALKS, Q1), ledger.newest())
                        .size());
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

    /// Also where all of it was withdrawn by then, and of quarters that follow from what was stated.
    @Test
    void whoHeldWhatAndOfWhichLengthIsAnsweredAsThen() {
        figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 3), exact(OFFICE, TALKS, H1, 8), exact(AUDIT, TALKS, Q1, 1));
        figures(Mode.WITHDRAW, exact(AUDIT, TALKS, Q1, 1));
        Vintage then = ledger.newest();
        List<Object> answered =
                List.of(ledger.extent().holders(then), ledger.extent().lengths(then));
        assertEquals(Map.of("talks", Set.of("B1", "B3")), answered.getFirst());
        figures(Mode.ADD, exact(STATISTICS, TALKS, Q2, 1));
        try (Ledger opened = open()) { // without the answers remembered
            assertEquals(
                    answered,
                    List.of(opened.extent().holders(then), opened.extent().lengths(then)));
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

    /// Each line: what is said of the statistics office, and what its year of two quarters comes to then.
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        2026-07-01 | -          | renamed 2026-02-01 | summed 2/2
        2026-08-15 | -          | -                  | summed 2/2
        2026-04-01 | -          | -                  | partial 2/3
        -          | 2026-12-31 | -                  | partial 2/4
        -          | -          | -                  | partial 2/4
        -          | -          | renamed 2026-07-01 | summed 2/2
        """)
    void aYearIsCompleteWithTheMonthsADepartmentExisted(String opened, String closed, String renamed, String expected) {
        figures(
                Mode.ADD,
                figure(key(STATISTICS, TALKS, new Period.Quarter(2026, 3)), Value.exact(3), "3"),
                figure(key(STATISTICS, TALKS, new Period.Quarter(2026, 4)), Value.exact(4), "4"));
        Vintage before = ledger.newest();
        String brief = brief(cell(before, STATISTICS.code(), Span.ofYear(2026)));
        assertEquals("partial 2/4", brief);
        now = now.plusSeconds(60);
        if (opened != null || closed != null) {
            organisation(
                    Mode.CORRECT,
                    new Department(
                            STATISTICS.code(),
                            STATISTICS.name(),
                            STATISTICS.parent(),
                            Optional.ofNullable(opened).map(LocalDate::parse),
                            Optional.ofNullable(closed).map(LocalDate::parse),
                            true));
        }
        if (renamed != null) {
            ledger.record(
                    received(FormKind.REORGANISATIONS, Mode.ADD, "renamed"),
                    recorder -> recorder.reorganisation(new Reorganisation(
                                    LocalDate.parse(renamed.substring(8)),
                                    Reorganisation.Kind.RENAMED,
                                    AUDIT.code(),
                                    STATISTICS.code(),
                                    Optional.empty()))
                            == Recorder.Effect.FRESH);
        }
        assertEquals(expected, brief(cell(ledger.newest(), STATISTICS.code(), Span.ofYear(2026))));
        assertEquals("partial 2/4", brief(cell(before, STATISTICS.code(), Span.ofYear(2026))), "as of before");
        assertEquals(0, ledger.rebuild().different());
    }

    private static String brief(Cell cell) {
        return cell.method().word() + " " + cell.coverage().reported() + "/"
                + cell.coverage().expected();
    }

    @Test
    void aReorganisationTakenBackCountsNoMoreFromThenOnAndItsCellsWithIt() {
        Reorganisation renamed = new Reorganisation(
                LocalDate.of(2026, 7, 1),
                Reorganisation.Kind.RENAMED,
                AUDIT.code(),
                STATISTICS.code(),
                Optional.empty());
        figures(
                Mode.ADD,
                figure(key(STATISTICS, TALKS, new Period.Quarter(2026, 3)), Value.exact(3), "3"),
                figure(key(STATISTICS, TALKS, new Period.Quarter(2026, 4)), Value.exact(4), "4"));
        now = now.plusSeconds(60);
        ledger.record(
                received(FormKind.REORGANISATIONS, Mode.ADD, "renamed"),
                recorder -> recorder.reorganisation(renamed) == Recorder.Effect.FRESH);
        Vintage before = ledger.newest();
        assertEquals("summed 2/2", brief(cell(before, STATISTICS.code(), Span.ofYear(2026))));

        now = now.plusSeconds(60);
        ledger.record(received(FormKind.REORGANISATIONS, Mode.WITHDRAW, "it never happened"), recorder -> {
            assertEquals(Recorder.Effect.CHANGED, recorder.reorganisation(renamed));
            assertEquals(Recorder.Effect.NOTHING_TO_WITHDRAW, recorder.reorganisation(renamed));
            return true;
        });
        Vintage after = ledger.newest();
        assertEquals(List.of(), ledger.departments(after).reorganisations());
        assertEquals("partial 2/4", brief(cell(after, STATISTICS.code(), Span.ofYear(2026))));
        assertEquals(List.of(renamed), ledger.departments(before).reorganisations(), "as of before");
        assertEquals("summed 2/2", brief(cell(before, STATISTICS.code(), Span.ofYear(2026))), "as of before");
        assertEquals(0, ledger.rebuild().different());
        assertTrue(ledger.arrivals().organisation(before, after).stream()
                .anyMatch(each -> each.by().reason().equals(Optional.of("typing error"))));
        sound();

        Book.Recorded again = ledger.record(received(FormKind.REORGANISATIONS, Mode.ADD, "renamed"), _ -> false);
        assertTrue(again.alreadyImported());
        assertEquals(1, again.undone(), "the first receipt is no longer true");
    }

    @Test
    void aWrongReorganisationIsReplacedInOneImport() {
        Reorganisation wrong = new Reorganisation(
                LocalDate.of(2026, 7, 1), Reorganisation.Kind.SPLIT, "B2", "B3", Optional.of(new BigDecimal("0.4")));
        Reorganisation right = new Reorganisation(
                LocalDate.of(2026, 7, 1), Reorganisation.Kind.SPLIT, "B2", "B3", Optional.of(new BigDecimal("0.6")));
        Reorganisation later = new Reorganisation(
                LocalDate.of(2026, 8, 1), Reorganisation.Kind.SPLIT, "B2", "B3", Optional.of(new BigDecimal("0.6")));
        ledger.record(received(FormKind.REORGANISATIONS, Mode.ADD, "wrong"), recorder -> {
            assertEquals(Recorder.Effect.FRESH, recorder.reorganisation(wrong));
            assertEquals(Recorder.Effect.CONTRADICTS, recorder.reorganisation(right));
            return true;
        });
        ledger.record(
                received(FormKind.REORGANISATIONS, Mode.CORRECT, "another share"),
                recorder -> recorder.reorganisation(right) == Recorder.Effect.CHANGED);
        assertEquals(List.of(right), ledger.departments(ledger.newest()).reorganisations());
        ledger.record(received(FormKind.REORGANISATIONS, Mode.CORRECT, "another day"), recorder -> {
            assertEquals(Recorder.Effect.CHANGED, recorder.withdraw(right));
            assertEquals(Recorder.Effect.FRESH, recorder.reorganisation(later));
            return true;
        });
        assertEquals(List.of(later), ledger.departments(ledger.newest()).reorganisations());
        sound();
    }

    @Test
    void aLineOfTheCalendarIsTakenBackAndMayBeOwedAgain() {
        Deadline line = new Deadline(Optional.of("talks"), "B1", Q1, LocalDate.of(2026, 4, 30));
        Deadline whole = new Deadline(Optional.empty(), "B1", Q1, LocalDate.of(2026, 4, 15));
        Deadline other = new Deadline(Optional.of("talks"), "B1", Q1, LocalDate.of(2026, 5, 31));
        ledger.record(received(FormKind.CALENDAR, Mode.ADD, "calendar"), recorder -> {
            recorder.deadline(line);
            recorder.deadline(whole);
            return true;
        });
        Vintage before = ledger.newest();
        ledger.record(received(FormKind.CALENDAR, Mode.WITHDRAW, "not asked of them"), recorder -> {
            assertEquals(Recorder.Effect.NOTHING_TO_WITHDRAW, recorder.deadline(other), "it is due on another day");
            assertEquals(Recorder.Effect.CHANGED, recorder.deadline(line));
            return true;
        });
        assertEquals(List.of(whole), ledger.deadlines(ledger.newest()));
        assertEquals(Set.of(line, whole), Set.copyOf(ledger.deadlines(before)), "as of before");
        Vintage without = ledger.newest();
        ledger.record(
                received(FormKind.CALENDAR, Mode.ADD, "asked again"),
                recorder -> recorder.deadline(other) == Recorder.Effect.FRESH);
        assertEquals(Set.of(whole, other), Set.copyOf(ledger.deadlines(ledger.newest())));
        assertEquals(List.of(whole), ledger.deadlines(without));
        sound();
    }

    @Test
    void aMetricIsCalledAsTheOrganisationSaysAndBeforeAsItWas() {
        MetricVersion before = MetricVersion.of(TALKS);
        MetricVersion renamed = new MetricVersion(
                TALKS.code(),
                new Name("廉政约谈", "Integrity conversations"),
                Direction.MORE,
                List.of("约谈", "集体约谈"),
                List.of(LocalDate.of(2026, 1, 1)));
        Vintage first = ledger.newest();
        ledger.record(received(FormKind.METRICS, Mode.ADD, "renamed"), recorder -> {
            assertEquals(Recorder.Effect.SAME, recorder.metric(before, before));
            assertEquals(Recorder.Effect.CONTRADICTS, recorder.metric(before, renamed));
            return false;
        });
        ledger.record(
                received(FormKind.METRICS, Mode.CORRECT, "renamed"),
                recorder -> recorder.metric(before, renamed) == Recorder.Effect.CHANGED);
        var now = ledger.catalog(ledger.newest());
        assertEquals(renamed, MetricVersion.of(now.metric(TALKS.code()).orElseThrow()));
        assertEquals(Optional.of(TALKS.code()), now.findMetric("集体约谈").map(plumbline.Metric::code));
        assertEquals(
                before,
                MetricVersion.of(ledger.catalog(first).metric(TALKS.code()).orElseThrow()));
        sound();
    }

    private void sound() {
        assertEquals(
                Optional.empty(),
                Verification.of(where, Samples.CATALOG, new Consolidation()).broken());
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

    private static final Decisions.By HEAD = new Decisions.By("head of office", "rule of 2026");

    private static Target least(long least) {
        return new Target("talks", "B1", Q1, least, "rule 3");
    }

    private List<Target> targets(Vintage vintage) {
        return ledger.decisions().targets(vintage).stream()
                .map(RecordedTarget::target)
                .toList();
    }

    @Test
    void aStandardIsSetReplacedAndEndedAndEveryVintageKeepsItsOwn() {
        ledger.decisions().set(least(3), HEAD);
        Vintage three = ledger.newest();
        now = now.plusSeconds(60);
        ledger.decisions().set(least(4), new Decisions.By("deputy", "the rule was amended"));
        Vintage four = ledger.newest();
        now = now.plusSeconds(60);
        ledger.decisions().takeTargetBack("talks", "B1", Q1, HEAD);
        assertEquals(List.of(least(3)), targets(three));
        assertEquals(List.of(least(4)), targets(four));
        assertEquals(List.of(), targets(ledger.newest()));
        Decided decided = ledger.decisions().targets(four).getFirst().decided();
        assertEquals("deputy", decided.actor());
        assertEquals(Optional.of("the rule was amended"), decided.reason());
        assertEquals(Instant.parse("2026-04-30T08:01:00Z"), decided.at());
        assertThrows(Refusal.class, () -> ledger.decisions().takeTargetBack("talks", "B1", Q1, HEAD));
    }

    @Test
    void aFormOfStandardsTakesWhatIsNewAndCorrectsOnlyWhenTold() {
        List<Recorder.Effect> effects = new ArrayList<>();
        for (Mode mode : List.of(Mode.ADD, Mode.ADD, Mode.CORRECT)) {
            int least = 3 + effects.size();
            ledger.record(received(FormKind.TARGETS, mode, "targets " + effects.size()), recorder -> {
                effects.add(recorder.target(least(least)));
                effects.add(recorder.target(least(least)));
                return true;
            });
        }
        assertEquals(
                List.of(
                        Recorder.Effect.FRESH,
                        Recorder.Effect.SAME,
                        Recorder.Effect.CONTRADICTS,
                        Recorder.Effect.CONTRADICTS,
                        Recorder.Effect.CHANGED,
                        Recorder.Effect.SAME),
                effects);
        assertEquals(List.of(least(7)), targets(ledger.newest()));
    }

    @Test
    void aPhaseBeginsByADecisionAndIsTakenBackByOne() {
        Vintage before = ledger.newest();
        ledger.decisions().phase("talks", "B1", Optional.empty(), Q2, true, HEAD);
        Vintage begun = ledger.newest();
        assertThrows(Refusal.class, () -> ledger.decisions().phase("talks", "B1", Optional.empty(), Q2, true, HEAD));
        assertEquals(begun, ledger.newest());
        now = now.plusSeconds(60);
        ledger.decisions().phase("talks", "B1", Optional.empty(), Q2, false, HEAD);
        assertEquals(List.of(), ledger.decisions().phases(before));
        RecordedPhase phase = ledger.decisions().phases(begun).getFirst();
        assertEquals(Q2, phase.first());
        assertEquals(Optional.of("rule of 2026"), phase.decided().reason());
        assertEquals(List.of(), ledger.decisions().phases(ledger.newest()));
    }

    @Test
    void aQuestionSetAsideStaysSoUntilItIsAskedAgain() {
        ledger.decisions().dismiss("identical_to_last B1 talks 2026-Q2 18", true, HEAD);
        Vintage aside = ledger.newest();
        assertThrows(
                Refusal.class, () -> ledger.decisions().dismiss("identical_to_last B1 talks 2026-Q2 18", true, HEAD));
        now = now.plusSeconds(60);
        ledger.decisions().dismiss("identical_to_last B1 talks 2026-Q2 18", false, HEAD);
        assertEquals(
                Set.of("identical_to_last B1 talks 2026-Q2 18"),
                ledger.decisions().dismissals(aside).keySet());
        assertEquals(Map.of(), ledger.decisions().dismissals(ledger.newest()));
    }

    @Test
    void noDecisionIsTakenWithoutANameAndAReason() {
        assertThrows(Refusal.class, () -> new Decisions.By(" ", "why"));
        assertThrows(Refusal.class, () -> new Decisions.By("clerk", ""));
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

    @Test
    void aRehearsalSeesItsOwnImportsAndLeavesNothing() {
        Vintage before = ledger.newest();
        Department newcomer = new Department(
                "B9", new Name("新设处", "New"), Optional.of("B"), Optional.empty(), Optional.empty(), true);
        Figure talks = exact(newcomer, TALKS, Q1, 7);
        List<Recorder.Effect> effects = ledger.rehearse(book -> {
            List<Recorder.Effect> seen = new ArrayList<>();
            book.record(received(FormKind.DEPARTMENTS, Mode.ADD, "newcomer"), recorder -> {
                recorder.department(newcomer);
                return true;
            });
            assertTrue(book.departments().find("B9").isPresent());
            for (boolean keep : List.of(false, true, true)) {
                book.record(received(FormKind.FIGURES, Mode.ADD, "try " + seen.size()), recorder -> {
                    seen.add(recorder.figures(List.of(talks)).getFirst().effect());
                    recorder.settle(_ -> {}, _ -> {});
                    return keep;
                });
            }
            return seen;
        });
        assertEquals(List.of(Recorder.Effect.FRESH, Recorder.Effect.FRESH, Recorder.Effect.SAME), effects);
        assertEquals(before, ledger.newest());
        assertTrue(ledger.departments(ledger.newest()).find("B9").isEmpty());
        assertEquals(
                Recorder.Effect.FRESH,
                figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 7)).getFirst().effect());
    }

    @Test
    void anImportTellsWhichCellsItChangesAndHow() {
        figures(Mode.ADD, exact(OFFICE, TALKS, Q1, 7), exact(AUDIT, TALKS, Q1, 1));
        List<String> told = changes(Mode.CORRECT, exact(OFFICE, TALKS, Q1, 9));
        assertTrue(told.contains("B1 2026-Q1 7 → 9"), told::toString);
        assertTrue(told.stream().allMatch(each -> each.startsWith("B1 ")), told::toString);
        assertEquals(List.of(), changes(Mode.ADD, exact(OFFICE, TALKS, Q1, 7)));
        List<String> gone = changes(Mode.WITHDRAW, exact(AUDIT, TALKS, Q1, 1));
        assertTrue(gone.contains("B3 2026-Q1 1 → nothing"), gone::toString);
        List<String> fresh = changes(Mode.ADD, exact(STATISTICS, TALKS, Q2, 4));
        assertTrue(fresh.contains("B2 2026-Q2 nothing → 4"), fresh::toString);
    }

    /// What the figures would change, `department period before → after`; they are not kept.
    private List<String> changes(Mode mode, Figure... rows) {
        List<String> told = new ArrayList<>();
        ledger.record(received(FormKind.FIGURES, mode, "changes " + files), recorder -> {
            recorder.keepCells();
            recorder.figures(List.of(rows));
            recorder.changes(each -> told.add("%s %s %s → %s"
                    .formatted(
                            each.either().key().department(),
                            Period.ofSpan(each.either().span()).orElseThrow(),
                            lower(each.before()),
                            lower(each.after()))));
            return false;
        });
        return told;
    }

    private static String lower(Optional<Cell> cell) {
        return cell.flatMap(Cell::interval)
                .map(each -> String.valueOf(each.lower()))
                .orElse("nothing");
    }

    private static HeaderMapping mapping(Department department, String header, String meaning) {
        return new HeaderMapping(department.code(), "form", header, meaning, 3, "人次", Optional.empty());
    }

    @Test
    void whatAHeaderMeansIsRememberedWithWhoSaidItAndTheNewestCounts() {
        for (String meaning : List.of("talks", "staff")) {
            ledger.record(received(FormKind.FIGURES, Mode.ADD, "mapped " + files), recorder -> {
                recorder.figures(List.of(exact(OFFICE, TALKS, Q1, 7)));
                recorder.remember(mapping(OFFICE, "谈心", meaning));
                recorder.remember(mapping(AUDIT, "谈心", "talks"));
                return true;
            });
            now = now.plusSeconds(60);
        }
        ledger.record(received(FormKind.FIGURES, Mode.ADD, "not kept"), recorder -> {
            recorder.remember(mapping(OFFICE, "谈心", "-"));
            return false;
        });
        List<HeaderMapping> found = ledger.headerMappings(List.of("form", "another"));
        assertEquals(
                List.of("B3 talks", "B1 staff"),
                found.stream()
                        .map(each -> each.department() + " " + each.meaning())
                        .toList());
        assertEquals("clerk", found.getFirst().confirmed().orElseThrow().actor());
        assertEquals(
                now.minusSeconds(60), found.getFirst().confirmed().orElseThrow().at());
        assertEquals(3, found.getFirst().column());
        assertEquals(List.of(), ledger.headerMappings(List.of("another")));
        assertEquals(
                Optional.empty(),
                Verification.of(where, Samples.CATALOG, new Consolidation()).broken());
    }

    @Test
    void aReplacementWithdrawsTheRestOfItsDepartmentAndPeriodOnly() {
        figures(
                Mode.ADD,
                exact(OFFICE, TALKS, Q1, 7),
                exact(OFFICE, Samples.STAFF, Q1, 30),
                exact(OFFICE, TALKS, Q2, 8),
                exact(AUDIT, TALKS, Q1, 9));
        Figure stated = exact(OFFICE, TALKS, Q1, 6);
        List<Recorder.Outcome> gone = new ArrayList<>();
        ledger.record(received(FormKind.FIGURES, Mode.REPLACE, "replacement"), recorder -> {
            recorder.figures(List.of(stated));
            gone.addAll(recorder.withdrawOthers(OFFICE.code(), Q1, Set.of(stated.key()), new Place.Line(1, 1)));
            return true;
        });
        assertEquals(1, gone.size());
        assertEquals(
                "staff", gone.getFirst().before().orElseThrow().figure().key().metric());
        List<RecordedFigure> revisions = ledger.figures().revisions(key(OFFICE, Samples.STAFF, Q1), ledger.newest());
        assertEquals(State.WITHDRAWN, revisions.getLast().figure().value().state());
        assertEquals(2, revisions.getLast().revision());
        assertEquals(3, all(ledger.newest()).size());
        assertEquals(2, ledger.imported(ledger.newest().importNumber()).counts().changed());
        assertEquals(
                Optional.empty(),
                Verification.of(where, Samples.CATALOG, new Consolidation()).broken());
    }

    private long text(String words, Proposal... seen) {
        long report = ledger.record(received(FormKind.TEXT, Mode.ADD, words), recorder -> {
                    recorder.text(words, List.of(seen));
                    return true;
                })
                .report()
                .orElseThrow();
        now = now.plusSeconds(60);
        return report;
    }

    private static Proposal seen(int start, String quote, long number) {
        return new Proposal(
                new Place.Passage("form-2.csv", start, start + quote.length(), quote),
                Optional.of("talks"),
                quote,
                "talks",
                Optional.empty(),
                Value.exact(number),
                "人次",
                "",
                "2026-Q1",
                Basis.IN_PERIOD,
                List.of("subset", "carried"),
                "named",
                "1-a");
    }

    private <T> T said(long report, Mode mode, java.util.function.Function<Reviewer, T> work) {
        T answer = ledger.reviews().record(new Reviews.Order(report, "王芳", mode, Optional.of("why")), work);
        now = now.plusSeconds(60);
        return answer;
    }

    @Test
    void whatIsSeenInATextDoesNotCountAndWhatAPersonConfirmsDoes() {
        Proposal seen = seen(2, "谈话43人次", 43);
        long report = text("共有谈话43人次", seen);
        Vintage before = ledger.newest();
        RecordedProposal open = ledger.reviews().open(before).getFirst();
        assertEquals(seen, open.proposal());
        assertEquals(1, open.number());
        assertTrue(all(before).isEmpty());
        assertTrue(cells(before).isEmpty());
        Figure figure = new Figure(
                new FigureKey("B1", "talks", Optional.empty(), Q1, Basis.IN_PERIOD, Scope.OWN, Optional.empty()),
                Value.exact(43),
                "43",
                Review.CONFIRMED,
                "",
                seen.passage(),
                Optional.empty());
        said(report, Mode.ADD, reviewer -> {
            reviewer.attribute(report, "B1", Q1);
            Reviewer.Written written = reviewer.figure(report, figure, Mode.ADD);
            reviewer.verdict(open.id(), Verdict.Kind.CONFIRM, Optional.of(figure), written.figure());
            return true;
        });
        Vintage confirmed = ledger.newest();
        assertEquals(figure, all(confirmed).getFirst().figure());
        assertEquals(Optional.of(report), all(confirmed).getFirst().document());
        assertEquals(
                Value.exact(43).interval(),
                cell(confirmed, "B1", Q1.span()).interval().orElseThrow());
        RecordedProposal judged = ledger.reviews().in(report, confirmed).getFirst();
        assertEquals(RecordedProposal.Status.CONFIRMED, judged.status());
        assertEquals(Optional.of(figure), judged.last().orElseThrow().figure());
        assertEquals("王芳", judged.last().orElseThrow().actor());
        assertTrue(ledger.reviews().open(confirmed).isEmpty());
        assertEquals(
                new Attribution(Optional.of("B1"), Optional.of(Q1)),
                ledger.reviews().attributions(confirmed).get(report));
        // The moment before is what it was.
        assertEquals(
                RecordedProposal.Status.OPEN,
                ledger.reviews().in(report, before).getFirst().status());
        assertTrue(cells(before).isEmpty());
        assertTrue(ledger.reviews().attributions(before).isEmpty());
        // And the way back.
        said(report, Mode.WITHDRAW, reviewer -> {
            Reviewer.Written taken = reviewer.figure(report, figure, Mode.WITHDRAW);
            reviewer.verdict(open.id(), Verdict.Kind.REOPEN, Optional.empty(), taken.figure());
            return true;
        });
        assertEquals(
                List.of(open.id()),
                ledger.reviews().open(ledger.newest()).stream()
                        .map(RecordedProposal::id)
                        .toList());
        assertTrue(cells(ledger.newest()).isEmpty());
        assertEquals(0, ledger.rebuild().different());
    }

    @Test
    void whatNobodyHasConfirmedIsInTheCellsOnlyWhereItIsAskedFor() {
        Figure unconfirmed = new Figure(
                new FigureKey("B1", "talks", Optional.empty(), Q1, Basis.IN_PERIOD, Scope.OWN, Optional.empty()),
                Value.exact(7),
                "7",
                Review.UNCONFIRMED,
                "",
                new Place.Line(2, 4),
                Optional.empty());
        figures(Mode.ADD, unconfirmed);
        assertTrue(cells(ledger.newest()).isEmpty());
        Vintage first = ledger.newest();
        assertEquals(
                1,
                ledger.figures()
                        .unconfirmed(first, "talks", List.of("B1", "B2"))
                        .size());
        List<Cell> all = ledger.cellsWithUnconfirmed(
                first, "talks", List.of(Optional.empty()), List.of("B1"), 2026, 2026, List.of());
        assertTrue(all.stream().anyMatch(each -> each.span().equals(Q1.span()) && each.review() == Review.UNCONFIRMED));
        RecordedFigure waiting = all(first).getFirst();
        said(waiting.report(), Mode.ADD, reviewer -> reviewer.confirm(waiting));
        assertEquals(Review.CONFIRMED, cell(ledger.newest(), "B1", Q1.span()).review());
        assertTrue(cells(first).isEmpty(), "the moment before is what it was");
        assertEquals(0, ledger.rebuild().different());
    }

    @Test
    void theOrganisationsWordsAreRememberedAndForgotten() {
        long report = text("农家书屋讲座9场");
        said(report, Mode.ADD, reviewer -> {
            reviewer.term(new OwnTerm("书屋讲座", "场", Optional.of("talks"), Optional.empty()));
            return true;
        });
        Vintage known = ledger.newest();
        said(report, Mode.ADD, reviewer -> {
            reviewer.term(new OwnTerm("书屋讲座", "场", Optional.empty(), Optional.empty()));
            return true;
        });
        assertEquals(
                List.of(new OwnTerm("书屋讲座", "场", Optional.of("talks"), Optional.empty())),
                ledger.reviews().terms(known));
        assertEquals(List.of(), ledger.reviews().terms(ledger.newest()));
    }
}
