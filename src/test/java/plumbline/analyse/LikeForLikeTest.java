package plumbline.analyse;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.Aggregation;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.DepartmentTree;
import plumbline.Direction;
import plumbline.Interval;
import plumbline.Kind;
import plumbline.Method;
import plumbline.Metric;
import plumbline.Name;
import plumbline.Organisation;
import plumbline.Period;
import plumbline.Review;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;

/// Years beside the year before. Every office counts by the year; what it says stands in [#figures].
class LikeForLikeTest {
    private static final DepartmentTree TREE = Organisation.of(
            "top",
            "farm < top",
            "city < top",
            "a < farm",
            "b < farm",
            "ab < farm from 2023-01-01",
            "c < farm",
            "d < farm",
            "old < city",
            "new < city",
            "half < city",
            "part < city",
            "sixty < city from 2023-01-01",
            "forty < farm from 2023-01-01",
            "hundred < city until 2023-01-01",
            "young < farm from 2023-01-01",
            "shut < farm until 2023-01-01",
            "2023-01-01 merged a ab",
            "2023-01-01 merged b ab",
            "2023-01-01 moved c city",
            "2023-01-01 renamed old new",
            "2023-01-01 split half part",
            "2023-01-01 split hundred sixty 0.6",
            "2023-01-01 split hundred forty 0.4");

    private static final Metric TALKS = new Metric(
            "talks",
            new Name("谈话", "Talks"),
            "talks",
            "次",
            0,
            Kind.FLOW,
            Direction.NEUTRAL,
            false,
            Aggregation.SUM,
            Aggregation.SUM,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            new Name("", ""));

    private final Map<String, Cell> figures = new HashMap<>();

    /// `a 2022 20`, `a 2022 *`, `a 2022 60..`.
    private void say(String... lines) {
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            figures.put(words[0] + " " + words[1], cell(words[0], Integer.parseInt(words[1]), words[2]));
        }
    }

    private static Cell cell(String department, int year, String value) {
        boolean dots = value.endsWith("..");
        State state = value.equals("*")
                ? State.WITHHELD
                : value.equals("0") ? State.ZERO : dots ? State.AT_LEAST : State.EXACT;
        return new Cell(
                new SeriesKey(department, "talks", Optional.empty(), Scope.OWN),
                Span.ofYear(year),
                Method.STATED,
                state,
                OptionalLong.empty(),
                state == State.WITHHELD
                        ? Optional.empty()
                        : Optional.of(
                                dots
                                        ? Interval.atLeast(Long.parseLong(value.replace("..", "")))
                                        : Interval.of(Long.parseLong(value))),
                Review.CONFIRMED,
                Optional.empty(),
                new Coverage(1, 1),
                1,
                List.of());
    }

    /// Plain sums, for there is nothing else to see here.
    private final class Sums implements LikeForLike.Totals {
        @Override
        public Cell total(String department, Span span) {
            List<String> leaves = TREE.asWas(span).subtree(department).stream()
                    .map(plumbline.Department::code)
                    .filter(code -> !TREE.isEverInner(code))
                    .toList();
            return together(department, leaves, span);
        }

        @Override
        public Cell together(String asked, List<String> departments, Span span) {
            List<String> expected =
                    departments.stream().filter(each -> isExpected(each, span)).toList();
            if (expected.size() == 1) {
                return one(expected.getFirst(), span);
            }
            List<Cell> known = expected.stream()
                    .map(each -> one(each, span))
                    .filter(each -> each.state().hasNumber())
                    .toList();
            SeriesKey key = new SeriesKey(asked, "talks", Optional.empty(), Scope.CONSOLIDATED);
            Coverage coverage = new Coverage(known.size(), expected.size());
            if (known.isEmpty()) {
                return Cell.missing(
                        key, span, expected.isEmpty() ? State.NOT_APPLICABLE : State.NOT_REPORTED, coverage);
            }
            Interval sum =
                    known.stream().map(each -> each.interval().orElseThrow()).reduce(Interval.of(0), Interval::plus);
            boolean whole = known.size() == expected.size();
            Interval shown = whole ? sum : Interval.atLeast(sum.lower());
            return new Cell(
                    key,
                    span,
                    whole ? Method.SUMMED : Method.PARTIAL,
                    shown.isPoint() ? State.EXACT : State.AT_LEAST,
                    OptionalLong.empty(),
                    Optional.of(shown),
                    Review.CONFIRMED,
                    Optional.empty(),
                    coverage,
                    1,
                    List.of());
        }

        private Cell one(String code, Span span) {
            return Optional.ofNullable(figures.get(code + " " + span.year()))
                    .orElseGet(() -> Cell.missing(
                            new SeriesKey(code, "talks", Optional.empty(), Scope.OWN),
                            span,
                            TREE.life(code).existsIn(span) ? State.NOT_REPORTED : State.NOT_APPLICABLE,
                            new Coverage(0, 1)));
        }

        @Override
        public boolean isExpected(String department, Span span) {
            return !TREE.isEverInner(department) && TREE.life(department).existsIn(span);
        }
    }

    private Compared compare(String department, String year) {
        Period period = Period.parse(year);
        return new LikeForLike(new Sums())
                .likeForLike(new Matching.Asked(
                        TREE, TALKS, department, period.yearAgo().span(), period.span()));
    }

    private String compared(String department) {
        Compared row = compare(department, "2023");
        return said(row.comparison())
                + row.matched().map(each -> " of " + said(each)).orElse("")
                + row.leftOut().stream()
                        .map(each -> " without " + each.department() + " "
                                + each.reason().word()
                                + each.obstacle().map(LikeForLikeTest::said).orElse(""))
                        .collect(joining())
                + row.obstacle().map(LikeForLikeTest::said).orElse("")
                + row.offered()
                        .map(each -> " offers " + said(each) + " " + said(each.comparison()))
                        .orElse("");
    }

    private static String said(Compared.Union union) {
        return String.join("+", union.current()) + "/" + String.join("+", union.base());
    }

    private static String said(Obstacle obstacle) {
        return " (" + obstacle.kind().word() + " " + obstacle.date() + " " + obstacle.from() + " " + obstacle.to()
                + ")";
    }

    private static String said(Comparison comparison) {
        return comparison
                        .difference()
                        .map(each -> bound(each.lower()) + ".." + bound(each.upper()))
                        .orElse("none")
                + comparison.percent().map(each -> " " + each + "%").orElse("")
                + comparison.reason().map(each -> " " + each.word()).orElse("");
    }

    private static String bound(OptionalLong bound) {
        return bound.isPresent() ? String.valueOf(bound.getAsLong()) : "";
    }

    private void everybodySpeaks() {
        say("a 2022 20", "b 2022 30", "ab 2023 55", "c 2022 10", "c 2023 11", "d 2022 40", "d 2023 44");
        say("old 2022 50", "new 2023 40", "half 2022 60", "half 2023 45", "part 2022 10", "part 2023 30");
        say("hundred 2022 101", "sixty 2023 70", "forty 2023 40", "young 2023 7", "shut 2022 9");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        d       | 4..4 10.0%
        ab      | 5..5 10.0% of ab/a+b
        a       | none not_comparable (merged 2023-01-01 a ab) offers ab/a+b 5..5 10.0%
        c       | 1..1 10.0%
        new     | -10..-10 -20.0% of new/old
        old     | none not_comparable (renamed 2023-01-01 old new) offers new/old -10..-10 -20.0%
        half    | none not_comparable (split 2023-01-01 half part) offers half+part/half+part 5..5 7.1%
        part    | none not_comparable (split 2023-01-01 half part) offers half+part/half+part 5..5 7.1%
        sixty   | 9..10 estimated of sixty/hundred (split 2023-01-01 hundred sixty) offers sixty+forty/hundred 9..9 8.9%
        hundred | none not_comparable (split 2023-01-01 hundred sixty) offers sixty+forty/hundred 9..9 8.9%
        young   | none not_comparable (opened 2023-01-01 young young)
        shut    | none not_comparable (closed 2023-01-01 shut shut)
        farm    | 9..9 10.0% of ab+d/a+b+d without c not_comparable (moved 2023-01-01 c city) without forty not_comparable (split 2023-01-01 hundred forty) without young not_comparable (opened 2023-01-01 young young) without shut not_comparable (closed 2023-01-01 shut shut)
        top     | 14..14 4.4% of ab+c+d+new+half+part+sixty+forty/a+b+c+d+old+half+part+hundred without young not_comparable (opened 2023-01-01 young young) without shut not_comparable (closed 2023-01-01 shut shut)
        """)
    void likeIsComparedWithLike(String department, String expected) {
        everybodySpeaks();
        assertEquals(expected, compared(department));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a 2022 *   | ab   | ..25 coverage_differs of ab/a+b without a base_withheld
        d 2022 *   | farm | 5..5 10.0% of ab/a+b without c not_comparable (moved 2023-01-01 c city) without d base_withheld without forty not_comparable (split 2023-01-01 hundred forty) without young not_comparable (opened 2023-01-01 young young) without shut not_comparable (closed 2023-01-01 shut shut)
        d 2022 0   | d    | 44..44 base_zero
        d 2022 60.. | d   | ..-16 not_exact
        hundred 2022 * | sixty | none not_comparable (split 2023-01-01 hundred sixty) offers sixty+forty/hundred none base_withheld
        hundred 2022 60.. | sixty | ..34 estimated of sixty/hundred (split 2023-01-01 hundred sixty) offers sixty+forty/hundred ..50 cannot_be_judged
        """)
    void whatIsNotKnownIsLeftOutByName(String line, String department, String expected) {
        everybodySpeaks();
        say(line);
        assertEquals(expected, compared(department));
    }

    @Test
    void aMergerComparesLikeTheUnionAddedUpByHand() {
        everybodySpeaks();
        assertEquals(
                said(Comparison.of(cell("x", 2023, "55"), cell("x", 2022, "50"))),
                said(compare("ab", "2023").comparison()));
    }

    @Test
    void aYearThatHoldsTheMergerIsTheUnionOnBothSides() {
        DepartmentTree tree =
                Organisation.of("a", "b", "ab from 2023-07-01", "2023-07-01 merged a ab", "2023-07-01 merged b ab");
        Matching found =
                Matching.likeForLike(new Matching.Asked(tree, TALKS, "ab", Span.ofYear(2022), Span.ofYear(2023)));
        assertEquals(List.of(new Matching.Unit(List.of("a", "b", "ab"), List.of("a", "b"))), found.units());
    }

    @Test
    void aYearIsNotSetBesideTheHalfAnOfficeLived() {
        DepartmentTree tree = Organisation.of("a from 2022-07-01", "b until 2023-10-01");
        for (String code : List.of("a", "b")) {
            Matching found =
                    Matching.likeForLike(new Matching.Asked(tree, TALKS, code, Span.ofYear(2022), Span.ofYear(2023)));
            assertEquals(
                    code.equals("a") ? Obstacle.Kind.OPENED : Obstacle.Kind.CLOSED,
                    found.obstacle().orElseThrow().kind());
        }
    }

    @Test
    void nothingBetweenTheSpansMeansNothingToSay() {
        everybodySpeaks();
        say("d 2024 44", "ab 2024 66");
        assertEquals(Optional.empty(), compare("ab", "2024").matched());
        assertEquals("11..11 20.0%", said(compare("ab", "2024").comparison()));
    }
}
