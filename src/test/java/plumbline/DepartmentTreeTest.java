package plumbline;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepartmentTreeTest {
    private static final DepartmentTree TREE = Organisation.of(
            "top",
            "farm < top",
            "city < top",
            "land < top from 2024-01-01",
            "a < farm",
            "b < farm",
            "ab < city from 2023-07-01",
            "c < farm",
            "big < city until 2023-07-01",
            "part1 < city from 2023-07-01",
            "part2 < farm from 2023-07-01",
            "shut < farm until 2023-04-01",
            "in < land",
            "2023-07-01 merged a ab",
            "2023-07-01 merged b ab",
            "2023-07-01 split big part1",
            "2023-07-01 split big part2",
            "2024-01-01 moved c city",
            "2024-01-01 renamed city land");

    private static String below(Hierarchy hierarchy, String code) {
        return hierarchy.childrenOf(code).stream()
                .map(each -> each.code()
                        + hierarchy.predecessorsOf(each.code()).stream()
                                .map(Department::code)
                                .map(before -> "+" + before)
                                .collect(joining()))
                .collect(joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2022-12 | top  | farm city land
        2022-12 | farm | a b c part2 shut
        2022-12 | city | ab big part1 in
        2023-12 | farm | a b c part2 shut
        2024-01 | top  | farm city land
        2024-01 | farm | a b part2 shut
        2024-01 | land | ab c part1 in
        2024-01 | city | big
        """)
    void asItWasEverybodyStandsWhereTheyStoodThen(String month, String parent, String children) {
        assertEquals(children, below(TREE.asWas(Period.parse(month).span()), parent));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2024-06-01 | top  | farm land+city big
        2024-06-01 | farm | part2 shut
        2024-06-01 | land | ab+a+b c part1 in
        2023-08-01 | top  | farm city land big
        2023-08-01 | city | ab+a+b part1 in
        2023-01-01 | farm | a b c part2 shut
        """)
    void asItIsWhoeverEndedIsCountedWithWhatItBecame(String day, String parent, String children) {
        assertEquals(children, below(TREE.asIs(LocalDate.parse(day)).span(Span.ofYear(2020)), parent));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a    |            | 2023-07-01
        city |            | 2024-01-01
        land | 2024-01-01 |
        ab   | 2023-07-01 |
        big  |            | 2023-07-01
        """)
    void aLifeEndsWithTheMergerAndBeginsWithTheName(String code, String from, String until) {
        Life life = TREE.life(code);
        assertEquals(from, life.from().map(LocalDate::toString).orElse(null));
        assertEquals(until, life.until().map(LocalDate::toString).orElse(null));
    }

    @Test
    void aSuperiorThatWentIntoItsOwnOfficeLeavesItWhereItStood() {
        DepartmentTree tree = Organisation.of("top", "g < top", "a < g", "b < g", "2023-01-01 merged g a");
        assertEquals("g a", below(tree.asWas(Span.ofYear(2023)), "top"));
        assertEquals("b", below(tree.asWas(Span.ofYear(2023)), "a"));
        assertEquals("a+g", below(tree.asIs(LocalDate.of(2024, 1, 1)).span(Span.ofYear(2020)), "top"));
    }

    @Test
    void aCircleInTheLedgerDoesNotHangItsReaders() {
        DepartmentTree tree = Organisation.of("a", "b < a", "c < b", "2023-01-01 moved a c", "2023-01-01 renamed c b");
        assertTrue(tree.asWas(Span.ofYear(2024)).subtree("a").size() <= 3);
        assertTrue(tree.asIs(LocalDate.of(2024, 1, 1))
                        .span(Span.ofYear(2024))
                        .subtree("a")
                        .size()
                <= 3);
    }
}
