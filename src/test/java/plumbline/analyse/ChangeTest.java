package plumbline.analyse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Interval;
import plumbline.Method;
import plumbline.Review;
import plumbline.Scope;
import plumbline.SeriesKey;
import plumbline.Span;
import plumbline.State;
import plumbline.Worded;
import plumbline.analyse.Change.Contribution;
import plumbline.analyse.Change.Step;

/// What each step did to a value, and that together they did all of it.
class ChangeTest {
    private static final SeriesKey KEY = new SeriesKey("D1", "talks", Optional.empty(), Scope.OWN);
    private static final Span QUARTER = new Span(2022, 7, 9);
    private static final Instant START = Instant.parse("2022-10-01T00:00:00Z");

    /// `12`, `3..5`, `60..`, a state without a number, or `-` for a department that is not known; behind `@` the
    /// coverage, behind `#` the figure.
    private static Optional<Cell> cell(String text) {
        if (text.equals("-")) {
            return Optional.empty();
        }
        String[] parts = text.split("[@#]", -1);
        Optional<State> without = Worded.read(State.class, parts[0]);
        String[] bounds = parts[0].split("\\.\\.", -1);
        String upper = bounds[bounds.length - 1];
        Optional<Interval> interval = without.isPresent()
                ? Optional.empty()
                : Optional.of(new Interval(
                        Long.parseLong(bounds[0]),
                        upper.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(upper))));
        boolean covered = text.contains("@");
        int reported = covered ? Integer.parseInt(parts[1].substring(0, 1)) : 1;
        int expected = covered ? Integer.parseInt(parts[1].substring(2)) : 1;
        long figure = text.contains("#") ? Long.parseLong(parts[parts.length - 1]) : 1;
        return Optional.of(new Cell(
                KEY,
                QUARTER,
                Method.STATED,
                without.orElseGet(() -> interval.orElseThrow().isPoint() ? State.EXACT : State.RANGE),
                OptionalLong.empty(),
                interval,
                Review.CONFIRMED,
                Optional.empty(),
                new Coverage(reported, expected),
                1,
                List.of(figure)));
    }

    private static Change change(Optional<Cell> from, List<Optional<Cell>> after) {
        List<Step> steps = new ArrayList<>();
        for (Optional<Cell> each : after) {
            long number = steps.size() + 1L;
            steps.add(new Step(Change.Kind.NEW_REPORT, START.plusSeconds(number), List.of(number), each));
        }
        return Change.of(from, steps);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        12         | 15        | 3    | 3    | moved
        60..       | 75        | 15   |      | closed, moved, state
        75         | 60..      | -15  |      | opened, moved, state
        61..69     | 66        | 5    | -3   | moved, state
        withheld   | 12        |      |      | gained, state
        12         | withheld  |      |      | lost, state
        0          | withheld  |      |      | lost, state
        -          | not_due   |      |      | state, coverage
        withheld   | suppressed|      |      | state
        90..@6/9   | 105..@7/9 | 15   |      | moved, coverage
        105..@7/9  | 120@9/9   | 15   |      | closed, moved, state, coverage
        12#1       | 12#2      | 0    | 0    | evidence
        """)
    void aStepIsToldByItsShareAndInWords(String before, String after, String lower, String upper, String effects) {
        Contribution only =
                change(cell(before), List.of(cell(after))).contributions().getFirst();
        assertEquals(number(lower), only.share().lower());
        assertEquals(number(upper), only.share().upper());
        assertEquals(
                effects,
                String.join(", ", only.effects().stream().map(Effect::word).toList()));
    }

    private static OptionalLong number(@org.jspecify.annotations.Nullable String text) {
        return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }

    @Test
    void whatLeftTheValueAsItWasIsNotTold() {
        Change change = change(cell("12"), List.of(cell("12"), cell("15"), cell("15")));
        assertEquals(1, change.contributions().size());
        assertEquals(List.of(2L), change.contributions().getFirst().step().imports());
        assertEquals(cell("15"), change.to());
        assertEquals(List.of(), change(cell("-"), List.of(cell("-"))).contributions());
    }

    /// Bound by bound: going from the first value share by share, and taking up a new bound only where words say that
    /// there was none, ends at the last value; where no words were needed the shares add up to the difference.
    @Test
    void theSharesOfAnyHistoryAddUpToTheDifference() {
        Random random = new Random(20221001);
        int sums = 0;
        for (int history = 0; history < 2000; history++) {
            boolean numbers = random.nextBoolean();
            Optional<Cell> from = anyCell(random, numbers);
            List<Optional<Cell>> after = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                after.add(anyCell(random, numbers));
            }
            Change change = change(from, after);
            assertEquals(after.getLast(), change.to());
            sums += follow(change, Share::lower, ChangeTest::lower, List.of(Effect.GAINED, Effect.LOST)) ? 1 : 0;
            sums += follow(
                            change,
                            Share::upper,
                            ChangeTest::upper,
                            List.of(Effect.GAINED, Effect.LOST, Effect.OPENED, Effect.CLOSED))
                    ? 1
                    : 0;
        }
        assertTrue(sums > 1000, sums + " histories with a sum");
    }

    private static boolean follow(
            Change change,
            Function<Share, OptionalLong> share,
            Function<Optional<Cell>, OptionalLong> bound,
            List<Effect> words) {
        OptionalLong at = bound.apply(change.from());
        OptionalLong sum = OptionalLong.of(0);
        for (Contribution each : change.contributions()) {
            assertEquals(at, bound.apply(each.before()));
            OptionalLong by = share.apply(each.share());
            OptionalLong next = bound.apply(each.step().after());
            if (by.isPresent()) {
                at = OptionalLong.of(at.orElseThrow() + by.getAsLong());
                sum = sum.isPresent() ? OptionalLong.of(sum.getAsLong() + by.getAsLong()) : sum;
            } else {
                boolean said = each.effects().stream().anyMatch(words::contains);
                assertTrue(said || (at.isEmpty() && next.isEmpty()), each::toString);
                at = next;
                sum = OptionalLong.empty();
            }
            assertEquals(next, at);
            assertFalse(each.effects().isEmpty());
        }
        assertEquals(bound.apply(change.to()), at);
        if (sum.isPresent() && at.isPresent()) {
            assertEquals(sum, share.apply(change.difference()));
        }
        return sum.isPresent() && at.isPresent();
    }

    private static OptionalLong lower(Optional<Cell> cell) {
        return cell.flatMap(Cell::interval)
                .map(each -> OptionalLong.of(each.lower()))
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong upper(Optional<Cell> cell) {
        return cell.flatMap(Cell::interval).map(Interval::upper).orElse(OptionalLong.empty());
    }

    private static Optional<Cell> anyCell(Random random, boolean onlyNumbers) {
        int lower = random.nextInt(100);
        return switch (random.nextInt(onlyNumbers ? 4 : 8)) {
            case 0, 1 -> cell(String.valueOf(lower));
            case 2 -> cell(lower + ".." + (lower + 1 + random.nextInt(9)) + "@" + random.nextInt(5) + "/9");
            case 3 -> cell(random.nextInt(4) > 0 ? String.valueOf(lower) : lower + "..");
            case 4 -> cell("withheld");
            case 5 -> cell("not_reported@0/1");
            case 6 -> cell("-");
            default -> cell(lower + "#" + (1 + random.nextInt(3)));
        };
    }
}
