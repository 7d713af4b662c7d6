package plumbline.consolidate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.Aggregation;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.Name;
import plumbline.Span;
import plumbline.State;

class GapsTest {
    private static final Department OFFICE = office("2022-04-01", "2023-01-01");
    private static final LocalDate LATER = LocalDate.of(2024, 1, 1);

    private static Department office(String opened, String closed) {
        return new Department(
                "D01",
                new Name("办公室", "Office"),
                Optional.empty(),
                Optional.of(LocalDate.parse(opened)),
                Optional.of(LocalDate.parse(closed)),
                true);
    }

    private static Deadline due(String metric, String department, String period, String day) {
        return new Deadline(
                metric.isEmpty() ? Optional.empty() : Optional.of(metric),
                department,
                Stated.period(period),
                LocalDate.parse(day));
    }

    private static State why(String span, LocalDate today, List<Deadline> deadlines, String... submissions) {
        Set<Span> spans =
                Set.copyOf(Arrays.stream(submissions).map(Stated::span).toList());
        return new Gaps(OFFICE, "talks", spans, deadlines, today).why(Stated.span(span));
    }

    @Test
    void beforeItOpenedAndAfterItClosedNothingApplies() {
        assertEquals(State.NOT_APPLICABLE, why("Q1", LATER, List.of(), "Q1"));
        assertEquals(
                State.NOT_APPLICABLE, new Gaps(OFFICE, "talks", Set.of(), List.of(), LATER).why(Span.ofYear(2023)));
        assertEquals(State.NOT_REPORTED, why("H1", LATER, List.of()));
    }

    @Test
    void aReportThatCoversTheSpanDoesNotMentionIt() {
        assertEquals(State.NOT_MENTIONED, why("Q2", LATER, List.of(), "Q2"));
        assertEquals(State.NOT_MENTIONED, why("Q2", LATER, List.of(), "to Q3"));
        assertEquals(State.NOT_MENTIONED, why("Y", LATER, List.of(), "Q4"));
    }

    @Test
    void anEarlierOrALaterReportDoesNotCoverIt() {
        assertEquals(State.NOT_REPORTED, why("Q3", LATER, List.of(), "Q2", "Q4"));
        assertEquals(State.NOT_REPORTED, why("H2", LATER, List.of(), "Q3"));
    }

    @Test
    void aDeadlineAheadIsNotDueUntilItsDayHasPassed() {
        List<Deadline> calendar = List.of(due("", "D01", "Q2", "2022-07-15"));
        assertEquals(State.NOT_DUE, why("Q2", LocalDate.of(2022, 7, 15), calendar));
        assertEquals(State.NOT_REPORTED, why("Q2", LocalDate.of(2022, 7, 16), calendar));
        assertEquals(State.NOT_DUE, why("H1", LocalDate.of(2022, 7, 15), calendar));
    }

    @Test
    void aDeadlineOfTheMetricGoesBeforeOneOfTheWholeReport() {
        List<Deadline> calendar = List.of(due("", "D01", "Q2", "2022-07-15"), due("talks", "D01", "Q2", "2022-08-15"));
        assertEquals(State.NOT_DUE, why("Q2", LocalDate.of(2022, 8, 1), calendar));
    }

    @Test
    void deadlinesOfOthersDoNotCount() {
        List<Deadline> calendar = List.of(due("", "D02", "Q2", "2022-08-15"), due("study", "D01", "Q2", "2022-08-15"));
        assertEquals(State.NOT_REPORTED, why("Q2", LocalDate.of(2022, 8, 1), calendar));
    }

    @Test
    void withoutACalendarASpanIsDueWhenItIsOver() {
        assertEquals(State.NOT_DUE, why("Q2", LocalDate.of(2022, 6, 30), List.of()));
        assertEquals(State.NOT_REPORTED, why("Q2", LocalDate.of(2022, 7, 1), List.of()));
    }

    @Test
    void aDeadlineThatPassedIsOverdueEvenInsideTheSpan() {
        List<Deadline> calendar = List.of(due("", "D01", "Q2", "2022-06-20"));
        assertEquals(State.NOT_REPORTED, why("Q2", LocalDate.of(2022, 6, 25), calendar));
    }

    @Test
    void whatPartsSayTellsMoreThanTheCalendar() {
        Gaps gaps = new Gaps(office("2020-01-01", "2030-01-01"), "talks", Set.of(Stated.span("Q4")), List.of(), LATER);
        Span year = Span.ofYear(2022);
        assertEquals(State.WITHHELD, gaps.why(year, Stated.cells(Aggregation.SUM, "Q1 *", "Q2 *", "Q3 *", "Q4 *")));
        assertEquals(State.WITHHELD, gaps.why(year, Stated.cells(Aggregation.SUM, "Q1 -", "Q4 *")));
        assertEquals(State.NOT_MENTIONED, gaps.why(year, Stated.cells(Aggregation.SUM, "Q1 -", "Q2 /")));
        assertEquals(State.NOT_APPLICABLE, gaps.why(year, Stated.cells(Aggregation.SUM, "H1 /", "Q3 /", "Q4 /")));
        assertEquals(State.NOT_MENTIONED, gaps.why(year, Stated.cells(Aggregation.SUM, "H1 /")));
    }

    @Test
    void aSpanThatIsNotDueStaysSoWhateverItsPartsSay() {
        Gaps gaps = new Gaps(OFFICE, "talks", Set.of(), List.of(), LocalDate.of(2022, 8, 1));
        assertEquals(State.NOT_DUE, gaps.why(Span.ofYear(2022), Stated.cells(Aggregation.SUM, "Q2 *")));
    }

    @Test
    void theMostFrequentStateStandsForManyAndTheMoreTellingOfEquallyMany() {
        assertEquals(
                State.NOT_REPORTED, Gaps.mostFrequent(List.of(State.WITHHELD, State.NOT_REPORTED, State.NOT_REPORTED)));
        assertEquals(State.WITHHELD, Gaps.mostFrequent(List.of(State.NOT_REPORTED, State.WITHHELD)));
        assertEquals(State.NOT_APPLICABLE, Gaps.mostFrequent(List.of()));
    }
}
