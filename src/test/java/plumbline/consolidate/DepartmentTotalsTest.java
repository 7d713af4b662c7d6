package plumbline.consolidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.Aggregation;
import plumbline.Cell;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Name;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;

class DepartmentTotalsTest {
    private static final Span Q1 = new Span(2022, 1, 3);

    /// A bureau with three offices and a centre, which has two stations.
    private final List<Department> departments = new ArrayList<>(List.of(
            department("bureau", "", true),
            department("a", "bureau", true),
            department("b", "bureau", true),
            department("c", "bureau", true),
            department("centre", "bureau", true),
            department("x", "centre", true),
            department("y", "centre", true)));

    private final Map<SeriesKey, Cell> cells = new HashMap<>();
    private final Set<String> holders = new HashSet<>(List.of("a", "b", "c", "x", "y"));
    private Aggregation overTime = Aggregation.SUM;

    private static Department department(String code, String parent, boolean additive) {
        return new Department(
                code,
                new Name(code, code),
                parent.isEmpty() ? Optional.empty() : Optional.of(parent),
                Optional.empty(),
                Optional.empty(),
                additive);
    }

    /// A first-quarter statement, with the number of lines so far as id.
    private void states(String department, Scope scope, String value) {
        SeriesKey key = new SeriesKey(department, "talks", Optional.empty(), scope);
        cells.put(key, Statements.cell(key, Q1, Stated.figure(cells.size() + 1, "Q1 " + value)));
    }

    private void own(String... values) {
        for (String each : values) {
            int space = each.indexOf(' ');
            states(each.substring(0, space), Scope.OWN, each.substring(space + 1));
        }
    }

    private String total(String department) {
        return Stated.line(new DepartmentTotals(
                        new DepartmentTree(departments, List.of()),
                        Stated.metric(overTime),
                        holders,
                        (key, _) -> Optional.ofNullable(cells.get(key)),
                        (_, _) -> State.NOT_REPORTED)
                .total(department, Optional.empty(), Q1));
    }

    @Test
    void allLeavesKnownAreSummed() {
        own("a 1", "b 2", "c 3", "x 4", "y 0");
        assertEquals("summed exact 10 [10..10] 5/5 #1,2,3,4,5", total("bureau"));
        assertEquals("summed exact 4 [4..4] 2/2 #4,5", total("centre"));
        assertEquals("stated exact 4 [4..4] 1/1 #4", total("x"));
    }

    @Test
    void aMissingDepartmentLowersCoverageAndOpensTheTotal() {
        own("a 1", "b 2", "c 3", "x 4");
        assertEquals("partial at_least [10..] 4/5 #1,2,3,4", total("bureau"));
        assertEquals("missing not_reported 0/1 #", total("y"));
    }

    @Test
    void aWithheldDepartmentIsExpectedButNotReported() {
        own("a 1", "b 2", "c *", "x 4", "y 0");
        assertEquals("partial at_least [7..] 4/5 #1,2,3,4,5", total("bureau"));
    }

    @Test
    void whatDoesNotApplyLeavesTheDenominator() {
        own("a 1", "b 2", "c /", "x 4", "y 0");
        assertEquals("summed exact 7 [7..7] 4/4 #1,2,4,5", total("bureau"));
    }

    @Test
    void aDepartmentThatNeverHeldTheMetricIsNotExpected() {
        own("a 1", "b 2", "x 4", "y 0");
        holders.remove("c");
        assertEquals("summed exact 7 [7..7] 4/4 #1,2,3,4", total("bureau"));
    }

    @Test
    void aDepartmentThatDidNotExistIsNotExpected() {
        departments.set(
                3,
                new Department(
                        "c",
                        new Name("c", "c"),
                        Optional.of("bureau"),
                        Optional.of(LocalDate.of(2022, 4, 1)),
                        Optional.empty(),
                        true));
        own("a 1", "b 2", "x 4", "y 0");
        assertEquals("summed exact 7 [7..7] 4/4 #1,2,3,4", total("bureau"));
    }

    @Test
    void whatAnInnerDepartmentStatesOfItsOwnIsAPart() {
        own("a 1", "b 2", "c 3", "x 4", "y 0", "bureau 7", "centre 1");
        assertEquals("summed exact 18 [18..18] 7/7 #1,2,3,4,5,6,7", total("bureau"));
    }

    @Test
    void aConsolidatedStatementIsTheValueAndIsChecked() {
        own("a 1", "b 2", "c 3", "x 4", "y 0");
        states("bureau", Scope.CONSOLIDATED, "10");
        assertEquals("stated exact 10 [10..10] 1/1 #6", total("bureau"));
        states("bureau", Scope.CONSOLIDATED, "11");
        assertEquals("stated exact 11 [11..11] 1/1 #1,2,3,4,5,7 against [10..10]", total("bureau"));
    }

    @Test
    void knownChildrenBeyondTheConsolidatedStatementContradictIt() {
        own("a 1", "b 9");
        states("bureau", Scope.CONSOLIDATED, "9");
        assertEquals("stated exact 9 [9..9] 1/1 #1,2,3 against [10..]", total("bureau"));
        states("bureau", Scope.CONSOLIDATED, "12");
        assertEquals("stated exact 12 [12..12] 1/1 #4", total("bureau"));
    }

    @Test
    void aWithheldConsolidatedStatementStaysWithheld() {
        own("a 1", "b 2", "c 3", "x 4", "y 0");
        states("bureau", Scope.CONSOLIDATED, "*");
        assertEquals("stated withheld 0/1 #6", total("bureau"));
    }

    @Test
    void aConsolidatedStatementStandsForItsSubtreeUpwardsToo() {
        own("a 1", "b 2", "c 3", "x 4");
        states("centre", Scope.CONSOLIDATED, "6");
        assertEquals("summed exact 12 [12..12] 5/5 #1,2,3,5", total("bureau"));
        own("y 2");
        assertEquals("summed exact 12 [12..12] 5/5 #1,2,3,5", total("bureau"));
    }

    @Test
    void aContestedNumberEntersTheTotalWhichSaysSo() {
        own("a 1", "b 2", "c 3", "x 4", "y 1");
        states("centre", Scope.CONSOLIDATED, "6");
        assertEquals("stated exact 6 [6..6] 1/1 #4,5,6 against [5..5]", total("centre"));
        assertEquals("summed exact 12 [12..12] 5/5 #1,2,3,4,5,6 against [11..11]", total("bureau"));
    }

    @Test
    void aConsolidatedStatementThatSaysNothingHidesNothing() {
        own("a 1", "b 2", "c 3", "x 4", "y 0");
        states("bureau", Scope.CONSOLIDATED, "-");
        assertEquals("summed exact 10 [10..10] 5/5 #1,2,3,4,5", total("bureau"));
    }

    @Test
    void aLowerBoundOfItsOwnGivesWayToABetterOneFromBelow() {
        own("a 1", "b 2", "x 4");
        SeriesKey key = new SeriesKey("bureau", "talks", Optional.empty(), Scope.CONSOLIDATED);
        for (String[] each : new String[][] {{"01 3", "[7..] 3/5 #1,2,3"}, {"01 8", "[8..] 1/3 #1"}}) {
            Stated.cells(Aggregation.SUM, each[0]).stream()
                    .filter(cell -> cell.span().equals(Q1))
                    .forEach(cell -> cells.put(key, cell));
            assertEquals("partial at_least " + each[1], total("bureau"));
        }
    }

    @Test
    void nothingKnownIsInTheStateOfMost() {
        own("a *");
        assertEquals("missing not_reported 0/5 #1", total("bureau"));
        own("b *", "c *");
        assertEquals("missing withheld 0/5 #1,2,3", total("bureau"));
        assertEquals("missing not_reported 0/2 #", total("centre"));
    }

    @Test
    void aHeadingHasNoTotalAndGivesNothingUpwards() {
        departments.set(4, department("centre", "bureau", false));
        own("a 1", "b 2", "c 3", "x 4", "y 0");
        assertEquals("missing not_applicable 0/0 #", total("centre"));
        assertEquals("summed exact 6 [6..6] 3/3 #1,2,3", total("bureau"));
    }

    @Test
    void whatHasNoArithmeticHasNoTotal() {
        overTime = Aggregation.RATIO;
        own("a 1", "b 2", "c 3", "x 4", "y 0");
        assertEquals("missing not_applicable 0/0 #", total("bureau"));
        states("bureau", Scope.CONSOLIDATED, "3");
        assertEquals("stated exact 3 [3..3] 1/1 #6", total("bureau"));
    }

    @Test
    void personsAddUpOverDepartments() {
        overTime = Aggregation.BOUND;
        own("a 1", "b 2", "c 3", "x 4..6", "y 0");
        assertEquals("summed range [10..12] 5/5 #1,2,3,4,5", total("bureau"));
    }

    @Test
    void aLowerBoundOverTimeIsKnownButNotReported() {
        own("a 1", "b 2", "c 3", "x 4", "y 0");
        SeriesKey key = new SeriesKey("a", "talks", Optional.empty(), Scope.OWN);
        cells.put(
                key,
                Stated.cells(Aggregation.SUM, "01 3").stream()
                        .filter(each -> each.span().equals(Q1))
                        .findFirst()
                        .orElseThrow());
        assertEquals("partial at_least [12..] 4/5 #1,2,3,4,5", total("bureau"));
    }

    @Test
    void aTotalBeyond64BitsNamesItsSeries() {
        own("a 9223372036854775807", "b 1");
        ArithmeticException thrown = assertThrows(ArithmeticException.class, () -> total("bureau"));
        assertTrue(String.valueOf(thrown.getMessage()).contains("bureau"), thrown.getMessage());
    }
}
