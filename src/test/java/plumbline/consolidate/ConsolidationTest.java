package plumbline.consolidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plumbline.Aggregation.BOUND;
import static plumbline.Aggregation.LAST;
import static plumbline.Aggregation.NONE;
import static plumbline.Aggregation.RATIO;
import static plumbline.Aggregation.SUM;
import static plumbline.consolidate.Stated.cell;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.Aggregation;
import plumbline.Cell;
import plumbline.Life;

class ConsolidationTest {
    @Test
    void aStatementGoesBeforeItsParts() {
        assertEquals("stated exact 7 [7..7] 1/1 #3", cell("H1", SUM, "Q1 3", "Q2 4", "H1 7"));
    }

    @Test
    void completePartsAreSummed() {
        assertEquals("summed exact 7 [7..7] 2/2 #1,2", cell("H1", SUM, "Q1 3", "Q2 4"));
        assertEquals("summed exact 22 [22..22] 4/4 #1,2,3,4", cell("Y", SUM, "Q1 5", "Q2 2", "Q3 6", "Q4 9"));
        assertEquals("summed exact 13 [13..13] 3/3 #1,2,3", cell("to Q3", SUM, "Q1 5", "Q2 2", "Q3 6"));
    }

    @Test
    void theCoarsestTilingWins() {
        assertEquals("summed exact 22 [22..22] 4/4 #3,4", cell("Y", SUM, "Q1 3", "Q2 4", "to Q3 13", "Q4 9"));
        assertEquals(
                "summed exact 17 [17..17] 2/2 #3,6", cell("Y", SUM, "Q1 1", "Q2 7", "H1 8", "Q3 1", "Q4 8", "H2 9"));
    }

    @Test
    void ofEquallyCoarseTilingsTheOneOfPeriodsWinsThenTheLongerFirstTile() {
        assertEquals("summed exact 20 [20..20] 2/2 #3,4", cell("Y", SUM, "to Q3 13", "Q4 7", "H1 8", "H2 12"));
        assertEquals("summed range [18..20] 4/4 #1,2,5", cell("Y", SUM, "H1 8", "Q3 4..5", "Q1 5", "Q2 3", "Q4 6..7"));
    }

    @Test
    void whatRestsOnAContestedNumberSaysSo() {
        String[] contested = {"Q3 6", "Q4 9", "H1 10", "H2 20"};
        assertEquals("stated exact 20 [20..20] 1/1 #1,2,4 against [15..15]", cell("H2", SUM, contested));
        assertEquals("summed exact 30 [30..30] 2/2 #1,2,3,4 against [25..25]", cell("Y", SUM, contested));
        assertEquals(
                "derived exact 10 [10..10] 1/1 #1,2,3,4 against [15..15]",
                cell("H1", SUM, "Q3 6", "Q4 9", "H2 20", "Y 30"));
        assertEquals("partial at_least [20..] 1/2 #1,2,3 against [15..]", cell("Y", SUM, "Q3 6", "Q4 9", "H2 20"));
        assertEquals("summed exact 5 [5..5] 1/1 #1,2 against [4..4]", cell("Y", LAST, "end 12 4", "end Q4 5"));
    }

    @Test
    void whatIsKnownInsideADifferenceIsAddedAfterTheCut() {
        assertEquals("derived range [25..98] 1/1 #1,2,3,4", cell("H2", SUM, "Q1 20", "Q2 6", "to Q3 20..99", "Q4 25"));
        assertEquals("partial at_least [25..] 1/2 #4", cell("H2", SUM, "Q1 20", "Q2 6", "to Q3 18", "Q4 25"));
    }

    @Test
    void statedZerosAddUpToZero() {
        assertEquals("summed zero 0 [0..0] 2/2 #1,2", cell("H1", SUM, "Q1 0", "Q2 0"));
    }

    @Test
    void toDateAndInPeriodSpeakOfTheSameMonths() {
        assertEquals("stated exact 7 [7..7] 1/1 #1", cell("H1", SUM, "to Q2 7"));
        assertEquals("stated exact 7 [7..7] 1/1 #2", cell("H1", SUM, "to Q2 7", "H1 7"));
    }

    @Test
    void ofTwoStatementsThatMeetTheNarrowerStands() {
        assertEquals("stated range [61..65] 1/1 #1", cell("H1", SUM, "to Q2 61..65", "H1 60..69"));
        assertEquals("stated exact 62 [62..62] 1/1 #2", cell("H1", SUM, "to Q2 61..", "H1 62"));
    }

    @Test
    void ofTwoStatementsThatContradictTheOneInPeriodStandsWithTheOtherBeside() {
        assertEquals("stated exact 8 [8..8] 1/1 #1,2 against [7..7]", cell("H1", SUM, "to Q2 7", "H1 8"));
        assertEquals("stated exact 8 [8..8] 1/1 #1,2 against [7..7]", cell("H1", SUM, "H1 8", "to Q2 7"));
    }

    @Test
    void aStatementWithANumberGoesBeforeOneWithout() {
        assertEquals("stated exact 7 [7..7] 1/1 #2", cell("H1", SUM, "H1 *", "to Q2 7"));
    }

    @Test
    void aSilentReportStatesNothingButAMaskedNumberDoes() {
        assertEquals("summed exact 7 [7..7] 2/2 #1,2", cell("H1", SUM, "Q1 3", "Q2 4", "H1 -"));
        assertEquals("derived exact 4 [4..4] 1/1 #1,3", cell("Q2", SUM, "Q1 3", "Q2 -", "H1 7"));
        assertEquals("missing not_mentioned 0/1 #1", cell("Q1", SUM, "Q1 -"));
        assertEquals("stated withheld 0/1 #3", cell("H1", SUM, "Q1 3", "Q2 4", "H1 *"));
    }

    @Test
    void theOneMissingPartIsDerived() {
        assertEquals("derived exact 4 [4..4] 1/1 #1,2", cell("Q2", SUM, "Q1 3", "H1 7"));
        assertEquals("derived range [36..44] 1/1 #1,2", cell("Q2", SUM, "Q1 25", "H1 61..69"));
        assertEquals("derived at_least [40..] 1/1 #1,2", cell("Q2", SUM, "Q1 20", "H1 60.."));
        assertEquals(
                "derived exact 3 [3..3] 1/1 #1,2,3,4,5,6",
                cell("06", SUM, "01 2", "02 2", "03 1", "04 3", "05 1", "H1 12"));
    }

    @Test
    void cumulativeBulletinsGiveTheirQuarters() {
        String[] bulletins = {"to Q1 5", "to Q2 7", "to Q3 13", "to Q4 22"};
        assertEquals("stated exact 5 [5..5] 1/1 #1", cell("Q1", SUM, bulletins));
        assertEquals("derived exact 2 [2..2] 1/1 #1,2", cell("Q2", SUM, bulletins));
        assertEquals("derived exact 6 [6..6] 1/1 #2,3", cell("Q3", SUM, bulletins));
        assertEquals("derived exact 9 [9..9] 1/1 #3,4", cell("Q4", SUM, bulletins));
        assertEquals("derived exact 15 [15..15] 1/1 #2,4", cell("H2", SUM, bulletins));
    }

    @Test
    void aDifferenceIsTakenFromTheHalfBeforeTheYear() {
        assertEquals("derived exact 4 [4..4] 1/1 #1,2", cell("Q4", SUM, "H2 10", "Q3 6", "Y 20", "to Q3 15"));
    }

    @Test
    void aMonthBeforeDecemberIsTakenFromTheYear() {
        assertEquals("derived exact 84264 [84264..84264] 1/1 #1,2", cell("to 11", SUM, "Y 95376", "12 11112"));
    }

    @Test
    void whatFollowsFromADerivedPartIsDerived() {
        assertEquals("derived exact 11 [11..11] 2/2 #1,2,3", cell("H2", SUM, "Q3 6", "to Q3 15", "Y 20"));
    }

    @Test
    void aDifferenceIsNeverBelowZero() {
        assertEquals("derived range [0..3] 1/1 #1,2", cell("Q2", SUM, "Q1 4..8", "H1 7"));
    }

    @Test
    void partsBeyondTheWholeLeaveNoNumberButAConflict() {
        String[] restated = {"Q1 6", "H1 5"};
        assertEquals("missing not_mentioned 0/1 #1,2 against [-1..-1]", cell("Q2", SUM, restated));
        assertEquals("stated exact 5 [5..5] 1/1 #1,2 against [6..]", cell("H1", SUM, restated));
    }

    @Test
    void aDifferenceThatSaysNothingIsNone() {
        assertEquals("nothing", cell("Q2", SUM, "Q1 20..", "H1 60.."));
    }

    @Test
    void someKnownPartsGiveALowerBound() {
        assertEquals("partial at_least [3..] 1/2 #1", cell("H1", SUM, "Q1 3"));
        assertEquals("partial at_least [13..] 3/4 #1,2,3", cell("Y", SUM, "Q1 5", "Q2 2", "Q3 6"));
        assertEquals("partial at_least [9..] 1/2 #1", cell("Y", SUM, "H1 9"));
        assertEquals("nothing", cell("H2", SUM, "H1 9"));
    }

    @Test
    void aWithheldPartIsNotKnown() {
        assertEquals("partial at_least [3..] 1/2 #1", cell("H1", SUM, "Q1 3", "Q2 *"));
        assertEquals("partial at_least [3..] 1/2 #1", cell("H1", SUM, "Q1 3", "Q2 -"));
        assertEquals("nothing", cell("H1", SUM, "Q1 *", "Q2 *"));
    }

    @Test
    void aWithheldStatementStaysWithheldWhateverItsPartsSay() {
        assertEquals("stated withheld 0/1 #3", cell("H1", SUM, "Q1 3", "Q2 4", "H1 *"));
        assertEquals("stated withheld 0/1 #2", cell("Q2", SUM, "Q1 3", "Q2 *", "H1 7"));
    }

    @Test
    void whatDoesNotApplyLeavesTheDenominator() {
        assertEquals("summed exact 17 [17..17] 3/3 #1,2,3,4", cell("Y", SUM, "Q1 /", "Q2 2", "Q3 6", "Q4 9"));
        assertEquals("partial at_least [8..] 2/3 #2,3", cell("Y", SUM, "Q1 /", "Q2 2", "Q3 6"));
        assertEquals("derived exact 7 [7..7] 1/1 #1,2", cell("Q2", SUM, "Q1 /", "H1 7"));
        assertEquals("nothing", cell("H1", SUM, "Q1 /", "Q2 /"));
        assertEquals("summed exact 12 [12..12] 4/4 #1,2,4", cell("Y", SUM, "Q1 3", "Q2 4", "H1 /", "H2 5"));
    }

    @Test
    void openPartsMakeAnOpenSum() {
        assertEquals("summed at_least [81..] 2/2 #1,2", cell("H1", SUM, "Q1 61..", "Q2 20"));
    }

    @Test
    void aboutAndExactMakeAbout() {
        assertEquals("summed about 62 [57..67] 2/2 #1,2", cell("H1", SUM, "Q1 ~30=25..35", "Q2 32"));
        assertEquals("summed range [57..70] 2/2 #1,2", cell("H1", SUM, "Q1 ~30=25..35", "Q2 32..35"));
        assertEquals("derived about 32 [27..37] 1/1 #1,2", cell("Q2", SUM, "Q1 ~30=25..35", "H1 62"));
    }

    @Test
    void aStatementThatItsPartsContradictStaysMarked() {
        assertEquals("stated exact 8 [8..8] 1/1 #1,2,3 against [7..7]", cell("H1", SUM, "Q1 3", "Q2 4", "H1 8"));
        assertEquals("stated range [61..69] 1/1 #3", cell("H1", SUM, "Q1 25", "Q2 38", "H1 61..69"));
        assertEquals("stated zero 0 [0..0] 1/1 #1,2 against [1..]", cell("Y", SUM, "Q1 1", "Y 0"));
    }

    @Test
    void aRoundedStatementIsContradictedOnlyBeyondAFullUnit() {
        String rounded = "H1 ~620000=615000..624999";
        assertEquals("stated about 620000 [615000..624999] 1/1 #3", cell("H1", SUM, "Q1 300000", "Q2 329000", rounded));
        assertEquals(
                "stated about 620000 [615000..624999] 1/1 #1,2,3 against [630000..630000]",
                cell("H1", SUM, "Q1 300000", "Q2 330000", rounded));
    }

    @Test
    void personsLieBetweenTheLargestPartAndTheSum() {
        assertEquals("summed range [7..13] 2/2 #1,2", cell("H1", BOUND, "Q1 6", "Q2 7"));
        assertEquals("summed exact 7 [7..7] 2/2 #1,2", cell("H1", BOUND, "Q1 0", "Q2 7"));
        assertEquals("partial at_least [7..] 2/4 #1,2", cell("Y", BOUND, "Q1 6", "Q2 7"));
        assertEquals("nothing", cell("Q2", BOUND, "Q1 6", "H1 10"));
    }

    @Test
    void personsContradictOutsideThoseBounds() {
        assertEquals("stated exact 10 [10..10] 1/1 #3", cell("H1", BOUND, "Q1 6", "Q2 7", "H1 10"));
        assertEquals("stated exact 14 [14..14] 1/1 #1,2,3 against [7..13]", cell("H1", BOUND, "Q1 6", "Q2 7", "H1 14"));
        assertEquals("stated exact 6 [6..6] 1/1 #1,2,3 against [7..13]", cell("H1", BOUND, "Q1 6", "Q2 7", "H1 6"));
        assertEquals("stated exact 5 [5..5] 1/1 #1,2 against [6..]", cell("H1", BOUND, "Q1 6", "H1 5"));
    }

    @Test
    void theLargestKnownPartBoundsPersonsEvenInsideALongerOne() {
        assertEquals("partial at_least [5..] 1/2 #1,2", cell("Y", BOUND, "Q1 5", "H1 3.."));
    }

    @Test
    void aStockTakesItsLastPartOrNothing() {
        assertEquals("summed exact 41 [41..41] 1/1 #2", cell("H1", LAST, "end Q1 38", "end Q2 41"));
        assertEquals("summed exact 41 [41..41] 1/1 #1", cell("Y", LAST, "end Q4 41"));
        assertEquals("nothing", cell("Y", LAST, "end Q1 38", "end Q2 41"));
        assertEquals("nothing", cell("Y", LAST, "end Q3 38", "end Q4 *"));
        assertEquals("nothing", cell("to Q3", LAST, "end Q1 38", "end Q2 41", "end Q3 40"));
    }

    @Test
    void aStockIsContradictedByItsLastPart() {
        assertEquals(
                "stated exact 79 [79..79] 1/1 #2,3 against [41..41]",
                cell("H1", LAST, "end Q1 38", "end Q2 41", "end H1 79"));
        assertEquals("stated exact 41 [41..41] 1/1 #2", cell("H1", LAST, "end Q2 41", "end H1 41"));
    }

    @Test
    void whatHasNoArithmeticIsOnlyWhatIsStated() {
        assertEquals(2, Stated.cells(NONE, "Q1 3", "Q2 4").size());
        assertEquals(2, Stated.cells(RATIO, "Q1 3", "Q2 4").size());
    }

    @Test
    void anUnconfirmedPartMakesTheWholeUnconfirmed() {
        assertEquals("summed exact 7 [7..7] 2/2 #1,2 unconfirmed", cell("H1", SUM, "Q1 3", "Q2 4?"));
    }

    @Test
    void theRevisionIsTheHighestBehind() {
        List<Cell> cells = Stated.cells(SUM, "Q1 3", "Q2 4");
        assertEquals(
                List.of(1, 2, 2, 2, 2),
                cells.stream().map(Cell::revision).sorted().toList());
    }

    @Test
    void monthsHaveCellsOnlyWhereMonthsAreStated() {
        assertEquals("nothing", cell("01", SUM, "Q1 3", "Q2 4"));
        assertEquals("stated exact 3 [3..3] 1/1 #1", cell("01", SUM, "01 3", "Q2 4"));
        assertEquals("partial at_least [7..] 4/6 #1,2", cell("H1", SUM, "01 3", "Q2 4"));
    }

    /// The fourth quarter to date is the year; whichever report came first, the year's own statement stands.
    @Test
    void whichReportCameFirstDecidesNothing() {
        assertEquals("stated exact 18 [18..18] 1/1 #1,2 against [61..69]", cell("Y", SUM, "to Q4 61..69", "to Y 18"));
        assertEquals("stated exact 18 [18..18] 1/1 #1,2 against [61..69]", cell("Y", SUM, "to Y 18", "to Q4 61..69"));
    }

    @Test
    void cellsComeInTheOrderOfTheirSpans() {
        List<Cell> cells = Stated.cells(SUM, "12 1", "Q2 4", "to 02 4");
        assertEquals(
                cells.stream().map(Cell::span).sorted().toList(),
                cells.stream().map(Cell::span).toList());
    }

    @Test
    void aSumBeyond64BitsNamesItsSeries() {
        ArithmeticException thrown =
                assertThrows(ArithmeticException.class, () -> Stated.cells(SUM, "Q1 9223372036854775807", "Q2 1"));
        assertTrue(String.valueOf(thrown.getMessage()).contains("talks"), thrown.getMessage());
    }

    /// From and until, the kind of metric, the span asked for, the figures, the cell.
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        2022-07-01 | -          | SUM   | Y     | Q3 5, Q4 6        | summed exact 11 [11..11] 2/2 #1,2
        2022-07-01 | -          | SUM   | Y     | H2 11             | summed exact 11 [11..11] 2/2 #1
        2022-08-20 | -          | SUM   | Y     | Q3 5, Q4 6        | summed exact 11 [11..11] 2/2 #1,2
        2022-08-20 | -          | SUM   | Q3    | 08 2, 09 3        | summed exact 5 [5..5] 2/2 #1,2
        2022-07-01 | -          | SUM   | Q4    | Q3 5, Y 11        | derived exact 6 [6..6] 1/1 #1,2
        2022-07-01 | -          | SUM   | H1    | Q3 5, Q4 6        | nothing
        2022-07-01 | -          | SUM   | Q1    | Q3 5, Q4 6        | nothing
        2022-07-01 | -          | SUM   | Y     | Q3 5              | partial at_least [5..] 1/2 #1
        -          | 2022-07-01 | SUM   | Y     | Q1 5, Q2 6        | summed exact 11 [11..11] 2/2 #1,2
        -          | 2022-06-30 | SUM   | Y     | Q1 5, Q2 6        | summed exact 11 [11..11] 2/2 #1,2
        -          | 2022-07-01 | SUM   | to Q3 | Q1 5, Q2 6        | summed exact 11 [11..11] 2/2 #1,2
        -          | 2022-07-01 | BOUND | Y     | Q1 5, Q2 6        | summed range [6..11] 2/2 #1,2
        -          | 2022-07-01 | LAST  | Y     | end Q1 5, end Q2 6 | nothing
        -          | 2022-07-01 | LAST  | H1    | end Q1 5, end Q2 6 | summed exact 6 [6..6] 1/1 #2
        -          | 2022-07-01 | SUM   | Y     | Q1 5, Q2 6, Q3 1  | summed exact 12 [12..12] 3/3 #1,2,3
        """)
    void onlyTheMonthsADepartmentLivedAreExpected(
            String from, String until, Aggregation how, String span, String figures, String expected) {
        Life life = new Life(
                Optional.ofNullable(from).map(LocalDate::parse),
                Optional.ofNullable(until).map(LocalDate::parse));
        assertEquals(
                expected,
                new Consolidation()
                                .consolidate(
                                        Stated.metric(how), Stated.KEY, 2022, life, Stated.figures(figures.split(", ")))
                                .stream()
                                .filter(each -> each.span().equals(Stated.span(span)))
                                .map(Stated::line)
                                .findFirst()
                                .orElse("nothing"));
    }
}
